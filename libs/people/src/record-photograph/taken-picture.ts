import { refuse } from '#event-sourcing';
import type { PictureType } from '../domain/events.js';
import { takenJpeg } from './taken-jpeg.js';
import { takenPng } from './taken-png.js';

/** A picture that holds nothing but itself. */
export interface TakenPicture {
  readonly mediaType: PictureType;
  /** Pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

export type CannotTakePicture = 'not-a-picture' | 'picture-too-large' | 'picture-too-fine' | 'picture-too-small';

/** What is kept is sent to telephones with poor signal. */
export const mostMegabytes = 2;
/** Nobody is known by less. */
export const fewestPixels = 100;
/** More than any telephone's screen, and few enough for its memory once unpacked. */
export const mostPixels = 8_000;
const mostPoints = 25_000_000;

/** The picture in these bytes, by what they are and whatever the file is called. Refuses what cannot be kept, with the reason. */
export function takenPicture(bytes: Uint8Array): TakenPicture {
  const picture = takenJpeg(bytes) ?? takenPng(bytes);
  if (!picture) throw refuse<CannotTakePicture>('not-a-picture');
  const { width, height } = picture;
  if (picture.bytes.length > mostMegabytes * 1_048_576) throw refuse<CannotTakePicture>('picture-too-large');
  if (Math.max(width, height) > mostPixels || width * height > mostPoints) throw refuse<CannotTakePicture>('picture-too-fine');
  if (Math.min(width, height) < fewestPixels) throw refuse<CannotTakePicture>('picture-too-small');
  return picture;
}
