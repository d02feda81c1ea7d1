import { OnlyWith, readField, Unreadable, type Words } from '#pages';
import type { DetermineOutcome } from '../domain/events.js';
import type { Moment } from '../domain/moments.js';
import { MomentField } from '../order-draft/moment-field.js';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import type { CannotEndInterim, InterimEnding } from './end-interim.js';

const SELECT = 'Select how the application was decided';

/** Without an order on record that was made on it. */
export const withoutOrder: Readonly<Record<DetermineOutcome, string>> = {
  granted: 'It was granted, and the order is not on record here',
  refused: 'It was refused',
  withdrawn: 'It was withdrawn',
  otherwise: 'It was dealt with in another way',
};

function isOutcome(value: string): value is DetermineOutcome {
  return Object.hasOwn(withoutOrder, value);
}

export class EndInterimDto {
  @readField({
    missing: SELECT,
    schema: {
      type: String,
      description: 'how the application was decided: `granted`, `refused`, `withdrawn`, `otherwise`, or the id of the order made on it',
    },
    read: (value) => (typeof value === 'string' && value.length > 0 && value.length <= 100 ? value : new Unreadable(SELECT)),
  })
  how: string;
  @OnlyWith('how', ...Object.keys(withoutOrder))
  @MomentField('when it was decided', { optional: true })
  at?: Moment;

  asEnding(): InterimEnding {
    const { how, at } = this;
    return isOutcome(how) ? { with: 'nothing', outcome: how, at: at ?? null } : { with: 'order', orderId: how };
  }
}

export const endInterimWords: Readonly<Record<CannotEndInterim, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'at', text: momentWords['in-the-future'] },
  'before-made': { field: 'at', text: momentWords['before-made'] },
  'not-your-order': 'Only the force that keeps the order can say that. Ask that force',
  'not-an-interim-alone':
    'This is no interim order that stands without its application on record here. Record the decision on the application, or what ended the order',
  'when-needed': { field: 'at', text: 'Enter when the application was decided' },
  'no-such-full-order': { field: 'how', text: 'That order is not on record any more. Select how the application was decided' },
  'not-in-force': { field: 'at', text: 'The interim order had ended by then. Check the day' },
};
