import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Act, refuse } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { orderMadeIn, transactEnd } from '../cease-interim/ends-of-orders.js';
import { isEndedBy } from '../domain/in-its-place.js';
import { determinedInError } from '../determined-in-error/determined-in-error.js';
import { applications, type ApplicationState } from '../domain/application.js';
import { isOrderInError } from '../domain/in-error.js';
import { orders, type OrderState } from '../domain/order.js';
import { type InError, recordInError } from './record-in-error.js';

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
    const interimId = details.of.is === 'order' && details.of.why !== 'twice' ? await this.interimEndedWith(orderId) : null;
    if (interimId === null) return transactEnd(this.streams, orderId, act, decide);
    return this.streams.transactAll(act, [at(orders, orderId), at(orders, interimId)], ([full, interim]) => {
      if (interim.is === 'unmade' || full.is === 'unmade' || !isEndedBy(interim, full)) throw refuse('busy');
      return [
        to(orders, orderId, decide(full)),
        to(orders, interimId, recordInError(interim, cessationOf(error), { force: act.force, now: act.at })),
      ];
    });
  }

  /**
   * The order and the determination that granted it: where no court made it, or it is against somebody else, the application waits again, and what
   * ceased with its grant is in force as its own dates say.
   */
  private withItsGrant({ applicationId, interimIds, aloneIds }: Grant, orderId: string, error: InError, act: Act): Promise<Receipt> {
    const ids = [orderId, ...interimIds, ...aloneIds];
    const who = { force: act.force, now: act.at };
    return this.streams.transactAll(
      act,
      [at(applications, applicationId), ...ids.map((id) => at(orders, id))],
      ([application, ...loaded]) => {
        const [order, interims, alone] = [
          loaded[0] ?? orders.initial,
          loaded.slice(1, 1 + interimIds.length),
          loaded.slice(1 + interimIds.length),
        ];
        if (orderMadeIn(application) !== orderId || interimsOf(application).length !== interimIds.length) throw refuse('busy');
        const facts = recordInError(order, error, who);
        const undone = determinedInError(application, { is: 'going', orderId }, interims, error, who);
        return [
          to(orders, orderId, facts),
          to(applications, applicationId, undone.application),
          ...undone.interims.map((one) => to(orders, one.orderId, one.facts)),
          ...alone.flatMap((one) => (one.is === 'unmade' ? [] : [to(orders, one.orderId, recordInError(one, cessationOf(error), who))])),
        ];
      },
    );
  }

  /** The application that was determined by making this order; null where there is none. */
  private async grantOf(orderId: string): Promise<Grant | null> {
    const { state: order } = await this.streams.load(orders, orderId);
    if (order.is === 'unmade' || isOrderInError(order) || order.applicationId === null) return null;
    const { state: application } = await this.streams.load(applications, order.applicationId);
    if (orderMadeIn(application) !== orderId) return null;
    const [interimIds, endedId] = [interimsOf(application), await this.interimEndedWith(orderId)];
    const aloneIds = endedId === null || interimIds.includes(endedId) ? [] : [endedId];
    return { applicationId: order.applicationId, interimIds, aloneIds };
  }

  /** The interim order in whose place this order stands, and that ended with its making; null where there is none. */
  private async interimEndedWith(orderId: string): Promise<string | null> {
    const { state: full } = await this.streams.load(orders, orderId);
    if (full.is === 'unmade' || full.replaces === null) return null;
    const { state: interim } = await this.streams.load(orders, full.replaces);
    return interim.is !== 'unmade' && isEndedBy(interim, full) ? interim.orderId : null;
  }
}

interface Grant {
  readonly applicationId: string;
  readonly interimIds: readonly string[];
  /** The interim order, recorded without its application, that was said to be made in this one. */
  readonly aloneIds: readonly string[];
}

/** That the interim order had not ended, in the same words. */
function cessationOf(error: InError): InError {
  return { ...error, of: { is: 'entry', key: 'cessation' } };
}

function interimsOf(application: ApplicationState): readonly string[] {
  return application.is === 'not-filed' ? [] : application.interims.map(({ orderId }) => orderId);
}
