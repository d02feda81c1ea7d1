/** Part of a text that was kept, taken out or put in. */
export interface Part {
  readonly is: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Longer clauses are shown whole, before and after, instead of word by word. */
const mostWords = 600;

/** What became of the words of a clause: `same` and `removed` joined are the old text, `same` and `added` the new one. */
export function compareWords(before: string, after: string): readonly Part[] {
  const [old, fresh] = [inPieces(before), inPieces(after)];
  if (old.length > mostWords || fresh.length > mostWords)
    return joined([
      { is: 'removed', text: before },
      { is: 'added', text: after },
    ]);
  const lengths = commonLengths(old, fresh);
  const parts: Part[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [left, right] = [old[i], fresh[j]];
    if (left !== undefined && left === right) {
      parts.push({ is: 'same', text: left });
      i += 1;
      j += 1;
    } else if (right === undefined || (left !== undefined && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      parts.push({ is: 'removed', text: left ?? '' });
      i += 1;
    } else {
      parts.push({ is: 'added', text: right });
      j += 1;
    }
  }
  return inRuns(joined(parts));
}

/** Words that changed one after the other as one: what was taken out, then what was put in. A space that stands between two changes is part of both. */
function inRuns(parts: readonly Part[]): readonly Part[] {
  const done: Part[] = [];
  let run: Record<'removed' | 'added', string> = { removed: '', added: '' };
  const close = (): void => {
    done.push({ is: 'removed', text: run.removed }, { is: 'added', text: run.added });
    run = { removed: '', added: '' };
  };
  parts.forEach((part, nth) => {
    const [before, next] = [parts[nth - 1], parts[nth + 1]];
    if (part.is !== 'same') run = { ...run, [part.is]: run[part.is] + part.text };
    else if (part.text.trim() === '' && before && next) run = { removed: run.removed + part.text, added: run.added + part.text };
    else {
      close();
      done.push(part);
    }
  });
  close();
  return joined(done);
}

function inPieces(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** At [i][j] the most pieces that what follows i in one and j in the other have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}

function joined(parts: readonly Part[]): readonly Part[] {
  return parts
    .filter((part) => part.text !== '')
    .reduce<readonly Part[]>((done, part) => {
      const last = done.at(-1);
      return last?.is === part.is ? [...done.slice(0, -1), { is: part.is, text: last.text + part.text }] : [...done, part];
    }, []);
}
