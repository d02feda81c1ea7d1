import { ChoiceField, IdField } from '#pages';
import { aboutWords } from '../breach-record/words.js';
import type { VictimUpdateAbout } from '../domain/events.js';
import type { TellingDecision } from '../domain/telling.js';
import { ToldFields } from '../tell-of-order/told.dto.js';
import { decisionWords } from '../tell-of-order/words.js';

export class TellVictimDetails extends ToldFields {
  @IdField('who was told')
  protectedPersonId: string;

  @ChoiceField('what they were told of', Object.keys(aboutWords))
  of: VictimUpdateAbout;

  /** Told, where it is not said. */
  @ChoiceField('whether they were told', Object.keys(decisionWords), { optional: true })
  decision?: TellingDecision;
}
