import { formatDate } from '#calendar';
import {
  whenInWords,
  type Applicant,
  type AwarenessBasis,
  type ConditionChange,
  entryCalled,
  isOrderHearingFact,
  isProposalFact,
  kindRule,
  type OrderFact,
  type ServiceMethod,
  type WhyOrderInError,
} from '#orders';
import { day, endInWords, moment } from './when-in-words.js';
import { hearingLine } from './hearing-facts.js';
import { proposalLine } from './proposal-facts.js';
import { type HistoryKind, type Names, ownWords, type Sentence, type When, list, words } from './sentence.js';

export const OTHER_FORUM = {
  'turned-18': 'the respondent had turned 18 since the filing',
  'age-found': 'the court found another age than the one recorded',
  'sent-there': 'the court sent it there',
  other: 'another reason',
} as const;

const METHODS: Readonly<Record<ServiceMethod, string>> = {
  personal: 'in person',
  'in-court': 'in court',
  'read-by-officer': 'by an officer who read it out',
  'left-at-address': 'left at an address',
  post: 'by post',
  solicitor: 'through a solicitor',
  other: 'in another way',
};
const BASES: Readonly<Record<AwarenessBasis, string>> = {
  'in-court': 'was in court',
  told: 'was told',
  solicitor: 'knew through a solicitor',
  'own-words': 'said so',
  other: 'knew in another way',
};
export const APPEALED = {
  making: 'the order',
  variation: 'a variation',
  renewal: 'a renewal',
  discharge: 'the discharge',
  refusal: 'a refusal',
} as const;
export const APPLICANTS: Readonly<Record<Applicant, string>> = {
  'chief-officer': 'the chief officer',
  respondent: 'the respondent',
  prosecution: 'the prosecution',
  'protected-person': 'the protected person',
  'third-party': 'a third party',
  court: 'the court itself',
};
const CHECKED = { met: 'met', missed: 'missed', excused: 'missed and excused' } as const;
const WHY_IN_ERROR: Readonly<Record<WhyOrderInError, string>> = {
  'wrong-person': 'It is against somebody else',
  twice: 'It is recorded twice',
  'never-made': 'No court made it',
};
const ABOUT = { initial: 'name and address', name: 'a new name', address: 'a new address' } as const;

