/** What was sent from a form, before it is known whether it arrives. */
export interface Sending {
  /** Path and query. */
  readonly address: string;
  readonly hasFiles: boolean;
  /** When it was sent, by the clock of this device: milliseconds. */
  readonly at: number;
  /** Whether this device has a copy that can be used meanwhile. */
  readonly hasCopy: boolean;
  readonly fields: Iterable<readonly [name: string, value: string | Pick<File, 'name'>]>;
}

/** Nothing of it may be kept: it lives in the page alone. What a page of the service may do, and no more. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** The page that stands in for an answer that did not come (503): it holds all that was typed, and sends it again as it was. */
export function notSent(sending: Sending): Response {
  return new Response(notSentPage(sending), { status: 503, statusText: 'Service Unavailable', headers });
}

export function notSentPage({ address, hasFiles, hasCopy, at, fields }: Sending): string {
  const all = [...fields];
  const texts = all.flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []));
  const files = all.flatMap(([name, value]) => (typeof value === 'string' ? [] : [{ name, file: value.name }]));
  const chosen = files.filter(({ file }) => file !== '');
  const words = texts.filter(({ name, value }) => !name.startsWith('_') && isInWords(value));
  // When it was first sent: where a time left empty means now, it is that one.
  const tried = texts.find(({ name }) => name === '_tried')?.value ?? new Date(at).toISOString();
  const isOnce = texts.some(({ name }) => name === '_command');
  return `<!doctype html>
<html lang="en" class="govuk-template">
  <head>
    <meta charset="utf-8">
    <title>Not sent - Orderwatch</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="theme-color" content="#1d70b8">
    <link rel="icon" href="/assets/orderwatch/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/offline-app/app.css">
  </head>
  <body class="govuk-template__body">
    <a href="#main-content" class="govuk-skip-link">Skip to main content</a>
    <header>
      <div class="ow-header">
        <div class="govuk-width-container ow-header__row"><span class="ow-header__name">Orderwatch</span><span>Without signal</span></div>
      </div>
    </header>
    <div class="govuk-width-container">
      <main class="govuk-main-wrapper" id="main-content">
        <div role="alert"><h1 class="govuk-heading-l">No signal: this was not sent</h1></div>
        <p class="govuk-body">Keep this page open. Nothing${chosen.length > 0 ? ' that you typed' : ''} is lost while it is. Send it again when there is signal.${
          isOnce ? ' However often you send it, it is recorded once.' : ''
        }</p>
        <form method="post" action="${escaped(address)}"${hasFiles ? ' enctype="multipart/form-data"' : ''} id="not-sent">
          <input type="hidden" name="_tried" value="${escaped(tried)}">
          ${texts
            .filter(({ name }) => name !== '_tried')
            .map(({ name, value }) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
            .join('\n          ')}
          ${files.map(({ name, file }, nth) => (file === '' ? `<input type="file" name="${escaped(name)}" hidden>` : again(name, file, nth))).join('\n          ')}
          <button type="submit" class="govuk-button" id="send-again">Send again</button>
        </form>
        <p class="govuk-body" role="status" id="trying"></p>
        ${hasCopy ? withCopy(address) : ''}
        ${words.length > 0 ? '<h2 class="govuk-heading-m">What you typed</h2>' : ''}
        ${words.map(({ name, value }, nth) => typed(calledAs(name), value, nth)).join('\n        ')}
      </main>
    </div>
    ${chosen.length > 0 ? '' : '<script type="module" src="/offline-app/send-again.js"></script>'}
  </body>
</html>
`;
}

/** The way to do the same meanwhile. Words of a search go along; a report is begun anew, beside this page. */
function withCopy(address: string): string {
  const link = (to: string, words: string, more = '') => `<a class="govuk-link" href="/offline-app/#${to}"${more}>${words}</a>`;
  if (/^\/search(?:\?|$)/.test(address))
    return `<p class="govuk-body">${link('search', 'Search what this device has', ' id="search-copy"')}</p>`;
  const personId = /^\/perpetrators\/([0-9a-f-]{36})\/breaches\//.exec(address)?.[1];
  const [to, words] = personId ? [`report/${personId}`, 'Report it with what this device has'] : ['search', 'Open what this device has'];
  return `<p class="govuk-body">${link(to, words, ' target="_blank"')} (opens in a new tab). What you typed stays on this page${personId ? ': send one of the two' : ''}.</p>`;
}

/** A file cannot be kept in a page, so it is asked for once more: by hand, and nothing goes without it. */
function again(name: string, file: string, nth: number): string {
  return `<div class="govuk-form-group">
            <label class="govuk-label" for="file-${nth}">The file cannot be kept. Select it again: ${escaped(file)}</label>
            <input class="govuk-file-upload" type="file" id="file-${nth}" name="${escaped(name)}" required>
          </div>`;
}

/** Fields as the forms of an officer ask for them. */
const asked: Readonly<Record<string, string>> = {
  account: 'What happened',
  place: 'Where',
  excuse: 'What excuse',
  text: 'What is added',
  note: 'Note',
  reason: 'Why',
  summary: 'What it is about',
  name: 'Name',
  identifier: 'Number, online name or vehicle',
  given: 'Given names',
  family: 'Family name',
  lines: 'Address',
  identified: 'How you know who the respondent is',
  reaction: 'What the respondent said or did',
  reference: 'Reference',
};

/** `addresses[0][lines]`: Address; of a field that is not among those above, its own name in words. */
function calledAs(name: string): string {
  const last = name.split(/[[\].]+/).findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? name;
  const inWords = last.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return asked[last] ?? inWords.slice(0, 1).toUpperCase() + inWords.slice(1);
}

function typed(label: string, text: string, nth: number): string {
  const rows = Math.min(
    12,
    text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 28), 0),
  );
  // A browser leaves out a line break that comes first.
  return `<div class="govuk-form-group">
          <label class="govuk-label" for="typed-${nth}">${escaped(label)}</label>
          <textarea class="govuk-textarea" id="typed-${nth}" rows="${rows}" readonly>\n${escaped(text)}</textarea>
        </div>`;
}

/** Not what a box, a list or a page's own field sends: ids, keys, numbers and instants. */
function isInWords(value: string): boolean {
  return value.trim() !== '' && !/^[a-z0-9:./_|+-]*$/.test(value) && !/^\d{4}-\d\d-\d\dT[\d:.]*Z$/.test(value);
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? '');
}
