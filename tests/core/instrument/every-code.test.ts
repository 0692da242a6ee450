// Every kind of problem that the parser can tell of has a row in a table of mistakes, with its sentence.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const textsIn = (folder: string): string =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.map((path) => readFileSync(join(folder, path), 'utf8'))
		.join('\n');

const source = textsIn('src/core/instrument');
const tables = `${textsIn('tests/core/instrument/problems')}\n${readFileSync('tests/core/instrument/content.test.ts', 'utf8')}`;

/** Codes stand first in a call of `wrong`, or first in a row of what schemas expect. */
const codes = [...source.matchAll(/\bwrong\(\s*'([a-z0-9-]+)'|: \['((?:wrong|id)-[a-z-]+)',/g)].flatMap(
	([, call, row]) => call ?? row ?? []
);

test('there are codes to look for', () => expect(new Set(codes).size).toBeGreaterThan(60));

test.each([...new Set(codes)].toSorted())('%s', (code) => {
	expect(tables.includes(`: ${code}: expected`)).toBe(true);
});
