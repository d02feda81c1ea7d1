import { Injectable } from '@nestjs/common';
import { force, may, type Viewer } from '#access';
import { Clock } from '#event-store';
import { ProtectedPeople } from '#people/module';
import { conflicts, type Drafting, mustBeAnswered, type Telling, type ToldConflict, toldConflict } from '../domain/conflicts/index.js';
import { momentOf } from '../domain/moments.js';
import { wasAnswered } from '../domain/weighing.js';
import { idsToDecideOn, OrdersInForce } from '../order-record/orders-in-force.query.js';
import { spokenTo } from '../order-record/spoken.js';
import type { DraftInForm } from './drafted-in.js';

/** What a draft is held beside: the conflicts as this viewer may hear of them. */
export interface ToldBeside {
  readonly conflicts: readonly (ToldConflict & { readonly answered: boolean })[];
  /** Whether somebody must say why it goes on. */
  readonly mustAnswer: boolean;
}

/** Drafts beside the orders in force against the same person, on all of the person's records and of any force (SPA 2019 s.2(7)). */
@Injectable()
export class DraftsBeside {
  constructor(
    private readonly inForce: OrdersInForce,
    private readonly people: ProtectedPeople,
    private readonly clock: Clock,
  ) {}

  /** The ids of the orders that a decision about this person has to look at. Throws `Problem` (503) when one of them may not be known yet. */
  async orderIds(viewer: Viewer, perpetratorId: string): Promise<string[]> {
    return idsToDecideOn(await this.inForce.found(viewer, perpetratorId));
  }

  /** The conflicts of a draft now. Protected people of another force's order are letters to those who may not see more. */
  async told(viewer: Viewer, perpetratorId: string, draft: Drafting & Omit<DraftInForm, 'perpetratorId'>): Promise<ToldBeside> {
    const orders = await this.inForce.standing(viewer, perpetratorId);
    const found = conflicts(draft, orders, momentOf(this.clock.now())).map((one) =>
      draft.onlyToKnow ? { ...one, severity: 'to-know' as const } : one,
    );
    const { answered = [] } = draft;
    const open = mustBeAnswered(found).filter((conflict) => !wasAnswered(conflict, answered));
    // One letter for one person over all of it. The draft itself gives nobody a right to a name: anybody can type an id.
    const ids = [...new Set([...draft.protectedPersonIds, ...orders.flatMap(({ protectedPersonIds }) => protectedPersonIds)])];
    const people = await this.people.knownAs(viewer, ids, orders);
    const readOf = (keeper: string) => spokenTo(people, { keeper, own: viewer.force });
    const { person } = readOf(viewer.force);
    const speaking = { person: (id: string) => person(id) ?? 'the protected person', and: 'or' } as const;
    const telling: Telling = {
      forceName: (code) => force(code)?.name ?? code,
      drafted: speaking,
      theirs: speaking,
      clause: (text, part, keeper, areas) => readOf(keeper).clause(text, part, areas),
      blanksOfOthers: may(viewer, 'view-protected-person'),
    };
    return {
      conflicts: found.map((conflict) => ({ ...toldConflict(conflict, telling), answered: wasAnswered(conflict, answered) })),
      mustAnswer: open.length > 0,
    };
  }
}
