import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { KeptByForce } from '#access/module';
import { formatDate, londonDate } from '#calendar';
import { Clock } from '#event-store';
import { Submissions } from '#pages';
import { ProtectedPeople } from '#people/module';
import { endedOn } from '../domain/ending.js';
import { kindRule } from '../domain/kinds/index.js';
import { momentOf } from '../domain/moments.js';
import type { MadeOrder } from '../domain/order.js';
import { OrderRecords } from '../order-record/order-records.query.js';
import * as words from '../order-record/words.js';
import { waitsToBeRead } from '../read-out-order/read-out-order.js';
import { choicesFor } from './choices.js';
import { byItsOwnForce, RecordForms } from './record-forms.js';

/** What another force is told where it may not change an order. */
export function orderOf(force: string): KeptByForce {
  const instead = 'Your force can record service, what shows that the respondent knows of it, and a notification given to you.';
  return new KeptByForce(force, 'this order', instead);
}

/** What all forms about an order have in common, whatever else they know of it. */
export abstract class AboutOrders<About extends MadeOrder> extends RecordForms<About> {
  protected constructor(
    protected readonly people: ProtectedPeople,
    protected readonly clock: Clock,
    submissions: Submissions,
  ) {
    super(submissions);
  }

  protected override async head(viewer: Viewer, order: About): Promise<object> {
    const known = await this.people.knownAs(viewer, order.protectedPersonIds, [order]);
    const people = known.map(({ id, name, letter }) => ({ value: id, text: name ?? `Protected person ${letter}` }));
    const caption = `${kindRule(order.kind).name}, ${order.court.name}, made ${formatDate(order.made.on)}`;
    // Another force is shown the words of the court only while they wait to be read to the respondent.
    const mayReadOut = byItsOwnForce(order, viewer) || waitsToBeRead(order, momentOf(this.clock.now()));
    const ended = endedOn(order, londonDate(this.clock.now()));
    return { mayReadOut, caption, order, people, words, ended, choices: choicesFor(order.kind), documents: documentsOf(order) };
  }

  protected override refused({ force }: About): KeptByForce {
    return orderOf(force);
  }

  protected override address(order: About): string {
    return `/orders/${order.orderId}`;
  }
}

/** Forms about an order. */
@Injectable()
export class OrderForms extends AboutOrders<MadeOrder> {
  constructor(
    private readonly orders: OrderRecords,
    people: ProtectedPeople,
    clock: Clock,
    submissions: Submissions,
  ) {
    super(people, clock, submissions);
  }

  protected override find(viewer: Viewer, id: string): Promise<MadeOrder> {
    return this.orders.seen(viewer, id);
  }
}

/** What can be served: the order, or one of its variations. */
export function documentsOf(order: MadeOrder): readonly { value: string; text: string }[] {
  const variations = order.variations.map(({ variationId }) => ({
    value: variationId,
    text: words.documentWords(order, { variationId }),
  }));
  return [{ value: 'order', text: 'The order as made' }, ...variations];
}
