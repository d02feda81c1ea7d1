import { initAll as startGovuk } from '/assets/govuk/govuk-frontend.min.js';
import { initAll as startMoj } from '/assets/moj/moj-frontend.min.js';

startGovuk();
startMoj();

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

const minutes = Number(document.querySelector('meta[name="session-minutes"]')?.content);
if (minutes > 3) {
  const warning = document.createElement('div');
  warning.className = 'ow-timeout';
  warning.setAttribute('role', 'alert');
  document.body.append(warning);
  setTimeout(
    () => {
      warning.textContent =
        'You will be signed out in about 2 minutes. Open another page in a new tab to stay signed in; what you typed here stays.';
    },
    (minutes - 2) * 60_000,
  );
}

// The first step of a report of a breach says which orders were not in force as soon as the time is stated. The next step says it in any case.
const report = document.querySelector('form[data-orders-then]');
if (report) {
  let asked = 0;
  let soon;
  const look = async () => {
    const turn = ++asked;
    const body = new URLSearchParams(new FormData(report));
    const answer = await fetch(report.dataset.ordersThen, { method: 'POST', body, redirect: 'error' }).catch(() => null);
    const said = answer?.ok ? await answer.json().catch(() => []) : [];
    // An answer that comes late does not cover a later one.
    if (turn === asked) report.querySelector('#orders-then').replaceChildren(...standing(said));
  };
  report.addEventListener('input', ({ target }) => {
    if (target.name === 'kinds') return;
    clearTimeout(soon);
    soon = setTimeout(look, 400);
  });
}

function standing(parts) {
  const element = (name, className, ...children) => {
    const made = Object.assign(document.createElement(name), { className });
    made.append(...children);
    return made;
  };
  const shown = parts.flatMap(({ lead, lines }) => [
    element('p', 'govuk-body', lead),
    ...(lines.length > 0 ? [element('ul', 'govuk-list govuk-list--bullet', ...lines.map((line) => element('li', '', line)))] : []),
  ]);
  return shown.length > 0 ? [element('div', 'govuk-inset-text', ...shown)] : [];
}
