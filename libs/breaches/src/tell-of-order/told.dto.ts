import { ChoiceField, InstantField, NotWith, OnlyWith, TextField } from '#pages';
import { channelNames, type VictimChannel } from '#people';
import type { TellerRole, TellingDecision, WhyNotTold, WhyWithheld } from '../domain/telling.js';
import type { Told } from '../domain/what-was-said.js';
import { tellerWords, whyUntold, whyWithheldWords } from './words.js';

/** What every form about telling somebody asks. */
export class ToldFields {
  @InstantField('when they were told, or when it was decided that they are not') at: string;
  @NotWith('decision', 'not-told', 'do-not-tell')
  @ChoiceField('how they were told', Object.keys(channelNames), { optional: true })
  channel?: VictimChannel;
  @ChoiceField('who told them or decided it', Object.keys(tellerWords), { optional: true }) role?: TellerRole;
  @TextField('the name of who told them or decided it', { max: 100, optional: true }) by?: string;
  @OnlyWith('decision', 'not-told')
  @ChoiceField('why they were not told', whyUntold.map(({ value }) => value), { optional: true })
  notTold?: WhyNotTold;
  @OnlyWith('decision', 'do-not-tell')
  @ChoiceField('why they are not to be told', Object.keys(whyWithheldWords), { optional: true })
  withheld?: WhyWithheld;
  @NotWith('decision', 'not-told', 'do-not-tell')
  @TextField('why it was done otherwise than their contact plan says', { max: 500, optional: true })
  against?: string;
  @TextField('the note', { max: 1000, optional: true }) note?: string;
}

/** What was typed, with nothing where nothing was. Without a decision, they were told. */
export function toldIn(fields: ToldFields & { readonly decision?: TellingDecision }): Told {
  const {
    decision = 'told',
    at,
    role = null,
    by = null,
    channel = null,
    notTold = null,
    withheld = null,
    note = null,
    against = null,
  } = fields;
  return { decision, at, role, by, channel, notTold, withheld, note, against };
}
