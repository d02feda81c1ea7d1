import { ChoiceField, ChoicesField, isUuid, LocalDateField, Problem, readField, Unreadable } from '#pages';
import { PartAsked } from '#pages/module';
import { taskKinds, type Team, teamNames } from '../domain/task-kinds.js';
import type { TaskKind } from '../domain/task.js';
import { type Part, PARTS, type WorkFilter } from './work-list.js';

/** What the API may ask of the list. */
export class WorkAsked extends PartAsked {
  @ChoiceField('a part of the list; the beginning of each unless told', PARTS, { optional: true }) when?: Part;
  @ChoicesField('kinds of work', taskKinds, { optional: true }) kind?: TaskKind[];
  @readField({
    optional: true,
    missing: 'Select an owner',
    schema: { type: String, description: 'me, nobody or the id of a user' },
    read: (value) =>
      value === 'me' || value === 'nobody' || isUuid(value) ? value : new Unreadable('Enter me, nobody or the id of a user'),
  })
  owner?: string;
  @ChoiceField('a team', Object.keys(teamNames), { optional: true }) team?: Team;
  @LocalDateField('the first day due', { optional: true }) from?: string;
  @LocalDateField('the last day due', { optional: true }) to?: string;
}

/** @throws Problem when a part was asked for that this reader does not have, or the next rows of no part */
export function refuseUnread(query: Readonly<Record<string, unknown>>, { part }: WorkFilter): void {
  if (part !== null) return;
  if (typeof query['when'] === 'string' && query['when'] !== '')
    throw Problem.query([{ field: 'when', text: 'Your account has no such part of the list. Ask for another' }]);
  if (typeof query['after'] === 'string' && query['after'] !== '')
    throw Problem.query([{ field: 'after', text: 'Say in when of which part these are the next rows' }]);
}
