// The page in its window → the seconds that each section was really in front of somebody: in sight, and with signs of life.
import { secondsOf, seen, timingFrom, type Timing } from '#core/survey/timing.ts';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll'];

export class Stopwatch {
	#timing: Timing = timingFrom({});
	#section: string | null = null;

	/** Counts on from an earlier visit. */
	start(seconds: Readonly<Record<string, number>>): void {
		this.#timing = timingFrom(seconds);
	}

	/** What is in front from now on; null: nothing that is timed. */
	show(section: string | null): void {
		this.#section = section;
		this.#look();
	}

	/** Looks for signs of life until it is told to stop. */
	attend(stopped: AbortSignal): void {
		const heard = () => this.#look();
		for (const sign of SIGNS) window.addEventListener(sign, heard, { signal: stopped, passive: true });
		window.document.addEventListener('visibilitychange', heard, { signal: stopped });
		stopped.addEventListener('abort', () => this.show(null));
	}

	get seconds(): Readonly<Record<string, number>> {
		this.#look();
		return secondsOf(this.#timing);
	}

	#look(): void {
		this.#timing = seen(this.#timing, window.document.hidden ? null : this.#section, performance.now());
	}
}
