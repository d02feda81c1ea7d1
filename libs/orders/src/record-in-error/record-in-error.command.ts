import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Act, refuse } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { transactEnd } from '../cease-interim/ends-of-orders.js';
import { determinedInError } from '../determined-in-error/determined-in-error.js';
import { applications, type ApplicationState } from '../domain/application.js';
import { isOrderInError } from '../domain/in-error.js';
import { orders, type OrderState } from '../domain/order.js';
import { type InError, inPlaceOfAnother, recordInError } from './record-in-error.js';

export class RecordInError extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<InError, 'errorId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordInError)
export class RecordInErrorHandler implements ICommandHandler<RecordInError> {
  constructor(private readonly streams: Streams) {}

  async execute({ orderId, details, act }: RecordInError): Promise<Receipt> {
    const error = { ...details, errorId: idFrom(act.commandId, 'error') };
    const decide = (order: OrderState) => recordInError(order, error, { force: act.force, now: act.at });
    const granting = details.of.is === 'order' && details.of.why !== 'twice' ? await this.grantOf(orderId) : null;
    if (granting) return this.withItsGrant(granting, orderId, error, act);
    const replacing = details.of.is === 'order' ? await this.orderInPlaceOf(orderId) : null;
    if (!replacing) return transactEnd(this.streams, orderId, act, decide);
    const { applicationId, fullId, interimIds } = replacing;
    const places = [at(applications, applicationId), at(orders, fullId), ...interimIds.map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([application, full, ...interims]) => {
      if (orderMadeIn(application) !== fullId) throw refuse('busy');
      const wrong = interims.find((one) => one.is !== 'unmade' && one.orderId === orderId) ?? orders.initial;
      return [to(orders, orderId, decide(wrong)), to(orders, fullId, inPlaceOfAnother(full, orderId, interims, error))];
    });
  }

  /**
   * The order and the determination that granted it: where no court made it, or it is against somebody else, the application waits again, and what
   * ceased with its grant is in force as its own dates say.
   */
  private withItsGrant({ applicationId, interimIds }: Grant, orderId: string, error: InError, act: Act): Promise<Receipt> {
    const places = [at(applications, applicationId), at(orders, orderId), ...interimIds.map((id) => at(orders, id))] as const;
    const who = { force: act.force, now: act.at };
    return this.streams.transactAll(act, places, ([application, order, ...interims]) => {
      if (orderMadeIn(application) !== orderId || interimsOf(application).length !== interimIds.length) throw refuse('busy');
      const facts = recordInError(order, error, who);
      const undone = determinedInError(application, { is: 'going', orderId }, interims, error, who);
      return [
        to(orders, orderId, facts),
        to(applications, applicationId, undone.application),
        ...undone.interims.map((one) => to(orders, one.orderId, one.facts)),
      ];
    });
  }

  /** The application that was determined by making this order; null where there is none. */
  private async grantOf(orderId: string): Promise<Grant | null> {
    const { state: order } = await this.streams.load(orders, orderId);
    if (order.is === 'unmade' || isOrderInError(order) || order.applicationId === null) return null;
    const { state: application } = await this.streams.load(applications, order.applicationId);
    return orderMadeIn(application) === orderId ? { applicationId: order.applicationId, interimIds: interimsOf(application) } : null;
  }

  /** The full order made in the application in which this interim one was, with every interim order made in it; null where there is none. */
  private async orderInPlaceOf(orderId: string): Promise<{ applicationId: string; fullId: string; interimIds: readonly string[] } | null> {
    const { state: interim } = await this.streams.load(orders, orderId);
    if (interim.is === 'unmade' || interim.kind !== 'interim-spo' || interim.applicationId === null) return null;
    const { applicationId } = interim;
    const { state: application } = await this.streams.load(applications, applicationId);
    const fullId = orderMadeIn(application);
    if (application.is === 'not-filed' || fullId === null) return null;
    return { applicationId, fullId, interimIds: [...new Set([orderId, ...application.interims.map((one) => one.orderId)])] };
  }
}

interface Grant {
  readonly applicationId: string;
  readonly interimIds: readonly string[];
}

function interimsOf(application: ApplicationState): readonly string[] {
  return application.is === 'not-filed' ? [] : application.interims.map(({ orderId }) => orderId);
}

function orderMadeIn(application: ApplicationState): string | null {
  return application.is === 'determined' ? application.determination.orderId : null;
}
