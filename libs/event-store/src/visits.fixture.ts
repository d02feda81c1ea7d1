import { type Act, type Fact, personal, type Personal, type Projection, type Row, type StreamType } from '#event-sourcing';
import { Column, Entity, Index, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';

/** A small made-up domain for the projector's own tests: people are visited, notes are taken, a person may be erased. */
export type VisitFact =
  | Fact<'PersonNamed', { day: string }, { name: Personal<string> }>
  | Fact<'PersonVisited', { day: string; minutes: number; tags: readonly string[] }, { note?: Personal<string> }>
  | Fact<'PersonErased', { personId: string; basis: string; authority: string }>
  | Fact<'PersonLeft', { day: string }>;

export const visits: StreamType<number, VisitFact> = { category: 'visited', initial: 0, evolve: (state) => state + 1 };

export interface VisitedRow extends Row {
  readonly name: Personal<string> | null;
  readonly searchName: string | null;
  readonly notes: readonly Personal<string>[];
  readonly minutes: number;
  readonly lastDay: string;
  readonly seenAt: string;
  readonly tags: readonly string[];
}

const idOf = (stream: string): string => stream.slice('visited-'.length);

export const visited: Projection<VisitedRow> = {
  name: 'visited',
  table: 'visited_person',
  version: 1,
  reads: ['PersonNamed', 'PersonVisited', 'PersonLeft'],
  rows: (event) => [idOf(event.stream)],
  evolve(row, event, id) {
    const fact = event.fact as VisitFact;
    const base = row ?? { id, name: null, searchName: null, notes: [], minutes: 0, lastDay: '2026-01-01', tags: [], seenAt: '' };
    const seenAt = event.envelope.recordedAt;
    switch (fact.type) {
      case 'PersonNamed': {
        const name = fact.personal?.name ?? null;
        return { ...base, seenAt, name, searchName: name?.value?.toLowerCase() ?? null, lastDay: fact.data.day };
      }
      case 'PersonVisited': {
        const notes = fact.personal?.note ? [...base.notes, fact.personal.note] : base.notes;
        return { ...base, seenAt, notes, minutes: base.minutes + fact.data.minutes, lastDay: fact.data.day, tags: fact.data.tags };
      }
      case 'PersonLeft':
        return null;
      case 'PersonErased':
        return row;
    }
  },
  forgotten: (row) => ({ ...row, searchName: row.name?.value?.toLowerCase() ?? null }),
};

interface DayRow extends Row {
  readonly visits: number;
}

/** Reads nothing personal; counts one row per day. */
export const days: Projection<DayRow> = {
  name: 'days',
  table: 'visit_day',
  version: 1,
  reads: ['PersonVisited'],
  rows: (event) => [(event.fact.data as { day: string }).day],
  evolve: (row, _event, id) => ({ id, visits: (row?.visits ?? 0) + 1 }),
};

@Entity('visited_person')
export class VisitedPerson {
  @PrimaryColumn('text') id: string;
  @Column('jsonb', { nullable: true }) name: unknown;
  @Column('text', { name: 'search_name', nullable: true }) searchName: string | null;
  @Column('jsonb') notes: unknown;
  @Column('int') minutes: number;
  @Column('date', { name: 'last_day' }) lastDay: string;
  @Column('timestamptz', { name: 'seen_at' }) seenAt: Date;
  @Column('text', { array: true }) tags: string[];
  @Index() @Column('text', { array: true }) subjects: string[];
}

@Entity('visit_day')
export class VisitDay {
  @PrimaryColumn('text') id: string;
  @Column('int') visits: number;
}

export class Visits1700000001000 implements MigrationInterface {
  readonly name = 'Visits1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table visited_person (id text primary key, name jsonb, search_name text, notes jsonb not null, minutes int not null
      check (minutes < 1000000), last_day date not null, seen_at timestamptz not null, tags text[] not null, subjects text[] not null)`);
    await runner.query('create index visited_subjects on visited_person using gin (subjects)');
    await runner.query('create index visited_search on visited_person (search_name text_pattern_ops) where search_name is not null');
    await runner.query('create table visit_day (id text primary key, visits int not null)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table visited_person, visit_day');
  }
}

let commands = 0;

/** A command of its own, at the same moment. */
export function act(): Act {
  commands += 1;
  const commandId = `00000000-0000-4000-8000-${String(commands).padStart(12, '0')}`;
  return { by: 'officer-1', force: '46', at: '2026-05-01T10:00:00.000Z', commandId, digest: 'd', correlationId: 'c' };
}

export const named = (id: string, name: string): VisitFact => ({
  type: 'PersonNamed',
  data: { day: '2026-02-03' },
  personal: { name: personal([id], name) },
});
export const visit = (minutes: number, note?: { about: [string, ...string[]]; text: string }): VisitFact => ({
  type: 'PersonVisited',
  data: { day: '2026-03-04', minutes, tags: ['a "quoted" tag', 'back\\slash', 'NULL'] },
  ...(note ? { personal: { note: personal(note.about, note.text) } } : {}),
});
