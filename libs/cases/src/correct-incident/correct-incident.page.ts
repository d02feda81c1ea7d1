import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { londonTime } from '#calendar';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type CaseAction, CaseActions, idIn, namedBy } from '../case-record/case-actions.page.js';
import { choices, conductWords } from '../case-record/words.js';
import { CorrectIncident } from './correct-incident.command.js';
import { CorrectIncidentDto } from './correct-incident.dto.js';

const action: CaseAction<CorrectIncidentDto> = {
  title: 'Correct an incident',
  template: 'cases/correct-incident/correct-incident.page.njk',
  dto: CorrectIncidentDto,
  command: (caseId, details, act, at) => new CorrectIncident(caseId, details.asCorrection(idIn(at['incidentId'])), act),
  done: 'The correction is recorded. What was recorded first stays on the history.',
  starts: ({ incidents }, at) => {
    const { occurred, conduct } = namedBy(incidents, ({ incidentId }) => incidentId === at['incidentId']);
    return {
      on: occurred.on,
      time: occurred.at === null ? undefined : londonTime(occurred.at),
      until: occurred.until === occurred.on ? undefined : occurred.until,
      conduct: conduct.map(({ is }) => is),
    };
  },
  data: ({ incidents }, at) => ({
    incident: namedBy(incidents, ({ incidentId }) => incidentId === at['incidentId']),
    conducts: choices(conductWords),
  }),
};

@ApiTags('cases')
@Controller()
@May('record-case')
export class CorrectIncidentPage {
  constructor(private readonly actions: CaseActions) {}

  @Get('cases/:id/incidents/:incidentId/correct')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.actions.show(action, { viewer, id, request });
  }

  @Post('cases/:id/incidents/:incidentId/correct')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(action, { viewer, id, request });
  }

  @Post('api/v1/cases/:id/incidents/:incidentId/corrections')
  @ApiOperation({ summary: 'Correct an incident' })
  @ApiBody({ type: CorrectIncidentDto })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(action, { viewer, id, request });
  }
}
