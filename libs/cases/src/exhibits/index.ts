export type * from './events.js';
export type { PlaceOfExhibits } from './exhibit-places.js';
export type { ExhibitRow } from './exhibit-row.js';
export * from './exhibits.js';
export { typeName, type MediaType } from './file-types.js';
