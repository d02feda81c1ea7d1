import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { protectedPeople } from '../domain/protected-person.js';
import { agreeContactPlan, type ContactPlanDetails } from './agree-contact-plan.js';

export class AgreeContactPlan extends Command<Receipt> {
  constructor(
    readonly protectedPersonId: string,
    readonly details: ContactPlanDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AgreeContactPlan)
export class AgreeContactPlanHandler implements ICommandHandler<AgreeContactPlan> {
  constructor(private readonly streams: Streams) {}

  execute({ protectedPersonId, details, act }: AgreeContactPlan): Promise<Receipt> {
    return this.streams.transact(protectedPeople, protectedPersonId, act, (state) => agreeContactPlan(state, act, details));
  }
}
