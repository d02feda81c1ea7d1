import type { ChronologyLine, CourtPack } from '../court-pack.js';
import { type Block, type Part, text } from '../paper.js';

/** What happened, oldest first: each line a recorded fact with its source and who recorded it. */
export function chronologyPart({ chronology }: CourtPack): Part {
  return { title: 'Chronology', blocks: chronologyTable(chronology) };
}

/** The lines as a table. */
export function chronologyTable(chronology: readonly ChronologyLine[]): readonly Block[] {
  if (chronology.length === 0) return [text('Nothing is recorded.')];
  return [
    text(
      'Every line is a recorded fact, told with the record it stands in and the role and force of whoever recorded it. Oldest first; times are London times.',
    ),
    {
      is: 'table',
      caption: 'What is recorded',
      columns: [
        { title: 'When', share: 0.17 },
        { title: 'What happened', share: 0.47 },
        { title: 'Source', share: 0.16 },
        { title: 'Recorded by', share: 0.2 },
      ],
      rows: chronology.map(({ when, heading, words, source, recorder }) => [[when], [heading, ...words], [source], [recorder]]),
    },
  ];
}
