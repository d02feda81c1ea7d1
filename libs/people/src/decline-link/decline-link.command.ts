import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Sealer, Streams, to } from '#event-store';
import { evidenceOf, links, type Pair, pairId } from '../domain/links.js';
import { readable } from '../domain/may-change.js';
import { perpetrators } from '../domain/perpetrator.js';
import { declineLink } from './decline-link.js';

export class DeclineLink extends Command<Receipt> {
  constructor(
    readonly pair: Pair,
    readonly reason: string,
    readonly act: Act,
  ) {
    super();
  }
}

/** Both records must be there for whoever decides. */
@CommandHandler(DeclineLink)
export class DeclineLinkHandler implements ICommandHandler<DeclineLink> {
  constructor(
    private readonly streams: Streams,
    private readonly sealer: Sealer,
  ) {}

  execute({ pair, reason, act }: DeclineLink): Promise<Receipt> {
    const places = [at(perpetrators, pair.a), at(perpetrators, pair.b), at(links, pairId(pair))] as const;
    return this.streams.transactAll(act, places, ([one, other, link]) => {
      const evidence = evidenceOf(readable(one, act), readable(other, act), (value) => this.sealer.digest(value));
      return [to(links, pairId(pair), declineLink(link, evidence, reason))];
    });
  }
}
