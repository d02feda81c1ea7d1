import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { force as forceOf, forces, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import { address, type Listing, page, type Page } from '#pages';
import type { PersonName } from '#people';
import type { About, Due } from '../domain/task.js';
import { GetWork, type PersonWork } from './work-list.query.js';
import { daysLeftWords, readWorkFilter, type Section, sectionNames, SECTIONS } from './work-list.js';

type QueryString = Readonly<Record<string, unknown>>;

/** People in the beginning of each section, and on a page of one section. */
const BEGINNING = 10;
const PAGE = 25;

/** Where the legal team and officers start: what will I miss? */
@Controller()
export class WorkListPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  @Get('work')
  @May('view-work')
  @Watched({ kind: 'work list' })
  async show(@CurrentViewer() viewer: Viewer, @Query() query: QueryString): Promise<Page> {
    const { force, sections } = await this.ask(viewer, query);
    const base = { force: force ?? 'all' };
    const only = sections.length === 1;
    return page('deadlines/work-list/work-list.page.njk', {
      title: 'Work',
      only,
      all: address('/work', base),
      forceName: force === null ? 'all forces' : nameOf(force),
      forceItems: [
        { value: 'all', text: 'All forces', selected: force === null },
        ...forces.map(({ cjs, name }) => ({ value: cjs, text: name, selected: cjs === force })),
      ],
      sections: sections.map(({ section, work }) => ({
        key: section,
        title: sectionNames[section],
        people: work.items.map((person) => ({
          ...person,
          words: nameWords(person.name),
          forceName: nameOf(person.force),
          due: person.due.map(line),
        })),
        more: work.next === null ? null : address('/work', { ...base, when: section, after: only ? work.next : '' }),
      })),
    });
  }

  @Get('api/v1/work')
  @May('view-work')
  @Watched({ kind: 'work list' })
  async answer(@CurrentViewer() viewer: Viewer, @Query() query: QueryString): Promise<object> {
    const { force, sections } = await this.ask(viewer, query);
    return { force, ...Object.fromEntries(sections.map(({ section, work }) => [section, work])) };
  }

  private async ask(
    viewer: Viewer,
    query: QueryString,
  ): Promise<{ force: string | null; sections: { section: Section; work: Listing<PersonWork> }[] }> {
    const today = londonDate(this.clock.now());
    const { force, section } = readWorkFilter(query, viewer.force);
    const after = typeof query['after'] === 'string' ? query['after'] : null;
    const asked = section === null ? SECTIONS : [section];
    const sections = await Promise.all(
      asked.map(async (one) => {
        const size = section === null ? BEGINNING : PAGE;
        return {
          section: one,
          work: await this.queries.execute(new GetWork(viewer, force, one, today, size, section === null ? null : after)),
        };
      }),
    );
    return { force, sections };
  }
}

function line(due: Due): object {
  const { words, why, dueBy, daysLeft, state, urgent, about } = due;
  return {
    words,
    why,
    dueBy,
    left: daysLeft === null ? '' : daysLeftWords(daysLeft),
    overdue: state === 'overdue',
    urgent,
    href: hrefOf(about),
  };
}

function hrefOf({ breachId, orderId, applicationId, perpetratorId }: About): string {
  if (breachId !== undefined) return `/breaches/${breachId}`;
  if (orderId !== undefined) return `/orders/${orderId}`;
  return applicationId === undefined ? `/perpetrators/${perpetratorId}` : `/applications/${applicationId}`;
}

function nameWords(name: PersonName | null): string {
  return name === null ? 'Name erased' : `${name.family.toUpperCase()}, ${name.given}`;
}

function nameOf(code: string): string {
  return forceOf(code)?.name ?? code;
}
