import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { approveVariation, type ApprovalDetails } from '../approve-variation/approve-variation.js';
import { consultViews, type ViewsDetails } from '../consult-views/consult-views.js';
import { decideVariation, type DecisionDetails } from '../decide-variation/decide-variation.js';
import type { OrderFact } from '../domain/events.js';
import { conditionsInForceAt, inForceAt } from '../domain/in-force.js';
import type { MadeOrder, OrderState } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { filedOutOfTime, stepsOf } from '../domain/variation.js';
import { draftVariation, type DraftedVariation } from '../draft-variation/draft-variation.js';
import { fileVariation, type FilingDetails } from '../file-variation/file-variation.js';
import { proposeVariation, type ProposalDetails } from './propose-variation.js';

const { on } = s;
const [author, second] = ['user-author', 'user-second'];
const now = on('2026-07-01', '10:00');
const made = s.orderMade({ protectedPersonIds: [s.protectedA, s.protectedB], conditions: [s.version('area', 1, { code: 'EX-AREA' })] });
const proposal: ProposalDetails = {
  proposalId: 'p1',
  asks: 'variation',
  because: 'protected-person-moved',
  reason: 'She moved',
  by: author,
};
const views: ViewsDetails = {
  ...{
    proposalId: 'p1',
    protectedPersonId: s.protectedA,
    on: '2026-07-01',
    consultation: 'supports',
    told: 'told-safely',
    words: 'Please',
  },
};
const wider = s.draftCondition('area', 2, { code: 'EX-AREA', wording: 'You must not enter Testville' });
const draft: DraftedVariation = { proposalId: 'p1', changes: [{ change: 'reworded', condition: wider }], end: null, by: author };
const approval: ApprovalDetails = { proposalId: 'p1', of: 1, decision: 'approve', note: null, by: second };
const filing: FilingDetails = { proposalId: 'p1', filedOn: '2026-07-02', court: s.maidstone, reference: 'V/1' };
const filedAt = on('2026-07-02', '10:00');
const decision: DecisionDetails = {
  ...{ proposalId: 'p1', outcome: 'granted-as-asked', at: on('2026-07-20', '11:00'), effective: null, court: s.maidstone },
  ...{ respondentPresent: false, changes: [], end: null, awaiting: null, because: null, note: null },
};

type Step = (order: OrderState) => OrderFact[];
const steps = {
  propose: (order) => proposeVariation(order, proposal, now),
  viewsA: (order) => consultViews(order, views, '2026-07-01'),
  viewsB: (order) =>
    consultViews(
      order,
      {
        ...views,
        ...{ protectedPersonId: s.protectedB, consultation: 'not-asked-cannot-be-reached-safely', told: 'not-told', words: null },
      },
      '2026-07-01',
    ),
  draft: (order) => draftVariation(order, draft, now),
  approve: (order) => approveVariation(order, approval),
  file: (order) => fileVariation(order, filing, filedAt),
  decide: (order) => decideVariation(order, decision, s.now),
} satisfies Record<string, Step>;
type Named = keyof typeof steps;
const inOrder: readonly Named[] = ['propose', 'viewsA', 'viewsB', 'draft', 'approve', 'file', 'decide'];
const factsOf = (names: readonly Named[]): OrderFact[] =>
  names.reduce<OrderFact[]>((facts, name) => [...facts, ...steps[name](s.orderOf(made, ...facts))], []);
/** The order after these steps. */
const after = (...names: readonly Named[]) => s.orderOf(made, ...factsOf(names)) as MadeOrder;
const factsUpTo = (name: Named): OrderFact[] => factsOf(inOrder.slice(0, inOrder.indexOf(name)));
const upTo = (name: Named) => after(...inOrder.slice(0, inOrder.indexOf(name)));
const stateOf = (order: MadeOrder) => Object.values(stepsOf(order.proposals[0]!, order.protectedPersonIds)).join(' ');

