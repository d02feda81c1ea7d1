import { formatDate } from '#calendar';
import { toCsv } from '#pages';
import { counted, knownWords } from './counted.js';
import { type Counts, percentage, type UptakeFigures } from './figures.js';
import { type FigureKey, forceWords, kindWords, nameOf, periodWords } from './figures.view.js';

const counts = [
  'filed',
  'granted',
  'refused',
  'grantedOnAppeal',
  'withdrawn',
  'otherwise',
  'pending',
  'inError',
  'interim',
  'full',
  'other',
] as const;
const countHeader = [
  'applications filed',
  'applications granted',
  'applications refused',
  'of these, orders made on appeal',
  'applications withdrawn',
  'applications otherwise dealt with',
  'applications pending',
  'applications recorded in error, not counted as filed',
  'interim orders made',
  'full orders made',
  'other orders made',
];

/** The figure as a file: the same numbers, with force and month apart where the page adds them up. Not recorded is an empty cell. */
export function figureCsv(key: FigureKey, figures: UptakeFigures): string {
  const { filter } = figures;
  const about = (title: string, unit: string) => ({
    title,
    asAt: formatDate(filter.asAt),
    notes: [
      knownWords(filter),
      forceWords(filter.force),
      key === 'standing' ? 'in force at the end of that day' : periodWords(filter),
      `unit: ${unit}`,
      ...counted(filter)[key],
    ],
  });
  const row = (of: Counts | null) => counts.map((name) => of?.[name] ?? null);
  switch (key) {
    case 'months': {
      const lines = figures.months.flatMap(({ month, counts: total }) => [
        [month, 'all in this file', '', ...row(total)],
        ...figures.cells.filter((cell) => cell.month === month).map((cell) => [month, nameOf(cell.force), cell.force, ...row(cell)]),
      ]);
      return toCsv(
        ['month', 'force', 'force code', ...countHeader],
        lines,
        about('Applications and orders by month and force', 'applications and orders'),
      );
    }
    case 'forces':
      return toCsv(
        ['force', 'force code', ...countHeader],
        figures.forces.map(({ force, counts: of }) => [nameOf(force), force, ...row(of)]),
        about('Applications and orders by force', 'applications and orders'),
      );
    case 'standing':
      return toCsv(
        [
          'kind of order',
          'in force',
          'not served',
          'not served and nothing shows that the respondent knows',
          'ends within 30 days',
          'ends within 60 days',
        ],
        figures.standing.map(({ kind, live, unserved, unknown, expiring30, expiring60 }) => [
          kindWords(kind),
          live,
          unserved,
          unknown,
          expiring30,
          expiring60,
        ]),
        about('Orders in force, not served and ending', 'orders'),
      );
    case 'breached':
      return toCsv(
        [
          'kind of order',
          'orders made (n)',
          'breached at least once',
          'per cent of n',
          'breached once known to the respondent',
          'per cent of n (known)',
        ],
        figures.breached.map(({ kind, made, breached, breachedKnowing }) => [
          kindWords(kind),
          made,
          breached,
          percentage(breached, made),
          breachedKnowing,
          percentage(breachedKnowing, made),
        ]),
        about('Orders alleged to have been breached at least once', 'orders'),
      );
  }
}
