// The worker has no address to ask. It is well while it holds a connection to the database from this container.
import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL, application_name: 'health', connectionTimeoutMillis: 3000 });
await client.connect();
const { rowCount } = await client.query(
  `SELECT FROM pg_stat_activity WHERE application_name = 'orderwatch' AND client_addr = inet_client_addr() LIMIT 1`,
);
await client.end();
process.exitCode = rowCount === 1 ? 0 : 1;
