import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Role } from '#access';
import { londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { applications } from '../domain/application.js';
import type { Surroundings } from '../domain/application-draft/missing.js';
import { type AuthorisationDecision, decideAuthorisation, requestAuthorisation } from './authorise-application.js';

export class RequestAuthorisation extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly around: Surroundings,
    readonly seen: number | null,
    readonly role: Role,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RequestAuthorisation)
export class RequestAuthorisationHandler implements ICommandHandler<RequestAuthorisation> {
  constructor(private readonly streams: Streams) {}

  execute({ applicationId, around, seen, role, act }: RequestAuthorisation): Promise<Receipt> {
    const writer = { userId: act.by, role, force: act.force };
    return this.streams.transact(applications, applicationId, act, (state) => requestAuthorisation(state, around, writer, seen));
  }
}

export class DecideAuthorisation extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly decision: Omit<AuthorisationDecision, 'on'>,
    readonly role: Role,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(DecideAuthorisation)
export class DecideAuthorisationHandler implements ICommandHandler<DecideAuthorisation> {
  constructor(private readonly streams: Streams) {}

  execute({ applicationId, decision, role, act }: DecideAuthorisation): Promise<Receipt> {
    const writer = { userId: act.by, role, force: act.force };
    const whole = { ...decision, on: londonDate(act.at) };
    return this.streams.transact(applications, applicationId, act, (state) => decideAuthorisation(state, whole, writer));
  }
}
