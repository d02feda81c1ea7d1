import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { force, may, type Permission, type Viewer } from '#access';
import { withheld } from '#event-sourcing';
import { CurrentViewer, May, Watched } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import { page, type Page, redirect, type Redirect } from '#pages';
import { Asks, PartAsked } from '#pages/module';
import { spokenName } from '#people';
import { PerpetratorRecords, ProtectedPeople } from '#people/module';
import type { FiledApplication } from '../domain/application.js';
import { isOrderInError } from '../domain/in-error.js';
import { UndecidedRecords } from '../order-record/undecided-records.query.js';
import { OrderRecords } from '../order-record/order-records.query.js';
import { determinationReasons } from '../determine-application/determine-application.dto.js';
import { ApplicationDrafts } from '../drafted-application/application-drafts.query.js';
import { givenAwayWords } from '../file-drafted-application/given-away-words.js';
import { areaBases } from '../file-application/file-application.dto.js';
import { otherForumReasons } from '../order-draft/forum-words.js';
import * as words from '../order-record/words.js';
import * as hearingWords from '../record-hearing/words.js';
import { appealBy } from '../domain/appeal-limits.js';
import { interimRefusals } from '../domain/interim-refusals.js';
import { openToAppeal, refusalAppealsDone, standsOnAppeal } from './refusal.js';
import { entriesOfApplication, isUndecided } from '../domain/application-in-error.js';
import { lastDecidedOf, refusalAppeal, refusalAppealRule } from '../domain/refusal-appeals.js';
import { applicationEntryCalled, whyApplicationInError } from '../application-in-error/application-entry-words.js';
import { lastDecidedCalled } from '../determined-in-error/determined-in-error.dto.js';
import { ApplicationRecords } from './application-records.query.js';
import { applicationView, type ApplicationView } from './application-view.js';
import { IncidentsSinceFiling } from '../tell-court/changed-incidents.query.js';
import { YouthRecords } from '../youth-record/youth-records.query.js';

interface Possible {
  readonly text: string;
  readonly path: string;
  readonly permission: Permission;
}

const possible: readonly Possible[] = [
  { text: 'List a hearing', path: 'hearings/new', permission: 'determine-application' },
  { text: 'Record an interim order', path: 'interim', permission: 'make-order' },
  { text: 'Record that it was granted', path: 'grant', permission: 'determine-application' },
  { text: 'Record how it ended without an order', path: 'end', permission: 'determine-application' },
  { text: 'Record that somebody no longer supports it', path: 'support', permission: 'record-application' },
];

