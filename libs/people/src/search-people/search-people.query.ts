import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { maySeeWhereabouts, type Viewer, visiblePersonSql } from '#access';
import type { LocalDate } from '#calendar';
import { isCursorText, listing, type Listing, readCursor } from '#pages';
import { Links } from '../link-record/links.query.js';
import type { PersonName } from '../domain/events.js';
import type { PerpetratorRecord } from '../domain/perpetrator.js';
import { birthLikeness, type BirthLikeness } from '../domain/searching/births.js';
import { type LikeName, nearestName } from '../domain/searching/likeness.js';
import { partLikeness } from '../domain/searching/number-parts.js';
import { leadingPhotographs, type PhotographView } from '../perpetrator-record/photograph.view.js';
import { type Arm, arms, birthArms, looseArms, MOST_CANDIDATES, numberPartArms, pairArms } from './candidates.js';
import { type SearchTerms, target, type Target } from './terms.js';
import { type Ground, whyMatched } from './why-matched.js';

export interface Hit {
  readonly perpetratorId: string;
  readonly force: string;
  readonly name: PersonName;
  readonly dateOfBirth: LocalDate | null;
  readonly aliases: readonly PersonName[];
  /** The one that leads on this record; null without one. */
  readonly photograph: PhotographView | null;
  /** Best first; a hit always has one that is `same` or `like`. */
  readonly why: readonly Ground[];
  /** The other records that were linked with this one as of one person, whether they are alike or not. */
  readonly onePersonWith: readonly SameRecord[];
}

/** Another record of the same person. */
export interface SameRecord {
  readonly perpetratorId: string;
  readonly force: string;
  readonly name: PersonName;
}

export interface Found extends Listing<Hit> {
  /** All that this viewer may see; when there are too many alike, how many of them are shown. */
  readonly total: number;
  /** Of how many people those are, linked records taken for one. */
  readonly people: number;
  /** Whether more are alike than are shown, or could be found in time: more must be asked for. */
  readonly tooMany: boolean;
}

interface CandidateRow {
  readonly id: string;
  readonly names: string;
  /** Flat numbers, each on a line. */
  readonly numbers: string;
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
  constructor(
    private readonly database: DataSource,
    private readonly links: Links,
  ) {}

  /** The best 20 hits after the cursor `after`; linked records stand together where the best of them stands. */
  async find(viewer: Viewer, terms: SearchTerms, today: LocalDate, after?: string): Promise<Found> {
    const wanted = target(terms, today);
    if (!wanted) return { items: [], next: null, total: 0, people: 0, tooMany: false };
    const { rows, tooMany } = await this.candidates(viewer, wanted);
    const ranked = rows.map((row) => candidate(row, wanted)).sort(better);
    const kept = ranked.slice(0, MOST_CANDIDATES);
    const persons = await this.links.persons(
      viewer,
      kept.map(({ id }) => id),
    );
    const together = groupedBy(kept, ({ id }) => persons.get(id)?.[0] ?? id).flatMap((group) =>
      group.map((one): Placed => ({ ...one, lead: group[0]! })),
    );
    const { items, next } = listing(following(together, after).slice(0, PAGE + 1), PAGE, placeOf);
    return {
      items: await this.hits(viewer, items, wanted, persons),
      next,
      total: kept.length,
      people: new Set(together.map(({ lead }) => lead.id)).size,
      tooMany: tooMany || ranked.length > kept.length,
    };
  }

