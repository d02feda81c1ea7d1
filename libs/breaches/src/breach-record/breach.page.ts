import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { nextAddress, page, type Page } from '#pages';
import { Asks, MadeBy, PartAsked } from '#pages/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import { courtByAge } from '../domain/court-by-age.js';
import { AllegingForm } from './alleging.form.js';
import { BreachRecords } from './breach-records.query.js';
import type { BreachView } from './breach-view.js';
import { OpenBreach } from './open-breach.query.js';

/** One breach: what was alleged in the words then in force, what was done, and what waits to be done. */
@ApiTags('breaches')
@Controller()
@MadeBy('flag-affected-breaches', 'flags on breaches')
@May('view-breach')
export class BreachPage {
  constructor(
    private readonly breaches: OpenBreach,
    private readonly records: BreachRecords,
    private readonly alleging: AllegingForm,
    private readonly clock: Clock,
  ) {}

  @Get('breaches/:id')
  @ApiExcludeEndpoint()
  @Watched({ kind: 'breach', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    const breach = await this.breaches.view(viewer, id);
    const { name: person, born } = await this.breaches.personBorn(viewer, breach.perpetratorId);
    const kinds = breach.kinds.map(({ is }) => is);
    const alike = await this.alleging.alike(viewer, breach.perpetratorId, breach.occurred, kinds);
    return page('breaches/breach-record/breach.page.njk', {
      title: breach.isBreach ? 'Breach' : 'Contact kept',
      breach,
      alike: alike.filter((other) => other.id !== id),
      person,
      courtByAge: breach.isBreach ? courtByAge(born, breach.occurred.on, londonDate(this.clock.now())) : null,
      back: { href: `/perpetrators/${breach.perpetratorId}`, text: 'Back to the person' },
      readsWords: may(viewer, 'view-protected-person'),
      mayProgress: may(viewer, 'progress-breach'),
      mayDecide: may(viewer, 'progress-breach') && breach.force.cjs === viewer.force,
      mayReport: may(viewer, 'report-breach'),
    });
  }

  @Get('api/v1/breaches/:id')
  @ApiOperation({ summary: 'A breach with the wording then in force' })
  @Watched({ kind: 'breach', param: 'id' })
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<BreachView> {
    return this.breaches.view(viewer, id);
  }

  /** Newest occurrence first; `next` is the address of the part after this one, null at the end. */
  @Get('api/v1/perpetrators/:id/breaches')
  @ApiOperation({ summary: 'The breaches and kept contact of a perpetrator, newest first' })
  @Asks(PartAsked)
  @Watched({ kind: 'perpetrator', param: 'id' })
  async list(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query('after') after?: unknown) {
    await this.breaches.person(viewer, id);
    const found = await this.records.ofPerpetrator(viewer, id, typeof after === 'string' ? after : null);
    return {
      items: found.items.map(({ id: breachId, force, status, isBreach, doc, reportedAt, recordedAt, orderIds, openFlags }) => ({
        id: breachId,
        force,
        status,
        isBreach,
        occurred: doc.occurred,
        reportedAt,
        recordedAt,
        kinds: doc.kinds,
        orderIds,
        openFlags,
        allegations: doc.allegations.map(({ withdrawn, ...allegation }) => ({ ...allegation, withdrawn: withdrawn !== null })),
      })),
      next: nextAddress(`/api/v1/perpetrators/${id}/breaches`, {}, found),
    };
  }
}
