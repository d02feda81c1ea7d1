import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, newForm, type Page, page, type Redirect, Submissions, type WebRequest } from '#pages';
import { PersonHeadings } from '../perpetrator-record/person-heading.view.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { identityIn, sexes } from '../record-perpetrator/person.dto.js';
import { contactIn, ProtectedPersonFields } from './protected-person.dto.js';
import { newProtectedPersonId, RecordProtectedPerson } from './record-protected-person.command.js';

@ApiTags('people')
@Controller()
@May('record-protected-person')
@Watched({ kind: 'perpetrator', param: 'id' })
export class RecordProtectedPersonPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: PersonHeadings,
  ) {}

  @Get('perpetrators/:id/protected-people/new')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post('perpetrators/:id/protected-people/new')
  @ApiExcludeEndpoint()
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: ProtectedPersonFields,
      command: (fields, act) => new RecordProtectedPerson(id, { identity: identityIn(fields), contact: contactIn(fields) }, act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: (_, act) => `/protected-people/${newProtectedPersonId(act.commandId)}`,
      done: 'The protected person is recorded',
    });
  }

  @Post('api/v1/perpetrators/:id/protected-people')
  @ApiOperation({ summary: 'Record somebody to be protected from this perpetrator' })
  @ApiBody({ type: ProtectedPersonFields })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<{ id: string }> {
    await this.people.of(viewer, id);
    return this.submissions.api({
      request,
      dto: ProtectedPersonFields,
      command: (fields, act) => new RecordProtectedPerson(id, { identity: identityIn(fields), contact: contactIn(fields) }, act),
      words: refusals,
      answer: (_, act) => ({ id: newProtectedPersonId(act.commandId) }),
    });
  }

  private async page(viewer: Viewer, id: string, form: FormView = newForm()): Promise<Page> {
    const person = await this.people.of(viewer, id);
    return page('people/record-protected-person/record-protected-person.page.njk', {
      form,
      person,
      sexes,
      title: 'Record a protected person',
      back: { href: `/perpetrators/${id}` },
    });
  }
}
