import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { PersonHeadings } from '../perpetrator-record/person-heading.view.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { identityFields, sexes } from '../record-perpetrator/person.dto.js';
import { CorrectDetails } from './correct-details.command.js';
import { CorrectionFields, correctionIn } from './correct-details.dto.js';

@ApiTags('people')
@Controller()
@May('record-person')
@Watched({ kind: 'perpetrator', param: 'id' })
export class CorrectDetailsPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: PersonHeadings,
  ) {}

  @Get('perpetrators/:id/correct')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post('perpetrators/:id/correct')
  @ApiExcludeEndpoint()
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: CorrectionFields,
      command: (fields, act) => new CorrectDetails(id, correctionIn(fields), act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: () => `/perpetrators/${id}`,
      done: 'The details are corrected',
    });
  }

  @Post('api/v1/perpetrators/:id/corrections')
  @ApiOperation({ summary: 'Correct name, date of birth and sex' })
  @ApiBody({ type: CorrectionFields })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.people.of(viewer, id);
    return this.submissions.api({
      request,
      dto: CorrectionFields,
      command: (fields, act) => new CorrectDetails(id, correctionIn(fields), act),
      words: refusals,
      id: () => id,
    });
  }

  private async page(viewer: Viewer, id: string, form?: FormView): Promise<Page> {
    const person = await this.people.of(viewer, id);
    return page('people/correct-details/correct-details.page.njk', {
      form: form ?? newForm(identityFields(person.record.identity.value)),
      person,
      title: 'Correct details',
      back: { href: `/perpetrators/${id}` },
      sexes,
    });
  }
}
