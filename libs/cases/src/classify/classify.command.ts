import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { cases } from '../domain/case.js';
import { type ClassifyDetails, classify } from './classify.js';

/** The id of what a command records: the same whenever it is sent. */
export function newClassificationId(commandId: string): string {
  return idFrom(commandId, 'classification');
}

export class Classify extends Command<Receipt> {
  constructor(
    readonly caseId: string,
    readonly details: Omit<ClassifyDetails, 'classificationId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(Classify)
export class ClassifyHandler implements ICommandHandler<Classify> {
  constructor(private readonly streams: Streams) {}

  execute({ caseId, details, act }: Classify): Promise<Receipt> {
    return this.streams.transact(cases, caseId, act, (state) =>
      classify(state, { ...details, classificationId: newClassificationId(act.commandId) }, act.at),
    );
  }
}
