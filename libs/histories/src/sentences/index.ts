import { londonDate } from '#calendar';
import type { BreachFact, TellingFact } from '#breaches';
import type { CaseFact, ExhibitFact } from '#cases';
import { parseStreamName, type Recorded } from '#event-sourcing';
import { type ApplicationFact, isMilestone, isYouthFact, type MilestoneFact, type OrderFact, type YouthFact } from '#orders';
import type { LinkFact, PerpetratorFact } from '#people';
import { applicationSentence } from './application-facts.js';
import { draftSentence } from './draft-facts.js';
import { exhibitSentence } from './exhibit-facts.js';
import { breachSentence } from './breach-facts.js';
import { caseSentence } from './case-facts.js';
import { linkSentence } from './link-facts.js';
import { orderSentence } from './order-facts.js';
import { tellingSentence } from './telling-facts.js';
import { perpetratorSentence } from './perpetrator-facts.js';
import { youthSentence } from './youth-facts.js';
import type { FactInError, Names, Sentence, When } from './sentence.js';

export { endInWords } from './when-in-words.js';
export * from './sentence.js';

/** Every fact that belongs on a perpetrator's history. */
export type HistoryFact =
  PerpetratorFact | MilestoneFact | ApplicationFact | YouthFact | OrderFact | BreachFact | TellingFact | LinkFact | CaseFact | ExhibitFact;

/** The streams whose facts make the history, with the sentences of each. A new fact without a sentence does not compile. */
const BY_CATEGORY = {
  perpetrator: (fact: HistoryFact, recorded: When, names: Names) => perpetratorSentence(fact as PerpetratorFact, recorded, names),
  application: (fact: HistoryFact, recorded: When, names: Names) =>
    isMilestone(fact)
      ? draftSentence(fact, recorded, names)
      : isYouthFact(fact)
        ? youthSentence(fact, names)
        : applicationSentence(fact as ApplicationFact, recorded, names),
  order: (fact: HistoryFact, recorded: When, names: Names) => orderSentence(fact as OrderFact, recorded, names),
  investigation: (fact: HistoryFact, recorded: When, names: Names) => caseSentence(fact as CaseFact, recorded, names),
  exhibits: (fact: HistoryFact, recorded: When) => exhibitSentence(fact as ExhibitFact, recorded),
  link: (fact: HistoryFact, recorded: When, names: Names) => linkSentence(fact as LinkFact, recorded, names),
  telling: (fact: HistoryFact, _recorded: When, names: Names) => tellingSentence(fact as TellingFact, names),
  breach: (fact: HistoryFact, recorded: When, names: Names) => breachSentence(fact as BreachFact, recorded, names),
} as const;

export type HistoryCategory = keyof typeof BY_CATEGORY;

export function isHistoryCategory(category: string): category is HistoryCategory {
  return category in BY_CATEGORY;
}

/** The line for a recorded fact. */
export function sentence(category: HistoryCategory, event: Pick<Recorded<HistoryFact>, 'fact' | 'envelope'>, names: Names): Sentence {
  const on = londonDate(event.envelope.recordedAt);
  const said = BY_CATEGORY[category](
    event.fact,
    { on, until: on, at: event.envelope.recordedAt },
    { ...names, wrote: event.envelope.force, record: recordOf(event.fact) },
  );
  const heading = said.heading.slice(0, 1).toUpperCase() + said.heading.slice(1);
  const isInError =
    (isOfCourt(category) || event.fact.type === 'DetentionExtended') && names.inError(event.fact as FactInError, event.envelope.recordedAt);
  return { ...said, heading: isInError ? `Recorded in error: ${heading}` : heading };
}

/** The report or the case that a fact is of, by its id. */
function recordOf({ data }: HistoryFact): string | null {
  if ('breachId' in data && typeof data.breachId === 'string') return data.breachId;
  return 'caseId' in data && typeof data.caseId === 'string' ? data.caseId : null;
}

/** Whether its facts can have been recorded in error one by one. */
export function isOfCourt(category: HistoryCategory): category is 'order' | 'application' {
  return category === 'order' || category === 'application';
}

/** The category and the id in the name of a stream that is part of a history. Anything else is a bug. */
export function parseHistoryStream(stream: string): { category: HistoryCategory; id: string } {
  const { category, id } = parseStreamName(stream);
  if (!isHistoryCategory(category)) throw new Error(`Streams of category ${category} are on no history`);
  return { category, id };
}
