// Which section was in front of somebody, and when they gave a sign of life → for how long each section had them.

/** Milliseconds that a person may sit still and still be there: to read, to think, to look something up. */
export const STILL = 60_000;

export type Timing = {
	/** Milliseconds by section. */
	readonly spent: Readonly<Record<string, number>>;
	/** What is in front of the person; null: nothing of the survey, or the page is out of sight. */
	readonly section: string | null;
	/** When they were last known to be there. */
	readonly since: number;
};

/** Goes on from the seconds of an earlier visit. */
export const timingFrom = (seconds: Readonly<Record<string, number>>): Timing => ({
	spent: Object.fromEntries(Object.entries(seconds).map(([section, spent]) => [section, spent * 1000])),
	section: null,
	since: 0
});

/**
 * The time up to now goes to the section that was in front, at most `STILL` of it; from now on it goes to `section`.
 * A sign of life names the same section again.
 * @param now milliseconds on a clock that only goes forward
 */
export function seen({ spent, section: before, since }: Timing, section: string | null, now: number): Timing {
	if (before === null) return { spent, section, since: now };
	const gone = Math.min(Math.max(now - since, 0), STILL);
	return { spent: { ...spent, [before]: (spent[before] ?? 0) + gone }, section, since: now };
}

/** Whole seconds by section; sections that were hardly looked at are left out. */
export function secondsOf({ spent }: Timing): Readonly<Record<string, number>> {
	const seconds = Object.entries(spent).map(([section, time]) => [section, Math.round(time / 1000)] as const);
	return Object.fromEntries(seconds.filter(([, time]) => time > 0));
}
