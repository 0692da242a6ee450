import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { parseInstrument } from '#core/instrument/parse.ts';
import { line } from '#core/problem.ts';
import { filesIn } from '../../support/content.ts';
import { linesAfter, type Edit } from './tiny.ts';
import { rows } from '/tmp/rows.ts';
for (const [id, folder] of [['tiny', 'tests/fixtures/content/tiny'], ['sales-velocity', 'content/sales-velocity']]) test(id!, () => {
	const t = performance.now();
	const { instrument, problems } = parseInstrument(id!, filesIn(folder!));
	console.log(id, instrument?.hash, problems.length, 'problems', Math.round(performance.now() - t), 'ms');
	writeFileSync(`/tmp/problems-${id}.txt`, problems.map((p) => `${p.level} ${line(p)}`).join('\n') + '\n');
	writeFileSync(`/tmp/${id}.json`, JSON.stringify(instrument, null, 1));
});
test('gen', { timeout: 120000 }, () => {
	const out = (rows as [string, string, Edit[]][]).map(([group, it, edits]) => { let says: readonly string[]; try { says = linesAfter(edits); } catch (e) { says = ['THREW ' + String(e)]; } return { group, it, edits, says }; });
	writeFileSync('/tmp/gen.json', JSON.stringify(out, (k, v) => v instanceof RegExp ? `RE:${v.source}` : v));
	writeFileSync('/tmp/gen.txt', out.map((o) => `[${o.group}] ${o.it}\n   ${o.says.join('\n   ')}`).join('\n'));
});
