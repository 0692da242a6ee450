// A signal → an end without loss: unready, then nothing new, then what is under way, then outbox and database, then exit.
import type { EventEmitter } from 'node:events';
import type { Server, ServerResponse } from 'node:http';

/**
 * In milliseconds, one after the other: for a proxy to see that we are not ready, for requests under way, for what has
 * to be closed. Together under ten seconds, after which others would kill us.
 */
const PATIENCE = { notice: 1000, drain: 6000, close: 2500 };

export function stopOn(signals: readonly NodeJS.Signals[], server: Server): void {
	let isStopping = false;
	const stop = async (signal: NodeJS.Signals): Promise<void> => {
		if (isStopping) return;
		isStopping = true;
		const events: EventEmitter = process;
		// The app listens: it says that it is not ready any more, and lets the outbox finish.
		events.emit('bellwether:stopping');
		// Somebody at a keyboard has no proxy.
		if (signal === 'SIGTERM') await pause(PATIENCE.notice);
		await drained(server);
		const closing: Promise<unknown>[] = [];
		// The app listens for this too; whatever has to be closed adds itself.
		events.emit('sveltekit:shutdown', 'stopped', closing);
		await Promise.race([Promise.allSettled(closing), pause(PATIENCE.close)]);
		process.exit(0);
	};
	for (const signal of signals) process.on(signal, () => void stop(signal));
}

/** Takes nothing new, and waits for what is under way; who is slow is cut off. */
async function drained(server: Server): Promise<void> {
	server.prependListener('request', (_request, response: ServerResponse) => {
		response.setHeader('connection', 'close');
	});
	// A connection that is kept alive ends once its last request has.
	const idle = setInterval(() => server.closeIdleConnections(), 50);
	const late = setTimeout(() => server.closeAllConnections(), PATIENCE.drain);
	await new Promise((settle) => server.close(settle));
	clearInterval(idle);
	clearTimeout(late);
}

const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));
