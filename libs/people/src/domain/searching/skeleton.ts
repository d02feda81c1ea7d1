/**
 * The consonants of a folded word as an English ear hears them, first letter first: equal for spellings by ear such as `placeholda` and
 * `placeholder`, `samplerite` and `samplewright`. Null where too few are left to say anything. It forgives more than a sound: only for a
 * search that finds nobody nearer.
 */
export function skeleton(word: string): string | null {
  const heard = word
    .replace(/(.)\1+/gu, '$1')
    .replace(/^[kgp]n/, 'n')
    .replaceAll('wr', 'r')
    .replaceAll('ph', 'f')
    .replaceAll('v', 'f')
    .replaceAll('x', 'ks')
    .replace(/sch|t?ch|sh|[tsc]i(?=[aou])/g, 'S')
    .replace(/c(?=[eiy])|z/g, 's')
    .replaceAll('ck', 'k')
    .replace(/[cq]/g, 'k')
    .replaceAll('gh', '')
    .replaceAll('j', 'g')
    .replace(/r(?![aeiouy])/g, '');
  const consonants = (heard.slice(0, 1).replace(/[aeiouy]/, 'a') + heard.slice(1).replace(/[aeiouyhw]/g, '')).replace(/(.)\1+/gu, '$1');
  return Array.from(consonants).length < 3 ? null : consonants;
}
