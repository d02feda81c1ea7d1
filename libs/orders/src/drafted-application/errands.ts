import { inputId } from '#pages';
import type { ApplicationDraft } from '../domain/application-draft/draft.js';
import { conditionsAmiss, contentIn, type MissingPart } from '../domain/application-draft/missing.js';
import { conditionCalled } from '../order-draft/condition-called.js';
import { missingField, missingWords } from './draft-words.js';

/** What is to be done, and the input of the section's form where it is done. */
export interface Errand {
  readonly text: string;
  /** The id of the input. */
  readonly at: string;
}

const ofOne: Readonly<Partial<Record<MissingPart, string>>> = {
  'necessity-of-conditions': 'enter why it is necessary',
  'clause-repeated': 'give it a number of its own',
  'person-not-protected': 'name only people whom the order is to protect',
  'blanks-of-conditions': 'fill in the details that it needs: those not marked optional',
};

/** What is missing as errands: one for each condition, named, where single conditions are concerned. */
export function errandsOf(draft: ApplicationDraft, part: MissingPart): readonly Errand[] {
  const { conditions } = contentIn(draft, 'conditions');
  const found = conditionsAmiss(draft, part).map(({ nth, place }) => ({
    text: `${conditionCalled(conditions[nth]?.plain, nth)}: ${ofOne[part] ?? missingWords[part]}`,
    at: inputId(`conditions.${nth}.${place}`),
  }));
  return found.length > 0 ? found : [{ text: missingWords[part], at: missingField[part] }];
}
