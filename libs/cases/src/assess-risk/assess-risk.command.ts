import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { cases } from '../domain/case.js';
import { type AssessmentDetails, assessRisk } from './assess-risk.js';

/** The id of what a command records: the same whenever it is sent. */
export function newAssessmentId(commandId: string): string {
  return idFrom(commandId, 'assessment');
}

export class AssessRisk extends Command<Receipt> {
  constructor(
    readonly caseId: string,
    readonly details: Omit<AssessmentDetails, 'assessmentId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AssessRisk)
export class AssessRiskHandler implements ICommandHandler<AssessRisk> {
  constructor(private readonly streams: Streams) {}

  execute({ caseId, details, act }: AssessRisk): Promise<Receipt> {
    return this.streams.transact(cases, caseId, act, (state) =>
      assessRisk(state, { ...details, assessmentId: newAssessmentId(act.commandId) }, act.at),
    );
  }
}
