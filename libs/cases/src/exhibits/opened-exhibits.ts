import { Injectable, NotFoundException } from '@nestjs/common';
import type { Viewer } from '#access';
import type { ExhibitPlace, ExhibitPlaceKind } from './events.js';
import { type PlaceOfExhibits, ExhibitPlaces } from './exhibit-places.js';
import { ExhibitRecords } from './exhibit-records.query.js';
import type { ExhibitRow } from './exhibit-row.js';

/** The first part of an address, and what kind of record it shows. */
export const roomsOfPlaces = { cases: 'case', applications: 'application', orders: 'order', breaches: 'breach' } as const satisfies Record<
  string,
  ExhibitPlaceKind
>;

/** Opens exhibits and the records they hang on, for a reader. */
@Injectable()
export class OpenedExhibits {
  constructor(
    private readonly places: ExhibitPlaces,
    private readonly records: ExhibitRecords,
  ) {}

  /** The record of a route such as `/orders/:id/exhibits`. @throws NotFoundException when there is none for this viewer */
  async placeOf(viewer: Viewer, route: string | undefined, id: string): Promise<PlaceOfExhibits> {
    const room = (route ?? '').replace(/^\/(api\/v1\/)?/, '').split('/')[0] ?? '';
    const kind = Object.hasOwn(roomsOfPlaces, room) ? roomsOfPlaces[room as keyof typeof roomsOfPlaces] : null;
    return this.seen(viewer, kind && { kind, id });
  }

  /** The exhibit and its record. @throws NotFoundException when the viewer may not know of either */
  async exhibit(viewer: Viewer, exhibitId: string): Promise<{ row: ExhibitRow; place: PlaceOfExhibits }> {
    const row = await this.records.byId(viewer, exhibitId);
    return row ? { row, place: await this.seen(viewer, row.doc.place) } : this.none();
  }

  private async seen(viewer: Viewer, place: ExhibitPlace | null): Promise<PlaceOfExhibits> {
    return (place && (await this.places.find(viewer, place))) ?? this.none();
  }

  private none(): never {
    throw new NotFoundException();
  }
}
