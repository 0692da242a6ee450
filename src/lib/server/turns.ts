// Work that takes a few milliseconds and is asked for by many at once → one piece for each turn of the event loop.

let last: Promise<void> = Promise.resolve();

/** Waits for all who asked before, and lets every request that has come in meanwhile be answered first. */
export function turn(): Promise<void> {
	last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
	return last;
}
