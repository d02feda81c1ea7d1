import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { filedNotice } from '../domain/application-draft/hearsay-notice.js';
import type { FiledApplication } from '../domain/application.js';
import { ApplicationForms } from '../forms-about/application-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { ServeHearsay } from './serve-hearsay.command.js';
import { ServeHearsayDto, serveHearsayWords } from './serve-hearsay.dto.js';

const form: RecordForm<FiledApplication, ServeHearsayDto> = {
  template: 'orders/serve-hearsay/serve-hearsay.page.njk',
  title: 'Record that the hearsay notice was served',
  dto: ServeHearsayDto,
  words: serveHearsayWords,
  command: ({ applicationId }, details, act) => new ServeHearsay(applicationId, details.asDetails(), act),
  allowed: byItsOwnForce,
  data: (application) => ({ notice: filedNotice(application) }),
  done: 'It is recorded that the notice was served',
};

@Controller()
@ApiTags('applications')
@May('record-application')
export class ServeHearsayPage {
  constructor(private readonly forms: ApplicationForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/hearsay-served')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/hearsay-served')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that notice of the hearsay in an application was served' })
  @ApiBody({ type: ServeHearsayDto })
  @Post('api/v1/applications/:id/hearsay-served')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
