import { ChoiceField, TextField } from '#pages';

export const decisions = ['same', 'different'] as const;

export class LinkDecision {
  @ChoiceField('whether they are the same person', decisions)
  decision: (typeof decisions)[number];

  /** Asked for when they are two people. */
  @TextField('why you decide so', { max: 500, optional: true })
  reason?: string;
}

export class UndoLink {
  @TextField('why the link is undone', { max: 500 })
  reason: string;
}
