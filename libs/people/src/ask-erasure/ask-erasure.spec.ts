import { describe, expect, it } from '@jest/globals';
import {
  erased,
  erasureAsked,
  essex,
  kent,
  kentStandards,
  nora,
  noraRecorded,
  perpetrator,
  protectedPerson,
  quentin,
  recorded,
  refusal,
  restricted,
} from '../domain/examples.js';
import { askErasure } from './ask-erasure.js';

const erasure = { basis: 'court-order', authority: ' Order 99/2026 ' } as const;
const ask = (state: Parameters<typeof askErasure>[0], who = kentStandards, holds: Parameters<typeof askErasure>[3] = []) =>
  askErasure(state, who, erasure, holds);

describe('asking that a person be erased', () => {
  it('says on what ground, by whose authority, who asks and until when somebody else may confirm it', () => {
    expect(ask(perpetrator(recorded))).toEqual([erasureAsked]);
    expect(ask(protectedPerson(noraRecorded))).toEqual([{ ...erasureAsked, data: { ...erasureAsked.data, personId: 'v1' } }]);
  });

  it('is refused while a request waits, and possible again when nobody confirmed it in time', () => {
    const state = perpetrator(recorded, erasureAsked);
    const again = (today: string) => ask(state, { ...kent, today });
    expect(refusal(() => again('2026-12-05'))).toBe('erasure-asked-already');
    expect(() => again('2026-12-05')).toThrow(expect.objectContaining({ details: { until: '2026-12-05' } }));
    expect(again('2026-12-06')).toMatchObject([{ data: { askedBy: 'kent-officer', until: '2026-12-20' } }]);
  });

  it('is refused while something holds the data, and names it', () => {
    const held = () => ask(perpetrator(recorded), kent, ['order-in-force', 'breach-open']);
    expect(refusal(held)).toBe('legal-hold');
    expect(held).toThrow(expect.objectContaining({ details: { holds: 'order-in-force breach-open' } }));
  });

  it.each([
    ['nobody', perpetrator(), kent, 'no-such-record'],
    ['somebody erased', perpetrator(recorded, erased), kent, 'erased'],
    ['somebody restricted, by a stranger', perpetrator(recorded, restricted), { ...kent, by: 'kent-stranger' }, 'no-such-record'],
    ['a person of another force', perpetrator(recorded), essex, 'not-your-force'],
  ])('is refused for %s', (_, state, who, reason) => {
    expect(refusal(() => ask(state, who))).toBe(reason);
  });

  it('is refused where the authority, which is kept for ever, says who is erased or how they are found', () => {
    const asked = (state: Parameters<typeof askErasure>[0], authority: string) =>
      refusal(() => askErasure(state, kent, { ...erasure, authority }, []));
    const { family, given } = quentin.name;
    const he = perpetrator(recorded);
    for (const text of [`Request of ${given} ${family}`, `Letter of Mr ${family.toUpperCase()}, 3 May`])
      expect(asked(he, text)).toBe('authority-names-them');
    const she = protectedPerson(noraRecorded);
    const { name } = nora;
    for (const text of [`Asked by ${name.family}`, `${name.given} ${name.family} v Kent`])
      expect(asked(she, text)).toBe('authority-names-them');
    // A day in May, or any office, is nobody.
    expect(askErasure(he, kent, { ...erasure, authority: 'Retention board, minute 7 of 3 May 2026' }, [])).toHaveLength(1);
  });

  it('is refused without authority', () => {
    expect(refusal(() => askErasure(perpetrator(recorded), kent, { ...erasure, authority: ' ' }, []))).toBe('no-authority');
  });
});
