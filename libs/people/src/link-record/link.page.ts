import { Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import type { Command } from '@nestjs/cqrs';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Shown, ShownRecords, Watched } from '#access/module';
import type { Act } from '#event-sourcing';
import type { Receipt } from '#event-store';
import { address, type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { Asks, MadeBy, PartAsked } from '#pages/module';
import { DeclineLink } from '../decline-link/decline-link.command.js';
import { LinkRecords } from '../link-records/link-records.command.js';
import { refusals } from '../perpetrator-record/refusals.js';
import { UnlinkRecords } from '../unlink-records/unlink-records.command.js';
import { LinkDecision, UndoLink } from './link.dto.js';
import { linkView, type LinkView } from './link.view.js';
import { type LinkedPair, Links } from './links.query.js';
import { ToldOfLinks } from './told-of-links.query.js';

/** Records that may be of one person: what waits, and one pair side by side with the decision. */
@ApiTags('people')
@Controller()
@MadeBy('find-links', 'pairs of records to compare')
@May('link-records')
export class LinkPage {
  constructor(
    private readonly links: Links,
    private readonly told: ToldOfLinks,
    private readonly submissions: Submissions,
  ) {}

  @Get('links')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'links that wait' })
  async waiting(@CurrentViewer() viewer: Viewer, @Shown() shown: ShownRecords, @Query('after') after?: string): Promise<Page> {
    const { items, next, total } = await this.links.waiting(viewer, after);
    shown.add(items.flatMap(({ link: { a, b } }) => [a, b]));
    return page('people/link-record/links.page.njk', {
      title: 'Records that may be of one person',
      pairs: items.map((pair) => linkView(pair)),
      total,
      next: next === null ? null : address('/links', { after: next }),
    });
  }

  @Get('links/:id')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'link', param: 'id' })
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post('links/:id')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'link', param: 'id' })
  async decide(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const pair = await this.pair(viewer, id);
    return this.submissions.form({
      request,
      dto: LinkDecision,
      command: (details, act) => decided(pair, details, act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: () => `/links/${id}`,
      done: 'Your decision is recorded',
    });
  }

  @Post('links/:id/undo')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'link', param: 'id' })
  async undo(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    const { link } = await this.pair(viewer, id);
    return this.submissions.form({
      request,
      dto: UndoLink,
      command: ({ reason }, act) => new UnlinkRecords(link, reason, act),
      words: refusals,
      show: (form) => this.page(viewer, id, form),
      to: () => `/links/${id}`,
      done: 'The link is undone: both records stand by themselves again',
    });
  }

  @Get('api/v1/links')
  @ApiOperation({ summary: 'Pairs of records that wait for a decision whether they are of one person' })
  @Asks(PartAsked)
  @Watched({ kind: 'links that wait' })
  async list(
    @CurrentViewer() viewer: Viewer,
    @Shown() shown: ShownRecords,
    @Query('after') after?: string,
  ): Promise<{ items: LinkView[]; next: string | null; total: number }> {
    const { items, next, total } = await this.links.waiting(viewer, after);
    shown.add(items.flatMap(({ link: { a, b } }) => [a, b]));
    return { items: items.map((pair) => linkView(pair)), next, total };
  }

  @Get('api/v1/links/:id')
  @ApiOperation({ summary: 'A pair of records side by side, and why they may be of one person' })
  @Watched({ kind: 'link', param: 'id' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<LinkView> {
    return this.view(viewer, id);
  }

  @Post('api/v1/links/:id')
  @ApiOperation({ summary: 'Decide whether two records are of one person' })
  @ApiBody({ type: LinkDecision })
  @Watched({ kind: 'link', param: 'id' })
  async decideByApi(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    const pair = await this.pair(viewer, id);
    const command = (details: LinkDecision, act: Act) => decided(pair, details, act);
    return this.submissions.api({ request, dto: LinkDecision, command, words: refusals, id: () => id });
  }

  @Post('api/v1/links/:id/undo')
  @ApiOperation({ summary: 'Undo a link' })
  @ApiBody({ type: UndoLink })
  @Watched({ kind: 'link', param: 'id' })
  async undoByApi(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    const { link } = await this.pair(viewer, id);
    const command = ({ reason }: UndoLink, act: Act) => new UnlinkRecords(link, reason, act);
    return this.submissions.api({ request, dto: UndoLink, command, words: refusals, id: () => id });
  }

  private async pair(viewer: Viewer, id: string): Promise<LinkedPair> {
    const pair = await this.links.byId(viewer, id);
    if (!pair) throw new NotFoundException();
    return pair;
  }

  private async view(viewer: Viewer, id: string): Promise<LinkView> {
    const pair = await this.pair(viewer, id);
    return linkView(pair, await this.told.of(viewer, pair.link));
  }

  private async page(viewer: Viewer, id: string, form: FormView = newForm()): Promise<Page> {
    const pair = await this.view(viewer, id);
    const title = titles[pair.state];
    return page('people/link-record/link.page.njk', {
      form,
      pair,
      title,
      back: { href: '/links', text: 'Records that may be of one person' },
    });
  }
}

const titles: Readonly<Record<LinkView['state'], string>> = {
  offered: 'One person or two?',
  linked: 'Linked records',
  declined: 'Not the same person, as decided',
  unlinked: 'Link undone: two records',
};

function decided({ link }: LinkedPair, { decision, reason = '' }: LinkDecision, act: Act): Command<Receipt> {
  return decision === 'same' ? new LinkRecords(link, act, reason === '' ? null : reason) : new DeclineLink(link, reason, act);
}