/** Where does the application stand? */
@Controller()
@ApiTags('applications')
export class ApplicationRecordPage {
  constructor(
    private readonly applications: ApplicationRecords,
    private readonly drafts: ApplicationDrafts,
    private readonly people: ProtectedPeople,
    private readonly perpetrators: PerpetratorRecords,
    private readonly youth: YouthRecords,
    private readonly orders: OrderRecords,
    private readonly since: IncidentsSinceFiling,
    private readonly undecided: UndecidedRecords,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('applications/:id')
  @May('view-order')
  @Watched({ kind: 'application', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page | Redirect> {
    const application = await this.applications.byId(viewer, id);
    const prepared = await this.drafts.headOf(viewer, id);
    if (!application && prepared) return redirect(`/drafts/${id}`);
    if (!application) throw new NotFoundException();
    const perpetrator = await this.perpetrators.byId(viewer, application.perpetratorId);
    const name = perpetrator?.is === 'recorded' ? perpetrator.identity.value?.name : undefined;
    const view = await this.view(viewer, application);
    return page('orders/application-record/application-record.page.njk', {
      title: 'Application for a stalking protection order',
      application: view,
      respondent: name ? spokenName(name) : 'Respondent',
      forceName: force(application.force)?.name ?? application.force,
      words: { ...words, ...hearingWords, areaBases, determinationReasons, otherForumReasons, refusalAppealsDone, whyApplicationInError },
      standsOnAppeal: standsOnAppeal(application),
      openToAppeal: openToAppeal(application),
      interimsRefused: interimRefusals(application).map((one) => ({ ...one, limits: appealBy(one.on) })),
      interimsInError: await this.interimsInError(viewer, application),
      mayAppeal: may(viewer, 'record-appeal') && viewer.force === application.force,
      mayHear: may(viewer, 'determine-application') && viewer.force === application.force && application.is !== 'in-error',
      protectedNames: view.protectedPeople.map(namely),
      victimNames: view.victims.map(namely),
      withdrawn: view.supportWithdrawn.map((one) => {
        const person = [...view.protectedPeople, ...view.victims].find(({ id: personId }) => personId === one.protectedPersonId);
        return { on: one.on, who: person ? namely(person) : 'A protected person' };
      }),
      youth: await this.youth.ofFiled(viewer, application),
      givenAway: application.givenAway && givenAwayWords(application.givenAway, application.force),
      changed: await this.since.of(viewer, application),
      undecided: isUndecided(application) ? await this.undecided.beside(viewer, application.perpetratorId) : [],
      mayTellCourt: may(viewer, 'record-application'),
      actions: actionsFor(application, viewer),
      mine: viewer.force === application.force,
      isInError: application.is === 'in-error',
      errors: view.errors.map(({ entry, was, on, reason }) => ({ called: applicationEntryCalled(entry, was), on, reason })),
      prepared: prepared?.force === viewer.force && may(viewer, 'view-protected-person') ? `/drafts/${id}/check` : null,
    });
  }

  /** The ids of its interim orders that should never have been on record. */
  private async interimsInError(viewer: Viewer, { interims }: FiledApplication): Promise<readonly string[]> {
    const found = await Promise.all(interims.map(({ orderId }) => this.orders.byId(viewer, orderId)));
    return found.flatMap((order) => (order && isOrderInError(order) ? [order.orderId] : []));
  }

  @ApiOperation({ summary: 'One application' })
  @Get('api/v1/applications/:id')
  @May('view-order')
  @Watched({ kind: 'application', param: 'id' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<ApplicationView> {
    return this.view(viewer, await this.applications.seen(viewer, id));
  }

  @ApiOperation({ summary: 'The applications against a perpetrator, latest first' })
  @Get('api/v1/perpetrators/:id/applications')
  @Asks(PartAsked)
  @May('view-order')
  @Watched({ kind: 'perpetrator', param: 'id' })
  async list(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query('after') after?: string) {
    const found = await this.applications.against(viewer, id, after ?? null);
    if (!found) throw new NotFoundException();
    const items = found.items.map((one) => ({
      id: one.applicationId,
      filedOn: one.filedOn,
      force: one.force,
      outcome: one.is === 'determined' ? one.determination.outcome : null,
      /** Whether it should never have been on record, and counts nowhere. */
      inError: one.is === 'in-error',
    }));
    return { items, next: found.next };
  }

  private async view(viewer: Viewer, application: FiledApplication): Promise<ApplicationView> {
    const ids = [...application.protectedPersonIds, ...application.victimIds];
    const read = may(viewer, 'view-protected-person') ? application : withheld(application);
    const protector = { force: application.force, perpetratorId: application.perpetratorId, protectedPersonIds: ids };
    return applicationView(read, await this.people.knownAs(viewer, ids, [protector]), {
      today: londonDate(this.clock.now()),
      own: viewer.force,
    });
  }
}

function namely({ name, letter }: { readonly name: string | null; readonly letter: string }): string {
  return name ?? `protected person ${letter}`;
}

/** What is left to do once it was determined: a refusal goes on, by appeal, and what a court did before may be recorded late. */
function afterDecision(application: FiledApplication): readonly Possible[] {
  const late: Possible = { text: 'Record an interim order that was made before the decision', path: 'interim', permission: 'make-order' };
  return [...afterRefusal(application), late];
}

function afterRefusal(application: FiledApplication): readonly Possible[] {
  if (!refusalAppealRule(application)) return [];
  const appeal = refusalAppeal(application);
  if (appeal)
    return appeal.determined ? [] : [{ text: 'List a hearing of the appeal', path: 'hearings/new', permission: 'determine-application' }];
  const lodge: Possible = { text: 'Record an appeal against the refusal', path: 'appeal', permission: 'record-appeal' };
  return application.accepted
    ? [lodge]
    : [lodge, { text: 'Record that the force does not appeal', path: 'no-appeal', permission: 'record-appeal' }];
}

/** What was decided last can be taken back, or the application while nothing was, and each entry of its record. */
function inError(application: FiledApplication): readonly Possible[] {
  const last = lastDecidedOf(application);
  const isMore = entriesOfApplication(application).length > 0 || isUndecided(application);
  if (!last && !isMore) return [];
  const what = last && !isMore ? lastDecidedCalled[last.is] : 'something';
  return [{ text: `Say that ${what} was recorded in error`, path: 'error', permission: 'determine-application' }];
}

function actionsFor(application: FiledApplication, viewer: Viewer): readonly { text: string; href: string }[] {
  if (application.force !== viewer.force || application.is === 'in-error') return [];
  const notice: readonly Possible[] = application.hearsay
    ? [{ text: 'Record that the hearsay notice was served', path: 'hearsay-served', permission: 'record-application' }]
    : [];
  return [...(application.is === 'determined' ? afterDecision(application) : [...possible, ...notice]), ...inError(application)]
    .filter(({ permission }) => may(viewer, permission))
    .map(({ text, path }) => ({ text, href: `/applications/${application.applicationId}/${path}` }));
}
