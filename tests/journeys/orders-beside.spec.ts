import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, moment } from './support/days.js';
import { obtain, recordOrder } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { history } from './support/reading.js';
import { type Desk, idIn, Story } from './support/story.js';

const sign = {
  code: 'R-SIGN',
  wording: 'You must sign on at Testville police station every Tuesday between 18:00 and 20:00.',
  parameters: { station: 'Testville police station', days: ['tue'], hours: { from: '18:00', to: '20:00' } },
};
const centre = { number: '1', code: 'EX-AREA', wording: 'Not to enter the centre of Testville', parameters: { area: 'Testville centre' } };

let story: Story;
let kent: Desk;
let essex: Desk;
let quentin: string;
let kwentin: string;
let theirs: string;
let protects: string;
let mine: string;

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  [kent, essex] = [story.desk('legal.kent'), story.desk('legal.essex')];
  quentin = await perpetrator(kent, { given: 'Quentin', family: 'Fictionsson', born: '1988-03-04' });
  kwentin = await perpetrator(essex, { given: 'Kwentin', family: 'Fictionson', born: '1988-03-04' });
  protects = await protectedPerson(kent, quentin, { given: 'Nora', family: 'Nonesuch' });
  const other = await protectedPerson(essex, kwentin, { given: 'Ada', family: 'Samplewright' });
  const sealed = { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [sign] };
  theirs = (await obtain(essex, kwentin, { filed: '2026-06-01', sealed, protects: [other] })).orderId;
}, 60_000);
afterAll(() => story.end());

const path = () => `/perpetrators/${quentin}/orders/new?kind=spo`;
const order = () => ({
  ...{ origin: 'application', courtType: 'magistrates', courtName: 'Testville', protectedPersonIds: [protects] },
  ...{ made: moment('2026-06-19 10:00'), end: { is: 'fixed', lastDay: day('2028-06-18') } },
  conditions: [centre],
});

