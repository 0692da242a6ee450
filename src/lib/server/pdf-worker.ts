// The thread that prints: a report in, the bytes of its PDF out. Typesetting would hold up every other request.
import { parentPort } from 'node:worker_threads';
import type { Report } from '#core/report/report.ts';
import { prepare, printed } from './pdf-print.ts';
import type { Ready, Reply } from './worker-pool.ts';

async function reply(report: Report): Promise<void> {
	try {
		const result = new Uint8Array(await printed(report));
		parentPort?.postMessage({ ok: true, result } satisfies Reply<Uint8Array>, [result.buffer]);
	} catch (error) {
		const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
		parentPort?.postMessage({ ok: false, message } satisfies Reply<Uint8Array>);
	}
}

parentPort?.on('message', (report: Report) => void reply(report));
prepare();
parentPort?.postMessage({ ready: true } satisfies Ready);
