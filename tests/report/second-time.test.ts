// The report of a second time with a target: page and PDF hold each of its texts to the letter.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from 'svelte/server';
import { afterAll, expect, test } from 'vitest';
import { textsOf } from '#core/report/texts.ts';
import ReportView from '#lib/report/Report.svelte';
import { printed } from '#lib/server/pdf-print.ts';
import { flagship } from '../support/flagship.ts';
import { missingFrom, squeezed, textOf } from '../support/page-text.ts';
import { beforeOf, composed, targetOf } from '../support/twice.ts';

const folder = mkdtempSync(join(tmpdir(), 'bellwether-second-'));
afterAll(() => rmSync(folder, { recursive: true }));

const journey = (name: string): Record<string, unknown> =>
	(
		JSON.parse(readFileSync(join(import.meta.dirname, `../journeys/${name}.json`), 'utf8')) as {
			answers: Record<string, unknown>;
		}
	).answers;

const [weak, steady, strong] = ['weak-everywhere', 'steady-process', 'strong-house'].map(journey);
const report = composed(flagship, steady ?? {}, {
	before: beforeOf(flagship, weak ?? {}, strong),
	target: targetOf(flagship, steady ?? {}, { 'standing-still': 'strongly-agree' })
});

test('the page', () => {
	const page = render(ReportView, { props: { report } }).body;
	expect(missingFrom(textOf(page), textsOf(report))).toEqual([]);
});

test.skipIf(spawnSync('pdftotext', ['-v']).error !== undefined)('the PDF', async () => {
	const parts = report.parts.filter(({ id }) => id === 'since-last-time' || id === 'executive-summary');
	const file = join(folder, 'report.pdf');
	writeFileSync(file, await printed({ ...report, parts }));
	// Without running header and footer, which stand in the middle of what goes on overleaf.
	const frame = ['-raw', '-x', '0', '-y', '62', '-W', '596', '-H', '725'];
	const found = execFileSync('pdftotext', [...frame, file, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
	expect(missingFrom(squeezed(found), textsOf({ ...report, parts }))).toEqual([]);
});
