import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { choices, evidenceWords } from '../breach-record/words.js';
import { ReferenceEvidence } from './reference-evidence.command.js';
import { ReferenceEvidenceDetails } from './reference-evidence.dto.js';

const action: BreachAction<ReferenceEvidenceDetails> = {
  title: 'Refer to evidence',
  template: 'breaches/reference-evidence/reference-evidence.page.njk',
  dto: ReferenceEvidenceDetails,
  command: (breachId, { kind, reference }, act) => new ReferenceEvidence(breachId, { kind, reference }, act),
  done: 'The evidence is recorded.',
  data: () => ({ kinds: choices(evidenceWords) }),
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class ReferenceEvidencePage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/evidence')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query('kind') kind?: unknown): Promise<Page> {
    return this.actions.show(viewer, id, action, typeof kind === 'string' && Object.hasOwn(evidenceWords, kind) ? { kind } : {});
  }

  @Post('breaches/:id/evidence')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/evidence')
  @ApiOperation({ summary: 'Refer to evidence' })
  @ApiBody({ type: ReferenceEvidenceDetails })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}
