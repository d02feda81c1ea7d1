import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { formatDate } from '#calendar';
import { ApplicationRecords } from '../application-record/application-records.query.js';
import { isOrderInError } from '../domain/in-error.js';
import type { OrderKind } from '../domain/kinds/index.js';
import type { MadeOrder } from '../domain/order.js';
import { OrdersOnRecord } from '../order-record/orders-on-record.query.js';
import { ANOTHER, isInterimAlone } from '../domain/made-on.js';

/** Applications of the viewer's force that wait, and its interim orders recorded by themselves, of which the application may be the same. */
export interface OpenHere {
  readonly applications: readonly { readonly applicationId: string; readonly filedOn: string }[];
  readonly interims: readonly Pick<MadeOrder, 'orderId' | 'made'>[];
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
      applications: filed.filter(({ is, force }) => is === 'pending' && force === viewer.force),
      interims: orders.filter((order) => isInterimAlone(order, viewer.force)),
    };
  }

  /** Full orders recorded without an application, with which an interim order recorded so may have ended. */
  async fullOrders(viewer: Viewer, { perpetratorId, made }: MadeOrder): Promise<readonly Pick<MadeOrder, 'orderId' | 'made'>[]> {
    const { orders } = await this.orders.against(viewer, perpetratorId);
    return orders.filter(
      (order) =>
        order.kind === 'spo' &&
        order.applicationId === null &&
        order.force === viewer.force &&
        order.made.on >= made.on &&
        !isOrderInError(order),
    );
  }
}

/** The answers to the question on which application an order of this kind was made; none where there is nothing to ask. */
export function applicationChoices({ applications, interims }: OpenHere, kind: OrderKind): readonly { value: string; text: string }[] {
  if (kind !== 'spo' && kind !== 'interim-spo') return [];
  const waiting = applications.map(({ applicationId, filedOn }) => ({
    value: applicationId,
    text: `The application filed on ${formatDate(filedOn)}, which waits here`,
  }));
  const ended = kind === 'spo' ? interims : [];
  const replaced = ended.map(({ orderId, made }) => ({
    value: orderId,
    text: `That of the interim order made on ${formatDate(made.on)}, which ended with it if it was still in force`,
  }));
  const asked = [...waiting, ...replaced];
  return asked.length === 0 ? [] : [...asked, { value: ANOTHER, text: 'Another application' }];
}
