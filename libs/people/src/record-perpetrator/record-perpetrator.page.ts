import { Controller, Get, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { May } from '#access/module';
import { type FormView, newForm, type Page, page, type Redirect, Submissions, type WebRequest } from '#pages';
import { refusals } from '../perpetrator-record/refusals.js';
import { forceChoices, schemes, sexes } from './person.dto.js';
import { newPerpetratorId, RecordPerpetrator } from './record-perpetrator.command.js';
import { newPerpetratorIn, NewPerpetratorFields } from './record-perpetrator.dto.js';

@ApiTags('people')
@Controller()
@May('record-person')
export class RecordPerpetratorPage {
  constructor(private readonly submissions: Submissions) {}

  @Get('perpetrators/new')
  @ApiExcludeEndpoint()
  show(): Page {
    return shown(newForm());
  }

  @Post('perpetrators/new')
  @ApiExcludeEndpoint()
  submit(@Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: NewPerpetratorFields,
      command: (fields, act) => new RecordPerpetrator(newPerpetratorIn(fields), act),
      words: refusals,
      show: shown,
      to: (_, act) => `/perpetrators/${newPerpetratorId(act.commandId)}`,
      done: 'The person is recorded',
    });
  }

  @Post('api/v1/perpetrators')
  @ApiOperation({ summary: 'Record a perpetrator. The record of a police employee is restricted at once.' })
  @ApiBody({ type: NewPerpetratorFields })
  answer(@Req() request: WebRequest): Promise<{ id: string }> {
    return this.submissions.api({
      request,
      dto: NewPerpetratorFields,
      command: (fields, act) => new RecordPerpetrator(newPerpetratorIn(fields), act),
      words: refusals,
      answer: (_, act) => ({ id: newPerpetratorId(act.commandId) }),
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
