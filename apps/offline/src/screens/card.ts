import { ageOn, formatDate, londonDate } from '#calendar';
import { answer, answerView, type ConditionView, type OfflinePerson, type OrderView } from '#histories';
import { force } from '#access';
import { now } from '../device/clock.js';
import { keepLook } from '../device/looks.js';
import { type Carried, readerOf, type Screen } from './carried.js';
import { h, p } from './markup.js';
import { ordersOf } from './search.js';

/** The officer's card from what this device has: "in force now" is worked out here, by the rules of the service. */
export async function cardScreen({ userId, key }: Carried, person: OfflinePerson): Promise<Screen> {
  const at = await now();
  await keepLook(key, userId, { kind: 'card', personId: person.id, at });
  const view = answerView(answer({ orders: ordersOf(person) }, at), readerOf(person));
  const born = person.dateOfBirth
    ? `born ${formatDate(person.dateOfBirth)} (${ageOn(person.dateOfBirth, londonDate(at))})`
    : 'date of birth not known';
  const also = person.alsoKnownAs.length > 0 ? `, also known as ${person.alsoKnownAs.join(', ')}` : '';
  const others = person.records.map(({ name, force: of }) => `${name} (${of})`).join(', ');
  const keepers = [...new Set(person.orders.map((order) => force(order.force)?.name ?? order.force))];
  return {
    title: person.name,
    content: [
      p(`${born}${also}`),
      ...(others ? [p(`One person, also on record as ${others}`, 'govuk-body-s')] : []),
      h(
        'section',
        { class: `ow-answer ow-answer--${view.tone}`, 'aria-labelledby': 'answer' },
        h('h2', { class: 'govuk-heading-l ow-answer__heading', id: 'answer' }, view.heading),
        view.orders.map(orderBox),
        view.orders.length === 0
          ? p(view.past[0] ? `There was: ${view.past[0].words}.` : 'This device has no order against this person.')
          : null,
      ),
      ...(person.cautions.length > 0
        ? [
            h('h2', { class: 'govuk-heading-m' }, 'Take care'),
            h(
              'ul',
              { class: 'govuk-list govuk-list--bullet' },
              person.cautions.map((caution) => h('li', {}, caution)),
            ),
          ]
        : []),
      h('a', { class: 'govuk-button ow-card__action', href: `#report/${person.id}`, role: 'button' }, 'Report a breach'),
      ...(keepers.length > 0 ? [p(`To ask about the order, call the control room of ${keepers.join(' or ')}.`, 'govuk-body-s')] : []),
    ],
  };
}

function orderBox(order: OrderView): HTMLElement {
  const tag = h('strong', { class: `govuk-tag ${order.known.shown ? 'govuk-tag--green' : 'govuk-tag--orange'}` }, order.known.words);
  return h(
    'div',
    { class: 'ow-order' },
    h('p', { class: 'govuk-body ow-order__head' }, h('strong', {}, order.name), ' ', tag),
    p(`${order.court}, made ${order.made}, ${order.ends}`, 'govuk-body-s'),
    order.warnings.map((warning) => p(warning, 'govuk-body ow-order__warning')),
    lines('Must not', order.mustNot),
    lines('Must', order.must),
    p([order.breach.arrest, order.breach.code ?? ''].join(' ').trim(), 'govuk-body-s'),
    order.known.shown
      ? null
      : p('Serving it needs signal: record it in the service afterwards, with the time, the place and the words used.', 'govuk-body-s'),
  );
}

function lines(lead: string, conditions: readonly ConditionView[]): HTMLElement[] {
  if (conditions.length === 0) return [];
  const items = conditions.map(({ plain, words, notes }) =>
    h('li', {}, plain || words, h('span', { class: 'ow-card__words' }, [...(plain ? [words] : []), ...notes].join('; '))),
  );
  return [h('h3', { class: 'govuk-heading-m ow-card__lead' }, lead), h('ul', { class: 'ow-card__lines' }, items)];
}
