import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Act, refuse } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { applications, type ApplicationState } from '../domain/application.js';
import { orders } from '../domain/order.js';
import { applicationInError, type ApplicationInErrorDetails } from './application-in-error.js';

export class ApplicationInError extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: Omit<ApplicationInErrorDetails, 'errorId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ApplicationInError)
export class ApplicationInErrorHandler implements ICommandHandler<ApplicationInError> {
  constructor(private readonly streams: Streams) {}

  /** The interim orders are known only from the application, so it is read first; one made meanwhile is noticed and refused as `busy`. */
  async execute({ applicationId, details, act }: ApplicationInError): Promise<Receipt> {
    const interimIds = interimsIn((await this.streams.load(applications, applicationId)).state);
    const error = { ...details, errorId: idFrom(act.commandId, 'error') };
    const places = [at(applications, applicationId), ...interimIds.map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([application, ...interims]) => {
      if (interimsIn(application).length !== interimIds.length) throw refuse('busy');
      return [to(applications, applicationId, applicationInError(application, interims, error, { force: act.force, now: act.at }))];
    });
  }
}

function interimsIn(application: ApplicationState): readonly string[] {
  return application.is === 'not-filed' ? [] : application.interims.map(({ orderId }) => orderId);
}
