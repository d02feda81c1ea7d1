import { describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import type { ConditionVersionPlain, OrderFact } from '#orders';
import { answer } from './answer.js';
import { answerView } from './answer.view.js';
import { HIM, ORDER, condition, orderMade, recordedFacts } from './facts.fixture.js';
import { EMPTY_SUMMARY, summarise } from './perpetrator-summary.js';

const reader = { text: (value: string) => value, protectedPerson: () => 'protected person A' };

/** What the card says of a distance to keep, with these words of the court and these blanks. */
function card(wording: string, parameters: Record<string, string>, over: Partial<ConditionVersionPlain> = {}) {
  const version: ConditionVersionPlain = { ...condition(ORDER, 1), code: 'AP-DIST', library: 2, ...over };
  const words = personal([HIM], { wording, parameters, locality: null, necessity: null });
  const fact = { ...orderMade({ conditions: [version] }), personal: { [`words:${version.versionId}`]: words } } as OrderFact;
  const facts = recordedFacts({ stream: `order-${ORDER}`, fact, at: '2026-05-14T10:00:00.000Z' });
  return answerView(answer(facts.reduce(summarise, EMPTY_SUMMARY), '2026-06-01T11:00:00.000Z'), reader).orders[0]?.mustNot[0];
}

describe('a condition on the card', () => {
  it('is said in short where the words of the court and the blanks agree', () => {
    const said = card('You must not knowingly come within 500 metres of her', { metres: '500' });
    expect(said?.plain).toBe('knowingly come within 500 metres of the protected person');
  });

  it('stands in the words of the court alone where the blanks say something else', () => {
    const said = card('You must not come within 900 metres of her', { metres: '500' });
    expect(said).toMatchObject({ plain: '', words: 'You must not come within 900 metres of her' });
  });

  it('stands in the words of the court alone where somebody said that they are all there is', () => {
    expect(card('You must not come within 900 metres of her', {}, { wordsOnly: true })).toMatchObject({ plain: '' });
  });
});
