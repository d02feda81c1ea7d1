import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { links, type Pair, pairId } from '../domain/links.js';
import { existing } from '../domain/may-change.js';
import { perpetrators } from '../domain/perpetrator.js';
import { unlinkRecords } from './unlink-records.js';

export class UnlinkRecords extends Command<Receipt> {
  constructor(
    readonly pair: Pair,
    readonly reason: string,
    readonly act: Act,
  ) {
    super();
  }
}

/** Both records must be there for whoever undoes it, as they are or erased: a wrong link must not outlive what was erased. */
@CommandHandler(UnlinkRecords)
export class UnlinkRecordsHandler implements ICommandHandler<UnlinkRecords> {
  constructor(private readonly streams: Streams) {}

  execute({ pair, reason, act }: UnlinkRecords): Promise<Receipt> {
    const places = [at(perpetrators, pair.a), at(perpetrators, pair.b), at(links, pairId(pair))] as const;
    return this.streams.transactAll(act, places, ([one, other, link]) => {
      const left = [existing(one, act), existing(other, act)].filter(({ is }) => is === 'recorded');
      const about = left.map(({ perpetratorId }) => perpetratorId);
      return [to(links, pairId(pair), unlinkRecords(link, pair, reason, about))];
    });
  }
}
