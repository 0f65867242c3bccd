// Answers each service it is sent with the accounts of its entries, or with what went wrong. It
// runs for as long as whoever started it; see keychain-entries.ts.
import keytar from 'keytar';

process.on('message', (service: string) => {
  keytar.findCredentials(service).then(
    (entries) => process.send?.(entries.map(({ account }) => account)),
    (error: unknown) => process.send?.(String(error)),
  );
});
