import { formatDateTime, type Instant } from '#calendar';
import type { OrderView } from '../perpetrator-history/answer.view.js';
import type { PerpetratorHistoryView } from '../perpetrator-history/perpetrator-history.view.js';
import { type Block, facts, heading, list, note, type Paper, row, text } from './paper.js';

/** Who had it made, and when. */
export interface Printing {
  readonly name: string;
  readonly force: string;
  readonly at: Instant;
}

/** The history as this reader may read it, oldest first, for a court or a file. Masks and letters are those of the reader's own page. */
export function historyPaper(view: PerpetratorHistoryView, asAt: Instant, printing: Printing): Paper {
  const by = `Printed by ${printing.name}, ${printing.force}, ${formatDateTime(printing.at)}`;
  const { identity, answer, counts, signals, lines, protectedPeople, under18 } = view;
  const reporting = under18?.reporting && under18.reporting.isRestricted !== 'no' ? under18.reporting.heading : null;
  return {
    title: `History: ${identity.name}`,
    author: printing.force,
    foot: `${identity.name} · as known ${formatDateTime(asAt)} · ${by}${reporting ? ` · ${reporting}` : ''}`,
    mark: null,
    date: printing.at,
    parts: [
      {
        title: identity.name,
        blocks: [
          ...(under18
            ? [
                text(
                  [under18.heading, ...(under18.reporting ? [under18.reporting.heading, ...under18.reporting.lines] : [])]
                    .map((line) => `${line}.`)
                    .join(' '),
                ),
              ]
            : []),
          facts([
            row('Born', identity.born.replace(/^born /i, '') || 'Not known'),
            ...(identity.alsoKnownAs.length > 0 ? [row('Also known as', identity.alsoKnownAs.join(', '))] : []),
            ...(identity.identifiers.length > 0 ? [row('Identifiers', ...identity.identifiers)] : []),
            row('Forces', identity.forces.join(', ') || 'None'),
            ...(protectedPeople.length > 0 ? [row('Protected people', ...protectedPeople.map(({ name }) => name))] : []),
            row('As known', formatDateTime(asAt)),
            row('Printed', by.replace('Printed by ', 'By ')),
          ]),
          heading(answer.heading),
          ...answer.orders.flatMap(order),
          ...(answer.past.length > 0 ? [heading('Earlier orders'), list(answer.past.map(({ words }) => words))] : []),
          heading('Counts'),
          facts(counts.map(({ unit, count, of }) => row(unit, of ? `${count} (${of})` : String(count)))),
          ...(signals.length > 0
            ? [heading('Signals'), list(signals.map((signal) => [signal.heading, ...signal.reasons].join(': ')))]
            : []),
          note('For the police and the court. It is not masked for service on the respondent: use the application pack for that.'),
        ],
      },
      {
        title: 'History',
        blocks:
          lines.length === 0
            ? [text('Nothing is recorded.')]
            : [
                text('Every line is a recorded fact. Oldest first; times are London times.'),
                {
                  is: 'table',
                  caption: 'What is recorded',
                  columns: [
                    { title: 'When', share: 0.18 },
                    { title: 'What happened', share: 0.5 },
                    { title: 'Record', share: 0.14 },
                    { title: 'Recorded', share: 0.18 },
                  ],
                  rows: lines
                    .toReversed()
                    .map((line) => [
                      [line.when],
                      [line.heading, ...line.lines],
                      [line.href ? line.href.replace(/^\/(\w+?)s?\/.*(.{8})$/, '$1 $2') : 'personal record'],
                      [line.force, line.recorded, ...(line.late ? [line.late] : [])],
                    ]),
                },
              ],
      },
    ],
  };
}

function order(one: OrderView): Block[] {
  const conditions = (title: string, those: OrderView['mustNot']) =>
    those.length === 0
      ? []
      : [row(title, ...those.map(({ number, words, notes }) => `${number}. ${words}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`))];
  return [
    facts([
      row('Order', one.name, `${one.court}, made ${one.made}, ${one.ends}`),
      row('Knowledge', one.known.words),
      ...(one.warnings.length > 0 ? [row('Note', ...one.warnings)] : []),
      ...conditions('Must not', one.mustNot),
      ...conditions('Must', one.must),
    ]),
  ];
}
