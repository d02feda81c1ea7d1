import { addDays, type LocalDate } from '#calendar';
import type { ContactKind } from '#breaches';
import { kindRule, libraryCondition } from '#orders';
import {
  addendum,
  allege,
  type Alleging,
  arrest,
  at,
  breaching,
  charge,
  courtOutcome,
  daysLater,
  during,
  evidence,
  type Happening,
  interview,
  keep,
  lastDayOf,
  nfa,
  outOfCourt,
  release,
  report,
  type Reported,
  withdraw,
} from './breaches-of-story.js';
import { type HeldOrder, type HeldVersion, versionsOn } from './orders-of-story.js';
import type { Parties } from './people-of-story.js';
import type { Story } from './story.js';
import { after, dayBetween, latest, timeBetween } from './times.js';

interface Bound {
  readonly order: HeldOrder;
  readonly version: HeldVersion;
}

/**
 * So many incidents between the first order and today, most of them against the order that bound him first. What bound him by nothing is
 * kept as contact, and so is this `share` of the rest.
 */
export function incidents(
  story: Story,
  parties: Parties,
  orders: readonly HeldOrder[],
  from: LocalDate,
  count: number,
  share: number,
): void {
  const { chance, world } = story;
  for (let nth = 0; nth < count; nth += 1) {
    const day = dayBetween(chance, addDays(from, 1), addDays(world.today, -1));
    const bound = orders.flatMap((order) => versionsOn(order, day).map((version): Bound => ({ order, version })));
    const [longest] = bound;
    const against = chance.happens(0.95) ? bound.filter(({ order }) => order === longest?.order) : bound;
    if (bound.length === 0 || chance.happens(share)) contact(story, parties, day, bound.length === 0);
    else incident(story, parties, day, against);
  }
}

const anyContact: readonly ContactKind[] = ['message', 'call', 'online', 'third-party', 'gift', 'watching', 'other'];

function contact(story: Story, { perpetrator, people }: Parties, day: LocalDate, free: boolean): void {
  const { chance } = story;
  const occurred = chance.happens(0.7) ? at(day, timeBetween(chance, 7, 23)) : during(day);
  const happening = { perpetrator, people: people.slice(0, 1), occurred, kinds: [chance.pick(anyContact)] as const };
  const kept = keep(story, happening, free ? 'no-order-in-force' : chance.pick(['no-condition-forbids-it', 'not-alleged']));
  if (chance.happens(0.15))
    addendum(story, kept, daysLater(story, kept, 3), { occurred: null, text: 'A neighbour saw him too and would give a statement.' });
}

function incident(story: Story, { perpetrator, people }: Parties, day: LocalDate, bound: readonly Bound[]): void {
  const { chance } = story;
  const [first] = chance.some(bound, 1);
  if (!first) return;
  const kinds = kindsOf(first.version);
  // Another order that speaks of the same thing is breached by the same act.
  const others = bound.filter(
    ({ order, version }) =>
      version !== first.version && kindsOf(version).includes(kinds[0]) && (order !== first.order || chance.happens(0.3)),
  );
  const chosen = [first, ...others.slice(0, 2)];
  const alleging = chosen.map(({ order, version }) => breaching(order, version.draft));
  const isLate = chance.happens(0.08);
  const happening: Happening = {
    perpetrator,
    people: chance.happens(0.8) ? people.slice(0, 1) : people,
    occurred: chance.happens(0.8) ? at(day, timeBetween(chance, 6, 23)) : during(day),
    kinds,
    ...(chance.happens(0.05) ? { force: chance.pick(['46', '42', '01', '07', '61', '13']) } : {}),
  };
  const known = latest(...chosen.map(({ version }) => after(version.recordedAt, { minutes: 5 })));
  const excused = chance.happens(0.15);
  const reported = report(
    story,
    isLate ? keyedLate(story, happening) : happening,
    alleging as [Alleging, ...Alleging[]],
    excused
      ? { reasonableExcuse: 'offered', excuse: 'He says that he did not know she had moved there.' }
      : { reasonableExcuse: chance.pick(['none-offered', 'not-asked']) },
    known,
  );
  const left = bound.filter((one) => !chosen.includes(one));
  const [more] = left;
  if (more && chance.happens(0.08)) {
    allege(
      story,
      reported,
      latest(daysLater(story, reported, 1), after(more.version.recordedAt, { minutes: 5 })),
      breaching(more.order, more.version.draft),
    );
  }
  if (alleging.length > 1 && chance.happens(0.15)) withdraw(story, reported, daysLater(story, reported, 2), 1);
  follow(story, reported, first.order);
}

