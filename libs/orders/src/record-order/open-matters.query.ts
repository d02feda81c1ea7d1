import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { formatDate } from '#calendar';
import { ApplicationRecords } from '../application-record/application-records.query.js';
import type { FiledApplication } from '../domain/application.js';
import { isOrderInError } from '../domain/in-error.js';
import type { OrderKind } from '../domain/kinds/index.js';
import type { MadeOrder } from '../domain/order.js';
import type { OnRecord } from '../domain/same-order.js';
import { OrdersOnRecord } from '../order-record/orders-on-record.query.js';
import { ANOTHER, isFullAlone, isGrantedAlone, isInterimAlone } from '../domain/made-on.js';

/** Applications of the viewer's force, and its orders recorded by themselves, of which the application may be the same. */
export interface OpenHere {
  /** Those that wait, and those that were decided, with the day. */
  readonly applications: readonly { readonly applicationId: string; readonly filedOn: string; readonly decidedOn: string | null }[];
  readonly interims: readonly Pick<MadeOrder, 'orderId' | 'made'>[];
  readonly fulls: readonly Pick<MadeOrder, 'orderId' | 'made'>[];
  /** Every order against the person that is on record, of any force. */
  readonly onRecord: readonly OnRecord[];
}

/** What an order that is recorded without an application may in truth have been made in. */
@Injectable()
export class OpenMattersHere {
  constructor(
    private readonly orders: OrdersOnRecord,
    private readonly applications: ApplicationRecords,
  ) {}

  async against(viewer: Viewer, perpetratorId: string): Promise<OpenHere> {
    const { orders } = await this.orders.against(viewer, perpetratorId);
    const filed = (await this.applications.against(viewer, perpetratorId))?.items ?? [];
    return {
      applications: filed
        .filter(({ force }) => force === viewer.force)
        .flatMap((one) =>
          one.is === 'pending' || one.is === 'determined'
            ? [{ ...one, decidedOn: one.is === 'determined' ? one.determination.at.on : null }]
            : [],
        ),
      interims: orders.filter((order) => isAlone(order, viewer.force)),
      fulls: orders.filter((order) => isFullAlone(order, viewer.force)),
      onRecord: orders.filter((order) => !isOrderInError(order)),
    };
  }

  /** Interim orders without an application that may have been made in this one of the viewer's force. */
  async interimsAlone(viewer: Viewer, { force, perpetratorId }: FiledApplication): Promise<OpenHere['interims']> {
    if (force !== viewer.force) return [];
    const { orders } = await this.orders.against(viewer, perpetratorId);
    return orders.filter((order) => isAlone(order, force));
  }

  /** Full orders with which an interim order may have ended that was recorded without an application. */
  async fullOrders(viewer: Viewer, { perpetratorId, made }: MadeOrder): Promise<readonly Pick<MadeOrder, 'orderId' | 'made'>[]> {
    const { orders } = await this.orders.against(viewer, perpetratorId);
    return orders.filter(
      (order) => order.kind === 'spo' && order.force === viewer.force && order.made.on >= made.on && !isOrderInError(order),
    );
  }
}

function isAlone(order: MadeOrder, force: string): boolean {
  return isInterimAlone(order, force) || isGrantedAlone(order, force);
}

/** The answers to the question on which application an order of this kind was made; none where there is nothing to ask. */
export function applicationChoices(open: OpenHere, kind: OrderKind): readonly { value: string; text: string }[] {
  if (kind !== 'spo' && kind !== 'interim-spo') return [];
  const waiting = applicationsFor(open, kind).map(({ applicationId, filedOn, decidedOn }) => ({
    value: applicationId,
    text: `The application filed on ${formatDate(filedOn)}, which ${decidedOn === null ? 'waits here' : `was decided on ${formatDate(decidedOn)}`}`,
  }));
  const after = (kind === 'spo' ? [] : open.fulls).map(({ orderId, made }) => ({
    value: orderId,
    text: `That of the stalking protection order made on ${formatDate(made.on)}, with which it ended if it was still in force`,
  }));
  const replaced = (kind === 'spo' ? open.interims : []).map(({ orderId, made }) => ({
    value: orderId,
    text: `That of the interim order made on ${formatDate(made.on)}, which ended with it if it was still in force`,
  }));
  const asked = [...waiting, ...replaced, ...after];
  return asked.length === 0 ? [] : [...asked, { value: ANOTHER, text: 'Another application' }];
}

/** The applications on which an order of this kind may have been made: a full one decides its application, an interim one may be keyed after that. */
export function applicationsFor({ applications }: OpenHere, kind: OrderKind): OpenHere['applications'] {
  if (kind !== 'spo' && kind !== 'interim-spo') return [];
  return kind === 'interim-spo' ? applications : applications.filter(({ decidedOn }) => decidedOn === null);
}
