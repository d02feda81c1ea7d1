import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openCase } from './support/cases.js';
import { fileApplication, grant, serve } from './support/orders.js';
import { reportBreach } from './support/breaches.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

// Kent protects an Ada and a Vera from one man; but for the first application everything is about Vera alone.
const wording = 'You must not contact Vera.';

let story: Story;
let kent: Desk;
let gwent: Desk;
let his: string;
let paths: readonly string[];

const whole = ({ main }: { readonly main: string }) => main.replace(/\s+/g, ' ');
const lettersIn = (text: string) => [...new Set([...text.matchAll(/[Pp]rotected person ([A-Z]+)\b/g)].map(([, letter]) => letter))];

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [kent, gwent] = [story.desk('officer.kent'), story.desk('officer.gwent')];
  const legal = story.desk('legal.kent');
  his = await perpetrator(kent, { given: 'Quentin', family: 'Fictionsson', born: '1984-04-04' });
  await protectedPerson(kent, his, { given: 'Ada', family: 'Placeholder' });
  story.itIs('2026-07-01 09:05');
  const vera = await protectedPerson(kent, his, { given: 'Vera', family: 'Samplewright' });
  const investigation = await openCase(kent, his, { people: [vera], summary: 'Vera rang' });
  const application = await fileApplication(legal, his, {
    filed: '2026-06-01',
    protects: [vera],
    interim: false,
    grounds: 'Vera fears him',
  });
  const conditions = [{ code: 'NC-DIR', wording }];
  const order = await grant(legal, application, { made: '2026-06-30 10:00', until: '2028-06-29', conditions });
  await serve(kent, order, '2026-06-30 15:00');
  const breach = await reportBreach(kent, his, { when: '2026-07-01 08:00', kinds: ['message'], account: 'Vera told us' }, [wording]);
  paths = [`/orders/${order}`, `/applications/${application}`, `/cases/${investigation}`, `/breaches/${breach}`];
}, 60_000);
afterAll(() => story?.end());

it('Somebody protected has one letter on every page, in print and in every answer, whoever else is on it', async () => {
  for (const path of [...paths, `/perpetrators/${his}`]) {
    expect([path, lettersIn(whole(await gwent.sees(path)))]).toEqual([path, ['B']]);
  }
  for (const path of paths.slice(0, 1)) expect(JSON.stringify(await gwent.reads(path))).toContain('protected person B');
  const { items } = await gwent.reads<{ items: readonly { letter: string }[] }>(`/perpetrators/${his}/protected-people`);
  expect(items.map(({ letter }) => letter)).toEqual(['A', 'B']);
  expect(lettersIn(JSON.stringify(await gwent.reads(`/perpetrators/${his}/history`)))).toEqual(['B']);
});
