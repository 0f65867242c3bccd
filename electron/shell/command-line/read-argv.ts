// What was asked for on the command line. It is looked at before anything else at every launch, so
// it is small and brings nothing along. Chromium's own switches come mixed in and are left alone.

export type Ask =
  | { readonly do: 'add' | 'start'; readonly text: string }
  | { readonly do: 'stop' | 'pause' | 'resume' | 'status' | 'show' };

export type CommandLine =
  /** The app itself; `requestFolder` when a caller started it, who wants no window. */
  | { readonly kind: 'launch'; readonly requestFolder: string | null }
  | {
      readonly kind: 'ask';
      readonly ask: Ask;
      readonly json: boolean;
      /** Chromium's switches, to start the app as this was started. */
      readonly switches: readonly string[];
    }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly why: string };

/** Tells the app that is started by a caller where the request lies; never typed by a person. */
export const REQUEST_SWITCH = '--answer-request';

/** Longer than any line people type, shorter than what could choke the parser. */
const LONGEST_TEXT = 2000;

const WITH_TEXT = ['add', 'start'] as const;
const ALONE = ['stop', 'pause', 'resume', 'status', 'show'] as const;

/** A debugger is for this process; another on its port would not start. */
const NOT_PASSED_ON = /^--(?:inspect|remote-debugging)/;

/**
 * @param argv `process.argv`: of a package `app …`, of a development copy
 *   `electron [switches] FOLDER …`
 */
export function readArgv(argv: readonly string[], isPackaged: boolean): CommandLine {
  const { before, own } = isPackaged ? { before: [], own: argv.slice(1) } : inDevelopment(argv);
  const asks: Ask[] = [];
  const strays: string[] = [];
  const switches: string[] = [];
  let json = false;
  let requestFolder: string | null = null;
  let asksItself: 'help' | 'version' | null = null;

  for (let at = 0; at < own.length; at += 1) {
    const word = own[at] ?? '';
    const { name, value } = partsOf(word);
    const withText = WITH_TEXT.find((each) => each === name);
    const alone = ALONE.find((each) => each === name);
    if (withText) {
      const text = value ?? textAfter(own, at);
      if (value === null && text !== null) at += 1;
      if (!text?.trim()) return wrong(`--${withText} wants a text, in quotes.`);
      if (text.length > LONGEST_TEXT) return wrong(`The text after --${withText} is too long.`);
      asks.push({ do: withText, text });
    } else if (alone && value !== null) return wrong(`--${alone} takes no text.`);
    else if (alone) asks.push({ do: alone });
    else if (word === '--json') json = true;
    else if (word === '--help' || word === '--version') asksItself = name as 'help' | 'version';
    else if (name !== null && `--${name}` === REQUEST_SWITCH) requestFolder = value;
    else if (word.startsWith('-')) switches.push(word);
    else strays.push(word);
  }

  if (asksItself) return { kind: asksItself };
  const [ask, ...more] = asks;
  if (!ask)
    return json ? wrong('--json goes with another option.') : { kind: 'launch', requestFolder };
  if (more.length > 0) return wrong('Only one thing can be asked for at a time.');
  if (strays.length > 0) return wrong(`“${strays[0]}” was not expected. Put the text in quotes.`);
  const passedOn = [...before, ...switches].filter((word) => !NOT_PASSED_ON.test(word));
  return { kind: 'ask', ask, json, switches: passedOn };
}

/** What stands before the folder, and the folder, are Electron's; the app's own comes after. */
function inDevelopment(argv: readonly string[]) {
  const before: string[] = [];
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    // Followed by a file to load first, which test drivers use; it is for this process alone.
    if (word === '-r' || word === '--require') at += 1;
    else if (word.startsWith('-')) before.push(word);
    else return { before, own: argv.slice(at + 1) };
  }
  return { before, own: [] };
}

function partsOf(word: string): { readonly name: string | null; readonly value: string | null } {
  const match = /^--([a-z][a-z-]*)(?:=(.*))?$/s.exec(word);
  return { name: match?.[1] ?? null, value: match?.[2] ?? null };
}

/** A text may begin with one hyphen, as in "-5m"; with two it is the next option. */
function textAfter(own: readonly string[], at: number): string | null {
  const next = own[at + 1];
  return next === undefined || next.startsWith('--') ? null : next;
}

function wrong(why: string): CommandLine {
  return { kind: 'wrong', why };
}
