import { force as forceOf, type Viewer } from '#access';
import { ageOn, formatDate, type LocalDate } from '#calendar';
import { eighteenOn, isFiled, isOfYouth, nothingOfYouth, type YouthView, youthView } from '#orders';
import type { PerpetratorState } from '#people';
import type { PerpetratorSummary } from './perpetrator-summary.js';

/** What an officer must know at once of somebody who is under 18, or was when an order was asked for. */
export interface Under18View {
  /** `Under 18: 17 now, turns 18 on 7 Apr 2026` */
  readonly heading: string;
  /** What may be reported of the proceedings; null where none are on record. */
  readonly reporting: YouthView['reporting'] | null;
  /** Who answers for them; none for somebody who has turned 18. */
  readonly contacts: readonly (YouthView['contacts'][number] & {
    /** The force that holds how they are reached. */ readonly holder: string | null;
  })[];
  /** The application that says more; null where there is none. */
  readonly href: string | null;
}

const GRAVEST = ['yes', 'ask', 'no'] as const;

/**
 * Null for somebody who is of age, with no proceedings of which reporting is or may be restricted. Of several records the date of birth that
 * makes them youngest counts: nobody is told to be of age who may not be.
 */
export function under18View(
  {
    summary,
    records,
    today,
  }: { readonly summary: PerpetratorSummary; readonly records: readonly PerpetratorState[]; readonly today: LocalDate },
  viewer: Pick<Viewer, 'force' | 'permissions'>,
): Under18View | null {
  const births = records.flatMap((record) => (record.is === 'recorded' ? (record.identity.value?.dateOfBirth ?? []) : []));
  const dateOfBirth = births.reduce<LocalDate | null>((latest, one) => (latest === null || one > latest ? one : latest), null);
  const isUnder18 = dateOfBirth !== null && ageOn(dateOfBirth, today) < 18;
  const found = viewsOf(summary, { dateOfBirth, today, viewer });
  const gravest = GRAVEST.flatMap((one) => found.find(({ view }) => view.reporting.isRestricted === one) ?? [])[0];
  if (!isUnder18 && (!gravest || gravest.view.reporting.isRestricted === 'no')) return null;
  const contacts = isUnder18 ? contactsIn(found.map(({ view }) => view)) : [];
  return {
    heading: isUnder18
      ? `Under 18: ${ageOn(dateOfBirth, today)} now, turns 18 on ${formatDate(eighteenOn(dateOfBirth))}`
      : dateOfBirth === null
        ? 'An order was asked for at the youth court; the date of birth is not recorded'
        : 'Was under 18 when an order was asked for',
    reporting: gravest?.view.reporting ?? null,
    contacts: contacts.map((one) => ({
      ...one,
      holder: one.heldBy === null ? null : (forceOf(one.heldBy)?.fullName ?? `force ${one.heldBy}`),
    })),
    href: gravest ? `/applications/${gravest.id}` : null,
  };
}

interface Found {
  readonly id: string;
  readonly view: YouthView;
}

function viewsOf(
  { applications }: PerpetratorSummary,
  about: Pick<Parameters<typeof youthView>[0], 'dateOfBirth' | 'today' | 'viewer'>,
): readonly Found[] {
  return Object.entries(applications).flatMap(([id, one]) => {
    if (one.is === 'not-filed') {
      return one.youth ? [{ id, view: youthView({ ...about, record: one.youth, filed: null, willBeYouthCourt: true }) }] : [];
    }
    if (!isFiled(one)) return [];
    if (!one.youth && !isOfYouth(one, about.dateOfBirth)) return [];
    const isYouthCourt = one.forum === 'youth';
    const filed = { is: 'application', on: one.filedOn, isYouthCourt } as const;
    return [{ id, view: youthView({ ...about, record: one.youth ?? nothingOfYouth, filed, willBeYouthCourt: isYouthCourt }) }];
  });
}

/** Of each who answers for them what the latest application that has something says. */
function contactsIn(views: readonly YouthView[]): YouthView['contacts'] {
  const all = views.toReversed().flatMap(({ contacts }) => contacts);
  return (['youth-justice', 'parent'] as const).flatMap(
    (of) => all.find((one) => one.of === of && !one.isOpen) ?? all.find((one) => one.of === of) ?? [],
  );
}
