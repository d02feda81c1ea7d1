import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { forces, type Viewer } from '#access';
import { CurrentViewer, May } from '#access/module';
import { type LocalDate, londonDate } from '#calendar';
import { Clock } from '#event-store';
import { address, csv, type Csv, page, type Page, redirect, type Redirect } from '#pages';
import { Asks } from '#pages/module';
import { UptakeAsked } from './asked.dto.js';
import { counted, knownWords } from './counted.js';
import { figureCsv } from './figures.csv.js';
import type { UptakeFigures } from './figures.js';
import { GetUptakeFigures } from './figures.query.js';
import { type FigureKey, figuresView } from './figures.view.js';
import { type Asked, inAddress, readFilter, refuseUnreadable } from './filter.js';

type QueryString = Readonly<Record<string, unknown>>;

interface Answered extends Asked {
  readonly figures: UptakeFigures;
}

/** The managers' first page: where are we failing people? */
@Controller()
@ApiTags('uptake')
export class UptakePage {
  constructor(
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('uptake')
  @May('view-uptake')
  async show(@CurrentViewer() viewer: Viewer, @Query() query: QueryString): Promise<Page> {
    const { figures, filter, problems } = await this.ask(viewer, query);
    return page('uptake/figures/figures.page.njk', {
      title: 'Uptake',
      problems,
      filter,
      view: figuresView(figures),
      restated: address('/uptake', inAddress({ ...filter, asKnownOn: null })),
      forceItems: [
        { value: '', text: 'All forces' },
        ...forces.map(({ cjs, name }) => ({ value: cjs, text: name, selected: cjs === filter.force })),
      ],
      asAtItems: dateItems('at', filter.asAt),
      asKnownOnItems: dateItems('asKnownOn', filter.asKnownOn),
    });
  }

  @ApiExcludeEndpoint()
  @Get('uptake/months.csv')
  @May('view-uptake')
  months(@CurrentViewer() viewer: Viewer, @Query() query: QueryString): Promise<Csv | Redirect> {
    return this.file(viewer, query, 'months');
  }

  @ApiExcludeEndpoint()
  @Get('uptake/forces.csv')
  @May('view-uptake')
  forces(@CurrentViewer() viewer: Viewer, @Query() query: QueryString): Promise<Csv | Redirect> {
    return this.file(viewer, query, 'forces');
  }

  @ApiExcludeEndpoint()
  @Get('uptake/standing.csv')
  @May('view-uptake')
  standing(@CurrentViewer() viewer: Viewer, @Query() query: QueryString): Promise<Csv | Redirect> {
    return this.file(viewer, query, 'standing');
  }

  @ApiExcludeEndpoint()
  @Get('uptake/breached.csv')
  @May('view-uptake')
  breached(@CurrentViewer() viewer: Viewer, @Query() query: QueryString): Promise<Csv | Redirect> {
    return this.file(viewer, query, 'breached');
  }

  /** Applications and orders by force and month, orders in force, not served and ending, and orders breached, each with how it is counted. */
  @ApiOperation({ summary: 'Where orders are used, where they are not, and which are breached' })
  @Get('api/v1/uptake')
  @Asks(UptakeAsked)
  @May('view-uptake')
  async answer(@CurrentViewer() viewer: Viewer, @Query() query: QueryString) {
    const { figures, problems } = await this.ask(viewer, query);
    refuseUnreadable(problems);
    return { ...figures, known: knownWords(figures.filter), counted: counted(figures.filter) };
  }

  private async file(viewer: Viewer, query: QueryString, key: FigureKey): Promise<Csv | Redirect> {
    const { figures, problems } = await this.ask(viewer, query);
    // A file says nothing about what was wrong with its address: the page does.
    if (problems.length > 0) return redirect(`/uptake?${asTyped(query)}`);
    const { asAt, asKnownOn } = figures.filter;
    return csv(`uptake-${key}-${asAt}${asKnownOn === null ? '' : `-as-known-on-${asKnownOn}`}.csv`, figureCsv(key, figures));
  }

  private async ask(viewer: Viewer, query: QueryString): Promise<Answered> {
    const asked = readFilter(query, londonDate(this.clock.now()));
    return { ...asked, figures: await this.queries.execute(new GetUptakeFigures(viewer, asked.filter)) };
  }
}

/** The address as it was typed; what is no single value is left out. */
function asTyped(query: QueryString): string {
  return new URLSearchParams(Object.entries(query).filter((part): part is [string, string] => typeof part[1] === 'string')).toString();
}

/** The inputs of a date, filled in with `day`. */
function dateItems(name: string, day: LocalDate | null): object[] {
  const [year, month, date] = day?.split('-').map(Number) ?? [];
  return [
    { id: `${name}-day`, name: `${name}-day`, label: 'Day', value: date, classes: 'govuk-input--width-2' },
    { id: `${name}-month`, name: `${name}-month`, label: 'Month', value: month, classes: 'govuk-input--width-2' },
    { id: `${name}-year`, name: `${name}-year`, label: 'Year', value: year, classes: 'govuk-input--width-4' },
  ];
}
