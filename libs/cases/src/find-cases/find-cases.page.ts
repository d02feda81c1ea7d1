import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { forces, type Viewer } from '#access';
import { CurrentViewer, May, Shown, ShownRecords, Watched } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import { type Listing, nextAddress, page, type Page } from '#pages';
import { Asks } from '#pages/module';
import { formalName } from '#people';
import { PerpetratorRecords } from '#people/module';
import { type CaseLine, CaseRecords } from '../case-record/case-records.query.js';
import { caseInWords } from '../case-record/case-view.js';
import { gradeTags, standingTags } from '../case-record/words.js';
import { offenceInWords, offences } from '../domain/offences.js';
import { considerationStanding, standingClassifications, standingIncidents } from '../domain/standing.js';
import { type CaseFilter, caseFilter, CasesAsked } from './case-filter.js';

type QueryString = Readonly<Record<string, unknown>>;

/** Cases by what they are classified as, principal or not, by risk and by whether an order was considered. */
@ApiTags('cases')
@Controller()
@May('view-case')
export class FindCasesPage {
  constructor(
    private readonly records: CaseRecords,
    private readonly perpetrators: PerpetratorRecords,
    private readonly clock: Clock,
  ) {}

  @Get('cases')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'cases' })
  async show(@CurrentViewer() viewer: Viewer, @Query() query: QueryString, @Shown() shown: ShownRecords): Promise<Page> {
    const { filter, found, lines } = await this.find(viewer, query, shown);
    const item = (value: string, text: string, chosen: string | null) => ({ value, text, selected: value === (chosen ?? '') });
    return page('cases/find-cases/find-cases.page.njk', {
      title: 'Cases',
      lines,
      next: nextAddress('/cases', asInAddress(filter), found),
      forceItems: [item('any', 'Any force', filter.force ?? 'any'), ...forces.map(({ cjs, name }) => item(cjs, name, filter.force))],
      offenceItems: [
        item('', 'Any offence', filter.offence),
        ...choosable(filter).map((code) => item(code, offenceInWords(code), filter.offence)),
      ],
      gradeItems: [item('', 'Any', filter.grade), ...Object.entries(gradeTags).map(([grade, { text }]) => item(grade, text, filter.grade))],
      consideredItems: [
        item('', 'Any', filter.considered),
        item('open', 'Not considered, or to be looked at again', filter.considered),
        item('yes', 'To be sought', filter.considered),
        item('no', 'Considered, not sought', filter.considered),
        item('deferred', 'To look again', filter.considered),
      ],
    });
  }

  @Get('api/v1/cases')
  @ApiOperation({ summary: 'Cases by offence, risk and consideration, newest first' })
  @Asks(CasesAsked)
  @Watched({ kind: 'cases' })
  async answer(@CurrentViewer() viewer: Viewer, @Query() query: QueryString, @Shown() shown: ShownRecords) {
    const { filter, found, lines } = await this.find(viewer, query, shown);
    return { items: lines, next: nextAddress('/api/v1/cases', asInAddress(filter), found) };
  }

  private async find(viewer: Viewer, query: QueryString, shown: ShownRecords) {
    const filter = caseFilter(query, viewer.force);
    const today = londonDate(this.clock.now());
    const after = typeof query['after'] === 'string' ? query['after'] : null;
    const found = await this.records.find(viewer, filter, today, after);
    shown.add(found.items.map(({ perpetratorId }) => perpetratorId));
    return { filter, found, lines: await this.lines(viewer, found, today) };
  }

  private async lines(viewer: Viewer, { items }: Listing<CaseLine>, today: string) {
    const people = await this.perpetrators.byIds(viewer, [...new Set(items.map(({ perpetratorId }) => perpetratorId))]);
    const names = new Map(
      people.map((record) => [
        record.perpetratorId,
        record.is === 'recorded' && record.identity.value ? formalName(record.identity.value.name) : 'Personal data erased',
      ]),
    );
    return items.map(({ id, perpetratorId, force, openedOn, grade, doc }) => ({
      id,
      perpetratorId,
      person: names.get(perpetratorId) ?? '',
      words: caseInWords({ openedOn }),
      openedOn,
      force: forces.find(({ cjs }) => cjs === force)?.name ?? `Force ${force}`,
      incidents: standingIncidents(doc).length,
      grade: { is: grade, ...gradeTags[grade ?? 'none'] },
      considered: { is: considerationStanding(doc, today), ...standingTags[considerationStanding(doc, today)] },
      offences: [...new Set(standingClassifications(doc).map(({ offenceCode }) => offenceCode))].map((code) => ({
        code,
        text: offenceInWords(code),
      })),
    }));
  }
}

/** The offences of the list, and the one asked for where it is another. */
function choosable({ offence }: CaseFilter): string[] {
  const known = offences.map(({ code }) => code);
  return offence === null || known.includes(offence) ? known : [...known, offence];
}

function asInAddress({ force, ...rest }: CaseFilter): Record<string, unknown> {
  return { force: force ?? 'any', ...rest };
}
