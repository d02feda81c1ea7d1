import { Controller, Get, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '#access/module';
import { SetAside } from '#deadlines/module';
import { Projector, Reactions, type ReactionStatus } from '#event-store/module';
import type { WebReply } from '#pages';
import { DataSource } from 'typeorm';
import { Metrics } from './metrics.js';
import { MetricsReaders } from './metrics-readers.js';

@ApiExcludeController()
@Controller()
export class HealthApi {
  constructor(
    private readonly database: DataSource,
    private readonly projector: Projector,
    private readonly reactions: Reactions,
    private readonly work: SetAside,
    private readonly metrics: Metrics,
  ) {}

  /** Whether the process answers at all. */
  @Get('health/live')
  @Public()
  live(): object {
    return { status: 'up' };
  }

  /**
   * Whether it can do its work: the database answers, is migrated, and every read model goes on. 503 when not. A reaction that cannot go on
   * takes no page away, so the answer names it and stays 200: `degraded`. So is it where the deadlines of somebody could not be worked out.
   */
  @Get('health/ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: WebReply) {
    const database = await this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const migrated = database && !(await this.database.showMigrations().catch(() => true));
    const projections = database ? await this.projector.status().catch(() => null) : null;
    const stopped = projections?.filter(({ failure }) => failure !== null).map(({ name }) => name) ?? [];
    const behind = projections?.filter(({ isBehind }) => isBehind).map(({ name }) => name) ?? [];
    const reactions = database ? await this.reactions.status().catch(() => null) : null;
    const stuck = reactions?.filter(({ failure }) => failure !== null).map(stuckAt) ?? [];
    const late = reactions?.filter(({ isBehind }) => isBehind).map(({ name }) => name) ?? [];
    const setAside = database ? await this.work.count(null).catch(() => 0) : 0;
    const ready = database && migrated && projections !== null && stopped.length === 0;
    reply.status(ready ? 200 : 503);
    const status = ready ? (stuck.length > 0 || setAside > 0 ? 'degraded' : 'ready') : 'not ready';
    return { status, database, migrated, projections: { stopped, behind }, reactions: { stuck, behind: late }, work: { setAside } };
  }

  @Get('metrics')
  @Public()
  @UseGuards(MetricsReaders)
  async scrape(@Res({ passthrough: true }) reply: WebReply): Promise<string> {
    reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}

/** Which, since when, and the position that it does not get past. Why stands in the log and in `verify`. */
function stuckAt({ name, failedAt, position }: ReactionStatus): object {
  return { name, since: failedAt, position };
}
