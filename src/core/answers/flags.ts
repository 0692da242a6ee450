// What is noticed about how a response was given → flags, and whether it may count for company, benchmark and study.

/** One scale answer as it was given, 1 for the first option, and whether its question is reverse-keyed. */
export type RawAnswer = readonly [raw: number | null, reverse: boolean];

export type Evidence = {
	/** Seconds and number of questions of each section that was timed. */
	readonly pages: readonly (readonly [seconds: number, questions: number])[];
	readonly totalSeconds: number;
	/** The median of the timed responses to this version, and how many they are. */
	readonly medianSeconds: number;
	readonly medianN: number;
	/** The scale answers section by section, in the order asked. */
	readonly blocks: readonly (readonly RawAnswer[])[];
	/** The raw answers to opposite statements on five points, both answered. */
	readonly pairs: readonly (readonly [number, number])[];
	/** How many instructed answers were not given as told. */
	readonly attentionFailed: number;
	/** Whether the company index has a score. */
	readonly complete: boolean;
};

export type Flags = {
	/** The longest run of equal scale answers. */
	readonly longest: number;
	readonly strong: readonly string[];
	readonly weak: readonly string[];
	readonly status: 'included' | 'excluded';
};

/** The flags of a response, each list in alphabetical order; one strong or two weak ones exclude it (method, section 9). */
export function flagsOf(evidence: Evidence): Flags {
	const blocks = evidence.blocks.map((block) => block.filter(isGiven));
	const all = blocks.flat().map(([raw]) => raw);
	const longest = longestRun(all);
	const straight = blocks.filter((block) => block.length >= 8 && block.every(([raw]) => raw === block[0]?.[0]));
	const keyed = straight.filter((block) => block.some(([, reverse]) => reverse));

	const strong = [
		evidence.attentionFailed >= 2 && 'ATTENTION',
		!evidence.complete && 'INCOMPLETE',
		contradicts(evidence.pairs) && 'INCONSISTENT',
		hurried(evidence.pages) && 'SPEED_PAGE',
		keyed.length > 0 && 'STRAIGHT_ALL'
	].filter((flag) => flag !== false);
	const weak = [
		evidence.attentionFailed === 1 && 'ATTENTION',
		longest >= Math.max(10, Math.ceil(all.length / 2)) && 'LONGSTRING',
		isFlat(all) && 'LOW_IRV',
		evidence.medianN >= 50 && 3 * evidence.totalSeconds < evidence.medianSeconds && 'SPEED_TOTAL',
		straight.length > keyed.length && 'STRAIGHT_BLOCK'
	].filter((flag) => flag !== false);
	return { longest, strong, weak, status: strong.length > 0 || weak.length > 1 ? 'excluded' : 'included' };
}

const isGiven = (answer: RawAnswer): answer is readonly [number, boolean] => answer[0] !== null;

/** Half the pages or more took under two seconds a question. */
function hurried(pages: Evidence['pages']): boolean {
	const quick = pages.filter(([seconds, questions]) => seconds < 2 * questions);
	return pages.length > 0 && 2 * quick.length >= pages.length;
}

/** Two opposite pairs or more, whose answers lie two points apart on average once one of them is turned round. */
function contradicts(pairs: Evidence['pairs']): boolean {
	const apart = pairs.reduce((sum, [one, other]) => sum + Math.abs(one - (6 - other)), 0);
	return pairs.length >= 2 && apart >= 2 * pairs.length;
}

function longestRun(answers: readonly number[]): number {
	let [longest, run] = [0, 0];
	answers.forEach((raw, position) => {
		run = position > 0 && raw === answers[position - 1] ? run + 1 : 1;
		longest = Math.max(longest, run);
	});
	return longest;
}

/** Ten answers or more with a sample variance under 0.16, in whole numbers: n Σx² − (Σx)² < 0.16 n (n − 1). */
function isFlat(answers: readonly number[]): boolean {
	const n = answers.length;
	const sum = answers.reduce((total, raw) => total + raw, 0);
	const squares = answers.reduce((total, raw) => total + raw * raw, 0);
	return n >= 10 && 100 * (n * squares - sum * sum) < 16 * n * (n - 1);
}
