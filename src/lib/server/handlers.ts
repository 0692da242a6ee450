// What does the things in the outbox, by kind. To add one: write `(claimed, signal) => Promise<void>`, list it here, and `post()` rows of its kind.
import { dailyHandlers } from './daily.ts';
import { noteErasure } from './erasing.ts';
import type { Handlers } from './handler.ts';
import { mailHandlers } from './mail.ts';
import { sendWebhook } from './webhook-sending.ts';

/** Those that can do it as this server is set up: what is of another kind waits, and no try is counted. */
export const handlers = (): Handlers => ({ ...dailyHandlers, ...mailHandlers(), erasure: noteErasure });

/** What waits for servers of other people, in a lane of its own: mail does not stand behind one that never answers. */
export const webhookHandlers: Handlers = { webhook: sendWebhook };
