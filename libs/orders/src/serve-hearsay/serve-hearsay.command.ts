import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { type NoticeServed, serveHearsay } from './serve-hearsay.js';

export class ServeHearsay extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: Omit<NoticeServed, 'noticeId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ServeHearsay)
export class ServeHearsayHandler implements ICommandHandler<ServeHearsay> {
  constructor(private readonly streams: Streams) {}

  execute({ applicationId, details, act }: ServeHearsay): Promise<Receipt> {
    const notice = { ...details, noticeId: idFrom(act.commandId, 'notice') };
    return this.streams.transact(applications, applicationId, act, (application) => serveHearsay(application, notice, momentOf(act.at)));
  }
}
