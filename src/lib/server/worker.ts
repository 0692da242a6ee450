// A function that makes bytes → what a worker thread does with each job that it is posted.
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { Ready, Reply } from './worker-pool.ts';

/** Answers every job with its bytes or with what went wrong, once `prepare` is done. */
export async function serveJobs<Job>(
	prepare: () => void | Promise<void>,
	make: (job: Job) => Uint8Array | Promise<Uint8Array>
): Promise<void> {
	const reply = async (job: Job): Promise<void> => {
		try {
			const result = new Uint8Array(await make(job));
			parentPort?.postMessage({ ok: true, result } satisfies Reply<Uint8Array>, [result.buffer]);
		} catch (error) {
			const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
			parentPort?.postMessage({ ok: false, message } satisfies Reply<Uint8Array>);
		}
	};
	giveWay();
	await prepare();
	parentPort?.on('message', (job: Job) => void reply(job));
	parentPort?.postMessage({ ready: true } satisfies Ready);
}

/** A third of the weight of the thread that answers, where both want one processor. */
const POLITE = 5;

/** Lets who saves an answer go first. Only Linux gives a thread a priority of its own; without one it prints as well. */
function giveWay(): void {
	if (process.platform !== 'linux') return;
	try {
		setPriority(0, POLITE);
	} catch {
		// A sandbox that forbids it.
	}
}
