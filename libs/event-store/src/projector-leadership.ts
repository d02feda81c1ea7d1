import pg from 'pg';

const LOCK = 5_317_020;

/** Which projections this process runs: those whose lock its own session holds. The locks are free again when the session dies. */
export class Leadership {
  private session: pg.Client | null = null;
  private readonly held = new Set<string>();

  constructor(
    private readonly config: pg.ClientConfig,
    /** Called when the session was lost, and with it every lock. */
    private readonly lost: () => void,
  ) {}

  leads(name: string): boolean {
    return this.held.has(name);
  }

  /** Tries to take what is free among `names`; those newly taken. */
  async take(names: readonly string[]): Promise<string[]> {
    const wanted = names.filter((name) => !this.held.has(name));
    if (wanted.length === 0) return [];
    const session = this.session ?? (await this.open());
    const { rows } = await session.query<{ name: string; taken: boolean }>(
      'select n as name, pg_try_advisory_lock($2, hashtext(n)) as taken from unnest($1::text[]) n',
      [wanted, LOCK],
    );
    const taken = rows.filter((row) => row.taken).map(({ name }) => name);
    if (this.session !== session) return [];
    for (const name of taken) this.held.add(name);
    return taken;
  }

  async release(): Promise<void> {
    const { session } = this;
    this.session = null;
    this.held.clear();
    await session?.end();
  }

  private async open(): Promise<pg.Client> {
    const session = new pg.Client({ ...this.config, keepAlive: true, application_name: 'orderwatch projector lock' });
    const onLost = (): void => {
      if (this.session !== session) return;
      this.session = null;
      this.held.clear();
      this.lost();
    };
    session.on('error', onLost);
    session.on('end', onLost);
    await session.connect();
    this.session = session;
    return session;
  }
}
