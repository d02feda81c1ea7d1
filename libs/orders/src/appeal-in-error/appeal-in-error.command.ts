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

  /** The order is known only from the application, so that is read first; one made meanwhile is noticed and refused as `busy`. */
  async execute({ applicationId, details, act }: AppealInError): Promise<Receipt> {
    const orderId = madeOnAppeal((await this.streams.load(applications, applicationId)).state);
    const made = orderId === null ? null : (await this.streams.load(orders, orderId)).state;
    const error = { ...details, errorId: idFrom(act.commandId, 'error') };
    return this.streams.transactAll(act, [at(applications, applicationId)], ([application]) => {
      if (madeOnAppeal(application) !== orderId) throw refuse('busy');
      return [to(applications, applicationId, appealInError(application, made, error, { force: act.force, now: act.at }))];
    });
  }
}

function madeOnAppeal(application: ApplicationState): string | null {
  return application.is === 'not-filed' ? null : (refusalAppeal(application)?.determined?.orderId ?? null);
}
