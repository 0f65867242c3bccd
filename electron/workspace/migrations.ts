// The database's shape, step by step. A step that was ever shipped is never edited: people's
// files have been through it. `user_version` counts the steps a file has taken.

export const MIGRATIONS: readonly string[] = [
  `
  -- identity, state: JSON, as in shared/books.ts and shared/snapshot.ts.
  CREATE TABLE connections (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    identity TEXT NOT NULL,
    identity_read_at_ms INTEGER NOT NULL,
    chosen_business INTEGER,
    state TEXT NOT NULL,
    active INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX only_one_active ON connections (active) WHERE active = 1;

  -- The last good copy of each list. shape: version of the JSON in body.
  CREATE TABLE cached_lists (
    connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE ON UPDATE CASCADE,
    business_id INTEGER NOT NULL,
    list TEXT NOT NULL,
    shape INTEGER NOT NULL,
    refreshed_at_ms INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (connection_id, business_id, list)
  );

  -- No foreign key to connections: signing out must not lose an entry that was never sent.
  -- source and identity_id say whose it is when that person connects again.
  -- draft, known_ids, refusal: JSON. sent_at_ms: the last attempt whose outcome is not certain.
  CREATE TABLE outbox (
    key TEXT PRIMARY KEY,
    connection_id TEXT NOT NULL,
    source TEXT NOT NULL,
    identity_id INTEGER NOT NULL,
    business_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    draft TEXT NOT NULL,
    state TEXT NOT NULL,
    sent_at_ms INTEGER,
    known_ids TEXT NOT NULL,
    remote_id INTEGER,
    saved_at_ms INTEGER,
    refusal TEXT
  ) WITHOUT ROWID;

  CREATE TABLE notices (
    id TEXT PRIMARY KEY,
    text TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  -- Logins and entries whose rows could not be read; content: JSON, column name to value.
  CREATE TABLE set_aside_rows (
    id INTEGER PRIMARY KEY,
    from_table TEXT NOT NULL,
    content TEXT NOT NULL
  );
  -- Of refreshed_at_ms and body. A copy without it, or with another, is none.
  ALTER TABLE cached_lists ADD COLUMN digest TEXT;
  `,
  `
  -- 0 until the person has said that this is the account they meant.
  ALTER TABLE connections ADD COLUMN kept INTEGER NOT NULL DEFAULT 1;
  `,
  `
  -- A refresh token is on its way, or was when the program ended; token_fingerprint says which one,
  -- never what it is. No foreign key: a login being made has no row yet.
  CREATE TABLE refresh_notes (
    connection_id TEXT NOT NULL,
    token_fingerprint TEXT NOT NULL,
    started_at_ms INTEGER NOT NULL,
    PRIMARY KEY (connection_id, token_fingerprint)
  ) WITHOUT ROWID;
  `,
  `
  -- Logins whose secrets may be in the keychain though no row of connections has them.
  CREATE TABLE unfinished_sign_ins (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  -- An entry can be changed and deleted, too. draft: what it is to be, unless it is to be gone.
  -- attempt: what the request noted in sent_at_ms did, and with what. base: what FreshBooks had
  -- when the person saw it; theirs: what it has instead, or "deleted". former_ids: what it was
  -- before it was deleted and added once more. act: what can be taken back. All but gone: JSON.
  ALTER TABLE outbox ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE outbox ADD COLUMN attempt TEXT;
  ALTER TABLE outbox ADD COLUMN former_ids TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE outbox ADD COLUMN base TEXT;
  ALTER TABLE outbox ADD COLUMN theirs TEXT;
  ALTER TABLE outbox ADD COLUMN act TEXT;
  -- The timer at FreshBooks that this entry closes, as in shared/running-timers.ts.
  ALTER TABLE outbox ADD COLUMN timer TEXT;
  `,
  `
  -- No connection: a timer runs for a person in a business, whatever login they have today.
  -- body: JSON, as in timer/timer-row.ts; its instants are milliseconds since the epoch.
  CREATE TABLE timers (
    key TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    identity_id INTEGER NOT NULL,
    business_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX only_one_timer ON timers (source, identity_id, business_id)
    WHERE state = 'current';
  `,
];
