import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { cases } from '../domain/case.js';
import { choosePrincipal, type PrincipalDetails } from './choose-principal.js';

export class ChoosePrincipal extends Command<Receipt> {
  constructor(
    readonly caseId: string,
    readonly details: PrincipalDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ChoosePrincipal)
export class ChoosePrincipalHandler implements ICommandHandler<ChoosePrincipal> {
  constructor(private readonly streams: Streams) {}

  execute({ caseId, details, act }: ChoosePrincipal): Promise<Receipt> {
    return this.streams.transact(cases, caseId, act, (state) => choosePrincipal(state, details, act.at));
  }
}
