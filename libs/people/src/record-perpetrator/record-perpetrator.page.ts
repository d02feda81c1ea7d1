import { Controller, Get, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May } from '#access/module';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { AlikeRecords } from '../find-links/alike-records.query.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { forceChoices, schemes, sexes } from './person.dto.js';
import { newPerpetratorId, RecordPerpetrator } from './record-perpetrator.command.js';
import { newPerpetratorIn, NewPerpetratorFields } from './record-perpetrator.dto.js';

@ApiTags('people')
@Controller()
@May('record-person')
export class RecordPerpetratorPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly alike: AlikeRecords,
  ) {}

  @Get('perpetrators/new')
  @ApiExcludeEndpoint()
  show(): Page {
    return shown(newForm());
  }

  @Post('perpetrators/new')
  @ApiExcludeEndpoint()
  submit(@CurrentViewer() viewer: Viewer, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: NewPerpetratorFields,
      command: (fields, act) => new RecordPerpetrator(newPerpetratorIn(fields), act),
      words: refusals,
      show: shown,
      to: (_, act) => `/perpetrators/${newPerpetratorId(act.commandId)}`,
      done: async (act) => {
        const alike = await this.alike.inWords(viewer, newPerpetratorId(act.commandId));
        return alike === null ? 'The person is recorded' : `The person is recorded. ${alike}`;
      },
    });
  }

  @Post('api/v1/perpetrators')
  @ApiOperation({ summary: 'Record a perpetrator. The record of a police employee is restricted at once.' })
  @ApiBody({ type: NewPerpetratorFields })
  answer(@Req() request: WebRequest): Promise<Recorded> {
    return this.submissions.api({
      request,
      dto: NewPerpetratorFields,
      command: (fields, act) => new RecordPerpetrator(newPerpetratorIn(fields), act),
      words: refusals,
      id: (act) => newPerpetratorId(act.commandId),
    });
  }
}

function shown(form: FormView): Page {
  return page('people/record-perpetrator/record-perpetrator.page.njk', {
    form,
    title: 'Record a perpetrator',
    back: { href: '/search', text: 'Search' },
    sexes,
    schemes,
    forces: forceChoices,
  });
}
