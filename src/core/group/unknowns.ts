// Questions that respondents did not know the answer to → how many, and whether it is so in every group.
import type { Question } from '#core/instrument/instrument.ts';
import { leastTogether } from './circle.ts';
import type { Respondent } from './respondent.ts';
import { partsOf, type Heard } from './spread.ts';

/** How many did not know, of those who were asked. */
export type Unknown = {
	readonly question: string;
	readonly unsure: number;
	readonly asked: number;
	/** The share in per cent that each of the first two groups reaches; null where one of them may not be shown. */
	readonly everywhere: number | null;
};

/** Where anonymity was promised, only those that three or more did not know. */
export function unknownsOf(
	questions: readonly Question[],
	respondents: readonly Respondent[],
	heard: Heard
): readonly Unknown[] {
	const { groups, isAnonymous } = heard;
	const least = leastTogether(isAnonymous);
	return questions
		.map(({ id }): Unknown => {
			const asked = respondents.filter(({ answers }) => answers.path.includes(id));
			const unsure = new Set(asked.filter(({ answers }) => answers.given[id]?.state === 'ns'));
			const parts = partsOf(
				asked.map((each) => [each.group ?? '', unsure.has(each) ? 1000 : 0] as const),
				heard
			);
			const shares = groups.slice(0, 2).map((group) => parts?.groups[group]?.tenths ?? null);
			const isTold = shares.length === 2 && shares.every((share) => share !== null);
			return {
				question: id,
				unsure: unsure.size,
				asked: asked.length,
				everywhere: isTold ? Math.floor(Math.min(...shares.map((share) => share ?? 0)) / 10) : null
			};
		})
		.filter(({ unsure }) => unsure >= least)
		.sort((one, other) => other.unsure * one.asked - one.unsure * other.asked);
}
