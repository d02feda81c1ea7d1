import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { cases } from '../domain/case.js';
import { type RegradeDetails, regradeRisk } from './regrade-risk.js';

export class RegradeRisk extends Command<Receipt> {
  constructor(
    readonly caseId: string,
    readonly details: Omit<RegradeDetails, 'regradeId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RegradeRisk)
export class RegradeRiskHandler implements ICommandHandler<RegradeRisk> {
  constructor(private readonly streams: Streams) {}

  execute({ caseId, details, act }: RegradeRisk): Promise<Receipt> {
    return this.streams.transact(cases, caseId, act, (state) =>
      regradeRisk(state, { ...details, regradeId: idFrom(act.commandId, 'regrade') }, act.at),
    );
  }
}
