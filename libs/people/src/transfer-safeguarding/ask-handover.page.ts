import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { formalName } from '../domain/names.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { ProtectedPeople } from '../protected-person-record/protected-people.query.js';
import { forceChoices } from '../record-perpetrator/person.dto.js';
import { TransferFields } from '../record-protected-person/protected-person.dto.js';
import { AskHandover } from './ask-handover.command.js';

@ApiTags('people')
@Controller()
@May('record-protected-person')
@Watched({ kind: 'protected-person', param: 'id' })
export class AskHandoverPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: ProtectedPeople,
  ) {}

  @Get('protected-people/:id/safeguarding')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post('protected-people/:id/safeguarding')
  @ApiExcludeEndpoint()
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.submissions.form({
      request,
      dto: TransferFields,
      command: (fields, act) => new AskHandover(id, fields.to, act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: () => `/protected-people/${id}`,
      done: 'The other force is asked. Your force looks after the person until it accepts',
    });
  }

  @Post('api/v1/protected-people/:id/safeguarding')
  @ApiOperation({ summary: 'Ask the force where a protected person lives now to look after them; nothing changes until it accepts' })
  @ApiBody({ type: TransferFields })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.record(viewer, id);
    return this.submissions.api({
      request,
      dto: TransferFields,
      command: (fields, act) => new AskHandover(id, fields.to, act),
      words: refusals,
      id: () => id,
    });
  }

  private async page(viewer: Viewer, id: string, form: FormView = newForm()): Promise<Page> {
    const { identity } = await this.record(viewer, id);
    return page('people/transfer-safeguarding/ask-handover.page.njk', {
      form,
      name: identity.value ? formalName(identity.value.name) : '',
      title: 'Ask another force to look after them',
      back: { href: `/protected-people/${id}` },
      forces: forceChoices,
    });
  }

  private async record(viewer: Viewer, id: string) {
    const record = await this.people.byId(viewer, id);
    if (record?.is !== 'recorded') throw new NotFoundException();
    return record;
  }
}
