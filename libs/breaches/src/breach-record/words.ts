import type { SafetyAction, SafetyRisk } from '../domain/events.js';
import type {
  BreachState,
  BreachStatus,
  EvidenceKind,
  FlagDecision,
  OutOfCourtDisposal,
  ReasonableExcuse,
  Release,
  Remand,
  WhyKept,
} from '../domain/breach.js';
import type { Channel, ContactKind, DetentionAuthority, FlagReason, NfaReason, ReporterRole } from '../domain/events.js';

// Every code of this room in the words of a page. A code without words does not compile.

export const statusWords: Readonly<Record<BreachStatus, { readonly text: string; readonly colour: string }>> = {
  none: { text: 'Not reported', colour: 'grey' },
  kept: { text: 'Kept, not a breach', colour: 'grey' },
  alleged: { text: 'Alleged', colour: 'orange' },
  withdrawn: { text: 'Allegations withdrawn', colour: 'grey' },
  arrested: { text: 'In custody', colour: 'red' },
  interviewed: { text: 'Interviewed', colour: 'orange' },
  'on-bail': { text: 'On bail', colour: 'yellow' },
  'under-investigation': { text: 'Released under investigation', colour: 'yellow' },
  charged: { text: 'Charged', colour: 'red' },
  'no-further-action': { text: 'No further action', colour: 'grey' },
  'out-of-court': { text: 'Dealt with out of court', colour: 'blue' },
  convicted: { text: 'Convicted', colour: 'blue' },
  acquitted: { text: 'Acquitted', colour: 'blue' },
  discontinued: { text: 'Discontinued', colour: 'grey' },
  dismissed: { text: 'Dismissed', colour: 'grey' },
  'contempt-proved': { text: 'Contempt proved', colour: 'blue' },
  other: { text: 'Ended at court', colour: 'grey' },
};

/** The tiles, in the order in which they are shown. */
export const kindWords: Readonly<Record<ContactKind, string>> = {
  message: 'Message',
  call: 'Call',
  approach: 'Approach',
  area: 'Entered an area',
  online: 'Online',
  'third-party': 'Through someone else',
  watching: 'Following or watching',
  gift: 'Gift or delivery',
  device: 'Device or tracker',
  'missed-requirement': 'Missed a requirement',
  notification: 'Did not notify police',
  other: 'Something else',
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
  'protected-person': 'Protected person',
  witness: 'Witness',
  officer: 'Officer',
  family: 'Family or friend',
  advocate: 'Advocate',
  employer: 'Employer',
  anonymous: 'Someone who gave no name',
  other: 'Someone else',
};

export const excuseWords: Readonly<Record<ReasonableExcuse, string>> = {
  'not-asked': 'Not asked yet',
  'none-offered': 'None offered',
  offered: 'Offered',
};

/** Whether an excuse was offered; once charged, that nobody recorded before it that the respondent was asked. */
export function excuseInWords({ reasonableExcuse, steps }: Pick<BreachState, 'reasonableExcuse' | 'steps'>): string {
  const charge = steps.findIndex((step) => step.is === 'charge');
  const before = steps.slice(0, Math.max(charge, 0));
  if (reasonableExcuse !== 'not-asked' || charge < 0 || before.some((step) => step.is === 'interview'))
    return excuseWords[reasonableExcuse];
  return 'Not recorded as asked before the charge';
}

const whyKeptWords: Readonly<Record<WhyKept, string>> = {
  'no-order-in-force': 'No order was in force when it happened',
  'no-condition-forbids-it': 'No condition in force forbids it',
  'not-alleged': 'Nobody alleges that it is a breach',
};

export const nfaWords: Readonly<Record<NfaReason, string>> = {
  evidential: 'Not enough evidence',
  'not-in-public-interest': 'Not in the public interest',
  'support-withdrawn': 'The victim does not support it',
  'suspect-not-identified': 'The suspect was not identified',
  'reasonable-excuse': 'A reasonable excuse',
  'not-aware-of-order': 'Knowing of the order cannot be shown',
  'not-in-force': 'No order was in force',
  'out-of-time': 'Out of time',
  other: 'Another reason',
};

export const releaseWords: Readonly<Record<Release, string>> = {
  'bail-with-conditions': 'On bail with conditions',
  bail: 'On bail without conditions',
  'under-investigation': 'Under investigation',
  'no-further-action': 'Without further action',
};

/** What is decided after a charge. */
export const remandWords: Readonly<Record<Remand['how'], string>> = {
  'bail-with-conditions': 'On bail with conditions',
  bail: 'On bail without conditions',
  custody: 'Remanded in custody',
};

export const remandedByWords: Readonly<Record<Remand['by'], string>> = {
  police: 'Decided by the police (PACE 1984 s.38)',
  court: 'Decided by a court (Bail Act 1976)',
};

