// What does the things in the outbox, by kind. To add one: write `(claimed, signal) => Promise<void>`, list it here, and `post()` rows of its kind.
import { dailyHandlers } from './daily.ts';
import { noteErasure } from './erasing.ts';
import { mailHandlers } from './mail.ts';
import type { Claimed } from './outbox.ts';

/**
 * Does what was posted, or throws: then it is tried again later, or never if it throws `Permanent`. It may be asked
 * twice for the same thing, also after it was done: `claimed.id` stays the same and tells. Once `signal` is aborted, it
 * should end.
 */
export type Handler = (claimed: Claimed, signal: AbortSignal) => Promise<void>;

export type Handlers = Readonly<Record<string, Handler>>;

/** Those that can do it as this server is set up: what is of another kind waits, and no try is counted. */
export const handlers = (): Handlers => ({ ...dailyHandlers, ...mailHandlers(), erasure: noteErasure });
