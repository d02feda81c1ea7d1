import { Controller, Get, Header, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isRole, viewer as viewerFrom, force as forceOf, type Viewer } from '#access';
import { AccessLog, CurrentViewer, May, Public, Users } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import { page, type Page, type Redirect, redirect, TooOften, type WebRequest } from '#pages';
import { CalendarFeeds } from './calendar-feeds.query.js';
import { FeedEntries } from './feed-entries.query.js';
import { icalendar } from './icalendar.js';

/** A calendar of hearings and deadlines, read by the user's own calendar at a secret address. */
@ApiExcludeController()
@Controller()
export class CalendarFeedPage {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly entries: FeedEntries,
    private readonly users: Users,
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {}

  @Get('work/calendar')
  @May('view-work')
  show(@CurrentViewer() viewer: Viewer): Promise<Page> {
    return this.page(viewer, null);
  }

  /** The answer shows the address, this once: it is in no redirect, cookie or log. */
  @Post('work/calendar')
  @May('view-work')
  async make(@CurrentViewer() viewer: Viewer, @Req() request: WebRequest): Promise<Page> {
    const token = await this.feeds.make(viewer.userId);
    return this.page(viewer, `${originOf(request)}/api/v1/calendars/${token}`);
  }

  @Post('work/calendar/revoke')
  @May('view-work')
  async revoke(@CurrentViewer() viewer: Viewer): Promise<Redirect> {
    await this.feeds.revoke(viewer.userId);
    return redirect('/work/calendar', { flash: { kind: 'success', text: 'The address works no more' } });
  }

  @Get('api/v1/calendars/:token')
  @Public()
  @Header('content-type', 'text/calendar; charset=utf-8')
  async read(@Param('token') token: string, @Req() request: WebRequest): Promise<string> {
    const reading = await this.feeds.read(token);
    if (!reading.ok && reading.why === 'too-often')
      throw new TooOften('Read too often', 'This calendar was read too often. Try again in an hour', 3_600);
    const viewer = reading.ok ? await this.viewer(reading.userId) : null;
    if (!viewer) throw new NotFoundException();
    const route = request.routeOptions?.url ?? '';
    // It names nobody.
    await this.log.record({ viewer, kind: 'calendar feed', subject: null, route, reason: null, terms: null, correlationId: request.id });
    const entries = await this.entries.for(viewer, londonDate(this.clock.now()));
    return icalendar(
      `Orderwatch, ${forceOf(viewer.force)?.name ?? viewer.force}`,
      originOf(request),
      await this.feeds.tell(viewer.userId, entries),
    );
  }

  /** The user as they are now: a closed account or one that may no longer read the list has no calendar. */
  private async viewer(userId: string): Promise<Viewer | null> {
    const user = (await this.users.list()).find(({ id }) => id === userId);
    if (!user?.active || !isRole(user.role)) return null;
    const who = viewerFrom({ userId, role: user.role, force: user.force, name: user.displayName });
    return who.permissions.includes('view-work') ? who : null;
  }

  private async page(viewer: Viewer, made: string | null): Promise<Page> {
    return page(
      'deadlines/calendar-feed/calendar-feed.page.njk',
      {
        title: 'Hearings and deadlines in your calendar',
        back: { href: '/work', text: 'Work' },
        feed: await this.feeds.of(viewer.userId),
        made,
      },
      { status: 200 },
    );
  }
}

function originOf({ protocol, headers }: WebRequest): string {
  const host = headers['host'];
  return `${protocol ?? 'http'}://${typeof host === 'string' && /^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`;
}
