import type { Viewer } from '#access';
import { writtenSections } from '../domain/application-draft/sections.js';
import { sectionTitles } from './draft-words.js';

/** Words of an application in preparation that would tell the respondent where a protected person can be reached. Never those words themselves. */
export interface DraftFinding {
  /** Which field it is and what it would tell. */
  readonly text: string;
  /** The page of the draft on which it can be mended; null for what is recorded elsewhere. */
  readonly href: string | null;
}

/** Searches what would be served on the respondent, as the rooms above make it: they bind this port. */
export abstract class DraftFindings {
  /** None when nothing is found, or when there is no such application for this viewer. */
  abstract of(viewer: Viewer, applicationId: string): Promise<readonly DraftFinding[]>;
}

/** Whether any of it stands in the application's own words: what is recorded elsewhere can be left out when the pack is made. */
export function isInDraft(findings: readonly DraftFinding[]): boolean {
  return findings.some(({ href }) => href !== null);
}

/** The findings with the section they stand in. `section`: null for what is recorded elsewhere. */
export function findingsView(findings: readonly DraftFinding[]): readonly object[] {
  return findings.map(({ text, href }) => {
    const section = writtenSections.find((one) => href?.endsWith(`/${one}`)) ?? null;
    return { text, href, section, title: section ? sectionTitles[section] : 'Recorded elsewhere' };
  });
}
