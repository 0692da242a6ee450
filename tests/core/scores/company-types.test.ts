// Four kinds of company, told apart by what they do badly: the term that suffers must fall, and the others must stand.
import { describe, expect, test } from 'vitest';
import { checkAnswers } from '#core/answers/check.ts';
import { find } from '#core/findings/find.ts';
import type { Question } from '#core/instrument/instrument.ts';
import { score } from '#core/scores/score.ts';
import type { Scores } from '#core/scores/scores.ts';
import { flagship } from '../../support/flagship.ts';

const TERMS = ['value', 'number', 'win-rate', 'sales-cycle'] as const;

const asked = flagship.questions.filter(({ feeds }) => TERMS.some((term) => (feeds[term] ?? 0) > 0));

/** The answer by which a company stands at so many points, or nearest below, read in the direction of the question. */
function standing({ options, type, reverse }: Question, points: number): unknown {
	const scored = options.filter(({ score, exclusive }) => score !== null && !exclusive);
	// Several sources are no scale: three of them count 75 points, one counts 25.
	if (type === 'choices')
		return options
			.filter(({ exclusive }) => !exclusive)
			.slice(0, points === 75 ? 3 : 1)
			.map(({ id }) => id);
	const good = (score: number | null): number => (reverse ? 1000 - (score ?? 0) : (score ?? 0));
	const ordered = scored.toSorted((a, b) => good(a.score) - good(b.score));
	return (ordered.findLast(({ score }) => good(score) <= points * 10) ?? ordered[0])?.id;
}

function scoresOf(weak: readonly string[]): Scores {
	const answers = asked.map(
		(question) => [question.id, standing(question, weak.includes(question.id) ? 25 : 75)] as const
	);
	const checked = checkAnswers(flagship, { role: 'sales-operations', ...Object.fromEntries(answers) });
	if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
	return score(flagship, checked.value);
}

const tenths = (scores: Scores, index: string): number => scores.indices[index]?.tenths ?? Number.NaN;

describe('a company of one weakness', () => {
	const even = scoresOf([]);

	test('agreeing with everything comes to about 75 in every term', () => {
		for (const term of TERMS) {
			expect(tenths(even, term)).toBeGreaterThanOrEqual(730);
			expect(tenths(even, term)).toBeLessThanOrEqual(760);
		}
	});

	test.each([
		['never prospects', 'number', ['prospecting-time', 'pipeline-sources', 'enough-opportunities']],
		['gives price away', 'value', ['deal-value', 'concessions-traded', 'discount-to-close', 'pay-fits']],
		['knows one contact and no cost of waiting', 'win-rate', ['buying-group', 'key-player-access', 'standing-still']],
		['has slow paper and dead deals', 'sales-cycle', ['own-approvals', 'mutual-plan', 'stale-deals']]
	] as const)('that %s loses ten points of %s or more, and of no other more than seven', (_name, term, weak) => {
		const scores = scoresOf(weak);
		for (const question of weak) expect(scores.questions[question]?.verdict, question).toBe('stop');
		for (const each of TERMS) {
			const fall = tenths(even, each) - tenths(scores, each);
			if (each === term) expect(fall, each).toBeGreaterThanOrEqual(100);
			else expect(fall, each).toBeLessThanOrEqual(70);
		}
	});

	test('a notorious discounter is never called a high performer in value, and hears of it first', () => {
		const weak = ['deal-value', 'concessions-traded', 'discount-to-close', 'pay-fits'];
		const scores = scoresOf(weak);
		expect(scores.indices['value']?.band).not.toMatch(/high-performer|world-class/);
		const checked = checkAnswers(flagship, {});
		expect(checked.ok).toBe(true);
		if (!checked.ok) return;
		const [first] = find(flagship, checked.value, scores).filter((finding) => finding.kind === 'key-area');
		expect(first).toMatchObject({ area: 'deal-value', verdict: 'stop' });
	});
});
