import { inputId } from '#pages';
import { disagreementIn, madeWith } from '../domain/condition-library.js';
import type { SoughtCondition } from '../domain/application-draft/contents.js';
import type { ApplicationDraft } from '../domain/application-draft/draft.js';
import { conditionsAmiss, contentIn, type MissingPart } from '../domain/application-draft/missing.js';
import { conditionCalled } from '../order-draft/condition-called.js';
import { missingField, missingWords } from './draft-words.js';

/** What is to be done, and the input of the section's form where it is done. */
export interface Errand {
  readonly text: string;
  /** The path of the input in the form, and its id. */
  readonly path: string;
  readonly at: string;
}

/** What the refusal or the state of one condition asks, where it depends on what stands in it. */
function asksOf(part: MissingPart, condition: SoughtCondition | undefined): string {
  const value = condition?.words.value;
  if (condition && value && part === 'blanks-of-conditions') {
    const empty = madeWith(condition.plain).blanks.filter(({ name, optional }) => !optional && !value.parameters[name]);
    return `fill in the details that it needs: ${empty.map(({ label }) => label.toLowerCase()).join(', ')}`;
  }
  const found = condition && value && part === 'words-disagree' ? disagreementIn(condition.plain, value) : null;
  // Read also by those who may not read the words: the labels tell enough.
  if (found) return `make its words and its details say the same${inBrackets(found.unsaid.map(({ label }) => label.toLowerCase()))}`;
  return ofOne[part] ?? missingWords[part];
}

function inBrackets(labels: readonly string[]): string {
  return labels.length > 0 ? ` (${labels.join(', ')})` : '';
}

const ofOne: Readonly<Partial<Record<MissingPart, string>>> = {
  'necessity-of-conditions': 'enter why it is necessary',
  'clause-repeated': 'give it a number of its own',
  'person-not-protected': 'name only people whom the order is to protect',
  'words-of-conditions': 'enter its words',
};

/** What is missing as errands: one for each condition, named, where single conditions are concerned. */
export function errandsOf(draft: ApplicationDraft, part: MissingPart): readonly Errand[] {
  const { conditions } = contentIn(draft, 'conditions');
  const found = conditionsAmiss(draft, part).map(({ nth, place }) => ({
    text: `${conditionCalled(conditions[nth]?.plain, nth)}: ${asksOf(part, conditions[nth])}`,
    path: `conditions.${nth}.${place}`,
  }));
  const errands = found.length > 0 ? found : [{ text: missingWords[part], path: missingField[part] }];
  return errands.map((one) => ({ ...one, at: inputId(one.path) }));
}
