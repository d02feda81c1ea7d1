import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Sealer, Streams, to } from '#event-store';
import { evidenceOf, links, type Pair, pairId } from '../domain/links.js';
import { readable } from '../domain/may-change.js';
import { perpetrators } from '../domain/perpetrator.js';
import { linkRecords } from './link-records.js';

export class LinkRecords extends Command<Receipt> {
  constructor(
    readonly pair: Pair,
    readonly act: Act,
    /** Asked for when the pair was never offered. */
    readonly reason: string | null = null,
  ) {
    super();
  }
}

/** Both records must be there for whoever decides. */
@CommandHandler(LinkRecords)
export class LinkRecordsHandler implements ICommandHandler<LinkRecords> {
  constructor(
    private readonly streams: Streams,
    private readonly sealer: Sealer,
  ) {}

  execute({ pair, act, reason }: LinkRecords): Promise<Receipt> {
    const places = [at(perpetrators, pair.a), at(perpetrators, pair.b), at(links, pairId(pair))] as const;
    return this.streams.transactAll(act, places, ([one, other, link]) => {
      const evidence = evidenceOf(readable(one, act), readable(other, act), (value) => this.sealer.digest(value));
      return [to(links, pairId(pair), linkRecords(link, evidence, reason))];
    });
  }
}
