import { force as forceOf } from '#access';
import { formatDate, formatDateTime, type LocalDate } from '#calendar';
import { formalName } from '#people';
import { namesFor } from '../perpetrator-history/names.js';
import { EMPTY_SUMMARY } from '../perpetrator-history/perpetrator-summary.js';
import { parseHistoryStream, sentence } from '../sentences/index.js';
import type { AlertAbout, AlertBecause } from './alert.js';
import type { FoundAlert } from './alerts.query.js';

/** An alert in words. No protected person is named in it. */
export interface AlertView {
  readonly id: string;
  readonly name: string;
  /** The person, as this force has them. */
  readonly href: string;
  /** What happened: `Essex Police: stalking protection order made`. */
  readonly what: string;
  /** When it happened; empty for a decision about records. */
  readonly when: string;
  /** Why this force is told. */
  readonly why: string;
  /** What is told of, and where it is. */
  readonly about: { readonly words: string; readonly href: string } | null;
  readonly raised: string;
  readonly raisedAt: string;
  readonly seen: string | null;
}

/** Of facts only their heading is told, and that names nobody. */
const NO_NAMES = namesFor(EMPTY_SUMMARY, [], false);
const SEVERAL = /a protected person(, a protected person)* and a protected person/;
const WHAT: Readonly<Record<Exclude<AlertBecause, 'linked' | 'unlinked'>, string>> = {
  application: 'Application for an order',
  order: 'Order made',
  report: 'Report recorded',
  investigation: 'Investigation opened',
  incident: 'Incident recorded',
  words: 'The words of an order read',
  handover: 'asks your force to look after a protected person',
  'handover-declined': 'declined to look after a protected person',
  'handover-accepted': 'looks after a protected person now',
};
const ABOUT: Readonly<Record<keyof AlertAbout, readonly [words: string, path: string]>> = {
  orderId: ['See the order', '/orders'],
  applicationId: ['See the application', '/applications'],
  breachId: ['See the report', '/breaches'],
  caseId: ['See the investigation', '/cases'],
  pairId: ['See why', '/links'],
  protectedPersonId: ['See the request', '/protected-people'],
};

/** `seenBy` are the names of users by id. */
export function alertView(alert: FoundAlert, seenBy: ReadonlyMap<string, string>): AlertView {
  const { id, name, perpetratorIds, byForce, because, raisedAt, seenAt } = alert;
  const told = because === 'linked' || because === 'unlinked' ? linkWords(alert) : factWords(alert);
  return {
    id,
    name: name === null ? 'Name not readable' : formalName(name),
    href: `/perpetrators/${perpetratorIds[0]}`,
    what: `${nameOf(byForce)}: ${told.what}`,
    when: told.when,
    why: whyTold(alert),
    about: aboutIn(alert.about),
    raised: formatDateTime(new Date(raisedAt).toISOString()),
    raisedAt: new Date(raisedAt).toISOString(),
    seen:
      seenAt &&
      `${formatDateTime(new Date(seenAt).toISOString())}${alert.seenBy === null ? '' : `, ${seenBy.get(alert.seenBy) ?? 'a user'}`}`,
  };
}

function factWords({ told, because }: FoundAlert): { what: string; when: string } {
  if (!told) return { what: WHAT[because as keyof typeof WHAT], when: '' };
  const { heading, when } = sentence(parseHistoryStream(told.stream).category, told, NO_NAMES);
  return { what: heading.replace(SEVERAL, 'protected people'), when: days(when) };
}

function linkWords({ because, ownForce, otherForce }: FoundAlert): { what: string; when: string } {
  const [one, other] = [nameOf(ownForce), nameOf(otherForce)].sort();
  const records = one === other ? `two records of ${one}` : `records of ${one} and ${other}`;
  return { what: because === 'linked' ? `${records} linked: one person` : `link between ${records} undone: two people`, when: '' };
}

function whyTold({ force, because, perpetratorIds }: FoundAlert): string {
  if (because.startsWith('handover')) return because === 'handover' ? 'It was asked of your force.' : 'Your force asked for it.';
  const has = `${nameOf(force)} has an order, an application, a report or an investigation on this person`;
  return perpetratorIds.length > 1 && because !== 'linked' && because !== 'unlinked' ? `${has}, on a linked record.` : `${has}.`;
}

function aboutIn(about: AlertAbout): AlertView['about'] {
  const [entry] = Object.entries(about) as [keyof AlertAbout, string][];
  if (!entry) return null;
  const [words, path] = ABOUT[entry[0]];
  return { words, href: `${path}/${entry[1]}${entry[0] === 'protectedPersonId' ? '/handover' : ''}` };
}

function days({ on, until }: { readonly on: LocalDate; readonly until: LocalDate }): string {
  return on === until ? formatDate(on) : `${formatDate(on)} to ${formatDate(until)}`;
}

function nameOf(cjs: string): string {
  return forceOf(cjs)?.name ?? `Force ${cjs}`;
}
