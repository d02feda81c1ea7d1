import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { maySeeContact, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type FormView, newForm, type Page, page, type Recorded, type Redirect, Submissions, type WebRequest } from '#pages';
import { formalName } from '../domain/names.js';
import type { Entitlement, ProtectedPersonRecord } from '../domain/protected-person.js';
import { heldBy } from '../protected-person-record/known-as.js';
import { ProtectedPeople } from '../protected-person-record/protected-people.query.js';
import { AgreeContactPlan } from './agree-contact-plan.command.js';
import { ContactPlanFields, contactPlanWords, planIn } from './agree-contact-plan.dto.js';
import { channelNames, dayNames, frequencyNames, whyStandardNames } from './words.js';

const choices = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, text]) => ({ value, text }));

/** What is agreed with a protected person about keeping in touch. Only for the force that looks after them; every look is logged. */
@ApiTags('people')
@Controller()
@May('record-protected-person')
@Watched({ kind: 'safe-contact', param: 'id' })
export class AgreeContactPlanPage {
  constructor(
    private readonly submissions: Submissions,
    private readonly people: ProtectedPeople,
  ) {}

  @Get('protected-people/:id/contact/plan')
  @ApiExcludeEndpoint()
  show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Get('api/v1/protected-people/:id/contact/plan')
  @ApiOperation({ summary: 'What is agreed with a protected person about keeping in touch; only for the force that looks after them' })
  async read(@CurrentViewer() viewer: Viewer, @Param('id') id: string) {
    const entitlement = decidedBy(await this.record(viewer, id), viewer);
    return { id, entitlement, plan: await this.people.plan(viewer, id) };
  }

  @Post('protected-people/:id/contact/plan')
  @ApiExcludeEndpoint()
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    await this.record(viewer, id);
    return this.submissions.form({
      request,
      dto: ContactPlanFields,
      command: (fields, act) => new AgreeContactPlan(id, planIn(fields), act),
      words: contactPlanWords,
      show: (form) => this.page(viewer, id, form),
      to: () => `/protected-people/${id}/contact`,
      done: 'What is agreed is recorded',
    });
  }

  @Post('api/v1/protected-people/:id/contact/plan')
  @ApiOperation({ summary: 'Record what is agreed with a protected person about keeping in touch, and to what they are entitled' })
  @ApiBody({ type: ContactPlanFields })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Recorded> {
    await this.record(viewer, id);
    return this.submissions.api({
      request,
      dto: ContactPlanFields,
      command: (fields, act) => new AgreeContactPlan(id, planIn(fields), act),
      words: contactPlanWords,
      id: () => id,
    });
  }

  private async page(viewer: Viewer, id: string, form?: FormView): Promise<Page> {
    const record = await this.record(viewer, id);
    const { identity } = record;
    const plan = await this.people.plan(viewer, id);
    const { rights = 'enhanced', standardBecause } = decidedBy(record, viewer) ?? {};
    return page('people/agree-contact-plan/agree-contact-plan.page.njk', {
      form: form ?? newForm({ frequency: 'each-development', days: 'every-day', ...plan, rights, standardBecause }),
      name: identity.value ? formalName(identity.value.name) : '',
      title: 'Agree how to keep in touch',
      channels: choices(channelNames),
      frequencies: choices(frequencyNames),
      reasons: choices(whyStandardNames),
      days: choices(dayNames),
      back: { href: `/protected-people/${id}/contact` },
    });
  }

  /** @throws NotFoundException for all but the force that looks after them */
  private async record(viewer: Viewer, id: string) {
    const record = await this.people.byId(viewer, id);
    if (record?.is !== 'recorded' || !maySeeContact(viewer, heldBy(record))) throw new NotFoundException();
    return record;
  }
}

/** What the reader's own force decided; what another did binds it to nothing and is not filled in. */
function decidedBy({ entitlements }: Pick<ProtectedPersonRecord, 'entitlements'>, { force }: Viewer): Entitlement | null {
  return entitlements.find((one) => one.force === force) ?? null;
}
