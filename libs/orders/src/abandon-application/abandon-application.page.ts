import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { DraftContext } from '../drafted-application/draft-contexts.js';
import { DraftForms } from '../drafted-application/draft-forms.js';
import { abandonReasons } from '../drafted-application/draft-words.js';
import { choicesOf } from '../forms-about/choices.js';
import type { RecordForm } from '../forms-about/record-forms.js';
import { draftWords } from '../write-application/write-section.words.js';
import { AbandonApplication } from './abandon-application.command.js';
import { AbandonApplicationDto } from './abandon-application.dto.js';

const form: RecordForm<DraftContext, AbandonApplicationDto> = {
  template: 'orders/abandon-application/abandon-application.page.njk',
  title: 'Give up this application',
  dto: AbandonApplicationDto,
  words: draftWords,
  command: ({ draft, viewer }, details, act) => new AbandonApplication(draft.applicationId, details.asDetails(), viewer.role, act),
  done: 'The application is given up. What was drafted stays on record',
  data: () => ({ reasons: choicesOf(abandonReasons) }),
};

@Controller()
@ApiTags('applications')
@May('record-application')
export class AbandonApplicationPage {
  constructor(private readonly forms: DraftForms) {}

  @ApiExcludeEndpoint()
  @Get('drafts/:id/abandon')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('drafts/:id/abandon')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Give up an application in preparation' })
  @ApiBody({ type: AbandonApplicationDto })
  @Post('api/v1/drafts/:id/abandon')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
