import type { TakenPicture } from './taken-picture.js';

const SOI = 0xd8;
const EOI = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const COMMENT = 0xfe;
/** Baseline, extended and progressive, all of which browsers show. */
const frames = [0xc0, 0xc1, 0xc2];
/** Tables that a decoder needs: Huffman, quantisation, restart interval. */
const tables = [0xc4, 0xdb, 0xdd];

/**
 * The JPEG with nothing in it but what it takes to show it: no place and time (EXIF), no editing history, no comment, no preview, and nothing
 * behind its end, where telephones put whole videos. Which way up it is stays, as the one line of an EXIF block of our own. Null when the
 * bytes are no whole JPEG of a kind that browsers show.
 */
export function takenJpeg(bytes: Uint8Array): TakenPicture | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let [orientation, frame, hasScan] = [null as number | null, null as { width: number; height: number } | null, false];
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return frame && hasScan ? whole(kept, frame, orientation ?? 1) : null;
    if (at + 4 > bytes.length) return null;
    const end = at + 2 + view.getUint16(at + 2);
    if (end < at + 4 || end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (frames.includes(marker)) {
      // One frame, of which each side is known.
      if (frame || segment.length < 10) return null;
      frame = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      kept.push(segment);
    } else if (tables.includes(marker) || (marker === APP14 && isAdobe(segment))) kept.push(segment);
    else if (marker === SCAN) {
      if (!frame) return null;
      const next = endOfScan(bytes, end);
      kept.push(bytes.subarray(at, next));
      [hasScan, at] = [true, next];
      continue;
    } else if (marker === APP1) orientation ??= orientationIn(segment);
    else if (!(marker >= APP0 && marker <= 0xef) && marker !== COMMENT) return null;
    at = end;
  }
  return null;
}

function whole(parts: readonly Uint8Array[], { width, height }: { width: number; height: number }, orientation: number): TakenPicture {
  const turned = orientation > 1 ? [orientationAlone(orientation)] : [];
  const bytes = Buffer.concat([Buffer.from([0xff, SOI]), ...turned, ...parts, Buffer.from([0xff, EOI])]);
  // From 5 on it lies on its side.
  return { mediaType: 'image/jpeg', bytes, ...(orientation > 4 ? { width: height, height: width } : { width, height }) };
}

/** Where the compressed lines end: at the first marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** How its colours are coded: without this some pictures show in wrong ones. Nothing else fits into it. */
function isAdobe(segment: Uint8Array): boolean {
  return segment.length === 16 && latin(segment.subarray(4, 9)) === 'Adobe';
}

/** The tag Orientation (0x0112) of the first directory of an EXIF block, 1 to 8; null without one. */
function orientationIn(segment: Uint8Array): number | null {
  if (latin(segment.subarray(4, 10)) !== 'Exif\0\0') return null;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10);
  if (tiff.byteLength < 8) return null;
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return null;
  const count = tiff.getUint16(directory, little);
  for (let nth = 0; nth < count; nth += 1) {
    const entry = directory + 2 + nth * 12;
    if (entry + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(entry, little) !== 0x0112) continue;
    const value = tiff.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An EXIF block that says which way up the picture is, and nothing else. */
function orientationAlone(orientation: number): Uint8Array {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  return Uint8Array.from([0xff, APP1, 0, 2 + 6 + tiff.length, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
