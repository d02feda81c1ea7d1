import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

/** Node's module hooks that let a child process run our sources as they are: `.js` finds the `.ts` beside it, types are stripped. */
export async function resolve(specifier, context, next) {
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const transform = { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false };
  const jsc = { target: 'es2023', parser: { syntax: 'typescript', decorators: true }, transform, keepClassNames: true };
  const { code } = await transformFile(fileURLToPath(url), { swcrc: false, jsc, module: { type: 'es6' } });
  return { format: 'module', source: code, shortCircuit: true };
}
