import { Body, Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import {
  address,
  FormView,
  newForm,
  type Page,
  page,
  readForm,
  type Recorded,
  redirect,
  type Redirect,
  Submissions,
  TextField,
  type WebRequest,
} from '#pages';
import { pairId, pairOf } from '../domain/links.js';
import { LinkRecords } from '../link-records/link-records.command.js';
import { comparedView } from '../link-record/link.view.js';
import { Links, type RecordPair } from '../link-record/links.query.js';
import { type PersonHeading, PersonHeadings } from '../perpetrator-record/person-heading.view.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { KeptSearches } from '../search-people/kept-searches.query.js';
import { LoggedSearch } from '../search-people/logged-search.js';
import { asShown, nothingAsked } from '../search-people/search-people.page.js';
import { SearchFields, termsIn } from '../search-people/search-people.dto.js';
import { target } from '../search-people/terms.js';

export class LinkUnoffered {
  @TextField('why these are one person', { max: 500 })
  reason: string;
}

/** Somebody knows that two records are of one person which were never alike enough to be offered: finds the other, compares, links. */
@ApiTags('people')
@Controller()
@May('link-records')
@Watched({ kind: 'perpetrator', param: 'id' })
export class LinkUnofferedPage {
  constructor(
    private readonly people: PersonHeadings,
    private readonly links: Links,
    private readonly kept: KeptSearches,
    private readonly search: LoggedSearch,
    private readonly submissions: Submissions,
    private readonly clock: Clock,
  ) {}

  @Get('perpetrators/:id/link')
  @ApiExcludeEndpoint()
  async ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return searching(await this.people.of(viewer, id), newForm());
  }

  @Post('perpetrators/:id/link')
  @ApiExcludeEndpoint()
  async look(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const person = await this.people.of(viewer, id);
    const reading = readForm(SearchFields, body);
    if (!reading.ok) return searching(person, new FormView(reading.values, reading.errors), 400);
    const terms = termsIn(reading.value);
    if (!target(terms, londonDate(this.clock.now())))
      return searching(person, new FormView(reading.values, [{ field: 'name', href: '#name', text: nothingAsked }]), 400);
    return redirect(`/perpetrators/${id}/link/found/${await this.kept.keep(viewer, terms)}`);
  }

  @Get('perpetrators/:id/link/found/:searchId')
  @ApiExcludeEndpoint()
  async found(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('searchId') searchId: string,
    @Req() request: WebRequest,
    @Query('after') after?: unknown,
  ): Promise<Page | Redirect> {
    const person = await this.people.of(viewer, id);
    const terms = await this.kept.open(viewer, searchId);
    if (!terms) return redirect(`/perpetrators/${id}/link`);
    const { items, next } = await this.search.find(viewer, terms, request, after);
    const { name, identifier, dateOfBirth } = terms;
    const form = newForm({ name: name ?? undefined, identifier: identifier ?? undefined, dateOfBirth: dateOfBirth ?? undefined });
    return searching(person, form, 200, {
      hits: items
        .filter(({ perpetratorId }) => perpetratorId !== id)
        .map((hit) => ({ ...asShown(hit), href: `/perpetrators/${id}/link/${hit.perpetratorId}` })),
      next: next === null ? null : address(`/perpetrators/${id}/link/found/${searchId}`, { after: next }),
    });
  }

  @Get('perpetrators/:id/link/:otherId')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'perpetrator', param: 'otherId' })
  compare(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Param('otherId') otherId: string): Promise<Page | Redirect> {
    return this.comparison(viewer, id, otherId, newForm());
  }

  @Post('perpetrators/:id/link/:otherId')
  @ApiExcludeEndpoint()
  async link(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('otherId') otherId: string,
    @Req() request: WebRequest,
  ): Promise<Page | Redirect> {
    await this.pair(viewer, id, otherId);
    const pair = pairOf(id, otherId);
    return this.submissions.form({
      request,
      dto: LinkUnoffered,
      command: ({ reason }, act) => new LinkRecords(pair, act, reason),
      words: refusals,
      show: async (form) => compared(await this.pair(viewer, id, otherId), id, form),
      to: () => `/links/${pairId(pair)}`,
      done: 'The two records are linked: one person',
    });
  }

  @Post('api/v1/perpetrators/:id/links/:otherId')
  @ApiOperation({ summary: 'Decide that two records, offered or not, are of one person' })
  @ApiBody({ type: LinkUnoffered })
  async linkByApi(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('otherId') otherId: string,
    @Req() request: WebRequest,
  ): Promise<Recorded> {
    await this.pair(viewer, id, otherId);
    const pair = pairOf(id, otherId);
    return this.submissions.api({
      request,
      dto: LinkUnoffered,
      command: ({ reason }, act) => new LinkRecords(pair, act, reason),
      words: refusals,
      id: () => pairId(pair),
    });
  }

  private async pair(viewer: Viewer, id: string, otherId: string): Promise<RecordPair> {
    const pair = id === otherId ? null : await this.links.pairOf(viewer, pairOf(id, otherId));
    if (!pair) throw new NotFoundException();
    return pair;
  }

  /** A pair that somebody was asked about before has a page of its own. */
  private async comparison(viewer: Viewer, id: string, otherId: string, form: FormView): Promise<Page | Redirect> {
    const pair = await this.pair(viewer, id, otherId);
    return pair.link ? redirect(`/links/${pair.link.id}`) : compared(pair, id, form);
  }
}

function searching(person: PersonHeading, form: FormView, status = 200, results?: object): Page {
  const data = { form, person, results, title: 'Link to a second record', back: { href: `/perpetrators/${person.id}` } };
  return page('people/link-unoffered/find-other.page.njk', data, { status });
}

function compared({ records }: RecordPair, id: string, form: FormView): Page {
  const other = records.find(({ perpetratorId }) => perpetratorId !== id)?.perpetratorId;
  return page('people/link-unoffered/link-unoffered.page.njk', {
    form,
    pair: comparedView(records),
    action: `/perpetrators/${id}/link/${other}`,
    title: 'One person or two?',
    back: { href: `/perpetrators/${id}/link`, text: 'Search for another record' },
  });
}
