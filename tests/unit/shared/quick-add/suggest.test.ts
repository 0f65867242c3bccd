import { describe, expect, it } from 'vitest';
import { complete, withChoice } from '../../../../shared/quick-add/complete.ts';
import { readQuickAdd } from '../../../../shared/quick-add/read-quick-add.ts';
import { suggest } from '../../../../shared/quick-add/suggest.ts';
import type { Suggestion } from '../../../../shared/quick-add/suggestion.ts';
import { CONTEXT } from '../../../support/quick-add-catalog.ts';

const words = ({ clientName, projectTitle, serviceName }: Suggestion) =>
  [clientName, projectTitle, serviceName].filter((name) => name !== null).join(' / ');

const first = (line: string) => {
  const [suggestion] = suggest(line, CONTEXT);
  if (!suggestion) throw new Error(`Nothing was suggested for ${line}`);
  return suggestion;
};

describe('suggestions', () => {
  it('are the last five combinations for an empty line, newest first', () => {
    expect(suggest('', CONTEXT).map(words)).toEqual([
      'Acme / API rebuild / Development',
      'Harbour & Pine / Brand refresh / Design',
      'Zenith Interiors / Phase 2 / Design',
      'Bookkeeping / Admin',
      'Meridian Maps / Q3 report / Research',
    ]);
  });

  it.each([
    ['acme', 'Acme / API rebuild / Development'],
    ['ac', 'Acme / API rebuild / Development'],
    ['a', 'Acme / API rebuild / Development'],
    ['acme w', 'Acme / Website'],
    ['northgate', 'Northgate Dental'],
    ['nort web', 'Northgate Dental / Website'],
    ['1.5h yest zen', 'Zenith Interiors / Phase 2 / Design'],
    ['q3', 'Meridian Maps / Q3 report / Research'],
    ['acme pm', 'Acme / API rebuild / Project management'],
    ['@web', 'Acme Labs / Web app / Development'],
    ['#admin', 'Bookkeeping / Admin'],
    ['zenith api', 'Acme / API rebuild / Development'],
  ])('for %j begin with %s', (line, expected) => {
    expect(words(first(line))).toBe(expected);
  });

  it('put what is used more often and more lately before what is used less', () => {
    const dayMs = 24 * 3_600_000;
    const website = CONTEXT.projects.filter(({ title }) => title === 'Website');
    const recent = website.map(({ id, clientId }, at) => ({
      clientId,
      projectId: id,
      serviceId: null,
      note: '',
      lastUsedAtMs: CONTEXT.nowMs - (at + 1) * dayMs,
      times: at === 0 ? 1 : 9,
    }));
    expect(
      suggest('website', { ...CONTEXT, recent })
        .slice(0, 2)
        .map(words),
    ).toEqual(['Northgate Dental / Website', 'Acme / Website']);
  });

  it('leave out what is no longer in the catalog', () => {
    const gone = { ...CONTEXT, projects: CONTEXT.projects.slice(1) };
    expect(suggest('', gone).map(words)[0]).toBe('Harbour & Pine / Brand refresh / Design');
  });

  it('are few', () => {
    expect(suggest('e', CONTEXT).length).toBeLessThanOrEqual(8);
  });
});

describe('choosing one', () => {
  it.each([
    ['acme a', 'Acme API rebuild #Development '],
    ['1.5h acme ap yest fixed login', '1.5h Acme API rebuild #Development yest fixed login'],
    ['1.5h ', '1.5h Acme API rebuild #Development '],
    ['1h fixed login', '1h Acme API rebuild #Development fixed login'],
    ['acme api !nb 1h', 'Acme API rebuild #Development 1h'],
  ])('turns %j into %j', (line, expected) => {
    expect(complete(line, first(line), CONTEXT)).toBe(expected);
  });

  it('says that it is not billable where that does not follow', () => {
    const suggestion = { ...first('acme api'), billable: false };
    expect(complete('acme api', suggestion, CONTEXT)).toBe('Acme API rebuild #Development !nb ');
  });

  it('quotes the note where its words would be taken for names now', () => {
    const line = '1h "design review"';
    const [, brand] = suggest('', CONTEXT);
    if (!brand) throw new Error('Nothing was suggested');
    expect(readQuickAdd(complete(line, brand, CONTEXT), CONTEXT)).toMatchObject({
      projectId: brand.projectId,
      note: 'design review',
    });
  });
});

describe('answering what is unclear', () => {
  it.each([
    'website 1h',
    'ac 1h fixed login',
    'zenith api 1h',
    'api zenith 1h',
    'acme api design 1h',
    'api #research 1h',
    '@nobody 1h',
    '1h 2h acme',
    'yest mon 1h acme',
    'acme api fixed login 2',
    'acme api 3 bugs fixed',
    'acme 9-10:30 2h',
    '1h acme 13 nov',
    '1h acme thu',
    '1h acme last mon',
    'acme 1:30-3',
    '2-4 acme',
    'api !b !nb 1h',
    'acme api 1h monday meeting',
    'acme api fixed yesterday stuff 1h',
    '15 acme',
    '12.11 acme',
    'acme 9:30 standup',
  ])('settles %j whichever way', (line) => {
    const [question] = readQuickAdd(line, CONTEXT).unclear;
    if (!question) throw new Error(`${line} is clear`);
    expect(question.choices.length).toBeGreaterThan(1);
    for (const choice of question.choices) {
      const answered = withChoice(line, question, choice);
      const { unclear } = readQuickAdd(answered, CONTEXT);
      const isLater = unclear.every(({ why }) => why.endsWith('yet to come.'));
      expect(isLater, `${answered}: ${unclear.map(({ why }) => why).join(' ')}`).toBe(true);
    }
  });
});
