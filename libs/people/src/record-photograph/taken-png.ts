import type { TakenPicture } from './taken-picture.js';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What it takes to show the picture in its colours. Everything else goes: texts, EXIF, times, profiles, further frames, what others made up. */
const kept = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'IDAT', 'IEND'];

/** The PNG with nothing in it but what it takes to show it, and nothing behind its end. Null when the bytes are no whole PNG. */
export function takenPng(bytes: Uint8Array): TakenPicture | null {
  if (!signature.every((byte, nth) => bytes[nth] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let [size, hasData] = [null as { width: number; height: number } | null, false];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    // A header of 13 bytes comes first, and once.
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type) || (type === 'IHDR') !== (size === null)) return null;
    if (type === 'IHDR') {
      if (end - at !== 25) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    hasData ||= type === 'IDAT';
    if (kept.includes(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return size && hasData ? { mediaType: 'image/png', ...size, bytes: Buffer.concat(parts) } : null;
    at = end;
  }
  return null;
}
