// A request → what it is called in the log, in its reply and before the person who met a fault. Never taken from outside.
import { randomBytes } from 'node:crypto';

const ids = new WeakMap<Request, string>();

/** The same however often it is asked for; short enough to be read out on the telephone. */
export function requestId(request: Request): string {
	const id = ids.get(request) ?? randomBytes(6).toString('hex');
	ids.set(request, id);
	return id;
}
