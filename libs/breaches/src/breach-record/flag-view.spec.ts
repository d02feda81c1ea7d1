import { describe, expect, it } from '@jest/globals';
import { type OrderFact, someTimeOn } from '#orders';
import { isOfOrderToo } from '../domain/breach-clocks.js';
import type { FlagReason } from '../domain/events.js';
import { notified, ofOrder, order, orderMade, orderQuashed, orderServed } from '../domain/example-orders.js';
import { flagInWords, flagSays } from './flag-view.js';
import { nowRecorded } from './now-recorded.js';

const flagged = '2026-09-14T15:00:00.000Z';
const later = '2026-09-16T09:00:00.000Z';
const flag = (because: FlagReason) => ({ flagId: 'f-1', because, orderId: 'o-1', at: flagged, review: null });
const inError = (
  entry: Extract<OrderFact, { type: 'EntryRecordedInError' }>['data']['entry'],
  was: string | null,
  at: string,
): OrderFact => ({
  type: 'EntryRecordedInError',
  data: { ...ofOrder('o-1'), errorId: `e-${at}`, entry, was, at },
  personal: { reason: { about: ['p-1', 'v-1'], value: 'Keyed for another man.' } },
});
const says = (because: FlagReason, own: string, ...facts: readonly OrderFact[]) =>
  flagSays(flag(because), [order(orderMade('o-1'), ...facts)], [], own);

describe('what a flag says', () => {
  it('names what was recorded in error, by its day, and why, to the force that keeps the order', () => {
    const discharge = inError({ is: 'discharge', id: null }, '2026-09-01', flagged);
    expect(says('order-corrected', '46', discharge)).toBe('The discharge of 1 Sep 2026 was recorded in error: Keyed for another man.');
    expect(says('order-corrected', '42', discharge)).not.toContain('Keyed');
  });

  it('tells nobody of a quashing that was taken back', () => {
    const quashed = orderQuashed('o-1', someTimeOn('2026-09-10'));
    expect(says('order-quashed', '46', quashed)).toMatch(/^The order was quashed\./);
    const undone = says('order-quashed', '46', quashed, inError({ is: 'quashing', id: null }, '2026-09-10', later));
    expect(undone).toContain('on 16 Sep 2026 that was recorded in error: it was not quashed');
    expect(undone).not.toMatch(/must look at the case again/);
  });

  it('says of a quashed order that it was in force only where it was', () => {
    const alleged = {
      allegationId: 'a-1',
      orderId: 'o-1',
      conditionId: 'c-1',
      conditionVersionId: 'c-1-1',
      offenceCode: null,
      withdrawn: null,
    };
    const quashed = [order(orderMade('o-1'), orderQuashed('o-1', someTimeOn('2026-09-10')))];
    const shown = (on: string) =>
      flagInWords(flag('order-quashed'), { allegations: [alleged], occurred: { on, until: on, at: null } }, quashed, [], '46');
    expect(shown('2026-06-01')).toContain('It was in force when this happened; a prosecutor must look at the case again');
    expect(shown('2026-09-20')).toMatch(
      /^The order was quashed; a prosecutor must look at the case again\. As the order is recorded now, it was not in force/,
    );
  });

  it('says what else was recorded in error since, if it has a part in what bound him', () => {
    const since = (is: 'service' | 'consent') => says('earlier-end', '46', inError({ is, id: 'x-1' }, '2026-05-20', later));
    expect(since('service')).toMatch(/ended before this happened\. A service of 20 May 2026 was recorded in error on 16 Sep 2026\.$/);
    expect(since('consent')).toBe('The order turns out to have ended before this happened.');
  });

  it('says of an entry recorded in error its own alone, not what was recorded in error later', () => {
    const renewal = inError({ is: 'renewal', id: 'r-1' }, '2026-09-01', flagged);
    const after = inError({ is: 'variation', id: 'v-1' }, '2026-05-20', later);
    expect(says('order-corrected', '46', renewal, after)).toBe('A renewal of 1 Sep 2026 was recorded in error: Keyed for another man.');
  });

  it('says no more than its kind where the order cannot be read', () => {
    expect(flagSays(flag('order-corrected'), [], [], '46')).toBe('The record of the order was corrected.');
  });
});

describe('what a flag says of an order on another record', () => {
  const occurred = { on: '2026-05-22', until: '2026-05-22', at: null };
  const own = { allegationId: 'a-1', orderId: 'o-2', conditionId: 'c-1', conditionVersionId: 'c-2-1', offenceCode: null, withdrawn: null };
  const made = [order(orderMade('o-1', { force: '42' }))];
  const raised = flag('in-force-after-all');

  it('is that it was in force too, and of which force, where another is alleged already', () => {
    const ofAlleged = (orders: typeof made) => flagInWords(raised, { allegations: [own], occurred }, orders, [], '46');
    expect(ofAlleged(made)).toMatch(/^Another order, of Essex, turned out to have been in force too when this happened/);
    expect(ofAlleged([])).toMatch(/^Another order turned out to have been in force too/);
    expect(isOfOrderToo(raised, [own])).toBe(true);
    expect(isOfOrderToo(raised, [])).toBe(false);
    expect(isOfOrderToo(raised, [{ ...own, withdrawn: { about: ['p-1'], value: '' } }])).toBe(false);
    expect(isOfOrderToo(raised, [own, { ...own, orderId: 'o-1' }])).toBe(false);
  });

  it('is that nothing is to be decided once the link is undone, and nothing of that order', () => {
    const settled = { ...raised, review: { decision: 'links-changed', note: { about: [], value: null } } } as const;
    const words = flagInWords(settled, { allegations: [], occurred }, made, [], '46');
    expect(words).toContain('The link was undone.');
    expect(words).not.toContain('Essex');
  });
});

