/** First half of the advisory lock taken per stream: appends to one stream queue up behind it. */
export const STREAM_LOCK = 471;
/** Top 12 bits of the advisory lock that says "all I am about to insert lies above this position". */
export const FLOOR_LOCK = 1471;

// Written as assignments, which PL/pgSQL evaluates without starting a query: a lone append takes a tenth less time.
/** Takes the lock of the stream in `p_stream`; needs a variable `v_taken text`. */
export const takeStream = `v_taken := pg_advisory_xact_lock(${STREAM_LOCK}, hashtext(p_stream))::text;`;
/** Takes the locks of all streams in the array `p_stream`, in one order everywhere, so that calls cannot deadlock. */
export const takeStreams = `perform pg_advisory_xact_lock(${STREAM_LOCK}, l.key) from (select distinct hashtext(s) as key from unnest(p_stream) s order by 1) l;`;
/** Must come before the transaction's first position is taken; needs a variable `v_taken text`. */
export const takeFloor = `v_taken := pg_advisory_xact_lock_shared((${FLOOR_LOCK}::bigint << 52) | pg_sequence_last_value('es.position'))::text;`;
