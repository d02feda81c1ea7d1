import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import {
  FormView,
  isRecord,
  isUuid,
  newCommandId,
  newForm,
  type Page,
  page,
  readForm,
  type Recorded,
  type Redirect,
  Submissions,
  type WebRequest,
} from '#pages';
import { PersonHeadings } from '../perpetrator-record/person-heading.view.js';
import type { KnownAs } from '../protected-person-record/known-as.js';
import { ProtectedPeople } from '../protected-person-record/protected-people.query.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { identityIn, sexes } from '../record-perpetrator/person.dto.js';
import { contactIn, ProtectedPersonFields } from './protected-person.dto.js';
import { mayBeSame } from './may-be-same.js';
import { newProtectedPersonId, RecordProtectedPerson } from './record-protected-person.command.js';

@ApiTags('people')
@Controller()
@May('record-protected-person')
@Watched({ kind: 'perpetrator', param: 'id' })
export class RecordProtectedPersonPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: PersonHeadings,
    private readonly protectedPeople: ProtectedPeople,
  ) {}

  @Get('perpetrators/:id/protected-people/new')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post('perpetrators/:id/protected-people/new')
  @ApiExcludeEndpoint()
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const asked = await this.askedAlready(viewer, id, request.body);
    if (asked) return asked;
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
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.people.of(viewer, id);
    return this.submissions.api({
      request,
      dto: ProtectedPersonFields,
      command: (fields, act) => new RecordProtectedPerson(id, { identity: identityIn(fields), contact: contactIn(fields) }, act),
      words: refusals,
      id: (act) => newProtectedPersonId(act.commandId),
    });
  }

  /** The form again with those who may be the same person, unless somebody said that this is another. */
  private async askedAlready(viewer: Viewer, id: string, body: unknown): Promise<Page | null> {
    if (!isRecord(body) || body['_confirmed'] === 'yes') return null;
    const reading = readForm(ProtectedPersonFields, body);
    if (!reading.ok) return null;
    const sent = isUuid(body['_command']) ? body['_command'] : newCommandId();
    const recorded = await this.protectedPeople.protectedFrom(viewer, id);
    // The same form sent twice is one recording, not a second person.
    if (recorded.some((one) => one.id === newProtectedPersonId(sent))) return null;
    const alike = recorded.filter(
      ({ fullName, dateOfBirth }) => fullName && mayBeSame(identityIn(reading.value), { name: fullName, dateOfBirth }),
    );
    return alike.length === 0 ? null : this.page(viewer, id, new FormView(reading.values, [], sent), alike);
  }

  private async page(viewer: Viewer, id: string, form: FormView = newForm(), alike: readonly KnownAs[] = []): Promise<Page> {
    const person = await this.people.of(viewer, id);
    return page('people/record-protected-person/record-protected-person.page.njk', {
      form,
      alike,
      person,
      sexes,
      title: 'Record a protected person',
      back: { href: `/perpetrators/${id}` },
    });
  }
}
