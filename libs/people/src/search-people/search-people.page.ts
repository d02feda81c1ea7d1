import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { force, may, type Viewer } from '#access';
import { CurrentViewer, May } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import { address, FormView, newForm, type Page, page, Problem, readForm, readJson, type Redirect, redirect, type WebRequest } from '#pages';
import { wrongLetterOfWhole } from '../domain/identifiers.js';
import { formalName, spokenName } from '../domain/names.js';
import { KeptSearches } from './kept-searches.query.js';
import { dayBeforeMonth, SearchFields, SearchRequest, swapped, termsIn } from './search-people.dto.js';
import { type Answered, type AnsweredHit, LoggedSearch } from './logged-search.js';
import { numberTyped, type SearchTerms, target } from './terms.js';

export const nothingAsked = 'Enter a name, a number or a date of birth';

/** Looking for a perpetrator. What is looked for is written to the access log before anything is found, and never stands in an address. */
@ApiTags('people')
@Controller()
@May('search-people')
export class SearchPeoplePage {
  constructor(
    private readonly search: LoggedSearch,
    private readonly kept: KeptSearches,
    private readonly clock: Clock,
  ) {}

  @Get('search')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Query('aim') aim?: unknown): Page {
    return shown(viewer, newForm(), aim);
  }

  @Post('search')
  @ApiExcludeEndpoint()
  async submit(@CurrentViewer() viewer: Viewer, @Body() body: unknown, @Query('aim') aim?: unknown): Promise<Page | Redirect> {
    const { isSwapped, asMeant } = dayBeforeMonth(body);
    const reading = readForm(SearchFields, asMeant);
    if (!reading.ok) return shown(viewer, new FormView(reading.values, reading.errors), aim, 400);
    const terms = termsIn(reading.value);
    if (!target(terms, this.today())) {
      return shown(viewer, new FormView(reading.values, [{ field: 'name', href: '#name', text: nothingAsked }]), aim, 400);
    }
    const to = address(`/search/${await this.kept.keep(viewer, terms)}`, { aim: aimOf(viewer, aim) });
    return isSwapped ? redirect(to, { flash: { kind: 'information', text: swapped } }) : redirect(to);
  }

  @Get('search/:searchId')
  @ApiExcludeEndpoint()
  async results(
    @CurrentViewer() viewer: Viewer,
    @Param('searchId') searchId: string,
    @Req() request: WebRequest,
    @Query('after') after?: unknown,
    @Query('aim') aim?: unknown,
  ): Promise<Page | Redirect> {
    const terms = await this.kept.open(viewer, searchId);
    if (!terms)
      return redirect('/search', { flash: { kind: 'information', text: 'The results of that search are no longer kept. Search again' } });
    const found = await this.search.find(viewer, terms, request, after);
    const { name, identifier, dateOfBirth } = terms;
    return shown(
      viewer,
      newForm({ name: name ?? undefined, identifier: identifier ?? undefined, dateOfBirth: dateOfBirth ?? undefined }),
      aim,
      200,
      {
        ...found,
        advice: adviceOn(terms),
        wrongLetter: wrongLetterOfWhole(numberTyped(terms) ?? ''),
        items: found.items.map(asShown),
        first: after === undefined,
        nextHref: found.next ? address(`/search/${searchId}`, { after: found.next, aim: aimOf(viewer, aim) }) : null,
        startHref: address(`/search/${searchId}`, { aim: aimOf(viewer, aim) }),
      },
    );
  }

  @Post('api/v1/perpetrators/search')
  @HttpCode(200)
  @ApiOperation({ summary: 'Search perpetrators by name or alias, number or date of birth. Terms are logged, sealed.' })
  @ApiBody({ type: SearchRequest })
  async answer(@CurrentViewer() viewer: Viewer, @Req() request: WebRequest): Promise<Answered> {
    const reading = readJson(SearchRequest, request.body);
    if (!reading.ok) throw Problem.input(reading.errors);
    const terms = termsIn(reading.value);
    if (!target(terms, this.today())) throw Problem.input([{ field: '', href: '', text: nothingAsked }]);
    return this.search.find(viewer, terms, request, reading.value.after);
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}

/** What somebody looks for a person for, where the hits lead to it: an application. Null for everything else, and for who may not begin one. */
function aimOf(viewer: Viewer, aim: unknown): 'application' | null {
  return aim === 'application' && may(viewer, 'record-application') ? aim : null;
}

function shown(viewer: Viewer, form: FormView, aim: unknown, status = 200, results?: object): Page {
  const title = results ? 'Search results' : 'Search for a perpetrator';
  const data = { form, results, title, aim: aimOf(viewer, aim), mayRecord: may(viewer, 'record-person') };
  return page('people/search-people/search-people.page.njk', data, { status });
}

/** What to add when too many are alike. */
function adviceOn({ name, dateOfBirth }: SearchTerms): string {
  if (dateOfBirth === null) return 'Add a date of birth, even one that is not sure, or a number.';
  return name === null ? 'Add a name, even in part.' : 'All whose date of birth fits come first. Add another name or a number.';
}

/** A hit as the lists of hits show it. */
export function asShown({
  perpetratorId,
  name,
  dateOfBirth,
  aliases,
  photograph,
  force: cjs,
  why,
  onePersonWith,
  waiting,
  ...orders
}: AnsweredHit): object {
  return {
    href: `/perpetrators/${perpetratorId}`,
    name: formalName(name),
    spoken: spokenName(name),
    dateOfBirth,
    aliases: aliases.map(spokenName),
    force: forceName(cjs),
    photograph,
    ordersInForce: orders.ordersInForce,
    together: orders.ordersInForceTogether,
    sameAs: onePersonWith.map((other) => ({
      href: `/perpetrators/${other.perpetratorId}`,
      text: `${spokenName(other.name)} (${forceName(other.force)})`,
    })),
    waiting,
    why: why
      .map(({ text, by }, place) => (place > 0 && by === 'date-of-birth' ? text.slice(0, 1).toLowerCase() + text.slice(1) : text))
      .join('; '),
  };
}

function forceName(cjs: string): string {
  return force(cjs)?.name ?? cjs;
}
