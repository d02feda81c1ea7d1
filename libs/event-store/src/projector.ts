import { ERASED, type Projection } from '#event-sourcing';
import type { ClientConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { type Before, Checkpoints } from './projector-checkpoints.js';
import { Feed } from './projector-feed.js';
import { Leadership } from './projector-leadership.js';
import { Nudge, pause, within } from './projector-nudge.js';
import type { ProjectionStatus, ProjectorOptions, RebuildProgress } from './projector-options.js';
import { Rebuild, Writes } from './projector-rebuild.js';
import { describe, Poison, Runner } from './projector-runner.js';
import { holdsPeople, ProjectionTable } from './projector-table.js';

export type * from './projector-options.js';

const AT_ONCE = 4;

/** Keeps the read models up to the record: runs projections, waits for them, rebuilds them. Each runs in one process at a time. */
export class Projector {
  private readonly checkpoints: Checkpoints;
  private readonly feed: Feed;
  private readonly nudge = new Nudge();
  private readonly progressed = new Nudge();
  private readonly leadership: Leadership;
  private readonly rebuilding = new Set<string>();
  private runners: Runner[] = [];
  private running: Promise<void> | null = null;
  private background: Promise<void> = Promise.resolve();
  private stopping = false;
  private tookAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: ProjectorOptions) {
    const names = options.projections.map(({ name }) => name);
    if (new Set(names).size < names.length) throw new Error('Two projections have one name');
    this.checkpoints = new Checkpoints(options.database);
    this.feed = new Feed(options.store, options.sealer, options.types);
    this.leadership = new Leadership(connectionOf(options.database), () => this.nudge.ring());
  }

  /** Begins to run every projection that no other process runs, and to stand by for the others. Throws if a table is missing. */
  async start(): Promise<void> {
    if (this.running) return;
    this.stopping = false;
    await this.prepare();
    this.running = this.run();
  }

  /** Finishes the batch under way and gives the projections free. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.nudge.ring();
    await this.running;
    this.running = null;
    await this.background;
    await this.leadership.release();
  }

  /**
   * Waits until every projection has passed `position`; false after `timeoutMs`, or at once when one of them has stopped and the others
   * are there. Also where the projections run in another process.
   */
  async waitFor(position: string, timeoutMs: number): Promise<boolean> {
    const until = performance.now() + timeoutMs;
    const isPast = (at: string | null): boolean => at !== null && this.options.store.compare(at, position) >= 0;
    this.nudge.ring();
    for (;;) {
      const isHere = this.running !== null && this.runners.every(({ name }) => this.leadership.leads(name));
      const progressed = this.progressed.next();
      const places: readonly { position: string | null; failure: string | null }[] = isHere ? this.runners : await this.known();
      const behind = places.filter((place) => !isPast(place.position));
      if (behind.length === 0) return true;
      const left = until - performance.now();
      if (left <= 0 || behind.every(({ failure }) => failure !== null)) return false;
      await (isHere ? within(progressed, left) : pause(Math.min(left, 20)));
    }
  }

  async status(): Promise<ProjectionStatus[]> {
    const [known, head] = await Promise.all([this.known(), this.options.store.head()]);
    return known.map(({ name, position, failure, failedAt }) => ({
      name,
      position,
      isBehind: head !== null && (position === null || this.options.store.compare(position, head) < 0),
      holdsPeople: this.options.projections.some((one) => one.name === name && holdsPeople(this.options.database, one)),
      isRunHere: this.leadership.leads(name),
      failure,
      failedAt,
    }));
  }

  /** Fills a new table beside the live one, which goes on serving and growing meanwhile, and swaps them. Throws `Poison`: the live one stays. */
  rebuild(name: string, progress: RebuildProgress = () => undefined): Promise<void> {
    const projection = this.options.projections.find((one) => one.name === name);
    if (!projection) return Promise.reject(new Error(`There is no projection called ${name}`));
    return this.rebuildThese([projection], progress);
  }

  /** Rebuilds all projections, reading and opening the events once. */
  rebuildAll(progress: RebuildProgress = () => undefined): Promise<void> {
    return this.rebuildThese(this.options.projections, progress);
  }

  private async rebuildThese(projections: readonly Projection[], progress: RebuildProgress): Promise<void> {
    await this.prepare();
    const runners = this.runners.filter(({ projection }) => projections.includes(projection));
    const names = runners.map(({ name }) => name);
    const busy = names.find((name) => this.rebuilding.has(name));
    if (busy) throw new Error(`Projection ${busy} is being rebuilt already`);
    for (const name of names) this.rebuilding.add(name);
    const locks = new Leadership(connectionOf(this.options.database), () => undefined);
    try {
      const taken = await locks.take(names.map((name) => `rebuild of ${name}`));
      if (taken.length < names.length) throw new Error('Another process is rebuilding one of these projections');
      await this.fill(runners, progress);
    } finally {
      await locks.release();
      for (const name of names) this.rebuilding.delete(name);
      this.nudge.ring();
      this.progressed.ring();
    }
  }

  private async fill(runners: readonly Runner[], progress: RebuildProgress): Promise<void> {
    const { database, rowsInMemory = 400_000, rebuildPage = 5_000 } = this.options;
    const limit = Math.ceil(rowsInMemory / Math.max(1, runners.length));
    const writes = new Writes();
    const rebuilds = runners.map(({ projection, table }) => new Rebuild(projection, table, database, this.checkpoints, limit, writes));
    const reads = readsOf(runners);
    let events = 0;
    let position: string | null = null;
    try {
      for (const rebuild of rebuilds) await rebuild.begin();
      for await (const page of this.feed.pages(null, await this.options.store.head(), rebuildPage, reads)) {
        if (this.stopping) throw new Error('The projector was stopped before the rebuild was done');
        for (const rebuild of rebuilds) await rebuild.fold(page.items, page.last);
        events += page.passed;
        position = page.last;
        progress({ events, position });
      }
      await fewAtOnce(rebuilds, (rebuild) => rebuild.settle());
      for (const [nth, rebuild] of rebuilds.entries()) {
        const own = readsOf(runners.slice(nth, nth + 1));
        // What came while the indexes were made, so that little is left to do while the projection is locked.
        const rest = this.feed.pages(rebuild.position, await this.options.store.head(), rebuildPage, own);
        for await (const page of rest) await rebuild.fold(page.items, page.last);
        position = await rebuild.swap((after, until) => this.feed.pages(after, until, rebuildPage, own));
        const checkpoint = (await this.checkpoints.all()).find(({ name }) => name === rebuild.projection.name);
        if (checkpoint) runners[nth]?.resume(checkpoint);
      }
      progress({ events, position });
    } catch (error) {
      for (const rebuild of rebuilds) await rebuild.abandon();
      throw error;
    }
  }

  private async prepare(): Promise<void> {
    if (this.runners.length > 0) return;
    const { database, projections } = this.options;
    const runners: Runner[] = [];
    for (const projection of projections) {
      runners.push(new Runner(projection, await ProjectionTable.of(database, projection), database, this.checkpoints));
    }
    await this.checkpoints.ensure(projections);
    this.runners = runners;
  }

  private async run(): Promise<void> {
    const { idle = 50 } = this.options;
    let wait = 1;
    while (!this.stopping) {
      const nudged = this.nudge.next();
      try {
        await this.takeOver();
        wait = (await this.round()) ? 0 : Math.min(Math.max(1, wait * 2), idle);
      } catch (error) {
        this.options.warn?.(`The projector could not go on: ${describe(error)}`);
        wait = 1_000;
      }
      if (wait > 0 && !this.stopping) await within(nudged, wait);
    }
  }

  private async takeOver(): Promise<void> {
    const { standBy = 1_000 } = this.options;
    const now = performance.now();
    const missing = this.runners.some(({ name }) => !this.leadership.leads(name));
    if (!missing || now - this.tookAt < standBy) return;
    this.tookAt = now;
    const taken = await this.leadership.take(this.runners.map(({ name }) => name));
    if (taken.length > 0) await this.resume(taken);
  }

  private async resume(names: readonly string[]): Promise<void> {
    const checkpoints = await this.checkpoints.all();
    for (const runner of this.runners) {
      const checkpoint = checkpoints.find(({ name }) => name === runner.name);
      if (checkpoint && names.includes(runner.name)) runner.resume(checkpoint);
    }
  }

  /** One batch for each place at which projections are. Whether there was any. */
  private async round(): Promise<boolean> {
    const now = performance.now();
    const ready = this.runners.filter((runner) => this.leadership.leads(runner.name) && runner.retryAt <= now && this.isCurrent(runner));
    const places = new Map<string | null, Runner[]>();
    for (const runner of ready) places.set(runner.position, [...(places.get(runner.position) ?? []), runner]);
    let found = false;
    for (const [position, runners] of places) if (await this.advance(position, runners)) found = true;
    return found;
  }

  /** Whether the table was made by this version of the projection. If by an older one, its rebuild begins. */
  private isCurrent(runner: Runner): boolean {
    const { version } = runner.projection;
    if (runner.storedVersion === version) return true;
    if (runner.storedVersion > version) {
      runner.failure = `Projection ${runner.name} has version ${runner.storedVersion}, which is newer than this software's ${version}`;
    } else if (!this.rebuilding.has(runner.name)) {
      const rebuilt = this.rebuildThese([runner.projection], () => undefined).catch(async (error: unknown) => {
        const failure = error instanceof Poison ? error : new Poison(runner.projection, null, error);
        await runner.stop(failure, performance.now()).catch(() => undefined);
      });
      this.background = Promise.all([this.background, rebuilt]).then(() => undefined);
    }
    return false;
  }

  private async advance(position: string | null, runners: readonly Runner[]): Promise<boolean> {
    const { batch = 1_000 } = this.options;
    const page = await this.feed.page(position, batch, readsOf(runners));
    const { last } = page;
    if (last === null) return false;
    const quiet: Runner[] = [];
    const concerned: Runner[] = [];
    for (const runner of runners) (page.items.some((item) => runner.wants(item)) ? concerned : quiet).push(runner);
    const lost: string[] = [];
    await fewAtOnce(concerned, async (runner) => {
      const items = page.items.filter((item) => runner.wants(item));
      try {
        if (!(await runner.apply(items, last))) lost.push(runner.name);
      } catch (error) {
        if (error instanceof Poison) await runner.stop(error, performance.now());
        else {
          runner.retryAt = performance.now() + 1_000;
          lost.push(runner.name);
          this.options.warn?.(`Projection ${runner.name} could not go on: ${describe(error)}`);
        }
      }
    });
    if (quiet.length > 0) {
      const before: Before[] = quiet.map((runner) => runner.before);
      const moved = await this.checkpoints.advance((sql, parameters) => this.options.database.query(sql, parameters), before, last);
      for (const runner of quiet) {
        if (moved.has(runner.name)) runner.passed(last);
        else lost.push(runner.name);
      }
    }
    if (lost.length > 0) await this.resume(lost);
    this.progressed.ring();
    return true;
  }

  private async known(): Promise<Awaited<ReturnType<Checkpoints['all']>>> {
    const known = await this.checkpoints.all();
    return this.options.projections.map(
      ({ name, version }) =>
        known.find((one) => one.name === name) ?? { name, version, build: 1, position: null, failedAt: null, failure: null },
    );
  }
}

function readsOf(runners: readonly Runner[]): Set<string> {
  return new Set([ERASED, ...runners.flatMap(({ projection }) => projection.reads)]);
}

/** Does `work` for each item, a few at a time. Settles once none is under way; throws what was thrown first. */
async function fewAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const lane = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
}

function connectionOf({ options }: DataSource): ClientConfig {
  if (options.type !== 'postgres') throw new Error('Projections need PostgreSQL');
  if (options.url) return { connectionString: options.url };
  const { host, port, database, username: user } = options;
  return { host, port, database, user, password: options.password };
}
