// Jobs → worker threads that take one at a time. A thread that hangs or dies fails its own job and is replaced.
import { Worker } from 'node:worker_threads';

/** What a worker posts once, when it has all that it needs. */
export type Ready = { readonly ready: true };

/** What a worker posts for each job that it was posted. */
export type Reply<Result> =
	{ readonly ok: true; readonly result: Result } | { readonly ok: false; readonly message: string };

export type PoolSettings = {
	/** A file of JavaScript. */
	readonly script: string;
	readonly threads: number;
	/** Jobs that may wait; the next one is refused at once. */
	readonly queue: number;
	/** Milliseconds for a thread to become ready while a job waits for it: a slow machine takes seconds to load it. */
	readonly start: number;
	/** Milliseconds for one job, in a thread that is ready. */
	readonly timeout: number;
	/** Megabytes of heap for one thread. */
	readonly heap: number;
};

type Task<Job, Result> = {
	readonly job: Job;
	readonly resolve: (result: Result) => void;
	readonly reject: (error: Error) => void;
};

export class WorkerPool<Job, Result> {
	readonly #settings: PoolSettings;
	readonly #all = new Set<Worker>();
	readonly #idle: Worker[] = [];
	readonly #ready = new WeakSet<Worker>();
	readonly #waiting: Task<Job, Result>[] = [];

	constructor(settings: PoolSettings) {
		this.#settings = settings;
	}

	/** Rejects when the queue is full, the time is up, the thread dies, or the job itself fails. */
	run(job: Job): Promise<Result> {
		if (this.#waiting.length >= this.#settings.queue) return Promise.reject(new Error('too many jobs are waiting'));
		return new Promise((resolve, reject) => {
			this.#waiting.push({ job, resolve, reject });
			this.#assign();
		});
	}

	/** Jobs that no thread has taken yet. */
	get waiting(): number {
		return this.#waiting.length;
	}

	/** Starts a thread ahead of the first job. */
	warm(): void {
		if (this.#all.size === 0) this.#rest(this.#start());
	}

	/** Fails what waits and what is under way. */
	async close(): Promise<void> {
		for (const { reject } of this.#waiting.splice(0)) reject(new Error('the pool was closed'));
		const threads = [...this.#all];
		this.#all.clear();
		this.#idle.length = 0;
		await Promise.all(threads.map((thread) => thread.terminate()));
	}

	#assign(): void {
		while (this.#waiting.length > 0 && (this.#idle.length > 0 || this.#all.size < this.#settings.threads)) {
			const thread = this.#idle.pop() ?? this.#start();
			const task = this.#waiting.shift();
			if (task !== undefined) this.#give(thread, task);
		}
	}

	#start(): Worker {
		const thread = new Worker(this.#settings.script, {
			resourceLimits: { maxOldGenerationSizeMb: this.#settings.heap }
		});
		this.#all.add(thread);
		thread.once('message', () => this.#ready.add(thread));
		thread.on('exit', () => this.#drop(thread));
		// While it rests nobody waits for its failure; a job has a listener of its own.
		thread.on('error', () => this.#drop(thread));
		return thread;
	}

	/** An idle thread must not keep a command from ending. */
	#rest(thread: Worker): void {
		thread.unref();
		this.#idle.push(thread);
	}

	#drop(thread: Worker): void {
		this.#all.delete(thread);
		const at = this.#idle.indexOf(thread);
		if (at >= 0) this.#idle.splice(at, 1);
	}

	#give(thread: Worker, task: Task<Job, Result>): void {
		const done = () => {
			clearTimeout(timer);
			thread.off('message', answered).off('error', failed).off('exit', left);
		};
		const failed = (error: Error) => {
			done();
			this.#drop(thread);
			void thread.terminate();
			task.reject(error);
			this.#assign();
		};
		const left = () => failed(new Error('the thread ended'));
		const answered = (reply: Ready | Reply<Result>) => {
			if ('ready' in reply) return limitJob();
			done();
			this.#rest(thread);
			if (reply.ok) task.resolve(reply.result);
			else task.reject(new Error(reply.message));
			this.#assign();
		};
		let timer: NodeJS.Timeout | undefined;
		const limit = (ms: number, complaint: string) => {
			clearTimeout(timer);
			timer = setTimeout(() => failed(new Error(`${complaint} within ${ms} ms`)), ms);
		};
		const limitJob = () => limit(this.#settings.timeout, 'no answer');
		if (this.#ready.has(thread)) limitJob();
		else limit(this.#settings.start, 'no thread was ready');
		thread.on('message', answered).on('error', failed).on('exit', left);
		thread.ref();
		thread.postMessage(task.job);
	}
}
