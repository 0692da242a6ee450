// Editions on the command line: written from simulated respondents, compared with in a report, refused with a reason.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstration } from '#core/simulation/edition.ts';
import { bellwether } from '../support/cli.ts';
import { compiled } from '../core/instrument/tiny.ts';

const tiny = join(import.meta.dirname, '../fixtures/content/tiny');
const folder = mkdtempSync(join(tmpdir(), 'bellwether-edition-'));
const [file, answers, out] = [join(folder, 'edition.json'), join(folder, 'answers.json'), join(folder, 'report.json')];
afterAll(() => rmSync(folder, { recursive: true }));

const simulate = (...options: readonly string[]) =>
	bellwether(['simulate', tiny, '--respondents', '200', '--seed', '4', '--date', '2026-02-03', ...options]);

beforeAll(() => writeFileSync(answers, bellwether(['simulate', tiny, '--seed', '4', '--answers', '9']).out), 60_000);

describe('simulate --edition', () => {
	test('writes the respondents as an edition, a group a line', () => {
		const { status, out: said } = simulate('--edition', file);
		expect([status, said]).toEqual([0, expect.stringMatching(/^Wrote .*: \d+ peer groups of invented members/)]);
		const text = readFileSync(file, 'utf8');
		const edition = demonstration(compiled(), { respondents: 200, seed: 4 }, '2026-02-03');
		expect(JSON.parse(text)).toEqual(edition);
		expect(text.split('\n').filter((line) => line.startsWith('\t'))).toHaveLength(edition.cells.length);
	});

	test('wants a day', () => {
		const { status, err } = simulate('--edition', file, '--date', 'today');
		expect([status, err]).toEqual([2, 'bellwether: --date is yyyy-mm-dd, not "today".\n']);
	});
});

describe('report --edition', () => {
	const report = (edition: string) => bellwether(['report', tiny, answers, '--out', out, '--edition', edition]);

	test('compares with it', () => {
		expect(report(file)).toMatchObject({ status: 0, err: '' });
		expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
			edition: 'demonstration-2026-02-03',
			cover: { notice: { label: 'Demonstration peers' } }
		});
	});

	test('refuses one that is not there, and one that is none', () => {
		expect(report(join(folder, 'none.json'))).toMatchObject({ status: 2 });
		const broken = join(folder, 'broken.json');
		writeFileSync(broken, '{ "id": "x" }');
		const { status, err } = report(broken);
		expect(status).toBe(1);
		expect(err).toContain(`${broken}:1: wrong-type: expected string at date, found nothing.`);
	});
});
