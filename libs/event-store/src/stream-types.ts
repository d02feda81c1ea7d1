import { type Envelope, type Fact, parseStreamName, type Recorded, type StreamType, upcast } from '#event-sourcing';
import type { StoredEvent } from './event-store.js';

/** An event of a category that the application was not told of. */
export class UnknownStreamType extends Error {
  override readonly name = 'UnknownStreamType';

  constructor(category: string) {
    super(`No stream type is called ${category}`);
  }
}

/** Every stream type of the application by category: what readers of all facts need to bring stored facts to today's shape. */
export class StreamTypes {
  private readonly byCategory = new Map<string, StreamType<unknown, Fact>>();

  constructor(types: readonly StreamType<unknown, Fact>[]) {
    for (const type of types) {
      if (this.byCategory.has(type.category)) throw new Error(`Two stream types are called ${type.category}`);
      this.byCategory.set(type.category, type);
    }
  }

  /** Throws if the application knows no such category. */
  of(stream: string): StreamType<unknown, Fact> {
    const { category } = parseStreamName(stream);
    const type = this.byCategory.get(category);
    if (!type) throw new UnknownStreamType(category);
    return type;
  }

  /** The stored event as a fact of today. `opened` is what `Sealer.open` made of it. */
  recorded(event: StoredEvent, opened: Fact): Recorded {
    return recorded(this.of(event.stream), event, opened);
  }
}

/** The stored event as a fact of today. `schemaVersion` remains the one it was stored with. */
export function recorded<F extends Fact>(type: StreamType<unknown, F>, event: StoredEvent, opened: Fact): Recorded<F> {
  return {
    id: event.id,
    stream: event.stream,
    revision: event.revision,
    position: event.position,
    schemaVersion: event.schemaVersion,
    // The types of one stream are the only ones appended to it, and `upcast` brings each to its present shape.
    fact: upcast(type, opened, event.schemaVersion) as F,
    envelope: event.meta as Envelope,
  };
}
