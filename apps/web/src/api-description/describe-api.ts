import type { OpenAPIObject } from '@nestjs/swagger';
import type { AnswerSchemas, Schema } from './described-answers.js';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['get']>;
type Responses = Operation['responses'];

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What every error is answered with (RFC 9457). */
const problem: Schema = {
  type: 'object',
  description: 'Problem details by RFC 9457',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do, in a sentence' },
    reason: { type: 'string', description: 'Why it was refused, for programs' },
    errors: {
      type: 'array',
      description: 'What is wrong where; the pointer is a JSON pointer into the body',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    correlationId: { type: 'string', description: 'Names the request when you ask about it' },
  },
};

const errors: Readonly<Record<number, string>> = {
  400: 'Something in the request is not valid: see errors',
  401: 'No token, or one that has ended',
  403: 'The role or the force of this account does not allow it',
  404: 'Nothing is there, or it may not be known to this account',
  409: 'The record does not allow it: see reason. Nothing was recorded',
  413: 'The body is too large',
  415: 'The body is not JSON',
  422: 'The Idempotency-Key was used for another request',
  429: 'Too many attempts: see the header retry-after',
  503: 'Nobody can be shown or decided on at present: try again in a moment',
};

/** How often these may be asked is limited. */
const limited: readonly string[] = ['/api/v1/tokens', '/api/v1/offline/snapshot'];

const missingSince = {
  'x-missing-since': {
    description: 'Comes when what was recorded since this instant may be missing',
    schema: { type: 'string', format: 'date-time' },
  },
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Makes the request safe to repeat: the same key with the same body is recorded once',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const;

const files: readonly (readonly [ending: string, mediaTypes: readonly string[]])[] = [
  ['.pdf', ['application/pdf']],
  ['.docx', ['application/vnd.openxmlformats-officedocument.wordprocessingml.document']],
  ['/photographs/{photographId}', ['image/jpeg', 'image/png']],
];

/**
 * The description of the API made whole: what each route answers, which errors, who may ask and how a request is repeated. Pages are left out.
 * `answers` is null where nothing was built.
 */
export function described(document: OpenAPIObject, answers: AnswerSchemas | null): OpenAPIObject {
  const paths: Paths = {};
  const ids = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    if (!path.startsWith('/api/v1/')) continue;
    const whole = { ...item };
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) whole[method] = operationOf(path, method, { ...operation, operationId: idAmong(ids, operation) }, answers);
    }
    paths[path] = whole;
  }
  const schemas = { ...document.components?.schemas, ...answers?.schemas, Problem: problem } as NonNullable<
    OpenAPIObject['components']
  >['schemas'];
  return { ...document, paths, security: [{ bearer: [] }], components: { ...document.components, ...(schemas ? { schemas } : {}) } };
}

function operationOf(path: string, method: (typeof METHODS)[number], operation: Operation, answers: AnswerSchemas | null): Operation {
  const told = answers?.methods[methodOf(operation)];
  const isOpen = path === '/api/v1/tokens';
  const records = Object.hasOwn(operation.responses, '201') && !isOpen;
  return {
    ...operation,
    parameters: [...partsOf(path, operation), ...(operation.parameters ?? []), ...(records ? [idempotencyKey] : [])],
    responses: { ...responsesOf(path, method, operation.responses, told), ...errorsOf(path, operation, { isOpen, records, told }) },
    ...(isOpen ? { security: [] } : {}),
  };
}

/** The parts of the address that no method asks for by name: they are read all together. */
function partsOf(path: string, { parameters = [] }: Operation): NonNullable<Operation['parameters']> {
  const told = new Set(parameters.map((one) => ('name' in one ? one.name : '')));
  const parts = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
  return parts.filter((name) => !told.has(name)).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

/** One method may answer for several routes, which are numbered or named after it. */
function idAmong(taken: Set<string>, operation: Operation): string {
  const [, which = ''] = operation.operationId?.split(/[[\]]/) ?? [];
  const named = /^\d*$/.test(which) ? methodOf(operation) : `${methodOf(operation)}-${which}`;
  let id = named;
  for (let nth = 2; taken.has(id); nth += 1) id = `${named}-${nth}`;
  taken.add(id);
  return id;
}

/** The controller and its method. */
function methodOf({ operationId = '' }: Operation): string {
  return operationId.replace(/[[-].*$/, '');
}

function responsesOf(path: string, method: string, responses: Responses, told: Schema | undefined): Responses {
  const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return Object.fromEntries(
    good.map(([status, response]) => {
      const description = (response && 'description' in response && response.description) || (status === '201' ? 'Recorded' : 'The answer');
      return [status, { description, ...(method === 'get' ? { headers: missingSince } : {}), content: contentOf(path, told ?? {}) }];
    }),
  );
}

function contentOf(path: string, answer: Schema): Record<string, { schema: Schema }> {
  if (!isFile(answer)) return { 'application/json': { schema: answer } };
  const mediaTypes = files.find(([ending]) => path.endsWith(ending))?.[1] ?? ['application/octet-stream'];
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: { type: 'string', format: 'binary' } }]));
}

function isFile(answer: Schema): boolean {
  const parts = Array.isArray(answer['anyOf']) ? (answer['anyOf'] as Schema[]) : [answer];
  return parts.some((part) => 'x-not-json' in part);
}

function errorsOf(
  path: string,
  operation: Operation,
  { told, ...how }: { readonly isOpen: boolean; readonly records: boolean; readonly told: Schema | undefined },
): Responses {
  const statuses = [
    // A parameter that the call does not have is refused as well.
    400,
    401,
    ...(how.isOpen ? [] : [403]),
    ...(limited.includes(path) ? [429] : []),
    ...(path.includes('{') ? [404] : []),
    ...(how.records ? [409, 422] : isFile(told ?? {}) ? [409] : []),
    ...(operation.requestBody ? [413, 415] : []),
    503,
  ];
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(statuses.map((status) => [status, { description: errors[status] ?? '', content }]));
}
