import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { formatDate, formatDateTime } from '#calendar';
import { Clock } from '#event-store';
import { page, type Page } from '#pages';
import { spokenName } from '#people';
import { ProtectedPeople } from '#people/module';
import { BreachRecords } from '../breach-record/breach-records.query.js';
import { aboutWords } from '../breach-record/words.js';
import type { VictimUpdateAbout } from '../domain/events.js';
import { type Told, toldOf } from './told.js';

interface ToldView extends Pick<Told, 'breachId' | 'toldAt' | 'late'> {
  readonly what: string;
  readonly about: VictimUpdateAbout;
  readonly when: string;
}

/** What one protected person was told of breaches, when, and what they are still to be told. For those who may read their name. */
@ApiTags('breaches')
@Controller()
@May('view-protected-person')
@Watched({ kind: 'protected-person', param: 'id' })
export class VictimContactPage {
  constructor(
    private readonly people: ProtectedPeople,
    private readonly breaches: BreachRecords,
    private readonly clock: Clock,
  ) {}

  @Get('protected-people/:id/told')
  @ApiExcludeEndpoint()
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    const { name, told } = await this.told(viewer, id);
    return page('breaches/victim-contact/victim-contact.page.njk', {
      title: 'What they were told',
      name,
      waiting: told.filter(({ toldAt }) => toldAt === null),
      told: told.filter(({ toldAt }) => toldAt !== null),
      mayTell: may(viewer, 'progress-breach'),
      back: { href: `/protected-people/${id}`, text: 'Back to the protected person' },
    });
  }

  @Get('api/v1/protected-people/:id/told')
  @ApiOperation({ summary: 'What a protected person was told of breaches, and what they are still to be told' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<{ items: ToldView[] }> {
    return { items: (await this.told(viewer, id)).told };
  }

  private async told(viewer: Viewer, id: string): Promise<{ name: string; told: ToldView[] }> {
    const person = await this.people.byId(viewer, id);
    if (person?.is !== 'recorded') throw new NotFoundException();
    const rows = await this.breaches.doneTo(viewer, id);
    const told = toldOf(
      id,
      rows.map(({ doc }) => doc),
      this.clock.now(),
    );
    return { name: person.identity.value ? spokenName(person.identity.value.name) : 'Name not readable', told: told.map(inWords) };
  }
}

function inWords({ breachId, about, due, toldAt, late }: Told): ToldView {
  const when = toldAt === null ? `by the end of ${formatDate(due)}` : formatDateTime(toldAt);
  return { breachId, about, what: aboutWords[about], when, toldAt, late };
}
