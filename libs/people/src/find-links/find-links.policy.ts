import { Injectable } from '@nestjs/common';
import { type Act, type Envelope, parseStreamName } from '#event-sourcing';
import { Clock, EventStore, Sealer, type StoredEvent, Streams } from '#event-store';
import { Projector, Reaction, Turns } from '#event-store/module';
import { v5 as uuidv5 } from 'uuid';
import { evidenceOf, links, pairId } from '../domain/links.js';
import type { PerpetratorFact } from '../domain/events.js';
import { perpetrators } from '../domain/perpetrator.js';
import { offerLink } from '../offer-link/offer-link.js';
import { LinkCandidates } from './link-candidates.query.js';

/** Permanent: the same evidence about the same pair makes the same command for ever. */
const OFFER_IDS = 'a9a3a7d2-1c54-5a5e-8a0f-6b8f0d1f9c21';
/** The recorder of an offer: no user. */
const POLICY = 'policy:find-links';
/** How long the read models may take to show a new record before it is tried again, ms. */
const PATIENCE = 5_000;

const compared: readonly string[] = [
  'PerpetratorRecorded',
  'PerpetratorDetailsCorrected',
  'AliasRecorded',
  'AddressRecorded',
  'IdentifierRecorded',
] satisfies PerpetratorFact['type'][];

/** Compares every new or changed record with those that may be of the same person, and offers the likely pairs: each evidence once. */
@Injectable()
export class FindLinks extends Reaction {
  protected readonly reaction = 'find-links';

  constructor(
    store: EventStore,
    turns: Turns,
    private readonly streams: Streams,
    private readonly sealer: Sealer,
    private readonly projector: Projector,
    private readonly candidates: LinkCandidates,
    private readonly clock: Clock,
  ) {
    super(store, turns);
  }

  /** The candidates are read from the read model, which must show every record of the batch: they may be of one another. */
  protected override async ready(batch: readonly StoredEvent[]): Promise<void> {
    const newest = batch.findLast(isCompared);
    if (newest && !(await this.projector.waitFor(newest.position, PATIENCE))) throw new Error('The read models are not there yet');
  }

  /** A record that changed several times in a batch is compared once. */
  protected async react(events: readonly StoredEvent[]): Promise<void> {
    const records = new Map(events.filter(isCompared).map(({ stream, meta }) => [parseStreamName(stream).id, meta as Envelope]));
    for (const [perpetratorId, envelope] of records) await this.compare(perpetratorId, envelope);
  }

  private async compare(perpetratorId: string, { force, correlationId }: Envelope): Promise<void> {
    const { record, candidates } = await this.candidates.of(perpetratorId);
    if (!record) return;
    for (const candidate of candidates) {
      const evidence = evidenceOf(record, candidate, (value) => this.sealer.digest(value));
      if (evidence.score.band === 'none') continue;
      const commandId = uuidv5(`${pairId(evidence.pair)}|${evidence.digest}`, OFFER_IDS);
      const act: Act = { by: POLICY, force, at: this.clock.now(), commandId, digest: evidence.digest, correlationId };
      await this.streams.transact(links, pairId(evidence.pair), act, (state) => offerLink(state, evidence));
    }
  }
}

function isCompared({ stream, type }: StoredEvent): boolean {
  return parseStreamName(stream).category === perpetrators.category && compared.includes(type);
}
