import { ChoiceField, IdField, InstantField } from '#pages';
import { aboutWords } from '../breach-record/words.js';
import type { VictimUpdateAbout } from '../domain/events.js';

export class TellVictimDetails {
  @IdField('who was told')
  protectedPersonId: string;

  @ChoiceField('what they were told of', Object.keys(aboutWords))
  of: VictimUpdateAbout;

  @InstantField('when they were told')
  at: string;
}
