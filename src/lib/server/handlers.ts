// What does the things in the outbox, by kind. To add one: write `(claimed, signal) => Promise<void>`, list it here, and `post()` rows of its kind.
import { dailyHandlers } from './daily.ts';
import { noteErasure } from './erasing.ts';
import type { Handlers } from './handler.ts';
import { mailHandlers } from './mail.ts';

/** Those that can do it as this server is set up: what is of another kind waits, and no try is counted. */
export const handlers = (): Handlers => ({ ...dailyHandlers, ...mailHandlers(), erasure: noteErasure });
