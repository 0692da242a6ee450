// What does one thing from the outbox.
import type { Claimed } from './outbox.ts';

/**
 * Does what was posted, or throws: then it is tried again later, or never if it throws `Permanent`. It may be asked
 * twice for the same thing, also after it was done: `claimed.id` stays the same and tells. Once `signal` is aborted, it
 * should end.
 */
export type Handler = (claimed: Claimed, signal: AbortSignal) => Promise<void>;

export type Handlers = Readonly<Record<string, Handler>>;
