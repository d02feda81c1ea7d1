import { createHash } from 'node:crypto';
import { newExhibitId, ReceiveExhibit, WithdrawExhibit } from '#cases/module';
import type { Instant } from '#calendar';
import type { HeldCase } from './cases-of-story.js';
import type { Filed } from './orders-of-story.js';
import type { Story } from './story.js';
import { after } from './times.js';

const log = `Made-up call log for the demonstration
2 March 2099 08:10 missed call, number withheld
2 March 2099 08:12 missed call, number withheld
2 March 2099 23:41 answered, nobody spoke
`;

type Place = ReceiveExhibit['place'];

/** Two files on an application: one that is relied on, and one that was attached by mistake and withdrawn. */
export function attachExhibits(story: Story, { perpetrator, people, applicationId, recordedAt }: Filed): void {
  const { perpetratorId } = perpetrator;
  const place: Place = {
    ...({ kind: 'application', id: applicationId } as const),
    ...{ perpetratorId, force: story.force, words: 'Application', page: '', href: `/applications/${applicationId}` },
    about: [perpetratorId, ...people.map(({ protectedPersonId }) => protectedPersonId)] as const,
  };
  attach(story, place, after(recordedAt, { hours: 1 }), ['call-log.txt', 'Log of the calls of one day', log]);
  const notes = ['notes.txt', 'Notes of a telephone call', 'Notes that belong to another file.\n'] as const;
  const wrong = attach(story, place, after(recordedAt, { hours: 2 }), notes);
  story.add(after(recordedAt, { hours: 3 }), (act) => new WithdrawExhibit(place, wrong, 'Belongs to another application', act));
}

/** A file on an investigation, as it stands: whoever is named later is brought to it by what follows on the naming. */
export function attachToCase(story: Story, held: HeldCase): void {
  const { caseId, parties, recordedAt } = held;
  const { perpetratorId } = parties.perpetrator;
  const place: Place = {
    ...({ kind: 'case', id: caseId } as const),
    ...{ perpetratorId, force: story.force, words: 'Case', page: '', href: `/cases/${caseId}` },
    about: [perpetratorId, ...parties.people.slice(0, 1).map(({ protectedPersonId }) => protectedPersonId)],
  };
  held.recordedAt = after(recordedAt, { minutes: 10 });
  attach(story, place, held.recordedAt, ['call-log.txt', 'Log of the calls of one day', log]);
}

function attach(story: Story, place: Place, at: Instant, [name, description, text]: readonly [string, string, string]): string {
  const bytes = Buffer.from(text);
  const upload = { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  return newExhibitId(
    story.add(at, (act) => new ReceiveExhibit(place, description, upload, act)),
    place,
  );
}
