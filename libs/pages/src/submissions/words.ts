import type { Refusal } from '#event-sourcing';

type Told<D> = string | ((details: D, refusal: Refusal) => string);

/** For each reason of refusal the sentence to show, alone or with the field it is about. */
export type Words<D = unknown> = Readonly<Record<string, Told<D> | { readonly field: Told<D>; readonly text: Told<D> }>>;

/** What any command may be refused for. */
const always: Words<never> = {
  busy: 'Somebody else is changing this record. Wait a moment and send it again',
  'command-reused':
    'This form was already sent with other details; what you sent then is recorded. Check the record, then send this again if it is still needed',
  'already-exists': 'This is already on the record',
  'unreadable-text': 'Something you sent holds a character that cannot be kept. Type it again instead of pasting it',
  'person-erased': 'The data of a person named here was erased, so nothing more can be recorded about them',
};

/** The sentence for a refusal. A reason without words is said plainly, so that the user still learns that nothing was recorded. */
export function wordsFor<D>(refusal: Refusal, words: Words<D>, details: D): { text: string; field?: string } {
  const told = Object.hasOwn(words, refusal.reason) ? words[refusal.reason] : (always[refusal.reason] as Told<D> | undefined);
  if (told === undefined) return { text: `This was not recorded: ${refusal.reason.replaceAll('-', ' ')}` };
  const say = (text: Told<D>) => (typeof text === 'string' ? text : text(details, refusal));
  return typeof told === 'object' ? { text: say(told.text), field: say(told.field) } : { text: say(told) };
}
