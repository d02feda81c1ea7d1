import { daysBetween, formatDate, type LocalDate } from '#calendar';
import { escapeXml, frame } from './drawing.js';

/** What stands on a lane: a filled triangle (charged or worse), an open one (alleged), a ring (contact), a diamond (service), a stroke (a change), a filled square (an incident), a crossed one (with a threat or violence). */
export type LaneMark = 'charged' | 'alleged' | 'contact' | 'service' | 'change' | 'incident' | 'threat';

export interface Lane {
  readonly label: string;
  /** First and last day of each, the last null while it has none; none for a lane of marks only. */
  readonly bars: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
  readonly marks: readonly { readonly on: LocalDate; readonly is: LaneMark }[];
}

export interface LaneData {
  readonly title: string;
  /** What is drawn, in words, for those who cannot see it. */
  readonly description: string;
  readonly today: LocalDate;
  readonly lanes: readonly Lane[];
}

const WIDTH = 480;
const SIDE = 14;
const LANE = 62;
const TOP = 6;
const BAR = { top: 26, height: 16 };

/** Bars of time above each other with marks on them, from the first day to a little after today; what lasts longer runs out at the edge. */
export function laneChart({ title, description, today, lanes }: LaneData): string {
  const days = lanes.flatMap(({ bars, marks }) => [...bars.map(({ from }) => from), ...marks.map(({ on }) => on)]);
  const first = [...days, today].sort()[0] ?? today;
  const span = Math.max(30, daysBetween(first, today));
  const at = (day: LocalDate): number => {
    const part = Math.min(1, Math.max(0, daysBetween(first, day) / (span * 1.12)));
    return Math.round((SIDE + part * (WIDTH - 2 * SIDE)) * 10) / 10;
  };
  const height = TOP + lanes.length * LANE + 26;
  const now = at(today);
  const line = `<line x1="${now}" x2="${now}" y1="${TOP}" y2="${height - 24}" stroke="#0b0c0c" stroke-width="2" stroke-dasharray="4 3"/>`;
  const axis = `<text x="${SIDE}" y="${height - 6}">${formatDate(first)}</text><text x="${WIDTH - SIDE}" y="${height - 6}" text-anchor="end">Today, ${formatDate(today)}</text>`;
  const body = lanes.map((lane, nth) => drawn(lane, TOP + nth * LANE, at)).join('');
  return frame(title, description, { width: WIDTH, height, body: line + body + axis });
}

function drawn({ label, bars, marks }: Lane, top: number, at: (day: LocalDate) => number): string {
  const y = top + BAR.top;
  const barOf = ({ from, to }: Lane['bars'][number]): string => {
    const end = to === null ? WIDTH - SIDE : at(to);
    return `<rect x="${at(from)}" y="${y}" width="${Math.max(3, end - at(from))}" height="${BAR.height}" fill="#8eb8dc" stroke="#1d70b8" stroke-width="2"/>`;
  };
  const ground =
    bars.map(barOf).join('') ||
    `<line x1="${SIDE}" x2="${WIDTH - SIDE}" y1="${y + BAR.height / 2}" y2="${y + BAR.height / 2}" stroke="#b1b4b6"/>`;
  const shapes = marks.map(({ on, is }) => shape(is, at(on), y + BAR.height / 2)).join('');
  return `<text x="${SIDE}" y="${top + 18}">${escapeXml(label)}</text>${ground}${shapes}`;
}

/** The mark alone, for a key. */
export function laneMark(is: LaneMark): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="24" viewBox="0 0 20 24" aria-hidden="true">${shape(is, 10, 12)}</svg>`;
}

function shape(is: LaneMark, x: number, y: number): string {
  switch (is) {
    case 'charged':
      return `<path d="M${x} ${y - 10}l9 17h-18z" fill="#d4351c" stroke="#0b0c0c" stroke-width="1.5"/>`;
    case 'alleged':
      return `<path d="M${x} ${y - 10}l9 17h-18z" fill="#fff" stroke="#d4351c" stroke-width="2.5"/>`;
    case 'contact':
      return `<circle cx="${x}" cy="${y}" r="6.5" fill="#fff" stroke="#0b0c0c" stroke-width="2.5"/>`;
    case 'incident':
      return `<rect x="${x - 6}" y="${y - 6}" width="12" height="12" fill="#505a5f" stroke="#fff" stroke-width="1.5"/>`;
    case 'threat':
      return `<path d="M${x - 7} ${y - 7}h14v14h-14z M${x - 7} ${y - 7}l14 14 M${x + 7} ${y - 7}l-14 14" fill="#fff" stroke="#942514" stroke-width="2.5"/>`;
    case 'service':
      return `<path d="M${x} ${y - 9}l8 9-8 9-8-9z" fill="#00703c" stroke="#fff" stroke-width="1.5"/>`;
    case 'change':
      return `<line x1="${x}" x2="${x}" y1="${y - 12}" y2="${y + 12}" stroke="#0b0c0c" stroke-width="3"/>`;
  }
}
