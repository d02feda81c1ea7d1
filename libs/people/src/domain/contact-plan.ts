import { dayOfWeek, type Instant, londonDate, londonTime } from '#calendar';

/** A way of reaching somebody. */
export type VictimChannel =
  'phone-call' | 'text-message' | 'email' | 'video-call' | 'letter' | 'home-visit' | 'at-a-station' | 'elsewhere' | 'through-advocate';

/** How often they want to hear, when there is nothing new as well. */
export type Frequency = 'each-development' | 'weekly' | 'fortnightly' | 'monthly' | 'when-they-ask';

/** Victims' Code: under Enhanced Rights they are told within one working day, else within five. */
export type VictimRights = 'enhanced' | 'standard';

/** Why a victim of stalking is not under Enhanced Rights, which is our default: they are persistently targeted. */
export type WhyStandard = 'their-choice' | 'assessed-otherwise' | 'not-a-victim' | 'other';

/** What was agreed with a protected person about keeping in touch. Everything in it can put them at risk. */
export interface ContactPlan {
  readonly frequency: Frequency;
  /** Ways that are safe, in the order of their list. */
  readonly safe: readonly VictimChannel[];
  /** Ways never to be used. */
  readonly never: readonly VictimChannel[];
  readonly days: 'every-day' | 'weekdays' | 'weekends';
  /** London times of the day, `17:00`, between which it is safe; null on both sides: at any time. Past midnight when `until` is earlier. */
  readonly from: string | null;
  readonly until: string | null;
  /** Who else may be told, for instance an independent stalking advocate. */
  readonly alsoTell: string | null;
  readonly note: string | null;
}

/** Whether the days and times agreed on say that now is a safe moment. */
export function isSafeAt({ days, from, until }: Pick<ContactPlan, 'days' | 'from' | 'until'>, at: Instant): boolean {
  const atWeekend = dayOfWeek(londonDate(at)) >= 6;
  if ((days === 'weekdays' && atWeekend) || (days === 'weekends' && !atWeekend)) return false;
  if (from === null || until === null) return true;
  const time = londonTime(at);
  return from <= until ? time >= from && time < until : time >= from || time < until;
}

/** What a force owes them: its own decision, and Enhanced Rights until it has made one. Nobody's decision binds another force. */
export function rightsUnder(
  record: {
    readonly perpetratorId: string | null;
    readonly entitlements: readonly { readonly force: string; readonly rights: VictimRights }[];
  },
  of: { readonly perpetratorId: string; readonly force: string },
): VictimRights {
  const { entitlements, perpetratorId } = record;
  const own = perpetratorId === of.perpetratorId ? entitlements.find(({ force }) => force === of.force) : undefined;
  return own?.rights ?? 'enhanced';
}
