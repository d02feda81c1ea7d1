import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type CaseAction, CaseActions } from '../case-record/case-actions.page.js';
import { channelWords, choices, conductWords, reporterWords } from '../case-record/words.js';
import { newIncidentId, RecordIncident } from './record-incident.command.js';
import { RecordIncidentDto } from './record-incident.dto.js';

const action: CaseAction<RecordIncidentDto> = {
  title: 'Record an incident',
  template: 'cases/record-incident/record-incident.page.njk',
  dto: RecordIncidentDto,
  command: (caseId, details, act) => new RecordIncident(caseId, details.asDetails(act.at), act),
  makes: (act) => newIncidentId(act.commandId),
  done: 'The incident is recorded.',
  starts: ({ people }) => ({ on: undefined, ...(people.length === 1 ? { protectedPersonIds: people.map(({ id }) => id) } : {}) }),
  data: () => ({ conducts: choices(conductWords), channels: choices(channelWords), reporters: choices(reporterWords) }),
};

@ApiTags('cases')
@Controller()
@May('record-case')
export class RecordIncidentPage {
  constructor(private readonly actions: CaseActions) {}

  @Get('cases/:id/incidents/new')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.actions.show(action, { viewer, id, request });
  }

  @Post('cases/:id/incidents/new')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(action, { viewer, id, request });
  }

  @Post('api/v1/cases/:id/incidents')
  @ApiOperation({ summary: 'Record an incident' })
  @ApiBody({ type: RecordIncidentDto })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(action, { viewer, id, request });
  }
}
