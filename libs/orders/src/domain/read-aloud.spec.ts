import { describe, expect, it } from '@jest/globals';
import { saidBeforeReading } from './read-aloud.js';

describe('what is said before an order is read out', () => {
  it.each([
    ['spo', 'a court made this order, that it binds now, and that a breach is an offence'],
    ['restraining-conviction', 'a court made this order, that it binds now, and that a breach is an offence'],
    ['dvpo', 'a court made this order, that it binds now, and that a breach is contempt of court'],
    ['dvpn', 'the police gave this notice, that it binds now, and that whoever breaches it may be arrested and brought before a court'],
    ['dapn', 'the police gave this notice, that it binds now, and that whoever breaches it may be arrested and brought before a court'],
    ['other', 'a court made this order, that it binds now, and what it says itself of a breach'],
  ] as const)('of %s', (kind, said) => {
    expect(saidBeforeReading({ kind }, '2026-06-08')).toBe(`Say that ${said}. Then read each condition and tick it.`);
  });
});
