import { describe, expect, it } from '@jest/globals';
import { waitingRecordView } from './waiting-record.view.js';

describe('A record that waits, on the card', () => {
  it.each([
    ['one-person', 0, 'Another record, of Essex, may be of this person.', 'No order is in force on it.', false],
    ['one-person', 1, 'Another record, of Essex, may be of this person.', '1 order is in force on it.', true],
    ['relatives', 2, 'Another record, of Essex, may be of a relative.', '2 orders are in force on it.', true],
  ] as const)('as %s with %d in force', (asKind, orders, words, inForce, isInForce) => {
    expect(waitingRecordView({ id: 'p1', asKind }, '42', orders)).toEqual({ words, inForce, isInForce, href: '/links/p1' });
  });
});
