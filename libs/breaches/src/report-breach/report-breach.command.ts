import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { birthOf } from '#cases';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { orders } from '#orders';
import { idFrom } from '#pages';
import { perpetrators } from '#people';
import type { Alleging } from '../domain/alleging.js';
import { ordersConcerned } from '../breach-record/orders-concerned.js';
import { breaches, type ReasonableExcuse } from '../domain/breach.js';
import type { Incident } from '../domain/incident.js';
import { reportedUnder } from '../domain/reported-under.js';
import { reportBreach } from './report-breach.js';

export interface ReportedBreach {
  readonly incident: Omit<Incident, 'breachId' | 'force'>;
  readonly alleging: readonly Omit<Alleging, 'allegationId'>[];
  readonly samePerson: readonly string[];
  readonly recordIsWrong?: boolean;
  readonly evenSo?: readonly string[];
  readonly reasonableExcuse: ReasonableExcuse;
  readonly excuse: string | null;
}

export class ReportBreach extends Command<Receipt> {
  constructor(
    readonly details: ReportedBreach,
    readonly act: Act,
  ) {
    super();
  }

  /** The id of the breach that this command reports, once it is recorded. */
  get breachId(): string {
    return reportedId(this.act);
  }
}

/** A report sent twice is one breach. */
export function reportedId(act: Act): string {
  return reportedUnder(act.commandId);
}

@CommandHandler(ReportBreach)
export class ReportBreachHandler implements ICommandHandler<ReportBreach> {
  constructor(private readonly streams: Streams) {}

  /** Nothing is recorded unless the orders still are as they were read: what changes later is later for the policy that flags it too. */
  async execute({ breachId, details, act }: ReportBreach): Promise<Receipt> {
    const { incident, alleging, ...rest } = details;
    const born = birthOf((await this.streams.load(perpetrators, incident.perpetratorId)).state);
    const orderIds = await ordersConcerned(this.streams, alleging);
    const places = [at(breaches, breachId), ...orderIds.map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([breach, ...ordersThen]) => {
      const said = alleging.map((one, nth) => ({ ...one, allegationId: idFrom(act.commandId, `allegation ${nth}`) }));
      const whole = { ...rest, born, incident: { ...incident, breachId, force: act.force }, alleging: said };
      return [to(breaches, breachId, reportBreach(breach, ordersThen, whole, act.at))];
    });
  }
}
