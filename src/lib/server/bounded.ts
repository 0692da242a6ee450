// Work that may never end → what is waited for of it: until a signal, or for so long.

/** Rejects with the signal's reason as soon as it is aborted; what the work does after that is not waited for. */
export async function unlessAborted(work: Promise<void> | undefined, signal: AbortSignal): Promise<void> {
	const aborted = new Promise<never>((_, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
	});
	await Promise.race([work, aborted]);
}

/** Waits for its end, whatever that is, but no longer than so many milliseconds. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise((settle) => (timer = setTimeout(settle, ms)));
	await Promise.race([work.catch(() => undefined), late]);
	clearTimeout(timer);
}
