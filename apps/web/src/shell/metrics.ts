import { Injectable } from '@nestjs/common';
import { Projector, Reactions } from '#event-store/module';
import { Gauge, Histogram, Registry } from 'prom-client';

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

  constructor(projector: Projector, reactions: Reactions) {
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
    const memory: Gauge = new Gauge({
      name: 'orderwatch_memory_bytes',
      help: 'Resident memory of this process',
      registers: [this.registry],
      collect: () => memory.set(process.memoryUsage.rss()),
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
