import { capital, type FieldOptions, readField, Unreadable } from './field.js';
import { isRecord } from './form-view.js';

/** A file that came with a form, as the form's DTO knows it. The bytes are the request's `upload`. */
export interface UploadedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal: the same command with another file is another request. */
  readonly sha256: string;
}

/** A file chosen in a form sent as multipart/form-data. `words` complete "Select …". A route takes files when it says `@TakesFile()`. */
export function UploadField(words: string, { optional }: FieldOptions = {}): PropertyDecorator {
  return readField({
    optional,
    missing: `Select ${words}`,
    schema: { type: 'string', format: 'binary', description: words },
    read: (value) => {
      if (!isRecord(value)) return new Unreadable(`Select ${words}`);
      const { name, size, sha256, atMost } = value;
      if (typeof atMost === 'number') return new Unreadable(`${capital(words)} must be ${atMost} MB or smaller`);
      if (typeof name !== 'string' || typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256))
        return new Unreadable(`Select ${words}`);
      if (size === 0) return new Unreadable(`${capital(words)} is empty. Select another`);
      return typeof size === 'number' ? { name, size, sha256 } : new Unreadable(`Select ${words}`);
    },
  });
}
