import { formatDate, type LocalDate } from '#calendar';
import { type Condition, versionWithId } from './conditions.js';
import type { ConditionChange } from './events.js';
import type { Moment } from './moments.js';
import type { MadeOrder } from './order.js';
import type { Proposal } from './variation.js';

/** What stood of a condition when a change of it was drafted: its last wording, and until when that was to stand. */
export interface StoodThen {
  readonly versionId: string;
  readonly until: Moment | null;
}

/** A condition that a proposal changes and that was changed after the proposal was drafted. */
export interface Overtaken {
  readonly number: number;
  /** `never-was`: the variation that brought it was recorded in error. */
  readonly is: 'taken-out' | 'reworded' | 'never-was';
  /** Since when; null for what never was. */
  readonly on: LocalDate | null;
}

/** What the change is drafted upon; null where it adds a condition. */
export function stoodThen(conditions: readonly Condition[], change: ConditionChange): StoodThen | null {
  if (change.change === 'added') return null;
  const id = conditionOf(change);
  const last = conditions.find(({ conditionId }) => conditionId === id)?.versions.at(-1);
  return last ? { versionId: last.plain.versionId, until: last.until } : null;
}

/** What a court changed meanwhile of the conditions that the proposal changes. None once it is decided. */
export function overtakenIn(order: MadeOrder, { decided, draft }: Pick<Proposal, 'decided' | 'draft'>): readonly Overtaken[] {
  if (decided !== null) return [];
  return (draft?.changes ?? []).flatMap(({ change, stood }) => (stood ? overtaken(order, change, stood) : []));
}

function overtaken(order: MadeOrder, change: ConditionChange, stood: StoodThen): Overtaken[] {
  const id = conditionOf(change);
  const now = order.conditions.find(({ conditionId }) => conditionId === id)?.versions.at(-1);
  if (!now) return [{ number: versionWithId(order, stood.versionId)?.plain.number ?? 0, is: 'never-was', on: null }];
  const { number, versionId } = now.plain;
  if (now.until && (now.until.on !== stood.until?.on || now.until.at !== stood.until.at)) {
    return [{ number, is: 'taken-out', on: now.until.on }];
  }
  return versionId === stood.versionId ? [] : [{ number, is: 'reworded', on: now.from.on }];
}

/** `Condition 2, which this changes, was taken out on 22 Nov 2026`. */
export function overtakenWords({ number, is, on }: Overtaken): string {
  const since = on === null ? '' : ` on ${formatDate(on)}`;
  const became = { 'taken-out': `was taken out${since}`, reworded: `was reworded${since}`, 'never-was': 'is on record no more' };
  return `Condition ${number}, which this changes, ${became[is]}`;
}

function conditionOf(change: ConditionChange): string {
  return change.change === 'removed' ? change.conditionId : change.version.conditionId;
}
