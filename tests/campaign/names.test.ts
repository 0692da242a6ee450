// Names → ids, and links → the codes that sites paste.
import { describe, expect, test } from 'vitest';
import { embedCode, linkOf } from '#lib/campaign/links.ts';
import { freeId, idFrom } from '#lib/campaign/names.ts';
import { campaignId } from '#lib/campaign/settings.ts';

describe('an id', () => {
	test.each([
		['Spring fair 2027', 'spring-fair-2027'],
		['  Łódź & Größe! ', 'odz-grosse'],
		['2027 fair', 'fair'],
		['<script>', 'script'],
		['日本', 'campaign'],
		['', 'campaign'],
		['a', 'campaign']
	])('of %j is %j', (name, id) => {
		expect(idFrom(name, 'campaign')).toBe(id);
	});

	test('is one that campaigns may have, however long the name', () => {
		for (const name of ['x'.repeat(200), 'y -'.repeat(60), 'Zürich '.repeat(9)]) {
			const id = idFrom(name, 'campaign');
			expect(campaignId.safeParse(freeId(id, new Set([id]))).success).toBe(true);
		}
	});

	test('that is taken gets the first number that is free', () => {
		expect(freeId('fair', new Set(['fair', 'fair-2']))).toBe('fair-3');
		expect(freeId('fair', new Set())).toBe('fair');
	});
});

test('the codes name the survey, the campaign, and how it opens', () => {
	const campaign = { id: 'fair', instrument: 'small' };
	expect(linkOf('https://survey.test', 'fair')).toBe('https://survey.test/c/fair');
	expect(embedCode('https://survey.test', campaign, 'inline', 'Go')).toBe(
		'<script src="https://survey.test/embed.js" async></script>\n<bellwether-survey instrument="small" campaign="fair" style="display:block;min-height:100svh"></bellwether-survey>'
	);
	expect(embedCode('https://survey.test', campaign, 'drawer', 'Go')).toContain(
		' mode="drawer" style="display:block;min-height:3rem">Go</bellwether-survey>'
	);
});
