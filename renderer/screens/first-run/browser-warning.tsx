// Our own drawing of what a browser shows for a certificate nobody vouches for, so that the one
// alarming moment of connecting is known before it comes.
import { ArrowLeft, TriangleAlert } from 'lucide-react';

const DESCRIPTION =
  'Drawing of a browser window at https://localhost:47821. It says: this connection is not ' +
  'private. First press Advanced, then go on to localhost.';

export function BrowserWarning() {
  return (
    <div className="warning" role="img" aria-label={DESCRIPTION}>
      <div className="warning-bar">
        <ArrowLeft size={12} />
        <span className="warning-address">
          <TriangleAlert size={11} />
          https://localhost:47821/callback
        </span>
      </div>
      <div className="warning-page">
        <p className="warning-words">
          <TriangleAlert size={16} />
          This connection is not private
        </p>
        <span className="warning-line" />
        <div className="warning-buttons">
          <span className="warning-press">
            <b>1</b>Advanced
          </span>
          <span className="warning-back">Go back</span>
        </div>
        <span className="warning-press warning-press-link">
          <b>2</b>Go on to localhost
        </span>
      </div>
    </div>
  );
}
