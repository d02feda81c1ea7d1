import { obligationsOf } from '../domain/obligations.js';
import { may, type Permission, type Viewer } from '#access';
import { appealableOf } from '../domain/appeals.js';
import { isOrderInError } from '../domain/in-error.js';
import { inForceAt } from '../domain/in-force.js';
import { askedByPolice, kindRule } from '../domain/kinds/index.js';
import { askingTitle } from '../proposal-record/words.js';
import type { Moment } from '../domain/moments.js';
import type { MadeOrder } from '../domain/order.js';
import { isGrantedAlone, isInterimAlone as standsAlone } from '../domain/made-on.js';
import { waitsToBeRead } from '../read-out-order/read-out-order.js';

/** Something this viewer may do to the order now. */
export interface Action {
  readonly text: string;
  /** When to take this way and not another; absent where the text says it. */
  readonly hint?: string;
  readonly href: string;
}

interface Possible {
  readonly text: string | ((order: MadeOrder) => string);
  readonly hint?: string;
  readonly path: string;
  readonly permission: Permission;
  readonly when: (order: MadeOrder, asked: { readonly force: string; readonly inForce: boolean; readonly unread: boolean }) => boolean;
}

const isStanding = (order: MadeOrder): boolean => order.is === 'standing';
const isInterimAlone = (order: MadeOrder, { force }: { readonly force: string }): boolean => standsAlone(order, force);
const owesNotification = (order: MadeOrder): boolean => kindRule(order.kind).notificationDuty !== null;

const possible: readonly Possible[] = [
  { text: 'Record service', path: 'serve', permission: 'record-service', when: isStanding },
  {
    text: 'Read the conditions to the respondent',
    path: 'serve/read',
    permission: 'record-service',
    // The words can name a protected person: another force needs them only while they are still to be read to him.
    when: (order, { force, inForce, unread }) => inForce && (order.force === force || unread),
  },
  { text: 'Record a failed attempt to serve', path: 'attempt-service', permission: 'record-service', when: isStanding },
  { text: 'Record what shows that the respondent knows', path: 'awareness', permission: 'record-service', when: isStanding },
  {
    text: ({ kind }) => askingTitle(kind),
    hint: 'For a change that your force wants: prepared in four steps, up to the court’s decision.',
    path: 'proposals/new',
    permission: 'vary-order',
    when: (order, { force, inForce }) =>
      order.force === force && isStanding(order) && askedByPolice(kindRule(order.kind)).some((asked) => inForce || asked === 'renewal'),
  },
  {
    text: 'Record a variation the court has made',
    hint: 'For a change that a court made without an application of your force, for instance because the respondent asked.',
    path: 'vary',
    permission: 'vary-order',
    when: (order, { inForce, force }) => inForce && order.force === force && kindRule(order.kind).mayVary.length > 0,
  },
  {
    text: 'Record a renewal the court has made',
    path: 'renew',
    permission: 'renew-order',
    when: (order, { force }) =>
      order.force === force &&
      isStanding(order) &&
      kindRule(order.kind).mayRenew.length > 0 &&
      order.ends.at(-1)?.end.is !== 'until-further-order',
  },
  {
    text: 'Record consent to a discharge',
    path: 'consent',
    permission: 'discharge-order',
    when: (order, { inForce }) => inForce && kindRule(order.kind).dischargeLock !== null,
  },
  {
    text: 'Discharge the order',
    path: 'discharge',
    permission: 'discharge-order',
    when: (order, { inForce, force }) => inForce && order.force === force && kindRule(order.kind).mayDischarge.length > 0,
  },
  {
    text: 'Record that the application was decided',
    hint: 'An interim order ends with that, whatever its own last day.',
    path: 'decided',
    permission: 'determine-application',
    when: isInterimAlone,
  },
  {
    text: 'Say which order was made on its application',
    hint: 'That order then stands in the place of this one, and asks for no first notification.',
    path: 'decided',
    permission: 'determine-application',
    when: (order, { force }) => isGrantedAlone(order, force),
  },
  {
    text: 'List a hearing',
    path: 'hearings/new',
    permission: 'determine-application',
    when: (order, { force }) => order.force === force,
  },
  {
    text: 'Record what a protected person was told',
    path: 'tell',
    permission: 'progress-breach',
    when: (order) => order.protectedPersonIds.length > 0,
  },
  { text: 'Record an appeal', path: 'appeal', permission: 'record-appeal', when: (order) => appealableOf(order).length > 0 },
  { text: 'Record a notification', path: 'notification', permission: 'record-notification', when: owesNotification },
  { text: 'Record a change of name or address', path: 'details-change', permission: 'record-notification', when: owesNotification },
  {
    text: 'Record an exemption from notifying',
    path: 'exemption',
    permission: 'record-notification',
    when: (order, { force }) => order.force === force && owesNotification(order),
  },
  {
    text: 'Record whether a requirement was met',
    path: 'requirements',
    permission: 'record-notification',
    when: (order, { force }) => order.force === force && hasOccasions(order),
  },
  {
    text: 'Confirm the national record',
    path: 'national-record',
    permission: 'record-service',
    when: (order, { force }) => order.force === force,
  },
  { text: 'Correct the order', path: 'correct', permission: 'make-order', when: (order, { force }) => order.force === force },
  {
    text: 'Say that something was recorded in error',
    path: 'error',
    permission: 'make-order',
    when: (order, { force }) => order.force === force,
  },
];

/** All that is left to do about an order that should never have been on record. */
const afterError: readonly string[] = ['tell', 'national-record'];

/** What this viewer may do to the order now. */
export function actionsFor(order: MadeOrder, viewer: Viewer, now: Moment): readonly Action[] {
  const asked = { force: viewer.force, inForce: inForceAt(order, now).is !== 'not-in-force', unread: waitsToBeRead(order, now) };
  return possible
    .filter(
      ({ path, permission, when }) =>
        may(viewer, permission) && when(order, asked) && (!isOrderInError(order) || afterError.includes(path)),
    )
    .map(({ text, hint, path }) => ({
      text: typeof text === 'string' ? text : text(order),
      ...(hint === undefined ? {} : { hint }),
      href: `/orders/${order.orderId}/${path}`,
    }));
}

/** Whether the order requires something on days that are recorded as data. */
function hasOccasions(order: MadeOrder): boolean {
  return order.conditions.some(({ versions }) =>
    versions.some((version) => obligationsOf(version, order).some(({ is }) => is === 'by-day' || is === 'on-days')),
  );
}
