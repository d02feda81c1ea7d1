import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { breaches } from '../domain/breach.js';
import { type EvidenceDetails, referenceEvidence } from './reference-evidence.js';

export class ReferenceEvidence extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: Omit<EvidenceDetails, 'evidenceId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ReferenceEvidence)
export class ReferenceEvidenceHandler implements ICommandHandler<ReferenceEvidence> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: ReferenceEvidence): Promise<Receipt> {
    return this.streams.transact(breaches, breachId, act, (breach) =>
      referenceEvidence(breach, { ...details, evidenceId: idFrom(act.commandId, 'evidence') }),
    );
  }
}