export const authorityWords: Readonly<Record<DetentionAuthority, string>> = {
  superintendent: 'A superintendent (PACE 1984 s.42)',
  warrant: 'A court, by a warrant of further detention (s.43)',
  'warrant-extension': 'A court, which extended its warrant (s.44)',
};

export const disposalWords: Readonly<Record<OutOfCourtDisposal, string>> = {
  caution: 'Caution',
  'conditional-caution': 'Conditional caution',
  'community-resolution': 'Community resolution',
};

export const outcomeWords = {
  convicted: 'Convicted',
  acquitted: 'Acquitted',
  discontinued: 'Discontinued',
  dismissed: 'Dismissed',
  'contempt-proved': 'Contempt of court proved',
  other: 'Another outcome',
} as const;

export const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  statement: 'Statement',
  message: 'Message',
  cctv: 'CCTV',
  'phone-record': 'Phone record',
  device: 'Device',
  photograph: 'Photograph',
  'order-copy': 'Certified copy of the order',
  'service-proof': 'Proof of service or of knowing of the order',
  other: 'Other evidence',
};

export { aboutWords } from '../domain/about-words.js';

export const riskWords: Readonly<Record<SafetyRisk, string>> = {
  standard: 'Standard: nothing now points to serious harm',
  medium: 'Medium: serious harm is possible if something changes',
  high: 'High: serious harm may come at any time',
};

export const safetyWords: Readonly<Record<SafetyAction, string>> = {
  advice: 'Safety advice given',
  alarm: 'Alarm or panic button given',
  'home-security': 'Home security arranged',
  'address-marker': 'Address marked for an urgent response',
  patrols: 'Patrols asked for',
  'moved-to-safety': 'Helped to a safe place',
  advocate: 'Advocate or support service told',
  children: 'Children considered, services told',
  'respondent-sought': 'Looking for the respondent',
  other: 'Something else, in the note',
};

export const supervisionWords = { agreed: 'Everything that must be done is done or in hand', 'more-to-do': 'More is to be done' } as const;

export const flagWords: Readonly<Record<FlagReason, string>> = {
  'order-quashed': 'The order was quashed. It was in force when this happened; a prosecutor must look at the case again.',
  'wording-corrected': 'The wording this rests on had been recorded wrongly and was corrected.',
  'earlier-variation': 'A variation recorded later had effect before this happened, so other wording may have been in force.',
  'earlier-end': 'The order turns out to have ended before this happened.',
  'order-corrected': 'The record of the order was corrected.',
  'order-in-error': 'The order was recorded in error: it bound nobody. Withdraw the allegation, or allege the order that was meant.',
  'in-force-after-all':
    'The order, or words of it, turned out to have been in force when this happened, which nobody knew when it was reported. Decide whether it is a breach.',
  'link-undone':
    'The order was made against another person: that both records are of one person was taken back. Withdraw the allegation; if it was that person, report it on that record.',
  'time-corrected':
    'When it happened was corrected, and the wording alleged was not, or may not have been, in force then. Withdraw the allegation and allege what was in force, or decide that it stands.',
  'against-the-record':
    'A failure to notify the police is alleged although the record shows none: given in time, still due, or not owed. Find out whether the record is wrong, put it right, or withdraw the allegation.',
  'words-awaited':
    'A court had changed the words of the order on an appeal by then, and its words were not recorded when this was alleged. Ask the legal team for them, and decide whether they forbade it.',
  'wording-uncertain':
    'Nobody knows whether the order changed before or after this happened. The wording alleged was chosen: find out what came first and choose again if need be.',
};

/** What was flagged, where it says more on the page of the flag: there it depends on what is alleged. */
export const raisedWords: Readonly<Partial<Record<FlagReason, string>>> = {
  'in-force-after-all':
    'An order, or words of it, turned out to have been in force when this happened, which nobody knew when it was reported.',
};

export const linksChangedWords = 'The records that it came from are linked no more, or are linked again: nothing is to be decided.';

export const decisionWords: Readonly<Record<FlagDecision, string>> = {
  stands: 'The report stands as it is',
  'refer-to-prosecutor': 'Refer to the prosecutor',
  withdraw: 'The allegation should be withdrawn',
  'other-wording': 'Allege the other wording instead',
  alleged: 'It is alleged to be a breach of that order now',
  'links-changed': 'Nothing is to be decided any more',
};

/** Why it was kept without an allegation; null where it was reported as a breach. */
export function whyKeptInWords({ whyKept, flags }: Pick<BreachState, 'whyKept' | 'flags'>): string | null {
  if (whyKept === null) return null;
  return flags.some(({ because, review }) => because === 'in-force-after-all' && review?.decision !== 'links-changed')
    ? `${whyKeptWords[whyKept]}, as far as anybody knew then`
    : whyKeptWords[whyKept];
}

/** Codes and words as choices of a form. */
export function choices(words: Readonly<Record<string, string>>): { value: string; text: string }[] {
  return Object.entries(words).map(([value, text]) => ({ value, text }));
}
