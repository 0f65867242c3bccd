// What a signed-in person needs of the sandbox: a token, and something to work on.
import type { Sandbox } from '../../../electron/sandbox/start-sandbox.ts';
import { everyScope, redirectUri, signIn } from '../../support/sandbox-visitor.ts';

export interface Account {
  readonly accessToken: string;
  readonly businessId: number;
  readonly projectId: number;
  readonly serviceId: number;
}

export async function openAccount(sandbox: Sandbox): Promise<Account> {
  const app = sandbox.registerApp({
    name: 'Traybooks',
    redirectUris: [redirectUri],
    scopes: everyScope,
  });
  const { access_token: accessToken } = await signIn({ sandbox, ...app, advance: () => {} });
  const { businesses, projects } = sandbox.backstage.books();
  const business = businesses.find(({ accountId }) => accountId !== null);
  const project = projects.find(
    ({ businessId, internal, serviceIds, active }) =>
      businessId === business?.id && !internal && active && serviceIds.length > 0,
  );
  const [serviceId] = project?.serviceIds ?? [];
  if (!business || !project || serviceId === undefined) throw new Error('Nothing to work on.');
  return { accessToken, businessId: business.id, projectId: project.id, serviceId };
}
