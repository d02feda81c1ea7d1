import type { LocalDate } from '#calendar';
import type { FiledApplication } from '../domain/application.js';
import { type KnownPerson, spokenTo } from '../order-record/spoken.js';
import { hearingViews, type HearingView } from '../record-hearing/hearing-view.js';

/** A person with a part in an application, as the reader may know them. */
type Person = Pick<KnownPerson, 'id' | 'letter' | 'name'>;

/** The whole application for one reader, in words that this reader may read. */
export interface ApplicationView extends Omit<
  FiledApplication,
  'is' | 'protectedPersonIds' | 'victimIds' | 'reference' | 'grounds' | 'determination' | 'hearings'
> {
  readonly id: string;
  readonly is: FiledApplication['is'];
  readonly protectedPeople: readonly Person[];
  /** Those who suffered the acts. */
  readonly victims: readonly Person[];
  readonly reference: string | null;
  readonly grounds: string | null;
  readonly hearings: readonly HearingView[];
  readonly determination:
    (Omit<Extract<FiledApplication, { is: 'determined' }>['determination'], 'note'> & { readonly note: string | null }) | null;
}

/** `own`: the reader's force, by CJS code. */
export function applicationView(
  application: FiledApplication,
  people: readonly KnownPerson[],
  { today, own }: { readonly today: LocalDate; readonly own: string },
): ApplicationView {
  const { read } = spokenTo(people, { keeper: application.force, own });
  const { protectedPersonIds, victimIds, reference, grounds, ...rest } = application;
  const those = (ids: readonly string[]) =>
    people.filter(({ id }) => ids.includes(id)).map(({ id, letter, name }) => ({ id, letter, name }));
  return {
    ...rest,
    id: application.applicationId,
    protectedPeople: those(protectedPersonIds),
    victims: those(victimIds),
    reference: read(reference),
    grounds: read(grounds),
    hearings: hearingViews(
      application.hearings,
      today,
      (text) => read(text),
      application.is === 'determined' ? { on: application.determination.at.on, settlesEarlier: true } : null,
    ),
    determination: application.is === 'determined' ? { ...application.determination, note: read(application.determination.note) } : null,
  };
}