describe('a variation in four steps', () => {
  it('goes from the reason to the words of the court', () => {
    expect(stateOf(after('propose'))).toBe('to-do to-do cannot-start cannot-start cannot-start');
    expect(stateOf(after('propose', 'viewsA'))).toBe('to-do to-do cannot-start cannot-start cannot-start');
    expect(stateOf(upTo('approve'))).toBe('done done to-do cannot-start cannot-start');
    expect(stateOf(upTo('decide'))).toBe('done done done done to-do');
    const varied = after(...inOrder);
    expect(varied.proposals).toMatchObject([{ decided: { outcome: 'granted-as-asked' } }]);
    expect(varied.variations).toMatchObject([{ variationId: 'p1', onApplicationOf: 'chief-officer', reason: null }]);
    const wordsAt = (time: string) => conditionsInForceAt(varied, on('2026-07-20', time))[0];
    expect([wordsAt('10:59'), wordsAt('11:00')]).toMatchObject([
      { version: { plain: { versionId: 'area-v1' } } },
      { version: { plain: { versionId: 'area-v2' }, words: { value: { wording: 'You must not enter Testville' } } } },
    ]);
  });

  it('cannot be approved or filed before the views of everybody, or a reason, are recorded', () => {
    const without = after('propose', 'viewsA', 'draft');
    expect(s.refusal(() => approveVariation(without, approval))).toBe('views-missing');
    expect(s.refusal(() => fileVariation(without, filing, filedAt))).toBe('views-missing');
    expect(s.refusal(() => approveVariation(after('propose', 'viewsA', 'viewsB'), approval))).toBe('changes-missing');
    expect(s.refusal(() => fileVariation(upTo('approve'), filing, filedAt))).toBe('not-approved');
  });

  it('is approved by somebody who wrote none of it, and again when it is drafted again', () => {
    expect(s.refusal(() => approveVariation(upTo('approve'), { ...approval, by: author }))).toBe('own-work');
    const redrafted = draftVariation(upTo('file'), { ...draft, by: second }, now);
    const again = s.orderOf(made, ...factsUpTo('file'), ...redrafted);
    expect(s.refusal(() => fileVariation(again, filing, filedAt))).toBe('not-approved');
    expect(s.refusal(() => approveVariation(again, approval))).toBe('own-work');
  });

  it('is not approved in other words than those that were shown', () => {
    const redrafted = s.orderOf(made, ...factsUpTo('approve'), ...draftVariation(upTo('approve'), draft, now));
    expect(s.refusal(() => approveVariation(redrafted, approval))).toBe('changed-since-shown');
    expect(approveVariation(redrafted, { ...approval, of: 2 })).toMatchObject([{ type: 'VariationApproved' }]);
  });

  it('sent back, waits to be drafted again', () => {
    expect(s.refusal(() => approveVariation(upTo('approve'), { ...approval, decision: 'send-back' }))).toBe('note-needed');
    const back = approveVariation(upTo('approve'), { ...approval, decision: 'send-back', note: 'Too wide' });
    const order = s.orderOf(made, ...factsUpTo('approve'), ...back) as MadeOrder;
    expect(stateOf(order)).toBe('done to-do cannot-start cannot-start cannot-start');
  });

  it('may be granted with other words, refused for a coded reason, or withdrawn at any time', () => {
    const narrower = s.draftCondition('area', 3, { code: 'EX-AREA', wording: 'You must not enter Testville centre' });
    const [decided, varied] = decideVariation(
      upTo('decide'),
      { ...decision, outcome: 'granted-with-changes', changes: [{ change: 'reworded', condition: narrower }] },
      s.now,
    );
    expect([decided?.type, varied]).toMatchObject(['VariationDecided', { data: { changes: [{ version: { versionId: 'area-v3' } }] } }]);
    const refused = { ...decision, outcome: 'refused' } as const;
    expect(s.refusal(() => decideVariation(upTo('decide'), refused, s.now))).toBe('why-refused-needed');
    expect(decideVariation(upTo('decide'), { ...refused, because: 'not-necessary' }, s.now)).toHaveLength(1);
    expect(s.refusal(() => decideVariation(after('propose'), { ...refused, because: 'not-necessary' }, s.now))).toBe('not-filed');
    const withdrawn = { ...decision, outcome: 'withdrawn', because: 'circumstances-changed' } as const;
    expect(decideVariation(after('propose'), withdrawn, s.now)).toMatchObject([{ data: { court: null } }]);
    expect(s.refusal(() => decideVariation(after(...inOrder), withdrawn, s.now))).toBe('proposal-decided');
  });

  it('holds the draft to what a court could do', () => {
    const same = s.draftCondition('area', 2, { code: 'EX-AREA' });
    const drafted = (over: Partial<DraftedVariation>) => s.refusal(() => draftVariation(after('propose'), { ...draft, ...over }, now));
    expect(drafted({ changes: [] })).toBe('nothing-changed');
    expect(drafted({ changes: [{ change: 'reworded', condition: same }] })).toBe('same-words');
    expect(drafted({ proposalId: 'nobody' })).toBe('no-such-proposal');
    expect(s.refusal(() => draftVariation(upTo('decide'), draft, now))).toBe('filed-already');
    expect(drafted({ seen: 1 })).toBe('drafted-meanwhile');
    expect(s.refusal(() => draftVariation(upTo('approve'), { ...draft, seen: 0 }, now))).toBe('drafted-meanwhile');
    expect(draftVariation(upTo('approve'), { ...draft, seen: 1 }, now)).toHaveLength(1);
  });

  it('says why somebody was not asked, and told nobody who was not reached', () => {
    const consult = (over: Partial<ViewsDetails>) => s.refusal(() => consultViews(after('propose'), { ...views, ...over }, '2026-07-01'));
    expect(consult({ consultation: 'not-asked-other', words: ' ' })).toBe('why-needed');
    expect(consult({ consultation: 'not-asked-not-traced', told: 'told-safely' })).toBe('told-and-not-reached');
    expect(consult({ protectedPersonId: 'nobody' })).toBe('not-protected');
    expect(consult({ on: '2026-07-02' })).toBe('in-the-future');
    expect(consult({ on: '2026-05-13' })).toBe('before-the-order');
  });

  it('keeps what somebody said before, and is approved anew when it was said after the approval', () => {
    const against = consultViews(upTo('file'), { ...views, consultation: 'opposes', words: 'Not now' }, '2026-07-01');
    const again = s.orderOf(made, ...factsUpTo('file'), ...against) as MadeOrder;
    const [first, ...others] = again.proposals[0]!.views.toReversed();
    expect([first?.consultation, first?.earlier.map(({ consultation }) => consultation), others.length]).toEqual([
      'opposes',
      ['supports'],
      1,
    ]);
    expect(s.refusal(() => fileVariation(again, filing, filedAt))).toBe('not-approved');
    // What is filed stays filed.
    const late = s.orderOf(made, ...factsUpTo('decide'), ...against) as MadeOrder;
    expect(stateOf(late)).toBe(stateOf(upTo('decide')));
  });

  it('begins only where the police have standing and nothing like it is open', () => {
    const begin = (order: OrderState, over: Partial<ProposalDetails> = {}) =>
      s.refusal(() => proposeVariation(order, { ...proposal, proposalId: 'p2', ...over }, now));
    expect(begin(s.orderOf(s.orderMade({ kind: 'restraining-conviction' })))).toBe('no-standing');
    expect(begin(after('propose'))).toBe('proposed-already');
    expect(begin(s.orderOf(made, s.orderQuashed(on('2026-06-01'))))).toBe('order-over');
    expect(begin(s.orderOf(s.orderMade({ end: { is: 'until-further-order' } })), { asks: 'renewal' })).toBe('has-no-end');
  });

  it('is never filed without views, a draft and an approval, whatever the order of the steps', () => {
    const middle = fc.shuffledSubarray(['viewsA', 'viewsB', 'draft', 'approve', 'file'] as Named[]);
    fc.assert(
      fc.property(middle, (names) => {
        const facts = names.reduce<readonly OrderFact[]>(
          (done, name) => {
            try {
              return [...done, ...steps[name](s.orderOf(...done))];
            } catch {
              return done;
            }
          },
          [made, ...steps.propose(s.orderOf(made))],
        );
        const order = s.orderOf(...facts) as MadeOrder;
        const state = stepsOf(order.proposals[0]!, order.protectedPersonIds);
        expect(state.filing !== 'done' || (state.views === 'done' && state.changes === 'done' && state.approval === 'done')).toBe(true);
      }),
    );
  });
});

