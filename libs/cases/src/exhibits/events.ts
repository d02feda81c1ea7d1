import type { LocalDate } from '#calendar';
import type { Fact, Personal } from '#event-sourcing';
import type { MediaType } from './file-types.js';

// The names in quotes are the stored format: they never change. A new shape of a fact is a new schema version with an upcast.

/** What a file can hang on. */
export type ExhibitPlaceKind = 'case' | 'application' | 'order' | 'breach';

/** One record that files hang on. */
export interface ExhibitPlace {
  kind: ExhibitPlaceKind;
  id: string;
}

export interface OfExhibit {
  exhibitId: string;
  perpetratorId: string;
  /** The force that recorded this, by CJS code. */
  force: string;
  place: ExhibitPlace;
}

/** What can tell about people: the name the file came under, what it is, and the digest of its bytes. */
export interface ExhibitContent {
  readonly fileName: string;
  readonly description: string;
  /** SHA-256 of the bytes as received, hexadecimal. */
  readonly sha256: string;
}

/** Every fact about the files of one record. Stream `exhibits-<kind>-<id>`. The bytes themselves lie sealed beside the store. */
export type ExhibitFact =
  | Fact<
      'ExhibitReceived',
      OfExhibit & {
        /** Its place among the files of the record, from 1; never given twice. */
        number: number;
        mediaType: MediaType;
        /** Bytes. */
        size: number;
        /** Under which the sealed bytes lie. */
        contentId: string;
      },
      { content: Personal<ExhibitContent> }
    >
  /**
   * Somebody was named after the file came, whom its record is about too: it is sealed under their key as well, and what is said of it is said
   * again under all the keys. Without that, one of them was erased before it could be: neither can be read any more.
   */
  | Fact<
      'ExhibitSubjectsNamed',
      OfExhibit & {
        number: number;
        /** Everybody it is about from now on. */
        subjectIds: readonly string[];
      },
      { content?: Personal<ExhibitContent> }
    >
  /** No longer relied on. It stays on the record with its bytes, as evidence does. */
  | Fact<'ExhibitWithdrawn', OfExhibit & { on: LocalDate }, { reason: Personal<string> }>;
