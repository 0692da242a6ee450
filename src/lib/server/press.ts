// Jobs that take a thread for a while → bytes, made in a thread of their own and kept while they are in use.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { described, log } from './log.ts';
import { Recent } from './recent.ts';
import { WorkerPool } from './worker-pool.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

const KEPT = 24;

export class Press<Job> {
	readonly #script: string;
	readonly #recent = new Recent<Promise<Bytes>>(KEPT);
	#pool: WorkerPool<Job, Bytes> | null = null;

	/** `script` is the name of a worker in `build/tools`. */
	constructor(script: string) {
		this.#script = script;
	}

	/** What was made under this name, or what the job makes. Rejects when too much waits, or the job fails or takes over ten seconds. */
	make(name: string, job: Job): Promise<Bytes> {
		const kept = this.#recent.get(name);
		if (kept !== undefined) return kept;
		const making = this.#started().run(job);
		this.#recent.set(name, making);
		making.catch(() => this.#recent.forget(name));
		return making;
	}

	/** Jobs that wait for their turn. */
	get waiting(): number {
		return this.#pool?.waiting ?? 0;
	}

	/** Has a thread ready by the time that somebody asks; where that fails, the asking will say so. */
	warm(): void {
		try {
			this.#started().warm();
		} catch (error) {
			log.warn({ error: described(error), script: this.#script }, 'no thread to print in');
		}
	}

	/** Drops what is kept under every name that starts with this. */
	forget(start: string): void {
		this.#recent.forget(start);
	}

	async close(): Promise<void> {
		await this.#pool?.close();
		this.#pool = null;
	}

	#started(): WorkerPool<Job, Bytes> {
		return (this.#pool ??= new WorkerPool({
			script: workerFile(this.#script),
			threads: 1,
			queue: 40,
			start: 60_000,
			timeout: 10_000,
			heap: 256
		}));
	}
}

/** `npm run build` and `npm run dev` make it; it lies in the nearest folder above that holds a build. */
export function workerFile(name: string): string {
	for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
		const file = join(folder, 'build/tools', name);
		if (existsSync(file)) return file;
		if (folder === dirname(folder)) throw new Error(`build/tools/${name} is missing: run npm run build`);
	}
}
