// Whether this process wants requests: not any more, once it was told to stop.

let isStopping = false;

export const isWanted = (): boolean => !isStopping;

/** Whoever shares requests out sends no more of them here. */
export function stopWanting(): void {
	isStopping = true;
}
