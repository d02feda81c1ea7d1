import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Clock } from '#event-store';
import { Submissions } from '#pages';
import { ProtectedPeople } from '#people/module';
import type { MadeOrder } from '../domain/order.js';
import type { Giving } from '../domain/giving.js';
import { AboutOrders } from '../forms-about/order-forms.js';
import { OrderRecords } from '../order-record/order-records.query.js';
import { inDraftedWords, type ProposalFinding, ProposalFindings } from './proposal-findings.js';

/** An order with what its proposals that are not filed would tell the respondent of where a protected person can be reached. */
export type SearchedOrder = MadeOrder & {
  readonly findings: Readonly<Record<string, readonly ProposalFinding[]>>;
  /** The fields of each that somebody must read before its papers are served. */
  readonly toRead: Readonly<Record<string, readonly string[]>>;
};

/** Forms about a proposal: with what its papers would tell the respondent, before anybody approves or files it. */
@Injectable()
export class ProposalForms extends AboutOrders<SearchedOrder> {
  constructor(
    private readonly orders: OrderRecords,
    people: ProtectedPeople,
    clock: Clock,
    submissions: Submissions,
    private readonly findings: ProposalFindings,
  ) {
    super(people, clock, submissions);
  }

  protected override async find(viewer: Viewer, id: string): Promise<SearchedOrder> {
    const order = await this.orders.seen(viewer, id);
    // Another force may not use these forms: nothing is searched for it.
    const open = order.force === viewer.force ? order.proposals.filter(({ filed, decided }) => !filed && !decided) : [];
    const found = await Promise.all(
      open.map(async ({ proposalId }) => [proposalId, await this.findings.of(viewer, id, proposalId)] as const),
    );
    const toRead = await Promise.all(
      open.map(async ({ proposalId }) => [proposalId, await this.findings.toRead(viewer, id, proposalId)] as const),
    );
    return { ...order, findings: Object.fromEntries(found), toRead: Object.fromEntries(toRead) };
  }
}

/** For the page of a form about a proposal. `asksKnowingly`: whether somebody must say that they saw it. */
export function searched({ findings, toRead }: SearchedOrder, { proposalId }: Readonly<Record<string, unknown>>): object {
  const found = findings[String(proposalId)] ?? [];
  return { findings: found, toRead: toRead[String(proposalId)] ?? [], asksKnowingly: inDraftedWords(found).length > 0 };
}

/** What the words drafted in the proposal give away, and whether somebody says that they saw it. */
export function givingIn({ findings }: SearchedOrder, proposalId: string, knowingly: boolean): Giving {
  return { found: inDraftedWords(findings[proposalId] ?? []), knowingly };
}
