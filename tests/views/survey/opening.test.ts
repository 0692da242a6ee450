import { beforeEach, describe, expect, it } from 'vitest';
import { plainOccasion } from '#core/survey/occasion.ts';
import { identityIn, newIdentity } from '#lib/survey/identity.ts';
import { Keep } from '#lib/survey/keep.ts';
import { open, type Arrival } from '#lib/survey/opening.ts';
import { Sender } from '#lib/survey/send.ts';
import { branching } from '../../core/survey/questionnaires.ts';
import { Desk } from './desk.ts';

const id = '11111111-2222-4333-8444-555555555555';
const key = 'k'.repeat(43);
const arrival: Arrival = { questionnaire: branching, begun: null, report: null, fragment: '', pinned: false };

let desk: Desk;
let keep: Keep;
beforeEach(() => {
	localStorage.clear();
	desk = new Desk();
	keep = new Keep(() => localStorage, 'tiny');
});

const arrive = (rest: Partial<Arrival> = {}) =>
	open(
		{ keep, sender: new Sender(branching, plainOccasion, () => ({}), desk.fetch as typeof fetch), random: crypto },
		{ ...arrival, ...rest }
	);

describe('who a response is', () => {
	it('is made by chance: a UUID of version 4 and a key of 256 bits', () => {
		const { id, key } = newIdentity(crypto);
		expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(key).toMatch(/^[\w-]{43}$/);
		expect(newIdentity(crypto)).not.toEqual({ id, key });
	});

	it.each([
		[`#continue=${id}.${key}`, { id, key }],
		[`#continue=${id}.short`, null],
		[`#walk-away`, null],
		['', null]
	])('is read from %s', (fragment, identity) => {
		expect(identityIn(fragment)).toEqual(identity);
	});
});

describe('opening the page', () => {
	it('begins a response and remembers it', async () => {
		const opening = await arrive();
		expect(opening).toMatchObject({ kind: 'ready', draft: { answers: {} } });
		expect(await arrive()).toEqual(opening);
	});

	it('asks for the content that the response was begun with, once', async () => {
		keep.whole = { id, key, hash: 'earlier' };
		expect(await arrive()).toEqual({ kind: 'earlier content', hash: 'earlier' });
		expect(await arrive({ pinned: true })).toMatchObject({ kind: 'ready', id });
	});

	it('does so for a private link too', async () => {
		desk.responses.set(id, { key, hash: 'earlier', answers: {}, report: null });
		expect(await arrive({ fragment: `#continue=${id}.${key}` })).toEqual({ kind: 'earlier content', hash: 'earlier' });
	});

	it('leads to the report of a private link that was completed', async () => {
		desk.responses.set(id, { key, hash: 'h', answers: {}, report: '/r/abc' });
		expect(await arrive({ fragment: `#continue=${id}.${key}` })).toEqual({ kind: 'finished', report: '/r/abc' });
	});

	it('goes on with this device rather than with what a form without a script finished before', async () => {
		keep.whole = { id, key, hash: 'h' };
		expect(await arrive({ report: '/r/abc' })).toMatchObject({ kind: 'ready', id });
		keep.whole = {};
		expect(await arrive({ report: '/r/abc' })).toEqual({ kind: 'finished', report: '/r/abc' });
	});
});
