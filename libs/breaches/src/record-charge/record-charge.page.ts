import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type BreachAction, BreachActions } from '../breach-record/breach-actions.page.js';
import type { BreachView } from '../breach-record/breach-view.js';
import { RecordCharge } from './record-charge.command.js';
import { RecordChargeDetails } from './record-charge.dto.js';

const action: BreachAction<RecordChargeDetails> = {
  title: 'Record a charge',
  template: 'breaches/record-charge/record-charge.page.njk',
  dto: RecordChargeDetails,
  command: (breachId, { at, offenceCodes, test }, act) => new RecordCharge(breachId, { at, offenceCodes, test }, act),
  decides: true,
  done: 'The charge is recorded. The clock to tell the victims has started.',
  starts: (breach) => ({ offenceCodes: alleged(breach).map(({ value }) => value) }),
  data: (breach) => ({ offences: alleged(breach) }),
};

@ApiTags('breaches')
@Controller()
@May('progress-breach')
export class RecordChargePage {
  constructor(private readonly actions: BreachActions) {}

  @Get('breaches/:id/charge')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.actions.show(viewer, id, action);
  }

  @Post('breaches/:id/charge')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(viewer, id, action, request);
  }

  @Post('api/v1/breaches/:id/charge')
  @ApiOperation({ summary: 'Record a charge' })
  @ApiBody({ type: RecordChargeDetails })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(viewer, id, action, request);
  }
}

/** The offences alleged, each once. */
function alleged({ allegations }: BreachView): { value: string; text: string }[] {
  const offences = allegations.flatMap(({ offenceCode, offence, withdrawn }) =>
    offenceCode === null || withdrawn !== null ? [] : [[offenceCode, offence] as const],
  );
  return [...new Map(offences)].map(([value, offence]) => ({ value, text: `${offence}, ${value}` }));
}