describe('a variation that may not fit beside another order', () => {
  const essex = (orderId: string) =>
    s.orderOf(s.orderMade({ orderId, force: '42', conditions: [s.version('bespoke', 1, { code: 'BESPOKE' })] }));
  const beside = (goesOn: string | null, ...ids: string[]) => ({ orders: ids.map(essex), goesOn });
  const weighings = (facts: readonly OrderFact[]) =>
    facts.flatMap((fact) => (fact.type === 'OrderConflictsWeighed' ? [[fact.data.of, fact.personal?.reason.value]] : []));
  const drafted = draftVariation(after('propose'), draft, now, beside('The court was told', 'essex'));
  const filable = s.orderOf(made, ...factsOf(['propose', 'viewsA', 'viewsB']), ...drafted, ...steps.approve(upTo('approve')));

  it('is drafted only with a reason, which is recorded of what the court is asked', () => {
    expect(s.refusal(() => draftVariation(after('propose'), draft, now, beside(null, 'essex')))).toBe('conflict-unanswered');
    expect(weighings(drafted)).toEqual([[{ proposalId: 'p1' }, 'The court was told']]);
  });

  it('is not asked again when it is filed and granted as asked, unless another order has come', () => {
    expect(fileVariation(filable, filing, filedAt, beside(null, 'essex'))).toHaveLength(1);
    expect(s.refusal(() => fileVariation(filable, filing, filedAt, beside(null, 'essex', 'later')))).toBe('conflict-unanswered');
    const filed = fileVariation(filable, filing, filedAt, beside('Both can be obeyed', 'essex', 'later'));
    expect(weighings(filed)).toEqual([[{ proposalId: 'p1' }, 'Both can be obeyed']]);
    const order = s.orderOf(made, ...factsOf(['propose', 'viewsA', 'viewsB']), ...drafted, ...steps.approve(upTo('approve')), ...filed);
    expect(weighings(decideVariation(order, decision, s.now, beside(null, 'essex', 'later')))).toEqual([]);
  });

  it('is asked again for the words that the court chose itself', () => {
    const filed = s.orderOf(
      made,
      ...factsOf(['propose', 'viewsA', 'viewsB']),
      ...drafted,
      ...steps.approve(upTo('approve')),
      ...factsOf(inOrder.slice(0, 6)).slice(-1),
    );
    const narrower = s.draftCondition('area', 3, { code: 'EX-AREA', wording: 'You must not enter Testville centre' });
    const other = { ...decision, outcome: 'granted-with-changes', changes: [{ change: 'reworded', condition: narrower }] } as const;
    expect(s.refusal(() => decideVariation(filed, other, s.now, beside(null, 'essex')))).toBe('conflict-unanswered');
    expect(weighings(decideVariation(filed, other, s.now, beside('As above', 'essex')))).toEqual([[{ variationId: 'p1' }, 'As above']]);
    const refused = { ...decision, outcome: 'refused', because: 'not-necessary' } as const;
    expect(decideVariation(filed, refused, s.now, beside(null, 'essex'))).toHaveLength(1);
  });
});

