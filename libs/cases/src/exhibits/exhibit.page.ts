import { createHash } from 'node:crypto';
import { Controller, Get, GoneException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { may, type Viewer } from '#access';
import { CurrentViewer, KeptByForce, May, Watched } from '#access/module';
import { SealedFiles } from '#event-store';
import { Download, type FormView, newForm, page, type Page, type Redirect, type WebRequest } from '#pages';
import { Submissions } from '#pages/module';
import type { PlaceOfExhibits } from './exhibit-places.js';
import { ExhibitRecords } from './exhibit-records.query.js';
import type { ExhibitRow } from './exhibit-row.js';
import { exhibitPurpose } from './exhibits.js';
import { exhibitTitle, exhibitView, type ExhibitView, isOpenTo } from './exhibit-view.js';
import { OpenedExhibits } from './opened-exhibits.js';
import { WithdrawExhibitDto, withdrawExhibitWords } from './receive-exhibit.dto.js';
import { WithdrawExhibit } from './withdraw-exhibit.command.js';

/** One file: what it is, its bytes, and whether it is still relied on. */
@Controller()
@ApiTags('exhibits')
@May('view-exhibit')
export class ExhibitPage {
  constructor(
    private readonly opened: OpenedExhibits,
    private readonly records: ExhibitRecords,
    private readonly files: SealedFiles,
    private readonly submissions: Submissions,
  ) {}

  @ApiExcludeEndpoint()
  @Get('exhibits/:id')
  @Watched({ kind: 'exhibit', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    const { row, place } = await this.opened.exhibit(viewer, id);
    const exhibit = exhibitView(viewer, place, row);
    const same = exhibit.isOpen ? await this.records.sameBytes(viewer, row) : [];
    return page('cases/exhibits/exhibit.page.njk', {
      title: exhibitTitle(exhibit),
      caption: place.words,
      back: { href: `${place.href}/exhibits`, text: 'Exhibits' },
      exhibit,
      same: same.map(({ id: otherId, nth, placeKind }) => ({ id: otherId, words: `exhibit ${nth} of another ${placeKind}` })),
      mayWithdraw: may(viewer, 'record-exhibit') && viewer.force === row.force && exhibit.withdrawn === null,
    });
  }

  /** The look is in the access log before a byte goes out. */
  @ApiOperation({ summary: 'The bytes of an exhibit, as they were received' })
  @Get(['exhibits/:id/content', 'api/v1/exhibits/:id/content'])
  @Watched({ kind: 'exhibit-content', param: 'id' })
  async download(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Download> {
    const { row, place } = await this.opened.exhibit(viewer, id);
    if (!isOpenTo(viewer, place, row)) throw keptExhibit(place);
    const { content, contentId, mediaType } = row.doc;
    const bytes = content.value && (await this.files.read(exhibitPurpose, contentId));
    if (!content.value || !bytes) throw new GoneException();
    if (createHash('sha256').update(bytes).digest('hex') !== content.value.sha256)
      throw new Error('The bytes of an exhibit are not those that were received');
    return new Download(content.value.fileName, mediaType, bytes);
  }

  @ApiExcludeEndpoint()
  @Get('exhibits/:id/withdraw')
  @May('record-exhibit')
  @Watched({ kind: 'exhibit', param: 'id' })
  async ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.form(await this.own(viewer, id), newForm());
  }

  @ApiExcludeEndpoint()
  @Post('exhibits/:id/withdraw')
  @May('record-exhibit')
  @Watched({ kind: 'exhibit', param: 'id' })
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const found = await this.own(viewer, id);
    return this.submissions.form({
      request,
      dto: WithdrawExhibitDto,
      words: withdrawExhibitWords,
      command: ({ reason }, act) => new WithdrawExhibit(found.row.doc.place, id, reason, act),
      show: (typed) => this.form(found, typed),
      to: () => `/exhibits/${id}`,
      done: 'The exhibit is withdrawn. It stays on the record',
    });
  }

  @ApiOperation({ summary: 'One exhibit, without its bytes' })
  @Get('api/v1/exhibits/:id')
  @Watched({ kind: 'exhibit', param: 'id' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<ExhibitView> {
    const { row, place } = await this.opened.exhibit(viewer, id);
    return exhibitView(viewer, place, row);
  }

  @ApiOperation({ summary: 'Withdraw an exhibit: it is no longer relied on, and stays on the record' })
  @ApiBody({ type: WithdrawExhibitDto })
  @Post('api/v1/exhibits/:id/withdrawal')
  @May('record-exhibit')
  async withdraw(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    const { row } = await this.own(viewer, id);
    return this.submissions.api({
      request,
      dto: WithdrawExhibitDto,
      words: withdrawExhibitWords,
      command: ({ reason }, act) => new WithdrawExhibit(row.doc.place, id, reason, act),
      id: () => id,
    });
  }

  /** @throws KeptByForce for a viewer of a force that neither keeps the record nor received the file */
  private async own(viewer: Viewer, id: string): Promise<{ row: ExhibitRow; place: PlaceOfExhibits }> {
    const found = await this.opened.exhibit(viewer, id);
    if (!isOpenTo(viewer, found.place, found.row)) throw keptExhibit(found.place);
    return found;
  }

  private form({ row, place }: { row: ExhibitRow; place: PlaceOfExhibits }, form: FormView): Page {
    const data = { title: `Withdraw exhibit ${row.nth}`, caption: place.words, back: { href: `/exhibits/${row.id}` }, form };
    return page('cases/exhibits/withdraw-exhibit.page.njk', data);
  }
}

function keptExhibit({ force }: PlaceOfExhibits): KeptByForce {
  return new KeptByForce(
    force,
    'the record to which this file belongs',
    'The page of the exhibit says what kind of file it is and who has it.',
  );
}
