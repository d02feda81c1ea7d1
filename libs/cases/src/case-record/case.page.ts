import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { nextAddress, page, type Page } from '#pages';
import { Asks, PartAsked } from '#pages/module';
import { Links } from '#people/module';
import { ApplicationsBegun } from './applications-begun.js';
import { CaseRecords } from './case-records.query.js';
import { type CaseView, caseInWords } from './case-view.js';
import { ReadCase } from './read-case.query.js';

/** One case: whether an order was considered, what happened, the risk, and how it stands. */
@ApiTags('cases')
@Controller()
@May('view-case')
export class CasePage {
  constructor(
    private readonly cases: ReadCase,
    private readonly records: CaseRecords,
    private readonly links: Links,
    private readonly begun: ApplicationsBegun,
  ) {}

  @Get('cases/:id')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    const found = await this.cases.view(viewer, id);
    const mayRecord = may(viewer, 'record-case') && found.force.cjs === viewer.force;
    const begun = found.force.cjs === viewer.force ? await this.begun.from(viewer, { caseId: id, perpetratorId: found.perpetratorId }) : [];
    return page('cases/case-record/case.page.njk', {
      title: caseInWords(found),
      case: found,
      person: await this.cases.person(viewer, found.perpetratorId),
      mayRecord,
      begun,
      mayApply: may(viewer, 'record-application') && begun.every(({ isOver }) => isOver),
      mayAttach: may(viewer, 'view-exhibit'),
      back: { href: `/perpetrators/${found.perpetratorId}`, text: 'Back to the person' },
    });
  }

  @Get('api/v1/cases/:id')
  @ApiOperation({ summary: 'A case with its incidents, classifications, assessments and considerations' })
  @Watched({ kind: 'case', param: 'id' })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<CaseView> {
    return this.cases.view(viewer, id);
  }

  /** Newest first, of all records linked as one person; `next` is the address of the part after this one, null at the end. */
  @Get('api/v1/perpetrators/:id/cases')
  @ApiOperation({ summary: 'The cases about a perpetrator, newest first' })
  @Asks(PartAsked)
  @Watched({ kind: 'perpetrator', param: 'id' })
  async list(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query('after') after?: unknown) {
    await this.cases.person(viewer, id);
    const ids = await this.links.onePerson(viewer, id);
    const found = await this.records.ofPerpetrators(viewer, ids, typeof after === 'string' ? after : null);
    return {
      items: found.items.map(({ id: caseId, force, openedOn, recordedAt, considered, lookAgainOn, grade, outcome, offenceCodes, doc }) => ({
        id: caseId,
        force,
        openedOn,
        recordedAt,
        considered,
        lookAgainOn,
        grade,
        outcome,
        incidents: doc.incidents
          .filter(({ inError }) => inError === null)
          .map(({ incidentId, occurred, reportedAt, conduct }) => ({ incidentId, occurred, reportedAt, conduct })),
        offenceCodes,
      })),
      next: nextAddress(`/api/v1/perpetrators/${id}/cases`, {}, found),
    };
  }
}