describe('what follows from a correction of the order for what is alleged', () => {
  const moment = (time: string) => ({ on: '2026-05-22', at: `2026-05-22T${time}:00.000Z` });
  const occurred = { on: '2026-05-22', until: '2026-05-22', at: '2026-05-22T08:58:00.000Z' };
  const corrected = (correctionId: string, changed: Partial<Extract<OrderFact, { type: 'OrderCorrected' }>['data']>): OrderFact => ({
    type: 'OrderCorrected',
    data: { ...ofOrder('o-1'), correctionId, court: null, made: null, end: null, respondentPresent: null, ...changed },
    personal: { reason: { about: ['p-1'], value: 'The time was misread.' } },
  });
  const at0945 = orderMade('o-1', { made: moment('08:45'), respondentPresent: true });
  const alleged = {
    allegationId: 'a-1',
    orderId: 'o-1',
    conditionId: 'c-1',
    conditionVersionId: 'c-1-1',
    offenceCode: null,
    withdrawn: null,
  };
  const words = (correctionId: string, facts: readonly OrderFact[], own = '46', withdrawn = false) =>
    flagInWords(
      { ...flag('order-corrected'), correctionId },
      { allegations: [{ ...alleged, withdrawn: withdrawn ? { about: ['p-1'], value: 'Not alleged any more' } : null }], occurred },
      [order(at0945, ...facts)],
      [],
      own,
    );
  const later10 = corrected('x-1', { made: moment('09:00'), respondentPresent: false });

  it('says what was corrected, and that the order was not in force then', () => {
    expect(words('x-1', [later10])).toBe(
      'The record of the order was corrected: it was made on 22 May 2026 at 10:00, recorded before as made on 22 May 2026 at 09:45; ' +
        'the record says that the respondent was not in court, and said before that the respondent was in court. Why: The time was misread. ' +
        'As the order is recorded now, it was not in force on 22 May 2026 at 09:58: made only on 22 May 2026 at 10:00.',
    );
    expect(words('x-1', [later10], '42')).not.toContain('misread');
  });

  it('says of each correction its own, and what follows from the record as it stands in the end', () => {
    const [first, back] = [later10, corrected('x-2', { made: moment('08:45') })];
    expect(words('x-2', [first, back])).toContain('made on 22 May 2026 at 09:45, recorded before as made on 22 May 2026 at 10:00');
    expect(words('x-1', [first, back])).not.toContain('not in force');
    const shorter = corrected('x-3', { end: { is: 'fixed', lastDay: '2026-05-21' } });
    expect(words('x-3', [shorter])).toContain('it is in force until the end of 21 May 2026, recorded before');
    expect(words('x-3', [shorter])).toContain('not in force on 22 May 2026 at 09:58: its last day was 21 May 2026');
  });

  it('says nothing of an allegation that was withdrawn, or of the duty to notify', () => {
    expect(words('x-1', [later10], '46', true)).not.toContain('not in force');
    expect(nowRecorded({ orderId: 'o-1', conditionVersionId: null }, occurred, [order(at0945, later10)])).toBeNull();
    expect(nowRecorded(alleged, occurred, [order(at0945)])).toBeNull();
    expect(nowRecorded({ ...alleged, orderId: 'o-2' }, occurred, [order(at0945)])).toBeNull();
  });

  it('says that no first notification was owed under a full order that stands in place of an interim now', () => {
    const did = { orderId: 'o-1', conditionVersionId: null, offenceCode: 'ST19002' };
    const then = { on: '2026-05-25', until: '2026-05-25', at: null };
    const interim = (...facts: readonly OrderFact[]) =>
      order(
        orderMade('o-0', { kind: 'interim-spo', made: someTimeOn('2026-05-01') }),
        orderServed('o-0', someTimeOn('2026-05-02')),
        ...facts,
      );
    const full = order(orderMade('o-1', { replaces: 'o-0' }), orderServed('o-1', someTimeOn('2026-05-22')));
    const now = (...facts: readonly OrderFact[]) => nowRecorded(did, then, [full], [interim(...facts)]);
    const NONE =
      'As the order is recorded now, no first notification was owed under it: it stands in place of an interim order (SPA 2019 s.9).';
    expect(now(notified('initial', '2026-05-03', 'o-0'))).toBe(NONE);
    expect(now()).toBe(
      'As the order is recorded now, it stands in place of an interim order under which the first notification was never given: ask the force solicitor whether one was owed under it.',
    );
    const allegations = [{ ...alleged, ...did, conditionId: null }];
    const said = { ...flag('order-corrected'), correctionId: 'x-1' };
    expect(
      flagInWords(said, { allegations, occurred: then }, [full], [], '46', [interim(notified('initial', '2026-05-03', 'o-0'))]),
    ).toContain(NONE);
    expect(nowRecorded({ ...did, offenceCode: 'ST19004' }, then, [full], [interim()])).toBeNull();
    expect(nowRecorded(did, then, [order(orderMade('o-1'))])).toBeNull();
  });

  it('says that the wording never was where the variation that wrote it was none', () => {
    expect(nowRecorded({ ...alleged, conditionVersionId: 'c-1-2' }, occurred, [order(at0945)])).toBe(
      'As the order is recorded now, these words of it were not in force on 22 May 2026 at 09:58.',
    );
  });

  it('leaves what was quashed later as it was: it bound until then', () => {
    expect(nowRecorded(alleged, occurred, [order(at0945, orderQuashed('o-1', someTimeOn('2026-09-10')))])).toBeNull();
  });
});