/** Told to somebody in time, written down weeks later. */
function keyedLate(story: Story, happening: Happening): Happening {
  const reportedAt = after(happening.occurred.at ?? `${happening.occurred.until}T23:00:00.000Z`, {
    days: story.chance.whole(3, 14),
    hours: 2,
  });
  return { ...happening, reportedAt, recordedAt: after(reportedAt, { days: story.chance.whole(14, 50) }) };
}

function kindsOf({ draft }: HeldVersion): [ContactKind, ...ContactKind[]] {
  const [first = 'other', ...others] = libraryCondition(draft.code).speaksTo;
  return [first, ...others.slice(0, 1)];
}

const reasons = [
  'evidential',
  'not-in-public-interest',
  'support-withdrawn',
  'suspect-not-identified',
  'reasonable-excuse',
  'out-of-time',
  'other',
] as const;
const evidenceKinds = [
  'statement',
  'message',
  'cctv',
  'phone-record',
  'device',
  'photograph',
  'order-copy',
  'service-proof',
  'other',
] as const;
const sentences = [
  'Community order, 12 months',
  '8 weeks in custody, suspended for 12 months',
  '16 weeks in custody',
  'Fine of £400',
  '26 weeks in custody',
] as const;

/** From the report to its outcome; what lies ahead of today is left open by itself. */
function follow(story: Story, breach: Reported, order: HeldOrder): void {
  const { chance } = story;
  const { offenceCode } = kindRule(order.kind).breach(breach.occurred.on);
  for (const kind of chance.some(evidenceKinds, chance.whole(0, 2))) evidence(story, breach, daysLater(story, breach, 1), kind);
  if (chance.happens(0.1))
    addendum(story, breach, daysLater(story, breach, 4), { occurred: null, text: 'The camera shows the car arriving and leaving.' });
  // What is open is recent: sooner or later everything is decided.
  if (breach.recordedAt > after(story.world.limit, { days: -40 }) && chance.happens(0.3)) return;
  if (chance.happens(0.25)) {
    if (chance.happens(0.4)) interview(story, breach, daysLater(story, breach, 9), chance.happens(0.8));
    nfa(story, breach, daysLater(story, breach, chance.whole(12, 40)), chance.pick(reasons));
    return;
  }
  const arrested = daysLater(story, breach, chance.whole(0, 12));
  arrest(story, breach, arrested);
  if (chance.happens(0.85)) interview(story, breach, after(breach.recordedAt, { hours: 2 }));
  custody(story, breach, offenceCode);
}

function custody(story: Story, breach: Reported, offenceCode: string | null): void {
  const { chance } = story;
  if (offenceCode === null) {
    release(story, breach, after(breach.recordedAt, { hours: 3 }), 'bail');
    courtOutcome(
      story,
      breach,
      addDays(lastDayOf(breach), chance.whole(5, 20)),
      chance.pick(['contempt-proved', 'dismissed', 'other']),
      'Fined for contempt',
    );
    return;
  }
  const way = chance.pick([
    'charged',
    'charged',
    'charged',
    'bailed',
    'bailed',
    'investigated',
    'no-further-action',
    'out-of-court',
  ] as const);
  if (way === 'no-further-action') {
    release(story, breach, after(breach.recordedAt, { hours: 3 }), 'no-further-action', chance.pick(reasons));
    return;
  }
  if (way === 'charged')
    charge(story, breach, after(breach.recordedAt, { hours: 4 }), [offenceCode], chance.pick(['full-code', 'threshold']));
  else
    release(
      story,
      breach,
      after(breach.recordedAt, { hours: 3 }),
      way === 'investigated' ? 'under-investigation' : chance.pick(['bail', 'bail-with-conditions']),
    );
  if (way === 'out-of-court') {
    outOfCourt(story, breach, daysLater(story, breach, 25), chance.pick(['caution', 'conditional-caution', 'community-resolution']));
    return;
  }
  if (way !== 'charged') {
    if (chance.happens(0.35)) return nfa(story, breach, daysLater(story, breach, chance.whole(40, 80)), chance.pick(reasons));
    charge(story, breach, daysLater(story, breach, chance.whole(30, 70)), [offenceCode], 'full-code');
  }
  const heard = addDays(lastDayOf(breach), chance.whole(30, 120));
  const outcome = chance.pick(['convicted', 'convicted', 'convicted', 'acquitted', 'discontinued', 'dismissed'] as const);
  courtOutcome(story, breach, heard, outcome, outcome === 'convicted' ? chance.pick(sentences) : null);
}
