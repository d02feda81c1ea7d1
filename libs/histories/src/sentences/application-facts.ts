import { formatDate } from '#calendar';
import { type ApplicationEntry, type ApplicationFact, isApplicationHearingFact } from '#orders';
import { givenAway } from './given-away.js';
import { HEARD, hearingLine } from './hearing-facts.js';
import { APPLICANTS, OTHER_FORUM } from './order-facts.js';
import { type Names, ownWords, type Sentence, type When, list } from './sentence.js';
import { day, moment } from './when-in-words.js';

export { day, moment } from './when-in-words.js';

const OUTCOMES = { granted: 'granted', refused: 'refused', withdrawn: 'withdrawn', otherwise: 'otherwise dealt with' } as const;

const REASONS = {
  'acts-not-made-out': 'the acts were not made out',
  'risk-not-made-out': 'the risk was not made out',
  'not-necessary': 'an order was not found necessary',
  'other-order-made': 'another order was made',
  'respondent-not-traced': 'the respondent was not traced',
  'respondent-died': 'the respondent died',
  'evidence-withdrawn': 'evidence was withdrawn',
  'undertaking-given': 'the respondent gave an undertaking',
  'no-longer-needed': 'an order is no longer needed',
  procedural: 'a procedural reason',
  other: 'another reason',
} as const;

/** A line for a fact of an application. */
export function applicationSentence(fact: ApplicationFact, recorded: When, names: Names): Sentence {
  const line = (when: When, heading: string, lines: readonly string[] = []): Sentence => ({ kind: 'application', when, heading, lines });
  if (isApplicationHearingFact(fact)) {
    const { when, heading, lines } = hearingLine(fact, recorded, names);
    return line(when, heading, lines);
  }
  switch (fact.type) {
    case 'ApplicationFiled':
      return line(day(fact.data.filedOn), `Application for a stalking protection order by ${names.force(fact.data.force)}`, [
        `${fact.data.court.name}, ${fact.data.notice} notice${fact.data.interimSought ? ', interim order sought' : ''}`,
        ...(fact.data.forum === 'youth' ? ['Youth court, by age on the day of filing'] : []),
        `To protect ${list(fact.data.protectedPersonIds.map((id) => names.protectedPerson(id)))}`,
        ...(fact.data.givenAway ? [`Filed on purpose with ${list(givenAway(fact.data.givenAway))}`] : []),
      ]);
    case 'SupportWithdrawn':
      return line(day(fact.data.on), `${names.protectedPerson(fact.data.protectedPersonId)} withdrew support; the application goes on`);
    case 'InterimOrderObtained':
      return line(
        moment(fact.data.made),
        'Interim order obtained on the application',
        fact.data.otherForum ? [`Not the sort of court it was filed at: ${OTHER_FORUM[fact.data.otherForum]}`] : [],
      );
    case 'ApplicationDetermined':
      return line(moment(fact.data.at), `Application ${OUTCOMES[fact.data.outcome]}`, [
        `${fact.data.court.name}${heard(fact.data)}`,
        ...(fact.data.otherForum ? [`Not the sort of court it was filed at: ${OTHER_FORUM[fact.data.otherForum]}`] : []),
        ...(fact.data.reason ? [`Because ${REASONS[fact.data.reason]}`] : []),
        ...ownWords(fact.personal?.note, names),
      ]);
    case 'RefusalAppealed':
      return line(day(fact.data.on), `Appeal against the refusal lodged by ${APPLICANTS[fact.data.by]}; the refusal stays as it is`, [
        fact.data.court.name,
        ...ownWords(fact.personal?.grounds, names),
      ]);
    case 'RefusalAppealDecided':
      return line(moment(fact.data.at), APPEAL_RESULTS[fact.data.result], [fact.data.court.name, ...ownWords(fact.personal?.note, names)]);
    case 'DeterminationRecordedInError':
      return line(recorded, `Recorded in error: the determination of ${formatDate(fact.data.was)}. The application waits again`, [
        ...ownWords(fact.personal?.reason, names),
      ]);
    case 'RefusalAppealRecordedInError': {
      const { what, was } = fact.data;
      const heading =
        what === 'appeal'
          ? `the appeal of ${formatDate(was)} against the refusal`
          : `the decision of ${formatDate(was)} about the appeal. The appeal waits again`;
      return line(recorded, `Recorded in error: ${heading}`, [...ownWords(fact.personal?.reason, names)]);
    }
    case 'ApplicationRecordedInError':
      return line(recorded, `Application recorded in error: ${WHY_IN_ERROR[fact.data.why]}. It counts nowhere`, [
        ...ownWords(fact.personal?.reason, names),
      ]);
    case 'ApplicationEntryRecordedInError': {
      const { entry, was } = fact.data;
      return line(recorded, `Recorded in error: ${ENTRIES[entry.is](formatDate(was))}`, [...ownWords(fact.personal?.reason, names)]);
    }
    case 'CourtTellingDecided':
      return line(
        day(fact.data.on),
        `${names.force(fact.data.force)}: the court is ${fact.data.isTold ? 'told' : 'not told'} that what the application rests on was corrected or recorded in error since it was filed`,
        [...ownWords(fact.personal?.reason, names)],
      );
    case 'HearsayNoticeServed':
      return line(day(fact.data.on), `${names.force(fact.data.force)}: notice of hearsay was served`, [
        ...ownWords(fact.personal?.how, names),
      ]);
    case 'InterimRefusalSettled':
      return line(
        day(fact.data.on),
        `${names.force(fact.data.force)} ${fact.data.how === 'appealed' ? 'appealed' : 'decided not to appeal'} against the refusal of the interim order`,
        [...ownWords(fact.personal?.reason, names)],
      );
    case 'RefusalAccepted':
      return line(day(fact.data.on), `${names.force(fact.data.force)} decided not to appeal against the refusal`, [
        ...ownWords(fact.personal?.reason, names),
      ]);
  }
}

const WHY_IN_ERROR = {
  'wrong-person': 'it is against somebody else',
  twice: 'it is recorded twice',
  'never-filed': 'nobody filed it',
} as const;

const ENTRIES: Readonly<Record<ApplicationEntry['is'], (day: string) => string>> = {
  support: (on) => `that on ${on} somebody no longer supported the application`,
  'hearing-outcome': (on) => `what became of the hearing of ${on}. It waits for its outcome`,
  'direction-done': (on) => `that what the court directed was settled on ${on}. It is still to be done`,
};

const APPEAL_RESULTS = {
  'order-made': 'Appeal against the refusal allowed: the order was made on appeal',
  remitted: 'Appeal against the refusal allowed: the application was sent back to be heard again',
  confirmed: 'Appeal against the refusal dismissed: the refusal stands',
  abandoned: 'Appeal against the refusal abandoned: the refusal stands',
} as const;

function heard(determined: Extract<ApplicationFact, { type: 'ApplicationDetermined' }>['data']): string {
  if (determined.heard) return `, ${HEARD[determined.heard]}`;
  return determined.contested === null ? '' : determined.contested ? ', contested' : ', not contested';
}
