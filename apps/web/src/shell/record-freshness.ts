import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type Instant, millisecondsOf } from '#calendar';
import { type Envelope, ERASED } from '#event-sourcing';
import { Clock, EventStore, recordedSince, type StoredEvent } from '#event-store';
import { type ProjectionStatus, Projector, Reactions } from '#event-store/module';
import { Problem, type WebRequest } from '#pages';
import type { Freshness } from '#pages/module';
import type { Observable } from 'rxjs';

/** What was recorded less than this ago is on its way, and whoever recorded it was told so. Milliseconds. */
const ON_ITS_WAY = 15_000;
/** How long a page waits, the first time that they are late, for what the read models are about to show. */
const MOMENT = 500;
const ASKED_AGAIN_AFTER = 1_000;

/** What decides who may know of a record: shown by the read model of people. */
const restricting = ['RecordRestricted', 'ReadersChanged'];

interface Behind {
  readonly missingSince: Instant;
  /** Whether some record may still be shown to people who may no longer know of it. */
  readonly readersUnknown: boolean;
}

/**
 * A question that is asked once a second at most. Only the first time that the answer is a late one somebody waits for what is about to come:
 * or every page would be slow as long as it lasts.
 */
class Lateness<T> {
  private asked: { readonly at: number; readonly answer: Promise<T | null> } | null = null;
  private isLate = false;

  /** @param ask null when nothing is late; it may wait for as many milliseconds */
  constructor(private readonly ask: (patience: number) => Promise<T | null>) {}

  at(now: number): Promise<T | null> {
    if (!this.asked || Math.abs(now - this.asked.at) >= ASKED_AGAIN_AFTER) this.asked = { at: now, answer: this.again() };
    return this.asked.answer;
  }

  private async again(): Promise<T | null> {
    const late = await this.ask(this.isLate ? 0 : MOMENT);
    this.isLate = late !== null;
    return late;
  }
}

/** Tells how far the read models and the reactions are behind, over all processes that keep them. Asks the database once a second at most. */
@Injectable()
export class RecordFreshness implements Freshness {
  private readonly readModels = new Lateness((patience) => this.ask(patience));
  private readonly ofReactions = new Map<string, Lateness<Instant>>();

  constructor(
    private readonly projector: Projector,
    private readonly reactions: Reactions,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  async missingSince(): Promise<Instant | null> {
    return (await this.readModels.at(this.now()))?.missingSince ?? null;
  }

  /** Whether a restriction or an erasure is recorded that the read models do not show yet. */
  async areReadersUnknown(): Promise<boolean> {
    return (await this.readModels.at(this.now()))?.readersUnknown ?? false;
  }

  notMadeSince(reaction: string): Promise<Instant | null> {
    const known = this.ofReactions.get(reaction) ?? new Lateness((patience) => this.askReaction(reaction, patience));
    this.ofReactions.set(reaction, known);
    return known.at(this.now());
  }

  private now(): number {
    return millisecondsOf(this.clock.now());
  }

  private async ask(patience: number): Promise<Behind | null> {
    const late = (await this.projector.status()).filter(({ isBehind }) => isBehind);
    if (late.length === 0) return null;
    const first = late.reduce((a, b) => (this.isBefore(a.position, b.position) ? a : b));
    const recordedAt = await this.nextAfter(first.position);
    const head = recordedAt === null ? null : await this.store.head();
    if (recordedAt === null || head === null || (await this.projector.waitFor(head, patience))) return null;
    const people = late.filter(({ name }) => name === 'perpetrator-record');
    const readersUnknown =
      (await this.misses(people, restricting)) ||
      (await this.misses(
        late.filter(({ holdsPeople }) => holdsPeople),
        [ERASED],
      ));
    return { missingSince: recordedAt, readersUnknown };
  }

  private async askReaction(reaction: string, patience: number): Promise<Instant | null> {
    const place = (await this.reactions.status()).find(({ name }) => name === reaction);
    if (place && !place.isBehind) return null;
    const recordedAt = await this.nextAfter(place?.position ?? null);
    const head = recordedAt === null ? null : await this.store.head();
    return head === null || (await this.reactions.waitFor(reaction, head, patience)) ? null : recordedAt;
  }

  /** When the first fact after `position` was recorded; null when there is none, or when it is on its way. */
  private async nextAfter(position: string | null): Promise<Instant | null> {
    const [missing] = await this.store.readAll(position, 1);
    const recordedAt = missing ? recordedOf(missing) : null;
    const isOnItsWay = recordedAt === null || this.now() - millisecondsOf(recordedAt) < ON_ITS_WAY;
    return isOnItsWay ? null : recordedAt;
  }

  private isBefore(a: string | null, b: string | null): boolean {
    return a === null || (b !== null && this.store.compare(a, b) <= 0);
  }

  /** Whether one of these read models has not passed a fact of these types; true as well when there are too many facts to look through. */
  private async misses(late: readonly ProjectionStatus[], types: readonly string[]): Promise<boolean> {
    const places = late.map(({ position }) => position);
    const missing = await recordedSince(this.store, places, ({ type }) => types.includes(type));
    return missing === null || missing.length > 0;
  }
}

/** Shows no records while nobody can say who may know of them: a restricted one might be among them. */
@Injectable()
export class ReadersKnown implements NestInterceptor {
  constructor(private readonly freshness: RecordFreshness) {}

  async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
    const { visit, method, url } = context.switchToHttp().getRequest<WebRequest>();
    const isLeaving = method === 'POST' && url === '/sign-out';
    if (visit?.visitor && !isLeaving && (await this.freshness.areReadersUnknown())) {
      throw Problem.of(
        503,
        'Records cannot be shown at the moment',
        'A record was restricted or erased, and what is shown has not caught up with that. Try again in a minute. If it goes on, ring the force that keeps the record; its orders bind meanwhile.',
      );
    }
    return next.handle();
  }
}

function recordedOf({ meta }: StoredEvent): Instant {
  return (meta as Envelope).recordedAt;
}
