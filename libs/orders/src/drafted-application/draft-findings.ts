import type { Viewer } from '#access';
import type { GivenAway, Whereabouts } from '../domain/events.js';
import type { WrittenSection } from '../domain/application-draft/contents.js';
import { writtenSections } from '../domain/application-draft/sections.js';
import { sectionTitles } from './draft-words.js';

/** Words of an application in preparation that would tell the respondent where a protected person can be reached. Never those words themselves. */
export interface DraftFinding {
  /** Which field it is and what it would tell. */
  readonly text: string;
  readonly gives: Whereabouts;
  /** The page of the draft on which it can be mended, with the input; null for what is recorded elsewhere. */
  readonly href: string | null;
  /** The page of the record on which it stands; null where it is mended in the draft, and where none is known. */
  readonly recordedAt: string | null;
}

/** Searches what would be served on the respondent, as the rooms above make it: they bind this port. */
export abstract class DraftFindings {
  /** None when nothing is found, or when there is no such application for this viewer. */
  abstract of(viewer: Viewer, applicationId: string): Promise<readonly DraftFinding[]>;
  /** The fields that somebody must read before it is served: a word in them may tell where somebody is. None for whom `of` finds none. */
  abstract toRead(viewer: Viewer, applicationId: string): Promise<readonly string[]>;
}

/** What of it stands in the application's own words, each once: what is recorded elsewhere can be left out when the pack is made. */
export function inDraft(findings: readonly DraftFinding[]): GivenAway['found'] {
  const found = findings.flatMap(({ href, gives }) => (href === null ? [] : [{ section: sectionIn(href), gives }]));
  return [...new Map(found.map((one) => [`${one.section} ${one.gives}`, one])).values()];
}

/** The findings with the section they stand in. `section`: null for what is recorded elsewhere. */
export function findingsView(findings: readonly DraftFinding[]): readonly object[] {
  return findings.map(({ text, href, recordedAt }) => {
    const section = href === null ? null : sectionIn(href);
    return { text, href, recordedAt, section, title: section ? sectionTitles[section] : 'Recorded elsewhere' };
  });
}

function sectionIn(href: string): WrittenSection | null {
  const [path = ''] = href.split(/[?#]/);
  return writtenSections.find((one) => path.endsWith(`/${one}`)) ?? null;
}
