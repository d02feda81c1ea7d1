import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { answerSchemas } from './answer-schemas.js';

const FILE = '/libs/rooms/src/rooms.page.ts';

/** A program of one controller with these types and this method. */
function described(types: string, method: string) {
  const text = `
    declare const Controller: (path?: string) => any; declare const Get: (path: string) => any;
    ${types}
    @Controller()
    export class RoomPage {
      @Get('api/v1/rooms')
      ${method}
    }`;
  const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2023, strict: true, experimentalDecorators: true, types: [] };
  const host = ts.createCompilerHost(options);
  const own = ts.createSourceFile(FILE, text, ts.ScriptTarget.ES2023, true);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => (name === FILE ? own : read(name, ...rest));
  const { methods, schemas } = answerSchemas(ts.createProgram([FILE], options, host));
  return { answer: methods['RoomPage_answer'], schemas };
}

describe('What a route answers, by its type', () => {
  it('tells names, what may be missing, null, choices and lists', () => {
    const { answer, schemas } = described(
      `/** A room. */ interface Room { readonly id: string;\n/** How many sit there. */\nreadonly seats?: number; readonly kind: 'court' | 'cell' | null; readonly open: boolean; readonly of: readonly string[] }`,
      'async answer(): Promise<Room> { throw new Error(); }',
    );
    expect(answer).toEqual({ $ref: '#/components/schemas/Room' });
    expect(schemas['Room']).toEqual({
      description: 'A room.',
      type: 'object',
      properties: {
        id: { type: 'string' },
        seats: { type: 'number', description: 'How many sit there.' },
        kind: { anyOf: [{ type: 'string', enum: ['cell', 'court'] }, { type: 'null' }] },
        open: { type: 'boolean' },
        of: { type: 'array', items: { type: 'string' } },
      },
      required: ['id', 'kind', 'open', 'of'],
    });
  });

  it('reads what the compiler infers where nobody wrote a type', () => {
    expect(described('', `answer() { return { items: [{ is: 'one' as const }], next: null as string | null }; }`).answer).toEqual({
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: { type: 'object', properties: { is: { type: 'string', const: 'one' } }, required: ['is'] },
        },
        next: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      },
      required: ['items', 'next'],
    });
  });

  it('lets a type hold itself, and a table of whatever names', () => {
    const { schemas } = described(
      `interface Tree { readonly under: readonly Tree[]; readonly words: Readonly<Record<string, string>> }`,
      'answer(): Tree { throw new Error(); }',
    );
    expect(schemas['Tree']).toMatchObject({
      properties: {
        under: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
        words: { type: 'object', additionalProperties: { type: 'string' } },
      },
    });
  });

  it('knows what is no JSON', () => {
    expect(described('class Download { readonly bytes = 1 }', 'answer(): Download { throw new Error(); }').answer).toEqual({
      'x-not-json': 'Download',
    });
  });

  it('refuses what cannot be answered', () => {
    expect(() => described('', 'answer(): () => void { throw new Error(); }')).toThrow('cannot be answered as JSON');
  });
});
