import type { ConditionVersion, ConditionVersionPlain, DraftedChange } from '#orders';
import { endWords } from '../pack-words.js';
import type { Said } from '../paper.js';
import type { Clause, ClauseChange } from './change-pack.js';

/** A condition with the wording that stands. */
export interface Standing {
  readonly conditionId: string;
  readonly version: ConditionVersion;
}

type Say = (value: string | null | undefined, field: string, key: string) => Said | null;

/** How words are taken up: those of the order stay as they are, those of the draft can be mended until it is filed. */
export interface ClauseWords {
  readonly recorded: Say;
  readonly drafted: Say;
}

/** Clause by clause: as it stands, as it is asked for, and why. In the order of their numbers. */
export function changesAsked(standing: readonly Standing[], changes: readonly DraftedChange[], say: ClauseWords): readonly ClauseChange[] {
  return changes
    .flatMap((drafted): ClauseChange[] => {
      const { change } = drafted;
      const stands = standing.find(({ conditionId }) => conditionId === idOf(drafted))?.version ?? null;
      const number = change.change === 'removed' ? stands?.plain.number : change.version.number;
      if (number === undefined) return [];
      const { versionId: standingId = '' } = stands?.plain ?? {};
      const drawn = change.change === 'removed' ? '' : change.version.versionId;
      return [
        {
          ...{ number, change: change.change },
          before: stands && say.recorded(stands.words.value?.wording, `the wording of condition ${number}`, `${standingId}.wording`),
          after: say.drafted(drafted.words?.value?.wording, `the new wording of condition ${number}`, `${drawn}.wording`),
          necessity: say.drafted(drafted.words?.value?.necessity, `the reason of condition ${number}`, `${drawn}.necessity`),
        },
      ];
    })
    .toSorted((a, b) => a.number - b.number);
}

/** The clauses as they are to stand, in the order of their numbers. */
export function clausesAfter(standing: readonly Standing[], changes: readonly DraftedChange[], say: ClauseWords): readonly Clause[] {
  const stays = standing.filter(({ conditionId }) => !changes.some((drafted) => idOf(drafted) === conditionId));
  const kept = stays.map(({ version: { plain, words } }) => clause(plain, words.value, '', say.recorded));
  const drafted = changes.flatMap(({ change, words }) =>
    change.change === 'removed' ? [] : [clause(change.version, words?.value ?? null, 'new ', say.drafted)],
  );
  return [...kept, ...drafted].toSorted((a, b) => a.number - b.number);
}

function clause(plain: ConditionVersionPlain, words: ConditionVersion['words']['value'], which: string, say: Say): Clause {
  const { number, category, end, versionId } = plain;
  return {
    ...{ number, category, notes: end ? [`Its own period: ${endWords(end)}`] : [] },
    wording: say(words?.wording, `the ${which}wording of condition ${number}`, `${versionId}.wording`),
    locality: say(words?.locality, `the ${which}place of condition ${number}`, `${versionId}.locality`),
  };
}

function idOf({ change }: DraftedChange): string {
  return change.change === 'removed' ? change.conditionId : change.version.conditionId;
}
