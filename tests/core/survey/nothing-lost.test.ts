import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge, valuesOf, type Draft } from '#core/survey/draft.ts';
import { at, placeAfter, placeBefore, review, stepAt, walkOf, type Place } from '#core/survey/walk.ts';
import { person, Shelf } from './person.ts';
import { branching } from './questionnaires.ts';

const choices: Record<string, string[]> = {
	role: ['leader', 'seller'],
	carries: ['yes', 'no'],
	qualify: ['disagree', 'agree', 'ns'],
	'walk-away': ['disagree', 'agree', 'na'],
	prepare: ['disagree', 'agree'],
	size: ['small', 'large']
};

const mark = (question: string) =>
	fc.record({ value: fc.option(fc.constantFrom(...(choices[question] ?? []))), at: fc.integer({ min: 1, max: 20 }) });
const draft: fc.Arbitrary<Draft> = fc
	.record(Object.fromEntries(Object.keys(choices).map((id) => [id, mark(id)])), { requiredKeys: [] })
	.map((marks) => ({
		answers: Object.fromEntries(Object.entries(marks).flatMap(([id, one]) => (one ? [[id, one]] : [])))
	}));
const place: fc.Arbitrary<Place> = fc.constantFrom(review, ...branching.sections.map(({ id }) => at(id)));

type Act =
	| { does: 'answers'; question: string; value: string | null }
	| { does: 'walks'; step: 'continue' | 'back' }
	| { does: 'jumps'; section: string }
	| { does: 'connects'; to: 'online' | 'offline' }
	| { does: 'fails'; down: boolean }
	| { does: 'waits' };

const act: fc.Arbitrary<Act> = fc.oneof(
	fc.constantFrom(...Object.keys(choices)).chain((question) =>
		fc.record({
			does: fc.constant('answers' as const),
			question: fc.constant(question),
			value: fc.option(fc.constantFrom(...(choices[question] ?? [])))
		})
	),
	fc.record({ does: fc.constant('walks' as const), step: fc.constantFrom('continue' as const, 'back' as const) }),
	fc.record({
		does: fc.constant('jumps' as const),
		section: fc.constantFrom('review', 'you', 'deals', 'selling', 'firm')
	}),
	fc.record({ does: fc.constant('connects' as const), to: fc.constantFrom('online' as const, 'offline' as const) }),
	fc.record({ does: fc.constant('fails' as const), down: fc.boolean() }),
	fc.record({ does: fc.constant('waits' as const) })
);

describe('whatever a person does', () => {
	it('the newest answer to every question asked is in the draft, and reaches the server in the end', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
				const server = new Shelf();
				const somebody = person(branching, {}, server);
				const newest: Record<string, string | null> = {};
				for (const one of acts) {
					if (one.does === 'answers') {
						if (somebody.isAsked) newest[one.question] = one.value;
						somebody.answers(one.question, one.value);
					} else if (one.does === 'walks') somebody.does(one.step);
					else if (one.does === 'jumps') somebody.goesTo(one.section);
					else if (one.does === 'connects') somebody.does(one.to);
					else if (one.does === 'fails') server.down = one.down;
					else await somebody.waits(100);
				}
				const kept = (marks: Draft['answers']) =>
					Object.fromEntries(Object.entries(marks).map(([id, { value }]) => [id, value]));
				expect(kept(somebody.draft.answers)).toEqual(newest);
				server.down = false;
				await somebody.does('online').waits(60_000);
				await somebody.waits(60_000);
				await somebody.waits(60_000);
				expect(kept(server.held)).toEqual(newest);
			}),
			{ numRuns: 150 }
		);
	});

	it('replaying the draft gives the same walk, at the same place', () => {
		fc.assert(
			fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
				const first = person(branching);
				for (const one of acts) {
					if (one.does === 'answers') first.answers(one.question, one.value);
					if (one.does === 'walks') first.does(one.step);
					if (one.does === 'jumps') first.goesTo(one.section);
				}
				const again = person(branching, { draft: first.draft, place: first.place });
				expect(again.values).toEqual(first.values);
				if (stepAt(walkOf(branching, first.values), first.place) || first.place.kind === 'review') {
					expect(again.place).toEqual(first.place);
				}
			})
		);
	});
});

describe('drafts', () => {
	it('merge alike in any order, any number of times', () => {
		fc.assert(
			fc.property(draft, draft, draft, (a, b, c) => {
				expect(merge(a, b)).toEqual(merge(b, a));
				expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
				expect(merge(a, a)).toBe(a);
				expect(merge(merge(a, b), b)).toEqual(merge(a, b));
			})
		);
	});

	it('merging never changes an answer that is later than its rival', () => {
		fc.assert(
			fc.property(draft, draft, (a, b) => {
				for (const [id, { value, at }] of Object.entries(merge(a, b).answers)) {
					const [one, other] = [a.answers[id], b.answers[id]];
					expect(at).toBe(Math.max(one?.at ?? 0, other?.at ?? 0));
					expect([one?.value, other?.value]).toContain(value);
				}
			})
		);
	});
});

describe('the walk', () => {
	it('leads back where it came from', () => {
		fc.assert(
			fc.property(draft, place, (answers, from) => {
				const walk = walkOf(branching, valuesOf(answers));
				const next = placeAfter(walk, from);
				if (next === null || (from.kind === 'section' && stepAt(walk, from) === null)) return;
				expect(placeBefore(walk, next)).toEqual(from);
			})
		);
	});

	it('asks only what is on the path, and every place on it can be stood at', () => {
		fc.assert(
			fc.property(draft, (answers) => {
				const walk = walkOf(branching, valuesOf(answers));
				for (const step of [...walk.main, ...walk.closing]) {
					expect(step.questions.length).toBeGreaterThan(0);
					expect(stepAt(walk, at(step.section.id))).toEqual(step);
				}
			})
		);
	});
});
