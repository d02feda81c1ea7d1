import { formatDate } from '#calendar';
import type { HearsayNotice, NoticeProblem } from '../domain/application-draft/hearsay-notice.js';
import { ranks } from '../domain/application-draft/policy.js';
import type { ActKind, EvidenceKind, Harm, RiskGrade, WrittenSection } from '../domain/application-draft/contents.js';
import type { AbandonReason } from '../domain/application-draft/facts.js';
import type { MissingPart } from '../domain/application-draft/missing.js';
import type { DraftSection, NextStep, SectionState } from '../domain/application-draft/sections.js';

/** The sections as the task list names them. */
export const sectionTitles: Readonly<Record<DraftSection, string>> = {
  parties: 'Parties and court',
  people: 'Protected people',
  acts: 'What happened',
  risk: 'The risk',
  necessity: 'Why an order is necessary',
  area: 'Why this force may apply',
  conditions: 'Conditions',
  interim: 'Interim order',
  evidence: 'Evidence and exhibits',
  hearsay: 'Hearsay',
  authorisation: 'Authorisation',
};

/** How the sections stand in groups on the task list. */
export const sectionGroups: readonly { readonly title: string; readonly sections: readonly WrittenSection[] }[] = [
  { title: 'Who it is about', sections: ['parties', 'people', 'area'] },
  { title: 'The case for an order', sections: ['acts', 'risk', 'necessity'] },
  { title: 'What the court is asked for', sections: ['conditions', 'interim'] },
  { title: 'Proof', sections: ['evidence', 'hearsay'] },
];

export const stateWords: Readonly<Record<SectionState, string>> = {
  'cannot-start': 'Cannot start yet',
  incomplete: 'Incomplete',
  'to-check': 'To check',
  complete: 'Complete',
};

/** What is missing, as an errand. */
export const missingWords: Readonly<Record<MissingPart, string>> = {
  court: 'Enter the name of the court',
  forum: 'Select which court hears it: the date of birth is not recorded',
  applicant: 'Enter who applies',
  'area-basis': 'Select why this force may apply',
  'area-facts': 'Enter what shows that this force may apply',
  'protected-people': 'Select whom the order is to protect',
  victims: 'Select who suffered the acts',
  'by-proxy': 'Enter how the risk reaches somebody who did not suffer the acts',
  acts: 'Add at least one act',
  'what-of-acts': 'Enter what happened in each act',
  'acts-why': 'Enter why the acts are associated with stalking',
  'acts-in-error': 'An incident that was relied on was recorded in error. Read the section again and save it without that incident',
  harms: 'Select which harm is at risk',
  'risk-facts': 'Enter the facts that show the risk',
  'necessity-facts': 'Enter why an order is necessary',
  alternatives: 'Enter why other measures are not enough',
  'no-conditions': 'Add at least one condition',
  'words-of-conditions': 'Enter the words of each condition',
  'words-disagree': 'Make the words of each condition and its details say the same, or clear the details',
  'necessity-of-conditions': 'Enter why each condition is necessary',
  'clause-repeated': 'Give each condition its own number',
  'person-not-protected': 'Name in the conditions only people whom the order is to protect',
  'blanks-of-conditions': 'Fill in the details that the conditions need: those not marked optional',
  duration: 'Select how long the order should last',
  conflicts: 'Compare the conditions with each other and with the orders in force',
  'interim-sought': 'Select whether an interim order is asked for',
  'interim-why': 'Enter why an interim order is appropriate',
  'interim-notice': 'Select whether it is asked for with notice',
  'why-without-notice': 'Enter why no notice should be given',
  'no-evidence': 'List at least one piece of evidence',
  'hearsay-relied': 'Select whether hearsay is relied on',
  'hearsay-what': 'Enter what the hearsay is',
  'hearsay-why': 'Enter why the witness is not called',
};

