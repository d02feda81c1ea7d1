import { ageOn, type LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { kindRule, type OrderKind } from './kinds/index.js';

export type WrongAge = 'adults-only' | 'too-young' | 'before-birth';

/** Refuses an order against somebody who was not born yet, or younger than its law allows, on the day it was made. An age nobody knows is not held against it. */
export function ofAge(kind: OrderKind, dateOfBirth: LocalDate | null, on: LocalDate): void {
  if (dateOfBirth === null) return;
  if (on < dateOfBirth) throw refuse<WrongAge>('before-birth');
  const { leastAge } = kindRule(kind);
  if (ageOn(dateOfBirth, on) < leastAge) throw refuse<WrongAge>(leastAge === 18 ? 'adults-only' : 'too-young');
}
