// An instrument that an earlier version of the program stored can still be read, and its report composed.
import { describe, expect, test } from 'vitest';
import { asOfToday, type Stored } from '#core/instrument/stored.ts';
import { flagship, reportOf } from '../../support/flagship.ts';

/** As it was stored before areas had moves, patterns could be strengths, and texts could be quoted. */
function olden(): Stored {
	const areas = flagship.areas.map(({ moves: _, ...area }) => area);
	const patterns = flagship.patterns.map(({ strength: _, ...pattern }) => pattern);
	const questions = flagship.questions.map(({ quote: _, ...question }) => question);
	return { ...flagship, areas, patterns, questions };
}

const weak = JSON.stringify({
	answers: { role: 'seller', 'prospecting-time': 'disagree', 'enough-opportunities': 'disagree', partners: 'disagree' }
});

describe('a stored instrument', () => {
	test('of today comes back as it was', () => {
		expect(asOfToday(flagship)).toEqual(flagship);
	});

	test('keeps its hash, whatever was added since', () => {
		expect(asOfToday(olden()).hash).toBe(flagship.hash);
	});

	test('from before there were moves still gives a report, whose moves are the headings of the cards', () => {
		const report = reportOf(weak, { instrument: asOfToday(olden()) });
		const blocks = report.parts.flatMap((part) => part.blocks);
		const moves = blocks.flatMap((block) => (block.kind === 'moves' ? block.items : []));
		const headings = blocks.flatMap((block) => (block.kind === 'card' ? [block.heading] : []));
		expect(moves.length).toBeGreaterThan(0);
		for (const move of moves) {
			expect(headings).toContainEqual(move.heading);
			expect(move.owner).toEqual([]);
		}
	});

	test('from before there were strengths still has its patterns', () => {
		expect(asOfToday(olden()).patterns.map(({ strength }) => strength)).toEqual(flagship.patterns.map(() => false));
	});

	test('from before there were quotations quotes nothing, and its report is otherwise the same', () => {
		const stored = asOfToday(olden());
		expect(stored.questions.filter(({ quote }) => quote)).toEqual([]);
		const typed = JSON.stringify({
			answers: { role: 'seller', qualification: 'agree', 'one-thing': 'Fewer reports.' }
		});
		expect(JSON.stringify(reportOf(typed, { instrument: stored }))).not.toContain('Fewer reports.');
		expect(JSON.stringify(reportOf(typed))).toContain('Fewer reports.');
	});
});
