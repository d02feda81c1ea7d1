import { Injectable } from '@nestjs/common';
import { may, type Viewer } from '#access';
import { formatDate, formatPeriod, type LocalDate, londonDate } from '#calendar';
import { Clock } from '#event-store';
import { type Incident, incidentNumber, type OpenedCase, standingIncidents } from '#cases';
import { CaseRecords } from '#cases/module';
import { hiddenIn, masked, type Masked, spokenName } from '#people';
import { PerpetratorRecords, ProtectedPeople } from '#people/module';
import { type ChangedIncidents, changedIncidents } from '../domain/application-draft/changed-incidents.js';
import { type ApplicationDraft, namedIn } from '../domain/application-draft/draft.js';
import type { RiskGrade } from '../domain/application-draft/contents.js';
import { liveOrders } from '../domain/application-draft/live.js';
import { contentIn, type Surroundings } from '../domain/application-draft/missing.js';
import { nothingAround } from '../domain/application-draft/sections.js';
import { momentOf } from '../domain/moments.js';
import type { MadeOrder } from '../domain/order.js';
import { OrdersInForce } from '../order-record/orders-in-force.query.js';
import type { OrderView } from '../order-record/order-view.js';
import { type UndecidedRecord, UndecidedRecords } from '../order-record/undecided-records.query.js';
import type { Speaking } from './answers.js';
import { ApplicationDrafts, type DraftLine } from './application-drafts.query.js';
import { type DraftRow, standingIn } from './draft-row.js';

/** A draft with all that a page about it must know besides. */
export interface DraftContext {
  readonly viewer: Viewer;
  readonly row: DraftRow;
  readonly draft: ApplicationDraft;
  /** The respondent's name; null when it was erased. */
  readonly respondent: string | null;
  readonly around: Surroundings;
  /** The London day on which it is looked at. */
  readonly today: LocalDate;
  /** The orders in force now, of any force, as their streams say. */
  readonly standing: readonly MadeOrder[];
  /** False when one that was recorded a moment ago may be missing: nobody decides then. */
  readonly isWhole: boolean;
  /** The same as the viewer may read them. */
  readonly live: readonly OrderView[];
  /** Of what was filed: the orders that it was compared with before. Empty while it is not filed. */
  readonly beside: readonly OrderView[];
  /** Records that may be of the same person, and beside whose orders nothing is held until somebody decides. */
  readonly undecided: readonly UndecidedRecord[];
  readonly speaking: Speaking;
  /** What the force has on record of the respondent, latest first: an application may rely on it. */
  readonly incidents: readonly RecordedIncident[];
  /** The investigations that hold incidents it relies on: whether those still stand, their streams say. */
  readonly caseIds: readonly string[];
  /** The investigation that it was begun from, and whom it names; null where it was begun from none. */
  readonly comesFrom: ComesFrom | null;
  /** How the force's own investigations graded the risk last; null when none did. */
  readonly assessed: { readonly grade: RiskGrade; readonly on: LocalDate } | null;
}

export interface ComesFrom {
  readonly caseId: string;
  readonly openedOn: LocalDate;
  readonly protectedPersonIds: readonly string[];
  /** Those to whom its incidents were done, but for incidents recorded in error. */
  readonly victimIds: readonly string[];
}

/** An incident of an investigation that can be relied on. */
export interface RecordedIncident {
  readonly id: string;
  readonly words: string;
}

/** What the investigations of the force say for a draft. */
interface Investigated extends Pick<DraftContext, 'incidents' | 'assessed' | 'caseIds' | 'comesFrom'> {
  /** Those relied on that were recorded in error since. */
  readonly inError: readonly RecordedIncident[];
  /** What became of those relied on. */
  readonly changed: ChangedIncidents;
}

