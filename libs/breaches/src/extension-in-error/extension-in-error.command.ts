import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { breaches } from '../domain/breach.js';
import { type ExtensionError, extensionInError } from './extension-in-error.js';

export class ExtensionInError extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: Omit<ExtensionError, 'errorId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ExtensionInError)
export class ExtensionInErrorHandler implements ICommandHandler<ExtensionInError> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: ExtensionInError): Promise<Receipt> {
    const error = { ...details, errorId: idFrom(act.commandId, 'error') };
    return this.streams.transact(breaches, breachId, act, (breach) => extensionInError(breach, error));
  }
}
