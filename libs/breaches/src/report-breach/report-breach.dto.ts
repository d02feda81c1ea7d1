import {
  ChoiceField,
  ChoicesField,
  IdsField,
  InstantField,
  LocalDateField,
  NotWith,
  OnlyWith,
  readField,
  TextField,
  TimeField,
  Unreadable,
  YesNoField,
} from '#pages';
import { channelWords, excuseWords, kindWords, reporterWords } from '../breach-record/words.js';
import { allegingOf } from '../domain/alleging-keys.js';
import type { ReasonableExcuse } from '../domain/breach.js';
import type { Channel, ContactKind, ReporterRole } from '../domain/events.js';

/** The first step of the form: when it happened, as it is told, and what happened. */
export class WhenAndWhat {
  @ChoiceField('when it happened', ['now', 'today', 'yesterday', 'other'])
  when: 'now' | 'today' | 'yesterday' | 'other';

  /** The London day on which the form was shown: what it called today. */
  @LocalDateField('the day the form was opened', { optional: true })
  shownOn?: string;

  @TimeField('the time today', { optional: true })
  todayAt?: string;

  @TimeField('the time yesterday', { optional: true })
  yesterdayAt?: string;

  @LocalDateField('the day it happened', { optional: true })
  on?: string;

  @TimeField('the time it happened', { optional: true })
  time?: string;

  @ChoiceField('which of the two it was', ['earlier', 'later'], { optional: true })
  which?: 'earlier' | 'later';

  @LocalDateField('the last day', { optional: true })
  until?: string;

  @ChoicesField('what happened', Object.keys(kindWords))
  kinds: ContactKind[];
}

/** When it happened and what: `at`, or `on` with what else is known of the time. */
export class WhatHappened {
  /** The moment, when it is known. */
  @InstantField('the moment it happened', { optional: true })
  at?: string;

  @NotWith('at')
  @LocalDateField('the day it happened', { optional: true })
  on?: string;

  @NotWith('at')
  @TimeField('the time it happened', { optional: true })
  time?: string;

  /** Which of the two, in the hour that the clocks go back. */
  @OnlyWith('time')
  @ChoiceField('which of the two it was', ['earlier', 'later'], { optional: true })
  which?: 'earlier' | 'later';

  /** The last day of a range of days. */
  @NotWith('at')
  @LocalDateField('the last day', { optional: true })
  until?: string;

  /** Nobody can say more exactly: of a condition that changed meanwhile each wording may be alleged, and the choice is reviewed. */
  @NotWith('at')
  @NotWith('time')
  @YesNoField('yes if nobody can say more exactly', { optional: true })
  narrowest?: boolean;

  @ChoicesField('what happened', Object.keys(kindWords))
  kinds: ContactKind[];
}

export class ReportBreachDetails extends WhatHappened {
  /** Each `order/condition/version` or `order/ST19004`: the conditions said to be breached, in the wording in force when it happened. */
  @readField({
    optional: true,
    missing: 'Select what was breached',
    schema: { type: [String], description: 'what was breached, as order/condition/version or order/offence code' },
    read: (value) => {
      const items: unknown[] = Array.isArray(value) ? value : [value];
      const fit = items.every((item): item is string => typeof item === 'string' && allegingOf(item) !== null);
      return fit ? [...new Set(items)] : new Unreadable('Select what was breached from the list');
    },
  })
  alleging?: string[];

  /** A failure to notify is alleged although the record shows none. */
  @YesNoField('yes if the record is wrong or incomplete', { optional: true })
  recordIsWrong?: boolean;

  /** Not a breach, but keep it. */
  @YesNoField('yes to keep it without alleging a breach', { optional: true })
  keep?: boolean;

  @ChoiceField('whether a reasonable excuse was offered', Object.keys(excuseWords), { optional: true })
  reasonableExcuse?: ReasonableExcuse;

  @TextField('the excuse', { max: 1000, optional: true })
  excuse?: string;

  @TextField('what happened in a few words', { max: 1000 })
  account: string;

  @TextField('where it happened', { max: 300, optional: true })
  place?: string;

  /** The protected people it was done to; those of the orders alleged against unless told, nobody where only the police were not notified. */
  @IdsField('who it was done to', { optional: true })
  people?: string[];

  /** Orders alleged against although they protect none of the people it was done to. */
  @IdsField('the ids of orders that were breached even so, though they protect none of the people it was done to', { optional: true })
  evenSo?: string[];

  @ChoiceField('how it was reported', Object.keys(channelWords), {
    optional: true,
    told: '`in-person`, told an officer, where it is left out',
  })
  channel?: Channel;

  /** Nobody is presumed: who told it weighs as evidence. */
  @ChoiceField('who reported it', Object.keys(reporterWords))
  reporter: ReporterRole;

  /** When it was reported; the present unless told. */
  @InstantField('when it was reported', { optional: true })
  reportedAt?: string;
}
