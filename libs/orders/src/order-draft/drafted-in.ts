import type { FormView } from '#pages';
import type { FiledApplication } from '../domain/application.js';
import type { Drafting } from '../domain/conflicts/index.js';
import type { WeighedConflict } from '../domain/events.js';
import type { OrderKind } from '../domain/kinds/index.js';
import { typedClauses } from './rows.js';

/** What is drafted in a form, and against whom. */
export interface DraftInForm extends Drafting {
  readonly perpetratorId: string;
  /** What was answered before, and need not be again. */
  readonly answered?: readonly WeighedConflict[];
  /** Nobody has to say why it goes on. */
  readonly onlyToKnow?: boolean;
}

/** An order of this kind that the court makes in an application, as far as its form is filled in. */
export function draftedIn(application: FiledApplication, kind: OrderKind, { values }: FormView): DraftInForm {
  const { applicationId, perpetratorId, force, protectedPersonIds } = application;
  return { applicationId, perpetratorId, force, protectedPersonIds, kind, inPlaceOf: [], conditions: typedClauses(values, ['conditions']) };
}
