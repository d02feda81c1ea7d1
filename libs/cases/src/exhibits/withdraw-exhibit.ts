import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ExhibitFact } from './events.js';
import type { ExhibitsState } from './exhibits.js';

export interface WithdrawDetails {
  readonly exhibitId: string;
  /** The force of whoever withdraws it, by CJS code. */
  readonly force: string;
  readonly on: LocalDate;
  readonly reason: string;
}

export type CannotWithdraw = 'no-such-exhibit' | 'not-your-force' | 'withdrawn-already';

/** The force that received a file says that it is not relied on any more, and why. The file stays. */
export function withdrawExhibit({ exhibits }: ExhibitsState, { exhibitId, force, on, reason }: WithdrawDetails): ExhibitFact[] {
  const exhibit = exhibits.find((one) => one.exhibitId === exhibitId);
  if (!exhibit) throw refuse<CannotWithdraw>('no-such-exhibit');
  if (exhibit.force !== force) throw refuse<CannotWithdraw>('not-your-force');
  if (exhibit.withdrawn) throw refuse<CannotWithdraw>('withdrawn-already');
  const { perpetratorId, place, content } = exhibit;
  const [first = perpetratorId, ...others] = content.about;
  return [
    {
      type: 'ExhibitWithdrawn',
      data: { exhibitId, perpetratorId, force, place, on },
      personal: { reason: personal([first, ...others], reason.trim()) },
    },
  ];
}
