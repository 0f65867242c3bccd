import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { manyUnpaidInvoices } from '../../../../electron/sandbox/seed/many-unpaid-invoices.ts';
import { callApi, signIn, type Visitor, visitSandbox } from '../../../support/sandbox-visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.sandbox.stop());

describe('the server', () => {
  it('answers on loopback only, and to its own names only', async () => {
    visitor = await visitSandbox();
    const { port, hostname } = new URL(visitor.sandbox.baseUrl);
    expect(hostname).toBe('127.0.0.1');
    expect(await statusFor(Number(port), `localhost:${port}`)).toBe(401);
    expect(await statusFor(Number(port), `rebound.example:${port}`)).toBe(421);
  });

  it('leaves the global Request and Response of the process alone', async () => {
    const before = [globalThis.Request, globalThis.Response];
    visitor = await visitSandbox();
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
    expect(globalThis.Response).toBe(before[1]);
  });

  it('remembers the last thousand requests without their queries', async () => {
    visitor = await visitSandbox();
    await fetch(`${visitor.sandbox.baseUrl}/oauth/authorize?client_id=secretive`);
    expect(visitor.sandbox.requests).toEqual([
      {
        method: 'GET',
        path: '/oauth/authorize',
        refreshTokenDigest: null,
        status: 401,
        at: expect.any(Number),
      },
    ]);
    for (let call = 0; call < 1000; call += 1) await fetch(`${visitor.sandbox.baseUrl}/elsewhere`);
    expect(visitor.sandbox.requests).toHaveLength(1000);
    expect(visitor.sandbox.requests[0]?.path).toBe('/elsewhere');
  });

  it('says when its port is taken', async () => {
    visitor = await visitSandbox();
    const port = Number(new URL(visitor.sandbox.baseUrl).port);
    await expect(visitSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('shows an invoice that appears and one that is paid meanwhile', async () => {
    visitor = await visitSandbox();
    const { access_token: token } = await signIn(visitor);
    const { backstage } = visitor.sandbox;
    const added = backstage.addInvoice({ number: 'NEW-1', amount: 100, paid: 0 });
    const path = '/accounting/account/q7RtZ2/invoices/invoices?per_page=1';
    const newest = async () =>
      (await (await callApi(visitor, token, path)).json()).response.result.invoices[0];
    expect(await newest()).toMatchObject({ invoice_number: 'NEW-1', payment_status: 'unpaid' });
    backstage.changeInvoice(added.id, { progress: 'sent', paid: 100 });
    expect(await newest()).toMatchObject({ v3_status: 'paid', outstanding: { amount: '0.00' } });
  });

  it('lists two thousand unpaid invoices over twenty pages', async () => {
    visitor = await visitSandbox({ seed: manyUnpaidInvoices(2000) });
    const { access_token: token } = await signIn(visitor);
    const ids = new Set<number>();
    for (let page = 1; page <= 20; page += 1) {
      const path = `/accounting/account/q7RtZ2/invoices/invoices?per_page=100&page=${page}`;
      const { result } = (await (await callApi(visitor, token, path)).json()).response;
      expect(result.total).toBe(2000);
      for (const invoice of result.invoices) ids.add(invoice.id);
    }
    expect(ids.size).toBe(2000);
  });
});

function statusFor(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/auth/api/v1/users/me', headers: { host } })
      .on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
      .on('error', reject)
      .end();
  });
}
