import { type GivesAway, saying, type Whereabouts } from '#people';
import { type Paper, printed, type Words, wordsIn } from './paper.js';

/** Words of a document that say where a protected person is, or how they are reached. */
export interface Leak {
  readonly words: Words;
  readonly gives: GivesAway;
}

/** Every place in the document that says where somebody is, or how they are reached, in any spelling that a reader would understand. */
export function leaksIn(paper: Paper, whereabouts: readonly Whereabouts[]): readonly Leak[] {
  const says = saying(whereabouts);
  return wordsIn(paper).flatMap((words) => {
    const gives = says(printed(words));
    return gives ? [{ words, gives }] : [];
  });
}
