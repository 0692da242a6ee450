// The date and time on a clock in some time zone ⇄ the instant that it shows, in UTC.

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What a clock shows once a year not at all, and once a year twice. */
export type Instant =
	| { readonly kind: 'once'; readonly at: string }
	/** Clocks are put back: it is shown once before that and once after. */
	| { readonly kind: 'twice'; readonly first: string; readonly second: string }
	/** Clocks are put forward over it; `next` is the time that they then show. */
	| { readonly kind: 'never'; readonly next: string }
	| { readonly kind: 'wrong' };

/** `local` is `yyyy-mm-ddThh:mm`, as browsers write it; `zone` a name of the IANA's that is known here. */
export function instantOf(local: string, zone: string): Instant {
	const parts = LOCAL.exec(local)?.slice(1).map(Number) ?? [];
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
	const shown = Date.UTC(year, month - 1, day, hour, minute);
	if (year < 2000 || new Date(shown).toISOString().slice(0, 16) !== local) return { kind: 'wrong' };
	// No zone changes its clocks twice within two days: what held the day before and what holds the day after is all there is.
	const offsets = new Set([shown - DAY, shown + DAY].map((at) => offset(at, zone)));
	const [first, second] = [...offsets]
		.map((difference) => shown - difference)
		.filter((at) => at + offset(at, zone) === shown)
		.toSorted((a, b) => a - b);
	if (first === undefined) {
		// Read by the clock of before, it is as much too late as clocks are put forward.
		const after = shown - Math.min(...offsets);
		return { kind: 'never', next: localOf(new Date(after).toISOString(), zone) };
	}
	if (second === undefined) return { kind: 'once', at: new Date(first).toISOString() };
	return { kind: 'twice', first: new Date(first).toISOString(), second: new Date(second).toISOString() };
}

/** `yyyy-mm-ddThh:mm` on a clock of that zone. */
export function localOf(at: string, zone: string): string {
	const instant = Date.parse(at);
	return new Date(instant + offset(instant, zone)).toISOString().slice(0, 16);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** How many milliseconds the clock there is ahead of UTC, to the minute. */
function offset(instant: number, zone: string): number {
	let clock = clocks.get(zone);
	if (clock === undefined) {
		clock = new Intl.DateTimeFormat('en-GB', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit'
		});
		clocks.set(zone, clock);
	}
	const shown = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = shown;
	return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / MINUTE) * MINUTE;
}
