import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { cases } from '../domain/case.js';
import type { Reference } from '../domain/references.js';
import { addReference } from './add-reference.js';

export class AddReference extends Command<Receipt> {
  constructor(
    readonly caseId: string,
    readonly details: Omit<Reference, 'referenceId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AddReference)
export class AddReferenceHandler implements ICommandHandler<AddReference> {
  constructor(private readonly streams: Streams) {}

  execute({ caseId, details, act }: AddReference): Promise<Receipt> {
    return this.streams.transact(cases, caseId, act, (state) =>
      addReference(state, { ...details, referenceId: idFrom(act.commandId, 'reference') }),
    );
  }
}
