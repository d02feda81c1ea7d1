import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

/**
 * The processor time, ms, that this process and the database's sessions have used; null where the server is on another machine or the
 * system does not say. On a busy machine it moves less than the time on the clock.
 */
export async function processorTime(client: Client): Promise<number | null> {
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`,
  );
  const { user, system } = process.cpuUsage();
  let sum = (user + system) / 1_000;
  for (const { pid } of rows) {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    if (!line.includes('(postgres')) return null;
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    sum += (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }
  return sum;
}
