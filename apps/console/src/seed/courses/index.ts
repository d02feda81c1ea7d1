import type { Course } from './course.js';
import {
  anotherKind,
  domesticAbuse,
  domesticViolence,
  injunction,
  nonMolestation,
  restrainedOnAcquittal,
  restrainedOnConviction,
} from './other-orders.js';
import { fullAlone, interimThenFull, pending, withoutOrder } from './stalking.js';

/** The lives that are told in turn; what is common stands here more than once. */
export const courses: readonly Course[] = [
  ...[interimThenFull, restrainedOnConviction, fullAlone, withoutOrder('withdrawn'), interimThenFull, nonMolestation, fullAlone, pending],
  ...[restrainedOnAcquittal, interimThenFull, domesticAbuse, restrainedOnConviction, withoutOrder('refused'), fullAlone, injunction],
  ...[domesticViolence, interimThenFull, anotherKind, withoutOrder('otherwise'), fullAlone],
];
