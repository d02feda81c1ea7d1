import type { Viewer } from '#access';
import type { ExhibitPlace } from './events.js';

/** A record that files can hang on, as far as its files need to know it. */
export interface PlaceOfExhibits extends ExhibitPlace {
  readonly perpetratorId: string;
  /** The force that keeps the record, by CJS code. */
  readonly force: string;
  /** Everybody the record is about; the perpetrator first. */
  readonly about: readonly [string, ...string[]];
  /** Where files wait until somebody is named whom the record is to protect, the address at which that is done: they are sealed under their keys. */
  readonly peopleFirst?: string;
  /** The record in words, without names: `Application filed on 2 July 2026`. */
  readonly words: string;
  /** Its own page. */
  readonly page: string;
  /** The address under which its exhibits lie. */
  readonly href: string;
}

/** The records that files can hang on, as the rooms above know them: they bind this port. */
export abstract class ExhibitPlaces {
  /** The record; null when there is none for this viewer. */
  abstract find(viewer: Viewer, place: ExhibitPlace): Promise<PlaceOfExhibits | null>;
}
