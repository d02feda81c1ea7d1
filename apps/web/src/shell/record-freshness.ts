import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type Instant, millisecondsOf } from '#calendar';
import type { Envelope } from '#event-sourcing';
import { Clock, EventStore, type StoredEvent } from '#event-store';
import { Projector, Reactions } from '#event-store/module';
import { Problem, type WebRequest } from '#pages';
import type { Freshness } from '#pages/module';
import type { Observable } from 'rxjs';

/** What was recorded less than this ago is on its way, and whoever recorded it was told so. Milliseconds. */
const ON_ITS_WAY = 15_000;
/** How long a page waits, the first time that they are late, for what the read models are about to show. */
const MOMENT = 500;
const ASKED_AGAIN_AFTER = 1_000;
const PAGE = 1_000;
const MOST_PAGES = 10;

/** What decides who may know of a record. */
const deciding: ReadonlySet<string> = new Set(['RecordRestricted', 'ReadersChanged', 'PersonErased']);

interface Behind {
  readonly missingSince: Instant | null;
  /** Whether some record may still be shown to people who may no longer know of it. */
  readonly readersUnknown: boolean;
}

const upToDate: Behind = { missingSince: null, readersUnknown: false };

/** Tells how far the read models and the reactions are behind, over all processes that keep them. Asks the database once a second at most. */
@Injectable()
export class RecordFreshness implements Freshness {
  private asked: { readonly at: number; readonly answer: Promise<Behind> } | null = null;
  /** Whether they were late when last asked: then nobody waits for them again, or every page would be slow as long as it lasts. */
  private isLate = false;
  private readonly askedOf = new Map<string, { readonly at: number; readonly answer: Promise<Instant | null> }>();

  constructor(
    private readonly projector: Projector,
    private readonly reactions: Reactions,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  async missingSince(): Promise<Instant | null> {
    return (await this.behind()).missingSince;
  }

  /** Whether a restriction or an erasure is recorded that the record of people does not show yet. */
  async areReadersUnknown(): Promise<boolean> {
    return (await this.behind()).readersUnknown;
  }

  notMadeSince(reaction: string): Promise<Instant | null> {
    const now = millisecondsOf(this.clock.now());
    const asked = this.askedOf.get(reaction);
    if (asked && Math.abs(now - asked.at) < ASKED_AGAIN_AFTER) return asked.answer;
    const answer = this.askReaction(reaction);
    this.askedOf.set(reaction, { at: now, answer });
    return answer;
  }

  private behind(): Promise<Behind> {
    const now = millisecondsOf(this.clock.now());
    if (!this.asked || Math.abs(now - this.asked.at) >= ASKED_AGAIN_AFTER) this.asked = { at: now, answer: this.ask() };
    return this.asked.answer;
  }

  private async ask(): Promise<Behind> {
    const late = (await this.projector.status()).filter(({ isBehind }) => isBehind);
    if (late.length === 0) return this.caughtUp();
    const first = late.reduce((a, b) => (this.isBefore(a.position, b.position) ? a : b));
    const recordedAt = await this.nextAfter(first.position);
    const head = recordedAt === null ? null : await this.store.head();
    if (head === null || (await this.projector.waitFor(head, this.isLate ? 0 : MOMENT))) return this.caughtUp();
    this.isLate = true;
    const people = late.find(({ name }) => name === 'perpetrator-record');
    return { missingSince: recordedAt, readersUnknown: people !== undefined && (await this.holdsDeciding(people.position)) };
  }

  private caughtUp(): Behind {
    this.isLate = false;
    return upToDate;
  }

  private async askReaction(reaction: string): Promise<Instant | null> {
    const place = (await this.reactions.status()).find(({ name }) => name === reaction);
    if (place && !place.isBehind) return null;
    const recordedAt = await this.nextAfter(place?.position ?? null);
    const head = recordedAt === null ? null : await this.store.head();
    return head === null || (await this.reactions.waitFor(reaction, head, MOMENT)) ? null : recordedAt;
  }

  /** When the first fact after `position` was recorded; null when there is none, or when it is on its way. */
  private async nextAfter(position: string | null): Promise<Instant | null> {
    const [missing] = await this.store.readAll(position, 1);
    const recordedAt = missing ? recordedOf(missing) : null;
    const isOnItsWay = recordedAt === null || millisecondsOf(this.clock.now()) - millisecondsOf(recordedAt) < ON_ITS_WAY;
    return isOnItsWay ? null : recordedAt;
  }

  private isBefore(a: string | null, b: string | null): boolean {
    return a === null || (b !== null && this.store.compare(a, b) <= 0);
  }

  /** Whether any fact after `position` decides who may know of a record; true as well when there are too many to look through. */
  private async holdsDeciding(position: string | null): Promise<boolean> {
    let after = position;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const events = await this.store.readAll(after, PAGE);
      if (events.some(({ type }) => deciding.has(type))) return true;
      if (events.length < PAGE) return false;
      after = events.at(-1)?.position ?? after;
    }
    return true;
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
