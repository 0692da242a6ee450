// `simulate`: a page for authors, the same as JSON, and the answers of one respondent to look into.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { simulate } from '#core/simulation/simulate.ts';
import { wordsFor } from '#lib/words.ts';
import { bellwether, type Run } from '../support/cli.ts';
import { compiled } from '../core/instrument/tiny.ts';

const tiny = join(import.meta.dirname, '../fixtures/content/tiny');
const run = (...options: readonly string[]): Run => bellwether(['simulate', tiny, ...options]);

describe('the page', () => {
	const { status, out, err } = run('--respondents', '50', '--seed', '7');
	const blocks = out.split('\n\n');
	const summary = simulate(compiled(), wordsFor('en'), { respondents: 50, seed: 7 });
	const under = (title: string): readonly string[] =>
		blocks
			.find((block) => block.startsWith(title))
			?.split('\n')
			.slice(1) ?? [];

	test('says first what was simulated, and then everything that was found, a section each', () => {
		expect({ status, err }).toEqual({ status: 0, err: '' });
		expect(blocks.map((block) => block.split('\n')[0])).toEqual([
			'tiny 1.0.0, 50 respondents, seed 7',
			`Texts that nobody was shown, of ${summary.texts}`,
			'Texts that everybody was shown',
			'Texts that need several respondents, not simulated',
			'Key areas: keep, change, stop',
			'Reports that name an area twice',
			'Patterns, and the texts beside them',
			'Praise beside a pattern that takes it back',
			'Areas to keep with a stopped question and no "## But"',
			'Neighbouring texts that begin with the same two words',
			'Length of the report in words',
			'Reading level of the narratives, Flesch-Kincaid grade; 8 to 11 reads well',
			'Indices: respondents, mean, spread, least, most',
			'Correlation of the indices'
		]);
		expect(out).toMatch(/[^\n]\n$/);
	});

	test('lists texts by name, and says so where there is none', () => {
		expect(under('Texts that nobody')).toEqual(summary.never.map((text) => `  ${text}`));
		expect(under('Reports that name an area twice')).toEqual(['  none']);
	});

	test('gives shares of the respondents', () => {
		const calls = summary.keyAreas.find(({ area }) => area === 'calls');
		const shares = [calls?.times.keep, calls?.times.change, calls?.times.stop].map((times = 0) =>
			(times * 2).toFixed(1)
		);
		const line = under('Key areas').find((each) => each.endsWith('  calls'));
		expect(line?.match(/[\d.]+(?=%)/g)).toEqual(shares);
	});

	test('lists neighbours that begin alike with their words and their share', () => {
		const lines = summary.alike.map(
			({ opening, texts, times }) => `  ${(times * 2).toFixed(1).padStart(5)}%  “${opening} …”: ${texts.join(' | ')}`
		);
		expect(under('Neighbouring texts')).toEqual(lines.length > 0 ? lines : ['  none']);
	});

	test('names the shortest and the longest report by the command that prints its answers', () => {
		const replay = (respondent: number): string => `bellwether simulate tiny --seed 7 --answers ${respondent}`;
		expect(under('Length of the report')).toEqual([
			`  shortest ${summary.shortest.words}: ${replay(summary.shortest.respondent)}`,
			`  longest ${summary.longest.words}: ${replay(summary.longest.respondent)}`
		]);
	});
});

test('--json prints the summary itself, on one line', () => {
	const { status, out } = run('--respondents', '20', '--json');
	expect(status).toBe(0);
	expect(out.indexOf('\n')).toBe(out.length - 1);
	expect(JSON.parse(out)).toEqual(simulate(compiled(), wordsFor('en'), { respondents: 20, seed: 1 }));
});

test('--answers prints a response that score and report take', () => {
	const { status, out } = run('--seed', '3', '--answers', '12');
	expect(status).toBe(0);
	const scored = bellwether(['score', tiny, '-'], out);
	expect(scored).toMatchObject({ status: 0, err: '' });
	expect(JSON.parse(scored.out)).toMatchObject({ id: 'simulated-3-12', instrument: 'tiny' });
	expect(run('--seed', '3', '--answers', '13').out).not.toBe(out);
});

test.each([
	['--respondents', '0', '1'],
	['--respondents', '-5', '1'],
	['--respondents', '1.5', '1'],
	['--respondents', '1e3', '1'],
	['--respondents', 'many', '1'],
	['--respondents', '1000001', '1'],
	['--respondents', '', '1'],
	['--answers', '0', '1'],
	['--seed', '-1', '0'],
	['--seed', '0x10', '0']
])('%s=%s ends with status 2 and a sentence', (option, value, least) => {
	expect(run(`${option}=${value}`)).toEqual({
		status: 2,
		out: '',
		err: `bellwether: ${option} takes a whole number from ${least} to 1000000, and "${value}" is none.\n`
	});
});
