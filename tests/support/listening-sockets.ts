// What listens on this computer, read from the system's own table: reaching out would only show
// what a firewall lets through.
import { readFileSync } from 'node:fs';

/** Addresses in the table are hexadecimal words of host byte order. */
const KNOWN: Readonly<Record<string, string>> = {
  '0100007F': '127.0.0.1',
  '00000000': '0.0.0.0',
  '00000000000000000000000001000000': '::1',
  '00000000000000000000000000000000': '::',
};
const LISTENING = '0A';

/** Linux only. @returns the addresses that listen on this port, e.g. `127.0.0.1` */
export function listeningAddresses(port: number): readonly string[] {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === LISTENING && columns[1]?.endsWith(`:${hexPort}`))
      .map((columns) => {
        const address = columns[1]?.split(':')[0] ?? '';
        return KNOWN[address] ?? address;
      }),
  );
}
