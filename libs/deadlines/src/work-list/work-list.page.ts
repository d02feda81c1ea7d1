import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { force as forceOf, may, type Viewer } from '#access';
import { CurrentViewer, May, Shown, ShownRecords, Watched } from '#access/module';
import { formatDate } from '#calendar';
import { Clock } from '#event-store';
import { address, page, type Page } from '#pages';
import { Asks, MadeBy } from '#pages/module';
import { Colleagues } from '../assign-work/colleagues.query.js';
import { taskKinds, teamNames } from '../domain/task-kinds.js';
import { GetWork, MOST_COUNTED, type WorkPart, type WorkRow } from './work-list.query.js';
import {
  inAddress,
  kindName,
  MOST_HARMFUL_FIRST,
  nothingIn,
  type Part,
  partNames,
  partsFor,
  readWorkFilter,
  type WorkFilter,
} from './work-list.js';
import { SetAside } from './set-aside.query.js';
import { refuseUnread, WorkAsked } from './work-asked.dto.js';
import { rowView, type RowsTogether, together } from './work-row.view.js';

type QueryString = Readonly<Record<string, unknown>>;

/** Rows in the beginning of each part, and on a page of one part. */
const BEGINNING = 10;
const PAGE = 25;
/** Of so many the beginning of each part is made: what one person is to be told stands in one row of it. */
const LOOKED_THROUGH = 30;

interface Answer {
  readonly filter: WorkFilter;
  readonly parts: readonly { readonly part: Part; readonly work: WorkPart }[];
}

/** Where the legal team and officers start: what will I miss? */
@ApiTags('work')
@Controller()
@MadeBy('flag-affected-breaches', 'flags on breaches')
@May('view-work')
export class WorkListPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly colleagues: Colleagues,
    private readonly setAside: SetAside,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('work')
  @Watched({ kind: 'work list' })
  async show(@CurrentViewer() viewer: Viewer, @Query() query: QueryString, @Shown() shown: ShownRecords): Promise<Page> {
    const [{ filter, parts }, colleagues] = await Promise.all([this.ask(viewer, query, LOOKED_THROUGH), this.colleagues.of(viewer.force)]);
    const setAside = await this.setAside.count(viewer.force);
    const isBeginning = filter.part === null;
    for (const { work } of parts) shown.add(shownOf(work.items, isBeginning).flatMap(personsOf));
    const names = new Map(colleagues.map(({ id, name }) => [id, name]));
    const asked = inAddress(filter, viewer.userId);
    const to = (changed: QueryString): string => address('/work', { ...asked, ...changed });
    return page('deadlines/work-list/work-list.page.njk', {
      title: 'Work',
      forceName: forceOf(viewer.force)?.name ?? viewer.force,
      back: filter.part === null ? undefined : { href: to({ when: null }), text: 'Back to all work' },
      setAside,
      mayAssign: may(viewer, 'assign-work'),
      mayApply: may(viewer, 'record-application'),
      filter,
      lists: listsFor(filter, viewer, to),
      chips: chips(filter, names, viewer.userId, to),
      kindItems: [
        { value: '', text: 'All kinds' },
        ...taskKinds.map((kind) => ({ value: kind, text: kindName(kind), selected: filter.kinds.includes(kind) })),
      ],
      teamItems: [
        { value: '', text: 'Both teams' },
        ...Object.entries(teamNames).map(([value, text]) => ({ value, text, selected: value === filter.team })),
      ],
      ownerItems: [
        { value: '', text: 'Everybody' },
        { value: 'nobody', text: 'Nobody yet', selected: filter.owner === 'nobody' },
        ...colleagues.map(({ id, name }) => ({ value: id, text: name, selected: id === filter.owner })),
      ],
      parts: parts.map(({ part, work }) => ({
        key: part,
        title: partNames[part],
        count: countWords(work.count),
        byHarm: MOST_HARMFUL_FIRST.includes(part),
        nothing: nothingIn[part],
        rows: shownOf(work.items, isBeginning).map(({ first, others }) => ({
          ...rowView(first, names),
          others: others.map((row) => rowView(row, names)),
        })),
        more: isMore(work, isBeginning) ? to({ when: part, after: filter.part === null ? '' : work.next }) : null,
      })),
    });
  }

  @ApiOperation({ summary: 'What your force has to do, by parts, the most harmful first' })
  @Get('api/v1/work')
  @Asks(WorkAsked)
  @Watched({ kind: 'work list' })
  async answer(@CurrentViewer() viewer: Viewer, @Query() query: QueryString, @Shown() shown: ShownRecords) {
    const { filter, parts } = await this.ask(viewer, query);
    refuseUnread(query, filter);
    for (const { work } of parts) shown.add(work.items.map(({ perpetratorId }) => perpetratorId));
    const byPart: Partial<Record<Part, WorkPart>> = Object.fromEntries(parts.map(({ part, work }) => [part, work]));
    return { force: viewer.force, setAside: await this.setAside.count(viewer.force), ...byPart };
  }

  private async ask(viewer: Viewer, query: QueryString, atOnce = BEGINNING): Promise<Answer> {
    const now = this.clock.now();
    const parts = partsFor(may(viewer, 'authorise-application'));
    const read = readWorkFilter(query, viewer.userId);
    const one = parts.find((part) => part === read.part) ?? null;
    const filter = { ...read, part: one };
    const after = typeof query['after'] === 'string' ? query['after'] : null;
    const asked = one === null ? parts.filter((part) => part !== 'court') : [one];
    const [size, from] = one === null ? [atOnce, null] : [PAGE, after];
    const shown = await Promise.all(
      asked.map(async (part) => ({ part, work: await this.queries.execute(new GetWork(viewer, filter, part, now, size, from)) })),
    );
    return { filter, parts: shown };
  }
}

