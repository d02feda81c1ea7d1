import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { nameable, perpetrators, protectedPeople, readable } from '#people';
import { assertMayName } from '#people/module';
import { cases } from '../domain/case.js';
import { openCase, type OpenCaseDetails } from './open-case.js';

/** The id of the case that a command opens: the same whenever it is sent. */
export function newCaseId(commandId: string): string {
  return idFrom(commandId, 'case');
}

/** What is told of a case, before it has ids. */
export type NewCase = Omit<OpenCaseDetails, 'caseId' | 'perpetratorId' | 'force' | 'reference'> & {
  readonly reference: Omit<NonNullable<OpenCaseDetails['reference']>, 'referenceId'> | null;
};

/** The force of whoever sends it investigates. */
export class OpenCase extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly details: NewCase,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(OpenCase)
export class OpenCaseHandler implements ICommandHandler<OpenCase> {
  constructor(private readonly streams: Streams) {}

  async execute({ perpetratorId, details, act }: OpenCase): Promise<Receipt> {
    const caseId = newCaseId(act.commandId);
    await assertMayName(this.streams, details.protectedPersonIds, act);
    const people = [...new Set(details.protectedPersonIds)].map((id) => at(protectedPeople, id));
    return this.streams.transactAll(
      act,
      [at(cases, caseId), at(perpetrators, perpetratorId), ...people],
      ([state, perpetrator, ...named]) => {
        readable(perpetrator, act);
        for (const person of named) nameable(person, act);
        const reference = details.reference && { ...details.reference, referenceId: idFrom(act.commandId, 'reference') };
        return [to(cases, caseId, openCase(state, { ...details, reference, caseId, perpetratorId, force: act.force }, act.at))];
      },
    );
  }
}
