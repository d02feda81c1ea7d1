import { Injectable } from '@nestjs/common';
import type { Act, Envelope } from '#event-sourcing';
import { Clock, EventStore, type StoredEvent, Streams } from '#event-store';
import { Reaction, type Transaction, Turns } from '#event-store/module';
import { v5 as uuidv5 } from 'uuid';
import { type AlertAbout, type AlertBecause, alerts, raiseAlert } from './alert.js';
import { appearanceIn, type LinkChange } from './appearance.js';
import { type Concerned, concernedByPair, forcesConcerned } from './forces-concerned.js';
import { KnownParts } from './known-parts.query.js';

/** Permanent: the same event makes the same alert for the same force for ever. */
const ALERT_IDS = '3d0f2b0f-6c1e-5a52-9d4e-8f3f1e5a7c30';
/** The recorder of an alert: no user. */
const POLICY = 'policy:tell-owning-forces';

/** Tells every force with something on a person when another force records something about them, or when records are linked: once. */
@Injectable()
export class TellOwningForces extends Reaction {
  protected readonly reaction = 'tell-owning-forces';

  constructor(
    store: EventStore,
    turns: Turns,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {
    super(store, turns);
  }

  protected async react(events: readonly StoredEvent[], transaction: Transaction): Promise<void> {
    const parts = new KnownParts(transaction);
    for (const event of events) {
      const appeared = appearanceIn(event);
      if (appeared === null) continue;
      const { force } = event.meta as Envelope;
      if ('perpetratorIds' in appeared) {
        await this.tell(event, appeared, await linkConcerns(parts, appeared));
        continue;
      }
      const { perpetratorId } = appeared;
      if ('ofForce' in appeared) {
        await this.tell(event, appeared, [{ force: appeared.ofForce, path: [perpetratorId] }]);
        continue;
      }
      await this.tell(event, appeared, await forcesConcerned(parts, perpetratorId));
      await parts.takesPart(perpetratorId, force);
    }
  }

  private async tell(
    event: StoredEvent,
    { because, about }: { readonly because: AlertBecause; readonly about: AlertAbout },
    concerned: readonly Concerned[],
  ): Promise<void> {
    const { force, correlationId } = event.meta as Envelope;
    for (const { force: toForce, path } of concerned) {
      if (toForce === force) continue;
      const alertId = uuidv5(`${event.id}|${toForce}`, ALERT_IDS);
      const act: Act = { by: POLICY, force, at: this.clock.now(), commandId: alertId, digest: alertId, correlationId };
      const raised = { alertId, toForce, byForce: force, because, perpetratorIds: path, cause: event.id, about };
      await this.streams.transact(alerts, alertId, act, (state) => raiseAlert(state, raised));
    }
  }
}

/** The forces on both sides of a pair, as they are apart, each with the way to the record on the other side. */
async function linkConcerns(parts: KnownParts, { because, perpetratorIds }: LinkChange): Promise<Concerned[]> {
  const [one, other] = perpetratorIds;
  if (because === 'unlinked') await parts.unlink(perpetratorIds);
  const left = await forcesConcerned(parts, one);
  const right = await forcesConcerned(parts, other);
  if (because === 'linked') await parts.link(perpetratorIds);
  return concernedByPair(left, right, perpetratorIds);
}
