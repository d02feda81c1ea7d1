import type { LocalDate } from '#calendar';
import type { PhotographSource } from '#people';
import { newPhotographId, RecordPhotograph, WithdrawPhotograph } from '#people/module';
import type { Perpetrator } from './people-of-story.js';
import { silhouette } from './silhouette.js';
import type { Story } from './story.js';
import { on } from './times.js';

interface Taken {
  readonly source: PhotographSource;
  /** Null when not known. */
  readonly takenOn: LocalDate | null;
  readonly recordedOn: LocalDate;
}

/** A photograph of nobody. `broad`: of the head, so that two of them look unlike. */
export function photograph(story: Story, { perpetratorId }: Perpetrator, broad: number, { source, takenOn, recordedOn }: Taken): void {
  const upload = { bytes: silhouette({ ground: 0xd9, figure: 0x50 }, broad) };
  story.add(on(recordedOn, '18:10'), (act) => new RecordPhotograph(perpetratorId, { source, takenOn }, upload, act));
}

/** The same of somebody else, which was found out and withdrawn an hour later. */
export function wrongPhotograph(story: Story, { perpetratorId }: Perpetrator, day: LocalDate): void {
  const upload = { bytes: silhouette({ ground: 0xc8, figure: 0x30 }, 62) };
  const told = { source: 'social-media', takenOn: null } as const;
  const wrong = newPhotographId(story.add(on(day, '16:50'), (act) => new RecordPhotograph(perpetratorId, told, upload, act)));
  story.add(on(day, '17:50'), (act) => new WithdrawPhotograph(perpetratorId, wrong, 'It shows his brother', act));
}
