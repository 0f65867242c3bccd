// Copies one value; says so in place for a moment.
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useCommand } from '../snapshot/use-command.ts';
import { TroubleNote } from './trouble-note.tsx';

const SAID_FOR_MS = 1600;

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the accessible name: "Copy <what>". */
  readonly what: string;
  /** Shown beside the icon; an icon alone when left out. */
  readonly label?: string;
}

export function CopyButton({ text, what, label }: CopyButtonProps) {
  const copy = useCommand('clipboard.copy');
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function press() {
    const answer = await copy.send({ text });
    if (answer?.ok) setCopied(true);
  }

  const Icon = copied ? Check : Copy;
  return (
    <>
      <button
        type="button"
        className={label ? 'button button-small' : 'icon-button'}
        aria-label={copied ? `Copied ${what}` : `Copy ${what}`}
        onClick={press}
      >
        <Icon size={14} aria-hidden="true" />
        {label && <span>{copied ? 'Copied' : label}</span>}
      </button>
      {copy.error && <TroubleNote error={copy.error} about="here" />}
    </>
  );
}
