import { DatabaseError, type Pool, type PoolClient, type QueryArrayConfig } from 'pg';

/** Whether the server could not be reached or went away, so that nothing is known of the call and a later one may succeed. */
export function isAway(error: unknown): boolean {
  return !(error instanceof DatabaseError) || /^(08|57P|53300)/.test(error.code ?? '');
}

/** One connection of a pool, kept from the first call on: taking it out and giving it back costs a lone append a tenth of its time. */
export class Writer {
  private client: PoolClient | null = null;

  constructor(private readonly pool: Pool) {}

  /** The rows. One call at a time. After an error that leaves the connection in doubt the next call opens another one. */
  async call<Row extends unknown[]>(query: QueryArrayConfig): Promise<Row[]> {
    const client = this.client ?? (await this.open());
    try {
      return (await client.query<Row>(query)).rows;
    } catch (error) {
      if (isAway(error)) this.drop(client, error);
      throw error;
    }
  }

  close(): void {
    this.client?.release();
    this.client = null;
  }

  private async open(): Promise<PoolClient> {
    const client = await this.pool.connect();
    client.on('error', (error) => this.drop(client, error));
    this.client = client;
    return client;
  }

  private drop(client: PoolClient, error: unknown): void {
    if (this.client !== client) return;
    this.client = null;
    client.release(error instanceof Error ? error : true);
  }
}
