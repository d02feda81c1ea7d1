import type { Personal } from '#event-sourcing';
import type { WrittenSection } from '#orders';
import { inputId } from '#pages';
import { leftOut as leftOutWords } from './court-pack.js';
import type { Said } from './paper.js';

/** Where something was typed: a section of an application, or a step of what the court is asked to change. */
type Place = WrittenSection | 'grounds' | 'authorisation' | 'changes';

/** Takes up what people typed, each with its field: where it can be mended while the draft is open, and a key by which it can be left out after. */
export class Speaking {
  constructor(
    /** The address of the open draft; null once it was filed. */
    private readonly draft: string | null,
    private readonly leftOut: ReadonlySet<string>,
  ) {}

  /** A sealed text of a section; null when there is none. `at`: the path of its input in the form of the section; its name unless told; null where it has none. */
  said(part: Personal<string> | null | undefined, field: string, section: Place, name = 'facts', at: string | null = name): Said | null {
    return this.plain(part?.value, field, section, name, at);
  }

  plain(value: string | null | undefined, field: string, section: Place, name = 'facts', at: string | null = name): Said | null {
    if (value === null || value === undefined || value.trim() === '') return null;
    if (this.draft !== null) {
      const input = at === null ? '' : `?mend=${at}#${inputId(at)}`;
      return { text: value, field, href: `${this.draft}/${section}${input}`, key: null };
    }
    return this.recorded(value, field, `${section}.${name}`);
  }

  /** Words of a recorded fact: they stay as they are, and may be left out. `recordedAt`: the page that shows them. */
  recorded(value: string, field: string, key: string, recordedAt?: string): Said {
    const text = this.leftOut.has(key) ? leftOutWords : value;
    return { text, field, href: null, key, ...(recordedAt === undefined ? {} : { recordedAt }) };
  }
}
