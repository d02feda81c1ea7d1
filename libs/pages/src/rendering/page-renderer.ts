import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { formatDateTime, type Instant, londonDate } from '#calendar';
import { Clock } from '#event-store';
import type nunjucks from 'nunjucks';
import type { Flash, Page } from '../answers/answers.js';
import { FormView, newForm } from '../forms/form-view.js';
import type { WebRequest } from '../request.js';
import { commandOfEntry } from './form-entries.js';
import { ownAssets, templateEngine } from './templates.js';

/** A link in the primary navigation, shown to those with the permission (to every signed-in user when it names none). */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  readonly permission?: string;
}

export interface PagesOptions {
  /** Whether every page must say that its data is made up. */
  readonly demo: boolean;
  readonly navigation: readonly NavigationItem[];
}

/** What stands around a page and is not the page's own to say. */
export interface AroundPage {
  readonly flash?: Flash | null;
  /** How much waits behind links of the navigation, by their address. */
  readonly counts?: Readonly<Record<string, string>>;
  /** From when on what was recorded may not be shown yet. */
  readonly missingSince?: Instant | null;
  /** What of this page is not made yet out of what was recorded, and from when on. */
  readonly notMade?: { readonly what: string; readonly since: Instant } | null;
}

export const PAGES_OPTIONS = Symbol('PagesOptions');

export const serviceName = 'Orderwatch';

/** Makes the HTML of a page for one request. */
@Injectable()
export class PageRenderer {
  private readonly engine: nunjucks.Environment = templateEngine();
  private readonly assetVersion = versionOf(['orderwatch.css', 'orderwatch.js']);

  constructor(
    @Inject(PAGES_OPTIONS) private readonly options: PagesOptions,
    private readonly clock: Clock,
  ) {}

  /** Throws if the template or its data is wrong: a bug. */
  render(page: Page, request: WebRequest, { flash = null, counts = {}, missingSince = null, notMade = null }: AroundPage = {}): string {
    const visit = request.visit;
    const data: Record<string, unknown> = { form: newForm(), ...page.data };
    for (const [name, value] of Object.entries(data)) {
      if (!(value instanceof FormView)) continue;
      value.csrf = visit?.csrf ?? null;
      value.commandId = commandOfEntry(request, name) ?? value.commandId;
    }
    const here = request.url.split('?')[0] ?? '';
    return this.engine.render(page.template, {
      ...data,
      serviceName,
      viewer: visit?.visitor ?? null,
      csrf: visit?.csrf ?? null,
      idleMinutes: visit?.idleMinutes ?? null,
      navigation: this.navigation(visit?.visitor?.permissions, here, counts),
      correlationId: request.id,
      demo: this.options.demo,
      today: londonDate(this.clock.now()),
      now: formatDateTime(this.clock.now()),
      flash,
      missingSince,
      notMade,
      assetVersion: this.assetVersion,
    });
  }

  private navigation(permissions: readonly string[] | undefined, here: string, counts: Readonly<Record<string, string>>): object[] {
    if (!permissions) return [];
    return this.options.navigation
      .filter(({ permission }) => permission === undefined || permissions.includes(permission))
      .map(({ text, href }) => ({
        text: counts[href] ? `${text} (${counts[href]})` : text,
        href,
        current: here === href,
        active: here.startsWith(`${href}/`),
      }));
  }
}

/** Changes with the files, so that browsers may keep them for ever. */
function versionOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(path.join(ownAssets(), file)));
  return hash.digest('hex').slice(0, 10);
}
