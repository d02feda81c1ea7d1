import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { formalName } from '../domain/names.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { ProtectedPeople } from '../protected-person-record/protected-people.query.js';
import { contactFields, ContactFields, contactIn } from '../record-protected-person/protected-person.dto.js';
import { ChangeSafeContact } from './change-safe-contact.command.js';

@ApiTags('people')
@Controller()
@May('record-protected-person')
@Watched({ kind: 'safe-contact', param: 'id' })
export class ChangeSafeContactPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: ProtectedPeople,
  ) {}

  @Get('protected-people/:id/contact/change')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post('protected-people/:id/contact/change')
  @ApiExcludeEndpoint()
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: ContactFields,
      command: (fields, act) => new ChangeSafeContact(id, contactIn(fields), act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: () => `/protected-people/${id}`,
      done: 'The contact is changed',
    });
  }

  @Post('api/v1/protected-people/:id/contact')
  @ApiOperation({ summary: 'Change how to reach a protected person safely' })
  @ApiBody({ type: ContactFields })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.record(viewer, id);
    return this.submissions.api({
      request,
      dto: ContactFields,
      command: (fields, act) => new ChangeSafeContact(id, contactIn(fields), act),
      words: refusals,
      id: () => id,
    });
  }

  private async page(viewer: Viewer, id: string, form?: FormView): Promise<Page> {
    const { identity } = await this.record(viewer, id);
    const contact = await this.people.contact(viewer, id);
    if (!contact) throw new NotFoundException();
    return page('people/change-safe-contact/change-safe-contact.page.njk', {
      form: form ?? newForm(contactFields(contact)),
      name: identity.value ? formalName(identity.value.name) : '',
      title: 'Change how to reach them safely',
      back: { href: `/protected-people/${id}` },
    });
  }

  private async record(viewer: Viewer, id: string) {
    const record = await this.people.byId(viewer, id);
    if (record?.is !== 'recorded') throw new NotFoundException();
    return record;
  }
}
