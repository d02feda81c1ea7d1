import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { masked } from '../masking.js';
import { toldPlaces } from './told-places.js';

const hidden = (place: string) => [{ instead: '', hide: toldPlaces(place).map((one) => ({ ...one, instead: '§' })) }];
const shown = (place: string, text: string) => masked(text, hidden(place));

describe('Where something happened, as somebody typed it', () => {
  it.each([
    [
      'outside 14 Madeup Lane',
      'He stood outside 14 Madeup Lane and by 14, madeup ln. He lives in Madeup Lane',
      'He stood outside § and by §. He lives in §',
    ],
    ['Outside her home at 14 Madeup Street, Hiddenham', 'In Madeup St, Madeip Street and MADEUP-STREET', 'In §, § and §'],
    ['14 madeup lane', 'by 14 Madeup Lane, number 16 Madeup Lane and 12-14 Madeup Lane', 'by §, § and §'],
    ['14 Madeup Ln, Canterbury CT99 1AA', 'near ct991aa and Madeup Lane, Canterbury', 'near § and §'],
    ['14 Madeup Lane, by Canterbury police station', 'In Madeup Lane by Canterbury police station', 'In § by Canterbury police station'],
    ['Madeup Lane', 'Seen at no. 3 Madeup Lane', 'Seen at §'],
    ['fourteen Madeup Lane', 'at 14 Madeup Lane', 'at §'],
    ['corner of Secret Street and Madeup Road', 'from Secret St to Madeup Rd', 'from § to §'],
    ['Flat 3, Nowhere House, 14 Madeup Lane', 'into Nowhere House by the lane', 'into § by the lane'],
    ['Car park of Example Stores, Madeup Road', 'in Madeup Road, then in the car park', 'in §, then in the car park'],
    ['The Green Badger pub, Whitstable', 'met at the Green Badger in Whitstable', 'met at the § in Whitstable'],
    ['Her workplace, Rosewood Vets', 'rang Rosewood Vets, her workplace', 'rang §, her workplace'],
    ['rosewood nursery, whitstable', 'by the Rosewood Nursery', 'by the §'],
    ['The Fox, Quill Street', 'at The Fox on Quill Street, as a fox was', 'at § on §, as a fox was'],
    [
      'Room 12, Premier Lodge, Harbour Way, Sandmouth',
      'at Premier Lodge, Sandmouth, by Harbour Way in Sandmouth',
      'at §, by § in Sandmouth',
    ],
    ['Premier Lodge, Sandmouth', 'at Premier Lodge, Sandmouth, and in Sandmouth', 'at §, and in Sandmouth'],
    ['Rosewood, Hiddenham', 'He came to Rosewood again', 'He came to § again'],
    ['Shop in madeup lane', 'in Madeup Lane', 'in §'],
    ['Nursery at 14 mill lane', 'in Mill Lane', 'in §'],
    ['Whitstable, Green Badger', 'the Green Badger', 'the §'],
    ['Whitstable, the Green Badger', 'in Whitstable by the Green Badger', 'in Whitstable by the §'],
    ['14 Broadway', 'At 14, Broadway and in Broadway', 'At § and in §'],
    ['7 The Burrow', 'at 7 The Burrow', 'at §'],
    ['St Mary’s Church', 'before St. Mary’s church', 'before §'],
    ['///filled.count.soap', 'at filled.count.soap', 'at §'],
  ])('%s is hidden', (place, text, without) => {
    expect(shown(place, text)).toBe(without);
  });

  // A town alone names nobody, nor do words that stand for every place.
  it.each([
    'Canterbury',
    'in Canterbury',
    'Canterbury, Kent',
    'her home',
    'Outside the park',
    'the street',
    'Main road near her work',
    'Online',
    'Canterbury police station',
    'The custody suite, Canterbury',
    'Canterbury Magistrates’ Court',
  ])('%s is not', (place) => {
    const text =
      'In Canterbury he left her home, crossed the street and the park by the main road to her work, and was online in Kent, then at Canterbury police station and in Canterbury Magistrates’ Court';
    expect([toldPlaces(place), shown(place, text)]).toEqual([[], text]);
  });

  it('is hidden wherever it stands with whatever leads up to it', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{4,9}ham$/);
    const way = fc.constantFrom('Street', 'St', 'Road', 'Rd', 'Lane', 'Ln', 'Close', 'Avenue', 'Ave');
    const lead = fc.constantFrom(
      '',
      'outside ',
      'Near ',
      'opposite her house in ',
      'her mother’s flat at ',
      'On the corner of ',
      'behind ',
    );
    const number = fc.oneof(
      fc.constant(''),
      fc.integer({ min: 1, max: 999 }).map((house) => `${house} `),
    );
    const tail = fc.constantFrom('', ', Hiddenham', ' in Hiddenham', ', Kent', ' (back gate)', ' CT99 1AA');
    fc.assert(
      fc.property(name, way, lead, number, tail, fc.boolean(), (street, kind, before, house, after, isLower) => {
        const place = `${before}${house}${street} ${kind}${after}`;
        const text = `He waited in ${street} ${kind} and left`;
        expect(shown(isLower ? place.toLowerCase() : place, text)).toBe('He waited in § and left');
        expect(shown(place, `It was ${isLower ? place.toUpperCase() : place}, he said`)).not.toContain(street);
      }),
    );
  });

  it('is hidden with one slip, wherever in the name it is', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{2,6}wxham$/);
    const slips = [
      (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
      (word: string, at: number) => `${word.slice(0, at)}q${word.slice(at)}`,
      (word: string, at: number) => `${word.slice(0, at)}q${word.slice(at + 1)}`,
      (word: string, at: number) =>
        word.slice(0, at) +
        word
          .slice(at, at + 2)
          .split('')
          .toReversed()
          .join('') +
        word.slice(at + 2),
    ];
    fc.assert(
      fc.property(name, fc.nat(20), fc.constantFrom(...slips), (street, nth, slip) => {
        const text = `He waited beside ${slip(street.toLowerCase(), nth % (street.length - 1))} lane and left`;
        expect(shown(`${street} Lane`, text)).toBe('He waited beside § and left');
      }),
    );
  });
});