/** A line for a fact of an order of any kind; `recorded` is when it was recorded, for facts that happen then. */
export function orderSentence(fact: OrderFact, recorded: When, names: Names): Sentence {
  const line = (kind: HistoryKind, when: When, heading: string, lines: readonly string[] = []): Sentence => ({
    kind,
    when,
    heading,
    lines,
  });
  const it = () => names.order(fact.data.orderId);
  if (isProposalFact(fact) || isOrderHearingFact(fact)) {
    const { when, heading, lines } = isProposalFact(fact) ? proposalLine(fact, recorded, names) : hearingLine(fact, recorded, names);
    return line('order', when, heading, lines);
  }
  switch (fact.type) {
    case 'OrderMade':
      return line(
        'order',
        moment(fact.data.made),
        `${kindRule(fact.data.kind).name} made${fact.data.onAppeal ? ' on appeal against the refusal of the application' : ''}`,
        [
          `${fact.data.court.name}, ${endInWords(fact.data.end)}`,
          `Protects ${list(fact.data.protectedPersonIds.map((id) => names.protectedPerson(id)))}`,
          ...(fact.data.respondentPresent ? ['The respondent was in court'] : []),
          ...(fact.data.otherForum ? [`Not the sort of court to which it belongs by age: ${OTHER_FORUM[fact.data.otherForum]}`] : []),
        ],
      );
    case 'ServiceAttempted':
      return line(
        'service',
        moment(fact.data.at),
        `Service attempted ${METHODS[fact.data.method]}, not served`,
        words(fact.personal?.result, names),
      );
    case 'OrderServed':
      return line(
        'service',
        moment(fact.data.at),
        `${fact.data.served === 'order' ? 'Order' : 'Variation'} served ${METHODS[fact.data.method]}`,
        fact.data.proof === 'none-yet' ? ['Proof of service still to come'] : [],
      );
    case 'AwarenessEvidenced':
      return line(
        'service',
        moment(fact.data.at),
        `Respondent ${BASES[fact.data.basis]}: knows of the ${fact.data.of === 'order' ? 'order' : 'variation'}`,
        words(fact.personal?.detail, names),
      );
    case 'OrderVaried':
      return line('order', moment(fact.data.effective), fact.data.onAppeal ? 'Order changed on appeal' : 'Order varied', [
        `${fact.data.court.name}, on application of ${APPLICANTS[fact.data.onApplicationOf]}`,
        ...fact.data.changes.map((change) => changeInWords(change, fact.data.orderId, names)),
        ...(fact.data.end ? [`Now ${endInWords(fact.data.end)}`] : []),
        ...(fact.data.respondentPresent ? ['The respondent was in court'] : []),
      ]);
    case 'OrderRenewed':
      return line(
        'order',
        moment(fact.data.made),
        fact.data.outOfTime ? 'Order renewed on an application filed out of time' : 'Order renewed',
        [`${fact.data.court.name}, ${endInWords(fact.data.end)}, filed ${formatDate(fact.data.filedOn)}`],
      );
    case 'DischargeConsentGiven':
      return line('order', day(fact.data.on), `Consent to discharge given by the ${fact.data.by.replaceAll('-', ' ')}`);
    case 'OrderDischarged':
      return line('order', moment(fact.data.at), 'Order discharged', [
        `${fact.data.court.name}, on application of ${APPLICANTS[fact.data.onApplicationOf]}`,
        ...(fact.data.withoutConsent ? ['Although a consent that the Act asks for was not recorded'] : []),
        ...ownWords(fact.personal?.reason, names),
      ]);
    case 'AppealLodged':
      return line(
        'order',
        day(fact.data.on),
        `Appeal${fact.data.against ? ` against ${APPEALED[fact.data.against.decision]}` : ''} lodged by ${APPLICANTS[fact.data.by]}; the order stays as it is`,
      );
    case 'ChangeAccepted':
      return line('order', day(fact.data.on), `${names.force(fact.data.force)} decided not to appeal against what the respondent obtained`);
    case 'AppealDetermined':
      return line(
        'order',
        moment(fact.data.at),
        fact.data.result
          ? `${fact.data.rehearing ? 'The court below decided what was sent back on appeal' : 'Appeal decided'}: ${fact.data.result.replaceAll('-', ' ')}`
          : `Appeal ${fact.data.outcome}`,
        [fact.data.court.name],
      );
    case 'OrderQuashed':
      return line('order', moment(fact.data.at), 'Order quashed', [
        fact.data.court.name,
        'It binds no more; what was in force before stays recorded',
      ]);
    case 'InterimOrderCeased':
      return line('order', moment(fact.data.at), 'Interim order ended: the main application was determined');
    case 'NotificationExempted':
      return line(
        'service',
        fact.data.finalDay ? day(fact.data.finalDay) : recorded,
        fact.data.finalDay
          ? `Duty to notify wakes on ${formatDate(fact.data.finalDay)}, when notification under the Sexual Offences Act ends`
          : 'Duty to notify sleeps while notification under the Sexual Offences Act lasts',
      );
    case 'DetailsChangeLearned':
      return line('service', day(fact.data.on), `Respondent has ${ABOUT[fact.data.of]}: to be notified within three days`);
    case 'NotificationGiven':
      return line(
        'service',
        moment(fact.data.at),
        `Respondent notified police of ${ABOUT[fact.data.about]}${fact.data.inAdvance ? ', in advance' : ''}`,
      );
    case 'NotificationDefaulted':
      return line(
        'service',
        day(fact.data.lastDay),
        `Respondent did not notify police of ${ABOUT[fact.data.about]} by the end of ${formatDate(fact.data.lastDay)}`,
      );
    case 'RequirementChecked': {
      const { days, result, versionId, orderId } = fact.data;
      const [first = recorded.on, last = first] = [days[0], days.at(-1)];
      const heading = `Requirement ${CHECKED[result]}${days.length > 1 ? `, on ${days.map((one) => formatDate(one)).join(', ')}` : ''}`;
      return line('service', { on: first, until: last, at: null }, heading, [
        `Of ${names.condition(orderId, versionId)}`,
        ...ownWords(fact.personal?.note, names),
      ]);
    }
    case 'NationalRecordConfirmed':
      return line('service', day(fact.data.on), `National record ${fact.data.state}, confirmed`);
    case 'CourtWordsShown': {
      const { toForce, why } = fact.data;
      const heading = `The words of the court shown to an officer of ${names.force(toForce)}, to be read to the respondent`;
      return line('service', recorded, heading, [
        it(),
        why === 'at-the-door' ? 'With the respondent' : 'For another reason',
        ...words(fact.personal?.reason, names),
      ]);
    }
    case 'OrderConflictsWeighed': {
      const { of, conflicts } = fact.data;
      const what = of !== 'order' && 'proposalId' in of ? `what the court is asked to change in ${it()}` : it();
      const others = conflicts.flatMap(({ beside }) =>
        beside ? [`Beside: ${names.order(beside.orderId)}, ${names.force(beside.force)}`] : [],
      );
      return line('order', recorded, `Weighed against other orders and gone on with: ${what}`, [
        ...new Set(others),
        ...ownWords(fact.personal?.reason, names),
      ]);
    }
    case 'EntryRecordedInError': {
      const { entry, was } = fact.data;
      return line('order', recorded, `Recorded in error and counts no more: ${entryCalled(entry, was)}`, [
        it(),
        ...ownWords(fact.personal?.reason, names),
      ]);
    }
    case 'OrderRecordedInError':
      return line('order', recorded, `Recorded in error, it bound nobody: ${it()}`, [
        WHY_IN_ERROR[fact.data.why],
        ...ownWords(fact.personal?.reason, names),
      ]);
    case 'OrderCorrected':
      return line('order', recorded, `Record corrected: ${it()}`, [
        ...(fact.data.made ? [`Made ${formatDate(fact.data.made.on)}`] : []),
        ...(fact.data.end ? [`In force ${endInWords(fact.data.end)}`] : []),
        ...(fact.data.court ? [fact.data.court.name] : []),
        ...(fact.data.ceased
          ? [`Ended with the making of the full order on ${whenInWords(fact.data.ceased.is)}, not on ${whenInWords(fact.data.ceased.was)}`]
          : []),
        ...(fact.data.replaces === undefined ? [] : [inPlaceOf(fact.data.replaces, names)]),
        ...ownWords(fact.personal?.reason, names),
      ]);
    case 'ConditionCorrected':
      return line(
        'order',
        recorded,
        `Wording corrected: ${names.condition(fact.data.orderId, fact.data.version.versionId)}`,
        ownWords(fact.personal?.reason, names),
      );
  }
}

function inPlaceOf(replaces: string | null, names: Names): string {
  return replaces === null
    ? 'In place of no interim order, so that the first notification is asked under it'
    : `In place of: ${names.order(replaces)}`;
}

function changeInWords(change: ConditionChange, orderId: string, names: Names): string {
  switch (change.change) {
    case 'added':
      return `Added: ${names.condition(orderId, change.version.versionId)}`;
    case 'reworded':
      return `Now: ${names.condition(orderId, change.version.versionId)}`;
    case 'removed':
      return 'A condition removed';
  }
}
