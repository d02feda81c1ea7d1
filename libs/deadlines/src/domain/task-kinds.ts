import type { About, TaskKind } from './task.js';

/** Who in a force does a task: the legal team, or officers and victim liaison. */
export type Team = 'legal' | 'officers';

export const teamNames: Readonly<Record<Team, string>> = { legal: 'Legal team', officers: 'Officers' };

/** Which list a task stands in: for us to do, a day in court, for somebody else to act first, or a draft that nobody waits for yet. */
export type Lane = 'own' | 'hearing' | 'waiting' | 'draft';

export interface KindOfTask {
  /** In filters. */
  readonly name: string;
  readonly team: Team;
  readonly lane: Lane;
  /** What settles it, and the form that does. */
  readonly next: { readonly text: string; readonly path: (about: About) => string };
}

const order = (form: string) => (about: About) => `/orders/${about.orderId}/${form}`;
const breach = (form: string) => (about: About) => `/breaches/${about.breachId}/${form}`;

/** Every kind of task: whose it is, and where it is settled. */
export const kindsOfTask: Readonly<Record<TaskKind, KindOfTask>> = {
  serve: { name: 'Service', team: 'officers', lane: 'own', next: { text: 'Record service', path: order('serve') } },
  notify: {
    name: 'Notification by the respondent',
    team: 'officers',
    lane: 'waiting',
    next: { text: 'Record the notification', path: order('notification') },
  },
  'review-before-end': { name: 'Review and renewal', team: 'legal', lane: 'own', next: { text: 'Renew the order', path: order('renew') } },
  'interim-ends': {
    name: 'Interim order ends',
    team: 'legal',
    lane: 'own',
    next: { text: 'Renew the interim order', path: order('renew') },
  },
  'record-nationally': {
    name: 'National record: made',
    team: 'officers',
    lane: 'own',
    next: { text: 'Confirm the national record', path: order('national-record') },
  },
  'update-national-record': {
    name: 'National record: changed',
    team: 'officers',
    lane: 'own',
    next: { text: 'Confirm the national record', path: order('national-record') },
  },
  'clear-national-record': {
    name: 'National record: ended',
    team: 'officers',
    lane: 'own',
    next: { text: 'Confirm the national record', path: order('national-record') },
  },
  'tell-victim': {
    name: 'Victim update',
    team: 'officers',
    lane: 'own',
    next: { text: 'Record who was told', path: breach('tell-victim') },
  },
  'tell-victim-next': {
    name: 'Victim update: what happens next',
    team: 'officers',
    lane: 'own',
    next: { text: 'Record who was told', path: breach('tell-victim') },
  },
  'show-awareness': { name: 'Awareness to show', team: 'officers', lane: 'own', next: { text: 'Add evidence', path: breach('evidence') } },
  'review-flag': {
    name: 'Breach to review',
    team: 'legal',
    lane: 'own',
    next: { text: 'Review the breach', path: (about) => `/breaches/${about.breachId}/flags/${about.flagId}` },
  },
  charge: { name: 'Time limit for a charge', team: 'legal', lane: 'own', next: { text: 'Record a charge', path: breach('charge') } },
  custody: { name: 'Detention', team: 'officers', lane: 'own', next: { text: 'Record the release', path: breach('release') } },
  'bring-to-court': {
    name: 'Bring to court',
    team: 'officers',
    lane: 'own',
    next: { text: 'Record the outcome', path: breach('court-outcome') },
  },
  bail: { name: 'Pre-charge bail', team: 'officers', lane: 'own', next: { text: 'Record a charge', path: breach('charge') } },
  'application-waits': {
    name: 'Application at court',
    team: 'legal',
    lane: 'waiting',
    next: { text: 'Record what the court decided', path: ({ applicationId }) => `/applications/${applicationId}/grant` },
  },
  'appeal-waits': {
    name: 'Appeal',
    team: 'legal',
    lane: 'waiting',
    next: { text: 'Record the decision', path: ({ orderId, appealId }) => `/orders/${orderId}/appeals/${appealId}/determine` },
  },
};

export const taskKinds = Object.keys(kindsOfTask) as readonly TaskKind[];
