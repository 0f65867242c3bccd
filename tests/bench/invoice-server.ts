// The sample FreshBooks with 2,000 unpaid invoices, in a process of its own so that serving them
// does not count as loading them. Prints where it is and a token for it.
import { manyUnpaidInvoices } from '../../electron/sandbox/seed/many-unpaid-invoices.ts';
import { signIn, visitSandbox } from '../support/sandbox-visitor.ts';

const visitor = await visitSandbox({ seed: manyUnpaidInvoices(2_000) });
const { access_token } = await signIn(visitor);
console.log(JSON.stringify({ baseUrl: visitor.sandbox.baseUrl, accessToken: access_token }));
