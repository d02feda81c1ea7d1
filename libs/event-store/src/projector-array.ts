/** A `text[]` in PostgreSQL's binary form: no quoting, and null is told from the word NULL. */
export function nullableTextArray(values: readonly (string | null)[]): Buffer {
  let bytes = 20;
  for (const value of values) bytes += 4 + (value === null ? 0 : Buffer.byteLength(value));
  const out = Buffer.allocUnsafe(bytes);
  // Dimensions, whether there are nulls, the OID of text, length, lower bound.
  out.writeInt32BE(1, 0);
  out.writeInt32BE(values.includes(null) ? 1 : 0, 4);
  out.writeInt32BE(25, 8);
  out.writeInt32BE(values.length, 12);
  out.writeInt32BE(1, 16);
  let at = 20;
  for (const value of values) {
    const written = value === null ? -1 : out.write(value, at + 4);
    out.writeInt32BE(written, at);
    at += 4 + Math.max(written, 0);
  }
  return out;
}
