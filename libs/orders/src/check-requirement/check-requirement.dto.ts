import { isLocalDate, type LocalDate } from '#calendar';
import { ChoiceField, readField, TextField, Unreadable, type Words } from '#pages';
import type { RequirementResult, Span } from '../domain/requirement-checks.js';
import { orderWords } from '../order-draft/order-draft.dto.js';
import type { AnsweredOccasion, CannotCheckRequirement, RequirementAnswer } from './check-requirement.js';

export const requirementResults: Readonly<Record<RequirementResult, string>> = {
  met: 'Met',
  missed: 'Missed: report it as a breach next',
  excused: 'Missed, for a reason that is accepted',
};

/** One occasion as a value of the form: the wording and the day. */
export function occasionKey({ versionId, day }: { readonly versionId: string; readonly day: LocalDate }): string {
  return `${versionId}@${day}`;
}

/** All of which nothing is recorded, from one day to another, as one value. */
export function spanKey({ versionId, from, to }: Span): string {
  return `${versionId}@${from}..${to}`;
}

/** The same read back; null when it is no such value. */
export function occasionFrom(key: unknown): AnsweredOccasion | null {
  const [, versionId, day, to] = (typeof key === 'string' && /^([0-9a-zA-Z-]{1,64})@([0-9-]{10})(?:\.\.([0-9-]{10}))?$/.exec(key)) || [];
  if (versionId === undefined || !isLocalDate(day)) return null;
  if (to === undefined) return { versionId, day };
  return isLocalDate(to) && to >= day ? { versionId, day, to } : null;
}

const which = new Unreadable('Select which occasions');

export class CheckRequirementDto {
  /** Each `version@YYYY-MM-DD`, or `version@YYYY-MM-DD..YYYY-MM-DD` for all from one day to another of which nothing is recorded. */
  @readField({
    missing: which.text,
    schema: {
      type: [String],
      description:
        'which occasions, each as version@YYYY-MM-DD, or version@YYYY-MM-DD..YYYY-MM-DD for all between of which nothing is recorded',
    },
    read: (value) => {
      const items: unknown[] = Array.isArray(value) ? value : [value];
      const fit = items.length > 0 && items.every((item): item is string => occasionFrom(item) !== null);
      return fit ? [...new Set(items)] : which;
    },
  })
  occasions: string[];
  @ChoiceField('whether it was met', Object.keys(requirementResults)) result: RequirementResult;
  @TextField('a note', { max: 2000, optional: true }) note?: string;

  asDetails(): RequirementAnswer {
    return { occasions: this.occasions.flatMap((key) => occasionFrom(key) ?? []), result: this.result, note: this.note ?? null };
  }
}

export const checkRequirementWords: Readonly<Record<CannotCheckRequirement, Words[string]>> = {
  ...orderWords,
  'no-such-occasion': { field: 'occasions', text: 'The order asks for nothing on one of these days. Select from the list again' },
  'not-yet': { field: 'occasions', text: 'One of these days has not come yet. Record it on the day or after' },
  'note-needed': { field: 'note', text: 'Enter the reason that is accepted' },
};
