import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { bindFirstFreePort } from '../../../../electron/auth/loopback-ports.ts';
import { freePorts } from '../../../support/free-ports.ts';
import { listeningAddresses } from '../../../support/listening-sockets.ts';

/** An address no machine has: it stands in for ::1 where IPv6 is switched off. */
const ABSENT = '::2';

it('does with IPv4 alone on a machine without ::1', async () => {
  const ports = await freePorts(1);
  const bound = await bindFirstFreePort(ports, () => {}, ['127.0.0.1', ABSENT]);
  expect(bound).toMatchObject({ ok: true, value: { port: ports[0] } });
  expect(listeningAddresses(ports[0] ?? 0)).toEqual(['127.0.0.1']);
  if (bound.ok) await bound.value.release();
  expect(listeningAddresses(ports[0] ?? 0)).toEqual([]);
});

it('lets go of the first address when the second fails in a way nobody foresaw', async () => {
  const [port = 0] = await freePorts(1);
  // A link-local address without the name of its network cannot be listened on.
  await expect(bindFirstFreePort([port], () => {}, ['127.0.0.1', 'fe80::1'])).rejects.toThrow(
    'EINVAL',
  );
  expect(listeningAddresses(port)).toEqual([]);
});

it('lets go of the first address when the second is taken', async () => {
  const [port = 0] = await freePorts(1);
  const other = createServer();
  await new Promise<void>((done) => other.listen(port, '::1', done));
  expect(await bindFirstFreePort([port], () => {})).toEqual({
    ok: false,
    error: { code: 'port-in-use', ports: [port] },
  });
  expect(listeningAddresses(port)).toEqual(['::1']);
  await new Promise((done) => other.close(done));
});
