// Lines that are typed letter by letter into the large catalog, with names that many others share,
// slips, questions and long notes.
export const TYPED: readonly string[] = [
  'north dental 0 website 1.5h yest fixed login',
  '2h harbour foods api rebuild 9-10:30 design review',
  'cedar gardens brand launch 1:30 last fri "note"',
  '@amber motros #migratoin 45m !nb wrote to the whole team about the migration',
  'silver press audit refersh 9:15-10 mon',
  'fixed the login of the lantern press newsletter 1h',
  'call with meadow logistics about the portal 30m',
  'since 9 granite theatre app support',
  'website 1h',
  'phase 12 portal api app brand campaign website catalogue audit newsletter migration',
  'wrote a long note about everything that happened between the two of us and nobody else 1.5h yest',
];
