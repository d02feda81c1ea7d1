import { formatDate, formatDateTime, londonDate } from '#calendar';
import { notificationOffence, tellerWords, whyNotToldWords } from '#breaches';
import type { BreachFact, ContactKind, FlagReason, NfaReason, Occurred, SafetyAction, VictimUpdateAbout } from '#breaches';
import { keptBy } from '#people';
import { day } from './application-facts.js';
import { type HistoryKind, type Names, type Sentence, type When, list, words } from './sentence.js';

export const CONTACTS: Readonly<Record<ContactKind, string>> = {
  message: 'message',
  call: 'call',
  approach: 'approach',
  area: 'entering an area',
  online: 'online contact',
  'third-party': 'contact through someone else',
  device: 'device',
  watching: 'following or watching',
  gift: 'gift',
  'missed-requirement': 'missed requirement',
  notification: 'not notifying police',
  other: 'other contact',
};
const NFA: Readonly<Record<NfaReason, string>> = {
  evidential: 'not enough evidence',
  'not-in-public-interest': 'not in the public interest',
  'support-withdrawn': 'support was withdrawn',
  'suspect-not-identified': 'the suspect was not identified',
  'reasonable-excuse': 'a reasonable excuse',
  'not-aware-of-order': 'the person was not shown to know of the order',
  'not-in-force': 'no order was in force',
  'out-of-time': 'out of time',
  other: 'another reason',
};
const UPDATES: Readonly<Record<VictimUpdateAbout, string>> = {
  'report-decision': 'the decision on the report',
  arrest: 'the arrest',
  interview: 'the interview',
  release: 'the release',
  charge: 'the charge',
  remand: 'bail or remand after the charge',
  'no-further-action': 'the decision to take no further action',
  'court-outcome': 'the outcome in court',
  'order-change': 'a change of the order',
  'out-of-court': 'the decision to deal with it out of court',
};
const SAFETY: Readonly<Record<SafetyAction, string>> = {
  advice: 'safety advice',
  alarm: 'alarm given',
  'home-security': 'home security',
  'address-marker': 'address marked',
  patrols: 'patrols',
  'moved-to-safety': 'helped to a safe place',
  advocate: 'advocate told',
  children: 'children considered',
  'respondent-sought': 'respondent sought',
  other: 'something else',
};
const REMANDS = {
  'bail-with-conditions': 'bailed with conditions',
  bail: 'bailed without conditions',
  custody: 'remanded in custody',
} as const;
const RELEASES = {
  'bail-with-conditions': 'on bail with conditions',
  bail: 'on bail',
  'under-investigation': 'under investigation',
  'no-further-action': 'without further action',
} as const;
const FLAGS: Readonly<Record<FlagReason, string>> = {
  'order-quashed': 'the order was quashed',
  'wording-corrected': 'the wording it rests on was corrected',
  'earlier-variation': 'the order was varied with effect before it happened',
  'order-corrected': 'the record of the order was corrected',
  'order-in-error': 'the order was recorded in error',
  'in-force-after-all': 'an order, or words of it, turned out to have been in force when it happened',
  'earlier-end': 'the order was found to have ended before it happened',
  'link-undone': 'that both records are of one person was taken back, and the order was made against the other',
  'time-corrected': 'when it happened was corrected, and the wording alleged was not, or may not have been, in force then',
  'against-the-record': 'a failure to notify is alleged although the record shows none',
  'words-awaited': 'a court changed the words on an appeal before it happened, and the new words were not recorded',
  'wording-uncertain': 'nobody knows whether the order changed before or after it happened, so the wording alleged was chosen',
};

