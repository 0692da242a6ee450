// Golden journeys: answers in, the whole report out. A report that changed is accepted with `npm run accept`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportOf } from '../support/flagship.ts';

const folder = import.meta.dirname;
const journeys = readdirSync(folder)
	.filter((name) => name.endsWith('.json') && !name.endsWith('.golden.json'))
	.map((name) => name.slice(0, -'.json'.length));

describe('golden journeys', () => {
	test('there are journeys', () => {
		expect(journeys.length).toBeGreaterThanOrEqual(8);
	});

	test.each(journeys)('%s', (name) => {
		const golden = join(folder, `${name}.golden.json`);
		const composed = `${JSON.stringify(reportOf(readFileSync(join(folder, `${name}.json`), 'utf8')), null, '\t')}\n`;
		if (process.env['ACCEPT'] === '1') writeFileSync(golden, composed);
		const accepted = existsSync(golden) ? readFileSync(golden, 'utf8') : '';
		const changed = composed === accepted ? [] : firstDifference(accepted, composed);
		expect(changed, `the report of "${name}" changed; read it, then accept it with: npm run accept`).toEqual([]);
	});
});

/** The first line that differs, as it was and as it is now. */
function firstDifference(before: string, now: string): readonly string[] {
	const was = before.split('\n');
	const is = now.split('\n');
	const at = is.findIndex((line, number) => line !== was[number]);
	return [`line ${at + 1}`, `accepted: ${was[at]?.trim() ?? 'nothing'}`, `composed: ${is[at]?.trim() ?? 'nothing'}`];
}
