import { ageOn, formatDate, type LocalDate } from '#calendar';
import { eighteenOn } from '#orders';

/**
 * Which court hears a breach by the respondent's age: that at the first appearance for the breach, whichever court made the order. To be
 * confirmed by the force solicitor. Null for somebody who was of age when it happened: it is the magistrates' court then, like most.
 * `happened`: the first day on which it may have.
 */
export function courtByAge(dateOfBirth: LocalDate | null, happened: LocalDate, today: LocalDate): string | null {
  if (dateOfBirth === null)
    return 'Not known, as the date of birth is not recorded: under 18 at the first appearance it is the youth court';
  if (ageOn(dateOfBirth, happened) >= 18) return null;
  const birthday = formatDate(eighteenOn(dateOfBirth));
  const rule = 'by age at the first appearance for this breach; to be confirmed by the force solicitor';
  return ageOn(dateOfBirth, today) < 18
    ? `Youth court if the respondent first appears for it before ${birthday}, magistrates’ court from that day on (${rule})`
    : `Magistrates’ court, as the respondent turned 18 on ${birthday}; youth court where they first appeared for it before (${rule})`;
}
