import { force as forceOf } from '#access';
import { formatDate, type LocalDate } from '#calendar';
import type { WhyDeclined } from '../domain/events.js';
import type { Handover } from '../domain/protected-person.js';

export const whyDeclinedNames: Readonly<Record<WhyDeclined, string>> = {
  'not-in-our-area': 'They do not live in our area',
  'asked-in-error': 'The wrong force was asked',
  'speak-first': 'Speak to us before you ask again',
};

/** A handover as the API answers it: forces by CJS code. */
export interface HandoverView {
  readonly is: Handover['is'];
  readonly from: string;
  readonly to: string;
  readonly on: LocalDate;
  readonly because: WhyDeclined | null;
}

export function handoverView({ is, from, to, on, because }: Handover): HandoverView {
  return { is, from, to, on, because };
}

/** `Kent Police asked Gwent Police on 2 Jul 2026 to look after them: not answered yet`, without the full stop. */
export function handoverWords({ is, from, to, on, because }: Handover): string {
  const asked = `${nameOf(from)} asked ${nameOf(to)} on ${formatDate(on)} to look after them`;
  switch (is) {
    case 'waiting':
      return `${asked}: not answered yet. ${nameOf(from)} looks after them until it is accepted`;
    case 'accepted':
      return `${asked}: accepted`;
    case 'declined':
      return `${asked}: declined. ${because === null ? '' : whyDeclinedNames[because]}`;
    case 'withdrawn':
      return `${asked}: taken back`;
  }
}

function nameOf(cjs: string): string {
  return forceOf(cjs)?.fullName ?? `Force ${cjs}`;
}
