import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { acknowledgeAlert, alerts } from './alert.js';

export class AcknowledgeAlert extends Command<Receipt> {
  constructor(
    readonly alertId: string,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AcknowledgeAlert)
export class AcknowledgeAlertHandler implements ICommandHandler<AcknowledgeAlert> {
  constructor(private readonly streams: Streams) {}

  execute({ alertId, act }: AcknowledgeAlert): Promise<Receipt> {
    return this.streams.transact(alerts, alertId, act, (state) => acknowledgeAlert(state, alertId, act));
  }
}
