import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { formalName } from '../domain/names.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { ProtectedPeople } from '../protected-person-record/protected-people.query.js';
import { CorrectionFields, correctionIn } from '../correct-details/correct-details.dto.js';
import { identityFields, sexes } from '../record-perpetrator/person.dto.js';
import { CorrectProtectedPerson } from './correct-protected-person.command.js';

@ApiTags('people')
@Controller()
@May('record-protected-person')
@Watched({ kind: 'protected-person', param: 'id' })
export class CorrectProtectedPersonPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: ProtectedPeople,
  ) {}

  @Get('protected-people/:id/correct')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post('protected-people/:id/correct')
  @ApiExcludeEndpoint()
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: CorrectionFields,
      command: (fields, act) => new CorrectProtectedPerson(id, correctionIn(fields), act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: () => `/protected-people/${id}`,
      done: 'The details are corrected',
    });
  }

  @Post('api/v1/protected-people/:id/corrections')
  @ApiOperation({ summary: 'Correct name, date of birth and sex of a protected person' })
  @ApiBody({ type: CorrectionFields })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.record(viewer, id);
    return this.submissions.api({
      request,
      dto: CorrectionFields,
      command: (fields, act) => new CorrectProtectedPerson(id, correctionIn(fields), act),
      words: refusals,
      id: () => id,
    });
  }

  private async page(viewer: Viewer, id: string, form?: FormView): Promise<Page> {
    const { identity } = await this.record(viewer, id);
    return page('people/correct-protected-person/correct-protected-person.page.njk', {
      form: form ?? newForm(identityFields(identity.value)),
      name: identity.value ? formalName(identity.value.name) : '',
      title: 'Correct details',
      back: { href: `/protected-people/${id}` },
      sexes,
    });
  }

  private async record(viewer: Viewer, id: string) {
    const record = await this.people.byId(viewer, id);
    if (record?.is !== 'recorded') throw new NotFoundException();
    return record;
  }
}
