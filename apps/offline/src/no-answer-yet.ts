/** After so long without an answer it is said, in milliseconds. */
const SAID_AFTER = 3_000;

/** Says beside the button that was pressed, while its answer does not come, that nothing is sent yet. The page with what was typed stays meanwhile. */
export function sayWhileUnanswered(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = document.createElement('p');
  note.className = 'govuk-inset-text';
  note.setAttribute('role', 'status');
  document.addEventListener('submit', ({ defaultPrevented, target, submitter }) => {
    if (defaultPrevented || !(target instanceof HTMLFormElement) || target.method !== 'post') return;
    clearTimeout(timer);
    note.textContent = '';
    (submitter?.closest('.govuk-button-group') ?? submitter ?? target.lastElementChild)?.after(note);
    timer = setTimeout(() => {
      note.textContent = 'No answer yet: this is not sent yet. Keep this page open, it is still being tried.';
    }, SAID_AFTER);
  });
  // Stopped by hand, or come back to.
  globalThis.addEventListener('pageshow', () => {
    clearTimeout(timer);
    note.remove();
  });
}
