import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLocalPath, redirect } from '../answers/answers.js';
import { commandIdForKey, idFrom, isUuid, newCommandId } from '../submissions/ids.js';
import { isLocalDate } from '#calendar';
import {
  address,
  cursor,
  DamagedCursor,
  isCursorNumber,
  isCursorText,
  type Listing,
  listing,
  nextAddress,
  readCursor,
  readDayCursor,
} from './listing.js';

describe('A list in parts', () => {
  it('shows every item once, in order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 60 }), fc.integer({ min: 1, max: 10 }), (numbers, size) => {
        const all = [...numbers].sort((a, b) => a - b);
        const seen: number[] = [];
        let after: string | null = null;
        do {
          const from: number = readCursor(after, isCursorNumber)?.[0] ?? -1;
          const part: Listing<number> = listing(all.filter((number) => number > from).slice(0, size + 1), size, (number) => [number]);
          seen.push(...part.items);
          after = part.next;
        } while (after !== null);
        expect(seen).toEqual(all);
      }),
    );
  });

  it('takes no cursor it did not make', () => {
    expect(readCursor(cursor(['2026-01-01', 7]), isLocalDate, isCursorNumber)).toEqual(['2026-01-01', 7]);
    for (const text of [
      'x',
      ['x'],
      7,
      cursor([1]),
      cursor(['2026-01-01', 'a\0']),
      cursor(['2026-01-32', 'a']),
      cursor(['2026-01-01', 'a', 'b']),
      Buffer.from('[{},1]').toString('base64url'),
      'a'.repeat(600),
    ])
      expect(() => readDayCursor(text)).toThrow(DamagedCursor);
    for (const none of [undefined, null, '']) expect(readCursor(none, isCursorText)).toBeNull();
  });

  it('keeps its filters in the address', () => {
    expect(address('/orders', { kind: ['spo', 'interim'], force: '46', text: '', page: undefined })).toBe(
      '/orders?kind=spo&kind=interim&force=46',
    );
    expect(nextAddress('/orders', { force: '46' }, { items: [], next: 'abc' })).toBe('/orders?force=46&after=abc');
    expect(nextAddress('/orders', {}, { items: [], next: null })).toBeNull();
  });
});

describe('A redirect', () => {
  it('stays here', () => {
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil', '\\evil', 'javascript:x', '', '/a b', '/a\nb']) {
      expect(isLocalPath(to)).toBe(false);
      expect(() => redirect(to)).toThrow('path of this service');
    }
    expect(redirect('/orders/1?x=2#y').to).toBe('/orders/1?x=2#y');
  });
});

describe('Ids', () => {
  it('follow from the command', () => {
    const commandId = newCommandId();
    expect(idFrom(commandId, 'order')).toBe(idFrom(commandId, 'order'));
    expect(idFrom(commandId, 'order')).not.toBe(idFrom(commandId, 'breach'));
    expect(isUuid(idFrom(commandId, 'order'))).toBe(true);
    expect(isUuid('x')).toBe(false);
  });

  it('of one idempotency key differ between callers', () => {
    expect(commandIdForKey('u1', 'k')).toBe(commandIdForKey('u1', 'k'));
    expect(commandIdForKey('u1', 'k')).not.toBe(commandIdForKey('u2', 'k'));
  });
});
