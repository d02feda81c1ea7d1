import { formatDate } from '#calendar';
import type { CourtPack } from '../court-pack.js';
import { blank, facts, heading, type Part, row, text, together } from '../paper.js';

/**
 * Notice of hearsay evidence (Civil Evidence Act 1995 s.2; Magistrates' Courts (Hearsay Evidence in Civil Proceedings) Rules 1999). Null when
 * none is relied on. That the notice is due 21 days before the hearing is to be confirmed by the force solicitor.
 */
export function hearsayPart({ hearsay, respondent, court, force }: CourtPack): Part | null {
  if (hearsay.relied === false) return null;
  return {
    title: 'Hearsay notice',
    blocks: [
      text('Notice of intention to rely on hearsay evidence in civil proceedings (Civil Evidence Act 1995 s.2).'),
      facts([
        row('Given by', `The chief officer of ${force}`),
        row('Given to', respondent.name),
        row('Court', court.name ?? 'Not stated yet'),
        row('Hearing', hearsay.hearingOn ? formatDate(hearsay.hearingOn) : 'Not stated yet'),
      ]),
      ...(hearsay.relied === null ? [text('Whether hearsay is relied on is not stated yet.')] : []),
      heading('The hearsay evidence relied on'),
      hearsay.what ? text(hearsay.what) : blank('What is relied on, and in which statement it stands', 4),
      heading('Why the person who made the statement is not called'),
      hearsay.why ? text(hearsay.why) : blank('Why', 3),
      together(
        text(
          'The respondent may ask the court for leave to call the maker of the statement and cross-examine them. The court will say by when.',
        ),
        blank('Signed for the applicant'),
        blank('Date'),
      ),
    ],
  };
}
