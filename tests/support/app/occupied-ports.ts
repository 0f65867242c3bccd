// Other programs on the ports the app listens on. Something else on this machine, another test
// for instance, may hold one for a moment; then its turn comes first.
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 200;
const LOOKS = 100;

/** @returns what frees them again */
export async function occupy(ports: readonly number[]): Promise<() => Promise<void>> {
  const servers: Server[] = [];
  for (const port of ports) servers.push(await listenOn(port));
  return async () => {
    await Promise.all(
      servers.map((server) => {
        server.close();
        return once(server, 'close');
      }),
    );
  };
}

async function listenOn(port: number): Promise<Server> {
  for (let look = 0; look < LOOKS; look += 1) {
    const server = createServer((socket) => socket.destroy());
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return server;
    } catch (error) {
      if (!isTaken(error)) throw error;
      await pause(LOOK_AGAIN_MS);
    }
  }
  throw new Error(`Port ${port} never became free`);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
