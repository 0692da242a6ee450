// Work that takes long → a line on a terminal that is written again and again; nothing in a pipe.

/** Gives what to call with a count, and clears the line when it is called with null. */
export function progress(what: (count: number) => string): (count: number | null) => void {
	const { stderr } = process;
	let last = 0;
	return (count) => {
		if (!stderr.isTTY) return;
		const now = Date.now();
		if (count !== null && now - last < 100) return;
		last = now;
		stderr.write(count === null ? '\r\u001B[K' : `\r\u001B[K${what(count)}`);
	};
}
