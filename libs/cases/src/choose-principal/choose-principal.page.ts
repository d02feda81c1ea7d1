import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type CaseAction, CaseActions, idIn, namedBy } from '../case-record/case-actions.page.js';
import type { CaseView } from '../case-record/case-view.js';
import { ChoosePrincipal } from './choose-principal.command.js';
import { ChoosePrincipalDto } from './choose-principal.dto.js';

const action: CaseAction<ChoosePrincipalDto> = {
  title: 'Make this the principal offence',
  template: 'cases/choose-principal/choose-principal.page.njk',
  dto: ChoosePrincipalDto,
  command: (caseId, { on }, act, at) => new ChoosePrincipal(caseId, { classificationId: idIn(at['classificationId']), on }, act),
  done: 'It is the principal crime of the case. The others stay recorded beside it.',
  data: (about, at) => ({
    former: about.principal,
    classification: namedBy(allOf(about), ({ classificationId }) => classificationId === at['classificationId']),
  }),
};

@ApiTags('cases')
@Controller()
@May('record-case')
export class ChoosePrincipalPage {
  constructor(private readonly actions: CaseActions) {}

  @Get('cases/:id/classifications/:classificationId/principal')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.actions.show(action, { viewer, id, request });
  }

  @Post('cases/:id/classifications/:classificationId/principal')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(action, { viewer, id, request });
  }

  @Post('api/v1/cases/:id/classifications/:classificationId/principal')
  @ApiOperation({ summary: 'Make this the principal offence' })
  @ApiBody({ type: ChoosePrincipalDto })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(action, { viewer, id, request });
  }
}

function allOf({ classifications, incidents }: CaseView): CaseView['classifications'] {
  return [...classifications, ...incidents.flatMap((incident) => incident.classifications)];
}
