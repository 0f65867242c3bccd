// Nobody outside this computer may reach the listener. Asked of the system's own table, and not
// by reaching out, which would only show what a firewall lets through.
import { listeningAddresses } from '../../../support/listening-sockets.ts';
import type { HostileCase } from '../hostile-case.ts';

export const THE_PORT: readonly HostileCase[] = [
  {
    sentence: 'The port is open on the two loopback addresses and on no other.',
    does: async (it) => [[...listeningAddresses(it.port)].sort().join(' and ')],
    comesBack: '127.0.0.1 and ::1',
  },
];
