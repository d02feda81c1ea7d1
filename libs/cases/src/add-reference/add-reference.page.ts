import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { forces, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import type { Page, Recorded, Redirect, WebRequest } from '#pages';
import { type CaseAction, CaseActions } from '../case-record/case-actions.page.js';
import { choices, referenceWords } from '../case-record/words.js';
import { AddReference } from './add-reference.command.js';
import { ReferenceDto, referenceIn } from './add-reference.dto.js';

const action: CaseAction<ReferenceDto> = {
  title: 'Add a number',
  template: 'cases/add-reference/add-reference.page.njk',
  dto: ReferenceDto,
  command: (caseId, details, act) => new AddReference(caseId, referenceIn(details, act.force), act),
  done: 'The number is added.',
  starts: ({ force }) => ({ givenBy: force.cjs, kind: 'crime' }),
  data: () => ({ kinds: choices(referenceWords), forces: forces.map(({ cjs, name }) => ({ value: cjs, text: name })) }),
};

@ApiTags('cases')
@Controller()
@May('record-case')
export class AddReferencePage {
  constructor(private readonly actions: CaseActions) {}

  @Get('cases/:id/references/new')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.actions.show(action, { viewer, id, request });
  }

  @Post('cases/:id/references/new')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'case', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.actions.submit(action, { viewer, id, request });
  }

  @Post('api/v1/cases/:id/references')
  @ApiOperation({ summary: 'Add a number' })
  @ApiBody({ type: ReferenceDto })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.actions.api(action, { viewer, id, request });
  }
}
