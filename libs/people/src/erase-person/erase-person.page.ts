import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Users, Watched } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { erasureBases } from '../ask-erasure/ask-erasure.dto.js';
import { mayBeConfirmed } from '../domain/erasure.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { type ErasableRecord, ErasableRecords } from './erasable-records.query.js';
import { ErasePerson } from './erase-person.command.js';
import { ErasureConfirmed } from './erase-person.dto.js';
import { holdWords, LegalHolds } from './legal-holds.js';

/** An erasure that waits, as the API tells it. No name: those who may erase see no people. */
interface WaitingErasure {
  readonly id: string;
  readonly kind: ErasableRecord['kind'];
  readonly basis: string;
  readonly authority: string;
  readonly until: string;
  readonly askedByYou: boolean;
}

/** Erasures that were asked for, and the second step: another administrator confirms one, and the person is erased for ever. */
@ApiTags('people')
@Controller()
@May('erase-person')
export class ErasePersonPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly records: ErasableRecords,
    private readonly holds: LegalHolds,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  @Get('erasures')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'erasures' })
  async list(@CurrentViewer() viewer: Viewer): Promise<Page> {
    return page('people/erase-person/erasures.page.njk', { title: 'Erasures', waiting: await this.waiting(viewer) });
  }

  @Get('erasures/:id')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'erasure', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id, newForm());
  }

  @Post('erasures/:id')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'erasure', param: 'id' })
  async confirm(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const { kind } = await this.found(viewer, id);
    return this.submissions.form({
      request,
      dto: ErasureConfirmed,
      command: (_, act) => new ErasePerson({ kind, id }, act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: () => `/erasures/${id}`,
      done: 'The person’s data is erased',
    });
  }

  @Get('api/v1/erasures')
  @ApiOperation({ summary: 'Erasures that wait to be confirmed by another administrator than asked' })
  @Watched({ kind: 'erasures' })
  async answerList(@CurrentViewer() viewer: Viewer): Promise<{ items: readonly WaitingErasure[] }> {
    return { items: await this.waiting(viewer) };
  }

  @Post('api/v1/erasures/:id')
  @ApiOperation({ summary: 'Confirm an erasure that another administrator asked for. The data is gone for ever.' })
  @ApiBody({ type: ErasureConfirmed })
  @Watched({ kind: 'erasure', param: 'id' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    const { kind } = await this.found(viewer, id);
    return this.submissions.api({
      request,
      dto: ErasureConfirmed,
      command: (_, act) => new ErasePerson({ kind, id }, act),
      words: refusals,
      id: () => id,
    });
  }

  private async found(viewer: Viewer, id: string): Promise<ErasableRecord> {
    const record = await this.records.byId(viewer, id);
    if (!record) throw new NotFoundException();
    return record;
  }

  private async waiting(viewer: Viewer): Promise<WaitingErasure[]> {
    const waiting = await this.records.waiting(viewer, londonDate(this.clock.now()));
    return waiting.map(({ id, kind, asked: { basis, authority, until, askedBy } }) => ({
      ...{ id, kind, basis: basisWords(basis), authority, until },
      askedByYou: askedBy === viewer.userId,
    }));
  }

  private async page(viewer: Viewer, id: string, form: FormView): Promise<Page> {
    const record = await this.found(viewer, id);
    const { asked, erased } = record;
    if (!asked && !erased) throw new NotFoundException();
    const inTime = asked !== null && mayBeConfirmed(asked, londonDate(this.clock.now()));
    const holds = erased ? [] : await this.holds.of(id);
    const names = await this.users.names(asked ? [asked.askedBy] : []);
    return page('people/erase-person/erase-person.page.njk', {
      form,
      record,
      asked: asked && { ...asked, basis: basisWords(asked.basis), by: names.get(asked.askedBy) ?? 'a user that is not known here' },
      inTime,
      isYours: asked?.askedBy === viewer.userId,
      held: holds.length > 0 ? holdWords(holds) : null,
      askAgain: `/${record.kind === 'perpetrator' ? 'perpetrators' : 'protected-people'}/${id}/erase`,
      title: erased ? 'This person’s data was erased' : 'Erase this person for ever?',
      back: { href: '/erasures', text: 'Back to erasures' },
    });
  }
}

function basisWords(basis: string): string {
  return erasureBases.find(({ value }) => value === basis)?.text ?? basis;
}
