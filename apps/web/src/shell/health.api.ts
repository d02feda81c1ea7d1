import { Controller, Get, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '#access/module';
import { Projector } from '#event-store/module';
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
    private readonly metrics: Metrics,
  ) {}

  /** Whether the process answers at all. */
  @Get('health/live')
  @Public()
  live(): object {
    return { status: 'up' };
  }

  /** Whether it can do its work: the database answers, is migrated, and every read model goes on. 503 when not. */
  @Get('health/ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: WebReply): Promise<object> {
    const database = await this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const migrated = database && !(await this.database.showMigrations().catch(() => true));
    const projections = database ? await this.projector.status().catch(() => null) : null;
    const stopped = projections?.filter(({ failure }) => failure !== null).map(({ name }) => name) ?? [];
    const behind = projections?.filter(({ isBehind }) => isBehind).map(({ name }) => name) ?? [];
    const ready = database && migrated && projections !== null && stopped.length === 0;
    reply.status(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not ready', database, migrated, projections: { stopped, behind } };
  }

  @Get('metrics')
  @Public()
  @UseGuards(MetricsReaders)
  async scrape(@Res({ passthrough: true }) reply: WebReply): Promise<string> {
    reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}
