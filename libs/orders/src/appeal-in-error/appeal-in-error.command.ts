import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Act, refuse } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { applications, type ApplicationState } from '../domain/application.js';
import { orders } from '../domain/order.js';
import { refusalAppeal } from '../domain/refusal-appeals.js';
import { type AppealError, appealInError } from './appeal-in-error.js';

export class AppealInError extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: Omit<AppealError, 'errorId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AppealInError)
export class AppealInErrorHandler implements ICommandHandler<AppealInError> {
  constructor(private readonly streams: Streams) {}

  /** The orders are known only from the application, so that is read first; one made meanwhile is noticed and refused as `busy`. */
  async execute({ applicationId, details, act }: AppealInError): Promise<Receipt> {
    const { state } = await this.streams.load(applications, applicationId);
    const orderId = madeOnAppeal(state);
    const interimIds = interimsIn(state);
    const made = orderId === null ? null : (await this.streams.load(orders, orderId)).state;
    const error = { ...details, errorId: idFrom(act.commandId, 'error') };
    const places = [at(applications, applicationId), ...interimIds.map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([application, ...interims]) => {
      if (madeOnAppeal(application) !== orderId || interimsIn(application).length !== interimIds.length) throw refuse('busy');
      return [to(applications, applicationId, appealInError(application, made, interims, error, { force: act.force, now: act.at }))];
    });
  }
}

function madeOnAppeal(application: ApplicationState): string | null {
  return application.is === 'not-filed' ? null : (refusalAppeal(application)?.determined?.orderId ?? null);
}

function interimsIn(application: ApplicationState): readonly string[] {
  return application.is === 'not-filed' ? [] : application.interims.map(({ orderId }) => orderId);
}
