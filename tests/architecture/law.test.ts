import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { laws, reserved } from './law.ts';
import { files, source } from './sources.ts';

const sources = files(/\.(ts|svelte|js)$/, 'src').map(source);

/** "src/x.ts imports y: the sentence of the law that it breaks", one for each breach. */
function breaches(): readonly string[] {
	return sources.flatMap(({ path, imports }) => {
		const law = laws.find((each) => each.files.test(path));
		return imports.flatMap((name) => {
			const broken: string[] = [];
			const own = name.startsWith('src/') && dirname(name) === dirname(path);
			if (law !== undefined && !own && !law.may.some((allowed) => allowed.test(name))) broken.push(law.sentence);
			for (const { name: pattern, only, sentence } of reserved)
				if (pattern.test(name) && !only.test(path)) broken.push(sentence);
			return broken.map((sentence) => `${path} imports ${name}: ${sentence}`);
		});
	});
}

describe('the import law', () => {
	test('sources were found and read', () => {
		expect(sources.length).toBeGreaterThan(50);
		expect(sources.flatMap((each) => each.imports).length).toBeGreaterThan(100);
	});

	test('nothing imports what it may not', () => {
		expect(breaches()).toEqual([]);
	});

	test('the environment is read in one file, and by the launcher', () => {
		const readers = sources.filter(({ text }) => /process\.env|\$env\//.test(text)).map(({ path }) => path);
		const allowed = /^src\/(lib\/server\/env\.ts|cli\/bellwether\.js)$/;
		expect(readers.filter((path) => !allowed.test(path))).toEqual([]);
	});

	test('core reads no clock and no chance', () => {
		const impure = sources.filter(
			({ path, text }) =>
				path.startsWith('src/core/') && /Date\.now\(|new Date\(\)|Math\.random\(|crypto\.random/.test(text)
		);
		expect(impure.map(({ path }) => path)).toEqual([]);
	});
});
