import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { force, may, maySeeContact, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { Clock } from '#event-store';
import { type Page, page, redirect, type Redirect } from '#pages';
import { addressLine } from '../domain/addresses.js';
import { safeTimesWords, channelNames, frequencyNames, whyStandardNames } from '../agree-contact-plan/words.js';
import { isSafeAt } from '../domain/contact-plan.js';
import type { Identity, SafeContact } from '../domain/events.js';
import type { Entitlement } from '../domain/protected-person.js';
import { formalName } from '../domain/names.js';
import { PerpetratorRecords } from '../perpetrator-record/perpetrator-record.query.js';
import { sexes } from '../record-perpetrator/person.dto.js';
import { heldBy } from './known-as.js';
import { handoverView, handoverWords, type HandoverView } from '../transfer-safeguarding/handover.view.js';
import { ProtectedPeople } from './protected-people.query.js';

/** A protected person's record. The contact is a page of its own, so that every look at it stands in the access log by itself. */
@ApiTags('people')
@Controller()
@May('view-protected-person')
export class ProtectedPersonPage {
  constructor(
    private readonly people: ProtectedPeople,
    private readonly perpetrators: PerpetratorRecords,
    private readonly clock: Clock,
  ) {}

  @Get('protected-people/:id')
  @Watched({ kind: 'protected-person', param: 'id' })
  @ApiExcludeEndpoint()
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page | Redirect> {
    const record = await this.people.byId(viewer, id);
    const handover = await this.people.handover(viewer, id);
    // The force that was asked reads no more of the person than it needs to answer.
    if (!record && handover?.is === 'waiting') return redirect(`/protected-people/${id}/handover`);
    if (!record) throw new NotFoundException();
    const identity = record.is === 'recorded' ? record.identity.value : null;
    const isOurs = record.safeguarding === viewer.force;
    return page('people/protected-person-record/protected-person.page.njk', {
      title: identity ? formalName(identity.name) : 'Erased person',
      back: record.perpetratorId ? { href: `/perpetrators/${record.perpetratorId}`, text: 'The perpetrator' } : { href: '/search' },
      id,
      identity,
      sex: sexes.find(({ value }) => value === identity?.sex)?.text,
      recordedBy: force(record.force)?.fullName,
      safeguarding: force(record.safeguarding)?.fullName,
      maySeeContact: identity !== null && maySeeContact(viewer, heldBy(record)),
      handover: handover && handoverWords(handover),
      waits: handover?.is === 'waiting',
      mayChange: identity !== null && isOurs && may(viewer, 'record-protected-person'),
    });
  }

  @Get('protected-people/:id/contact')
  @Watched({ kind: 'safe-contact', param: 'id' })
  @ApiExcludeEndpoint()
  async showContact(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    const { identity, contact, entitlement } = await this.reached(viewer, id);
    const plan = await this.people.plan(viewer, id);
    return page('people/protected-person-record/contact.page.njk', {
      title: 'How to reach them safely',
      back: { href: `/protected-people/${id}` },
      name: identity ? formalName(identity.name) : '',
      id,
      contact,
      address: contact.address ? addressLine(contact.address) : null,
      plan: plan && {
        ...plan,
        times: safeTimesWords(plan),
        isSafeNow: isSafeAt(plan, this.clock.now()),
        often: frequencyNames[plan.frequency],
        safe: plan.safe.map((channel) => channelNames[channel].toLowerCase()),
        never: plan.never.map((channel) => channelNames[channel].toLowerCase()),
      },
      rights: entitlement?.rights ?? 'enhanced',
      whyStandard: entitlement?.standardBecause ? whyStandardNames[entitlement.standardBecause] : null,
      mayChange: may(viewer, 'record-protected-person'),
    });
  }

  @Get('api/v1/protected-people/:id')
  @Watched({ kind: 'protected-person', param: 'id' })
  @ApiOperation({ summary: 'A protected person, without how to reach them' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string) {
    const record = await this.people.byId(viewer, id);
    if (!record) throw new NotFoundException();
    const { force: recordedBy, safeguarding, perpetratorId } = record;
    return {
      id,
      erased: record.is === 'erased',
      recordedBy,
      safeguarding,
      perpetratorId,
      handover: record.is === 'recorded' ? await this.handover(viewer, id) : null,
      identity: record.is === 'recorded' ? record.identity.value : null,
    };
  }

  @Get('api/v1/protected-people/:id/contact')
  @Watched({ kind: 'safe-contact', param: 'id' })
  @ApiOperation({ summary: 'How to reach a protected person safely; only for the force that looks after them. Every look is logged.' })
  async answerContact(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<SafeContact> {
    return (await this.reached(viewer, id)).contact;
  }

  @Get('api/v1/perpetrators/:id/protected-people')
  @May('view-person')
  @Watched({ kind: 'perpetrator', param: 'id' })
  @ApiOperation({ summary: 'Who was recorded to be protected from this perpetrator: a name, or a letter for those who may not see it' })
  async protectedFrom(@CurrentViewer() viewer: Viewer, @Param('id') id: string) {
    if (!(await this.perpetrators.byId(viewer, id))) throw new NotFoundException();
    const found = await this.people.protectedFrom(viewer, id);
    return {
      items: found.map(({ id: protectedPersonId, letter, name, dateOfBirth, safeguarding, isErased }) => ({
        id: protectedPersonId,
        letter,
        name,
        dateOfBirth,
        safeguarding,
        isErased,
      })),
    };
  }

  private async handover(viewer: Viewer, id: string): Promise<HandoverView | null> {
    const handover = await this.people.handover(viewer, id);
    return handover && handoverView(handover);
  }

  private async reached(
    viewer: Viewer,
    id: string,
  ): Promise<{ identity: Identity | null; contact: SafeContact; entitlement: Entitlement | null }> {
    const [record, contact] = [await this.people.byId(viewer, id), await this.people.contact(viewer, id)];
    if (record?.is !== 'recorded' || !contact) throw new NotFoundException();
    return {
      identity: record.identity.value,
      contact,
      entitlement: record.entitlements.find((one) => one.force === record.safeguarding) ?? null,
    };
  }
}
