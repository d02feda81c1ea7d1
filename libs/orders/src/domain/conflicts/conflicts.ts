import { plainOf, type DraftCondition } from '../draft.js';
import { conditionsInForceAt, inForceAt } from '../in-force.js';
import type { OrderKind } from '../kinds/index.js';
import type { Moment, When } from '../moments.js';
import type { MadeOrder, OrderState } from '../order.js';
import type { Clause, Placed } from './clause.js';
import { between, type Between } from './judge.js';

/** Why two orders may not fit beside each other. */
export type WhyConflict = Between | 'another-spo' | 'another-interim' | 'interim-of-this-application';

/** What is drafted, and what of it is known. */
export interface Drafting {
  readonly kind: OrderKind;
  /** The force that drafts it, by CJS code. */
  readonly force: string;
  readonly applicationId: string | null;
  readonly protectedPersonIds: readonly string[];
  readonly conditions: readonly Clause[];
  /** The order that is varied or comes to be replaced: it does not conflict with itself. */
  readonly inPlaceOf: readonly string[];
}

/** The order beside which something is drafted: nothing of it that a reader of the draft may not know. */
export interface Beside {
  readonly orderId: string;
  readonly perpetratorId: string;
  readonly force: string;
  readonly kind: OrderKind;
  readonly made: Moment;
  readonly protectedPersonIds: readonly string[];
}

export interface Conflict {
  readonly why: WhyConflict;
  /** Somebody must say why it goes on all the same, or should know of it. */
  readonly severity: 'must-be-answered' | 'to-know';
  /** Null: two conditions of the draft itself. */
  readonly beside: Beside | null;
  /** Clauses of the draft, by number. */
  readonly drafted: readonly Clause[];
  /** Clauses of the other order, by number; of the draft where `beside` is null. */
  readonly theirs: readonly Clause[];
}

const severities: Readonly<Record<WhyConflict, Conflict['severity']>> = {
  'contact-exception': 'must-be-answered',
  'child-contact': 'must-be-answered',
  'place-in-area': 'must-be-answered',
  'two-places-at-once': 'must-be-answered',
  'read-together': 'must-be-answered',
  'place-not-judged': 'to-know',
  'times-not-judged': 'to-know',
  same: 'to-know',
  'same-other-limits': 'to-know',
  'another-spo': 'to-know',
  'another-interim': 'to-know',
  'interim-of-this-application': 'to-know',
};

/** The whys in the order in which they are told. */
const ranked = Object.keys(severities) as readonly WhyConflict[];

/**
 * Where a draft may not fit beside the orders that bind the same person then, on any of the person's records and of any force: no condition of
 * an SPO may be incompatible with an earlier one (SPA 2019 s.2(7)), and he must be able to obey all of them. What cannot be judged from data is
 * told as `read-together`, never passed over. The order of `orders` does not matter.
 */
export function conflicts(draft: Drafting, orders: readonly OrderState[], when: When): readonly Conflict[] {
  const live = orders.filter((order): order is MadeOrder => order.is !== 'unmade' && inForceAt(order, when).is !== 'not-in-force');
  const others = live.filter(({ orderId }) => !draft.inPlaceOf.includes(orderId));
  return [...conflictsWithin(draft), ...others.flatMap((order) => besideOne(draft, order, when))].toSorted(byWeight);
}

/** The conflicts on which somebody must say why the order goes on. */
export function mustBeAnswered(found: readonly Conflict[]): readonly Conflict[] {
  return found.filter(({ severity }) => severity === 'must-be-answered');
}

/** A condition of a draft as a clause. */
export function clauseOf(draft: DraftCondition): Clause {
  const { wording, parameters, locality, necessity } = draft;
  return { plain: plainOf(draft), words: { about: [], value: { wording, parameters, locality, necessity } } };
}

