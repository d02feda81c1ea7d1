import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import {
  askAuthorisation,
  type Asked,
  authorise,
  begin,
  file,
  openCase,
  write,
} from '../../../apps/console/src/bench/standard-application.js';
import { opens, Stage } from './support.js';

jest.setTimeout(180_000);

const asked: Asked = {
  on: '2026-03-28',
  incident: 'He wrote to her eleven times in one night',
  conditions: ['No direct contact'],
  interim: (hand) => hand.chooses('No', 'Is an interim order asked for?'),
};

let stage: Stage;
let hand: Hand;

beforeAll(async () => {
  stage = await Stage.open('2026-04-02 09:00', { script: false, width: 390 });
  hand = stage.hand;
}, 120_000);
afterAll(() => stage?.close());

const printed = async (pdf: Buffer): Promise<string> =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text.replace(/\s+/g, ' ');

it('he is recorded with his date of birth, and his page says at once that he is under 18', async () => {
  await stage.comes('solicitor');
  await hand.follows('Search');
  await hand.follows('Record a perpetrator');
  await hand.types('Given names', 'T');
  await hand.types('Family name, or the only name', 'Child');
  await hand.dates('Date of birth, if known', '2008-04-07');
  await hand.chooses('Male');
  await hand.presses('Record the person');
  expect(await hand.reads()).toContain('Under 18: 17 now, turns 18 on 7 Apr 2026');
});

it('he is never offered an order that only adults can be given', async () => {
  await hand.follows('Record an order');
  const kinds = await hand.reads();
  expect(kinds).toContain('Restraining order on conviction');
  expect(kinds).not.toMatch(/domestic (violence|abuse) protection (notice|order)/i);
  await hand.follows('Back');
});

it('the application asks beside its sections who was told, and what may be reported', async () => {
  await hand.follows('Add a protected person');
  await hand.types('Given names', 'Nora');
  await hand.types('Family name, or the only name', 'Nonesuch');
  await hand.chooses('Female');
  await hand.presses('Record the protected person');
  await openCase(hand, asked);
  await begin(hand);
  const list = await hand.reads();
  expect(list).toContain('Filed before 7 Apr 2026 it goes to the youth court');
  expect(list).toContain('Youth justice team told');
  expect(list).toContain('Restrictions on reporting will apply');
});

it('whom to ask for at the youth justice team is recorded, with how they are reached', async () => {
  await hand.follows('Youth justice team told');
  await hand.chooses('Yes', 'Were they told of the application?');
  await hand.dates('When were they told?', '2026-04-02');
  await hand.types('Whom to ask for', 'J Invented');
  await hand.types('Team or organisation (optional)', 'Testville youth justice team');
  await hand.types('Phone number', '01632 960971');
  await hand.presses('Record it');
  expect(await hand.reads()).toContain('Told on 2 Apr 2026');
  await hand.follows('Back to the application');
});

it('the application is written and authorised, and not filed before it is said why no parent was told', async () => {
  await write(hand, asked);
  await askAuthorisation(hand);
  await stage.comes('authoriser', '2026-04-02 10:00');
  await authorise(hand);
  await stage.comes('solicitor', '2026-04-02 11:00');
  await file(hand);
  expect(await hand.reads()).toContain('or enter why it is filed before that');
  await hand.types('Why is it filed before the youth justice team and a parent or guardian were told?', 'His mother is rung tonight');
  await hand.presses('File the application');
  const filed = await hand.reads();
  expect(filed).toContain('Youth court: the respondent was under 18 on the day of filing');
  expect(filed).toContain('The respondent was 17 when the application was filed on 2 Apr 2026');
  expect(filed).toContain('Restrictions on reporting apply');
  expect(filed).toContain('His mother is rung tonight');
});

it('the pack is printed with the notice, and without whom to ask for', async () => {
  await hand.follows('Application pack');
  const text = await printed(await hand.downloads('PDF'));
  expect(text).toContain('The respondent was 17 when the application was made.');
  expect(text).toContain('Restrictions on reporting apply: the automatic restriction of the youth court.');
  expect(text).not.toMatch(/J Invented|960971|His mother is rung/);
});

it('an officer sees at once whom to ring', async () => {
  await stage.comes('officer', '2026-04-03 22:00');
  await opens(hand, 'Child', 'T');
  await hand.presses('Card');
  const card = await hand.reads();
  for (const words of ['Under 18: 17 now', 'Restrictions on reporting apply', 'J Invented', '01632 960971']) expect(card).toContain(words);
});

it('the case stays in the youth court when he turns 18 in the middle, and it is asked what may be reported from then on', async () => {
  await stage.comes('solicitor', '2026-05-20 14:00');
  await hand.follows('Work');
  expect(await hand.reads()).toContain('The respondent has turned 18: record what restriction on reporting holds now');
  await hand.follows('Record what may be reported');
  await hand.chooses('None any more: it ended when the respondent turned 18');
  await hand.dates('From which day?', '2026-04-07');
  await hand.presses('Record it');
  await hand.follows('Back to the application');
  await hand.follows('Record that it was granted');
  await hand.dates('When was the order made?', '2026-05-20 11:00');
  await hand.chooses('On a last day');
  await hand.dates('If it ends on a last day: which?', '2028-05-19');
  await hand.presses('Record the order');
  const order = await hand.reads();
  expect(order).toContain('(youth court)');
  expect(order).toContain('none any more: it ended when the respondent turned 18');
});

it('managers read no name of his', async () => {
  await stage.comes('manager', '2026-05-21 09:00');
  await hand.opensMenu();
  await hand.follows('Uptake');
  expect(await hand.reads()).toContain('0 interim and 1 full stalking protection orders');
  expect(await hand.reads()).not.toMatch(/\bchild\b/i);
});
