import { Injectable } from '@nestjs/common';
import { type Viewer } from '#access';
import { incidentNumber } from '#cases';
import { CaseRecords } from '#cases/module';
import { changedIncidents } from '../domain/application-draft/changed-incidents.js';
import type { FiledApplication } from '../domain/application.js';
import { type ChangedSince, changedSince } from '../domain/changed-since.js';
import { ApplicationDrafts } from '../drafted-application/application-drafts.query.js';

/** A recorded incident that became something else after the application was filed. */
export interface ChangedIncident extends ChangedSince {
  readonly words: string;
  /** The page of the investigation that holds it. */
  readonly href: string;
}

/** What became of the incidents on which filed applications rest. */
@Injectable()
export class IncidentsSinceFiling {
  constructor(
    private readonly drafts: ApplicationDrafts,
    private readonly cases: CaseRecords,
  ) {}

  /** None for other forces, nor of one that should not be on record: what an application relies on is its own force's. */
  async of(viewer: Viewer, application: FiledApplication): Promise<readonly ChangedIncident[]> {
    if (application.is === 'in-error') return [];
    const { applicationId, perpetratorId, force, courtTold = [] } = application;
    const authorisation = (await this.drafts.byId(viewer, applicationId))?.doc.draft.authorisation;
    if (force !== viewer.force || authorisation?.is !== 'given' || authorisation.relied.length === 0) return [];
    const { items } = await this.cases.ofPerpetrators(viewer, [perpetratorId], null, 1_000);
    const own = items.filter((one) => one.force === force).map(({ doc }) => doc);
    const changed = changedSince(authorisation.relied, courtTold, changedIncidents(own.flatMap(({ incidents }) => incidents)));
    return changed.flatMap((one) => {
      const its = own.find(({ incidents }) => incidents.some(({ incidentId }) => incidentId === one.incidentId));
      const became = one.isStruck ? 'recorded in error' : 'corrected';
      return its ? [{ ...one, words: `Incident ${incidentNumber(its, one.incidentId)} was ${became}`, href: `/cases/${its.caseId}` }] : [];
    });
  }
}
