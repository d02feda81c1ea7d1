import type { ContactPlan, Frequency, VictimChannel, WhyStandard } from '../domain/contact-plan.js';

export const channelNames: Readonly<Record<VictimChannel, string>> = {
  'phone-call': 'Phone call',
  'text-message': 'Text message',
  email: 'Email',
  'video-call': 'Video call',
  letter: 'Letter',
  'home-visit': 'Visit at home',
  'at-a-station': 'At a police station',
  elsewhere: 'In person, somewhere else',
  'through-advocate': 'Through their advocate',
};

export const frequencyNames: Readonly<Record<Frequency, string>> = {
  'each-development': 'Whenever something happens',
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every month',
  'when-they-ask': 'Only when they ask, and what the Victims’ Code demands',
};

export const whyStandardNames: Readonly<Record<WhyStandard, string>> = {
  'their-choice': 'They do not want Enhanced Rights',
  'assessed-otherwise': 'A needs assessment found that they do not qualify',
  'not-a-victim': 'They are protected, but no victim of the acts',
  other: 'Another reason, given in the note',
};

export const dayNames: Readonly<Record<ContactPlan['days'], string>> = {
  'every-day': 'Every day',
  weekdays: 'Monday to Friday',
  weekends: 'Saturday and Sunday',
};

/** `Monday to Friday, from 17:00 to 19:00` */
export function safeTimesWords({ days, from, until }: Pick<ContactPlan, 'days' | 'from' | 'until'>): string {
  return `${dayNames[days]}, ${from === null || until === null ? 'at any time' : `from ${from} to ${until}`}`;
}
