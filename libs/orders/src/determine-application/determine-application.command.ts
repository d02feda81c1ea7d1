import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Act, refuse } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { newOrderId } from '../make-interim/make-interim.command.js';
import { dateOfBirthOf } from '../order-draft/date-of-birth.js';
import { loadBeside, nobodyBeside } from '../order-draft/load-beside.js';
import { determineApplication, type GrantedDetails, type NotGrantedDetails } from './determine-application.js';

/** A full order that is made gets its id from the command. */
export class DetermineApplication extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: NotGrantedDetails | Omit<GrantedDetails, 'orderId' | 'dateOfBirth'>,
    readonly act: Act,
    readonly beside = nobodyBeside,
    /** The interim orders of the force against the same person that were recorded without their application. */
    readonly aloneIds: readonly string[] = [],
  ) {
    super();
  }
}

@CommandHandler(DetermineApplication)
export class DetermineApplicationHandler implements ICommandHandler<DetermineApplication> {
  constructor(private readonly streams: Streams) {}

  /** The interim orders are known only from the application, so it is read first; one made meanwhile is noticed and refused as `busy`. */
  async execute({ applicationId, details, act, beside, aloneIds }: DetermineApplication): Promise<Receipt> {
    const { state } = await this.streams.load(applications, applicationId);
    const interimIds = state.is === 'not-filed' ? [] : state.interims.map((interim) => interim.orderId);
    const orderId = newOrderId(act.commandId);
    const dateOfBirth = state.is === 'not-filed' ? null : await dateOfBirthOf(this.streams, state.perpetratorId);
    const whole = details.outcome === 'granted' ? { ...details, orderId, dateOfBirth } : details;
    const places = [at(applications, applicationId), ...[...interimIds, ...aloneIds].map((id) => at(orders, id))] as const;
    const others = await loadBeside(this.streams, beside);
    return this.streams.transactAll(act, places, ([application, ...loaded]) => {
      if (application.is !== 'not-filed' && application.interims.length !== interimIds.length) throw refuse('busy');
      const [interims, alone] = [loaded.slice(0, interimIds.length), loaded.slice(interimIds.length)];
      const determined = determineApplication(application, interims, whole, momentOf(act.at), others, alone);
      return [
        to(applications, applicationId, determined.application),
        to(orders, orderId, determined.order),
        ...determined.interims.map((interim) => to(orders, interim.orderId, interim.facts)),
      ];
    });
  }
}
