import { ChoiceField, TextField } from '#pages';

export const decisions = ['same', 'different'] as const;

export class LinkDecision {
  @ChoiceField('whether they are the same person', decisions)
  decision: (typeof decisions)[number];
}

export class UndoLink {
  @TextField('why the link is undone', { max: 500 })
  reason: string;
}