/** A line for a fact of a breach or of contact that is kept; `recorded` is when it was recorded, for facts that happen then. */
export function breachSentence(fact: BreachFact, recorded: When, names: Names): Sentence {
  const line = (when: When, heading: string, lines: readonly string[] = [], kind: HistoryKind = 'breach'): Sentence => ({
    kind,
    when,
    heading,
    lines,
  });
  switch (fact.type) {
    case 'BreachReported':
      return line(occurred(fact.data.occurred), `Breach alleged: ${what(fact.data.kinds, fact.data.protectedPersonIds, names)}`, [
        ...corrected(fact, names),
        ...fact.data.allegations.map((a) => allegation(a, names)),
        ...(fact.data.awarenessToShow
          ? ['In force, and nothing showed then that the person knew of what is alleged: evidence of it is needed']
          : []),
        ...words(fact.personal?.account, names),
      ]);
    case 'ContactKept':
      return line(
        occurred(fact.data.occurred),
        `Contact kept, not a breach: ${what(fact.data.kinds, fact.data.protectedPersonIds, names)}`,
        [...corrected(fact, names), ...words(fact.personal?.account, names)],
        'contact',
      );
    case 'AllegationAdded':
      return line(recorded, 'Allegation added', [allegation(fact.data.allegation, names)]);
    case 'AllegationWithdrawn':
      return line(recorded, 'Allegation withdrawn', words(fact.personal?.reason, names));
    case 'AddendumRecorded':
      return line(fact.data.occurred ? occurred(fact.data.occurred) : recorded, 'Added to the report', words(fact.personal?.text, names));
    case 'TimeCorrected':
      return line(
        recorded,
        `When it happened was corrected: ${timeInWords(fact.data.occurred)}, not ${timeInWords(fact.data.was)}`,
        words(fact.personal?.reason, names),
      );
    case 'EvidenceReferenced':
      return line(recorded, `Evidence: ${fact.data.kind.replaceAll('-', ' ')}`);
    case 'ArrestMade':
      return line(instant(fact.data.at), 'Arrested for breach');
    case 'DetentionExtended':
      return line(instant(fact.data.at), `Detention extended until ${formatDateTime(fact.data.until)}`);
    case 'ExtensionRecordedInError':
      return line(
        recorded,
        `Recorded in error and counts no more: that detention was extended until ${formatDateTime(fact.data.was)}`,
        words(fact.personal?.reason, names),
      );
    case 'InterviewHeld':
      return line(instant(fact.data.at), fact.data.underCaution ? 'Interviewed under caution' : 'Interviewed');
    case 'ReleasedFromCustody':
      return line(instant(fact.data.at), `Released ${RELEASES[fact.data.how]}`);
    case 'RemandDecided':
      return line(
        instant(fact.data.at),
        `After the charge: ${REMANDS[fact.data.how]}, by ${fact.data.by === 'court' ? 'a court' : 'the police'}`,
      );
    case 'Charged':
      return line(instant(fact.data.at), 'Charged with breach', [
        `${list(fact.data.offenceCodes)}, ${fact.data.test === 'threshold' ? 'threshold test' : 'full code test'}`,
      ]);
    case 'NoFurtherAction':
      return line(instant(fact.data.at), `No further action: ${NFA[fact.data.reason]}`, words(fact.personal?.note, names));
    case 'DisposedOutOfCourt':
      return line(instant(fact.data.at), `Dealt with out of court: ${fact.data.how.replaceAll('-', ' ')}`);
    case 'CourtOutcomeRecorded':
      return line(day(fact.data.on), `Court: ${fact.data.outcome.replaceAll('-', ' ')}`, words(fact.personal?.sentence, names));
    case 'VictimTold':
      return line(
        instant(fact.data.at),
        `${names.protectedPerson(fact.data.protectedPersonId)} told of ${UPDATES[fact.data.of]}`,
        fact.data.role ? [tellerWords[fact.data.role]] : [],
      );
    case 'VictimNotTold':
      return line(
        instant(fact.data.at),
        `${names.protectedPerson(fact.data.protectedPersonId)} ${fact.data.decision === 'not-told' ? 'not told' : 'not to be told'} of ${UPDATES[fact.data.of]}`,
        [whyNotToldWords[fact.data.because]],
      );
    case 'SafetyAssessed':
      return line(instant(fact.data.at), `Risk assessed: ${fact.data.risk}`, safetyLines(fact, names));
    case 'SupervisorReviewed':
      return line(
        instant(fact.data.at),
        fact.data.decision === 'agreed' ? 'Reviewed by a supervisor' : 'Reviewed by a supervisor: more is to be done',
        words(fact.personal?.note, names),
      );
    case 'ReviewFlagged':
      return line(recorded, `To be reviewed: ${FLAGS[fact.data.because]}`, [names.order(fact.data.orderId)]);
    case 'FlagReviewed':
      if (fact.data.decision === 'links-changed')
        return line(recorded, 'Not to be reviewed any more: the records that it came from are linked no more, or are linked again', []);
      return line(recorded, `Reviewed: ${fact.data.decision.replaceAll('-', ' ')}`, words(fact.personal?.note, names));
  }
}

/** What was done to keep people safe, and what was noted of it, for those who need it. */
function safetyLines({ data, personal }: Extract<BreachFact, { type: 'SafetyAssessed' }>, names: Names): readonly string[] {
  const { actions, force } = data;
  const wrote = names.wrote ?? force;
  if (!names.readsSafety(wrote)) return actions.length > 0 || personal?.note ? [keptBy(wrote)] : [];
  const done = actions.length === 0 ? [] : [`Done at once: ${list(actions.map((action) => SAFETY[action]))}`];
  return [...done, ...words(personal?.note, names)];
}

function what(kinds: readonly ContactKind[], to: readonly string[], names: Names): string {
  const acts = list(kinds.map((kind) => CONTACTS[kind]));
  return to.length === 0 ? acts : `${acts}, ${list(to.map((id) => names.protectedPerson(id)))}`;
}

function allegation(a: { orderId: string; conditionVersionId: string | null; offenceCode: string | null }, names: Names): string {
  const offence = a.offenceCode === null ? null : notificationOffence(a.offenceCode);
  const duty = offence ? `duty to notify police: ${offence.title.toLowerCase()}` : 'duty to notify police';
  const condition = a.conditionVersionId ? `, ${names.condition(a.orderId, a.conditionVersionId)}` : `, ${duty}`;
  return `${names.order(a.orderId)}${condition}${a.offenceCode ? ` (${a.offenceCode})` : ''}`;
}

/** What is recorded of when it happened by now, where that is not what was told first. */
function corrected({ data }: Extract<BreachFact, { type: 'BreachReported' | 'ContactKept' }>, names: Names): readonly string[] {
  const time = names.correctedTime?.(data.breachId) ?? null;
  return time === null ? [] : [`As told first. When it happened was corrected since: ${timeInWords(time)}`];
}

function timeInWords({ on, until, at }: Occurred): string {
  return at === null ? daysInWords({ on, until, at }) : formatDateTime(at);
}

function occurred(value: Occurred): When {
  return { on: value.on, until: value.until, at: value.at };
}

function instant(at: string): When {
  const on = londonDate(at);
  return { on, until: on, at };
}

/** `31 Aug 2026`, or `1 Aug 2026 to 3 Aug 2026` for a range. */
export function daysInWords(when: When): string {
  return when.until === when.on ? formatDate(when.on) : `${formatDate(when.on)} to ${formatDate(when.until)}`;
}
