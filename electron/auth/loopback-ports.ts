// Takes the first port that is free on both loopback addresses. A browser resolves `localhost`
// to either, and a stranger holding the other one would receive the code (RFC 8252 §8.3).
import { createServer, type Server, type Socket } from 'node:net';
import { failed, ok, type Result } from '../../shared/result.ts';

/** Never a wildcard address: nobody outside this computer may reach the listener. */
const LOOPBACK_ADDRESSES = ['127.0.0.1', '::1'] as const;

export interface BoundPort {
  readonly port: number;
  /** Stops listening; connections already made are the caller's to close. */
  release(): Promise<void>;
}

/** The machine has no such address: IPv6 switched off, or no IPv6 at all. */
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);
const TAKEN = new Set(['EADDRINUSE', 'EACCES']);

/**
 * @param ports tried in order
 * @param addresses those this machine lacks are left out, as long as one is there
 * @returns `port-in-use` with all ports when each is taken on some address
 */
export async function bindFirstFreePort(
  ports: readonly number[],
  onConnection: (socket: Socket) => void,
  addresses: readonly string[] = LOOPBACK_ADDRESSES,
): Promise<Result<BoundPort>> {
  for (const port of ports) {
    const servers = await bindAll(port, addresses, onConnection);
    if (servers !== 'taken') return ok({ port, release: () => closeAll(servers) });
  }
  return failed({ code: 'port-in-use', ports });
}

async function bindAll(
  port: number,
  addresses: readonly string[],
  onConnection: (socket: Socket) => void,
): Promise<readonly Server[] | 'taken'> {
  const servers: Server[] = [];
  let isComplete = false;
  try {
    for (const address of addresses) {
      const outcome = await bind(port, address, onConnection);
      if (outcome === 'taken') return 'taken';
      if (outcome !== 'no-such-address') servers.push(outcome);
    }
    isComplete = servers.length > 0;
    return isComplete ? servers : 'taken';
  } finally {
    // Also when the system refuses in a way nobody foresaw: half a listener must not stay.
    if (!isComplete) await closeAll(servers);
  }
}

function bind(
  port: number,
  host: string,
  onConnection: (socket: Socket) => void,
): Promise<Server | 'taken' | 'no-such-address'> {
  return new Promise((resolve, reject) => {
    const server = createServer(onConnection);
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? '';
      if (TAKEN.has(code)) resolve('taken');
      else if (NO_SUCH_ADDRESS.has(code)) resolve('no-such-address');
      else reject(error);
    });
    server.listen({ port, host, ipv6Only: true, exclusive: true }, () => {
      server.removeAllListeners('error');
      // Accepting can fail later, for want of file descriptors; the sign-in goes on waiting.
      server.on('error', () => {});
      resolve(server);
    });
  });
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map((server) => new Promise<void>((done) => server.close(() => done()))),
  );
}
