import { Injectable } from '@nestjs/common';
import { breaches } from '#breaches';
import { cases, type ExhibitPlace, type ExhibitPlaceKind } from '#cases';
import { ExhibitSubjects } from '#cases/module';
import type { Act, Envelope, Fact, StreamType } from '#event-sourcing';
import { Clock, EventStore, type StoredEvent, Streams } from '#event-store';
import { Reaction, Turns } from '#event-store/module';
import { applications, orders } from '#orders';
import { v5 as uuidv5 } from 'uuid';
import { namedIn, placeNamedIn } from './people-named.js';

/** Permanent: the same people on the same file make the same command for ever, whichever fact it was that showed them. */
const NAMING_IDS = '5b1f0c7e-93a4-5d0e-8f61-2c7d9e4b1a36';
/** The recorder: no user. */
const POLICY = 'policy:seal-for-named';

/** The streams that say whom a record is about. */
const streamTypes: Readonly<Record<ExhibitPlaceKind, StreamType<unknown, Fact>>> = {
  case: cases,
  application: applications,
  order: orders,
  breach: breaches,
};

/**
 * Somebody named after a file was attached gets a key to it: without that it could still be read after their erasure. Whoever attaches a file
 * while somebody else names a person is noticed too, since the file's own fact is looked at as well.
 */
@Injectable()
export class SealForNamed extends Reaction {
  protected readonly reaction = 'seal-for-named';

  constructor(
    store: EventStore,
    turns: Turns,
    private readonly streams: Streams,
    private readonly subjects: ExhibitSubjects,
    private readonly clock: Clock,
  ) {
    super(store, turns);
  }

  protected async react(events: readonly StoredEvent[]): Promise<void> {
    for (const event of events) {
      const place = placeNamedIn(event);
      if (place && (await this.subjects.areThere(place))) await this.seal(place, event);
    }
  }

  private async seal(place: ExhibitPlace, { meta }: StoredEvent): Promise<void> {
    const { force, correlationId } = meta as Envelope;
    const facts = await this.streams.facts(streamTypes[place.kind], place.id);
    const actOn = (what: string): Act => {
      const commandId = uuidv5(what, NAMING_IDS);
      return { by: POLICY, force, at: this.clock.now(), commandId, digest: commandId, correlationId };
    };
    await this.subjects.name(place, namedIn(facts.map(({ fact }) => fact)), actOn);
  }
}
