import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { transactEnd } from '../cease-interim/ends-of-orders.js';
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

  execute({ orderId, details, act }: RecordInError): Promise<Receipt> {
    const errorId = idFrom(act.commandId, 'error');
    return transactEnd(this.streams, orderId, act, (order) =>
      recordInError(order, { ...details, errorId }, { force: act.force, now: act.at }),
    );
  }
}
