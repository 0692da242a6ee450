// What a firm says at the end of its papers → the last part of the report that is drawn.
import { expect, test } from 'vitest';
import { closed } from '#core/report/closing.ts';
import { textsOf } from '#core/report/texts.ts';
import { sampleReport } from '../../support/sample-report.ts';

const closing = {
	title: 'What now',
	prose: [
		{ kind: 'paragraph', inline: [{ kind: 'text', text: 'Call us.' }] },
		{ kind: 'heading', level: 3, inline: [{ kind: 'text', text: 'When' }] }
	]
} as const;

test('stands last, with a title and prose like every other part', () => {
	const { parts } = closed(sampleReport, closing);
	expect(parts.slice(0, -1)).toEqual(sampleReport.parts);
	expect(parts.at(-1)).toEqual({
		id: 'closing',
		title: 'What now',
		blocks: [{ kind: 'prose', style: 'plain', prose: closing.prose }]
	});
});

test('is among the texts that page and PDF are held against', () => {
	expect(textsOf(closed(sampleReport, closing)).slice(textsOf(sampleReport).length)).toEqual([
		'What now',
		'Call us.',
		'When'
	]);
});

test('leaves the report itself as it was', () => {
	const before = JSON.stringify(sampleReport);
	closed(sampleReport, closing);
	expect(JSON.stringify(sampleReport)).toBe(before);
	expect(closed(sampleReport, null)).toBe(sampleReport);
});
