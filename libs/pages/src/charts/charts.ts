import { type Drawing, escapeXml, frame, scaleTo, shade, ticks } from './drawing.js';

/** A measured value; null when the source did not supply it, which is never drawn as zero. */
export type Measure = number | null;

export interface Series {
  readonly name: string;
  /** One per label of the chart, in order. */
  readonly values: readonly Measure[];
}

export interface ChartData {
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is measured, its unit and its period. */
  readonly subtitle: string;
  readonly labels: readonly string[];
  /** At most four: more cannot be told apart. */
  readonly series: readonly Series[];
  /** Number as words, for labels and table; thousands separated by default. */
  readonly format?: (value: number) => string;
}

/** A chart for `figure` in `pages/figure.njk`: the picture, and the same numbers as a table. */
export interface Chart {
  readonly title: string;
  readonly subtitle: string;
  /** Inline SVG, safe to print. */
  readonly svg: string;
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** What stands where a source supplied nothing. */
export const notSupplied = 'not supplied';

/** Horizontal bars, one group per label, each bar with its value in words. */
export function barChart(data: ChartData): Chart {
  const format = formatter(data);
  const count = Math.max(1, data.series.length);
  const [left, right, bar, gap, top] = [215, 70, 20, 14, data.series.length > 1 ? 34 : 8];
  const width = 640;
  const group = count * (bar + 2) + gap;
  const scale = scaleTo(highest(data), width - left - right);
  const parts = data.labels.flatMap((label, row) => {
    const y = top + row * group;
    const words = `<text x="${left - 8}" y="${y + (count * (bar + 2)) / 2 + 5}" text-anchor="end">${escapeXml(shorten(label))}</text>`;
    const bars = data.series.map(({ values }, index) => {
      const value = values[row] ?? null;
      const at = y + index * (bar + 2);
      const length = value === null ? 0 : scale(value);
      const drawn = value === null ? '' : `<rect x="${left}" y="${at}" width="${length}" height="${bar}" ${shade(index)}/>`;
      return `${drawn}<text x="${left + length + 6}" y="${at + 15}">${escapeXml(value === null ? notSupplied : format(value))}</text>`;
    });
    return [words, ...bars];
  });
  const height = top + data.labels.length * group;
  const axis = `<path d="M${left} ${top - 4}V${height}" stroke="#505a5f" fill="none"/>`;
  return chart(data, { width, height, body: [legend(data, left), axis, ...parts].join('') });
}

/** Lines over ordered labels (months, years); a gap where nothing was supplied; every line with its own dash and mark. */
export function lineChart(data: ChartData): Chart {
  const format = formatter(data);
  const [width, left, right, top, plot] = [640, 60, 40, data.series.length > 1 ? 40 : 16, 240];
  const steps = ticks(highest(data));
  const scale = scaleTo(steps.at(-1) ?? 1, plot);
  const x = (index: number) => left + ((width - left - right) * index) / Math.max(1, data.labels.length - 1);
  const y = (value: number) => top + plot - scale(value);
  const grid = steps.map(
    (step) =>
      `<path d="M${left} ${y(step)}H${width - right}" stroke="#b1b4b6" fill="none"/><text x="${left - 8}" y="${y(step) + 5}" text-anchor="end">${escapeXml(format(step))}</text>`,
  );
  const every = Math.ceil(data.labels.length / 6);
  const names = data.labels.map((label, index) =>
    index % every === 0 ? `<text x="${x(index)}" y="${top + plot + 22}" text-anchor="middle">${escapeXml(label)}</text>` : '',
  );
  const lines = data.series.map(({ values }, index) => line(values, index, x, y));
  return chart(data, { width, height: top + plot + 36, body: [legend(data, left), ...grid, ...names, ...lines].join('') });
}

const dashes = ['', '8 4', '2 4', '12 4 2 4'];
const inks = ['#1d70b8', '#0b0c0c', '#00703c', '#a2490f'];

function line(values: readonly Measure[], index: number, x: (i: number) => number, y: (v: number) => number): string {
  const ink = inks[index % inks.length] ?? '#0b0c0c';
  const path = values
    .map((value, i) => (value === null ? '' : `${i === 0 || (values[i - 1] ?? null) === null ? 'M' : 'L'}${x(i)} ${y(value)}`))
    .join('');
  const marks = values.map((value, i) => (value === null ? '' : mark(index, x(i), y(value), ink))).join('');
  return `<path d="${path}" fill="none" stroke="${ink}" stroke-width="3" stroke-dasharray="${dashes[index % dashes.length]}"/>${marks}`;
}

function mark(index: number, x: number, y: number, ink: string): string {
  const shapes = [
    `<circle cx="${x}" cy="${y}" r="4" fill="${ink}"/>`,
    `<rect x="${x - 4}" y="${y - 4}" width="8" height="8" fill="${ink}"/>`,
    `<path d="M${x} ${y - 5}l5 9h-10z" fill="${ink}"/>`,
    `<path d="M${x} ${y - 5}l5 5-5 5-5-5z" fill="${ink}"/>`,
  ];
  return shapes[index % shapes.length] ?? '';
}

function legend({ series }: ChartData, left: number): string {
  if (series.length < 2) return '';
  return series
    .map(
      ({ name }, index) =>
        `<rect x="${left + index * 140}" y="4" width="16" height="16" ${shade(index)}/><text x="${left + 22 + index * 140}" y="17">${escapeXml(name)}</text>`,
    )
    .join('');
}

function chart(data: ChartData, drawing: Drawing): Chart {
  const format = formatter(data);
  const words = (value: Measure | undefined) => (value === null || value === undefined ? notSupplied : format(value));
  const rows = data.labels.map((label, row) => [label, ...data.series.map(({ values }) => words(values[row]))]);
  const description = rows.length <= 12 ? rows.map(([label, ...values]) => `${label}: ${values.join(', ')}`).join('; ') : data.subtitle;
  return {
    title: data.title,
    subtitle: data.subtitle,
    svg: frame(data.title, description, drawing),
    table: { head: ['', ...data.series.map(({ name }) => name)], rows },
  };
}

function formatter({ format }: ChartData): (value: number) => string {
  return format ?? ((value) => value.toLocaleString('en-GB'));
}

function highest({ series }: ChartData): number {
  return Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
}

function shorten(label: string): string {
  return label.length > 24 ? `${label.slice(0, 23)}…` : label;
}
