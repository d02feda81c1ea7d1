import type { LocalDate } from '#calendar';
import type { YouthContact, YouthContactOf } from '#orders';
import { RecordReporting, RecordYouthContact } from '#orders/module';
import type { Filed } from './orders-of-story.js';
import { courtTown } from './fiction.js';
import type { Story } from './story.js';
import { on } from './times.js';

/** Who answers for a respondent under 18 was told of the application on the day. */
export function tellForChild(
  story: Story,
  { applicationId }: Pick<Filed, 'applicationId'>,
  day: LocalDate,
  whom: readonly YouthContactOf[] = ['youth-justice', 'parent'],
): void {
  const town = courtTown(story.chance);
  const reached: Readonly<Record<YouthContactOf, YouthContact>> = {
    'youth-justice': { name: 'J. Invented', organisation: `${town} youth justice team`, phone: '01632 960971', email: null },
    parent: { name: 'P. Child', organisation: null, phone: '01632 960972', email: null },
  };
  for (const [nth, of] of whom.entries()) {
    const details = { of, told: true, toldOn: day, whyNot: null, contact: reached[of], note: null };
    story.add(on(day, `17:${nth + 1}0`), (act) => new RecordYouthContact(applicationId, details, act));
  }
}

/** The restriction on reporting ended with the 18th birthday, as was found out at the court on the day after. */
export function reportingEnded(
  story: Story,
  { applicationId }: Pick<Filed, 'applicationId'>,
  courtName: string,
  birthday: LocalDate,
  found: LocalDate,
): void {
  const details = {
    restriction: 'ended',
    court: { type: 'youth', name: courtName },
    from: birthday,
    note: 'The court directed nothing further',
  } as const;
  story.add(on(found, '10:20'), (act) => new RecordReporting(applicationId, details, act));
}
