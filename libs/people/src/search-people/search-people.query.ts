import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import type { LocalDate } from '#calendar';
import { listing, type Listing, readCursor } from '#pages';
import type { PersonName } from '../domain/events.js';
import type { PerpetratorRecord } from '../domain/perpetrator.js';
import { birthLikeness, type BirthLikeness } from '../domain/searching/births.js';
import { type LikeName, nearestName } from '../domain/searching/likeness.js';
import { type Arm, arms, birthArms, MOST_CANDIDATES } from './candidates.js';
import { type SearchTerms, target, type Target } from './terms.js';
import { type Ground, whyMatched } from './why-matched.js';

export interface Hit {
  readonly perpetratorId: string;
  readonly force: string;
  readonly name: PersonName;
  readonly dateOfBirth: LocalDate | null;
  readonly aliases: readonly PersonName[];
  /** Best first; a hit always has one that is `same` or `like`. */
  readonly why: readonly Ground[];
}

export interface Found extends Listing<Hit> {
  /** All that this viewer may see; when there are too many alike, how many of them are shown. */
  readonly total: number;
  /** Whether more are alike than are shown, or could be found in time: more must be asked for. */
  readonly tooMany: boolean;
}

interface CandidateRow {
  readonly id: string;
  readonly names: string;
  readonly born: LocalDate | null;
  readonly numbered: boolean;
}

interface Candidate {
  readonly id: string;
  readonly nearest: LikeName | null;
  readonly score: number;
}

const PAGE = 20;
/** ms after which one way of looking is given up. */
const PATIENCE = 1_000;
const CANCELLED = '57014';

/**
 * Finds perpetrators by name or alias (whole, in part, in another form, misspelt or alike in sound), by number or by date of birth. A number
 * is found whatever else was typed; a date of birth beside a name moves the right ones up and leaves nobody out, because either may be wrong
 * on the record: where nobody has both, those of that date are found too. Whoever the viewer may not see is neither found nor counted.
 */
@Injectable()
export class PeopleSearch {
  constructor(private readonly database: DataSource) {}

  /** The best 20 hits after the cursor `after`. */
  async find(viewer: Viewer, terms: SearchTerms, today: LocalDate, after?: string): Promise<Found> {
    const wanted = target(terms, today);
    if (!wanted) return { items: [], next: null, total: 0, tooMany: false };
    const { rows, tooMany } = await this.candidates(viewer, wanted);
    const ranked = rows.map((row) => candidate(row, wanted)).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const kept = ranked.slice(0, MOST_CANDIDATES);
    const from = place(after);
    const rest = from ? kept.filter(({ score, id }) => score < from[0] || (score === from[0] && id > from[1])) : kept;
    const { items, next } = listing(rest.slice(0, PAGE + 1), PAGE, ({ score, id }) => [score, id]);
    return { items: await this.hits(viewer, items, wanted), next, total: kept.length, tooMany: tooMany || ranked.length > kept.length };
  }

  /** What each way of looking finds, the surest first, until there are too many. */
  private async candidates(viewer: Viewer, wanted: Target): Promise<{ rows: CandidateRow[]; tooMany: boolean }> {
    const found = new Map<string, CandidateRow>();
    let tooMany = false;
    try {
      await this.database.transaction(async (manager) => {
        // Every way has its index; where it ends early the planner would rather read the whole table.
        await manager.query(`set local enable_seqscan = off; set local jit = off; set local statement_timeout = ${PATIENCE}`);
        const look = async ({ sql, parameters }: Arm): Promise<void> => {
          const rows: CandidateRow[] = await manager.query(sql, [...parameters]);
          for (const row of rows) found.set(row.id, row);
          tooMany ||= rows.length > MOST_CANDIDATES;
        };
        for (const arm of arms(viewer, wanted)) {
          await look(arm);
          if (found.size > MOST_CANDIDATES) break;
        }
        if ([...found.values()].some((row) => row.numbered || fits(row, wanted))) return;
        const [born, bornWithSlip] = birthArms(viewer, wanted);
        if (born) await look(born);
        if (bornWithSlip && found.size === 0) await look(bornWithSlip);
      });
    } catch (error) {
      if (!isCancelled(error)) throw error;
      tooMany = true;
    }
    return { rows: [...found.values()], tooMany };
  }

  private async hits(viewer: Viewer, candidates: readonly Candidate[], wanted: Target): Promise<Hit[]> {
    const parameters: unknown[] = [candidates.map(({ id }) => id)];
    const visible = visiblePersonSql(viewer, 'r', parameters);
    const rows: { id: string; force: string; doc: PerpetratorRecord }[] = await this.database.query(
      `select r.id, r.force, r.doc from people.perpetrator_record r where r.id = any ($1) and r.doc ->> 'is' = 'recorded' and ${visible}`,
      parameters,
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return candidates.flatMap(({ id, nearest }) => {
      const row = byId.get(id);
      return row ? [hit(row, wanted, nearest)] : [];
    });
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === CANCELLED;
}

/** The score and the id after which the next part begins; null for a cursor that is not one of ours. */
function place(after: unknown): readonly [number, string] | null {
  const [score, id] = readCursor(after, 2) ?? [];
  return Number.isInteger(score) && typeof id === 'string' ? [Number(score), id] : null;
}

const worthOfBirth: Readonly<Record<BirthLikeness, number>> = { same: 800, swapped: 400, digit: 350, 'digits-swapped': 350, other: 0 };

/** Whether the date of birth is the one looked for, or has one slip. */
function fits({ born }: CandidateRow, { dateOfBirth }: Target): boolean {
  return dateOfBirth !== null && born !== null && birthLikeness(born, dateOfBirth) !== 'other';
}

function candidate({ id, names, born, numbered }: CandidateRow, { words, dateOfBirth }: Target): Candidate {
  const nearest = nearestName(words, names.split('\n'));
  const birth = dateOfBirth === null || born === null ? 0 : worthOfBirth[birthLikeness(born, dateOfBirth)];
  return { id, nearest, score: (numbered ? 10_000 : 0) + (nearest?.score ?? 0) + birth };
}

function hit({ id, force, doc }: { id: string; force: string; doc: PerpetratorRecord }, wanted: Target, nearest: LikeName | null): Hit {
  return {
    perpetratorId: id,
    force,
    name: doc.identity.value?.name ?? { family: '', given: '' },
    dateOfBirth: doc.identity.value?.dateOfBirth ?? null,
    aliases: doc.aliases.flatMap(({ name }) => (name.value ? [name.value] : [])),
    why: whyMatched(doc, wanted, nearest),
  };
}
