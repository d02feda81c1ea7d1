import { force } from '#access';
import { formatDateTime } from '#calendar';
import type { CaseFact } from '../domain/events.js';
import { offenceInWords } from '../domain/offences.js';
import type { CaseLogEntry } from './case-row.js';
import type { Spoken } from './case-view.js';
import * as words from './words.js';

/** One thing that was recorded, as the page tells it. */
export interface TimelineLine {
  readonly title: string;
  readonly lines: readonly string[];
  /** When and by which force. */
  readonly recorded: string;
}

/** What was recorded, in the order it was: corrections stand beside what they correct. */
export function timeline(log: readonly CaseLogEntry[], spoken: Spoken): TimelineLine[] {
  return log.map(({ fact, recordedAt, force: cjs }) => {
    const [title, ...lines] = told(fact, spoken).filter((line) => line !== null);
    return { title: title ?? '', lines, recorded: `${formatDateTime(recordedAt)}, ${force(cjs)?.name ?? `force ${cjs}`}` };
  });
}

/** The title, then further lines; null where there is nothing to say. */
function told(fact: CaseFact, spoken: Spoken): (string | null)[] {
  const conduct = (kinds: readonly (keyof typeof words.conductWords)[]) => kinds.map((one) => words.conductWords[one]).join(', ');
  switch (fact.type) {
    case 'StalkingCaseOpened':
      return ['Case opened', words.sourceWords[fact.data.source]];
    case 'CaseReferenceRecorded':
      return [`${words.referenceWords[fact.data.kind]} added`, spoken.text(fact.personal?.number)];
    case 'IncidentRecorded':
      return [`Incident recorded: ${conduct(fact.data.conduct)}`, spoken.text(fact.personal?.account)];
    case 'IncidentCorrected':
      return ['Incident corrected', spoken.text(fact.personal?.reason), spoken.text(fact.personal?.account)];
    case 'IncidentRecordedInError':
      return ['Incident had been recorded in error', spoken.text(fact.personal?.reason)];
    case 'IncidentClassified':
      return [`Classified as ${offenceInWords(fact.data.offenceCode)}`, principalWords(fact.data)];
    case 'PrincipalCrimeChosen':
      return ['Another classification is the principal crime', null];
    case 'ClassificationCancelled':
      return ['Classification cancelled', spoken.text(fact.personal?.reason)];
    case 'RiskAssessed':
      return [`Risk assessed: ${words.gradeWords[fact.data.grade].toLowerCase()}`, spoken.text(fact.personal?.note)];
    case 'RiskRegraded': {
      const { from, grade } = fact.data;
      return [
        `Risk regraded from ${words.gradeWords[from].toLowerCase()} to ${words.gradeWords[grade].toLowerCase()}`,
        spoken.text(fact.personal?.reason),
      ];
    }
    case 'SpoConsidered':
      return [
        `Order considered: ${words.decisionWords[fact.data.decision].toLowerCase()}`,
        ...fact.data.reasons.map((reason) => words.reasonWords[reason]),
        spoken.text(fact.personal?.rationale),
      ];
    case 'VictimSupportWithdrawn':
      return [`${spoken.person(fact.data.protectedPersonId)}: support withdrawn`, spoken.text(fact.personal?.words)];
    case 'VictimSupportRegained':
      return [`${spoken.person(fact.data.protectedPersonId)}: supports it again`, spoken.text(fact.personal?.words)];
    case 'CaseOutcomeRecorded':
      return [`Outcome: ${words.outcomeWords[fact.data.outcome].toLowerCase()}`, spoken.text(fact.personal?.note)];
  }
}

function principalWords({ principal, inPlaceOf }: Extract<CaseFact, { type: 'IncidentClassified' }>['data']): string | null {
  if (!principal) return null;
  return inPlaceOf === undefined ? 'Principal crime' : 'Principal crime, in place of the one before';
}
