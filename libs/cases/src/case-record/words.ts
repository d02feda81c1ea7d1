import type {
  CaseNfaReason,
  CaseOutcome,
  CaseReferenceKind,
  CaseSource,
  ConsiderationDecision,
  ConsiderationReason,
} from '../domain/events.js';
import type { Conduct } from '../domain/conduct.js';
import type { Channel, ReporterRole } from '../domain/occurred.js';
import type { AssessorRole, Grade, RiskAnswer, RiskToolCode } from '../domain/risk-tools.js';
import { riskTools } from '../domain/risk-tools.js';
import type { ConsiderationStanding } from '../domain/standing.js';

// Every code of this room in the words of a page. A code without words does not compile.

interface Tag {
  readonly text: string;
  readonly colour: string;
}

/** The tiles, in the order in which they are shown. */
export const conductWords: Readonly<Record<Conduct, string>> = {
  message: 'Message',
  call: 'Call',
  approach: 'Approach',
  loitering: 'Waiting or loitering',
  watching: 'Following or watching',
  online: 'Online',
  device: 'Device or tracker',
  'third-party': 'Through someone else',
  gift: 'Gift or delivery',
  damage: 'Damage',
  threat: 'Threat',
  weapon: 'Weapon',
  violence: 'Violence',
  other: 'Something else',
};

export const sourceWords: Readonly<Record<CaseSource, string>> = {
  victim: 'The victim reported it',
  'control-room': 'Control room or call handler',
  officer: 'An officer found it',
  advocate: 'Stalking advocate or support service',
  'other-force': 'Another force',
  agency: 'Another agency',
  other: 'Another way',
};

export const channelWords: Readonly<Record<Channel, string>> = {
  'phone-999': '999 call',
  'phone-101': '101 call',
  online: 'Online report',
  'in-person': 'Told an officer',
  'officer-witnessed': 'Seen by an officer',
  advocate: 'Through an advocate',
  court: 'From a court',
  'other-force': 'From another force',
  other: 'Another way',
};

export const reporterWords: Readonly<Record<ReporterRole, string>> = {
  'protected-person': 'The victim',
  witness: 'Witness',
  officer: 'Officer',
  family: 'Family or friend',
  advocate: 'Advocate',
  employer: 'Employer',
  anonymous: 'Someone who gave no name',
  other: 'Someone else',
};

export const referenceWords: Readonly<Record<CaseReferenceKind, string>> = {
  crime: 'Crime number',
  occurrence: 'Occurrence',
  referral: 'Referral',
  custody: 'Custody record',
  other: 'Another number',
};

export const gradeTags: Readonly<Record<Grade | 'none', Tag>> = {
  none: { text: 'Risk not assessed', colour: 'orange' },
  standard: { text: 'Standard risk', colour: 'blue' },
  medium: { text: 'Medium risk', colour: 'yellow' },
  high: { text: 'High risk', colour: 'red' },
};

export const gradeWords: Readonly<Record<Grade, string>> = { standard: 'Standard', medium: 'Medium', high: 'High' };

export const gradeHints: Readonly<Record<Grade, string>> = {
  standard: 'No current sign of serious harm',
  medium: 'There are signs of serious harm, unlikely unless circumstances change',
  high: 'It could happen at any time and the harm would be serious',
};

export const assessorWords: Readonly<Record<AssessorRole, string>> = {
  'call-handler': 'Call handler',
  officer: 'Officer',
  detective: 'Detective',
  supervisor: 'Supervisor',
  safeguarding: 'Safeguarding or public protection',
  legal: 'Legal team',
  advocate: 'Stalking advocate',
  other: 'Someone else',
};

export const answerWords: Readonly<Record<RiskAnswer, string>> = { yes: 'Yes', no: 'No', unknown: 'Not known' };

export const toolWords = Object.fromEntries(riskTools.map(({ code, name }) => [code, name])) as Readonly<Record<RiskToolCode, string>>;

export const decisionWords: Readonly<Record<ConsiderationDecision, string>> = {
  yes: 'Yes, an application is to be made',
  no: 'No',
  deferred: 'Not yet',
};

export const reasonWords: Readonly<Record<ConsiderationReason, string>> = {
  'grounds-not-met': 'The grounds do not appear to be met',
  'other-order-sought': 'Another order is sought',
  'order-protects-already': 'An order in force protects already',
  evidence: 'Not enough evidence',
  'respondent-not-found': 'The respondent cannot be found',
  'risk-not-assessed-yet': 'The risk is not assessed yet',
  'charging-decision-awaited': 'A charging decision is awaited',
  'legal-advice-awaited': 'Legal advice is awaited',
  'victim-view': 'The victim does not wish it',
  other: 'Another reason',
};

export const standingTags: Readonly<Record<ConsiderationStanding, Tag>> = {
  missing: { text: 'Order not considered', colour: 'red' },
  unreasoned: { text: 'Order: reason needed', colour: 'red' },
  overdue: { text: 'Order: look again now', colour: 'red' },
  yes: { text: 'Order to be sought', colour: 'green' },
  no: { text: 'Order considered, not sought', colour: 'grey' },
  deferred: { text: 'Order: to look again', colour: 'yellow' },
};

export const outcomeWords: Readonly<Record<CaseOutcome, string>> = {
  charged: 'Charged',
  'no-further-action': 'No further action',
  'out-of-court': 'Dealt with out of court',
  application: 'Order applied for',
  other: 'Another outcome',
};

export const nfaWords: Readonly<Record<CaseNfaReason, string>> = {
  evidential: 'Not enough evidence',
  'not-in-public-interest': 'Not in the public interest',
  'support-withdrawn': 'The victim does not support it',
  'suspect-not-identified': 'The suspect was not identified',
  'out-of-time': 'Out of time',
  other: 'Another reason',
};

/** Codes and words as choices of a form. */
export function choices<Code extends string>(
  words: Readonly<Record<Code, string>>,
  hints: Partial<Readonly<Record<Code, string>>> = {},
): { value: string; text: string; hint?: string }[] {
  return Object.entries<string>(words).map(([value, text]) => {
    const hint = hints[value as Code];
    return hint === undefined ? { value, text } : { value, text, hint };
  });
}
