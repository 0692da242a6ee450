import { describe, expect, test } from 'vitest';
import { files, source } from './sources.ts';

const sources = files(/\.(ts|svelte|js)$/, 'src').map(source);
const lengths = sources.map(({ lines }) => lines).sort((a, b) => a - b);
const at = (share: number): number => lengths[Math.floor((lengths.length - 1) * share)] ?? 0;

describe('the sizes of files', () => {
	test('half of the files have at most 60 lines', () => {
		expect(at(0.5)).toBeLessThanOrEqual(60);
	});

	test('nine in ten stay under 170 lines, and none passes 300', () => {
		expect(at(0.9)).toBeLessThan(170);
		expect(sources.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path} (${lines})`)).toEqual([]);
	});

	test('a route stays under 40 lines', () => {
		const long = sources.filter(
			({ path, lines }) => /^src\/routes\/.*(\+server|\.server)\.ts$/.test(path) && lines >= 40
		);
		expect(long.map(({ path, lines }) => `${path} (${lines})`)).toEqual([]);
	});

	test('the pure part has at least as many lines of test as of source', () => {
		const count = (folder: string): number =>
			files(/\.ts$/, folder)
				.map(source)
				.reduce((sum, { lines }) => sum + lines, 0);
		expect(count('tests/core')).toBeGreaterThanOrEqual(count('src/core'));
	});
});

describe('the words of the house', () => {
	test('no file or folder has a name that says nothing', () => {
		const empty = /(^|\/)(utils?|helpers?|managers?|services?|common|misc)(\.|\/)/i;
		expect(files(/./, 'src', 'tests').filter((path) => empty.test(path))).toEqual([]);
	});

	test('a source file opens with a sentence that says what it is for', () => {
		const silent = sources.filter(({ path, text }) => {
			const start = path.endsWith('.svelte') ? /^<!--/ : path.endsWith('.js') ? /^(#!.*\n)?\/[/*]/ : /^\/\//;
			return !start.test(text) && !path.endsWith('.d.ts');
		});
		expect(silent.map(({ path }) => path)).toEqual([]);
	});
});
