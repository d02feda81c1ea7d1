import type { Words } from '#pages';
import type { FiledApplication } from '../domain/application.js';
import type { OtherForumReason } from '../domain/events.js';
import type { BadForum } from '../domain/forum.js';

export const otherForumReasons: Readonly<Record<OtherForumReason, string>> = {
  'turned-18': 'the respondent has turned 18 since the filing',
  'age-found': 'the court found another age than the one recorded',
  'sent-there': 'the court sent it there',
  other: 'another reason',
};

export const forumWords: Readonly<Record<BadForum, Words[string]>> = {
  'not-on-application': {
    field: 'courtType',
    text: 'A magistrates’ court or the youth court deals with an application. What the Crown Court does on an appeal is recorded with the appeal',
  },
  'own-forum': {
    field: 'otherForum',
    text: 'You selected why another sort of court dealt with it, and the court to which it belongs. Check the sort of court, or select that it dealt with it',
  },
  'other-forum': {
    field: 'otherForum',
    text: 'By the respondent’s age on the day of filing it belongs to the other court: youth court under 18, magistrates’ court from 18. Check the sort of court, or select why this one dealt with it',
  },
};

/** The reasons as a form offers them. */
export const otherForumChoices = Object.entries(otherForumReasons).map(([value, text]) => ({
  value,
  text: text.slice(0, 1).toUpperCase() + text.slice(1),
}));

/** What a form asks where a court of the other forum may have dealt with it. */
export function forumChoices({ forum }: Pick<FiledApplication, 'forum'>) {
  return {
    forum,
    otherForums: [...otherForumChoices, { divider: 'or' }, { value: '', text: 'The court to which it belongs dealt with it' }],
  };
}
