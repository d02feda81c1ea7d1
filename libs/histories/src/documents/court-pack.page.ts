import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { address, type Download, type Page, page, Problem } from '#pages';
import { Asks } from '#pages/module';
import { howSearched } from '#people';
import { CourtPacks, type MadePack } from './court-packs.query.js';
import { fileOf, filesOf, keysIn } from './pack-files.js';
import { PackAsked } from './pack-asked.dto.js';
import { problemsIn, tickedIn } from './pack-problems.js';

type Asked = Readonly<Record<string, unknown>>;

/** The pack for the court and the respondent: what is in it, what keeps it from being made, and the files. */
@Controller()
@ApiTags('documents')
@May('record-application')
export class CourtPackPage {
  constructor(private readonly packs: CourtPacks) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id/pack')
  @Watched({ kind: 'application-pack', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query() query: Asked): Promise<Page> {
    const [leftOut, since] = [keysIn(query), sinceIn(query)];
    const made = await this.packs.make(viewer, id, leftOut, since);
    const { pack, paper, leaks, toRead } = made;
    const problems = problemsIn(leaks);
    const base = `/applications/${id}/pack`;
    return page('histories/documents/court-pack.page.njk', {
      title: 'Application pack',
      respondent: pack.respondent.name,
      back: pack.isFiled ? { href: `/applications/${id}` } : { href: `/drafts/${id}` },
      pack,
      parts: paper.parts.slice(1).map(({ title }) => title),
      problems,
      form: tickedIn(query, problems),
      toRead,
      files: leaks.length > 0 ? [] : await filesOf(paper, base, { leaveOut: [...leftOut], ...(since ? { of: 'since' } : {}) }),
      isApart: pack.respondent.address === 'apart',
      leftOut: [...leftOut],
      base,
      since,
      searched: howSearched,
      courtCopy: pack.isFiled && viewer.role === 'legal' ? address(`${base}/court-copy`, since ? { of: 'since' } : {}) : null,
    });
  }

  @ApiOperation({
    summary:
      'The application pack as PDF; of a filed application as it was filed, `of=since` with what came since. 409 while its words tell where a protected person can be reached',
  })
  @Get(['applications/:id/pack.pdf', 'api/v1/applications/:id/pack.pdf'])
  @Asks(PackAsked)
  @Watched({ kind: 'application-pack', param: 'id' })
  async pdf(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query() query: Asked): Promise<Download> {
    return this.file(viewer, id, query, 'pdf');
  }

  @ApiOperation({
    summary:
      'The application pack as DOCX; of a filed application as it was filed, `of=since` with what came since. 409 while its words tell where a protected person can be reached',
  })
  @Get(['applications/:id/pack.docx', 'api/v1/applications/:id/pack.docx'])
  @Asks(PackAsked)
  @Watched({ kind: 'application-pack', param: 'id' })
  async docx(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query() query: Asked): Promise<Download> {
    return this.file(viewer, id, query, 'docx');
  }

  private async file(viewer: Viewer, id: string, query: Asked, format: 'pdf' | 'docx'): Promise<Download> {
    const made = await this.packs.make(viewer, id, keysIn(query), sinceIn(query));
    if (made.leaks.length > 0)
      throw Problem.of(409, 'The pack was refused', problemsIn(made.leaks)[0]?.text ?? '', { reason: 'whereabouts' });
    return fileOf(made.paper, nameOf(made, id), format);
  }
}

/** Whether what was recorded after the filing is asked for as well. */
function sinceIn(query: Asked): boolean {
  return query['of'] === 'since';
}

/** No name: it stands in folders and mails. */
function nameOf({ pack }: MadePack, id: string): string {
  return `${pack.isFiled ? (pack.since ? 'pack-with-what-came-since' : 'pack') : 'draft-pack'}-${id.slice(0, 8)}`;
}