  /** What each way of looking finds, the surest first, until there are too many. */
  private async candidates(viewer: Viewer, wanted: Target): Promise<{ rows: CandidateRow[]; tooMany: boolean }> {
    const found = new Map<string, CandidateRow>();
    let tooMany = false;
    try {
      await this.database.transaction(async (manager) => {
        // Every way has its index; where it ends early the planner would rather read the whole table.
        await manager.query(`set local enable_seqscan = off; set local jit = off; set local statement_timeout = ${PATIENCE}`);
        const read = ({ sql, parameters }: Arm): Promise<CandidateRow[]> => manager.query(sql, [...parameters]);
        const look = async (arm: Arm): Promise<void> => {
          const rows = await read(arm);
          for (const row of rows) found.set(row.id, row);
          tooMany ||= rows.length > MOST_CANDIDATES;
        };
        // What finds too many to compare says nothing of anybody beside a surer way, or when it is loose itself.
        const lookWhereFew = async (arm: Arm): Promise<void> => {
          const rows = await read(arm);
          if (rows.length <= MOST_CANDIDATES) for (const row of rows) found.set(row.id, row);
        };
        for (const arm of arms(viewer, wanted)) {
          await look(arm);
          if (found.size > MOST_CANDIDATES) break;
        }
        if (![...found.values()].some(({ numbered }) => numbered)) for (const arm of numberPartArms(viewer, wanted)) await look(arm);
        for (const arm of pairArms(viewer, wanted)) await (found.size === 0 ? look : lookWhereFew)(arm);
        if (found.size === 0) {
          const [heard, twice, ...looser] = looseArms(viewer, wanted);
          if (heard) await look(heard);
          if (twice && found.size === 0) await look(twice);
          if (found.size === 0) for (const arm of looser) await lookWhereFew(arm);
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

  private async hits(
    viewer: Viewer,
    candidates: readonly Candidate[],
    wanted: Target,
    persons: ReadonlyMap<string, readonly string[]>,
  ): Promise<Hit[]> {
    const parameters: unknown[] = [[...new Set(candidates.flatMap(({ id }) => [id, ...(persons.get(id) ?? [])]))]];
    const visible = visiblePersonSql(viewer, 'r', parameters);
    const rows: RecordRow[] = await this.database.query(
      `select r.id, r.force, r.doc from people.perpetrator_record r where r.id = any ($1) and r.doc ->> 'is' = 'recorded' and ${visible}`,
      parameters,
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return candidates.flatMap(({ id, nearest }) => {
      const row = byId.get(id);
      const others = (persons.get(id) ?? []).flatMap((other) => (other === id ? [] : (byId.get(other) ?? [])));
      return row ? [hit(row, wanted, nearest, others, maySeeWhereabouts(viewer))] : [];
    });
  }
}

interface RecordRow {
  readonly id: string;
  readonly force: string;
  readonly doc: PerpetratorRecord;
}

/** A candidate and the best of those it was linked with: itself, where there is none better. */
interface Placed extends Candidate {
  readonly lead: Candidate;
}

function groupedBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

function isCancelled(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === CANCELLED;
}

function placeOf({ lead, score, id }: Placed): [number, string, number, string] {
  return [lead.score, lead.id, score, id];
}

/** Those after the place in the cursor; all of them when there is none. */
function following(placed: readonly Placed[], after: unknown): readonly Placed[] {
  const place = readCursor(after, isScore, isCursorText, isScore, isCursorText);
  if (place === null) return placed;
  const [leadScore, leadId, score, id] = place;
  const from = { id, score, lead: { id: leadId, score: leadScore } };
  return placed.filter((one) => (one.lead.id === leadId ? better(from, one) : better(from.lead, one.lead)) < 0);
}

function isScore(value: unknown): value is number {
  return Number.isInteger(value);
}

/** Below 0 when the first comes first. */
function better(one: Pick<Candidate, 'score' | 'id'>, other: Pick<Candidate, 'score' | 'id'>): number {
  return other.score - one.score || (one.id < other.id ? -1 : Number(one.id > other.id));
}

const worthOfBirth: Readonly<Record<BirthLikeness, number>> = { same: 800, swapped: 400, digit: 350, 'digits-swapped': 350, other: 0 };

/** Whether the date of birth is the one looked for, or has one slip. */
function fits({ born }: CandidateRow, { dateOfBirth }: Target): boolean {
  return dateOfBirth !== null && born !== null && birthLikeness(born, dateOfBirth) !== 'other';
}

/** What a part of a number, or one written otherwise, is worth beside a name: less than the same name. */
const PART_OF_NUMBER = 1_000;

function candidate({ id, names, numbers, born, numbered }: CandidateRow, { words, dateOfBirth, numberParts }: Target): Candidate {
  const nearest = nearestName(words, names.split('\n'));
  const birth = dateOfBirth === null || born === null ? 0 : worthOfBirth[birthLikeness(born, dateOfBirth)];
  const isPart = !numbered && numbers.split('\n').some((number) => partLikeness(number, numberParts) !== null);
  return { id, nearest, score: (numbered ? 10_000 : 0) + (isPart ? PART_OF_NUMBER : 0) + (nearest?.score ?? 0) + birth };
}

function hit(
  { id, force, doc }: RecordRow,
  wanted: Target,
  nearest: LikeName | null,
  others: readonly RecordRow[],
  readsPhones: boolean,
): Hit {
  return {
    perpetratorId: id,
    force,
    name: nameOf(doc),
    dateOfBirth: doc.identity.value?.dateOfBirth ?? null,
    aliases: doc.aliases.flatMap(({ name }) => (name.value ? [name.value] : [])),
    photograph: leadingPhotographs([doc])[0] ?? null,
    why: whyMatched(doc, wanted, nearest, readsPhones),
    onePersonWith: others.map((other) => ({ perpetratorId: other.id, force: other.force, name: nameOf(other.doc) })),
  };
}

function nameOf({ identity }: PerpetratorRecord): PersonName {
  return identity.value?.name ?? { family: '', given: '' };
}
