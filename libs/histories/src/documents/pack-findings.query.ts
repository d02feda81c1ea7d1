import { Injectable, NotFoundException } from '@nestjs/common';
import type { Viewer } from '#access';
import { type DraftFinding, DraftFindings } from '#orders/module';
import type { GivesAway } from '#people';
import { CourtPacks } from './court-packs.query.js';
import { problemsIn } from './pack-problems.js';

/** A street and a district are parts of where somebody lives. */
export function reachedBy(gives: GivesAway): DraftFinding['gives'] {
  return gives === 'street' || gives === 'district' ? 'address' : gives;
}

/** What keeps the pack of an application from being made, for whoever writes, authorises or files it. */
@Injectable()
export class PackFindings extends DraftFindings {
  constructor(private readonly packs: CourtPacks) {
    super();
  }

  override async of(viewer: Viewer, applicationId: string): Promise<readonly DraftFinding[]> {
    try {
      const { leaks } = await this.packs.make(viewer, applicationId, new Set());
      return problemsIn(leaks).map(({ text, href, recordedAt, gives }) => ({ text, href, recordedAt, gives: reachedBy(gives) }));
    } catch (error) {
      if (error instanceof NotFoundException) return [];
      throw error;
    }
  }

  override async toRead(viewer: Viewer, applicationId: string): Promise<readonly string[]> {
    try {
      return (await this.packs.make(viewer, applicationId, new Set())).toRead;
    } catch (error) {
      if (error instanceof NotFoundException) return [];
      throw error;
    }
  }
}
