import { may, type Permission, type Viewer } from '#access';
import type { About, TaskKind } from './task.js';

/** Who in a force does a task: the legal team, or officers and victim liaison. */
export type Team = 'legal' | 'officers';

export const teamNames: Readonly<Record<Team, string>> = { legal: 'Legal team', officers: 'Officers' };

/**
 * Which list a task stands in: for us to do, a day in court, for somebody else to act first, for an authorising officer (whom it waits for)
 * to decide, or a draft that nobody waits for yet.
 */
export type Lane = 'own' | 'hearing' | 'waiting' | 'authorise' | 'draft';

/**
 * How much harm it does when it is late, the most first: somebody is held; somebody is without the protection of the order, or a right to
 * act on it runs out; somebody protected is not told or helped; everything else. Ours.
 */
export const HARMS = ['held', 'unprotected', 'untold', 'other'] as const;
export type Harm = (typeof HARMS)[number];

interface Next {
  readonly text: string;
  readonly path: (about: About) => string;
  readonly needs: Permission;
}

export interface KindOfTask {
  /** In filters. */
  readonly name: string;
  readonly team: Team;
  readonly lane: Lane;
  readonly harm: Harm;
  /** The form that settles it, and what is needed to open it. */
  readonly next: Next;
}

const order = (form: string) => (about: About) => `/orders/${about.orderId}/${form}`;
const investigation = (form: string) => (about: About) => `/cases/${about.caseId}/${form}`;
const draft =
  (page = '') =>
  ({ applicationId }: About) =>
    `/drafts/${applicationId}${page}`;
const hearing = (about: About) => `${recordOf(about)}/hearings/${about.hearingId}`;
/** Everything somebody is to be told stands on their own page, which the force reads that looks after them. */
const toldPage = ({ protectedPersonId }: About) => `/protected-people/${protectedPersonId}/told`;
const tellVictim = (about: About) =>
  about.keptBy ? toldPage(about) : `/breaches/${about.breachId}/tell-victim?of=${about.development}&person=${about.protectedPersonId}`;
const tellOfOrder = (about: About) =>
  about.keptBy
    ? toldPage(about)
    : `/orders/${about.orderId}/tell?person=${about.protectedPersonId}&news=${encodeURIComponent(about.newsId ?? '')}`;
const breach = (form: string) => (about: About) => `/breaches/${about.breachId}/${form}`;

