import { expect, it } from 'vitest';
import { systemFacts } from '../../../../electron/shell/system-facts.ts';

it('names the runtime, the system and the desktop', () => {
  const [runtime, system] = systemFacts({
    XDG_CURRENT_DESKTOP: 'ubuntu:GNOME',
    XDG_SESSION_TYPE: 'x11',
  });
  expect(runtime).toContain(`Node ${process.versions.node}`);
  expect(system).toMatch(/, ubuntu:GNOME x11$/);
});

it('repeats nothing that is not a plain name', () => {
  const facts = systemFacts({
    XDG_CURRENT_DESKTOP: 'GNOME\nsecret: 1',
    XDG_SESSION_TYPE: undefined,
  });
  expect(facts).toHaveLength(2);
  expect(facts.join()).not.toContain('secret');
});
