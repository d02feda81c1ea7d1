import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import {
  FormView,
  isRecord,
  isUuid,
  newCommandId,
  newForm,
  type Page,
  page,
  readForm,
  type Redirect,
  Submissions,
  type WebRequest,
} from '#pages';
import { refusals } from '../perpetrator-record/refusals.js';
import { ErasableRecords } from './erasable-records.query.js';
import { ErasePerson, type Person } from './erase-person.command.js';
import { erasureBases, ErasureFields } from './erase-person.dto.js';
import { holdWords, LegalHolds } from './legal-holds.js';

const kinds = { perpetrators: 'perpetrator', 'protected-people': 'protected-person' } as const;

/**
 * Erasing a person, asked for twice. Those who may erase see no records, so the pages show a record's number and date, never a name.
 */
@ApiTags('people')
@Controller()
@May('erase-person')
@Watched({ kind: 'erasure', param: 'id' })
export class ErasePersonPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly records: ErasableRecords,
    private readonly holds: LegalHolds,
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
  erasePerpetrator(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.erase(viewer, { kind: kinds.perpetrators, id }, request);
  }

  @Post('protected-people/:id/erase')
  @ApiExcludeEndpoint()
  eraseProtectedPerson(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.erase(viewer, { kind: kinds['protected-people'], id }, request);
  }

  @Post('api/v1/perpetrators/:id/erasure')
  @ApiOperation({ summary: 'Erase a perpetrator’s data for ever. What is not about them stands.' })
  @ApiBody({ type: ErasureFields })
  answerPerpetrator(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<{ id: string }> {
    return this.answer(viewer, { kind: kinds.perpetrators, id }, request);
  }

  @Post('api/v1/protected-people/:id/erasure')
  @ApiOperation({ summary: 'Erase a protected person’s data for ever. What is not about them stands.' })
  @ApiBody({ type: ErasureFields })
  answerProtectedPerson(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<{ id: string }> {
    return this.answer(viewer, { kind: kinds['protected-people'], id }, request);
  }

  /** What is right goes to the second page first; only what comes from there is done. */
  private async erase(viewer: Viewer, person: Person, request: WebRequest): Promise<Page | Redirect> {
    const body = isRecord(request.body) ? request.body : {};
    const reading = readForm(ErasureFields, body);
    if (reading.ok && body['_confirmed'] !== 'yes') {
      const sent = body['_command'];
      return this.page(viewer, person, new FormView(reading.values, [], isUuid(sent) ? sent : newCommandId()), true);
    }
    return this.submissions.form({
      request,
      dto: ErasureFields,
      command: ({ basis, authority }, act) => new ErasePerson(person, { basis, authority }, act),
      words: refusals,
      show: (form) => this.page(viewer, person, form),
      to: () => addressOf(person),
      done: 'The person’s data is erased',
    });
  }

  private async answer(viewer: Viewer, person: Person, request: WebRequest): Promise<{ id: string }> {
    if (!(await this.records.find(viewer, person))) throw new NotFoundException();
    return this.submissions.api({
      request,
      dto: ErasureFields,
      command: ({ basis, authority }, act) => new ErasePerson(person, { basis, authority }, act),
      words: refusals,
      answer: () => ({ id: person.id }),
    });
  }

  private async page(viewer: Viewer, person: Person, form: FormView, confirming = false): Promise<Page> {
    const record = await this.records.find(viewer, person);
    if (!record) throw new NotFoundException();
    const holds = record.erased ? [] : await this.holds.of(person.id);
    const confirms = confirming && holds.length === 0;
    return page(`people/erase-person/${confirms ? 'confirm-erasure' : 'erase-person'}.page.njk`, {
      form,
      person,
      record,
      held: holds.length > 0 ? holdWords(holds) : null,
      bases: erasureBases,
      basis: erasureBases.find(({ value }) => value === form.value('basis'))?.text,
      action: addressOf(person),
      title: confirms ? 'Erase this person for ever?' : 'Erase a person',
      back: { href: confirms ? addressOf(person) : '/' },
    });
  }
}

function addressOf({ kind, id }: Person): string {
  return `/${kind === 'perpetrator' ? 'perpetrators' : 'protected-people'}/${id}/erase`;
}
