import { force } from '#access';
import { endOfDay, formatDate, formatDateTime, formatPeriod, londonDate, daysBetween, type Instant, type LocalDate } from '#calendar';
import { keptBy } from '#people';
import type { BreachState } from '../domain/breach.js';
import type { BreachFact, Occurred } from '../domain/events.js';
import { isExtensionInError } from '../domain/extensions.js';
import { whyNotToldWords } from '../tell-of-order/words.js';
import type { LogEntry } from './breach-record.js';
import type { Spoken } from './spoken.js';
import {
  aboutWords,
  authorityWords,
  disposalWords,
  evidenceWords,
  flagWords,
  linksChangedWords,
  nfaWords,
  outcomeWords,
  raisedWords,
  releaseWords,
  remandedByWords,
  remandWords,
  riskWords,
  safetyWords,
  supervisionWords,
} from './words.js';

/** What was decided, in codes as the API takes them. */
type Codes = Partial<
  Pick<Extract<BreachFact, { type: 'Charged' }>['data'], 'offenceCodes' | 'test'> &
    Pick<Extract<BreachFact, { type: 'NoFurtherAction' }>['data'], 'reason'> &
    Pick<Extract<BreachFact, { type: 'CourtOutcomeRecorded' }>['data'], 'outcome' | 'receivedAt'> &
    Pick<Extract<BreachFact, { type: 'InterviewHeld' }>['data'], 'underCaution'> &
    Pick<Extract<BreachFact, { type: 'DetentionExtended' }>['data'], 'until'> & {
      readonly by: Extract<BreachFact, { type: 'DetentionExtended' | 'RemandDecided' }>['data']['by'];
      readonly how: Extract<BreachFact, { type: 'ReleasedFromCustody' | 'DisposedOutOfCourt' | 'RemandDecided' }>['data']['how'];
    }
>;

/** One thing that happened with the breach, as its page tells it, and for programs. */
export interface TimelineLine {
  /** The kind of fact. */
  readonly is: BreachFact['type'];
  /** The London day of it. */
  readonly on: LocalDate;
  /** The instant of it; null where only the day is known. */
  readonly at: Instant | null;
  readonly recordedAt: Instant;
  readonly codes: Codes;
  readonly title: string;
  /** When it happened, in words. */
  readonly when: string;
  readonly lines: readonly string[];
  /** Who recorded it, and how much later when that was not the same day. */
  readonly recorded: string;
}

/** The log of a breach for one reader, as it happened and not as it was keyed; what has no time of a day comes at its end. */
export function timeline(log: readonly LogEntry[], breach: BreachState, spoken: Spoken): TimelineLine[] {
  const told = log.map(({ fact, recordedAt, force: cjs }) => {
    const { title: said, when, on, at, lines } = lineOf(fact, recordedAt, spoken.wordsOf(cjs), cjs);
    const title = isExtensionInError(breach, fact) ? `Recorded in error: ${said}` : said;
    const late = daysBetween(on, londonDate(recordedAt));
    const isTelling = fact.type === 'VictimTold' || fact.type === 'VictimNotTold';
    const recorder = isTelling ? spoken.teller(fact.data.protectedPersonId, cjs) : (force(cjs)?.name ?? `force ${cjs}`);
    const recorded = `recorded ${formatDateTime(recordedAt)} by ${recorder}`;
    const plain = { is: fact.type, on, at: at ?? null, recordedAt, codes: codesOf(fact) };
    const line = {
      ...plain,
      title,
      when,
      lines,
      recorded: late > 0 ? `${recorded}, ${late === 1 ? '1 day' : `${late} days`} later` : recorded,
    };
    return { line, at: at ?? endOfDay(on) };
  });
  return told.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)).map(({ line }) => line);
}

function codesOf(fact: BreachFact): Codes {
  switch (fact.type) {
    case 'InterviewHeld':
      return { underCaution: fact.data.underCaution };
    case 'DetentionExtended':
      return { by: fact.data.by, until: fact.data.until };
    case 'ReleasedFromCustody':
    case 'DisposedOutOfCourt':
      return { how: fact.data.how };
    case 'RemandDecided':
      return { how: fact.data.how, by: fact.data.by };
    case 'Charged':
      return { offenceCodes: fact.data.offenceCodes, test: fact.data.test };
    case 'NoFurtherAction':
      return { reason: fact.data.reason };
    case 'CourtOutcomeRecorded':
      return { outcome: fact.data.outcome, receivedAt: fact.data.receivedAt };
    default:
      return {};
  }
}

interface Line {
  readonly title: string;
  readonly when: string;
  readonly on: string;
  /** Absent where only the day is known. */
  readonly at?: Instant;
  readonly lines: readonly string[];
}

