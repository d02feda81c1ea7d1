import { ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import type { Viewer } from '#access';
import { type ProposalFinding, ProposalFindings } from '#orders/module';
import { reachedBy } from '../pack-findings.query.js';
import { problemsIn } from '../pack-problems.js';
import { ChangePacks } from './change-packs.query.js';

/** What keeps the papers of a change from being made, for whoever drafts, approves or files it. */
@Injectable()
export class ChangeFindings extends ProposalFindings {
  constructor(private readonly packs: ChangePacks) {
    super();
  }

  override async of(viewer: Viewer, orderId: string, proposalId: string): Promise<readonly ProposalFinding[]> {
    try {
      const { leaks } = await this.packs.make(viewer, orderId, proposalId, new Set());
      return problemsIn(leaks).map(({ text, href, gives }) => ({ text, href, gives: reachedBy(gives) }));
    } catch (error) {
      if (error instanceof NotFoundException || error instanceof ForbiddenException) return [];
      throw error;
    }
  }

  override async toRead(viewer: Viewer, orderId: string, proposalId: string): Promise<readonly string[]> {
    try {
      return (await this.packs.make(viewer, orderId, proposalId, new Set())).toRead;
    } catch (error) {
      if (error instanceof NotFoundException || error instanceof ForbiddenException) return [];
      throw error;
    }
  }
}
