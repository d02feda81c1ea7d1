import { ChoiceField, ChoicesField, OnlyWith, TextField, TimeField, type Words } from '#pages';
import type { ContactPlan, Frequency, VictimChannel, VictimRights, WhyStandard } from '../domain/contact-plan.js';
import { refusals } from '../perpetrator-record/refusals.js';
import type { CannotAgree, ContactPlanDetails } from './agree-contact-plan.js';
import { channelNames, dayNames, frequencyNames, whyStandardNames } from './words.js';

const channels = Object.keys(channelNames);
export class ContactPlanFields {
  @ChoiceField('their rights under the Victims’ Code', ['enhanced', 'standard']) rights: VictimRights;
  @OnlyWith('rights', 'standard')
  @ChoiceField('why they are not under Enhanced Rights', Object.keys(whyStandardNames), { optional: true })
  standardBecause?: WhyStandard;
  @ChoiceField('how often they want to hear', Object.keys(frequencyNames)) frequency: Frequency;
  @ChoicesField('the ways that are safe', channels, { optional: true }) safe?: VictimChannel[];
  @ChoicesField('the ways never to be used', channels, { optional: true }) never?: VictimChannel[];
  @ChoiceField('the days on which it is safe', Object.keys(dayNames)) days: ContactPlan['days'];
  @TimeField('the time from which it is safe', { optional: true }) from?: string;
  @TimeField('the time until which it is safe', { optional: true }) until?: string;
  @TextField('who else may be told', { max: 300, optional: true }) alsoTell?: string;
  @TextField('the note', { max: 1000, optional: true }) note?: string;
}

export function planIn(fields: ContactPlanFields): ContactPlanDetails {
  const { rights, standardBecause = null, frequency, days, safe = [], never = [], from = null, until = null } = fields;
  const { alsoTell = null, note = null } = fields;
  const inOrder = (some: readonly VictimChannel[]) => (channels as VictimChannel[]).filter((channel) => some.includes(channel));
  const plan = { frequency, safe: inOrder(safe), never: inOrder(never), days, from, until, alsoTell, note };
  return { rights, standardBecause, plan };
}

export const contactPlanWords: Words = {
  ...refusals,
  ...({
    'why-standard': { field: 'standardBecause', text: 'Select why they are not under Enhanced Rights' },
    'say-why-standard': { field: 'note', text: 'Enter why they are not under Enhanced Rights' },
    'safe-and-never': { field: 'never', text: 'A way cannot be safe and never to be used. Take it out of one of the two' },
    'both-times': { field: 'until', text: 'Enter both times, the one it is safe from and the one it is safe until, or neither' },
  } satisfies Partial<Record<CannotAgree, Words[string]>>),
};
