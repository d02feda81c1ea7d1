import { ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Role, Viewer } from '#access';
import { ExhibitRecords } from '#cases/module';
import { Clock, Streams } from '#event-store';
import { applications } from '#orders';
import { protectedPeople } from '#people';
import { PerpetratorRecords, ProtectedPeople } from '#people/module';
import { EVERYTHING, GetPerpetratorHistory, type PerpetratorHistory } from '../perpetrator-history/perpetrator-history.query.js';
import type { HistoryFactLine } from '../perpetrator-history/history-fact.js';
import type { CourtPack } from './court-pack.js';
import { packOf } from './pack-of-record.js';
import { packPaper } from './pack-paper.js';
import type { Paper } from './paper.js';
import { type RecordOfApplication, stateOf, whereaboutsOf } from './record-of-application.js';
import { type Leak, leaksIn } from './whereabouts.js';

/** A pack that could be made, and what keeps it from being made. */
export interface MadePack {
  readonly pack: CourtPack;
  readonly paper: Paper;
  /** Words that say where a protected person is or how they are reached. With any of them there is no document. */
  readonly leaks: readonly Leak[];
}

/** Packs of applications, for the force that applies. */
@Injectable()
export class CourtPacks {
  constructor(
    private readonly streams: Streams,
    private readonly queries: QueryBus,
    private readonly database: DataSource,
    private readonly people: ProtectedPeople,
    private readonly perpetrators: PerpetratorRecords,
    private readonly exhibits: ExhibitRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * The pack of an application, filed or not. `leftOut`: keys of words to leave out.
   * @throws NotFoundException when there is no such application for this viewer; ForbiddenException for those of another force
   */
  async make(viewer: Viewer, applicationId: string, leftOut: ReadonlySet<string>): Promise<MadePack> {
    const record = await this.record(viewer, applicationId);
    const pack = packOf(record, leftOut);
    if (!pack) throw new NotFoundException();
    const paper = packPaper(pack);
    return { pack, paper, leaks: leaksIn(paper, whereaboutsOf(record.people)) };
  }

  private async record(viewer: Viewer, applicationId: string): Promise<RecordOfApplication> {
    const facts = await this.streams.facts(applications, applicationId);
    const { draft, filed } = stateOf(facts);
    const about = filed ?? draft;
    if (!about || !(await this.perpetrators.byId(viewer, about.perpetratorId))) throw new NotFoundException();
    if (about.force !== viewer.force) throw filed ? new ForbiddenException() : new NotFoundException();
    const [{ history, lines }, exhibits] = await Promise.all([
      this.history(viewer, about.perpetratorId),
      this.exhibits.ofPlace(viewer, { kind: 'application', id: applicationId }),
    ]);
    const known = await this.people.protectedFrom(viewer, about.perpetratorId);
    const sections = draft?.sections.people?.content;
    const ids = new Set([
      ...(filed ? [...filed.protectedPersonIds, ...filed.victimIds] : []),
      ...(sections ? [...sections.protectedPersonIds, ...sections.victimIds] : []),
      ...history.summary.protectedPersonIds,
      ...[...known, ...history.protectedPeople, ...history.unnamed, ...history.unsaid].map(({ id }) => id),
    ]);
    const people = await Promise.all([...ids].map(async (id) => ({ id, facts: await this.streams.facts(protectedPeople, id) })));
    const roles = await this.roles(lines.map(({ envelope }) => envelope.by));
    return { facts, history, lines, people, exhibits, roles };
  }

  /** All lines of the history, page by page. */
  private async history(viewer: Viewer, perpetratorId: string): Promise<{ history: PerpetratorHistory; lines: HistoryFactLine[] }> {
    const now = this.clock.now();
    const ask = (after: string | null) =>
      this.queries.execute(new GetPerpetratorHistory(viewer, perpetratorId, now, EVERYTHING, null, after));
    const history = await ask(null);
    if (!history) throw new NotFoundException();
    const lines = [...history.lines];
    for (let next = history.next; next !== null;) {
      const page = await ask(next);
      lines.push(...(page?.lines ?? []));
      next = page?.next ?? null;
    }
    return { history, lines };
  }

  private async roles(users: readonly string[]): Promise<ReadonlyMap<string, Role>> {
    const rows = await this.database.query<{ id: string; role: Role }[]>(
      'select id::text, role from access.users where id::text = any ($1)',
      [[...new Set(users)]],
    );
    return new Map(rows.map(({ id, role }) => [id, role]));
  }
}
