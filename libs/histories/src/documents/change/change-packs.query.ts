import { ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import type { Viewer } from '#access';
import { Streams } from '#event-store';
import { type MadeOrder, orders } from '#orders';
import { PerpetratorRecords } from '#people/module';
import type { Paper } from '../paper.js';
import { RecordsAround } from '../records-around.query.js';
import { type Leak, leaksIn, toReadIn } from '../whereabouts.js';
import { changePackOf, orderAndChange, untilChangeFiled } from './change-of-record.js';
import type { ChangePack } from './change-pack.js';
import { changePaper } from './change-paper.js';

/** The papers of a change that could be made, and what keeps them from being made. */
export interface MadeChangePack {
  readonly pack: ChangePack;
  readonly paper: Paper;
  /** The same for the court alone, with what the protected people say, marked on every page. */
  readonly courtPaper: Paper;
  readonly leaks: readonly Leak[];
  /** Fields that somebody must read before the papers are served: a word in them may be the name of a street. */
  readonly toRead: readonly string[];
}

/** What the order and its variations said so far: the respondent knows it or is to be served with it. */
function wordsOf({ conditions, struck }: MadeOrder): readonly string[] {
  const versions = [...conditions.flatMap((one) => one.versions), ...struck];
  return versions.flatMap(({ words: { value } }) => (value ? [value.wording, value.locality ?? ''] : []));
}

/** Papers with which the force that keeps an order asks the court to vary, renew or discharge it. */
@Injectable()
export class ChangePacks {
  constructor(
    private readonly streams: Streams,
    private readonly around: RecordsAround,
    private readonly perpetrators: PerpetratorRecords,
  ) {}

  /**
   * The papers of a proposal, filed or not; of a filed one from what was known when its filing was recorded, so that they can be made again.
   * `leftOut`: keys of words to leave out.
   * @throws NotFoundException when there is no such proposal for this viewer; ForbiddenException for those of another force
   */
  async make(viewer: Viewer, orderId: string, proposalId: string, leftOut: ReadonlySet<string>): Promise<MadeChangePack> {
    const all = await this.streams.facts(orders, orderId);
    const asFiled = untilChangeFiled(all, proposalId);
    const facts = asFiled ?? all;
    const found = orderAndChange(facts, proposalId);
    if (!found || !(await this.perpetrators.byId(viewer, found.order.perpetratorId))) throw new NotFoundException();
    const { perpetratorId, force, protectedPersonIds } = found.order;
    if (force !== viewer.force) throw new ForbiddenException();
    const filedAt = asFiled?.at(-1)?.envelope.recordedAt ?? null;
    const around = await this.around.of(viewer, perpetratorId, protectedPersonIds, filedAt);
    const pack = changePackOf({ ...around, facts }, proposalId, leftOut);
    if (!pack) throw new NotFoundException();
    const paper = changePaper(pack);
    const { whereabouts } = around;
    const names = [pack.respondent.name, ...pack.respondent.alsoKnownAs, ...pack.protectedPeople];
    const toRead = toReadIn(paper, whereabouts, names, wordsOf(found.order));
    return { pack, paper, courtPaper: changePaper(pack, true), leaks: leaksIn(paper, whereabouts), toRead };
  }
}
