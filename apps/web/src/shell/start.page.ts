import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Public } from '#access/module';
import { type Page, page, type Redirect, redirect } from '#pages';

/** The path a role starts at, by role. */
export type StartPages = Readonly<Record<string, string>>;

export const START_PAGES = Symbol('StartPages');

@ApiExcludeController()
@Controller()
export class StartPage {
  constructor(@Inject(START_PAGES) private readonly startPages: StartPages) {}

  @Get()
  @May('sign-out')
  start(@CurrentViewer() viewer: Viewer): Page | Redirect {
    const own = this.startPages[viewer.role];
    return own ? redirect(own) : page('shell/start.page.njk', {});
  }

  @Get('accessibility')
  @Public()
  accessibility(): Page {
    return page('shell/accessibility.page.njk', {});
  }

  @Get('privacy')
  @Public()
  privacy(): Page {
    return page('shell/privacy.page.njk', {});
  }
}
