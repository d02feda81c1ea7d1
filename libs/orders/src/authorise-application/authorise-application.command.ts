import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Role } from '#access';
import { Users } from '#access/module';
import { londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { perpetrators, readable } from '#people';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { foundBeside, placesBeside } from '../drafted-application/beside-draft.js';
import { respondentOf } from '../drafted-application/respondent-of.js';
import { namesakesOf } from './namesakes.js';
import { type AuthorisationDecision, decideAuthorisation, requestAuthorisation } from './authorise-application.js';

export class RequestAuthorisation extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    /** The orders that may bind the respondent now: whether they do, and by which wordings, their streams say. */
    readonly orderIds: readonly string[],
    readonly seen: number | null,
    readonly role: Role,
    readonly act: Act,
    /** The investigations that hold incidents it relies on: which were recorded in error, their streams say. */
    readonly caseIds: readonly string[] = [],
  ) {
    super();
  }
}

@CommandHandler(RequestAuthorisation)
export class RequestAuthorisationHandler implements ICommandHandler<RequestAuthorisation> {
  constructor(private readonly streams: Streams) {}

  async execute({ applicationId, orderIds, seen, role, act, caseIds }: RequestAuthorisation): Promise<Receipt> {
    const perpetratorId = await respondentOf(this.streams, applicationId);
    const writer = { userId: act.by, role, force: act.force };
    const places = [at(applications, applicationId), at(perpetrators, perpetratorId), ...placesBeside(orderIds, caseIds)] as const;
    return this.streams.transactAll(act, places, ([state, perpetrator, ...others]) => {
      const isAgeKnown = Boolean(readable(perpetrator, act).identity.value?.dateOfBirth);
      const around = { isAgeKnown, ...foundBeside(others, momentOf(act.at)) };
      return [to(applications, applicationId, requestAuthorisation(state, around, writer, seen))];
    });
  }
}

export class DecideAuthorisation extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly decision: Omit<AuthorisationDecision, 'on' | 'namesakes'>,
    /** As in the request. */
    readonly orderIds: readonly string[],
    readonly role: Role,
    readonly act: Act,
    /** The investigations that hold incidents it relies on: which were recorded in error, their streams say. */
    readonly caseIds: readonly string[] = [],
  ) {
    super();
  }
}

@CommandHandler(DecideAuthorisation)
export class DecideAuthorisationHandler implements ICommandHandler<DecideAuthorisation> {
  constructor(
    private readonly streams: Streams,
    private readonly users: Users,
  ) {}

  async execute({ applicationId, decision, orderIds, role, act, caseIds }: DecideAuthorisation): Promise<Receipt> {
    const writer = { userId: act.by, role, force: act.force };
    const namesakes = await this.namesakes(applicationId, decision.officer, act.by);
    const whole = { ...decision, on: londonDate(act.at), namesakes };
    const places = [at(applications, applicationId), ...placesBeside(orderIds, caseIds)] as const;
    return this.streams.transactAll(act, places, ([state, ...others]) => {
      return [to(applications, applicationId, decideAuthorisation(state, whole, foundBeside(others, momentOf(act.at)), writer))];
    });
  }
  /** The writers of the draft, but for the account that decides, who bear its name or that of the officer. */
  private async namesakes(applicationId: string, officer: string, by: string): Promise<readonly string[]> {
    const { state } = await this.streams.load(applications, applicationId);
    const writers = state.is === 'not-filed' ? (state.draft?.writers ?? []) : [];
    const names = await this.users.names([...writers, by]);
    const others = new Map([...names].filter(([id]) => id !== by));
    return namesakesOf(others, [officer, names.get(by) ?? '']);
  }
}
