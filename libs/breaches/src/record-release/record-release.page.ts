import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import { choices, nfaWords, releaseWords, remandedByWords, remandWords } from '../breach-record/words.js';
import { RecordRelease } from './record-release.command.js';
import { RecordReleaseDetails } from './record-release.dto.js';

const action: BreachAction<RecordReleaseDetails> = {
  title: 'Record a release, bail or remand',
  template: 'breaches/record-release/record-release.page.njk',
  dto: RecordReleaseDetails,
  command: (breachId, { at, how, by, reason, note, recordIsWrong }, act) =>
    new RecordRelease(
      breachId,
      { at, how, by: by ?? null, reason: reason ?? null, note: note ?? null, recordIsWrong: recordIsWrong ?? false },
      act,
    ),
  done: 'It is recorded. The clock to tell the victims has started.',
  decides: ({ how }) => how === 'no-further-action',
  data: ({ force, status }, viewer) => ({
    isCharged: status.is === 'charged',
    bys: choices(remandedByWords),
    hows:
      status.is === 'charged'
        ? choices(remandWords)
        : choices(releaseWords).filter(({ value }) => value !== 'no-further-action' || force.cjs === viewer.force),
    reasons: choices(nfaWords),
  }),
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class RecordReleasePage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/release')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, action);
  }

  @Post('breaches/:id/release')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/release')
  @ApiOperation({ summary: 'Record a release; after a charge, on what bail, or that the person was remanded in custody' })
  @ApiBody({ type: RecordReleaseDetails })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}
