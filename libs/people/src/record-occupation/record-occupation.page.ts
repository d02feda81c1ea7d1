import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { PersonHeadings } from '../perpetrator-record/person-heading.view.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { forceChoices } from '../record-perpetrator/person.dto.js';
import { RecordOccupation } from './record-occupation.command.js';
import { OccupationFields, occupationIn } from './record-occupation.dto.js';

@ApiTags('people')
@Controller()
@May('record-person')
@Watched({ kind: 'perpetrator', param: 'id' })
export class RecordOccupationPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: PersonHeadings,
  ) {}

  @Get('perpetrators/:id/occupation')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post('perpetrators/:id/occupation')
  @ApiExcludeEndpoint()
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: OccupationFields,
      command: (fields, act) => new RecordOccupation(id, occupationIn(fields), act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: () => `/perpetrators/${id}`,
      done: 'The occupation is recorded',
    });
  }

  @Post('api/v1/perpetrators/:id/occupation')
  @ApiOperation({ summary: 'Record an occupation. A police employee’s record is restricted at once.' })
  @ApiBody({ type: OccupationFields })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.people.of(viewer, id);
    return this.submissions.api({
      request,
      dto: OccupationFields,
      command: (fields, act) => new RecordOccupation(id, occupationIn(fields), act),
      words: refusals,
      id: () => id,
    });
  }

  private async page(viewer: Viewer, id: string, form?: FormView): Promise<Page> {
    const person = await this.people.of(viewer, id);
    return page('people/record-occupation/record-occupation.page.njk', {
      form:
        form ??
        newForm({
          occupation: person.record.occupation?.occupation.value ?? undefined,
          policeForce: person.record.occupation?.policeForce ?? undefined,
        }),
      person,
      title: 'Record an occupation',
      back: { href: `/perpetrators/${id}` },
      forces: forceChoices,
    });
  }
}
