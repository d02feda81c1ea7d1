import { createHash } from 'node:crypto';

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** From a value to a length, `highest` filling `length`; all zero when nothing is above zero. */
export function scaleTo(highest: number, length: number): (value: number) => number {
  return (value) => (highest <= 0 ? 0 : Math.round((Math.max(0, value) / highest) * length * 10) / 10);
}

/** Four to six round numbers from 0 to at least `highest`. */
export function ticks(highest: number): number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? 10 * power;
  return Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Fill and outline of the series at `index`: told apart by pattern as well as by colour, each outline 3:1 against white. */
export function shade(index: number): string {
  const fills = ['#1d70b8', 'url(#ow-stripes)', 'url(#ow-dots)', '#ffffff'];
  const inks = ['#1d70b8', '#0b0c0c', '#00703c', '#a2490f'];
  return `fill="${fills[index % fills.length]}" stroke="${inks[index % inks.length]}" stroke-width="2"`;
}

const patterns =
  '<defs><pattern id="ow-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="#0b0c0c"/></pattern>' +
  '<pattern id="ow-dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><circle cx="3" cy="3" r="1.8" fill="#00703c"/></pattern></defs>';

/** The whole SVG, named and described for those who cannot see it. */
export function frame(title: string, description: string, { width, height, body }: Drawing): string {
  // Ids must differ between two charts of one page.
  const id = `ow-${createHash('sha256').update(title).update(body).digest('hex').slice(0, 8)}`;
  const drawn = (patterns + body).replaceAll('ow-stripes', `${id}-stripes`).replaceAll('ow-dots', `${id}-dots`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="ow-chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" font-size="15" fill="#0b0c0c">` +
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(description)}</desc>${drawn}</svg>`
  );
}
