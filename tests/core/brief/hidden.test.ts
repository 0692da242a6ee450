// What may not be shown of groups and of single people is in no brief, whatever they answered.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Respondent } from '#core/group/respondent.ts';
import { severalOf } from '#core/group/several.ts';
import { shownGroups } from '#core/group/circle.ts';
import { wholePoints } from '#core/report/format.ts';
import type { DotsBlock } from '#core/report/report.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import { briefOn, home, partOf, people, questionsOfHome, says } from '../../support/briefs.ts';

const answer = fc.constantFrom('1', '2', '3', '4', '5', '5', '1', 'ns');
const someone = fc.record({
	role: fc.constantFrom('boss', 'boss', 'seller', 'seller', 'finance'),
	all: answer,
	apart: fc.dictionary(fc.constantFrom(...questionsOfHome), answer, { maxKeys: 6 })
});
const company = fc.array(someone, { minLength: 1, maxLength: 14 });

const respondentsOf = (
	some: readonly { role: string; all: string; apart: Record<string, string> }[]
): readonly Respondent[] => some.map(({ role, all, apart }, at) => says(String(at), role, all, apart));

const scoringOn = (respondents: readonly Respondent[], question: string) =>
	respondents.flatMap(({ group, scores }) => {
		const tenths = scores.questions[question]?.tenths ?? null;
		return tenths === null ? [] : [{ group: group ?? '', tenths }];
	});

/** The means of a question that may be told: of all, and of the groups that may be shown. */
function tellable(respondents: readonly Respondent[], question: string, least: number) {
	const scoring = scoringOn(respondents, question);
	const names = [...new Set(scoring.map(({ group }) => group))];
	const meanOf = (some: typeof scoring): number =>
		rdiv(
			some.reduce((sum, { tenths }) => sum + tenths, 0),
			some.length
		);
	const of = (name: string) => scoring.filter(({ group }) => group === name);
	const shown = shownGroups(Object.fromEntries(names.map((name) => [name, of(name).length])), least);
	return {
		all: scoring.length === 0 ? null : meanOf(scoring),
		shown: shown.map((name) => meanOf(of(name))),
		hidden: names.filter((name) => !shown.includes(name)).map((name) => meanOf(of(name)))
	};
}

const numbersIn = (text: string): readonly number[] =>
	[...text.matchAll(/\d+(?:\.\d+)?/g)].map(([found]) => Number(found));

describe.each([
	[true, 5],
	[false, 3]
])('anonymous: %s', (isAnonymous, least) => {
	test('no mean of a hidden group stands beside its question', () => {
		fc.assert(
			fc.property(company, (some) => {
				const respondents = respondentsOf(some);
				fc.pre(severalOf(home, respondents, { isAnonymous }) !== null);
				const brief = briefOn(respondents, { isAnonymous });
				const rows = brief.parts
					.flatMap(({ blocks }) => blocks)
					.flatMap((block) => (block.kind === 'dots' ? (block satisfies DotsBlock).rows : []));
				for (const { label, dots } of rows) {
					const question = label.replace('Statement ', '').replace('.', '');
					const { shown } = tellable(respondents, question, least);
					expect(dots.map(({ tenths }) => tenths).sort()).toEqual([...shown].sort());
				}
				for (const { id, why } of brief.plan.filter((each) => each.why.includes('managers say'))) {
					const { shown } = tellable(respondents, id, least);
					expect([...numbersIn(why)].sort()).toEqual(shown.map((each) => Number(wholePoints(each, 'en'))).sort());
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('who belongs to which group changes nothing as long as none may be shown', () => {
		fc.assert(
			fc.property(company, fc.infiniteStream(fc.constantFrom('boss', 'seller', 'finance')), (some, roles) => {
				const others = respondentsOf(some.map((each) => ({ ...each, role: roles.next().value as string })));
				const respondents = respondentsOf(some);
				const both = [respondents, others].map((each) => severalOf(home, each, { isAnonymous }));
				const isHidden = both.every(
					(several) =>
						several !== null && Object.values(several.questions).every(({ groups }) => Object.keys(groups).length === 0)
				);
				fc.pre(isHidden);
				const said = [respondents, others].map((each) => {
					const { parts } = briefOn(each, { isAnonymous, people: people(3, 3) });
					// Which groups are too small to show is told, and nothing else of them.
					return JSON.stringify(parts.filter(({ id }) => id !== 'discreet'));
				});
				expect(said[0]).toBe(said[1]);
			}),
			{ numRuns: 60 }
		);
	});
});

test('what fewer than three said to a question is not told where anonymity was promised', () => {
	const rest = ['a', 'b', 'c', 'd'].map((id) => says(id, 'seller', '4', { 'care-1': 'ns', 'care-2': 'ns' }));
	const single = says('x', 'seller', '4', { 'care-1': '1', 'care-2': '2' });
	const told = severalOf(home, [...rest, single], { isAnonymous: true });
	expect(told?.scores.questions['care-1']?.tenths).toBeNull();
	expect(told?.scores.areas['care']?.tenths).toBeNull();
	expect(told?.answers.given['care-1']).toEqual({ state: 'ns' });
	const named = severalOf(home, [...rest, single], { isAnonymous: false });
	expect(named?.scores.areas['care']?.tenths).toBe(125);
	const brief = briefOn([...rest, single], { isAnonymous: true });
	expect(JSON.stringify([partOf(brief, 'strong'), partOf(brief, 'weak'), brief.plan])).not.toContain('at 13');
});
