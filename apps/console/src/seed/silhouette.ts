import { crc32, deflateSync } from 'node:zlib';

const [width, height] = [240, 300];

interface Tones {
  /** Shades of grey, 0 to 255. */
  readonly ground: number;
  readonly figure: number;
}

/** A grey shape of head and shoulders, as a PNG: drawn by these lines, of nobody. `broad`: how wide the head is, in pixels. */
export function silhouette({ ground, figure }: Tones, broad: number): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(width + 1, ground);
    // Each row begins with its filter: none.
    row[0] = 0;
    for (let x = 0; x < width; x += 1) if (isFigure(x, y, broad)) row[x + 1] = figure;
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of grey a point.
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function isFigure(x: number, y: number, broad: number): boolean {
  const inOval = (centreX: number, centreY: number, wide: number, high: number): boolean =>
    ((x - centreX) / wide) ** 2 + ((y - centreY) / high) ** 2 <= 1;
  const isNeck = Math.abs(x - width / 2) <= broad / 2.4 && y > 150 && y < 230;
  return inOval(width / 2, 115, broad, 75) || isNeck || inOval(width / 2, 305, 105, 95);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
