import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { answerSchemas } from './answer-schemas.js';
import { ANSWERS } from '../../../web/src/api-description/described-answers.js';

// A step of the build: the compiler is there then, and not where the service runs.

const settings = ts.getParsedCommandLineOfConfigFile(
  path.resolve('tsconfig.build.json'),
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
    },
  },
);
if (!settings) throw new Error('tsconfig.build.json cannot be read');
const written = path.resolve('dist', ANSWERS);
mkdirSync(path.dirname(written), { recursive: true });
writeFileSync(written, JSON.stringify(answerSchemas(ts.createProgram(settings.fileNames, settings.options))));
