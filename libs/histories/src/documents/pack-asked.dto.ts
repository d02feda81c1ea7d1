import { ChoiceField, readField, Unreadable } from '#pages';
import { keysIn } from './pack-files.js';

const wrong = new Unreadable('Name what to leave out by the keys of the page of the pack');

/** What the API may ask of papers that go to the court. */
export class PapersAsked {
  @readField({
    optional: true,
    missing: wrong.text,
    schema: { type: [String], description: 'what to leave out, by the keys of the page of the pack' },
    read: (value) => {
      const keys: unknown[] = [value].flat();
      return keysIn({ leaveOut: value }).size === new Set(keys).size ? keys : wrong;
    },
  })
  leaveOut?: string[];
}

export class PackAsked extends PapersAsked {
  @ChoiceField('since, for what came after the filing as well', ['since'], { optional: true }) of?: 'since';
}
