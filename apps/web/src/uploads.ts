import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import fastifyMultipart, { type Multipart } from '@fastify/multipart';
import {
  BadRequestException,
  type CallHandler,
  type ExecutionContext,
  HttpException,
  type NestInterceptor,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FormExpired, provesForm } from '#access/module';
import { Problem, type Upload, type WebRequest } from '#pages';
import type { Observable } from 'rxjs';

interface Read {
  readonly fields: URLSearchParams;
  readonly upload: Upload | null;
  readonly isTooLarge: boolean;
}

interface Multiparted extends Omit<WebRequest, 'body'> {
  body?: unknown;
  readonly raw: IncomingMessage;
  isMultipart(): boolean;
  parts(): AsyncIterable<Multipart>;
}

export interface Uploads {
  /** Megabytes that a file may have. */
  readonly most: number;
  /** The fields of a form as any body is read. */
  readonly parseFields: (text: string) => { [key: string]: unknown };
  /** Whether a body holds what could never be kept. */
  readonly isUnusable: (body: unknown) => boolean;
}

/** The one name under which a form sends its file. */
const field = 'file';
const MEGABYTE = 1_048_576;

/** Lets forms with a file come, on the routes that take one. Nothing of them is read before the guard has said yes: see `ReadUploads`. */
export async function acceptUploads(app: NestFastifyApplication, uploads: Uploads): Promise<void> {
  const most = uploads.most * MEGABYTE;
  const limits = { fileSize: most, files: 1, fields: 20, parts: 21, fieldSize: 20_000, fieldNameSize: 100, headerPairs: 20 };
  await app.register(fastifyMultipart, { limits, throwFileSizeLimit: false });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', (request, _reply, done) => {
      const isUntaken = request.isMultipart() && !('takesFile' in request.routeOptions.config);
      done(isUntaken ? new UnsupportedMediaTypeException() : undefined);
    });
  app.useGlobalInterceptors(new ReadUploads(uploads));
}

/**
 * Reads a form with a file, after the guard: its fields become the body, the file the request's `upload`, told of in the body. The form's
 * token must come before the file, as our pages send it: without it not a byte of the file is read.
 */
class ReadUploads implements NestInterceptor {
  constructor(private readonly uploads: Uploads) {}

  async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Multiparted>();
    if (request.isMultipart()) await this.take(request);
    return next.handle();
  }

  private async take(request: Multiparted): Promise<void> {
    const { most, parseFields, isUnusable } = this.uploads;
    // One that is somewhat too large is read up to the limit, so that its form can be shown again; what is far too large is not begun.
    if (Number(request.headers['content-length']) > (2 * most + 1) * MEGABYTE)
      throw Problem.of(413, 'That is too large', `The file must be ${most} MB or smaller. Select another`);
    const prove = (fields: URLSearchParams): void => {
      if (!request.tokenDue || provesForm(request.visit, fields.get('_csrf'))) return;
      request.body = parseFields(fields.toString());
      throw new FormExpired();
    };
    const { fields, upload, isTooLarge } = await read(request.parts(), prove).catch((error: unknown): never => {
      // The rest is passed over, so that a browser that is still sending gets the answer.
      request.raw.unpipe();
      request.raw.resume();
      throw error instanceof HttpException ? error : new BadRequestException();
    });
    const { [field]: _, ...body } = parseFields(fields.toString());
    if (upload && !isTooLarge) request.upload = upload;
    const told = isTooLarge ? { atMost: most } : upload && { name: upload.name, size: upload.bytes.length, sha256: upload.sha256 };
    request.body = told ? { ...body, [field]: told } : body;
    if (isUnusable(request.body)) throw new BadRequestException();
  }
}

async function read(parts: AsyncIterable<Multipart>, prove: (fields: URLSearchParams) => void): Promise<Read> {
  const fields = new URLSearchParams();
  let [upload, isTooLarge] = [null as Upload | null, false];
  for await (const part of parts) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields.append(part.fieldname, part.value);
      continue;
    }
    prove(fields);
    const pieces: Buffer[] = [];
    for await (const piece of part.file) pieces.push(piece as Buffer);
    const bytes = Buffer.concat(pieces);
    // A browser sends a part without a name when nothing was chosen.
    if (part.fieldname !== field || part.filename === '' || part.filename === undefined) continue;
    isTooLarge = part.file.truncated;
    upload = { name: part.filename, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  prove(fields);
  return { fields, upload, isTooLarge };
}
