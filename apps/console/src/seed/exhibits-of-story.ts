import { createHash } from 'node:crypto';
import { newExhibitId, ReceiveExhibit, WithdrawExhibit } from '#cases/module';
import type { Instant } from '#calendar';
import type { Filed } from './orders-of-story.js';
import type { Story } from './story.js';
import { after } from './times.js';

const log = `Made-up call log for the demonstration
2 March 2099 08:10 missed call, number withheld
2 March 2099 08:12 missed call, number withheld
2 March 2099 23:41 answered, nobody spoke
`;

/** Two files on an application: one that is relied on, and one that was attached by mistake and withdrawn. */
export function attachExhibits(story: Story, { perpetrator, people, applicationId, recordedAt }: Filed): void {
  const { perpetratorId } = perpetrator;
  const place = {
    ...({ kind: 'application', id: applicationId } as const),
    ...{ perpetratorId, force: story.force, words: 'Application', page: '', href: `/applications/${applicationId}` },
    about: [perpetratorId, ...people.map(({ protectedPersonId }) => protectedPersonId)] as const,
  };
  const attach = (at: Instant, name: string, description: string, text: string): string => {
    const bytes = Buffer.from(text);
    const upload = { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
    return newExhibitId(
      story.add(at, (act) => new ReceiveExhibit(place, description, upload, act)),
      place,
    );
  };
  attach(after(recordedAt, { hours: 1 }), 'call-log.txt', 'Log of the calls of one day', log);
  const wrong = attach(after(recordedAt, { hours: 2 }), 'notes.txt', 'Notes of a telephone call', 'Notes that belong to another file.\n');
  story.add(after(recordedAt, { hours: 3 }), (act) => new WithdrawExhibit(place, wrong, 'Belongs to another application', act));
}
