// What is due in the outbox → done by the handler of its kind, a few at once, and again later where that fails.
import { onPosted } from './announce.ts';
import { unlessAborted, within } from './bounded.ts';
import type { Handlers } from './handler.ts';
import { log, scrubbed } from './log.ts';
import { claim, giveBack, LEASE, postpone, settle, type Claimed } from './outbox.ts';
import { pauseAfter, Permanent, TRIES } from './retries.ts';

/** So many at once. */
const MOST = 4;

/** In milliseconds. Half the lease: clocks of several processes may differ by the other half. */
const TRY = LEASE / 2;

/** In milliseconds, give or take a half: how soon is seen what other processes posted, and what has become due. */
const POLL = 2000;

/** In milliseconds, at the end: how long tries may go on, and how long they have to stop. */
const PATIENCE = { finish: 4000, abort: 500 };

const STOPPED = new Error('the server stops');

export type Settings = {
	readonly handlers: Handlers;
	/** Comes before each round, and may post something. */
	readonly before?: (date: Date) => Promise<void>;
	readonly clock?: () => Date;
	/** From 0 to 1. */
	readonly chance?: () => number;
	/** Milliseconds for one try, and at the end for all of them. */
	readonly patience?: { readonly try: number; readonly finish: number };
};

export class Posting {
	readonly #settings: Required<Settings>;
	readonly #tries = new Map<Promise<void>, AbortController>();
	#unsubscribe: (() => void) | null = null;
	#running: Promise<void> | null = null;
	#stopping: Promise<void> | null = null;
	/** After this nothing is written any more: what is still under way is tried by another. */
	#isOver = false;
	#isAwake = false;
	#rouse = (): void => undefined;

	constructor(settings: Settings) {
		this.#settings = {
			before: () => Promise.resolve(),
			clock: () => new Date(),
			chance: Math.random,
			patience: { try: TRY, finish: PATIENCE.finish },
			...settings
		};
	}

	start(): void {
		this.#unsubscribe ??= onPosted(this.wake);
		this.#running ??= this.#run();
	}

	/** There may be something to do. */
	readonly wake = (): void => {
		this.#isAwake = true;
		this.#rouse();
	};

	/** Takes nothing new, lets what is under way finish for a while, and leaves the rest to whoever comes next. */
	stop(): Promise<void> {
		return (this.#stopping ??= this.#end());
	}

	async #end(): Promise<void> {
		this.#unsubscribe?.();
		this.wake();
		await within(this.#settings.patience.finish, this.#idle());
		for (const trying of this.#tries.values()) trying.abort(STOPPED);
		await within(PATIENCE.abort, this.#idle());
		this.#isOver = true;
	}

	async #idle(): Promise<void> {
		await this.#running;
		await Promise.all(this.#tries.keys());
	}

	async #run(): Promise<void> {
		while (this.#stopping === null) {
			this.#isAwake = false;
			await this.#round().catch((error: unknown) => {
				log.warn({ error: said(error) }, 'the outbox could not be read');
			});
			await this.#rest();
		}
	}

	/** Starts as many as there is room for. */
	async #round(): Promise<void> {
		const { handlers, before, clock } = this.#settings;
		await before(clock());
		const room = MOST - this.#tries.size;
		const claimed = room === 0 ? [] : await claim(Object.keys(handlers), room, clock());
		for (const each of claimed) {
			if (this.#stopping === null) this.#begin(each);
			else await giveBack(each);
		}
	}

	/** Until there is something to do, or it is time to look. */
	async #rest(): Promise<void> {
		if (this.#isAwake) return;
		let timer: NodeJS.Timeout | undefined;
		await new Promise<void>((settle) => {
			this.#rouse = settle;
			timer = setTimeout(settle, POLL * (0.5 + this.#settings.chance()));
			timer.unref();
		});
		clearTimeout(timer);
	}

	#begin(claimed: Claimed): void {
		const trying = new AbortController();
		const trial = this.#try(claimed, trying)
			// Its lease ends, and then it is tried again.
			.catch((error: unknown) => log.warn({ ...named(claimed), error: said(error) }, 'not kept'))
			.finally(() => {
				this.#tries.delete(trial);
				this.wake();
			});
		this.#tries.set(trial, trying);
	}

	async #try(claimed: Claimed, trying: AbortController): Promise<void> {
		const failure = await this.#failure(claimed, trying);
		const now = this.#settings.clock();
		if (this.#isOver) return;
		if (failure === null) {
			await settle(claimed, now.toISOString());
			log.info(named(claimed), 'sent');
		} else if (failure.error === STOPPED) await giveBack(claimed);
		else await this.#failed(claimed, failure.error, now);
	}

	/** Null: it is done. */
	async #failure(claimed: Claimed, trying: AbortController): Promise<{ readonly error: unknown } | null> {
		const { handlers, patience } = this.#settings;
		const { signal } = trying;
		const timer = setTimeout(() => trying.abort(new Error(`not done within ${patience.try} ms`)), patience.try);
		try {
			if (claimed.attempt > TRIES) throw new Permanent('the process ended at every try');
			await unlessAborted(handlers[claimed.kind]?.(claimed, signal), signal);
			return null;
		} catch (error) {
			return { error: signal.aborted ? signal.reason : error };
		} finally {
			clearTimeout(timer);
		}
	}

	async #failed(claimed: Claimed, failure: unknown, now: Date): Promise<void> {
		const error = said(failure);
		const pause = failure instanceof Permanent ? null : pauseAfter(claimed.attempt, this.#settings.chance());
		const next = pause === null ? null : new Date(now.getTime() + pause).toISOString();
		await postpone(claimed, error, next, now.toISOString());
		log.warn({ ...named(claimed), next, error }, next === null ? 'given up' : 'not sent');
	}
}

const named = ({ id, kind, attempt }: Claimed) => ({ id, kind, attempt });

const said = (error: unknown): string => scrubbed(String(error)).slice(0, 300);