/** The rows of a part, of its beginning no more than fit. */
function shownOf(rows: readonly WorkRow[], isBeginning: boolean): readonly RowsTogether[] {
  const all = together(rows);
  return isBeginning ? all.slice(0, BEGINNING) : all;
}

function personsOf({ first, others }: RowsTogether): readonly string[] {
  return [first, ...others].map(({ perpetratorId }) => perpetratorId);
}

function isMore({ items, next }: WorkPart, isBeginning: boolean): boolean {
  return next !== null || (isBeginning && together(items).length > BEGINNING);
}

/** `17`, `100 or more`; nothing on a page after the first. */
function countWords(count: number | null): string {
  if (count === null) return '';
  return count < MOST_COUNTED ? String(count) : `${MOST_COUNTED} or more`;
}

/** The lists that are asked for most, as tabs. */
function listsFor({ owner, team, part }: WorkFilter, { userId }: Viewer, to: (changed: QueryString) => string): readonly object[] {
  const list = (text: string, changed: QueryString, active: boolean) => ({
    text,
    href: to({ when: null, owner: null, team: null, ...changed }),
    active,
  });
  const isAll = owner === null && team === null && part !== 'court';
  return [
    list('Whole force', {}, isAll),
    list('Mine', { owner: 'me' }, owner === userId),
    list('Legal team', { team: 'legal' }, team === 'legal' && owner === null),
    list('Officers', { team: 'officers' }, team === 'officers' && owner === null),
    list('By court date', { when: 'court' }, part === 'court'),
  ];
}

/** What is filtered by, each with the address that takes it away. */
function chips(
  { kinds, owner, team, from, to: until }: WorkFilter,
  names: ReadonlyMap<string, string>,
  userId: string,
  to: (changed: QueryString) => string,
): readonly { readonly text: string; readonly href: string }[] {
  const ownerName = owner === 'nobody' ? 'Nobody yet' : owner === userId ? 'Mine' : (names.get(owner ?? '') ?? 'One owner');
  return [
    ...kinds.map((kind) => ({ text: kindName(kind), href: to({ kind: kinds.filter((other) => other !== kind) }) })),
    ...(owner === null ? [] : [{ text: ownerName, href: to({ owner: null }) }]),
    ...(team === null ? [] : [{ text: teamNames[team], href: to({ team: null }) }]),
    ...(from === null ? [] : [{ text: `Due from ${formatDate(from)}`, href: to({ from: null }) }]),
    ...(until === null ? [] : [{ text: `Due to ${formatDate(until)}`, href: to({ to: null }) }]),
  ];
}
