import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.js';

/** What happened to the server, for a log. */
export type ServerNews = 'ended' | 'started again' | 'cannot be started';

export interface KeptRunningOptions extends EmbeddedPostgresOptions {
  /** Told once for each end, for each start that fails and when it runs again. */
  readonly say: (news: ServerNews) => void;
  /** How long between two looks at the server, ms; 500 unless told. */
  readonly look?: number;
}

/** Between two tries, ms: twice as long each time. */
const FIRST_REST = 500;
const LONGEST_REST = 30_000;

/**
 * Starts the embedded server (`startEmbeddedPostgres`) and, until `stop`, starts it again whenever it ends by itself, at the port where
 * everybody knows it. What was committed is there again; who was connected connects anew. Several processes may keep one server.
 */
export async function keepEmbeddedPostgres({ say, look = 500, ...options }: KeptRunningOptions): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(options);
  const watch = new Watch(server, () => startEmbeddedPostgres({ ...options, port: Number(new URL(server.url).port) }), say, look);
  const stop = async (): Promise<void> => {
    await watch.end();
    await server.stop();
  };
  return { ...server, stop };
}

class Watch {
  private ended = false;
  private rest = 0;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly server: EmbeddedPostgres,
    private readonly start: () => Promise<unknown>,
    private readonly say: (news: ServerNews) => void,
    private readonly every: number,
  ) {
    this.later(every);
  }

  /** No start is under way any more, and none is made. */
  async end(): Promise<void> {
    this.ended = true;
    if (this.timer) clearTimeout(this.timer);
    await this.looking;
  }

  private later(ms: number): void {
    if (this.ended) return;
    this.timer = setTimeout(() => {
      this.looking = this.look();
    }, ms);
    // It holds no process open that is otherwise done.
    this.timer.unref();
  }

  private async look(): Promise<void> {
    if (await this.server.lives()) {
      if (this.rest > 0) this.say('started again');
      this.rest = 0;
      return this.later(this.every);
    }
    if (this.rest === 0) this.say('ended');
    try {
      await this.start();
      this.rest = 0;
      this.say('started again');
      this.later(this.every);
    } catch {
      // Why stands in the server's own log, which may say more than may be repeated here.
      this.say('cannot be started');
      this.rest = Math.min(LONGEST_REST, this.rest === 0 ? FIRST_REST : this.rest * 2);
      this.later(this.rest);
    }
  }
}
