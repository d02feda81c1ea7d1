import type { HTMLElement } from 'node-html-parser';

/** What every page must keep to, whoever wrote it. Throws with all that it breaks. */
export function checkHouseRules(html: HTMLElement, text: string, status: number): void {
  const broken: string[] = [];
  const must = (holds: boolean, rule: string) => {
    if (!holds) broken.push(rule);
  };
  const headings = html.querySelectorAll('h1');
  const title = html.querySelector('title')?.text.trim() ?? '';
  must(headings.length === 1, `one h1 (found ${headings.length})`);
  must(/^(Error: )?\S.* - Orderwatch$/.test(title), `a title like "Page - Orderwatch" (found "${title}")`);
  must(html.querySelector('html')?.getAttribute('lang') === 'en', 'lang="en"');
  must(html.querySelector('main#main-content') !== null, 'a main part to skip to');
  must(
    title.startsWith('Error: ') === (html.querySelector('.govuk-error-summary') !== null),
    '"Error: " in the title with an error summary, and only then',
  );
  must(!/\bat \S+ \(?(file:|node:|\/)\S+:\d+/.test(text), 'no stack trace');
  must(
    !/\[object Object\]|\bundefined\b|\bNaN\b/.test(html.querySelector('main')?.text ?? ''),
    'no undefined, NaN or [object Object] in its words',
  );
  const unlabelled = html.querySelectorAll('input, select, textarea').filter((input) => !isLabelled(html, input));
  must(unlabelled.length === 0, `a label for every field (none for ${unlabelled.map((input) => input.getAttribute('name')).join(', ')})`);
  const ids = html.querySelectorAll('[id]').map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  must(twice.length === 0, `every id once (twice: ${twice.join(', ')})`);
  const dangling = html
    .querySelectorAll('.govuk-error-summary a')
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => href !== '' && !ids.includes(href.slice(1)));
  must(dangling.length === 0, `error links that lead to a field (${dangling.join(', ')} do not)`);
  const unguarded = html.querySelectorAll('form[method=post]').filter((form) => !form.querySelector('[name=_csrf]')?.getAttribute('value'));
  must(unguarded.length === 0, 'the CSRF token in every form that is posted');
  must(
    html.querySelectorAll('img').every((image) => image.hasAttribute('alt')),
    'alt on every image',
  );
  must(
    html.querySelectorAll('th').every((cell) => cell.hasAttribute('scope')),
    'scope on every table heading',
  );
  if (broken.length > 0) throw new Error(`"${title}" (${status}) breaks the house rules. Every page needs: ${broken.join('; ')}.`);
}

function isLabelled(html: HTMLElement, input: HTMLElement): boolean {
  if (['hidden', 'submit', 'button'].includes(input.getAttribute('type') ?? '')) return true;
  if (input.getAttribute('aria-label') || input.getAttribute('aria-labelledby') || input.closest('label')) return true;
  return html.querySelectorAll('label').some((label) => label.getAttribute('for') === input.id && input.id !== '');
}
