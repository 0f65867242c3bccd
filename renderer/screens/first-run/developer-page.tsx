// The way to the page where FreshBooks keeps a person's apps.
import { ExternalLink } from 'lucide-react';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useCommand } from '../../snapshot/use-command.ts';

const DEVELOPER_PAGE = 'https://my.freshbooks.com/#/developer';

export function OpenDeveloperPage() {
  const open = useCommand('link.open');
  return (
    <>
      <button
        type="button"
        className="button button-small button-start"
        onClick={() => open.send({ url: DEVELOPER_PAGE })}
      >
        <ExternalLink size={13} aria-hidden="true" />
        Open the developer page
      </button>
      {open.error && <TroubleNote error={open.error} about="here" />}
    </>
  );
}
