import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type CaseAction, CaseActions, idIn, namedBy } from '../case-record/case-actions.page.js';
import { StrikeIncident } from './strike-incident.command.js';
import { StrikeIncidentDto } from './strike-incident.dto.js';

const action: CaseAction<StrikeIncidentDto> = {
  title: 'Say that an incident was recorded in error',
  template: 'cases/strike-incident/strike-incident.page.njk',
  dto: StrikeIncidentDto,
  command: (caseId, { reason }, act, at) => new StrikeIncident(caseId, { incidentId: idIn(at['incidentId']), reason }, act),
  done: 'It counts no more. It can still be read.',
  data: ({ incidents }, at) => ({ incident: namedBy(incidents, ({ incidentId }) => incidentId === at['incidentId']) }),
};

@ApiTags('cases')
@Controller()
@May('record-case')
export class StrikeIncidentPage {
  constructor(private readonly actions: CaseActions) {}

  @Get('cases/:id/incidents/:incidentId/error')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.actions.show(action, { viewer, id, request });
  }

  @Post('cases/:id/incidents/:incidentId/error')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(action, { viewer, id, request });
  }

  @Post('api/v1/cases/:id/incidents/:incidentId/error')
  @ApiOperation({ summary: 'Say that an incident was recorded in error' })
  @ApiBody({ type: StrikeIncidentDto })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(action, { viewer, id, request });
  }
}
