import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Act, refuse } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { applications } from '../domain/application.js';
import { orders } from '../domain/order.js';
import { determinedInError } from './determined-in-error.js';

export class DeterminedInError extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: { readonly reason: string },
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(DeterminedInError)
export class DeterminedInErrorHandler implements ICommandHandler<DeterminedInError> {
  constructor(private readonly streams: Streams) {}

  /** The orders are known only from the application, so it is read first; one made meanwhile is noticed and refused as `busy`. */
  async execute({ applicationId, details, act }: DeterminedInError): Promise<Receipt> {
    const { state } = await this.streams.load(applications, applicationId);
    const interimIds = state.is === 'not-filed' ? [] : state.interims.map(({ orderId }) => orderId);
    const grantedId = state.is === 'determined' ? state.determination.orderId : null;
    const granted = grantedId === null ? null : (await this.streams.load(orders, grantedId)).state;
    const error = { ...details, errorId: idFrom(act.commandId, 'error') };
    const places = [at(applications, applicationId), ...interimIds.map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([application, ...interims]) => {
      if (application.is !== 'not-filed' && application.interims.length !== interimIds.length) throw refuse('busy');
      const undone = determinedInError(application, granted, interims, error, { force: act.force, now: act.at });
      return [
        to(applications, applicationId, undone.application),
        ...undone.interims.map(({ orderId, facts }) => to(orders, orderId, facts)),
      ];
    });
  }
}
