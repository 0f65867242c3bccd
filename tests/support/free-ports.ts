// Ports that were free on both loopback addresses a moment ago. The app's own ports are fixed,
// and tests run side by side.
import { createServer } from 'node:net';

export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    // Without a host it listens on every address of both families.
    await new Promise<void>((done) => server.listen(0, done));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port was given');
    ports.push(address.port);
  }
  for (const server of servers) await new Promise((done) => server.close(done));
  return ports;
}
