import { addDays, type Instant, isLocalDate, type LocalDate, londonDate } from '#calendar';
import { isUuid } from '#pages';
import { kindsOfTask, type Lane, type Team, taskKinds, teamNames } from '../domain/task-kinds.js';
import type { TaskKind } from '../domain/task.js';

/** The parts of the list, in the order they are shown: what can still be in time today before what is late. `authorise` is for who authorises; for others its rows wait for somebody else. `court` is the whole of it by the day in court, shown when asked for. */
export const PARTS = ['authorise', 'today', 'overdue', 'week', 'hearings', 'waiting', 'drafts', 'later', 'court'] as const;
export type Part = (typeof PARTS)[number];

export const partNames: Readonly<Record<Part, string>> = {
  authorise: 'Waiting for you to authorise or approve',
  today: 'Today',
  overdue: 'Overdue',
  week: 'In the next 7 days',
  hearings: 'Hearings in the next 14 days',
  waiting: 'Waiting for someone else',
  drafts: 'Drafts',
  later: 'Later, within 180 days',
  court: 'By court date',
};

/** What an empty part means. */
export const nothingIn: Readonly<Record<Part, string>> = {
  authorise: 'Nothing waits for you to authorise or approve it.',
  today: 'Nothing is due today.',
  overdue: 'Nothing is overdue.',
  week: 'Nothing more is due within 7 days.',
  hearings: 'No hearing is listed from tomorrow for 14 days.',
  waiting: 'Nobody else has to act first.',
  drafts: 'No draft has been begun.',
  later: 'Nothing more is due within 180 days.',
  court: 'Nothing on the list has a day in court.',
};

