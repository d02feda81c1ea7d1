import { type Blank, type Speaking, spokenBlank } from './blanks.js';

/**
 * A template of the library with its blanks filled in. `{name}` is the blank in words; `{name|otherwise}` says what stands there when it
 * is empty; `[ … {name} … ]` is left out unless every blank in it is filled in. Null when a blank that has no `otherwise` is empty.
 */
export function filledTemplate(
  template: string,
  blanks: readonly Blank[],
  parameters: Readonly<Record<string, string>>,
  speaking: Speaking,
): string | null {
  const put = (text: string): string | null => {
    let whole = true;
    const filled = text.replaceAll(/\{([a-zA-Z]+)(?:\|([^{}]*))?\}/g, (_, name: string, otherwise?: string) => {
      const blank = blanks.find((one) => one.name === name);
      const stored = parameters[name]?.trim();
      if (blank && stored) return spokenBlank(blank, stored, speaking);
      if (otherwise === undefined) whole = false;
      return otherwise ?? '';
    });
    return whole ? filled : null;
  };
  return put(template.replaceAll(/\[([^[\]]*)\]/g, (_, part: string) => put(part) ?? ''));
}