/** Every kind of task: whose it is, and where it is settled. */
export const kindsOfTask: Readonly<Record<TaskKind, KindOfTask>> = {
  serve: {
    name: 'Service',
    team: 'officers',
    lane: 'own',
    harm: 'unprotected',
    next: {
      text: 'Record service',
      path: ({ orderId, document }) => `/orders/${orderId}/serve${document ? `?document=${document}` : ''}`,
      needs: 'record-service',
    },
  },
  notify: {
    name: 'Notification by the respondent',
    team: 'officers',
    lane: 'waiting',
    harm: 'unprotected',
    next: { text: 'Record the notification', path: order('notification'), needs: 'record-notification' },
  },
  'review-before-end': {
    name: 'Review and renewal',
    team: 'legal',
    lane: 'own',
    harm: 'unprotected',
    next: { text: 'Renew the order', path: order('renew'), needs: 'renew-order' },
  },
  'ends-unrenewed': {
    name: 'Order ends that cannot be renewed',
    team: 'legal',
    lane: 'own',
    harm: 'unprotected',
    next: { text: 'Open the order', path: ({ orderId }) => `/orders/${orderId}`, needs: 'view-order' },
  },
  'interim-ends': {
    name: 'Interim order ends',
    team: 'legal',
    lane: 'own',
    harm: 'unprotected',
    next: { text: 'Renew the interim order', path: order('renew'), needs: 'renew-order' },
  },
  'condition-ends': {
    name: 'Condition ends before its order',
    team: 'legal',
    lane: 'own',
    harm: 'unprotected',
    next: { text: 'Ask for a variation', path: order('proposals/new'), needs: 'vary-order' },
  },
  'record-nationally': {
    name: 'National record: made',
    team: 'officers',
    lane: 'own',
    harm: 'other',
    next: { text: 'Confirm the national record', path: order('national-record'), needs: 'record-service' },
  },
  'update-national-record': {
    name: 'National record: changed',
    team: 'officers',
    lane: 'own',
    harm: 'other',
    next: { text: 'Confirm the national record', path: order('national-record'), needs: 'record-service' },
  },
  'clear-national-record': {
    name: 'National record: ended',
    team: 'officers',
    lane: 'own',
    harm: 'other',
    next: { text: 'Confirm the national record', path: order('national-record'), needs: 'record-service' },
  },
  'tell-victim': {
    name: 'Victim update',
    team: 'officers',
    lane: 'own',
    harm: 'untold',
    next: { text: 'Record who was told', path: tellVictim, needs: 'progress-breach' },
  },
  'tell-victim-next': {
    name: 'Victim update: what happens next',
    team: 'officers',
    lane: 'own',
    harm: 'untold',
    next: { text: 'Record who was told', path: tellVictim, needs: 'progress-breach' },
  },
  'tell-of-order': {
    name: 'Victim update: order',
    team: 'officers',
    lane: 'own',
    harm: 'untold',
    next: {
      text: 'Record who was told',
      path: tellOfOrder,
      needs: 'progress-breach',
    },
  },
  'show-awareness': {
    name: 'Awareness to show',
    team: 'officers',
    lane: 'own',
    harm: 'other',
    next: { text: 'Add evidence', path: breach('evidence'), needs: 'progress-breach' },
  },
  supervise: {
    name: 'Breach for a supervisor',
    team: 'officers',
    lane: 'own',
    harm: 'other',
    next: { text: 'Review it as a supervisor', path: breach('supervision'), needs: 'progress-breach' },
  },
  'review-flag': {
    name: 'Breach to review',
    team: 'legal',
    lane: 'own',
    harm: 'other',
    next: { text: 'Review the breach', path: (about) => `/breaches/${about.breachId}/flags/${about.flagId}`, needs: 'progress-breach' },
  },
  charge: {
    name: 'Time limit for a charge',
    team: 'legal',
    lane: 'own',
    harm: 'unprotected',
    next: { text: 'Record a charge', path: breach('charge'), needs: 'progress-breach' },
  },
  custody: {
    name: 'Detention',
    team: 'officers',
    lane: 'own',
    harm: 'held',
    next: { text: 'Record the release', path: breach('release'), needs: 'progress-breach' },
  },
  'bring-to-court': {
    name: 'Bring to court',
    team: 'officers',
    lane: 'own',
    harm: 'held',
    next: { text: 'Record the outcome', path: breach('court-outcome'), needs: 'progress-breach' },
  },
  'custody-time-limit': {
    name: 'Custody time limit',
    team: 'legal',
    lane: 'own',
    harm: 'held',
    next: { text: 'Record bail or remand after the charge', path: breach('release'), needs: 'progress-breach' },
  },
  bail: {
    name: 'Pre-charge bail',
    team: 'officers',
    lane: 'own',
    harm: 'unprotected',
    next: { text: 'Record a charge', path: breach('charge'), needs: 'progress-breach' },
  },
  'application-waits': {
    name: 'Application at court',
    team: 'legal',
    lane: 'waiting',
    harm: 'other',
    next: { text: 'List the hearing', path: (about) => `${recordOf(about)}/hearings/new`, needs: 'determine-application' },
  },
  'appeal-waits': {
    name: 'Appeal',
    team: 'legal',
    lane: 'waiting',
    harm: 'other',
    next: {
      text: 'Record the decision',
      path: (about) => (about.appealId === undefined ? recordOf(about) : `${recordOf(about)}/appeals/${about.appealId}/determine`),
      needs: 'record-appeal',
    },
  },
  'appeal-words': {
    name: 'Words of an order after an appeal',
    team: 'legal',
    lane: 'own',
    harm: 'unprotected',
    next: {
      text: 'Record what the court ordered',
      path: ({ orderId, appealId }) => `/orders/${orderId}/vary?appeal=${appealId}`,
      needs: 'vary-order',
    },
  },
  'appeal-refusal': {
    name: 'Appeal of the force',
    team: 'legal',
    lane: 'own',
    harm: 'unprotected',
    next: {
      text: 'Record an appeal, or that there is none',
      path: (about) =>
        about.hearingId !== undefined
          ? `${recordOf(about)}/interim-refused`
          : about.proposalId === undefined
            ? `${recordOf(about)}/appeal`
            : `${recordOf(about)}/proposals/${about.proposalId}`,
      needs: 'record-appeal',
    },
  },
  'tell-court': {
    name: 'Court to be told of a change',
    team: 'legal',
    lane: 'own',
    harm: 'unprotected',
    next: {
      text: 'Record whether the court is told',
      path: ({ applicationId }) => `/applications/${applicationId}/tell-court`,
      needs: 'record-application',
    },
  },
  hearing: {
    name: 'Hearing',
    team: 'legal',
    lane: 'hearing',
    harm: 'other',
    next: { text: 'Record the outcome', path: hearing, needs: 'determine-application' },
  },
  direction: {
    name: 'Direction of the court',
    team: 'legal',
    lane: 'own',
    harm: 'unprotected',
    next: {
      text: 'See what was directed, and record that it was done',
      path: (about) => `${recordOf(about)}/directions?direction=${about.directionId}`,
      needs: 'determine-application',
    },
  },
  'draft-application': {
    name: 'Application being drafted',
    team: 'legal',
    lane: 'draft',
    harm: 'other',
    next: { text: 'Go on with the draft', path: draft(), needs: 'view-order' },
  },
  'authorise-application': {
    name: 'Authorisation',
    team: 'legal',
    lane: 'authorise',
    harm: 'other',
    next: { text: 'Authorise or refuse', path: draft('/authorise'), needs: 'authorise-application' },
  },
  'file-application': {
    name: 'Application to file',
    team: 'legal',
    lane: 'own',
    harm: 'other',
    next: { text: 'Check and file', path: draft('/check'), needs: 'record-application' },
  },
  hearsay: {
    name: 'Hearsay notice',
    team: 'legal',
    lane: 'own',
    harm: 'other',
    next: { text: 'Write the notice in the draft', path: draft('/hearsay'), needs: 'record-application' },
  },
  'serve-hearsay': {
    name: 'Hearsay notice of a filed application',
    team: 'legal',
    lane: 'own',
    harm: 'other',
    next: {
      text: 'Record that the notice was served',
      path: ({ applicationId }) => `/applications/${applicationId}/hearsay-served`,
      needs: 'record-application',
    },
  },
  'tell-for-child': {
    name: 'Respondent under 18: who is told',
    team: 'officers',
    lane: 'own',
    harm: 'untold',
    next: {
      text: 'Record who was told',
      path: ({ applicationId }) => `/applications/${applicationId}/under-18`,
      needs: 'add-to-application',
    },
  },
  'review-at-18': {
    name: 'Respondent under 18: reporting at 18',
    team: 'legal',
    lane: 'own',
    harm: 'other',
    next: {
      text: 'Record what may be reported',
      path: ({ applicationId }) => `/applications/${applicationId}/under-18/reporting`,
      needs: 'record-application',
    },
  },
  'court-by-age': {
    name: 'Respondent’s age: other court',
    team: 'legal',
    lane: 'own',
    harm: 'other',
    next: {
      text: 'List the hearing there',
      path: ({ applicationId }) => `/applications/${applicationId}/hearings/new`,
      needs: 'determine-application',
    },
  },
  proposal: {
    name: 'Variation, renewal or discharge asked for',
    team: 'legal',
    lane: 'own',
    harm: 'unprotected',
    next: {
      text: 'Take the next step',
      path: ({ orderId, proposalId }) => `/orders/${orderId}/proposals/${proposalId}`,
      needs: 'view-order',
    },
  },
  'approve-proposal': {
    name: 'Variation, renewal or discharge to approve',
    team: 'legal',
    lane: 'authorise',
    harm: 'unprotected',
    next: {
      text: 'Approve or send back',
      path: ({ orderId, proposalId }) => `/orders/${orderId}/proposals/${proposalId}/approval`,
      needs: 'authorise-application',
    },
  },
  'follow-move': {
    name: 'Protected person moved',
    team: 'legal',
    lane: 'own',
    harm: 'unprotected',
    next: {
      text: 'Ask for a variation',
      path: ({ orderId }) => `/orders/${orderId}/proposals/new?because=protected-person-moved`,
      needs: 'vary-order',
    },
  },
  'answer-handover': {
    name: 'Protected person: asked to look after them',
    team: 'officers',
    lane: 'own',
    harm: 'unprotected',
    next: {
      text: 'Accept or decline',
      path: ({ protectedPersonId }) => `/protected-people/${protectedPersonId}/handover`,
      needs: 'record-protected-person',
    },
  },
  requirement: {
    name: 'Requirement with a day',
    team: 'officers',
    lane: 'waiting',
    harm: 'other',
    next: { text: 'Record whether it was met', path: order('requirements'), needs: 'record-notification' },
  },
  'enter-days': {
    name: 'Requirement without days',
    team: 'legal',
    lane: 'own',
    harm: 'unprotected',
    next: {
      text: 'Enter its days',
      path: ({ orderId, versionId }) => `/orders/${orderId}/conditions/${versionId}/correct`,
      needs: 'make-order',
    },
  },
  'consider-spo': {
    name: 'Order to be considered',
    team: 'officers',
    lane: 'own',
    harm: 'other',
    next: { text: 'Record whether an order is sought', path: investigation('consideration'), needs: 'record-case' },
  },
  'support-referral': {
    name: 'Support for the victim',
    team: 'officers',
    lane: 'own',
    harm: 'untold',
    next: { text: 'Record the referral', path: investigation('references/new'), needs: 'record-case' },
  },
  'charge-case': {
    name: 'Time limit for a charge: investigation',
    team: 'officers',
    lane: 'own',
    harm: 'unprotected',
    next: { text: 'Record the outcome', path: investigation('outcome'), needs: 'record-case' },
  },
};

/** The kinds of each harm come before those of the next where the most harmful comes first. */
export function harmRank(kind: TaskKind): number {
  return HARMS.indexOf(kindsOfTask[kind].harm);
}

export const taskKinds = Object.keys(kindsOfTask) as readonly TaskKind[];

/** The form that settles a task, or for who may not open it the record that it is about. */
export function nextFor(
  what: TaskKind,
  about: About,
  viewer: Pick<Viewer, 'permissions'>,
): { readonly text: string; readonly href: string } {
  const { text, path, needs } = kindsOfTask[what].next;
  return may(viewer, needs) ? { text, href: path(about) } : { text: 'Open the record', href: recordOf(about) };
}

/** The page of what a task is about. */
function recordOf({ breachId, orderId, applicationId, caseId, perpetratorId }: About): string {
  if (breachId !== undefined) return `/breaches/${breachId}`;
  if (orderId !== undefined) return `/orders/${orderId}`;
  if (applicationId !== undefined) return `/applications/${applicationId}`;
  return caseId === undefined ? `/perpetrators/${perpetratorId}` : `/cases/${caseId}`;
}