describe('a renewal in the same steps', () => {
  const short = s.orderMade({ made: on('2024-10-31'), end: s.until('2026-10-30') });
  const day = (text: string) => on(text, '10:00');
  const renewal = { ...proposal, asks: 'renewal', because: 'order-ends' } as const;
  const filedOn = (filed: string): MadeOrder => {
    const facts: OrderFact[] = [short];
    const step = (decide: Step) => facts.push(...decide(s.orderOf(...facts)));
    step((order) => proposeVariation(order, renewal, day('2026-10-20')));
    step((order) => consultViews(order, views, '2026-10-20'));
    step((order) => draftVariation(order, { ...draft, changes: [], end: s.until('2028-10-30') }, day('2026-10-20')));
    step((order) => approveVariation(order, approval));
    step((order) => fileVariation(order, { ...filing, filedOn: filed }, day(filed)));
    step((order) => decideVariation(order, { ...decision, at: on('2026-11-10', '10:00') }, s.now));
    return s.orderOf(...facts) as MadeOrder;
  };

  it('filed in time carries the order on; filed after the last day it is out of time, and there was nothing in between', () => {
    const [inTime, late] = [filedOn('2026-10-30'), filedOn('2026-11-02')];
    expect([inTime, late].map((order) => order.renewals[0]?.outOfTime)).toEqual([false, true]);
    expect([inTime, late].map((order) => filedOutOfTime(order, order.proposals[0]!))).toEqual([false, true]);
    expect(['2026-10-30', '2026-11-02', '2026-11-11'].map((text) => inForceAt(late, day(text)).is)).toEqual([
      'in-force',
      'not-in-force',
      'in-force',
    ]);
  });

  it('asks for an end and changes nothing else', () => {
    const begun = s.orderOf(short, ...proposeVariation(s.orderOf(short), renewal, day('2026-10-20')));
    const drafted = (over: Partial<DraftedVariation>) => s.refusal(() => draftVariation(begun, { ...draft, ...over }, day('2026-10-20')));
    expect(drafted({ changes: [], end: null })).toBe('end-needed');
    expect(drafted({ end: s.until('2028-10-30') })).toBe('renewal-changes-nothing-else');
    expect(drafted({ changes: [], end: s.until('2026-10-30') })).toBe('not-later');
    const other = s.orderOf(s.orderMade({ orderId: 'other', force: '42', conditions: [s.version('bespoke', 1, { code: 'BESPOKE' })] }));
    const asked = { ...draft, changes: [], end: s.until('2028-10-30') };
    expect(draftVariation(begun, asked, day('2026-10-20'), { orders: [other], goesOn: null })).toHaveLength(1);
  });
});
