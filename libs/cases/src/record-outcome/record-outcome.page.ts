import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type CaseAction, CaseActions } from '../case-record/case-actions.page.js';
import { choices, nfaWords, outcomeWords } from '../case-record/words.js';
import { RecordOutcome } from './record-outcome.command.js';
import { RecordOutcomeDto } from './record-outcome.dto.js';

const action: CaseAction<RecordOutcomeDto> = {
  title: 'Record an outcome',
  template: 'cases/record-outcome/record-outcome.page.njk',
  dto: RecordOutcomeDto,
  command: (caseId, details, act) => new RecordOutcome(caseId, details.asDetails(), act),
  done: 'The outcome is recorded.',
  starts: (_, at) => ({ ...(at['application'] === undefined ? {} : { outcome: 'application', applicationId: at['application'] }) }),
  data: () => ({ outcomes: choices(outcomeWords), nfaReasons: choices(nfaWords) }),
};

@ApiTags('cases')
@Controller()
@May('record-case')
export class RecordOutcomePage {
  constructor(private readonly actions: CaseActions) {}

  @Get('cases/:id/outcome')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.actions.show(action, { viewer, id, request });
  }

  @Post('cases/:id/outcome')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(action, { viewer, id, request });
  }

  @Post('api/v1/cases/:id/outcomes')
  @ApiOperation({ summary: 'Record an outcome' })
  @ApiBody({ type: RecordOutcomeDto })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(action, { viewer, id, request });
  }
}