/** The field of its form that would fill what is missing. */
export const missingField: Readonly<Record<MissingPart, string>> = {
  court: 'courtName',
  forum: 'forum',
  applicant: 'applicant',
  'area-basis': 'basis',
  'area-facts': 'facts',
  'protected-people': 'protectedPersonIds',
  victims: 'victimIds',
  'by-proxy': 'byProxy',
  acts: 'acts',
  'what-of-acts': 'acts',
  'acts-why': 'why',
  'acts-in-error': 'incidentIds',
  harms: 'harms',
  'risk-facts': 'facts',
  'necessity-facts': 'facts',
  alternatives: 'alternatives',
  'no-conditions': 'conditions',
  'words-of-conditions': 'conditions',
  'words-disagree': 'conditions',
  'necessity-of-conditions': 'conditions',
  'clause-repeated': 'conditions',
  'person-not-protected': 'conditions',
  'blanks-of-conditions': 'conditions',
  duration: 'duration',
  conflicts: 'in-force',
  'interim-sought': 'sought',
  'interim-why': 'why',
  'interim-notice': 'notice',
  'why-without-notice': 'whyWithoutNotice',
  'no-evidence': 'items',
  'hearsay-relied': 'relied',
  'hearsay-what': 'what',
  'hearsay-why': 'why',
};

/** What is wrong with the days of a hearsay notice, as an errand. */
export const noticeProblems: Readonly<Record<NoticeProblem, (notice: HearsayNotice) => string>> = {
  'hearing-passed': ({ hearingOn }) =>
    `The hearing of ${formatDate(hearingOn)} has passed: state the day of the next one in the section on hearsay`,
  'too-late': ({ serveBy }) =>
    `The hearsay notice was to be served by ${formatDate(serveBy)}: serve it at once, and ask the court for a shorter time`,
  'evidence-later': ({ serveBy }) =>
    `Some evidence is dated after ${formatDate(serveBy)}, the last day for the hearsay notice: check that the notice can name it in time`,
};

export const actKinds: Readonly<Record<ActKind, string>> = {
  following: 'following a person',
  contact: 'contacting, or trying to contact, a person by any means',
  publishing: 'publishing about a person, or in their name',
  monitoring: 'monitoring a person’s use of the internet, email or phone',
  loitering: 'loitering in any place',
  interfering: 'interfering with a person’s property',
  watching: 'watching or spying on a person',
  other: 'another act',
};

export const harms: Readonly<Record<Harm, string>> = { physical: 'physical harm', psychological: 'psychological harm' };

export const riskGrades: Readonly<Record<RiskGrade, string>> = { standard: 'standard', medium: 'medium', high: 'high' };

export const evidenceKinds: Readonly<Record<EvidenceKind, string>> = {
  statement: 'statement',
  exhibit: 'exhibit',
  record: 'police or court record',
  assessment: 'risk assessment',
  other: 'something else',
};

export const abandonReasons: Readonly<Record<AbandonReason, string>> = {
  'acts-not-made-out': 'the acts cannot be shown',
  'risk-not-made-out': 'the risk cannot be shown',
  'not-necessary': 'an order is not necessary',
  'other-order-sought': 'another order is sought instead',
  'other-force-applies': 'another force applies',
  'not-authorised': 'it was not authorised',
  'respondent-not-traced': 'the respondent cannot be traced',
  'made-in-error': 'it was begun in error',
  other: 'another reason',
};

export const rankNames = ranks;

/** The next step as an errand with its page. */
export function nextAction(step: NextStep, applicationId: string): { readonly text: string; readonly href: string } {
  const draft = `/drafts/${applicationId}`;
  switch (step.is) {
    case 'write':
      return { text: sectionTitles[step.section], href: `${draft}/${step.section}` };
    case 'ask':
      return { text: 'Ask for authorisation', href: `${draft}/authorisation` };
    case 'authorise':
      return { text: 'Authorise or refuse', href: `${draft}/authorise` };
    case 'file':
      return { text: 'Check and file', href: `${draft}/check` };
  }
}
