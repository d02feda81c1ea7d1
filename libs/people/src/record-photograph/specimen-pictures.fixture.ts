import { crc32, deflateSync } from 'node:zlib';

/** Head and shoulders of nobody, drawn: 120 by 160 pixels, as a browser writes a JPEG, with the profile that it adds. */
const drawn = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAA' +
    'AAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAA' +
    'ACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0' +
    'AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAA' +
    'AAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM' +
    'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKra' +
    'rYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4' +
    '+Pj/wAARCACgAHgDASIAAhEBAxEB/8QAGQABAAMBAQAAAAAAAAAAAAAAAAIDBQQB/8QAKRAAAwABAwMDAwUBAAAAAAAAAAECAwQREiExYRNBURRCcSJTgaGx' +
    'kf/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwDTAAAAAAAAAAAAAAAAAAAAAAAAAAAA5dVq/SfCOt+7' +
    '+AOirmFvVJLyV/VYN9vUX/DLqqt70235IgbU3NreaTXgkYs1UVvLafg0NLq/VfC+l+z+QOoAAAAAAAAAAAABTqc3o4m/ufRGU22931Z06/JyzcfaUcoAAAD1' +
    'Np7ro0eADW02b1sSf3Loy4zdBk45uPtSNIAAAAAAAAAAAMbLXLLdfLZA9fc8AAAAAAJ4q45Yr4aNkxF3RtgAAAAAAAAAABjZZ45bn4bIHVr8fHNy9qRygAAA' +
    'AAE8U8ssT8tGyZugx8s3L2lGkAAAAAAAAAAAFOpw+tia+5dUZTTT2fRo2zl1WlWX9cdL/wBAzQSqah7Umn5IgD1Jt7Lq2ezNXW0pt+DQ0ulWL9d9b/wCzTYf' +
    'RxJfc+rLgAAAAAAAAAAAAAHjaS3b2QHlRNrapTXlFf0uHff00e1qMM98k/w9yP1eD9z+mBbMTC2mUl4RIqnUYa7ZJ/l7Fiaa3T3QHoAAAAAAAAAAEbucc8ra' +
    'SIZ884I3fVvsvkzMuW8tcrf4XwB05de30xLbyzkq6t71Tb8kQAAAAlF1D3mmn4IgDtxa9rplW/lHbFzknlDTRilmLLeKt4f5XyBsAqwZ5zxuujXdfBaAAAAh' +
    'kyLFjd12RMztfl5ZPTT6T3/IHPlyVlt1Xd/0QAAAAAAAAAAAACeLJWK1U91/ZrY8iy41c9mYx16DLxyem30rt+QNEAARulEOn2S3Mam6p0+7e5p62uOmrzsj' +
    'LAAAAAAAAAAAAAAB7Lc0qXdPc8AG1FK4VLs1uCnRVy00+N0AP//Z',
  'base64',
);

/** What a telephone writes into a photograph, and what must not be kept of it. */
export const secrets = ['51.2787', 'Maidstone', 'Nowhere Lane', 'PhoneMaker', 'behind the end'];

/** A segment of a JPEG. */
export function segment(marker: number, content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, bytes]);
}

/** An EXIF block, little-endian: the maker, which way up it is, and a directory of its place. */
export function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const [count, end] = [Buffer.from([3, 0]), Buffer.alloc(4)];
  const entries = [entry(0x010f, 2, 11, 50), entry(0x0112, 3, 1, orientation), entry(0x8825, 4, 1, 61)];
  const tiff = [Buffer.from('II*\0'), Buffer.from([8, 0, 0, 0]), count, ...entries, end];
  return Buffer.concat([Buffer.from('Exif\0\0'), ...tiff, Buffer.from('PhoneMaker\0'), Buffer.from('51.2787 Maidstone')]);
}

/** The photograph as a telephone sends it: with its place, a comment, an editing history, and something behind its end. */
export function jpegFromTelephone(orientation = 1): Buffer {
  const history = segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Nowhere Lane</x:xmpmeta>');
  return Buffer.concat([
    drawn.subarray(0, 2),
    segment(0xe1, exif(orientation)),
    history,
    segment(0xfe, 'Taken in Nowhere Lane'),
    drawn.subarray(2),
    Buffer.from('behind the end'),
  ]);
}

/** A chunk of a PNG. */
export function chunk(type: string, data: Uint8Array | string): Buffer {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(data)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A plain grey PNG of so many pixels, with `more` chunks that say where and when. */
export function png(width: number, height: number, more: readonly Buffer[] = [], grey = 0x80): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const row = Buffer.alloc(width + 1, grey);
  row[0] = 0;
  const data = deflateSync(Buffer.concat(Array.from({ length: Math.min(height, 400) }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), ...more, chunk('IDAT', data), chunk('IEND', '')]);
}

export function pngFromTelephone(): Buffer {
  const told = [
    chunk('tEXt', 'Comment\0Nowhere Lane'),
    chunk('eXIf', '51.2787 Maidstone'),
    chunk('iTXt', 'PhoneMaker'),
    chunk('tIME', 'today!!'),
  ];
  return Buffer.concat([png(120, 160, told), Buffer.from('behind the end')]);
}
