import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { PerpetratorRecord } from '#people';
import { choicesOf } from '../forms-about/choices.js';
import { FileApplication, newApplicationId } from './file-application.command.js';
import { areaBases, FileApplicationDto, fileApplicationWords } from './file-application.dto.js';
import { PerpetratorForms } from '../forms-about/perpetrator-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<PerpetratorRecord, FileApplicationDto> = {
  template: 'orders/file-application/file-application.page.njk',
  title: 'Record a filed application for a stalking protection order',
  dto: FileApplicationDto,
  words: fileApplicationWords,
  command: ({ perpetratorId }, details, act) => new FileApplication(perpetratorId, details.asDetails(), act),
  against: ({ perpetratorId }) => perpetratorId,
  makes: (act) => newApplicationId(act.commandId),
  to: (_, act) => `/applications/${newApplicationId(act.commandId)}`,
  done: 'The application is recorded',
  data: ({ identity }) => ({ bases: choicesOf(areaBases), isBornKnown: Boolean(identity.value?.dateOfBirth) }),
};

@Controller()
@ApiTags('applications')
@May('record-application')
export class FileApplicationPage {
  constructor(private readonly forms: PerpetratorForms) {}

  @ApiExcludeEndpoint()
  @Get('perpetrators/:id/applications/new')
  @Watched({ kind: 'perpetrator', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('perpetrators/:id/applications/new')
  @Watched({ kind: 'perpetrator', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'File an application for a stalking protection order' })
  @ApiBody({ type: FileApplicationDto })
  @Post('api/v1/perpetrators/:id/applications')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
