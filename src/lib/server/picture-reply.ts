// A share picture that is being painted → the response that carries it, or says when to try again.
import { described, log } from './log.ts';
import type { Bytes } from './press.ts';
import { refusedWith } from './replies.ts';

export async function pictureReply(painting: () => Promise<Bytes>, reply: (png: Bytes) => Response): Promise<Response> {
	try {
		return reply(await painting());
	} catch (error) {
		log.error({ error: described(error) }, 'a picture was not painted');
		return refusedWith(503, { 'retry-after': '15' });
	}
}
