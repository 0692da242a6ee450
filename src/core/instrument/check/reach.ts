// Which scores and verdicts the answers to a question can have, as far as that follows from its file.
import type { Question, Verdict } from '../instrument.ts';

/** Every score that an answer can have, in tenths after reversal; for numbers the lowest and the highest. */
export function scoresOf({ type, options, counts, number, reverse }: Question): readonly number[] {
	const scores = (): readonly (number | null)[] => {
		switch (type) {
			case 'scale':
			case 'choice':
				return options.map(({ score }) => score);
			case 'choices':
				return [...Object.values(counts ?? {}), ...options.map(({ exclusive, score }) => (exclusive ? score : null))];
			case 'number': {
				const anchors = number?.anchors.map(([, score]) => score) ?? [];
				return anchors.length === 0 ? [] : [Math.min(...anchors), Math.max(...anchors)];
			}
			default:
				return [];
		}
	};
	return scores().flatMap((score) => (score === null ? [] : [reverse ? 1000 - score : score]));
}

/** A question that counts in an index has a verdict; pilots, context and priorities have none. */
export function verdictsOf(question: Question): readonly Verdict[] {
	const counts = question.importanceOf.length === 0 && Object.values(question.feeds).some((weight) => weight > 0);
	const scores = counts ? scoresOf(question) : [];
	if (scores.length === 0) return [];
	const between = question.type === 'number' && Math.min(...scores) < 700 && Math.max(...scores) > 300;
	return [
		...(scores.some((score) => score >= 700) ? (['keep'] as const) : []),
		...(between || scores.some((score) => score > 300 && score < 700) ? (['change'] as const) : []),
		...(scores.some((score) => score <= 300) ? (['stop'] as const) : [])
	];
}

/** The options whose choice alone gives the verdict; null for questions whose answer is not one option. */
export function optionsGiving({ type, options, reverse }: Question, verdict: Verdict): readonly string[] | null {
	if (type !== 'scale' && type !== 'choice') return null;
	return options
		.filter(({ score }) => score !== null && verdictOf(reverse ? 1000 - score : score) === verdict)
		.map(({ id }) => id);
}

/** Method, section 4: keep from 700 tenths, stop up to 300, change between. */
const verdictOf = (tenths: number): Verdict => (tenths >= 700 ? 'keep' : tenths <= 300 ? 'stop' : 'change');
