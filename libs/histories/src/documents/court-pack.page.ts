import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { address, Download, type Page, page, Problem } from '#pages';
import { howSearched } from '#people';
import { CourtPacks, type MadePack } from './court-packs.query.js';
import { problemsIn } from './pack-problems.js';
import { paperAsDocx } from './paper-docx.js';
import { paperAsPdf } from './paper-pdf.js';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

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
    const leftOut = keysIn(query);
    const made = await this.packs.make(viewer, id, leftOut);
    const { pack, paper, leaks } = made;
    const base = `/applications/${id}/pack`;
    const files = leaks.length > 0 ? [] : await filesOf(made, base, leftOut);
    return page('histories/documents/court-pack.page.njk', {
      title: 'Application pack',
      respondent: pack.respondent.name,
      back: pack.isFiled ? { href: `/applications/${id}` } : { href: `/drafts/${id}` },
      pack,
      parts: paper.parts.slice(1).map(({ title }) => title),
      problems: problemsIn(leaks),
      files,
      isApart: pack.respondent.address === 'apart',
      leftOut: [...leftOut],
      base,
      searched: howSearched,
    });
  }

  @ApiOperation({ summary: 'The application pack as PDF. Refused (409) while its words say where a protected person can be reached' })
  @Get(['applications/:id/pack.pdf', 'api/v1/applications/:id/pack.pdf'])
  @Watched({ kind: 'application-pack', param: 'id' })
  async pdf(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query() query: Asked): Promise<Download> {
    return this.file(viewer, id, query, async ({ paper }, name) => new Download(`${name}.pdf`, 'application/pdf', await paperAsPdf(paper)));
  }

  @ApiOperation({ summary: 'The application pack as DOCX. Refused (409) while its words say where a protected person can be reached' })
  @Get(['applications/:id/pack.docx', 'api/v1/applications/:id/pack.docx'])
  @Watched({ kind: 'application-pack', param: 'id' })
  async docx(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query() query: Asked): Promise<Download> {
    return this.file(viewer, id, query, async ({ paper }, name) => new Download(`${name}.docx`, docx, await paperAsDocx(paper)));
  }

  private async file(
    viewer: Viewer,
    id: string,
    query: Asked,
    print: (made: MadePack, name: string) => Promise<Download>,
  ): Promise<Download> {
    const made = await this.packs.make(viewer, id, keysIn(query));
    if (made.leaks.length > 0)
      throw Problem.of(409, 'The pack was refused', problemsIn(made.leaks)[0]?.text ?? '', { reason: 'whereabouts' });
    return print(made, nameOf(made, id));
  }
}

/** What is to be left out, by keys as the page offers them. */
function keysIn(query: Asked): ReadonlySet<string> {
  const given = query['leaveOut'];
  const keys: unknown[] = Array.isArray(given) ? given : [given];
  return new Set(keys.filter((key): key is string => typeof key === 'string' && /^[\w.:-]{1,120}$/.test(key)));
}

/** No name: it stands in folders and mails. */
function nameOf({ pack }: MadePack, id: string): string {
  return `${pack.isFiled ? 'pack' : 'draft-pack'}-${id.slice(0, 8)}`;
}

async function filesOf({ paper }: MadePack, base: string, leftOut: ReadonlySet<string>) {
  const query = { leaveOut: [...leftOut] };
  const [asPdf, asDocx] = [await paperAsPdf(paper), await paperAsDocx(paper)];
  const file = (name: string, ending: string, bytes: Buffer) => ({
    name,
    href: address(`${base}.${ending}`, query),
    size: `${Math.ceil(bytes.length / 1_024)} KB`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  return [file('PDF', 'pdf', asPdf), file('Word document (DOCX)', 'docx', asDocx)];
}
