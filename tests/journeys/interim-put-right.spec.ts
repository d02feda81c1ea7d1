import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, moment } from './support/days.js';
import { fileApplication, grant, makeInterim, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

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
