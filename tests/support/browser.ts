import { AxeBuilder } from '@axe-core/playwright';
import type { NodeResult } from 'axe-core';
import type { Page } from 'playwright-core';

export { openBrowser } from '../../apps/console/src/bench/browser.js';

export interface Violation {
  /** The axe rule, such as `color-contrast`. */
  readonly rule: string;
  readonly help: string;
  /** The elements at fault, as selectors. */
  readonly at: readonly string[];
}

/**
 * What axe finds against WCAG 2.2 A and AA on the page as it stands now; expect it to equal `[]`.
 *
 * One finding is passed over. GOV.UK radios that reveal a field say with `aria-expanded` whether they do, which ARIA does not allow on a
 * radio; GOV.UK Frontend keeps it because screen readers speak it and nothing else tells of the field (alphagov/govuk-frontend issue 979).
 */
export async function axe(page: Page): Promise<Violation[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // Our pages have no frames, for which the other way opens one more page each time.
    .setLegacyMode(true)
    .analyze();
  return violations
    .map(({ id, help, nodes }) => ({
      rule: id,
      help,
      at: nodes.filter((node) => !isRevealingRadio(node)).map(({ target }) => target.join(' ')),
    }))
    .filter(({ at }) => at.length > 0);
}

function isRevealingRadio({ html, all, any, none }: NodeResult): boolean {
  const [finding, ...others] = [...all, ...any, ...none];
  const isOfGovuk = /^<input [^>]*class="govuk-radios__input"/.test(html) && html.includes(' aria-controls="');
  return isOfGovuk && finding?.id === 'aria-allowed-attr' && others.length === 0 && /: aria-expanded="\w+"$/.test(finding.message);
}
