import { ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import type { Viewer } from '#access';
import { ExhibitRecords } from '#cases/module';
import { Streams } from '#event-store';
import { applications } from '#orders';
import { PerpetratorRecords } from '#people/module';
import type { CourtPack } from './court-pack.js';
import { packOf } from './pack-of-record.js';
import { packPaper } from './pack-paper.js';
import type { Paper } from './paper.js';
import { type RecordOfApplication, stateOf, untilFiling } from './record-of-application.js';
import { RecordsAround } from './records-around.query.js';
import { type Leak, leaksIn, ofActs, toReadIn } from './whereabouts.js';

/** A pack that could be made, and what keeps it from being made. */
export interface MadePack {
  readonly pack: CourtPack;
  readonly paper: Paper;
  /** The same for the court alone, marked on every page. */
  readonly courtPaper: Paper;
  /** Words that say where a protected person is or how they are reached. With any of them there is no document. */
  readonly leaks: readonly Leak[];
  /** Fields that somebody must read before the pack is served: a word in them may be the name of a street. */
  readonly toRead: readonly string[];
}

/** Packs of applications, for the force that applies. */
@Injectable()
export class CourtPacks {
  constructor(
    private readonly streams: Streams,
    private readonly around: RecordsAround,
    private readonly perpetrators: PerpetratorRecords,
    private readonly exhibits: ExhibitRecords,
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
    const { respondent, protectedPeople, victims } = pack;
    const names = [respondent.name, ...respondent.alsoKnownAs, ...protectedPeople, ...victims];
    const { whereabouts } = record;
    const toRead = toReadIn(paper, whereabouts, names, ofActs(paper));
    return { pack, paper, courtPaper: packPaper(pack, true), leaks: leaksIn(paper, whereabouts), toRead };
  }

  private async record(viewer: Viewer, applicationId: string, since: boolean): Promise<RecordOfApplication> {
    const all = await this.streams.facts(applications, applicationId);
    const filing = since ? null : untilFiling(all);
    const facts = filing?.facts ?? all;
    const { draft, filed } = stateOf(facts);
    const about = filed ?? draft;
    if (!about || !(await this.perpetrators.byId(viewer, about.perpetratorId))) throw new NotFoundException();
    if (about.force !== viewer.force) throw filed ? new ForbiddenException() : new NotFoundException();
    const sections = draft?.sections.people?.content;
    const named = [
      ...(filed ? [...filed.protectedPersonIds, ...filed.victimIds] : []),
      ...(sections ? [...sections.protectedPersonIds, ...sections.victimIds] : []),
    ];
    const [around, exhibits] = await Promise.all([
      this.around.of(viewer, about.perpetratorId, named, filing && filing.at),
      this.exhibits.ofPlace(viewer, { kind: 'application', id: applicationId }),
    ]);
    return { ...around, facts, exhibits: exhibits.filter(({ receivedAt }) => filing === null || receivedAt <= filing.at) };
  }
}
