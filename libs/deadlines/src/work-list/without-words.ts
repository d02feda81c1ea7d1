import { isLocalDate } from '#calendar';
import type { Fact, Personal } from '#event-sourcing';
import { type ConditionVersionPlain, type ConditionWords, hoursOf, isWeekday, reliedOn } from '#orders';

const silent: Personal<never> = { about: [], value: null };

/**
 * Clocks need days and states, nobody's words: each personal part stays as one that says nothing. Of a wording only the days in its blanks
 * stay, which tell when a requirement is due; for one that comes round also its hours and how often. Of a respondent under 18 the day on which
 * they turn 18 stays.
 */
export function withoutWords({ type, data, personal }: Fact): Fact {
  if (!personal) return { type, data };
  const parts: Record<string, Personal<unknown>> = {};
  for (const part in personal) {
    const dated =
      part === 'eighteenOn'
        ? (personal[part] ?? silent)
        : part.startsWith('words:')
          ? daysOnly(personal[part] as Personal<ConditionWords>, madeOf(data, part))
          : silent;
    if (dated) parts[part] = dated;
  }
  return { type, data, personal: parts };
}

function daysOnly({ about, value }: Personal<ConditionWords>, made: ConditionVersionPlain | null): Personal<ConditionWords> | null {
  const filled = Object.entries(made ? reliedOn(made, value) : (value?.parameters ?? {}));
  const comesRound = filled.some(([, text]) => areWeekdays(text));
  const isHowOften = (text: string) => areWeekdays(text) || hoursOf(text) !== null || /^\d{1,3}$/.test(text);
  const days = filled.filter(([, text]) => isLocalDate(text) || (comesRound && isHowOften(text)));
  if (days.length === 0) return null;
  return { about, value: { wording: '', parameters: Object.fromEntries(days), locality: null, necessity: null } };
}

/** The open part of the wording that this part of a fact belongs to. */
function madeOf(data: unknown, part: string): ConditionVersionPlain | null {
  const {
    conditions = [],
    changes = [],
    version,
  } = data as {
    readonly conditions?: readonly ConditionVersionPlain[];
    readonly changes?: readonly { readonly version?: ConditionVersionPlain }[];
    readonly version?: ConditionVersionPlain;
  };
  const all = [...conditions, ...changes.map((one) => one.version), version];
  return all.find((one) => `words:${one?.versionId}` === part) ?? null;
}

function areWeekdays(text: string): boolean {
  return text.split(',').every(isWeekday);
}