describe('An order beside an order of another force', () => {
  it('is drafted in two steps without a script: kinds are ticked, then filled in', async () => {
    const client = await kent.client();
    const ticked = await client.post(path(), { courtName: 'Testville', _pick: { conditions: ['EX-AREA', 'R-SIGN'] }, _add: 'conditions' });
    expect(ticked.all('legend').filter((legend) => legend.startsWith('Condition '))).toEqual([
      'Condition 1: stay out of an area',
      'Condition 2: sign on at a police station',
    ]);
    const named = ticked.all('label').filter((label) => ['Area', 'Police station', 'Tuesday'].includes(label));
    expect(named).toEqual(['Area', 'Tuesday', 'Police station', 'Tuesday']);
    expect(ticked.value('courtName')).toBe('Testville');
    const conditions = [{ number: '1', code: 'EX-AREA', parameters: { area: 'Testville', hours: { from: '22:00', to: '06:00' } } }];
    const worded = await client.post(path(), { conditions, _add: 'suggest conditions.0.' });
    expect(worded.value('conditions[0][wording]')).toBe('You must not enter Testville between 22:00 and 06:00.');
  });

  it('tells of nothing while nobody has found that the two are one person', async () => {
    const answer = await (await kent.client()).post(path(), { conditions: [centre], _add: 'show' });
    expect(answer.main).not.toContain('How this fits beside the orders in force');
  });

  it('names the other order, its force and its condition once they are linked, and none of its people', async () => {
    const offered = await (await kent.client()).get(`/perpetrators/${quentin}/link/${kwentin}`);
    await kent.does(offered.location, {}, 'Same person');
    const answer = await (await kent.client()).post(path(), { conditions: [centre], _add: 'show' });
    expect(answer.main).toContain('Must be answered');
    expect(answer.main).toContain('Stalking protection order of Essex, made 15 Jun 2026');
    expect(answer.main).toContain('must sign on at Testville police station every Tuesday between 18:00 and 20:00');
    expect(answer.main).not.toContain('Samplewright');
  });

  it('is not recorded until somebody says why it goes on, which stays with it', async () => {
    expect(await kent.isRefused(path(), order())).toEqual([expect.stringContaining('say why the order goes on')]);
    const goesOn = 'The court was told of it and named another police station';
    const client = await kent.client();
    const refused = await client.post(path(), { kind: 'spo', ...order() });
    expect(refused.main).toContain('Why the order goes on all the same');
    const sent = await client.post(path(), { kind: 'spo', ...order(), goesOn });
    expect(sent.status).toBe(303);
    mine = idIn(Object.assign(await client.get(sent.location), { at: sent.location }));
    const shown = (await kent.sees(`/orders/${mine}`)).main;
    expect(shown).toContain(goesOn);
    expect(history(await kent.sees(`/perpetrators/${quentin}`)).join(' ')).toContain('Weighed against other orders');
  });

  it('is weighed again when it is varied', async () => {
    const changes = { courtType: 'magistrates', courtName: 'Testville', effective: '2026-06-20', onApplicationOf: 'chief-officer' };
    const added = [{ number: 2, code: 'BESPOKE', wording: 'Not to own a drone' }];
    const client = await kent.client();
    const refused = await client.api.post(`/api/v1/orders/${mine}/variations`, { ...changes, added });
    expect(refused.status).toBe(409);
    const goesOn = 'Nothing in the other order is about drones';
    expect((await client.api.post(`/api/v1/orders/${mine}/variations`, { ...changes, added, goesOn })).status).toBe(201);
    expect((await kent.sees(`/orders/${mine}`)).main).toContain(goesOn);
  });

  it('is said on the card in the court’s own words where the library has none, and never as what he must do', async () => {
    const card = await kent.sees(`/perpetrators/${quentin}/card`);
    expect(card.all('.ow-card__lines li')).toContainEqual(expect.stringMatching(/^Not to own a drone/));
    expect(card.text).not.toContain('do what the order says');
    const manager = await story.desk('manager.kent').sees(`/perpetrators/${quentin}/card`);
    expect(manager.all('.ow-card__lines li').join(' ')).toContain('words not shown here: ask the force that keeps it');
  });

  it('is weighed at each step of a change that the force asks for, and asked again only where something is new', async () => {
    story.itIs('2026-06-21 10:00');
    const begun = await kent.does(`/orders/${mine}/proposals/new`, { because: 'risk-changed', reason: 'He looks for her by train' });
    const proposal = begun.at;
    const away = {
      number: '3',
      code: 'EX-AREA',
      wording: 'Not to enter Testville police station',
      parameters: { area: 'Testville police station' },
    };
    const client = await kent.client();
    const shown = await client.post(`${proposal}/changes`, { proposalId: idIn(begun), added: [away], _add: 'show' });
    expect(shown.main).toContain('Must be answered');
    expect(shown.main).toContain('Stalking protection order of Essex, made 15 Jun 2026');
    expect(shown.main).not.toContain('Samplewright');
    const sent = { proposalId: idIn(begun), added: [away], end: { is: 'stays' } };
    expect((await client.post(`${proposal}/changes`, sent)).errors).toEqual([expect.stringContaining('say why the order goes on')]);
    const goesOn = 'Essex asks its court to name another station';
    expect((await client.post(`${proposal}/changes`, { ...sent, goesOn })).status).toBe(303);
    expect((await kent.sees(proposal)).main).toContain(goesOn);

    await kent.does(`${proposal}/views`, { consultation: 'supports', told: 'told-safely', words: 'Please' });
    await story.desk('authoriser.kent').does(`${proposal}/approval`, { decision: 'approve' });
    const filing = await kent.sees(`${proposal}/filing`);
    expect(filing.main).toContain('Answered before');
    expect(filing.main).not.toContain('Why the order goes on all the same');
    await kent.does(`${proposal}/filing`, { filedOn: day('2026-06-21') });

    story.itIs('2026-06-25 10:00');
    const result = {
      outcome: 'granted-with-changes',
      at: moment('2026-06-24 10:00'),
      added: [{ ...away, wording: 'Not to enter the station' }],
    };
    expect(await kent.isRefused(`${proposal}/result`, result)).toEqual([
      expect.stringContaining('one thing in its words and another in its details'),
    ]);
    result.added = [{ ...away, wording: 'Not to enter the station of the police at Testville' }];
    expect(await kent.isRefused(`${proposal}/result`, result)).toEqual([expect.stringContaining('say why the order goes on')]);
    await kent.does(`${proposal}/result`, { ...result, outcome: 'granted-as-asked' });
    expect((await kent.sees(`/orders/${mine}`)).main).toContain('Gone on with what the court is asked to change although it may not fit');
  });

  it('shows other orders to whoever renews it, and asks nothing', async () => {
    const renewing = await kent.sees(`/orders/${mine}/renew`);
    expect(renewing.main).toContain('A stalking protection order is in force');
    expect(renewing.main).not.toContain('Must be answered');
    const renewed = { filedOn: day('2026-06-24'), made: moment('2026-06-24 12:00'), end: { is: 'fixed', lastDay: day('2029-06-18') } };
    await kent.does(`/orders/${mine}/renew`, renewed);
  });

  it('asks nothing where everything fits', async () => {
    const alone = await perpetrator(kent, { given: 'Silas', family: 'Contrived', born: '1970-10-10' });
    const someone = await protectedPerson(kent, alone, { given: 'Nora', family: 'Nonesuch' });
    const kind = { kind: 'restraining-conviction', origin: 'conviction', courtType: 'crown', protects: [someone] };
    const made = await recordOrder(kent, alone, { ...kind, sealed: { made: '2026-06-19 10:00', until: null } });
    expect((await kent.sees(`/orders/${made}`)).main).not.toContain('Gone on with');
    expect(theirs).not.toBe(made);
  });
});
