import { Injectable } from '@nestjs/common';
import { may, type Viewer } from '#access';
import { Clock } from '#event-store';
import { momentOf, type OrderState } from '#orders';
import { hiddenIn, maskedClause } from '#people';
import { Links, ProtectedPeople } from '#people/module';
import type { FormView } from '#pages';
import { BreachRecords } from './breach-records.query.js';
import { occurredInWords } from './breach-view.js';
import { OrdersThen } from './orders-then.query.js';
import type { KnownPerson } from './spoken.js';
import { kindWords, statusWords } from './words.js';
import { allegationChoices, isDoneToNobody, isOfOne, nothingToNotify, shownAtOnce } from '../domain/allegation-choices.js';
import { allegeable } from '../domain/allegeable.js';
import { allegingOf } from '../domain/alleging-keys.js';
import type { ContactKind, Occurred } from '../domain/events.js';
import { orderOfForce, protectingNone } from '../domain/protects-none.js';
import { standingInWords, standingThen, type StandingWords } from '../domain/standing-then.js';

/** What the forms that allege something show: the orders as they stood then, who they protect, and reports of the same day. */
@Injectable()
export class AllegingForm {
  constructor(
    private readonly ordersThen: OrdersThen,
    private readonly records: BreachRecords,
    private readonly people: ProtectedPeople,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  /** The orders on all records that people decided are of this person. */
  async orders(viewer: Viewer, perpetratorId: string): Promise<OrderState[]> {
    return this.ordersThen.ofPerpetrator(await this.links.onePerson(viewer, perpetratorId));
  }

  /** The ids of all orders on the records of the person whom the breach is about. Empty when there is no such breach for this viewer. */
  async ordersOfPerson(viewer: Viewer, breachId: string): Promise<string[]> {
    const orders = await this.ordersThen.ofPerpetrator(await this.samePersonAs(viewer, breachId));
    return orders.flatMap((order) => (order.is === 'unmade' ? [] : [order.orderId]));
  }

  /** The ids of all records of the person whom the breach is about. Empty when there is no such breach for this viewer. */
  async samePersonAs(viewer: Viewer, breachId: string): Promise<string[]> {
    const breach = await this.records.byId(viewer, breachId);
    return breach ? this.links.onePerson(viewer, breach.perpetratorId) : [];
  }

  async data(viewer: Viewer, perpetratorId: string, occurred: Occurred, kinds: readonly ContactKind[]) {
    const orders = await this.orders(viewer, perpetratorId);
    const [known, alike] = await Promise.all([this.known(viewer, orders), this.alike(viewer, perpetratorId, occurred, kinds)]);
    const keepers = new Map(orders.flatMap((order) => (order.is === 'unmade' ? [] : [[order.orderId, order.force] as const])));
    const readsOwn = may(viewer, 'view-protected-person');
    const masksOf = (orderId: string) =>
      hiddenIn(known, readsOwn && keepers.get(orderId) === viewer.force).map(({ letter, hide }) => ({
        instead: `protected person ${letter}`,
        hide,
      }));
    const clauseOf = (orderId: string, text: string, areas: readonly string[]) =>
      maskedClause(text, masksOf(orderId), keepers.get(orderId) ?? '', 'clause', areas);
    const then = allegeable(orders, occurred);
    const all = allegationChoices(then, kinds).map((order) => ({
      ...order,
      atOnce: shownAtOnce(order, kinds),
      choices: order.choices.map(({ areas, ...choice }) => ({ ...choice, text: clauseOf(order.orderId, choice.text, areas) })),
    }));
    return {
      happened: occurredInWords(occurred),
      what: kinds.map((kind) => kindWords[kind]).join(', '),
      orders: all.filter(({ state }) => state !== 'not-in-force'),
      mayDoubt: all.some(({ choices }) => choices.some(({ wasMet }) => wasMet)),
      noDutyToNotify: nothingToNotify(then, kinds),
      standing: standingInWords(standingThen(then, occurred, momentOf(this.clock.now()))),
      people: known.map(asChoice),
      alike,
    };
  }

  /** How the orders stood at that time. */
  async standing(viewer: Viewer, perpetratorId: string, occurred: Occurred): Promise<readonly StandingWords[]> {
    const then = allegeable(await this.orders(viewer, perpetratorId), occurred);
    return standingInWords(standingThen(then, occurred, momentOf(this.clock.now())));
  }

  /** What is ticked when the conditions are first shown: what the tiles suggest, and what was ticked before and can still be. */
  async suggested(viewer: Viewer, perpetratorId: string, occurred: Occurred, kinds: readonly ContactKind[], form: FormView) {
    const orders = await this.orders(viewer, perpetratorId);
    const then = allegeable(orders, occurred);
    const all = allegationChoices(then, kinds);
    const alleging = all.flatMap(({ choices }) =>
      choices.filter(({ key, suggested, onlyIf }) => (suggested && onlyIf === null) || form.has('alleging', key)).map(({ key }) => key),
    );
    const inForce = new Set(all.filter(({ state }) => state !== 'not-in-force').map(({ orderId }) => orderId));
    const known = await this.protectedBy(
      viewer,
      orders.filter((order) => order.is !== 'unmade' && inForce.has(order.orderId)),
    );
    return {
      alleging,
      people: form.value('people') ?? (isDoneToNobody(kinds) || !isOfOne(then) ? [] : known.map(({ value }) => value)),
      reasonableExcuse: form.value('reasonableExcuse') ?? 'not-asked',
    };
  }

  /** The orders among those selected, or offered, that protect none of these people: each can be confirmed. */
  async protectingOthers(
    viewer: Viewer,
    perpetratorId: string,
    keys: unknown,
    people: unknown,
  ): Promise<{ value: string; text: string }[]> {
    const selected = listed(keys).flatMap((key) => allegingOf(key) ?? []);
    const asked = protectingNone(selected, await this.orders(viewer, perpetratorId), listed(people));
    return asked.map((order) => ({ value: order.orderId, text: `${orderOfForce(order)}: it was breached even so` }));
  }

  /** What may be the same incident. Shown, never a reason to refuse: two messages on one day are two. */
  async alike(viewer: Viewer, perpetratorId: string, occurred: Occurred, kinds: readonly ContactKind[]) {
    const rows = await this.records.alike(viewer, await this.links.onePerson(viewer, perpetratorId), occurred, kinds);
    return rows.map(({ id, doc }) => ({
      id,
      occurred: occurredInWords(doc.occurred),
      what: doc.kinds.map((kind) => kindWords[kind]).join(', '),
      status: statusWords[doc.status].text,
    }));
  }

  private async protectedBy(viewer: Viewer, orders: readonly OrderState[]): Promise<{ value: string; text: string }[]> {
    return (await this.known(viewer, orders)).map(asChoice);
  }

  private known(viewer: Viewer, orders: readonly OrderState[]): Promise<KnownPerson[]> {
    const made = orders.flatMap((order) => (order.is === 'unmade' ? [] : [order]));
    return this.people.knownAs(
      viewer,
      made.flatMap((order) => order.protectedPersonIds),
      made,
    );
  }
}

function listed(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
}

function asChoice({ id, name, letter }: KnownPerson): { value: string; text: string } {
  return { value: id, text: name ?? `Protected person ${letter}` };
}
