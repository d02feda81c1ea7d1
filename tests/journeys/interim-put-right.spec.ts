import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, moment } from './support/days.js';
import type { Fields } from './support/form.js';
import {
  draftJson,
  endApplication,
  fileApplication,
  grant,
  makeInterim,
  notify,
  type Sealed,
  sealedFields,
  serve,
} from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { history } from './support/reading.js';
import { type Desk, idIn, Story } from './support/story.js';

interface OrderSays {
  readonly replaces: string | null;
  readonly state: { readonly is: string; readonly because: string | null };
  readonly duties: readonly { readonly about: string; readonly lastDay: string | null }[];
}

let story: Story;
let solicitor: Desk;
let officer: Desk;
let quentin: string;
let victim: string;

const says = (orderId: string) => solicitor.reads<OrderSays>(`/orders/${orderId}`);
const first = async (orderId: string) => (await says(orderId)).duties.filter(({ about }) => about === 'initial');

beforeAll(async () => {
  story = await Story.begin('2026-11-22 09:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  quentin = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  victim = await protectedPerson(officer, quentin, { given: 'Nora', family: 'Nonesuch' });
}, 60_000);
afterAll(() => story.end());

describe('An interim order that proves to have run out before its application was granted', () => {
  const granted = async () => {
    const application = await fileApplication(solicitor, quentin, { filed: '2026-09-01', protects: [victim] });
    const interim = await makeInterim(solicitor, application, { made: '2026-09-03 11:00', until: '2026-11-05' });
    const renewed = async () => {
      await solicitor.does(`/orders/${interim}/renew`, {
        ...{ filedOn: day('2026-11-02'), made: moment('2026-11-04 10:00'), end: { is: 'fixed', lastDay: day('2026-12-31') } },
        ...{ courtName: 'Testville', onApplicationOf: 'chief-officer' },
      });
    };
    const full = () => grant(solicitor, application, { made: '2026-11-10 10:00', until: '2028-11-09' });
    return { interim, renewed, full };
  };

  it('leaves the full order in place of none once its renewal is taken back', async () => {
    const { interim, renewed, full } = await granted();
    await renewed();
    const order = await full();
    await serve(officer, order, '2026-11-10 15:00');
    expect([(await says(order)).replaces, (await says(interim)).state.because]).toEqual([interim, 'ceased']);
    const asked = (await solicitor.sees(`/orders/${interim}/error`)).html.querySelector('input[value^="renewal:"]');
    await solicitor.does(`/orders/${interim}/error`, {
      entry: asked?.getAttribute('value') ?? '',
      reason: 'The court made no such renewal',
    });
    expect([(await says(order)).replaces, (await says(interim)).state.because]).toEqual([null, 'ended']);
    expect(await first(order)).toMatchObject([{ lastDay: '2026-11-12' }]);
    expect((await officer.sees(`/perpetrators/${quentin}`)).main).not.toContain('ended when the application was determined');
  });

  it('is replaced by it as its last day is corrected, and not when that is put right', async () => {
    const { interim, full } = await granted();
    const order = await full();
    await serve(officer, order, '2026-11-10 15:00');
    expect((await says(order)).replaces).toBeNull();
    const correct = (lastDay: string) =>
      solicitor.does(`/orders/${interim}/correct`, { end: { is: 'fixed', lastDay: day(lastDay) }, reason: `The copy says ${lastDay}` });
    await correct('2026-12-31');
    expect([(await says(order)).replaces, (await says(interim)).state.because]).toEqual([interim, 'ceased']);
    expect(await first(order)).not.toMatchObject([{ lastDay: '2026-11-12' }]);
    await correct('2026-11-05');
    expect([(await says(order)).replaces, (await says(interim)).state.because]).toEqual([null, 'ended']);
    expect(await first(order)).toMatchObject([{ lastDay: '2026-11-12' }]);
  });

  it('leaves the full order in place of none where it was discharged before', async () => {
    const { interim, renewed, full } = await granted();
    await renewed();
    const order = await full();
    await solicitor.does(`/orders/${interim}/discharge`, {
      ...{ courtName: 'Testville', at: moment('2026-11-09 10:00'), onApplicationOf: 'chief-officer' },
    });
    expect([(await says(order)).replaces, (await says(interim)).state.because]).toEqual([null, 'discharged']);
  });
});

describe('A full order whose making was keyed wrongly', () => {
  it('moves, as it is corrected, with the decision of its application, the end of its interim order and the first notification', async () => {
    const application = await fileApplication(solicitor, quentin, { filed: '2026-09-01', protects: [victim] });
    const interim = await makeInterim(solicitor, application, { made: '2026-09-03 11:00', until: '2026-11-12' });
    const order = await grant(solicitor, application, { made: '2026-11-10 10:00', until: '2028-12-31' });
    await serve(officer, order, '2026-11-14 15:00');
    const correct = (made: string) => ({ made: moment(made), reason: `The copy says ${made}` });
    expect((await solicitor.sees(`/orders/${order}/correct`)).main).toContain('the decision of its application and the end of the interim');
    await solicitor.does(`/orders/${order}/correct`, correct('2026-11-11 12:00'));
    const decided = await solicitor.sees(`/applications/${application}`);
    expect(decided.main).toContain('Granted on 11 Nov 2026');
    expect((await solicitor.sees(`/orders/${interim}`)).main).toContain('ceased on 11 Nov 2026, the application was granted');
    expect((await says(order)).replaces).toBe(interim);
    expect(await first(order)).not.toMatchObject([{ lastDay: '2026-11-16' }]);
    expect(history(await officer.sees(`/perpetrators/${quentin}`)).join()).toContain(
      'Ended with the making of the full order on 11 Nov 2026 at 12:00, not on 10 Nov 2026 at 10:00',
    );
    // By then the interim order had run out, so that the full one stands in place of none.
    await solicitor.does(`/orders/${order}/correct`, correct('2026-11-13 12:00'));
    expect([(await says(order)).replaces, (await says(interim)).state.because]).toEqual([null, 'ended']);
    expect(await first(order)).toMatchObject([{ lastDay: '2026-11-16' }]);
    expect(await solicitor.isRefused(`/orders/${order}/correct`, correct('2026-09-02 10:00'))).toEqual([
      'An interim order of the same application was made later than that. Check the day',
    ]);
  });
});

describe('An interim order that no court made', () => {
  it('is called so on its application, and by the full order: which stands in place of none and asks for the first notification', async () => {
    const application = await fileApplication(solicitor, quentin, { filed: '2026-09-01', protects: [victim] });
    const interim = await makeInterim(solicitor, application, { made: '2026-09-03 11:00', until: '2026-12-31' });
    const order = await grant(solicitor, application, { made: '2026-11-10 10:00', until: '2028-11-09' });
    await serve(officer, order, '2026-11-10 15:00');
    expect((await solicitor.sees(`/orders/${order}`)).main).toContain('asks for no first notification');
    expect((await solicitor.sees(`/orders/${interim}`)).main).toContain('Correct the words');
    await solicitor.does(`/orders/${interim}/error`, { entry: 'order', why: 'never-made', reason: 'No court made it' });
    const page = (await solicitor.sees(`/orders/${order}`)).main;
    expect(page).not.toContain('asks for no first notification');
    expect(page).not.toContain('in place of the interim order');
    expect(await first(order)).toMatchObject([{ lastDay: '2026-11-12' }]);
    expect((await solicitor.sees(`/applications/${application}`)).main).toContain('recorded in error, it bound nobody at any time');
    expect((await solicitor.sees(`/orders/${interim}`)).main).not.toContain('Correct the words');
  });
});

describe('A full order and an interim one that are recorded without their application', () => {
  const alone = (kind: string, sealed: Sealed, more: Fields = {}) => ({
    path: `/perpetrators/${barnaby}/orders/new?kind=${kind}`,
    fields: { ...sealedFields(sealed), origin: 'application', courtType: 'magistrates', protectedPersonIds: [his], ...more },
  });
  const full = { made: '2026-11-10 10:00', until: '2028-11-09' };
  let barnaby: string;
  let his: string;
  let interim: string;

  beforeAll(async () => {
    barnaby = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1981-05-06' });
    his = await protectedPerson(officer, barnaby, { given: 'Ada', family: 'Samplewright' });
    const { path, fields } = alone('interim-spo', { made: '2026-09-03 11:00', until: '2026-12-31' });
    interim = idIn(await solicitor.does(path, fields));
  });

  it('are asked whether the one ended with the other; it did, and stands again where that was recorded in error', async () => {
    const unanswered = alone('spo', full);
    expect((await solicitor.sees(unanswered.path)).main).toContain('That of the interim order made on 3 Sep 2026');
    expect(await solicitor.isRefused(unanswered.path, unanswered.fields)).toEqual(['Select on which application the order was made']);
    const { path, fields } = alone('spo', full, { madeOn: interim });
    const order = idIn(await solicitor.does(path, fields));
    await serve(officer, order, '2026-11-10 15:00');
    expect([(await says(order)).replaces, (await says(interim)).state.because]).toEqual([interim, 'ceased']);
    expect((await officer.sees(`/perpetrators/${barnaby}/card`)).main).not.toContain('until the end of 31 Dec 2026');
    await solicitor.does(`/orders/${order}/error`, { entry: 'order', why: 'never-made', reason: 'No court made it' });
    expect((await says(interim)).state.is).toBe('in-force');
  });

  it('are put right where nobody said so: the interim order ended with the full one, or with another decision', async () => {
    const { path, fields } = alone('spo', full, { madeOn: 'another' });
    const order = idIn(await solicitor.does(path, fields));
    expect([(await says(order)).replaces, (await says(interim)).state.is]).toEqual([null, 'in-force']);
    const page = await solicitor.sees(`/orders/${interim}`);
    expect(page.link('Record that the application was decided')).toBe(`/orders/${interim}/decided`);
    expect((await solicitor.sees(`/orders/${interim}/decided`)).main).toContain(
      'The stalking protection order of 10 Nov 2026 was made on it',
    );
    expect((await solicitor.sees(`/orders/${interim}/decided`)).main).toContain('watched only where the application is on record');
    await solicitor.does(`/orders/${interim}/decided`, { how: order });
    expect([(await says(order)).replaces, (await says(interim)).state.because]).toEqual([interim, 'ceased']);
    await solicitor.does(`/orders/${interim}/error`, { entry: 'cessation', reason: 'It was another application' });
    expect([(await says(order)).replaces, (await says(interim)).state.is]).toEqual([null, 'in-force']);
    await solicitor.does(`/orders/${interim}/decided`, { how: 'refused', at: moment('2026-11-20 10:00') });
    const after = (await solicitor.sees(`/orders/${interim}`)).main;
    expect(after).toContain('ceased on 20 Nov 2026, the application was refused');
    expect(after).toMatch(/20 Nov(ember)? 2026 at 10:00: the application was refused; the interim order ceased \(SPA 2019 s\.5\), as Kent/);
  });

  it('are recorded on the application of the force that waits', async () => {
    const application = await fileApplication(solicitor, barnaby, { filed: '2026-11-15', protects: [his] });
    for (const [kind, where] of [
      ['spo', 'grant'],
      ['interim-spo', 'interim'],
    ] as const) {
      const sealed = { made: '2026-11-20 10:00', until: kind === 'spo' ? '2028-11-19' : '2026-12-31' };
      const { path, fields } = alone(kind, sealed, { madeOn: application });
      expect((await solicitor.sees(path)).link('Record it on that application')).toBe(`/applications/${application}/${where}`);
      expect(await solicitor.isRefused(path, fields)).toEqual([
        'Record the order on that application: an interim order made in it ends with its decision',
      ]);
    }
  });
});

describe('An interim order of which it was said first that its application was granted', () => {
  const recorded = async (family: string) => {
    const person = await perpetrator(officer, { given: 'Dex', family, born: '1979-08-09' });
    const her = await protectedPerson(officer, person, { given: 'Imogen', family: 'Samplewright' });
    const order = async (kind: string, sealed: Sealed, more: Fields = {}) =>
      idIn(
        await solicitor.does(`/perpetrators/${person}/orders/new?kind=${kind}`, {
          ...{ ...sealedFields(sealed), origin: 'application', courtType: 'magistrates', protectedPersonIds: [her], ...more },
        }),
      );
    return { person, order };
  };
  const full = { made: '2026-11-10 14:00', until: '2028-11-09' };
  const interimFirst = async (family: string) => {
    const made = await recorded(family);
    const interim = await made.order('interim-spo', { made: '2026-09-03 11:00', until: '2026-12-31' });
    await serve(officer, interim, '2026-09-03 12:00');
    await solicitor.does(`/orders/${interim}/decided`, { how: 'granted', at: moment('2026-11-10 14:00') });
    return { ...made, interim };
  };

  it('is offered where the full order is recorded, which then stands in its place', async () => {
    const { person, order, interim } = await interimFirst('Mockman');
    const path = `/perpetrators/${person}/orders/new?kind=spo`;
    expect((await solicitor.sees(path)).main).toContain('That of the interim order made on 3 Sep 2026');
    const made = await order('spo', full, { madeOn: interim });
    await serve(officer, made, '2026-11-10 15:00');
    expect([(await says(made)).replaces, (await says(interim)).state.because]).toEqual([interim, 'ceased']);
    expect(await first(made)).not.toMatchObject([{ lastDay: '2026-11-12' }]);
    expect((await solicitor.sees(`/orders/${interim}`)).main).not.toContain('Say which order was made on its application');
  });

  it('can be told from its own page which order that was', async () => {
    const { order, interim } = await interimFirst('Mockwell');
    const made = await order('spo', full, { madeOn: 'another' });
    await serve(officer, made, '2026-11-10 15:00');
    expect([(await says(made)).replaces, await first(made)]).toMatchObject([null, [{ lastDay: '2026-11-12' }]]);
    expect((await solicitor.sees(`/orders/${interim}`)).link('Say which order was made on its application')).toBe(
      `/orders/${interim}/decided`,
    );
    await solicitor.does(`/orders/${interim}/decided`, { how: made });
    expect((await says(made)).replaces).toBe(interim);
    expect(await first(made)).not.toMatchObject([{ lastDay: '2026-11-12' }]);
  });

  it('is put in its place where the full order is on record first', async () => {
    const { person, order } = await recorded('Mockley');
    const made = await order('spo', full);
    const path = `/perpetrators/${person}/orders/new?kind=interim-spo`;
    expect((await solicitor.sees(path)).main).toContain('That of the stalking protection order made on 10 Nov 2026');
    const interim = await order('interim-spo', { made: '2026-09-03 11:00', until: '2026-12-31' }, { madeOn: made });
    expect([(await says(made)).replaces, (await says(interim)).state.because]).toEqual([interim, 'ceased']);
  });
});

describe('An interim order that is keyed after its application was decided', () => {
  const person = async (family: string) => {
    const id = await perpetrator(officer, { given: 'Sham', family, born: '1977-08-09' });
    return { id, her: await protectedPerson(officer, id, { given: 'Ottilie', family: 'Samplewright' }) };
  };
  const late = { made: '2026-09-02 11:00', until: '2027-02-28' };

  it('ends with the decision at once, and the full order stands in its place', async () => {
    const { id, her } = await person('Placeholder');
    const application = await fileApplication(solicitor, id, { filed: '2026-09-01', protects: [her] });
    const order = await grant(solicitor, application, { made: '2026-10-14 10:00', until: '2028-10-13' });
    await serve(officer, order, '2026-10-14 10:30');
    expect(await first(order)).toMatchObject([{ lastDay: '2026-10-16' }]);
    const alone = `/perpetrators/${id}/orders/new?kind=interim-spo`;
    expect((await solicitor.sees(alone)).link('Record it on that application')).toBe(`/applications/${application}/interim`);
    const fields = { ...sealedFields(late), origin: 'application', courtType: 'magistrates', protectedPersonIds: [her] };
    expect(await solicitor.isRefused(alone, fields)).toEqual(['Select on which application the order was made']);
    expect(await solicitor.isRefused(`/applications/${application}/interim`, sealedFields({ ...late, made: '2026-10-15 10:00' }))).toEqual([
      'The application was decided before that. Check when the interim order was made',
    ]);
    expect((await solicitor.sees(`/applications/${application}`)).link('Record an interim order that was made before the decision')).toBe(
      `/applications/${application}/interim`,
    );
    const interim = await makeInterim(solicitor, application, late);
    expect([(await says(order)).replaces, (await says(interim)).state.because]).toEqual([interim, 'ceased']);
    expect(await first(order)).not.toMatchObject([{ lastDay: '2026-10-16' }]);
  });

  it('takes from the full order the first notification that was alleged as failed', async () => {
    const { id, her } = await person('Nonesson');
    const application = await fileApplication(solicitor, id, { filed: '2026-09-01', protects: [her] });
    const order = await grant(solicitor, application, { made: '2026-10-14 10:00', until: '2028-10-13' });
    await serve(officer, order, '2026-10-14 10:30');
    await officer.tells(`/orders/${order}/notification-defaults`, { about: 'initial', lastDay: '2026-10-16' });
    const breach = await officer.tells(`/perpetrators/${id}/breaches`, {
      ...{ at: '2026-10-17T10:00:00.000Z', kinds: ['notification'], reporter: 'officer', account: 'Did not come' },
      alleging: [`${order}/ST19002`],
    });
    const NONE = 'As the order is recorded now, no first notification was owed under it';
    const said = async () => (await officer.sees(`/breaches/${breach.id}`)).main;
    expect(await said()).not.toContain(NONE);
    const interim = await makeInterim(solicitor, application, late);
    await serve(officer, interim, '2026-09-03 12:00');
    expect(await said()).toContain('under which the first notification was never given: ask the force solicitor');
    await notify(officer, interim, '2026-09-04 12:00');
    expect(await said()).toContain(NONE);
    expect((await solicitor.sees(`/orders/${order}`)).main).toMatch(
      /A default was recorded of what was due by the end of 16 Oct(ober)? 2026: name and home address, first time\. As the order is recorded now, it was not due by then\./,
    );
  });

  it('is not in force either where the application was refused', async () => {
    const { id, her } = await person('Exampleson');
    const application = await fileApplication(solicitor, id, { filed: '2026-09-01', protects: [her] });
    await endApplication(solicitor, application, 'refused', '2026-10-14 10:00');
    const interim = await makeInterim(solicitor, application, late);
    expect((await solicitor.sees(`/orders/${interim}`)).main).toContain('ceased on 14 Oct 2026, the application was refused');
  });

  it('ends with the full order of an application on record, where it was recorded by itself', async () => {
    const { id, her } = await person('Varlow');
    const fields = { ...sealedFields(late), origin: 'application', courtType: 'magistrates', protectedPersonIds: [her] };
    const interim = idIn(await solicitor.does(`/perpetrators/${id}/orders/new?kind=interim-spo`, fields));
    const application = await fileApplication(solicitor, id, { filed: '2026-09-01', protects: [her] });
    const order = await grant(solicitor, application, { made: '2026-10-14 10:00', until: '2028-12-31' }, { interim: 'another' });
    expect([(await says(order)).replaces, (await says(interim)).state.is]).toEqual([null, 'in-force']);
    await solicitor.does(`/orders/${interim}/decided`, { how: order });
    expect([(await says(order)).replaces, (await says(interim)).state.because]).toEqual([interim, 'ceased']);
    await solicitor.does(`/orders/${order}/correct`, { made: moment('2026-10-15 12:00'), reason: 'The copy says 15 Oct' });
    expect((await says(order)).replaces).toBe(interim);
    expect((await solicitor.sees(`/orders/${interim}`)).main).toContain('ceased on 15 Oct 2026');
  });
});

describe('An interim order on record by itself that stands as its application, keyed after it, is granted', () => {
  const sealed = { made: '2026-10-14 10:00', until: '2028-12-31' };
  const waiting = async (family: string, more: Sealed = { made: '2026-09-02 11:00', until: '2027-02-28' }, filed = '2026-09-01') => {
    const person = await perpetrator(officer, { given: 'Faux', family, born: '1984-08-09' });
    const her = await protectedPerson(officer, person, { given: 'Philippa', family: 'Samplewright' });
    const fields = { ...sealedFields(more), origin: 'application', courtType: 'magistrates', protectedPersonIds: [her] };
    const interim = idIn(await solicitor.does(`/perpetrators/${person}/orders/new?kind=interim-spo`, fields));
    return { person, interim, application: await fileApplication(solicitor, person, { filed, protects: [her] }) };
  };
  const WHICH = 'Select whether the interim order that is on record by itself was made in this application';

  it('is asked about; made in it, it ends with the decision and the full order stands in its place', async () => {
    const { interim, application } = await waiting('Testerby');
    await serve(officer, interim, '2026-09-03 12:00');
    const path = `/applications/${application}/grant`;
    expect((await solicitor.sees(path)).main).toContain('The interim order of 2 Sep 2026 was: it ends with this');
    expect(await solicitor.isRefused(path, sealedFields(sealed))).toEqual([WHICH]);
    const order = await grant(solicitor, application, sealed, { interim });
    await serve(officer, order, '2026-10-14 15:00');
    expect([(await says(order)).replaces, (await says(interim)).state.because]).toEqual([interim, 'ceased']);
    expect(await first(order)).not.toMatchObject([{ lastDay: '2026-10-16' }]);
    expect((await solicitor.sees(`/orders/${interim}`)).main).toContain('ceased on 14 Oct 2026, the application was granted');
    await solicitor.does(`/orders/${order}/error`, { entry: 'order', why: 'never-made', reason: 'No court made it' });
    expect((await says(interim)).state.is).toBe('in-force');
  });

  it('is asked about by the API, with the field that answers', async () => {
    const { interim, application } = await waiting('Testerfield');
    const body = { ...draftJson(sealed), courtType: 'magistrates', locality: 'uk', withNotice: true };
    const { api } = await solicitor.client();
    for (const said of [{}, { interim: application }]) {
      const { status, body: told } = await api.post(`/api/v1/applications/${application}/grant`, { ...body, ...said });
      expect({ status, told }).toMatchObject({
        status: 409,
        told: { reason: 'which-interim', errors: [{ pointer: '/interim', detail: WHICH }] },
      });
    }
    await solicitor.tells(`/applications/${application}/grant`, { ...body, interim });
    expect((await says(interim)).state.because).toBe('ceased');
  });

  it('goes on where it was made in another; one that was made before the filing is not asked about', async () => {
    const { interim, application } = await waiting('Testerton');
    const order = await grant(solicitor, application, sealed, { interim: 'another' });
    expect([(await says(order)).replaces, (await says(interim)).state.is]).toEqual([null, 'in-force']);
    const before = await waiting('Testerham', { made: '2026-08-30 11:00', until: '2027-02-28' });
    expect((await solicitor.sees(`/applications/${before.application}/grant`)).main).not.toContain('on record by itself');
    await grant(solicitor, before.application, sealed);
    expect((await says(before.interim)).state.is).toBe('in-force');
  });
});