/** Rows of some lanes (null: of any), due or in court on which days, both included. */
export interface Days {
  readonly lanes: readonly Lane[] | null;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** Which rows a part has. Every row that has a day stands in one part and in no other, but for `court`. */
export interface PartOf {
  /** What does most harm comes first (`HARMS`), then the earliest; else the earliest. */
  readonly byHarm: boolean;
  readonly by: 'due_by' | 'court_on';
  readonly days: readonly Days[];
}

/** What runs out within days stands before what is only to be told by then. */
export const MOST_HARMFUL_FIRST: readonly Part[] = ['today', 'overdue', 'week'];

const beginning: LocalDate = '0001-01-01';
const end: LocalDate = '9999-12-31';

/** `authorises`: whether the reader is somebody whom authorisations wait for. */
export function partOf(part: Part, today: LocalDate, authorises: boolean): PartOf {
  const due = (...days: readonly Days[]): PartOf => ({ by: 'due_by', days, byHarm: MOST_HARMFUL_FIRST.includes(part) });
  const on = (lanes: readonly Lane[] | null, first: LocalDate, last: LocalDate): Days => ({ lanes, first, last });
  const ahead = (days: number) => addDays(today, days);
  const waiting: readonly Lane[] = authorises ? ['waiting'] : ['waiting', 'authorise'];
  switch (part) {
    case 'authorise':
      return due(on(['authorise'], beginning, end));
    case 'today':
      return due(on(['own', 'hearing', ...waiting], today, today));
    case 'overdue':
      return due(on(['own', 'hearing', ...waiting], beginning, ahead(-1)));
    case 'week':
      return due(on(['own'], ahead(1), ahead(7)));
    case 'hearings':
      return due(on(['hearing'], ahead(1), ahead(14)));
    case 'waiting':
      return due(on(waiting, ahead(1), end));
    case 'drafts':
      return due(on(['draft'], beginning, end));
    case 'later':
      return due(on(['own'], ahead(8), ahead(180)), on(['hearing'], ahead(15), ahead(180)));
    case 'court':
      return { by: 'court_on', days: [on(null, today, end)], byHarm: false };
  }
}

/** The parts that a reader is shown, in their order. */
export function partsFor(authorises: boolean): readonly Part[] {
  return PARTS.filter((part) => part !== 'authorise' || authorises);
}

/** Whether the row stands in the part on a day, for such a reader; the list is read by the same rule in SQL. */
export function standsIn(
  part: Part,
  row: { dueBy: LocalDate; courtOn: LocalDate | null; lane: Lane },
  today: LocalDate,
  authorises: boolean,
): boolean {
  const { by, days } = partOf(part, today, authorises);
  const day = (by === 'due_by' ? row.dueBy : row.courtOn) ?? '';
  return days.some(({ lanes, first, last }) => (lanes === null || lanes.includes(row.lane)) && day >= first && day <= last);
}

/** Whether its day has passed or, of a clock of hours, its moment. The moment of a hearing is one to be there, not to be in time for. */
export function isOverdue({ dueBy, dueAt, lane }: { dueBy: LocalDate; dueAt: Instant | null; lane: Lane }, now: Instant): boolean {
  const today = londonDate(now);
  return dueBy < today || (dueBy === today && lane !== 'hearing' && dueAt !== null && dueAt < now);
}

/** Whether the row is on the list at that moment; the list is read by the same rule in SQL (`hasOpened`, `hasNotLapsed`). */
export function isListed(
  { opens, opensAt, lapses, lapsesAt }: { opens: LocalDate; opensAt: Instant | null; lapses: LocalDate | null; lapsesAt: Instant | null },
  now: Instant,
): boolean {
  const today = londonDate(now);
  return (
    opens <= today && (opensAt === null || now > opensAt) && (lapses === null || lapses >= today) && (lapsesAt === null || now <= lapsesAt)
  );
}

/** What the list is asked for: every part of it that is null or empty asks for all. */
export interface WorkFilter {
  /** Null: the beginning of each part. */
  readonly part: Part | null;
  readonly kinds: readonly TaskKind[];
  /** A user's id, or `nobody` for what is the team's. */
  readonly owner: string | null;
  readonly team: Team | null;
  /** Days due, both included. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

type QueryString = Readonly<Record<string, unknown>>;

/** Reads the address; `owner=me` is the reader. What cannot be read is passed over. */
export function readWorkFilter(query: QueryString, userId: string): WorkFilter {
  const asked = [query['kind']].flat();
  const owner = query['owner'];
  return {
    part: PARTS.find((part) => part === query['when']) ?? null,
    kinds: taskKinds.filter((kind) => asked.includes(kind)),
    owner: owner === 'me' ? userId : owner === 'nobody' || isUuid(owner) ? owner : null,
    team: (Object.keys(teamNames) as Team[]).find((team) => team === query['team']) ?? null,
    from: dayIn(query, 'from'),
    to: dayIn(query, 'to'),
  };
}

function dayIn(query: QueryString, name: string): LocalDate | null {
  const whole = query[name];
  const parts = ['year', 'month', 'day']
    .map((part) => query[`${name}-${part}`])
    .map((part) => (typeof part === 'string' ? part.trim() : ''));
  const typed = parts.every((part) => /^\d{1,4}$/.test(part)) ? parts.map((part) => part.padStart(2, '0')).join('-') : null;
  return isLocalDate(whole) ? whole : isLocalDate(typed) ? typed : null;
}

/** The filter as an address has it, without the parts that ask for all. */
export function inAddress(filter: WorkFilter, userId: string): Readonly<Record<string, unknown>> {
  const { part, kinds, owner, team, from, to } = filter;
  return { when: part, kind: kinds, owner: owner === userId ? 'me' : owner, team, from, to };
}

export function kindName(kind: TaskKind): string {
  return kindsOfTask[kind].name;
}

/** `2 days overdue`, `overdue`, `due today`, `5 days left` */
export function daysLeftWords(daysLeft: number, isOver = false): string {
  if (daysLeft === 0) return isOver ? 'overdue' : 'due today';
  const days = Math.abs(daysLeft) === 1 ? '1 day' : `${Math.abs(daysLeft).toLocaleString('en-GB')} days`;
  return daysLeft < 0 ? `${days} overdue` : `${days} left`;
}
