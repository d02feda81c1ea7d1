import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { breaches } from '../domain/breach.js';
import { noFurtherAction, type NoFurtherActionDetails } from './no-further-action.js';

export class NoFurtherAction extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: NoFurtherActionDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(NoFurtherAction)
export class NoFurtherActionHandler implements ICommandHandler<NoFurtherAction> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: NoFurtherAction): Promise<Receipt> {
    return this.streams.transact(breaches, breachId, act, (breach) => noFurtherAction(breach, details, act.at));
  }
}
