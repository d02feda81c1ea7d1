import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { breaches } from '../domain/breach.js';
import { type DetentionExtension, extendDetention } from './extend-detention.js';

export class ExtendDetention extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: Omit<DetentionExtension, 'extensionId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ExtendDetention)
export class ExtendDetentionHandler implements ICommandHandler<ExtendDetention> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: ExtendDetention): Promise<Receipt> {
    const extension = { ...details, extensionId: idFrom(act.commandId, 'extension') };
    return this.streams.transact(breaches, breachId, act, (breach) => extendDetention(breach, extension, act.at));
  }
}
