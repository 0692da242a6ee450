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
	/** How many questions were answered, and the most seconds that any clock gives it: the page's, the server's, the answers' own. */
	readonly pace?: { readonly answered: number; readonly seconds: number };
	/** Whether a field was filled in that no person sees. */
	readonly trapped?: boolean;
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
	const all = evidence.blocks.flatMap((block) => block.filter(isGiven)).map(([raw]) => raw);
	const longest = longestRun(all);
	const { keyed, others } = straightOf(evidence.blocks);

	const strong = [
		evidence.attentionFailed >= 2 && 'ATTENTION',
		evidence.trapped === true && 'HONEYPOT',
		!evidence.complete && 'INCOMPLETE',
		contradicts(evidence.pairs) && 'INCONSISTENT',
		hurried(evidence.pages) && 'SPEED_PAGE',
		keyed.length > 0 && 'STRAIGHT_ALL',
		isInhuman(evidence.pace) && 'TIME_FLOOR'
	].filter((flag) => flag !== false);
	const weak = [
		evidence.attentionFailed === 1 && 'ATTENTION',
		longest >= Math.max(10, Math.ceil(all.length / 2)) && 'LONGSTRING',
		isFlat(all) && 'LOW_IRV',
		evidence.medianN >= 50 && 3 * evidence.totalSeconds < evidence.medianSeconds && 'SPEED_TOTAL',
		others.length > 0 && 'STRAIGHT_BLOCK'
	].filter((flag) => flag !== false);
	return { longest, strong, weak, status: strong.length > 0 || weak.length > 1 ? 'excluded' : 'included' };
}

/** Those that exclude only together with another one. */
const WEAK: ReadonlySet<string> = new Set(['ATTENTION', 'LONGSTRING', 'LOW_IRV', 'SPEED_TOTAL', 'STRAIGHT_BLOCK']);

/** Whether a flag excludes by itself. Of ATTENTION, which is in either list, only the weak one is meant. */
export const isStrong = (flag: string): boolean => !WEAK.has(flag);

/** What flags that were kept say of a response. */
export const statusOf = (flags: readonly string[]): Flags['status'] =>
	flags.some(isStrong) || flags.length > 1 ? 'excluded' : 'included';

/** The given answers of each block with eight or more, all alike: those that hold a reverse-keyed question, and the others. */
export function straightOf(blocks: Evidence['blocks']) {
	const straight = blocks
		.map((block) => block.filter(isGiven))
		.filter((block) => block.length >= 8 && block.every(([raw]) => raw === block[0]?.[0]));
	const isKeyed = (block: readonly RawAnswer[]): boolean => block.some(([, reverse]) => reverse);
	return { keyed: straight.filter(isKeyed), others: straight.filter((block) => !isKeyed(block)) };
}

const isGiven = (answer: RawAnswer): answer is readonly [number, boolean] => answer[0] !== null;

/** How many of the pages took under two seconds a question. */
export const quickOf = (pages: Evidence['pages']): number =>
	pages.filter(([seconds, questions]) => seconds < 2 * questions).length;

/** Half the pages or more did. */
const hurried = (pages: Evidence['pages']): boolean => pages.length > 0 && 2 * quickOf(pages) >= pages.length;

/**
 * Ten answers or more, given in less than a second for every three: nobody reads that fast. Every clock has to say so,
 * since somebody who was offline sends all at once, and a page without a script tells no times.
 */
const isInhuman = (pace: Evidence['pace']): boolean =>
	pace !== undefined && pace.answered >= 10 && 3 * pace.seconds < pace.answered;

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
