import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArgv } from '../../../../../electron/shell/command-line/read-argv.ts';

const packaged = (...words: string[]) => readArgv(['/opt/Traybooks/traybooks', ...words], true);
const development = (...words: string[]) => readArgv(['/dist/electron', ...words], false);

describe('the command line', () => {
  it.each([
    [['--add', 'acme api 1.5h standup'], { do: 'add', text: 'acme api 1.5h standup' }],
    [['--add=acme api 1.5h standup'], { do: 'add', text: 'acme api 1.5h standup' }],
    [['--start', 'acme api'], { do: 'start', text: 'acme api' }],
    [['--start', '-5m acme'], { do: 'start', text: '-5m acme' }],
    [['--add', 'a=b --nb'], { do: 'add', text: 'a=b --nb' }],
    [['--stop'], { do: 'stop' }],
    [['--pause'], { do: 'pause' }],
    [['--resume'], { do: 'resume' }],
    [['--status'], { do: 'status' }],
    [['--show'], { do: 'show' }],
  ])('reads %j', (words, ask) => {
    expect(packaged(...words)).toEqual({ kind: 'ask', ask, json: false, switches: [] });
  });

  it('takes --json before and after', () => {
    expect(packaged('--status', '--json')).toMatchObject({ kind: 'ask', json: true });
    expect(packaged('--json', '--status')).toMatchObject({ kind: 'ask', json: true });
  });

  it('starts the app where nothing of ours is asked for, whatever else is there', () => {
    const launch = { kind: 'launch', requestFolder: null };
    expect(packaged()).toEqual(launch);
    expect(packaged('--no-sandbox', '--ozone-platform=wayland', '-psn_0_12345')).toEqual(launch);
    expect(packaged('/some/file', '--statuses')).toEqual(launch);
    expect(development('-r', '/loader.cjs', '--inspect=0', '/project')).toEqual(launch);
  });

  it('leaves the words before the project to Electron while developing', () => {
    expect(development('--status', '/project')).toEqual({ kind: 'launch', requestFolder: null });
    expect(development('--no-sandbox', '/project', '--add', '1h')).toEqual({
      kind: 'ask',
      ask: { do: 'add', text: '1h' },
      json: false,
      switches: ['--no-sandbox'],
    });
  });

  it('hands on the switches of Chromium, but no debugger', () => {
    const read = packaged('--no-sandbox', '--status', '--inspect=0', '--remote-debugging-port=0');
    expect(read).toMatchObject({ switches: ['--no-sandbox'] });
  });

  it('tells the app who started it and why', () => {
    expect(packaged('--answer-request=/tmp/place')).toEqual({
      kind: 'launch',
      requestFolder: '/tmp/place',
    });
  });

  it.each([
    [['--add']],
    [['--stop=now']],
    [['--add', '  ']],
    [['--add', '--json']],
    [['--start=']],
    [['--add', 'acme', 'api', '1h']],
    [['--stop', '--pause']],
    [['--json']],
    [['--add', 'x'.repeat(2001)]],
  ])('refuses %j in words', (words) => {
    expect(packaged(...words)).toEqual({ kind: 'wrong', why: expect.stringMatching(/\w+.*\.$/) });
  });

  it('shows the help and the version instead of anything else', () => {
    expect(packaged('--help', '--stop')).toEqual({ kind: 'help' });
    expect(packaged('--version')).toEqual({ kind: 'version' });
  });

  it('never throws, and never mistakes a text for an option', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 6 }), (words) => {
        packaged(...words);
        development(...words);
      }),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 2000 }), (text) => {
        fc.pre(text.trim() !== '');
        expect(packaged(`--add=${text}`)).toMatchObject({ ask: { do: 'add', text } });
      }),
    );
  });
});
