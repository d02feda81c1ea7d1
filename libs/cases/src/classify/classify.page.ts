import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type CaseAction, CaseActions } from '../case-record/case-actions.page.js';
import { offences } from '../domain/offences.js';
import { Classify, newClassificationId } from './classify.command.js';
import { ClassifyDto } from './classify.dto.js';

const action: CaseAction<ClassifyDto> = {
  title: 'Classify as an offence',
  template: 'cases/classify/classify.page.njk',
  dto: ClassifyDto,
  command: (caseId, details, act) => new Classify(caseId, details.asDetails(), act),
  makes: (act) => newClassificationId(act.commandId),
  done: 'The classification is recorded beside the others.',
  starts: (_, at) => ({ incidentId: at['incident'], principal: 'no' }),
  data: ({ incidents, principal }) => ({
    principal,
    offences: offences.map(({ code, title, law }) => ({ value: code, text: title, hint: `${law}, ${code}` })),
    incidents: incidents
      .filter(({ inError }) => inError === null)
      .map(({ incidentId, number, what, occurred }) => ({ value: incidentId, text: `Incident ${number}: ${what}, ${occurred.words}` })),
  }),
};

@ApiTags('cases')
@Controller()
@May('record-case')
export class ClassifyPage {
  constructor(private readonly actions: CaseActions) {}

  @Get('cases/:id/classifications/new')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.actions.show(action, { viewer, id, request });
  }

  @Post('cases/:id/classifications/new')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(action, { viewer, id, request });
  }

  @Post('api/v1/cases/:id/classifications')
  @ApiOperation({ summary: 'Classify as an offence' })
  @ApiBody({ type: ClassifyDto })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(action, { viewer, id, request });
  }
}
