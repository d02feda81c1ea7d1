import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type CaseAction, CaseActions, idIn, namedBy } from '../case-record/case-actions.page.js';
import type { CaseView } from '../case-record/case-view.js';
import { CancelClassification } from './cancel-classification.command.js';
import { CancelClassificationDto } from './cancel-classification.dto.js';

const action: CaseAction<CancelClassificationDto> = {
  title: 'Cancel a classification',
  template: 'cases/cancel-classification/cancel-classification.page.njk',
  dto: CancelClassificationDto,
  command: (caseId, { on, reason }, act, at) =>
    new CancelClassification(caseId, { classificationId: idIn(at['classificationId']), on, reason }, act),
  done: 'The classification is cancelled. That it was held stays on the record.',
  data: (about, at) => ({ classification: namedBy(allOf(about), ({ classificationId }) => classificationId === at['classificationId']) }),
};

@ApiTags('cases')
@Controller()
@May('record-case')
export class CancelClassificationPage {
  constructor(private readonly actions: CaseActions) {}

  @Get('cases/:id/classifications/:classificationId/cancel')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.actions.show(action, { viewer, id, request });
  }

  @Post('cases/:id/classifications/:classificationId/cancel')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(action, { viewer, id, request });
  }

  @Post('api/v1/cases/:id/classifications/:classificationId/cancel')
  @ApiOperation({ summary: 'Cancel a classification' })
  @ApiBody({ type: CancelClassificationDto })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(action, { viewer, id, request });
  }
}

function allOf({ classifications, incidents }: CaseView): CaseView['classifications'] {
  return [...classifications, ...incidents.flatMap((incident) => incident.classifications)];
}
