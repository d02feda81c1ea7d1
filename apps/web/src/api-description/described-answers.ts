import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A JSON Schema as OpenAPI 3.1 has them. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

export interface AnswerSchemas {
  /** By the name of the controller and its method, as OpenAPI's operation ids are: `OrderRecordPage_answer`. */
  readonly methods: Readonly<Record<string, Schema>>;
  /** The types they name. */
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** Where the build leaves what the routes answer, below `dist/`. */
export const ANSWERS = 'apps/web/src/api-description/answers.json';

/** What the routes answer, as the build read it from their types; null before it was built. */
export function describedAnswers(): AnswerSchemas | null {
  const built = path.resolve(import.meta.dirname, '../../../..');
  const file = path.join(path.basename(built) === 'dist' ? built : path.join(built, 'dist'), ANSWERS);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as AnswerSchemas) : null;
}
