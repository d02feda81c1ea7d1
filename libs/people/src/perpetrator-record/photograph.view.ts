import { force } from '#access';
import { formatDate, type LocalDate } from '#calendar';
import type { PhotographSource } from '../domain/events.js';
import type { PerpetratorState } from '../domain/perpetrator.js';
import { newestFirst, type Photograph, standingPhotographs } from '../domain/photographs.js';

/** A photograph as a page shows it. */
export interface PhotographView {
  readonly id: string;
  /** Where the picture is. */
  readonly href: string;
  readonly width: number;
  readonly height: number;
  readonly takenOn: LocalDate | null;
  readonly source: PhotographSource;
  /** The force that keeps it, by CJS code. */
  readonly force: string;
  /** In place of the picture. Tells nothing of the person. */
  readonly alt: string;
  /** `Custody photograph, Kent, 3 May 2026`. */
  readonly words: string;
}

export const sourceNames: Readonly<Record<PhotographSource, string>> = {
  custody: 'Custody photograph',
  passport: 'Passport photograph',
  'social-media': 'Photograph from social media',
  other: 'Photograph',
};

export function photographView(record: { readonly perpetratorId: string; readonly force: string }, photograph: Photograph): PhotographView {
  const { photographId: id, width, height, takenOn, source } = photograph;
  const day = takenOn === null ? 'date not known' : formatDate(takenOn);
  return {
    id,
    href: `/perpetrators/${record.perpetratorId}/photographs/${id}`,
    width,
    height,
    takenOn,
    source,
    force: record.force,
    alt: `Photograph of the respondent, ${takenOn === null ? day : `taken ${day}`}`,
    words: `${sourceNames[source]}, ${force(record.force)?.name ?? record.force}, ${day}`,
  };
}

/** Of each of these records of one person the photograph that leads on it; the newest of them first. */
export function leadingPhotographs(records: readonly PerpetratorState[]): readonly PhotographView[] {
  return records
    .flatMap((record) => {
      const [lead] = record.is === 'recorded' ? standingPhotographs(record.photographs) : [];
      return record.is === 'recorded' && lead ? [photographView(record, lead)] : [];
    })
    .toSorted(newestFirst);
}
