/** Longest name kept, in characters, without its ending. */
const longest = 100;

/**
 * A name that is safe on any machine and says one type only: no folders, no signs that hide or turn its end, no second ending
 * (`letter.exe.pdf` becomes `letter-exe.pdf`). `ending` is that of the type the bytes have.
 */
export function safeFileName(given: string, ending: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/\p{C}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N} ()_-]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s-]+|[\s-]+$/g, '');
  const cut = Array.from(stem).slice(0, longest).join('').trim();
  const name = cut === '' ? 'file' : /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(cut) ? `${cut}-file` : cut;
  return `${name}.${ending}`;
}

/** The last ending of a name, in lower case; empty when it has none. Signs that cannot be seen do not count. */
export function endingOf(given: string): string {
  const shown = given.replace(/\p{C}/gu, '').trim();
  const dot = shown.lastIndexOf('.');
  return dot < 0 ? '' : shown.slice(dot + 1).toLowerCase();
}
