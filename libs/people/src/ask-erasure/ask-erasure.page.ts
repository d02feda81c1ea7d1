import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type LocalDate, londonDate } from '#calendar';
import { Clock } from '#event-store';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { mayBeConfirmed } from '../domain/erasure.js';
import { ErasableRecords } from '../erase-person/erasable-records.query.js';
import type { Person } from '../erase-person/erase-person.command.js';
import { holdWords, LegalHolds } from '../erase-person/legal-holds.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { AskErasure } from './ask-erasure.command.js';
import { erasureBases, ErasureFields } from './ask-erasure.dto.js';

const kinds = { perpetrators: 'perpetrator', 'protected-people': 'protected-person' } as const;

/** Asking that a person be erased. Those who may see no records, so the pages show a record's number, never a name. */
@ApiTags('people')
@Controller()
@May('erase-person')
@Watched({ kind: 'erasure', param: 'id' })
export class AskErasurePage {
  constructor(
    private readonly submissions: Submissions,
    private readonly records: ErasableRecords,
    private readonly holds: LegalHolds,
    private readonly clock: Clock,
  ) {}

  @Get('perpetrators/:id/erase')
  @ApiExcludeEndpoint()
  perpetrator(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, { kind: kinds.perpetrators, id }, newForm());
  }

  @Get('protected-people/:id/erase')
  @ApiExcludeEndpoint()
  protectedPerson(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, { kind: kinds['protected-people'], id }, newForm());
  }

  @Post('perpetrators/:id/erase')
  @ApiExcludeEndpoint()
  askPerpetrator(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.ask(viewer, { kind: kinds.perpetrators, id }, request);
  }

  @Post('protected-people/:id/erase')
  @ApiExcludeEndpoint()
  askProtectedPerson(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.ask(viewer, { kind: kinds['protected-people'], id }, request);
  }

  @Post('api/v1/perpetrators/:id/erasure')
  @ApiOperation({ summary: 'Ask that a perpetrator’s data be erased. Another administrator confirms it at `/api/v1/erasures/{id}`.' })
  @ApiBody({ type: ErasureFields })
  answerPerpetrator(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.answer(viewer, { kind: kinds.perpetrators, id }, request);
  }

  @Post('api/v1/protected-people/:id/erasure')
  @ApiOperation({ summary: 'Ask that a protected person’s data be erased. Another administrator confirms it at `/api/v1/erasures/{id}`.' })
  @ApiBody({ type: ErasureFields })
  answerProtectedPerson(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    return this.answer(viewer, { kind: kinds['protected-people'], id }, request);
  }

  private async ask(viewer: Viewer, person: Person, request: WebRequest): Promise<Page | Redirect> {
    if (!(await this.records.find(viewer, person))) throw new NotFoundException();
    return this.submissions.form({
      request,
      dto: ErasureFields,
      command: ({ basis, authority }, act) => new AskErasure(person, { basis, authority }, act),
      words: refusals,
      show: (form) => this.page(viewer, person, form),
      to: () => `/erasures/${person.id}`,
      done: 'The erasure is asked for. Another administrator must confirm it',
    });
  }

  private async answer(viewer: Viewer, person: Person, request: WebRequest): Promise<Recorded> {
    if (!(await this.records.find(viewer, person))) throw new NotFoundException();
    return this.submissions.api({
      request,
      dto: ErasureFields,
      command: ({ basis, authority }, act) => new AskErasure(person, { basis, authority }, act),
      words: refusals,
      id: () => person.id,
    });
  }

  private async page(viewer: Viewer, person: Person, form: FormView): Promise<Page> {
    const record = await this.records.find(viewer, person);
    if (!record) throw new NotFoundException();
    const holds = record.erased ? [] : await this.holds.of(person.id);
    return page('people/ask-erasure/ask-erasure.page.njk', {
      form,
      person,
      record,
      waits: record.asked !== null && mayBeConfirmed(record.asked, this.today()),
      held: holds.length > 0 ? holdWords(holds) : null,
      bases: erasureBases,
      action: `/${person.kind === 'perpetrator' ? 'perpetrators' : 'protected-people'}/${person.id}/erase`,
      title: 'Erase a person',
      back: { href: '/erasures', text: 'Back to erasures' },
    });
  }

  private today(): LocalDate {
    return londonDate(this.clock.now());
  }
}
