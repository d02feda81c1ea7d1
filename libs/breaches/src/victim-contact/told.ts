import { clockAt, endOfDay, type Instant, type LocalDate, londonDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import type { VictimChannel, VictimRights } from '#people';
import type { BreachRow } from '../breach-record/breach-record.js';
import type { BreachState } from '../domain/breach.js';
import { victimClocks } from '../domain/breach-clocks.js';
import type { VictimUpdate } from '../domain/victim-update.js';
import { dueNews, untold } from '../domain/due-news.js';
import type { VictimUpdateAbout } from '../domain/events.js';
import type { OrderNewsKind } from '../domain/order-news.js';
import type { TellerRole, TellingDecision, WhyNotTold, WhyWithheld } from '../domain/telling.js';
import { victimUpdates } from '../domain/victim-updates.js';
import type { RecordedTelling } from './order-contact.js';
import type { OrderToTellOf } from './order-contacts.query.js';

/** What it is about: a report, or an order. */
export type Subject =
  | { readonly is: 'breach'; readonly breachId: string; readonly about: VictimUpdateAbout }
  | { readonly is: 'order'; readonly orderId: string; readonly newsId: string; readonly news: OrderNewsKind };

/** One thing somebody is still to be told. */
export interface ToTell {
  readonly subject: Subject;
  readonly since: LocalDate;
  readonly due: LocalDate;
  /** The clock has run out. */
  readonly late: boolean;
}

/** One thing somebody was told, or of which it was decided that they are not. */
export interface Told {
  readonly subject: Subject;
  readonly decision: TellingDecision;
  readonly at: Instant;
  readonly channel: VictimChannel | null;
  /** Null when the record does not say. */
  readonly role: TellerRole | null;
  readonly by: Personal<string> | null;
  readonly note: Personal<string> | null;
  /** The force that recorded it, by CJS code. */
  readonly force: string;
  readonly because: WhyNotTold | WhyWithheld | null;
  /** It holds for the whole order. */
  readonly forAll: boolean;
  /** They were told after the clock had run out. */
  readonly late: boolean;
}

/** The reports and orders that concern one person. */
export interface Concerning {
  readonly breaches: readonly Pick<BreachRow, 'doc' | 'allegedAt'>[];
  readonly orders: readonly OrderToTellOf[];
}

/** What a force owes them for something on a perpetrator's record. */
export type RightsUnder = (of: { readonly perpetratorId: string; readonly force: string }) => VictimRights;

/** What somebody is still to be told, by the day it is due. */
export function toTell(protectedPersonId: string, { breaches, orders }: Concerning, rightsUnder: RightsUnder, now: Instant): ToTell[] {
  const ofBreaches = breaches.flatMap(({ doc, allegedAt: recordedAt }) =>
    victimClocks(doc, { rightsOf: () => rightsUnder(doc), recordedAt }).flatMap((clock): ToTell[] => {
      const standing = clockAt(clock, now);
      const { opens: since, dueBy: due, telling } = clock;
      if (standing?.state !== 'due' && standing?.state !== 'overdue') return [];
      if (since === null || due === null || telling?.protectedPersonId !== protectedPersonId) return [];
      return [{ subject: { is: 'breach', breachId: doc.breachId, about: telling.about }, since, due, late: standing.state === 'overdue' }];
    }),
  );
  const ofOrders = orders.flatMap(({ order, ...contact }) =>
    untold(dueNews(order, contact, { rightsOf: () => rightsUnder(order) }), londonDate(now))
      .filter((news) => news.protectedPersonId === protectedPersonId)
      .map(({ newsId, kind, since, due }) => ({
        subject: { is: 'order' as const, orderId: order.orderId, newsId, news: kind },
        ...{ since, due, late: now >= endOfDay(due) },
      })),
  );
  return [...ofBreaches, ...ofOrders].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** What somebody was told and what not, the latest first. */
export function toldOf(protectedPersonId: string, { breaches, orders }: Concerning, rightsUnder: RightsUnder): Told[] {
  const ofBreaches = breaches.flatMap(({ doc: breach }) =>
    breach.updates
      .filter((update) => update.protectedPersonId === protectedPersonId)
      .map((update) => toldOfBreach(breach, update, rightsUnder)),
  );
  const ofOrders = orders.flatMap((contact) =>
    contact.tellings
      .filter((telling) => telling.protectedPersonId === protectedPersonId)
      .map((telling) => toldOfOrder(contact, telling, rightsUnder)),
  );
  return [...ofBreaches, ...ofOrders].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function toldOfBreach(breach: BreachState, update: VictimUpdate, rightsUnder: RightsUnder): Told {
  const { protectedPersonId, of: about, at, decision, channel, role, because, by, note } = update;
  const rules = { rightsOf: () => rightsUnder(breach) };
  const clock = victimUpdates(breach, rules).find(
    (one) => one.about === about && one.protectedPersonId === protectedPersonId && one.toldAt === at,
  );
  return {
    subject: { is: 'breach', breachId: breach.breachId, about },
    ...{ decision, at, channel, role, by, because, note },
    ...{ force: breach.force, forAll: false },
    late: decision === 'told' && clock !== undefined && at >= endOfDay(clock.due),
  };
}

function toldOfOrder({ order, ...contact }: OrderToTellOf, telling: RecordedTelling, rightsUnder: RightsUnder): Told {
  const { protectedPersonId, newsId, news, at, decision, channel, role, because, by, note, reach, recordedBy: force } = telling;
  const clock = dueNews(order, contact, { rightsOf: () => rightsUnder(order) }).find(
    (one) => one.newsId === newsId && one.protectedPersonId === protectedPersonId,
  );
  return {
    subject: { is: 'order', orderId: order.orderId, newsId, news },
    ...{ decision, at, channel, role, by, because, note, force },
    forAll: reach === 'order',
    late: decision === 'told' && clock !== undefined && at >= endOfDay(clock.due),
  };
}
