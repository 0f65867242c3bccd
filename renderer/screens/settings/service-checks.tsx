// "Test connection": each service with how long it took and how it went.
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import type { ServiceCheck } from '../../../shared/connection-details.ts';
import { errorWords } from '../../../shared/error-words.ts';
import type { ConnectionId } from '../../../shared/ids.ts';
import { featureOffWords } from '../../parts/feature-words.ts';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useCommand } from '../../snapshot/use-command.ts';
import { tookWords } from './took-words.ts';

/** To be used in a component that is drawn anew for another login. */
export function useServiceTest(connectionId: ConnectionId) {
  const { send, underWay, error } = useCommand('connection.test');
  const [found, setFound] = useState<readonly ServiceCheck[] | null>(null);

  return {
    underWay,
    error,
    found,
    async run() {
      setFound(null);
      const answer = await send({ connectionId });
      if (answer?.ok) setFound(answer.value);
    },
  };
}

type ServiceTest = ReturnType<typeof useServiceTest>;

export function ServiceChecks({ test }: { readonly test: ServiceTest }) {
  const { found } = test;
  return (
    <>
      {test.error && <TroubleNote error={test.error} about="here" />}
      {found && (
        <ul className="checks" aria-label="Connection test">
          {found.map((check) => (
            <CheckRow key={check.service} check={check} />
          ))}
        </ul>
      )}
    </>
  );
}

export function TestResult({ test: { found, underWay } }: { readonly test: ServiceTest }) {
  // There before it says anything: only then is what it says announced.
  return (
    <p className="said" role="status" aria-label="Result of the test">
      {underWay ? 'Asking each service…' : found ? summary(found) : ''}
    </p>
  );
}

function CheckRow({ check }: { readonly check: ServiceCheck }) {
  const { service, tookMs, error } = check;
  const Icon = error ? X : Check;
  return (
    <li data-works={error === null}>
      <span className="check-service">
        <Icon size={13} aria-hidden="true" />
        {service}
      </span>{' '}
      <span className="visually-hidden">{error ? 'does not work' : 'works'} </span>
      <span className="check-time">{tookWords(tookMs)}</span>
      {error && (
        <span className="check-why">
          {' '}
          {error.code === 'scope-missing'
            ? featureOffWords(error.scope)
            : errorWords(error, 'here').happened}
        </span>
      )}
    </li>
  );
}

function summary(found: readonly ServiceCheck[]): string {
  const failures = found.filter(({ error }) => error !== null).length;
  if (failures === 0) return found.length === 1 ? 'It works.' : `All ${found.length} work.`;
  return `${failures} of ${found.length} ${failures === 1 ? 'does' : 'do'} not work.`;
}
