import { dueNews, type DueNews, newsIdIn } from '#breaches';
import { TellOfOrder } from '#breaches/module';
import { addDays, type Instant, londonDate } from '#calendar';
import { type Envelope, parseStreamName } from '#event-sourcing';
import type { EventStore, StoredEvent, Streams } from '#event-store';
import { type OrderFact, orders } from '#orders';
import { idFrom } from '#pages';
import { type ContactPlan, type ProtectedPersonFact, protectedPeople, type ProtectedPersonRecord } from '#people';
import { AgreeContactPlan } from '#people/module';
import type { Step, World } from './story.js';
import { after, latest, on } from './times.js';

/** Permanent: an interrupted seeding goes on only with the ids it began with. */
const COMMANDS = '6b8f4f0a-52f5-5f0e-9a43-3f5b0e7a91d2';
/** Days of which some people were not told yet. */
const LATELY = 4;

const anyTime = { days: 'every-day', from: null, until: null } as const;

/** By what the made-up contacts say of when and how contact is safe. */
const plans: Readonly<Record<string, ContactPlan>> = {
  'Text only, after 17:00': {
    ...{ frequency: 'each-development', safe: ['text-message'], never: ['phone-call', 'letter'] },
    ...{ days: 'every-day', from: '17:00', until: '22:00', alsoTell: null, note: 'Text first, then wait for an answer.' },
  },
  'Any time': {
    ...{ frequency: 'weekly', safe: ['phone-call', 'text-message', 'email'], never: [], ...anyTime, alsoTell: null, note: null },
  },
  'Weekdays 09:00 to 15:00, never the landline': {
    ...{ frequency: 'fortnightly', safe: ['phone-call', 'at-a-station'], never: ['letter', 'home-visit'] },
    ...{ days: 'weekdays', from: '09:00', until: '15:00', alsoTell: null, note: 'The landline is shared.' },
  },
  'Through the advocate only': {
    ...{ frequency: 'when-they-ask', safe: ['through-advocate'], never: ['phone-call', 'text-message', 'email', 'letter', 'home-visit'] },
    ...{ ...anyTime, alsoTell: 'Ivy Specimen, stalking advocate (ISAC), Testville Advocacy', note: null },
  },
};

/**
 * What was agreed with protected people, and what they were told of their orders: made up from what was recorded, once all of that is.
 * The same records make the same commands.
 */
export async function keepingInTouch(
  store: EventStore,
  streams: Streams,
  { today, limit, correlationId }: Pick<World, 'today' | 'limit'> & { readonly correlationId: string },
): Promise<Step[]> {
  // What it records itself, and what others recorded, changes nothing in it.
  const ownTypes: readonly string[] = ['ContactPlanAgreed' satisfies ProtectedPersonFact['type']];
  const events = (await store.readAll(null, 1_000_000)).filter(
    ({ type, meta }) => (meta as Envelope).correlationId === correlationId && !ownTypes.includes(type),
  );
  const people = new Map<string, ProtectedPersonRecord>();
  const steps: Step[] = [];
  for (const [id, recordedAt] of lastRecorded(events, protectedPeople.category)) {
    const { state } = await streams.load(protectedPeople, id);
    if (state.is !== 'recorded') continue;
    people.set(id, state);
    const step = agreed(state, after(recordedAt, { hours: 1 }));
    if (step) steps.push(step);
  }
  const received = receivedIn(events);
  for (const [id] of lastRecorded(events, orders.category)) {
    const { state: order } = await streams.load(orders, id);
    if (order.is === 'unmade') continue;
    const known = received.get(id) ?? {};
    const days = Object.fromEntries(Object.entries(known).map(([newsId, at]) => [newsId, londonDate(at)]));
    const withheld = new Set<string>();
    for (const news of dueNews(order, { received: days, tellings: [] })) {
      const lot = lotOf(`${id}|${news.newsId}|${news.protectedPersonId}`);
      const isLeft = news.since > addDays(today, -LATELY) && lot % 3 === 0;
      if (!people.has(news.protectedPersonId) || isLeft || withheld.has(news.protectedPersonId)) continue;
      if (lot % 29 === 0) withheld.add(news.protectedPersonId);
      steps.push(told(id, order.force, news, known[news.newsId] ?? null, lot));
    }
  }
  return steps.filter(({ at }) => at < limit).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** With one in four nothing is agreed yet. */
function agreed({ protectedPersonId, safeguarding, contact }: ProtectedPersonRecord, at: Instant): Step | null {
  const lot = lotOf(protectedPersonId);
  const plan = plans[contact.value?.safeTimes ?? ''];
  if (!plan || lot % 4 === 0) return null;
  const rights =
    lot % 9 === 0
      ? ({ rights: 'standard', standardBecause: 'their-choice' } as const)
      : ({ rights: 'enhanced', standardBecause: null } as const);
  const commandId = idFrom(COMMANDS, `plan|${protectedPersonId}`);
  const command: Step['command'] = (act) => new AgreeContactPlan(protectedPersonId, { ...rights, plan }, act);
  return { story: protectedPersonId, at, force: safeguarding, commandId, command };
}

function told(
  orderId: string,
  force: string,
  { newsId, when, since, protectedPersonId }: DueNews,
  received: Instant | null,
  lot: number,
): Step {
  const happened = latest(when.at ?? on(when.on, '17:00'), received ?? on(since, '09:30'));
  const at = after(happened, { hours: 2 + (lot % 3) });
  const decision = lot % 29 === 0 ? 'do-not-tell' : lot % 11 === 0 ? 'not-told' : 'told';
  const details: TellOfOrder['details'] = {
    ...{ protectedPersonId, newsId, decision, at, by: null, reach: lot % 29 === 0 ? 'order' : 'this' },
    role: lot % 2 === 0 ? 'victim-liaison' : 'officer-in-case',
    channel: decision === 'told' ? (lot % 4 === 0 ? 'phone-call' : 'text-message') : null,
    notTold: decision === 'not-told' ? 'knows-already' : null,
    withheld: decision === 'do-not-tell' ? 'standing-wish' : null,
    note: decision === 'do-not-tell' ? 'She does not want to be reminded of it.' : null,
  };
  const commandId = idFrom(COMMANDS, `told|${orderId}|${newsId}|${protectedPersonId}`);
  const command: Step['command'] = (act) => new TellOfOrder(orderId, details, act);
  return { story: protectedPersonId, at: after(at, { minutes: 5 }), force, commandId, command };
}

/** Streams of the category by id, each with when its last fact was recorded. */
function lastRecorded(events: readonly StoredEvent[], category: string): Map<string, Instant> {
  const found = new Map<string, Instant>();
  for (const { stream, meta } of events) {
    const name = parseStreamName(stream);
    if (name.category === category) found.set(name.id, (meta as Envelope).recordedAt);
  }
  return found;
}

/** When the news of each order was recorded. */
function receivedIn(events: readonly StoredEvent[]): Map<string, Record<string, Instant>> {
  const found = new Map<string, Record<string, Instant>>();
  for (const { stream, type, data, meta } of events) {
    const { category, id } = parseStreamName(stream);
    const newsId = category === orders.category ? newsIdIn({ type, data } as OrderFact) : null;
    if (newsId !== null) found.set(id, { ...found.get(id), [newsId]: (meta as Envelope).recordedAt });
  }
  return found;
}

/** A number that looks drawn by lot, the same for the same words. */
function lotOf(words: string): number {
  return Number.parseInt(idFrom(COMMANDS, words).slice(0, 6), 16);
}
