import { Injectable } from '@nestjs/common';
import { millisecondsOf } from '#calendar';
import type { Envelope } from '#event-sourcing';
import { Clock, EventStore } from '#event-store';
import { Projector, Reactions } from '#event-store/module';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type AppendCounts, CountedEventStore } from './counted-event-store.js';

/** Where a projection or a reaction stands. */
interface Stands {
  readonly name: string;
  readonly isBehind: boolean;
  readonly position: string | null;
}

/** Numbers for Prometheus, by route pattern: no address, user or record. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'orderwatch_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  private readonly behind: Gauge;

  constructor(
    projector: Projector,
    reactions: Reactions,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.countAppends();
    this.measureLag('projection', () => projector.status());
    this.measureLag('reaction', () => reactions.status());
    this.behind = new Gauge({
      name: 'orderwatch_projection_behind',
      help: '1 while a read model has not passed the newest fact, 2 when it has stopped',
      labelNames: ['projection'],
      registers: [this.registry],
      collect: async () => {
        const status = await projector.status().catch(() => []);
        for (const { name, isBehind, failure } of status) this.behind.set({ projection: name }, failure ? 2 : isBehind ? 1 : 0);
      },
    });
    const react: Gauge = new Gauge({
      name: 'orderwatch_reaction_behind',
      help: '1 while a reaction has not passed the newest fact, 2 when it cannot go on',
      labelNames: ['reaction'],
      registers: [this.registry],
      collect: async () => {
        const status = await reactions.status().catch(() => []);
        for (const { name, isBehind, failure } of status) react.set({ reaction: name }, failure ? 2 : isBehind ? 1 : 0);
      },
    });
    const stuck: Gauge = new Gauge({
      name: 'orderwatch_reaction_stuck_since_seconds',
      help: 'Since when a reaction cannot go on, in seconds of Unix time; nothing while all go on',
      labelNames: ['reaction'],
      registers: [this.registry],
      collect: async () => {
        stuck.reset();
        const status = await reactions.status().catch(() => []);
        for (const { name, failedAt } of status) if (failedAt !== null) stuck.set({ reaction: name }, Date.parse(failedAt) / 1_000);
      },
    });
  }

  /** How old the first fact is that each has not passed; 0 when it has passed them all. Nothing while the database does not answer. */
  private measureLag(what: 'projection' | 'reaction', status: () => Promise<readonly Stands[]>): void {
    const lag: Gauge = new Gauge({
      name: `orderwatch_${what}_lag_seconds`,
      help: `Since how long the first fact that a ${what} has not passed was recorded, in seconds; 0 when it has passed all`,
      labelNames: [what],
      registers: [this.registry],
      collect: async () => {
        lag.reset();
        const ages = new Map<string | null, number>();
        for (const { name, isBehind, position } of await status().catch(() => [])) {
          if (isBehind && !ages.has(position)) ages.set(position, await this.ageAfter(position).catch(() => 0));
          lag.set({ [what]: name }, isBehind ? (ages.get(position) ?? 0) : 0);
        }
      },
    });
  }

  private async ageAfter(position: string | null): Promise<number> {
    const [first] = await this.store.readAll(position, 1);
    return first ? Math.max(0, millisecondsOf(this.clock.now()) - millisecondsOf((first.meta as Envelope).recordedAt)) / 1_000 : 0;
  }

  private countAppends(): void {
    const { store } = this;
    if (!(store instanceof CountedEventStore)) return;
    this.count('orderwatch_events_stored_total', 'Events stored by this process', store.counts, 'stored');
    this.count('orderwatch_append_duplicates_total', 'Appends that were stored before', store.counts, 'duplicate');
    this.count('orderwatch_append_conflicts_total', 'Appends to a stream that had changed meanwhile', store.counts, 'conflict');
    this.count('orderwatch_append_failures_total', 'Appends that the store did not take or answer', store.counts, 'failed');
  }

  private count(name: string, help: string, counts: AppendCounts, which: keyof AppendCounts): void {
    const counter: Counter = new Counter({
      name,
      help,
      registers: [this.registry],
      collect: () => {
        counter.reset();
        counter.inc(counts[which]);
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** That somebody was restricted or erased is not told by a number either. */
  answered(method: string, route: string, status: number, seconds: number): void {
    if (/\/(restriction|erase|erasures?)(\/|$)/.test(route)) return;
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
