import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { next, reportBreach, whatWasBreached } from './support/breaches.js';
import { eventually } from './support/eventually.js';
import { noContact, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer, counts, history, work } from './support/reading.js';
import { type Desk, idIn, Story } from './support/story.js';

interface Pair {
  readonly id: string;
  readonly records: readonly { readonly id: string }[];
}

let story: Story;
let kent: Desk;
let essex: Desk;
let quentin: string;
let kwentin: string;
let pair: string;
/** Kent's report under Kent's order; Essex's under its own; what Essex kept before its order was made. */
let ofKent: string;
let ofEssex: string;
let kept: string;

const desk = (name: string) => story.desk(name);
const signals = async (at: Desk, id: string) => (await at.sees(`/perpetrators/${id}`)).all('.ow-signal, .ow-signals li');

/** All that either force sees of either record and of what waits, but for the entries that say what was decided about the two. */
async function everything() {
  const pages = [kent, essex].flatMap((at) => [quentin, kwentin].map((id) => ({ at, id })));
  const people = await Promise.all(
    pages.map(async ({ at, id }) => {
      const page = await at.sees(`/perpetrators/${id}`);
      const entries = history(page).filter((entry) => !/another record|To be reviewed|Not to be reviewed/.test(entry));
      // That a record waits to be compared is said until somebody decided.
      const card = (await at.sees(`/perpetrators/${id}/card`))
        .find('.ow-answer')
        .replace(/ Another record, of .*?Decide whether it is/, '');
      return {
        answer: answer(page),
        counts: counts(page),
        signals: await signals(at, id),
        bar: page.all('.ow-identity__line'),
        entries,
        card,
      };
    }),
  );
  const breaches = await Promise.all(
    [kent, essex].flatMap((at) =>
      [ofKent, ofEssex, kept].map(async (id) => {
        const page = await at.sees(`/breaches/${id}`);
        return {
          next: next(page),
          flags: page.all('.moj-alert'),
          rows: page.all('.govuk-summary-list__row'),
          status: page.find('.govuk-tag'),
        };
      }),
    ),
  );
  const tasks = await Promise.all([kent, essex].map(async (at) => (await work(at)).toSorted((a, b) => (a.words < b.words ? -1 : 1))));
  return { people, breaches, tasks };
}

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  [kent, essex] = [desk('legal.kent'), desk('legal.essex')];
  const born = '1988-03-04';
  const phone = { identifiers: [{ scheme: 'phone', value: '07700 900001' }] };
  quentin = await perpetrator(kent, { given: 'Quentin', family: 'Fictionsson', born }, phone);
  kwentin = await perpetrator(essex, { given: 'Kwentin', family: 'Fictionson', born }, phone);
  const percy = await protectedPerson(kent, quentin, { given: 'Percy', family: 'Lorem' });
  const ivy = await protectedPerson(essex, kwentin, { given: 'Ivy', family: 'Dummyton' });
  const sealed = (made: string) => ({ made, until: '2028-05-31', conditions: [noContact] });
  const one = await obtain(kent, quentin, { filed: '2026-04-20', sealed: sealed('2026-05-01 10:00'), protects: [percy] });
  const other = await obtain(essex, kwentin, { filed: '2026-04-21', sealed: sealed('2026-06-01 10:00'), protects: [ivy] });
  await serve(desk('officer.kent'), one.orderId, '2026-05-01 12:00');
  await serve(desk('officer.essex'), other.orderId, '2026-06-01 12:00');
  ofKent = await reportBreach(desk('officer.kent'), quentin, { when: '2026-06-10 11:00', kinds: ['message'] }, [noContact.wording]);
  ofEssex = await reportBreach(desk('officer.essex'), kwentin, { when: '2026-06-11 11:00', kinds: ['message'] }, [noContact.wording]);
  kept = idIn(await (await whatWasBreached(desk('officer.essex'), kwentin, { when: '2026-05-20 11:00', kinds: ['message'] })).keep());
  const waiting = await eventually(
    async () => (await kent.reads<{ items: Pair[] }>('/links')).items,
    (items) => items.length > 0,
  );
  pair = waiting[0]?.id ?? '';
}, 90_000);
afterAll(() => story.end());

describe('A link between two records', () => {
  let before: Awaited<ReturnType<typeof everything>>;

  it('says of what is alleged already that an order of the other force was in force too, and names it', async () => {
    before = await everything();
    await kent.does(`/links/${pair}`, {}, 'Same person');
    const flagged = (at: Desk, id: string) =>
      eventually(
        async () => at.sees(`/breaches/${id}`),
        (page) => page.all('.moj-alert').length > 0,
      );
    const page = await flagged(essex, ofEssex);
    expect(page.find('.moj-alert')).toContain('Another order, of Kent, turned out to have been in force too when this happened');
    expect(page.find('.moj-alert')).toContain('Stalking protection order of 1 May 2026, Kent');
    expect(page.main).not.toContain('Decide whether it is a breach');
    expect(next(page).join()).toContain('Decide whether another order was breached as well: it was in force too');
    const contact = await flagged(essex, kept);
    expect(contact.find('.moj-alert')).toContain('Decide whether it is a breach. Stalking protection order of 1 May 2026, Kent');
    expect((await flagged(kent, ofKent)).find('.moj-alert')).toContain('Another order, of Essex,');
  });

  it('leaves, once it is undone, pages, signals, counts and tasks as they were, and nothing to decide', async () => {
    await essex.does(`/links/${pair}`, { reason: 'Their fingerprints differ' }, 'Undo the link');
    const settled = await eventually(
      async () => Promise.all([ofKent, ofEssex, kept].map((id) => essex.sees(`/breaches/${id}`))),
      (pages) => pages.every((page) => page.all('.moj-alert').length === 0),
    );
    for (const page of settled) {
      expect(page.main).toContain('The link was undone. Nothing is to be decided any more');
      expect(page.main).toContain('Not to be reviewed any more');
    }
    const shown = await eventually(everything, ({ tasks }) => JSON.stringify(tasks) === JSON.stringify(before.tasks));
    expect(shown).toEqual(before);
    const said = history(await essex.sees(`/perpetrators/${kwentin}`)).join();
    expect(said).toContain('Link with another record undone');
    expect(said).toContain('Not to be reviewed any more');
  });
});
