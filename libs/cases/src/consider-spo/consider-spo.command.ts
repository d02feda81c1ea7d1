import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { cases } from '../domain/case.js';
import { type ConsiderationDetails, considerSpo } from './consider-spo.js';

/** The id of what a command records: the same whenever it is sent. */
export function newConsiderationId(commandId: string): string {
  return idFrom(commandId, 'consideration');
}

export class ConsiderSpo extends Command<Receipt> {
  constructor(
    readonly caseId: string,
    readonly details: Omit<ConsiderationDetails, 'considerationId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ConsiderSpo)
export class ConsiderSpoHandler implements ICommandHandler<ConsiderSpo> {
  constructor(private readonly streams: Streams) {}

  execute({ caseId, details, act }: ConsiderSpo): Promise<Receipt> {
    return this.streams.transact(cases, caseId, act, (state) =>
      considerSpo(state, { ...details, considerationId: newConsiderationId(act.commandId) }, act.at),
    );
  }
}
