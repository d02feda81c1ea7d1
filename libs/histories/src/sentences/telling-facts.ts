import { newsWords, tellerWords, type TellingFact, whyNotToldWords } from '#breaches';
import { londonDate } from '#calendar';
import type { Names, Sentence } from './sentence.js';

/** A line for what a protected person was told of an order, or not. Neither how they were reached, nor who told them, nor what was noted of them is on a history. */
export function tellingSentence(fact: TellingFact, names: Names): Sentence {
  const { at, protectedPersonId, orderId, news, role } = fact.data;
  const on = londonDate(at);
  const who = names.protectedPerson(protectedPersonId);
  const line = (done: string, lines: readonly string[]): Sentence => ({
    kind: 'order',
    when: { on, until: on, at },
    heading: `${who} ${done} of ${newsWords[news]}`,
    lines: [names.order(orderId), ...lines],
  });
  switch (fact.type) {
    case 'OrderNewsTold':
      return line('told', [tellerWords[role]]);
    case 'OrderNewsNotTold':
      return line('not told', [whyNotToldWords[fact.data.because]]);
    case 'OrderNewsWithheld':
      return line('not to be told', [
        whyNotToldWords[fact.data.because],
        ...(fact.data.reach === 'order' ? ['Nor of anything else about the order, until they want to hear again'] : []),
      ]);
  }
}
