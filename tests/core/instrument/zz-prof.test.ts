import { test } from 'vitest';
import { parseInstrument } from '#core/instrument/parse.ts';
import { tiny } from './tiny.ts';
import { filesIn } from '../../support/content.ts';
import { Session } from 'node:inspector/promises';
import { writeFileSync } from 'node:fs';
test('prof', async () => {
	const f = filesIn('content/sales-velocity');
	for (let i = 0; i < 3; i++) parseInstrument('tiny', tiny);
	let t = performance.now(); for (let i = 0; i < 10; i++) parseInstrument('tiny', tiny); console.log('tiny', (performance.now() - t) / 10);
	t = performance.now(); for (let i = 0; i < 3; i++) parseInstrument('sales-velocity', f); console.log('sv', (performance.now() - t) / 3);
	const s = new Session(); s.connect(); await s.post('Profiler.enable'); await s.post('Profiler.start');
	for (let i = 0; i < 5; i++) parseInstrument('sales-velocity', f);
	const { profile } = await s.post('Profiler.stop');
	const self = new Map<string, number>(); const dt = profile.timeDeltas!; profile.samples!.forEach((id, i) => { const n = profile.nodes.find((n) => n.id === id)!; const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').slice(-2).join('/'); self.set(k, (self.get(k) ?? 0) + dt[i]!); });
	console.log([...self].sort((a, b) => b[1] - a[1]).slice(0, 25).map(([k, v]) => `${Math.round(v / 1000)}ms ${k}`).join('\n'));
}, 60000);
