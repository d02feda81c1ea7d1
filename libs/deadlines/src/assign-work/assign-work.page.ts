import { Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Shown, ShownRecords, Watched } from '#access/module';
import { formatDateTime } from '#calendar';
import type { Act } from '#event-sourcing';
import { Clock } from '#event-store';
import { hiddenIn, masked } from '#people';
import { ProtectedPeople } from '#people/module';
import { type FormView, isRecord, isUuid, newForm, page, type Page, type Redirect, Submissions, type WebRequest } from '#pages';
import { teamNames } from '../domain/task-kinds.js';
import { GetTasks, type WorkRow } from '../work-list/work-list.query.js';
import { rowView } from '../work-list/work-row.view.js';
import { AssignWork } from './assign-work.command.js';
import { AssignWorkDto, assignWorkWords } from './assign-work.dto.js';
import { Assignments } from './assignments.query.js';
import { type Colleague, Colleagues } from './colleagues.query.js';

type Command = (details: AssignWorkDto, act: Act) => AssignWork;

/** The most rows assigned at once. */
const MOST = 100;

/** Who does a row of the work list, or several at once, with a note; and who did before. */
@ApiTags('work')
@Controller()
export class AssignWorkPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly colleagues: Colleagues,
    private readonly assignments: Assignments,
    private readonly people: ProtectedPeople,
    private readonly submissions: Submissions,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('work/assign')
  @May('assign-work')
  @Watched({ kind: 'work list' })
  ask(@CurrentViewer() viewer: Viewer, @Query('task') task: unknown, @Shown() shown: ShownRecords): Promise<Page> {
    return this.several(viewer, idsIn(task), shown);
  }

  @ApiExcludeEndpoint()
  @Post('work/assign')
  @May('assign-work')
  @Watched({ kind: 'work list' })
  async submit(@CurrentViewer() viewer: Viewer, @Req() request: WebRequest, @Shown() shown: ShownRecords): Promise<Page | Redirect> {
    const command = await this.assigning(viewer, idsIn(tasksIn(request)));
    return this.submissions.form({
      request,
      dto: AssignWorkDto,
      command,
      words: assignWorkWords,
      show: (form) => this.several(viewer, idsIn(form.value('task')), shown, form),
      to: () => '/work',
      done: 'The rows are assigned',
    });
  }

  @ApiExcludeEndpoint()
  @Get('work/tasks/:id')
  @May('view-work')
  @Watched({ kind: 'work', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.one(viewer, id);
  }

  @ApiExcludeEndpoint()
  @Post('work/tasks/:id')
  @May('assign-work')
  @Watched({ kind: 'work', param: 'id' })
  async assign(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const command = await this.assigning(viewer, idsIn(id));
    return this.submissions.form({
      request,
      dto: AssignWorkDto,
      command,
      words: assignWorkWords,
      show: (form) => this.one(viewer, id, form),
      to: () => `/work/tasks/${id}`,
      done: 'The row is assigned',
    });
  }

  @ApiOperation({ summary: 'Assign rows of the work list to somebody of your force, or give them back to the team' })
  @ApiBody({ type: AssignWorkDto })
  @Post('api/v1/work/assign')
  @May('assign-work')
  @Watched({ kind: 'work list' })
  async answer(@CurrentViewer() viewer: Viewer, @Req() request: WebRequest) {
    const command = await this.assigning(viewer, idsIn(tasksIn(request)));
    return this.submissions.api({
      request,
      dto: AssignWorkDto,
      command,
      words: assignWorkWords,
      id: (act) => act.commandId,
    });
  }

  /** Rows of another force, of people the viewer may not see, and what was settled meanwhile are not among them. */
  private async assigning(viewer: Viewer, ids: readonly string[]): Promise<Command> {
    const [rows, colleagues] = await Promise.all([this.rows(viewer, ids), this.colleagues.of(viewer.force)]);
    const readers = await this.colleagues.readers(
      colleagues,
      rows.map(({ perpetratorId }) => perpetratorId),
    );
    const tasks = rows.map(({ taskId, perpetratorId, about: { keptBy } }) => ({
      ...{ taskId, perpetratorId, force: viewer.force, ...(keptBy === undefined ? {} : { keptBy }) },
      readers: readers.get(perpetratorId) ?? [],
    }));
    return (details, act) =>
      new AssignWork(
        tasks,
        details.asDetails(),
        colleagues.map(({ id }) => id),
        act,
      );
  }

  private async several(viewer: Viewer, ids: readonly string[], shown: ShownRecords, form: FormView = newForm()): Promise<Page> {
    const [rows, colleagues] = await Promise.all([this.rows(viewer, ids), this.colleagues.of(viewer.force)]);
    shown.add(rows.map(({ perpetratorId }) => perpetratorId));
    const names = new Map(colleagues.map(({ id, name }) => [id, name]));
    return page('deadlines/assign-work/assign-work.page.njk', {
      title: rows.length === 1 ? 'Assign a row' : `Assign ${rows.length} rows`,
      back: { href: '/work', text: 'Work' },
      form,
      action: '/work/assign',
      rows: rows.map((row) => rowView(row, names)),
      ...(await this.offered(colleagues, rows)),
      history: [],
      mayAssign: true,
    });
  }

  private async one(viewer: Viewer, id: string, form: FormView = newForm()): Promise<Page> {
    const [row] = await this.rows(viewer, isUuid(id) ? [id] : []);
    if (!row) throw new NotFoundException();
    const [colleagues, history, note] = await Promise.all([
      this.colleagues.of(viewer.force),
      this.assignments.of(row.taskId),
      this.notesFor(viewer, row.perpetratorId),
    ]);
    const names = new Map([...history.names, ...colleagues.map(({ id: userId, name }) => [userId, name] as const)]);
    return page('deadlines/assign-work/assign-work.page.njk', {
      title: row.words,
      back: { href: '/work', text: 'Work' },
      form,
      action: `/work/tasks/${row.taskId}`,
      rows: [rowView(row, names)],
      ...(await this.offered(colleagues, [row])),
      history: history.assignments.map(({ at, by, to, note: noted }) => ({
        when: formatDateTime(at),
        who: names.get(by) ?? 'Somebody who has left',
        to: to === null ? `the team: ${teamNames[row.team]}` : (names.get(to) ?? 'somebody who has left'),
        note: noted === null ? null : noted.value === null ? 'The note was erased' : note(noted.value),
      })),
      mayAssign: may(viewer, 'assign-work'),
    });
  }

  /** A note as this reader may read it: it may name somebody, and managers assign work too. */
  private async notesFor(viewer: Viewer, perpetratorId: string): Promise<(note: string) => string> {
    const known = await this.people.knownAs(viewer, await this.people.idsOn([perpetratorId]));
    const masks = hiddenIn(known, may(viewer, 'view-protected-person')).map(({ letter, ...one }) => ({
      ...one,
      instead: `protected person ${letter}`,
    }));
    return (note) => masked(note, masks);
  }

  /** Whom the rows can be given to: those who may open every record they are about. */
  private async offered(colleagues: readonly Colleague[], rows: readonly WorkRow[]): Promise<object> {
    const readers = await this.colleagues.readers(
      colleagues,
      rows.map(({ perpetratorId }) => perpetratorId),
    );
    const able = colleagues.filter(({ id }) => [...readers.values()].every((those) => those.includes(id)));
    return { owners: ownersFrom(able), someMayNotOpen: able.length < colleagues.length };
  }

  private rows(viewer: Viewer, ids: readonly string[]): Promise<readonly WorkRow[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.queries.execute(new GetTasks(viewer, ids, this.clock.now()));
  }
}

/** What was sent as the rows, before it is checked. */
function tasksIn({ body }: WebRequest): unknown {
  return isRecord(body) ? body['task'] : undefined;
}

function idsIn(value: unknown): readonly string[] {
  return [value].flat().filter(isUuid).slice(0, MOST);
}

function ownersFrom(colleagues: readonly { readonly id: string; readonly name: string }[]): readonly object[] {
  return [{ value: 'team', text: 'The team: nobody in particular' }, ...colleagues.map(({ id, name }) => ({ value: id, text: name }))];
}
