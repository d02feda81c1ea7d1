import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { FiledApplication } from '../domain/application.js';
import { ApplicationForms } from '../forms-about/application-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { AcceptRefusal } from './accept-refusal.command.js';
import { AcceptRefusalDto, acceptRefusalWords } from './accept-refusal.dto.js';

const form: RecordForm<FiledApplication, AcceptRefusalDto> = {
  template: 'orders/accept-refusal/accept-refusal.page.njk',
  title: 'Record that the force does not appeal',
  dto: AcceptRefusalDto,
  words: acceptRefusalWords,
  command: ({ applicationId }, details, act) => new AcceptRefusal(applicationId, details.asDetails(), act),
  allowed: byItsOwnForce,
  done: 'It is recorded that the force does not appeal',
};

@Controller()
@ApiTags('applications')
@May('record-appeal')
export class AcceptRefusalPage {
  constructor(private readonly forms: ApplicationForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/no-appeal')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/no-appeal')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that the force does not appeal against the refusal' })
  @ApiBody({ type: AcceptRefusalDto })
  @Post('api/v1/applications/:id/no-appeal')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
