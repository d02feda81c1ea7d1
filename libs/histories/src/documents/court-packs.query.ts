import { ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Role, Viewer } from '#access';
import { ExhibitRecords } from '#cases/module';
import { asInstant, type Instant, millisecondsOf } from '#calendar';
import { Clock, Streams } from '#event-store';
import { applications } from '#orders';
import { PerpetratorRecords } from '#people/module';
import { EVERYTHING, GetPerpetratorHistory, type PerpetratorHistory } from '../perpetrator-history/perpetrator-history.query.js';
import type { HistoryFactLine } from '../perpetrator-history/history-fact.js';
import type { CourtPack } from './court-pack.js';
import { packOf } from './pack-of-record.js';
import { packPaper } from './pack-paper.js';
import type { Paper } from './paper.js';
import { ReachedPeople } from './reached-people.query.js';
import { type RecordOfApplication, stateOf, untilFiling, whereaboutsOf } from './record-of-application.js';
import { type Leak, leaksIn } from './whereabouts.js';

/** A pack that could be made, and what keeps it from being made. */
export interface MadePack {
  readonly pack: CourtPack;
  readonly paper: Paper;
  /** The same for the court alone, marked on every page. */
  readonly courtPaper: Paper;
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
    private readonly reached: ReachedPeople,
    private readonly perpetrators: PerpetratorRecords,
    private readonly exhibits: ExhibitRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * The pack of an application, filed or not; of a filed one from what was known when its filing was recorded, so that it can be made again,
   * or `since` also from what came after. `leftOut`: keys of words to leave out.
   * @throws NotFoundException when there is no such application for this viewer; ForbiddenException for those of another force
   */
  async make(viewer: Viewer, applicationId: string, leftOut: ReadonlySet<string>, since = false): Promise<MadePack> {
    const record = await this.record(viewer, applicationId, since);
    const pack = packOf(record, leftOut, since);
    if (!pack) throw new NotFoundException();
    const paper = packPaper(pack);
    return { pack, paper, courtPaper: packPaper(pack, true), leaks: leaksIn(paper, record.whereabouts) };
  }

  private async record(viewer: Viewer, applicationId: string, since: boolean): Promise<RecordOfApplication> {
    const all = await this.streams.facts(applications, applicationId);
    const filing = since ? null : untilFiling(all);
    const facts = filing?.facts ?? all;
    const isKnown = ({ at }: { readonly at: string }) => filing === null || at <= filing.at;
    const { draft, filed } = stateOf(facts);
    const about = filed ?? draft;
    if (!about || !(await this.perpetrators.byId(viewer, about.perpetratorId))) throw new NotFoundException();
    if (about.force !== viewer.force) throw filed ? new ForbiddenException() : new NotFoundException();
    const before = filing && asInstant(millisecondsOf(filing.at) + 1);
    const [{ history, lines }, exhibits] = await Promise.all([
      this.history(viewer, about.perpetratorId, before),
      this.exhibits.ofPlace(viewer, { kind: 'application', id: applicationId }),
    ]);
    const sections = draft?.sections.people?.content;
    const ids = new Set([
      ...(filed ? [...filed.protectedPersonIds, ...filed.victimIds] : []),
      ...(sections ? [...sections.protectedPersonIds, ...sections.victimIds] : []),
      ...history.summary.protectedPersonIds,
      ...(await this.reached.ids(viewer, about.perpetratorId)),
    ]);
    const people = await this.reached.records([...ids]);
    const roles = await this.roles(lines.map(({ envelope }) => envelope.by));
    return {
      ...{ facts, history, lines, roles },
      people: people.map((one) => ({ ...one, facts: one.facts.filter(({ envelope }) => isKnown({ at: envelope.recordedAt })) })),
      whereabouts: whereaboutsOf(people),
      exhibits: exhibits.filter(({ receivedAt }) => isKnown({ at: receivedAt })),
    };
  }

  /** All lines of the history, page by page. */
  private async history(
    viewer: Viewer,
    perpetratorId: string,
    before: Instant | null,
  ): Promise<{ history: PerpetratorHistory; lines: HistoryFactLine[] }> {
    const now = this.clock.now();
    const ask = (after: string | null) =>
      this.queries.execute(new GetPerpetratorHistory(viewer, perpetratorId, now, EVERYTHING, null, after, before));
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
