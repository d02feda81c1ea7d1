import { createHash } from 'node:crypto';
import fastifyMultipart, { type Multipart } from '@fastify/multipart';
import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Visits } from '#access/module';
import type { Upload, WebRequest } from '#pages';

interface Read {
  readonly fields: URLSearchParams;
  readonly upload: Upload | null;
  readonly isTooLarge: boolean;
}

/** The one name under which a form sends its file. */
const field = 'file';

/**
 * Reads forms with a file on the routes that take one, from signed-in callers only: a stranger's bytes are never kept in memory. `most`:
 * megabytes a file may have. The fields become the body as `parseFields` reads them, and the file its property `file`.
 */
export async function acceptUploads(
  app: NestFastifyApplication,
  most: number,
  parseFields: (text: string) => { [key: string]: unknown },
): Promise<void> {
  const visits = app.get(Visits);
  const limits = { fileSize: most * 1_048_576, files: 1, fields: 20, parts: 21, fieldSize: 20_000, fieldNameSize: 100, headerPairs: 20 };
  await app.register(fastifyMultipart, { limits, throwFileSizeLimit: false });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', async (request) => {
      if (!request.isMultipart()) return;
      if (!('takesFile' in request.routeOptions.config)) throw new UnsupportedMediaTypeException();
      const asked: WebRequest = request;
      if (!(await visits.of(asked)).visitor) return;
      const { fields, upload, isTooLarge } = await read(request.parts()).catch((): never => {
        throw new BadRequestException();
      });
      const { [field]: _, ...body } = parseFields(fields.toString());
      if (upload && !isTooLarge) asked.upload = upload;
      const told = isTooLarge ? { atMost: most } : upload && { name: upload.name, size: upload.bytes.length, sha256: upload.sha256 };
      request.body = told ? { ...body, [field]: told } : body;
    });
}

async function read(parts: AsyncIterable<Multipart>): Promise<Read> {
  const fields = new URLSearchParams();
  let [upload, isTooLarge] = [null as Upload | null, false];
  for await (const part of parts) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields.append(part.fieldname, part.value);
      continue;
    }
    const pieces: Buffer[] = [];
    for await (const piece of part.file) pieces.push(piece as Buffer);
    const bytes = Buffer.concat(pieces);
    // A browser sends a part without a name when nothing was chosen.
    if (part.fieldname !== field || part.filename === '' || part.filename === undefined) continue;
    isTooLarge = part.file.truncated;
    upload = { name: part.filename, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  return { fields, upload, isTooLarge };
}
