import { describe, expect, it } from '@jest/globals';
import { masked } from '../masking.js';
import { toldHere } from './told-here.js';

const shown = (place: string, text: string) =>
  masked(text, [{ instead: '', hide: toldHere(place).map((one) => ({ ...one, instead: '§' })) }]);

describe('Where something happened, in the words of that very record', () => {
  const cafe = 'Figleaf Café, Flat 3, 14 Madeup Lane, Sampleton CT99 1AA';
  it.each([
    [cafe, 'She is at the Figleaf in Sampleton. At 14 Madeup.', 'She is at the § in §. At §.'],
    [cafe, 'It was MADEUP-lane, not the figleaf; house number 14, Sampletown', 'It was §, not the §; §'],
    [cafe, 'He rang flat 3, then number fourteen, then no. 14 and no.3', 'He rang §, then §, then § and §'],
    ['figleaf cafe, 14 madeup lane, sampleton', 'In Sampleton by Figleaf, number 14', 'In § by §, §'],
    ['14 Madeup Lane, Wye', 'He lives in Wye', 'He lives in §'],
    ['Reading', 'He came from Reading', 'He came from §'],
    ['The Green Badger pub, Sampleton', 'Outside the Badger', 'Outside the §'],
    ['Fourteen Madeup Lane', 'At house no 14', 'At §'],
    ['The Elms, 7, The Burrow', 'Number 7, behind the elms', '§, behind §'],
    ['Oakmere', 'Seen in Oakmere by her car, then at Oakmere station', 'Seen in § by her car, then at § station'],
    [
      'The Fox, Quill Street',
      'He was in The Fox, left the fox by Quill St, and came to Quill again',
      'He was in §, left § by §, and came to § again',
    ],
    ['Farthing Primary School', 'At Farthing Primary and by the farthing school', 'At § § and by the § school'],
    ['Room 12, Premier Lodge, Harbour Way, Sandmouth', 'To room 12 in Sandmouth', 'To § in §'],
    ['14 Marl Lane, Sampleton CT99 1AA', 'Seen in CT99, then at the house at 14 and in CT9', 'Seen in §, then at the § and in CT9'],
    ['51.2345, 0.5678', 'The pin: 51.2345, 0.567 or 51.23', 'The pin: § or §'],
    ['St Figment’s Church', 'by Figment’s', 'by §’s'],
  ])('%s is hidden also in part', (place, text, without) => {
    expect(shown(place, text)).toBe(without);
  });

  it.each([
    [cafe, 'He sent 14 messages in 3 days at 14:03 from a café in the lane in Kent. No flat was entered.'],
    ['Nora’s flat, Sampleton', 'Nora opened the door of the flat'],
    ['High Street, Sampleton', 'High risk. He stood in the street'],
    ['Outside the Green Badger', 'He wore a green coat outside the shop'],
    ['her home', 'He went to her home'],
    ['Sampleton police station', 'In Sampleton he went to the police station'],
    ['Outside the school, Kent', 'The School told Kent Police'],
  ])('%s hides nothing else', (place, text) => {
    expect(shown(place, text)).toBe(text);
  });
});