function lineOf(fact: BreachFact, recordedAt: Instant, spoken: Spoken, wrote: string): Line {
  const at = (instant: Instant, title: string, lines: readonly string[] = []): Line => ({
    title,
    when: formatDateTime(instant),
    on: londonDate(instant),
    at: instant,
    lines,
  });
  const recorded = (title: string, lines: readonly string[] = []) => at(recordedAt, title, lines);
  switch (fact.type) {
    case 'BreachReported':
      return at(fact.data.reportedAt, 'Reported as a breach', [plural(fact.data.allegations.length)]);
    case 'ContactKept':
      return at(fact.data.reportedAt, 'Kept as contact, not alleged to be a breach');
    case 'AllegationAdded':
      return recorded('Allegation added', [spoken.allegation(fact.data.allegation)]);
    case 'AllegationWithdrawn':
      return recorded('Allegation withdrawn', spoken.text(fact.personal?.reason));
    case 'AddendumRecorded': {
      const { occurred } = fact.data;
      const when = occurred === null ? [] : [`About ${inWords(occurred)}`];
      return recorded('Added to the report', [...when, ...spoken.text(fact.personal?.text)]);
    }
    case 'TimeCorrected':
      return recorded(
        `When it happened was corrected: ${inWords(fact.data.occurred)}, not ${inWords(fact.data.was)}`,
        spoken.text(fact.personal?.reason),
      );
    case 'EvidenceReferenced':
      return recorded(`Evidence: ${evidenceWords[fact.data.kind].toLowerCase()}`, spoken.text(fact.personal?.reference));
    case 'ArrestMade':
      return at(fact.data.at, 'Arrested');
    case 'DetentionExtended':
      return at(fact.data.at, `Detention extended until ${formatDateTime(fact.data.until)}`, [authorityWords[fact.data.by]]);
    case 'ExtensionRecordedInError':
      return recorded(
        `Recorded in error and counts no more: that detention was extended until ${formatDateTime(fact.data.was)}`,
        spoken.text(fact.personal?.reason),
      );
    case 'InterviewHeld':
      return at(fact.data.at, fact.data.underCaution ? 'Interviewed under caution' : 'Interviewed, not under caution');
    case 'ReleasedFromCustody':
      return at(fact.data.at, `Released: ${releaseWords[fact.data.how].toLowerCase()}`);
    case 'RemandDecided':
      return at(fact.data.at, `After the charge: ${remandWords[fact.data.how].toLowerCase()}`, [remandedByWords[fact.data.by]]);
    case 'Charged':
      return at(fact.data.at, `Charged: ${fact.data.offenceCodes.join(', ')}`, [
        fact.data.test === 'threshold' ? 'Threshold test' : 'Full code test',
      ]);
    case 'NoFurtherAction':
      return at(fact.data.at, `No further action: ${nfaWords[fact.data.reason].toLowerCase()}`, spoken.text(fact.personal?.note));
    case 'DisposedOutOfCourt':
      return at(fact.data.at, `Dealt with out of court: ${disposalWords[fact.data.how].toLowerCase()}`);
    case 'CourtOutcomeRecorded':
      return {
        title: `Court: ${outcomeWords[fact.data.outcome].toLowerCase()}`,
        when: formatDate(fact.data.on),
        on: fact.data.on,
        lines: spoken.text(fact.personal?.sentence),
      };
    case 'VictimTold':
      return at(fact.data.at, `${spoken.person(fact.data.protectedPersonId)} told of ${aboutWords[fact.data.of]}`);
    case 'VictimNotTold': {
      const { decision, because, protectedPersonId, of } = fact.data;
      const heading = decision === 'not-told' ? 'not told' : 'not to be told';
      return at(fact.data.at, `${spoken.person(protectedPersonId)} ${heading} of ${aboutWords[of]}`, [whyNotToldWords[because]]);
    }
    case 'SafetyAssessed':
      return at(fact.data.at, `Risk assessed: ${riskWords[fact.data.risk].toLowerCase()}`, safetyLines(fact, spoken, wrote));
    case 'SupervisorReviewed':
      return at(fact.data.at, `Supervisor: ${supervisionWords[fact.data.decision].toLowerCase()}`, spoken.text(fact.personal?.note));
    case 'ReviewFlagged':
      return at(fact.data.at, 'Flagged for review', [raisedWords[fact.data.because] ?? flagWords[fact.data.because]]);
    case 'FlagReviewed':
      if (fact.data.decision === 'links-changed') return recorded('Not to be reviewed any more', [linksChangedWords]);
      return recorded(`Flag reviewed: ${fact.data.decision.replaceAll('-', ' ')}`, spoken.text(fact.personal?.note));
  }
}

function inWords({ on, until, at }: Occurred): string {
  return at === null ? formatPeriod(on, until) : formatDateTime(at);
}

function plural(allegations: number): string {
  return allegations === 1 ? '1 allegation' : `${allegations} allegations`;
}

/** What was done to keep people safe, and what was noted of it, for those who need it. */
function safetyLines(
  { data, personal }: Extract<BreachFact, { type: 'SafetyAssessed' }>,
  spoken: Spoken,
  wrote: string,
): readonly string[] {
  const lines = [...data.actions.map((action) => safetyWords[action]), ...spoken.text(personal?.note)];
  const isSaid = data.actions.length > 0 || personal?.note !== undefined;
  return spoken.readsSafety(wrote) ? lines : isSaid ? [keptBy(wrote)] : [];
}
