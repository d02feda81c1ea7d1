import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Download, type Page, page, Problem } from '#pages';
import { Asks } from '#pages/module';
import { PapersAsked } from '../pack-asked.dto.js';
import { howSearched } from '#people';
import { fileOf, filesOf, keysIn } from '../pack-files.js';
import { problemsIn, tickedIn } from '../pack-problems.js';
import { asksWords } from './change-words.js';
import { ChangePacks, type MadeChangePack } from './change-packs.query.js';

type Asked = Readonly<Record<string, unknown>>;

/** The papers for the court and the respondent with which an order is to be varied, renewed or discharged. */
@Controller()
@ApiTags('documents')
@May('vary-order')
export class ChangePackPage {
  constructor(private readonly packs: ChangePacks) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/proposals/:proposalId/pack')
  @Watched({ kind: 'order', param: 'id' })
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('proposalId') proposalId: string,
    @Query() query: Asked,
  ): Promise<Page> {
    const leftOut = keysIn(query);
    const made = await this.packs.make(viewer, id, proposalId, leftOut);
    const { pack, paper, leaks, toRead } = made;
    const problems = problemsIn(leaks);
    const base = `/orders/${id}/proposals/${proposalId}/pack`;
    return page('histories/documents/change/change-pack.page.njk', {
      title: `Papers to ${asksWords[pack.asks]} the order`,
      respondent: pack.respondent.name,
      back: { href: `/orders/${id}/proposals/${proposalId}`, text: 'What the court is asked' },
      pack,
      parts: paper.parts.slice(1).map(({ title }) => title),
      problems,
      form: tickedIn(query, problems),
      toRead,
      files: leaks.length > 0 ? [] : await filesOf(paper, base, { leaveOut: [...leftOut] }),
      isApart: pack.respondent.address === 'apart',
      leftOut: [...leftOut],
      base,
      searched: howSearched,
      courtCopy: viewer.role === 'legal' ? `${base}/court-copy` : null,
    });
  }

  @ApiOperation({
    summary:
      'The papers to vary, renew or discharge an order as PDF, as they were filed once they were. 409 while the words tell where a protected person can be reached',
  })
  @Get(['orders/:id/proposals/:proposalId/pack.pdf', 'api/v1/orders/:id/proposals/:proposalId/pack.pdf'])
  @Asks(PapersAsked)
  @Watched({ kind: 'order', param: 'id' })
  async pdf(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('proposalId') proposalId: string,
    @Query() query: Asked,
  ): Promise<Download> {
    return file(await this.packs.make(viewer, id, proposalId, keysIn(query)), proposalId, 'pdf');
  }

  @ApiOperation({
    summary:
      'The papers to vary, renew or discharge an order as DOCX, as they were filed once they were. 409 while the words tell where a protected person can be reached',
  })
  @Get(['orders/:id/proposals/:proposalId/pack.docx', 'api/v1/orders/:id/proposals/:proposalId/pack.docx'])
  @Asks(PapersAsked)
  @Watched({ kind: 'order', param: 'id' })
  async docx(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('proposalId') proposalId: string,
    @Query() query: Asked,
  ): Promise<Download> {
    return file(await this.packs.make(viewer, id, proposalId, keysIn(query)), proposalId, 'docx');
  }
}

/** No name: it stands in folders and mails. */
function file({ pack, paper, leaks }: MadeChangePack, proposalId: string, format: 'pdf' | 'docx'): Promise<Download> {
  if (leaks.length > 0) throw Problem.of(409, 'The papers were refused', problemsIn(leaks)[0]?.text ?? '', { reason: 'whereabouts' });
  return fileOf(paper, `${pack.isFiled ? '' : 'draft-'}${pack.asks}-${proposalId.slice(0, 8)}`, format);
}
