import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Redirect, WebRequest } from '#pages';
import { latestContact, youthContactsOf } from '../domain/youth/youth.js';
import { choicesOf } from '../forms-about/choices.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { contactTitles, whyNotTold } from '../youth-record/words.js';
import { type YouthAbout, YouthForms } from '../youth-record/youth-forms.js';
import { newYouthContactId, RecordYouthContact } from './record-youth-contact.command.js';
import { RecordYouthContactDto, recordYouthContactWords } from './record-youth-contact.dto.js';

const form: RecordForm<YouthAbout, RecordYouthContactDto> = {
  template: 'orders/record-youth-contact/record-youth-contact.page.njk',
  title: 'Record who was told of a respondent under 18',
  dto: RecordYouthContactDto,
  words: recordYouthContactWords,
  command: ({ applicationId }, details, act) => new RecordYouthContact(applicationId, details.asDetails(), act),
  makes: (act) => newYouthContactId(act.commandId),
  allowed: byItsOwnForce,
  filled: ({ record }, address) => {
    const of = youthContactsOf.find((one) => one === address['of']);
    // Whom to ask for stays the same until somebody says otherwise; that they were told is said anew.
    const reach = of && latestContact(record, of)?.contact?.value;
    return { of, ...reach };
  },
  data: () => ({ people: choicesOf(contactTitles), reasons: choicesOf(whyNotTold) }),
  done: 'It is recorded',
};

@Controller()
@ApiTags('applications')
@May('add-to-application')
export class RecordYouthContactPage {
  constructor(private readonly forms: YouthForms) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/under-18/contact')
  @Watched({ kind: 'application', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('applications/:id/under-18/contact')
  @Watched({ kind: 'application', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that the youth justice team, or a parent or guardian, was told of the application, or why not' })
  @ApiBody({ type: RecordYouthContactDto })
  @Post('api/v1/applications/:id/under-18/contacts')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
