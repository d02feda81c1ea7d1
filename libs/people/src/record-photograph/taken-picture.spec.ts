import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusal } from '../domain/examples.js';
import { chunk, exif, jpegFromTelephone, png, pngFromTelephone, secrets, segment } from './specimen-pictures.fixture.js';
import { takenJpeg } from './taken-jpeg.js';
import { takenPicture } from './taken-picture.js';
import { takenPng } from './taken-png.js';

const telling = (bytes: Uint8Array): string[] => secrets.filter((secret) => Buffer.from(bytes).includes(secret));
const spliced = (jpeg: Buffer, more: Buffer): Buffer => Buffer.concat([jpeg.subarray(0, 2), more, jpeg.subarray(2)]);

describe('a photograph from a telephone', () => {
  it.each([
    ['a JPEG', jpegFromTelephone()],
    ['a PNG', pngFromTelephone()],
  ])('%s is kept without where and when it was taken, by what, and what was behind its end', (_, bytes) => {
    expect(telling(bytes)).toEqual(secrets);
    const picture = takenPicture(bytes);
    expect(telling(picture.bytes)).toEqual([]);
    expect(picture).toMatchObject({ width: 120, height: 160 });
  });

  it('is kept with what it takes to show it, byte for byte', () => {
    const { bytes } = takenPicture(jpegFromTelephone());
    const kept = Buffer.from(bytes);
    const scan = jpegFromTelephone().subarray(jpegFromTelephone().lastIndexOf(Buffer.from([0xff, 0xda])));
    expect(kept.includes(scan.subarray(0, scan.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2))).toBe(true);
    expect(kept.includes('JFIF') || kept.includes('ICC_PROFILE') || kept.includes('Exif')).toBe(false);
  });

  it.each([2, 3, 4, 5, 6, 7, 8])('stays as it is turned (%i), and nothing else of its EXIF', (orientation) => {
    const picture = takenPicture(jpegFromTelephone(orientation));
    expect(telling(picture.bytes)).toEqual([]);
    // The second marker is an EXIF block of one entry.
    expect(Buffer.from(picture.bytes.subarray(2, 6))).toEqual(Buffer.from([0xff, 0xe1, 0, 34]));
    expect(picture.bytes[2 + 4 + 6 + 8 + 2 + 9]).toBe(orientation);
    expect([picture.width, picture.height]).toEqual(orientation > 4 ? [160, 120] : [120, 160]);
  });

  it('is the same when it is taken once more', () => {
    for (const bytes of [jpegFromTelephone(), jpegFromTelephone(6), pngFromTelephone()]) {
      const once = takenPicture(bytes);
      expect(takenPicture(once.bytes)).toEqual(once);
    }
  });
});

describe('whatever a picture brings along', () => {
  const told = 'Nowhere Lane';

  it('goes, in whatever segment of a JPEG it stands', () => {
    const markers = fc.constantFrom(0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xef, 0xfe);
    fc.assert(
      fc.property(fc.array(fc.tuple(markers, fc.uint8Array({ maxLength: 40 })), { minLength: 1, maxLength: 6 }), (segments) => {
        const more = segments.map(([marker, noise]) => segment(marker, Buffer.concat([Buffer.from(noise), Buffer.from(told)])));
        const picture = takenJpeg(spliced(jpegFromTelephone(), Buffer.concat(more)));
        expect(picture && Buffer.from(picture.bytes).includes(told)).toBe(false);
      }),
    );
  });

  it('goes, in whatever chunk of a PNG it stands', () => {
    const letter = fc.constantFrom('a', 'b', 'i', 't', 'z', 'A', 'I', 'T', 'Z');
    fc.assert(
      fc.property(fc.tuple(letter, letter, letter, letter), fc.uint8Array({ maxLength: 40 }), (type, noise) => {
        const more = chunk(type.join(''), Buffer.concat([Buffer.from(noise), Buffer.from(told)]));
        const picture = takenPng(png(120, 160, [more]));
        expect(picture && Buffer.from(picture.bytes).includes(told)).toBe(false);
      }),
    );
  });

  it('is never answered by throwing, and never makes more of the bytes', () => {
    const cut = (whole: Buffer) =>
      fc.tuple(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255)).map(([length, at, byte]) => {
        const broken = Buffer.from(whole);
        broken[at] = byte;
        return broken.subarray(0, length);
      });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), cut(jpegFromTelephone(6)), cut(pngFromTelephone())), (bytes) => {
        // The block that says which way up it is may be longer than the one it stands for.
        const sizes = [takenJpeg, takenPng].map((take) => take(bytes)?.bytes.length ?? 0);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(bytes.length + 36);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is no photograph to keep', () => {
  const jpeg = jpegFromTelephone();
  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'not-a-picture'],
    ['a page', Buffer.from('<svg onload="alert(1)"/>'), 'not-a-picture'],
    ['a GIF', Buffer.from('GIF89a and more'), 'not-a-picture'],
    ['a JPEG that is cut off', jpeg.subarray(0, jpeg.length - 60), 'not-a-picture'],
    ['a JPEG of a head alone', Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xd9])]), 'not-a-picture'],
    ['a JPEG with two frames', spliced(jpeg, segment(0xc0, Buffer.from([8, 0, 200, 0, 200, 1, 1, 0x11, 0]))), 'not-a-picture'],
    ['a JPEG of a kind that browsers do not show', spliced(jpeg, segment(0xc9, 'x'.repeat(12))), 'not-a-picture'],
    ['a PNG that is cut off', pngFromTelephone().subarray(0, 100), 'not-a-picture'],
    ['a PNG with two heads', png(120, 160, [chunk('IHDR', Buffer.alloc(13))]), 'not-a-picture'],
    ['a stamp', png(99, 160), 'picture-too-small'],
    ['a very long strip', png(8_001, 100), 'picture-too-fine'],
    ['a bomb', png(8_000, 8_000), 'picture-too-fine'],
  ])('%s is refused', (_, bytes, reason) => expect(refusal(() => takenPicture(bytes))).toBe(reason));

  it('is what stays larger than 2 MB, not what came larger', () => {
    const filler = Buffer.alloc(2 * 1_048_576);
    expect(refusal(() => takenPicture(png(120, 160, [chunk('IDAT', filler)])))).toBe('picture-too-large');
    expect(takenPicture(Buffer.concat([jpeg, filler])).bytes.length).toBeLessThan(3_000);
  });
});

describe('which way up a photograph is', () => {
  const turned = (block: Buffer): number | undefined =>
    takenJpeg(spliced(jpegFromTelephone(), segment(0xe1, block)))?.bytes[2 + 4 + 6 + 8 + 2 + 9];
  it('is read in either order of bytes, and taken for upright where the block says nothing real', () => {
    const big = Buffer.from('4578696600004d4d002a00000008000101120003000000010008000000000000', 'hex');
    const plain = takenJpeg(jpegFromTelephone());
    expect([turned(exif(3)), turned(big)]).toEqual([3, 8]);
    for (const block of [exif(0), exif(9), exif(6).subarray(0, 20), exif(6).subarray(0, 12), Buffer.from('Exif\0\0II*\0ÿÿÿÿ', 'latin1')])
      expect(takenJpeg(spliced(jpegFromTelephone(), segment(0xe1, block)))).toEqual(plain);
  });
});
