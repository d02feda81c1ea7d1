import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users, their sessions and failed sign-ins, machines' tokens, and the log of who looked at what. */
export class Access1700000000300 implements MigrationInterface {
  readonly name = 'Access1700000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA access');
    await runner.query(`
      CREATE TABLE access.users (
        id uuid PRIMARY KEY,
        user_name text NOT NULL UNIQUE CHECK (user_name = lower(user_name)),
        display_name text NOT NULL,
        role text NOT NULL,
        force text NOT NULL,
        password_hash text NOT NULL,
        password_due boolean NOT NULL DEFAULT false,
        active boolean NOT NULL DEFAULT true,
        demonstration boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE access.sessions (
        token_hash bytea PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES access.users (id),
        kind text NOT NULL CHECK (kind IN ('browser', 'bearer')),
        started_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX sessions_of_user ON access.sessions (user_id)');
    await runner.query('CREATE INDEX sessions_by_end ON access.sessions (ends_at)');
    // Gone after a crash and in no backup: it holds what is not recorded.
    await runner.query(`
      CREATE UNLOGGED TABLE access.kept_pages (
        id uuid PRIMARY KEY,
        sequence bigint GENERATED ALWAYS AS IDENTITY,
        user_id uuid NOT NULL REFERENCES access.users (id),
        at timestamptz NOT NULL,
        page text NOT NULL
      )`);
    await runner.query('CREATE INDEX kept_pages_of_user ON access.kept_pages (user_id, sequence)');
    await runner.query('CREATE TABLE access.sign_in_attempts (key bytea NOT NULL, at timestamptz NOT NULL)');
    // From where machines signed in: a keyed hash of account and address.
    await runner.query('CREATE TABLE access.machine_places (key bytea PRIMARY KEY, at timestamptz NOT NULL)');
    await runner.query('CREATE INDEX sign_in_attempts_by_key ON access.sign_in_attempts (key, at)');
    await runner.query(`
      CREATE TABLE access.log (
        sequence bigint PRIMARY KEY,
        at timestamptz NOT NULL,
        user_id text NOT NULL,
        role text NOT NULL,
        force text NOT NULL,
        kind text NOT NULL,
        subject text,
        persons text[] NOT NULL,
        route text NOT NULL,
        reason text,
        terms text,
        correlation_id text NOT NULL,
        previous bytea NOT NULL,
        hash bytea NOT NULL
      )`);
    await runner.query('CREATE INDEX log_by_user ON access.log (user_id, sequence DESC)');
    await runner.query('CREATE INDEX log_by_subject ON access.log (subject, sequence DESC)');
    await runner.query('CREATE INDEX log_by_person ON access.log USING gin (persons)');
    await runner.query('CREATE INDEX log_by_time ON access.log (at)');
    await runner.query(
      'CREATE TABLE access.log_head (one boolean PRIMARY KEY DEFAULT true CHECK (one), sequence bigint NOT NULL, previous bytea NOT NULL, hash bytea NOT NULL)',
    );
    await runner.query(`INSERT INTO access.log_head (sequence, previous, hash) VALUES (0, '', sha256('orderwatch access log'))`);
    await runner.query(`
      CREATE FUNCTION access.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'The access log is only ever added to'; END $$`);
    await runner.query(
      'CREATE TRIGGER log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.log FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA access CASCADE');
  }
}
