import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Act, type Envelope, parseStreamName } from '#event-sourcing';
import { Clock, EventStore, Sealer, type StoredEvent, type Subscription, Streams } from '#event-store';
import { Projector } from '#event-store/module';
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

/**
 * Compares every new or changed record with those that may be of the same person, and offers the likely pairs. It loses nothing in a
 * crash: the checkpoint moves after the offers are stored, and an offer stored before is stored once.
 */
@Injectable()
export class FindLinks implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('FindLinks');
  private subscription: Subscription | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = true;

  constructor(
    private readonly store: EventStore,
    private readonly streams: Streams,
    private readonly sealer: Sealer,
    private readonly projector: Projector,
    private readonly candidates: LinkCandidates,
    private readonly clock: Clock,
  ) {}

  /** Begins where it stopped. Several processes may run it: they take turns. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.stopped) return;
    this.stopped = false;
    await this.follow();
  }

  /** Finishes the batch under way. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.subscription?.stop();
    this.subscription = null;
  }

  /** Takes one batch. A record that changed several times in it is compared once. */
  async take(batch: readonly StoredEvent[]): Promise<void> {
    const last = batch.at(-1);
    if (!last) return;
    const changed = batch.filter(
      ({ stream, type }) => parseStreamName(stream).category === perpetrators.category && compared.includes(type),
    );
    const newest = changed.at(-1);
    // The candidates are read from the read model, which must show every record of the batch: they may be of one another.
    if (newest && !(await this.projector.waitFor(newest.position, PATIENCE))) throw new Error('The read models are not there yet');
    await this.candidates.turn(async (position) => {
      const ahead = changed.filter((event) => position === null || this.store.compare(event.position, position) > 0);
      const records = new Map(ahead.map(({ stream, meta }) => [parseStreamName(stream).id, meta as Envelope]));
      for (const [perpetratorId, envelope] of records) await this.compare(perpetratorId, envelope);
      return position !== null && this.store.compare(position, last.position) > 0 ? position : last.position;
    });
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

  private async follow(): Promise<void> {
    const position = await this.candidates.position();
    if (this.stopped) return;
    this.subscription = this.store.subscribe(
      position,
      (batch) => this.take(batch),
      (error) => this.later(error),
    );
  }

  /** Trouble that may pass: begins again from the checkpoint. */
  private later(error: unknown): void {
    if (this.stopped) return;
    this.log.warn(`Comparing records could not go on: ${error instanceof Error ? error.name : 'unknown error'}. It is tried again.`);
    this.timer = setTimeout(() => void this.follow().catch((again: unknown) => this.later(again)), 500);
    this.timer.unref();
  }
}
