import { formatDate } from '#calendar';
import type { ChangePack } from '../change-pack.js';
import { type Block, facts, type Part, row, text } from '../../paper.js';

/** What the people whom the order protects say of the change. For the court alone: it is never served. */
export function viewsPart({ views }: ChangePack): Part {
  return {
    title: 'Views of the people it protects',
    blocks: [
      text('For the court alone. The respondent must not read it.'),
      ...views.map(({ name, on, consultation, words }): Block =>
        facts([row('Who', name), row('Views', consultation, ...(words ? [words] : [])), ...(on ? [row('On', formatDate(on))] : [])]),
      ),
    ],
  };
}