function besideOne(draft: Drafting, order: MadeOrder, when: When): readonly Conflict[] {
  const { orderId, perpetratorId, force, kind, made, protectedPersonIds } = order;
  const beside: Beside = { orderId, perpetratorId, force, kind, made, protectedPersonIds };
  const whole = asWhole(draft, order);
  const head: readonly Conflict[] = whole === null ? [] : [conflict(whole, beside, [], [])];
  // The full order comes in the place of the interim made in the same application, which ceases (SPA 2019 s.5).
  if (whole === 'interim-of-this-application' && draft.kind === 'spo') return head;
  const theirs = bindingClauses(order, when).map((clause): Placed => ({ clause, protectedPersonIds, force }));
  return [...head, ...paired(placed(draft), theirs, beside)];
}

function asWhole(draft: Drafting, order: MadeOrder): WhyConflict | null {
  if (draft.kind !== 'spo' && draft.kind !== 'interim-spo') return null;
  if (order.kind === 'spo') return 'another-spo';
  if (order.kind !== 'interim-spo') return null;
  return draft.applicationId !== null && order.applicationId === draft.applicationId ? 'interim-of-this-application' : 'another-interim';
}

/** The wordings that bind then, and those that may on a day of change whose hour is not known. */
function bindingClauses(order: MadeOrder, when: When): readonly Clause[] {
  return conditionsInForceAt(order, when).flatMap((then) => {
    if (then.is === 'not-in-force') return [];
    const answers = then.is === 'in-force' ? [then] : then.candidates;
    return answers.flatMap((answer) => (answer.is === 'in-force' ? [answer.version] : []));
  });
}

/** What a draft asks of him that he cannot do together. */
export function conflictsWithin(draft: Pick<Drafting, 'conditions' | 'protectedPersonIds' | 'force'>): readonly Conflict[] {
  const mine = placed(draft);
  return mine.flatMap((one, nth) =>
    mine.slice(nth + 1).flatMap((other) => {
      const why = between(one, other);
      return why === 'place-in-area' || why === 'two-places-at-once' ? [conflict(why, null, [one.clause], [other.clause])] : [];
    }),
  );
}

function placed({
  conditions,
  protectedPersonIds,
  force,
}: Pick<Drafting, 'conditions' | 'protectedPersonIds' | 'force'>): readonly Placed[] {
  return conditions.map((clause) => ({ clause, protectedPersonIds, force }));
}

/** Every pair that does not fit, those told alike of one bespoke clause together. */
function paired(mine: readonly Placed[], theirs: readonly Placed[], beside: Beside): readonly Conflict[] {
  const groups = new Map<string, { why: Between; drafted: Set<Clause>; theirs: Set<Clause> }>();
  for (const one of mine) {
    for (const other of theirs) {
      const why = between(one, other);
      if (why === null) continue;
      const [a, b] = [one.clause.plain, other.clause.plain];
      const key = `${why} ${a.code === 'BESPOKE' ? a.versionId : b.code === 'BESPOKE' ? b.versionId : `${a.versionId} ${b.versionId}`}`;
      const group = groups.get(key) ?? { why, drafted: new Set(), theirs: new Set() };
      group.drafted.add(one.clause);
      group.theirs.add(other.clause);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map((group) => conflict(group.why, beside, [...group.drafted], [...group.theirs]));
}

function conflict(why: WhyConflict, beside: Beside | null, drafted: readonly Clause[], theirs: readonly Clause[]): Conflict {
  const byNumber = (a: Clause, b: Clause) => a.plain.number - b.plain.number || compare(a.plain.versionId, b.plain.versionId);
  return { why, severity: severities[why], beside, drafted: drafted.toSorted(byNumber), theirs: theirs.toSorted(byNumber) };
}

/** What must be answered first, then order by order, oldest first, and in it by the weight of the why and the clauses. */
function byWeight(a: Conflict, b: Conflict): number {
  const key = ({ severity, beside, why, drafted, theirs }: Conflict) => [
    severity === 'must-be-answered' ? 0 : 1,
    beside?.made.on ?? '',
    beside?.orderId ?? '',
    ranked.indexOf(why),
    ...[drafted[0], theirs[0]].flatMap((clause) => [clause?.plain.number ?? 0, clause?.plain.versionId ?? '']),
  ];
  const [left, right] = [key(a), key(b)];
  const at = left.findIndex((part, nth) => part !== right[nth]);
  return at < 0 ? 0 : compare(left[at] ?? '', right[at] ?? '');
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
