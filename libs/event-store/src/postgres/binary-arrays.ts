const SIZE = 4;
const HEADER = 5 * SIZE;

/** PostgreSQL's binary form of a one-dimensional array: no quoting of JSON inside array literals, nothing to parse on the other side. */
function array(elementType: number, sizes: number, length: number): Buffer {
  const out = Buffer.allocUnsafe(HEADER + length * SIZE + sizes);
  out.writeInt32BE(1, 0);
  out.writeInt32BE(0, 4);
  out.writeInt32BE(elementType, 8);
  out.writeInt32BE(length, 12);
  out.writeInt32BE(1, 16);
  return out;
}

export function int2Array(values: readonly number[]): Buffer {
  const out = array(21, values.length * 2, values.length);
  let at = HEADER;
  for (const value of values) {
    out.writeInt32BE(2, at);
    at = out.writeInt16BE(value, at + SIZE);
  }
  return out;
}

export function int4Array(values: readonly number[]): Buffer {
  const out = array(23, values.length * 4, values.length);
  let at = HEADER;
  for (const value of values) {
    out.writeInt32BE(4, at);
    at = out.writeInt32BE(value, at + SIZE);
  }
  return out;
}

/** Null stays null. */
export function int8Array(values: readonly (bigint | null)[]): Buffer {
  const nulls = values.filter((value) => value === null).length;
  const out = array(20, (values.length - nulls) * 8, values.length);
  out.writeInt32BE(nulls > 0 ? 1 : 0, 4);
  let at = HEADER;
  for (const value of values) {
    out.writeInt32BE(value === null ? -1 : 8, at);
    at = value === null ? at + SIZE : out.writeBigInt64BE(value, at + SIZE);
  }
  return out;
}

export function textArray(values: readonly string[]): Buffer {
  let bytes = 0;
  for (const value of values) bytes += Buffer.byteLength(value);
  const out = array(25, bytes, values.length);
  let at = HEADER;
  for (const value of values) {
    const written = out.write(value, at + SIZE);
    out.writeInt32BE(written, at);
    at += SIZE + written;
  }
  return out;
}

/** Of UUIDs in their usual form with four hyphens. */
export function uuidArray(values: readonly string[]): Buffer {
  const out = array(2950, values.length * 16, values.length);
  let at = HEADER;
  for (const value of values) {
    out.writeInt32BE(16, at);
    out.write(value.replaceAll('-', ''), at + SIZE, 'hex');
    at += SIZE + 16;
  }
  return out;
}

/** Of JSON texts. */
export function jsonbArray(texts: readonly string[]): Buffer {
  let bytes = 0;
  for (const text of texts) bytes += 1 + Buffer.byteLength(text);
  const out = array(3802, bytes, texts.length);
  let at = HEADER;
  for (const text of texts) {
    const written = out.write(text, at + SIZE + 1);
    out.writeInt32BE(written + 1, at);
    out[at + SIZE] = 1;
    at += SIZE + 1 + written;
  }
  return out;
}
