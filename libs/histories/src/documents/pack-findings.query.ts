import { Injectable, NotFoundException } from '@nestjs/common';
import type { Viewer } from '#access';
import { type DraftFinding, DraftFindings } from '#orders/module';
import { CourtPacks } from './court-packs.query.js';
import { problemsIn } from './pack-problems.js';

/** What keeps the pack of an application from being made, for whoever writes, authorises or files it. */
@Injectable()
export class PackFindings extends DraftFindings {
  constructor(private readonly packs: CourtPacks) {
    super();
  }

  override async of(viewer: Viewer, applicationId: string): Promise<readonly DraftFinding[]> {
    try {
      return problemsIn((await this.packs.make(viewer, applicationId, new Set())).leaks);
    } catch (error) {
      if (error instanceof NotFoundException) return [];
      throw error;
    }
  }
}