/** Looks up what surrounds a draft. */
@Injectable()
export class DraftContexts {
  constructor(
    private readonly drafts: ApplicationDrafts,
    private readonly perpetrators: PerpetratorRecords,
    private readonly people: ProtectedPeople,
    private readonly inForce: OrdersInForce,
    private readonly undecided: UndecidedRecords,
    private readonly cases: CaseRecords,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundException when there is no such draft for this viewer */
  async of(viewer: Viewer, applicationId: string): Promise<DraftContext> {
    const row = await this.drafts.seen(viewer, applicationId);
    const { draft } = row.doc;
    const said = await this.speaking(viewer, draft);
    const [perpetrator, { standing, all, isWhole }, undecided, { incidents, inError, assessed, caseIds, changed, comesFrom }] =
      await Promise.all([
        this.perpetrators.byId(viewer, draft.perpetratorId),
        this.inForce.found(viewer, draft.perpetratorId),
        this.undecided.beside(viewer, draft.perpetratorId),
        this.investigated(viewer, row, said),
      ]);
    const identity = perpetrator?.is === 'recorded' ? perpetrator.identity.value : null;
    const live = await this.inForce.views(viewer, standing);
    const isFiled = row.state === 'filed';
    const comparedWith = isFiled ? (draft.weighed?.orders ?? []).map(({ orderId }) => orderId) : [];
    const beside = await this.inForce.views(
      viewer,
      all.filter(({ orderId }) => comparedWith.includes(orderId)),
    );
    // What was filed was whole: nothing that came since makes a section of it unfinished.
    const around = isFiled
      ? nothingAround
      : { isAgeKnown: Boolean(identity?.dateOfBirth), live: liveOrders(standing, momentOf(this.clock.now())), ...changed };
    const known = new Map([...incidents, ...inError].map(({ id, words }) => [id, words]));
    const speaking: Speaking = {
      ...said,
      begunOn: draft.begunOn,
      incident: (id) => known.get(id) ?? 'An incident that is no longer on record',
    };
    const respondent = identity ? spokenName(identity.name) : null;
    const today = londonDate(this.clock.now());
    return {
      viewer,
      row,
      draft,
      respondent,
      around,
      today,
      standing,
      isWhole,
      live,
      beside,
      undecided,
      speaking,
      incidents,
      assessed,
      caseIds,
      comesFrom,
    };
  }

  /** Lines of a list as they stand beside the investigations: incidents relied on may have been corrected or recorded in error. */
  async listed(viewer: Viewer, lines: readonly DraftLine[]): Promise<readonly DraftLine[]> {
    const relying = lines.filter(({ relies }) => relies !== null);
    if (relying.length === 0) return lines;
    const against = [...new Set(relying.map(({ perpetratorId }) => perpetratorId))];
    const { items } = await this.cases.ofPerpetrators(viewer, against, null, 1_000);
    const around = { ...nothingAround, ...changedIncidents(items.flatMap(({ doc }) => doc.incidents)) };
    return lines.map((one) => (one.relies === null ? one : { ...one, ...standingIn(one.relies, around) }));
  }

  /** How the people and the words of a draft read to this viewer. */
  private async speaking(viewer: Viewer, draft: ApplicationDraft): Promise<Pick<Speaking, 'person' | 'text'>> {
    const ids = namedIn(draft);
    const known = await this.people.knownAs(viewer, ids, [{ force: draft.force, protectedPersonIds: ids }], [draft.perpetratorId]);
    // A draft is in the words of the force that reads it: they stand as they were written.
    const masks = hiddenIn(known, may(viewer, 'view-protected-person')).map(({ letter, ...one }): Masked => ({
      ...one,
      instead: `protected person ${letter}`,
    }));
    const names = new Map(known.map(({ id, name, letter }) => [id, name ?? `Protected person ${letter}`]));
    return { person: (id) => names.get(id) ?? 'Somebody else', text: (value) => masked(value, masks) };
  }

  /** What the force's own investigations hold: the incidents, but for those recorded in error, which of those are relied on, and the last grade of the risk. */
  private async investigated(viewer: Viewer, { doc: { draft }, state }: DraftRow, { text }: Pick<Speaking, 'text'>): Promise<Investigated> {
    const then = state === 'filed' && draft.authorisation.is === 'given' ? draft.authorisation.relied : [];
    const { items } = await this.cases.ofPerpetrators(viewer, [draft.perpetratorId], null, 100);
    const own = items.filter(({ force }) => force === draft.force).map(({ doc }) => doc);
    const assessments = own.flatMap((one) => one.assessments).map(({ grade, on, regrades }) => ({ grade, on: regrades.at(-1)?.on ?? on }));
    const numbered = (one: OpenedCase, incidentId: string) =>
      `Incident ${incidentNumber(one, incidentId)}${own.length > 1 ? ` of the investigation opened ${formatDate(one.openedOn)}` : ''}`;
    const told = (one: OpenedCase, { incidentId, occurred: { on, until }, account }: Incident): string =>
      `${numbered(one, incidentId)}, ${on === until ? formatDate(on) : formatPeriod(on, until)}: ${account.value === null ? 'erased' : text(account.value)}`;
    const corrected = ({ incidentId, corrections }: Incident): boolean =>
      then.some((relied) => relied.incidentId === incidentId && relied.corrections !== corrections);
    const incidents = own
      .flatMap((one) => standingIncidents(one).map((incident) => ({ one, incident })))
      .toSorted((a, b) => (a.incident.occurred.on < b.incident.occurred.on ? 1 : -1))
      .map(({ one, incident }) => ({
        id: incident.incidentId,
        words: `${told(one, incident)}${corrected(incident) ? ' (as corrected after the filing)' : ''}`,
      }));
    const { incidentIds } = contentIn(draft, 'acts');
    const relied = own.map((one) => ({ one, on: one.incidents.filter(({ incidentId }) => incidentIds.includes(incidentId)) }));
    const caseIds = relied.filter(({ on }) => on.length > 0).map(({ one }) => one.caseId);
    const inError = relied.flatMap(({ one, on }) =>
      on
        .filter((incident) => incident.inError !== null)
        .map((incident) => ({
          id: incident.incidentId,
          words:
            state === 'filed'
              ? `${told(one, incident)} (recorded in error after the filing)`
              : `${numbered(one, incident.incidentId)}: recorded in error since, and no part of the application any more`,
        })),
    );
    const changed = changedIncidents(relied.flatMap(({ on }) => on));
    const comesFrom = comesFromIn(own, draft.caseId);
    return {
      caseIds,
      comesFrom,
      changed,
      incidents,
      inError,
      assessed: assessments.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1) ?? null,
    };
  }
}

function comesFromIn(own: readonly OpenedCase[], caseId: string | null): ComesFrom | null {
  const found = own.find((one) => one.caseId === caseId);
  if (!found) return null;
  const victimIds = [...new Set(standingIncidents(found).flatMap(({ protectedPersonIds }) => protectedPersonIds))];
  return { caseId: found.caseId, openedOn: found.openedOn, protectedPersonIds: found.protectedPersonIds, victimIds };
}
