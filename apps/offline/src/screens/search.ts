import { formatDate, londonDate } from '#calendar';
import { answer, answerView, type OfflinePerson } from '#histories';
import { now } from '../device/clock.js';
import { keepLook } from '../device/looks.js';
import { takeSearch } from '../device/search-begun.js';
import { type Carried, readerOf, type Screen } from './carried.js';
import { findOnDevice, type FoundPerson } from './finding.js';
import { complain, field, h, p, plural, tooLong, valueOf } from './markup.js';

/** What was searched for last, while it is open here: back from a card, it stands there still. */
const searched = new WeakMap<Carried, string>();
const MOST = 30;
/** As long as the service takes them for its access log. */
const LONGEST_WORDS = 200;

/** Finds a person by name, date of birth or number, and says why each was found. */
export async function searchScreen(carried: Carried): Promise<Screen> {
  const begun = await takeSearch(carried.key, carried.userId);
  const { people, total, force } = carried.snapshot;
  const found = h('div', { id: 'found', role: 'status' });
  const form = h(
    'form',
    { novalidate: true, autocomplete: 'off', role: 'search' },
    field('name', 'Name, date of birth or number', {
      autocomplete: 'off',
      most: LONGEST_WORDS,
      value: begun ?? searched.get(carried) ?? '',
      hint: 'Part of a name is enough, and spelling does not matter. A number is a PNCID, a telephone number or a vehicle, for instance.',
    }),
    h('button', { type: 'submit', class: 'govuk-button' }, 'Search'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const problems = tooLong(form);
    complain(form, problems);
    if (problems.length === 0) void search(valueOf(form, 'name'), true);
  });
  const before = searched.get(carried);
  if (begun !== null) void search(begun, true);
  else if (before !== undefined) void search(before, false);
  const whole =
    people.length < total
      ? `This device has ${plural(people.length, 'person')} of ${total.toLocaleString('en-GB')} of ${force}: those with an order in force first, then the latest recorded.`
      : `This device has the ${plural(people.length, 'record')} of ${force}.`;
  return {
    title: 'Search offline',
    content: [form, found, p(`${whole} Somebody who is not here may be on record with another force.`, 'govuk-body-s')],
  };

  /** `looked`: for the access log; not where the same is only shown again. */
  async function search(words: string, looked: boolean): Promise<void> {
    const at = await now();
    const finding = findOnDevice(people, words, londonDate(at));
    if (finding === null) return found.replaceChildren(p('Enter a name, a date of birth or a number.'));
    searched.set(carried, words);
    if (looked) await keepLook(carried.key, carried.userId, { kind: 'search', words, at });
    const hits = finding.people;
    const heading =
      hits.length === 0
        ? 'Not on this device: that does not mean there is no order'
        : `${plural(hits.length, 'person').replace('persons', 'people')} found on this device`;
    found.replaceChildren(
      h('h2', { class: 'govuk-heading-m' }, heading),
      ...(hits.length === 0 ? [p('Ask the control room, or search the service when there is signal.')] : []),
      ...(finding.onlyRough ? [p('Nobody is called that here. These are roughly alike: make sure it is the same person.')] : []),
      h(
        'ul',
        { class: 'govuk-list' },
        hits.slice(0, MOST).map((one) => hit(one, at)),
      ),
      ...(hits.length > MOST ? [p(`Only the first ${MOST} are shown. Enter more of the name, or a date of birth.`)] : []),
    );
  }
}

function hit({ person, why }: FoundPerson, at: string): HTMLElement {
  const { heading, tone } = answerView(answer({ orders: ordersOf(person) }, at), readerOf(person));
  const colour = tone === 'none' ? 'govuk-tag--grey' : tone === 'in-force' ? 'govuk-tag--red' : 'govuk-tag--orange';
  return h(
    'li',
    { class: 'ow-offline-hit' },
    h('a', { class: 'govuk-link govuk-!-font-weight-bold', href: `#card/${person.id}` }, person.name),
    h(
      'div',
      {},
      [person.dateOfBirth ? `born ${formatDate(person.dateOfBirth)}` : 'date of birth not known', ...person.alsoKnownAs].join(', '),
    ),
    h('div', { class: 'govuk-hint govuk-!-margin-bottom-1' }, `Found by: ${why.join('; ')}`),
    h('strong', { class: `govuk-tag ${colour}` }, heading),
    person.waiting.map(({ words, inForce, isInForce }) =>
      h('div', { class: 'ow-order__warning' }, `${words} `, isInForce ? h('strong', {}, inForce) : inForce),
    ),
  );
}

/** As the rules take them: by id. */
export function ordersOf({ orders }: OfflinePerson): Readonly<Record<string, OfflinePerson['orders'][number]>> {
  return Object.fromEntries(orders.map((order) => [order.orderId, order]));
}
