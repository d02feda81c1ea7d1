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
