import type { MilestoneFact } from '#orders';
import type { Names, Sentence, When } from './sentence.js';
import { day } from './when-in-words.js';

const REASONS = {
  'acts-not-made-out': 'the acts cannot be shown',
  'risk-not-made-out': 'the risk cannot be shown',
  'not-necessary': 'an order is not necessary',
  'other-order-sought': 'another order is sought instead',
  'other-force-applies': 'another force applies',
  'not-authorised': 'it was not authorised',
  'respondent-not-traced': 'the respondent cannot be traced',
  'made-in-error': 'it was begun in error',
  other: 'another reason',
} as const;

/** A line for what happened to an application before it was filed. Its words are the force's own until then: none of them stand here. */
export function draftSentence(fact: MilestoneFact, recorded: When, names: Names): Sentence {
  const line = (when: When, heading: string, lines: readonly string[] = []): Sentence => ({ kind: 'application', when, heading, lines });
  const force = names.force(fact.data.force);
  switch (fact.type) {
    case 'ApplicationBegun':
      return line(day(fact.data.begunOn), `Application begun by ${force}, in preparation`);
    case 'AuthorisationRequested':
      return line(recorded, `Authorisation of the application asked for within ${force}`);
    case 'AuthorisationGiven':
      return line(recorded, `Application authorised within ${force}`);
    case 'AuthorisationRefused':
      return line(recorded, `Application not authorised within ${force}: it goes back to its writers`);
    case 'DraftAbandoned':
      return line(recorded, `Application given up by ${force}`, [`Because ${REASONS[fact.data.reason]}`]);
  }
}
