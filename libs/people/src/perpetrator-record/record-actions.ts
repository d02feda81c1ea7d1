import { may, type Permission, type Viewer } from '#access';
import type { PerpetratorRecord } from '../domain/perpetrator.js';

/** A page that changes a perpetrator's record. */
export interface RecordAction {
  readonly text: string;
  readonly href: string;
}

interface Offer {
  readonly text: string;
  readonly path: string;
  readonly needs: Permission;
  /** Whether only the force of the record may. */
  readonly own: boolean;
}

const offers: readonly Offer[] = [
  { text: 'Record a protected person', path: 'protected-people/new', needs: 'record-protected-person', own: false },
  { text: 'Correct name, date of birth or sex', path: 'correct', needs: 'record-person', own: true },
  { text: 'Add another name', path: 'aliases/new', needs: 'record-person', own: true },
  { text: 'Add an address', path: 'addresses/new', needs: 'record-person', own: true },
  { text: 'Add a number', path: 'identifiers/new', needs: 'record-person', own: true },
  { text: 'Record an occupation', path: 'occupation', needs: 'record-person', own: true },
];

/** What this viewer may do to a record they see, as links. */
export function recordActions(viewer: Viewer, record: Pick<PerpetratorRecord, 'perpetratorId' | 'force' | 'restriction'>): RecordAction[] {
  const isOurs = record.force === viewer.force;
  const href = (path: string) => `/perpetrators/${record.perpetratorId}/${path}`;
  const found = offers
    .filter(({ needs, own }) => may(viewer, needs) && (isOurs || !own))
    .map(({ text, path }) => ({ text, href: href(path) }));
  // A restriction is made by the record's own force; whoever sees a restricted record is one of its readers and may change it.
  const mayRestrict = may(viewer, 'restrict-record') && (isOurs || record.restriction !== null);
  const restriction = { text: record.restriction ? 'See or change who may read it' : 'Restrict this record', href: href('restriction') };
  return mayRestrict ? [...found, restriction] : found;
}
