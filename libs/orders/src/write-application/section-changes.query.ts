import { Injectable } from '@nestjs/common';
import { force, roleNames } from '#access';
import { formatDateTime } from '#calendar';
import { Streams } from '#event-store';
import { applications } from '../domain/application.js';
import type { WrittenSection } from '../domain/application-draft/contents.js';
import { type ApplicationDraft, evolveDraft } from '../domain/application-draft/draft.js';
import type { DraftFact } from '../domain/application-draft/facts.js';
import { contentIn } from '../domain/application-draft/missing.js';
import { isYouthFact } from '../domain/youth/youth.js';
import { answersOf, type Speaking } from '../drafted-application/answers.js';

/** What others changed in a section while somebody was writing in it. */
export interface ChangesSince {
  /** The revision as it is now: what is saved over knowingly. */
  readonly revision: number;
  /** Who saved it since, oldest first: by role and force, never by name. */
  readonly saves: readonly string[];
  /** The answers that differ, as they were shown and as they are now; an answer that is not there has no lines. */
  readonly differences: readonly { readonly label: string; readonly before: readonly string[]; readonly now: readonly string[] }[];
}

/** Compares a section with what somebody was shown of it. The one place that reads the draft's own stream: it must not lag behind. */
@Injectable()
export class SectionChanges {
  constructor(private readonly streams: Streams) {}

  /** Null when nobody saved the section since revision `seen`. */
  async since(applicationId: string, section: WrittenSection, seen: number, speaking: Speaking): Promise<ChangesSince | null> {
    const facts = await this.streams.facts(applications, applicationId);
    let draft: ApplicationDraft | null = null;
    let shown: ApplicationDraft | null = null;
    const saves: string[] = [];
    for (const { fact, envelope } of facts) {
      if (fact.type === 'ApplicationFiled') break;
      // Who was told of a respondent under 18 lies beside the sections.
      if (isYouthFact(fact)) continue;
      const before = revisionOf(draft, section);
      draft = evolveDraft(draft, fact as DraftFact);
      const now = revisionOf(draft, section);
      if (now === seen) shown = draft;
      if (now === before || now <= seen) continue;
      const { role } = (fact as DraftFact).data.by;
      saves.push(`${roleNames[role]}, ${force(envelope.force)?.name ?? envelope.force}, ${formatDateTime(envelope.recordedAt)}`);
    }
    if (draft === null || saves.length === 0) return null;
    const before = shown ? answersOf(section, contentIn(shown, section), speaking) : [];
    const now = answersOf(section, contentIn(draft, section), speaking);
    const labels = [...new Set([...before, ...now].map(({ label }) => label))];
    const linesOf = (answers: typeof now, label: string) => answers.filter((one) => one.label === label).flatMap(({ lines }) => lines);
    const differences = labels
      .map((label) => ({ label, before: linesOf(before, label), now: linesOf(now, label) }))
      .filter((one) => one.before.join('\n') !== one.now.join('\n'));
    return { revision: revisionOf(draft, section), saves, differences };
  }
}

function revisionOf(draft: ApplicationDraft | null, section: WrittenSection): number {
  return draft?.sections[section]?.revision ?? 0;
}
