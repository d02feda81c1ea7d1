import { Injectable } from '@nestjs/common';
import { type Act, Refusal } from '#event-sourcing';
import { SealedFiles, Streams } from '#event-store';
import type { ExhibitPlace } from './events.js';
import { exhibitPurpose, exhibits, placeId } from './exhibits.js';
import { nameSubjects, notYetSubjects } from './name-subjects.js';

/** Brings the files of a record under the keys of people who are named after they came. */
@Injectable()
export class ExhibitSubjects {
  constructor(
    private readonly streams: Streams,
    private readonly files: SealedFiles,
  ) {}

  /** Whether files hang on the record, withdrawn ones too. */
  async areThere(place: ExhibitPlace): Promise<boolean> {
    return (await this.streams.load(exhibits, placeId(place))).state.exhibits.length > 0;
  }

  /**
   * Every file of the record is sealed under the keys of these people too. The bytes go first, all of a file or none: a crash leaves a file that
   * is sealed for more people than its facts say, and the same again says it. Where one was erased meanwhile, the bytes go: nobody
   * could have been meant to read them any more.
   * @param actOn the act of bringing one exhibit under the keys of some people, who stand in its text: the same whenever it is done again
   */
  async name(place: ExhibitPlace, people: readonly string[], actOn: (what: string) => Act): Promise<void> {
    const { state } = await this.streams.load(exhibits, placeId(place));
    for (const exhibit of state.exhibits) {
      const named = notYetSubjects(exhibit, people);
      if (named.length === 0) continue;
      const { exhibitId, contentId } = exhibit;
      const act = actOn([exhibitId, ...named.toSorted()].join('|'));
      const record = (isErased: boolean) =>
        this.streams.transact(exhibits, placeId(place), act, (now) => nameSubjects(now, { exhibitId, force: act.force, people, isErased }));
      try {
        await this.files.sealFor(exhibitPurpose, contentId, people);
        await record(false);
      } catch (error) {
        if (!(error instanceof Refusal) || error.reason !== 'person-erased') throw error;
        await this.files.remove(contentId);
        await record(true);
      }
    }
  }
}
