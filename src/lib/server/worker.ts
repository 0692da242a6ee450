// A function that makes bytes → what a worker thread does with each job that it is posted.
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
	await prepare();
	parentPort?.on('message', (job: Job) => void reply(job));
	parentPort?.postMessage({ ready: true } satisfies Ready);
}
