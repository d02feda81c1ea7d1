import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ProblemDetails } from '#pages';

const told: Readonly<Record<string, Pick<ProblemDetails, 'status' | 'title' | 'detail'>>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, title: 'The request did not come', detail: 'Send it again, whole.' },
  HPE_HEADER_OVERFLOW: { status: 431, title: 'The headers are too large', detail: 'Send fewer or shorter headers: 16 kB at most.' },
  HPE_INVALID_METHOD: { status: 400, title: 'That request cannot be read', detail: 'Use a method of HTTP, such as GET or POST.' },
};

const other: Pick<ProblemDetails, 'status' | 'title' | 'detail'> = {
  status: 400,
  title: 'That request cannot be read',
  detail: 'Send a request of HTTP/1.1.',
};

/** Answers what cannot be read before any route is looked for, in problem details as everything else, and closes the connection. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, title, detail } = told[error.code ?? ''] ?? other;
  const body = JSON.stringify({ type: 'about:blank', title, status, detail } satisfies ProblemDetails);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  else socket.destroy();
}
