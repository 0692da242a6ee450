// Pages of settings as browsers post them: what is saved, what comes back, and logos of every kind.
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { headOf } from '#core/instrument/logo.ts';
import type { Part } from '#lib/campaign/parts.ts';
import { begin, duplicate } from '#lib/server/campaign-beginning.ts';
import { createCampaign } from '#lib/server/campaign-changes.ts';
import { choicesOf, partShown, postPart } from '#lib/server/campaign-form.ts';
import { findCampaign, type Campaign } from '#lib/server/campaigns.ts';
import { qrPng, qrSvg } from '#lib/server/campaign-qr.ts';
import { database } from '#lib/server/database/database.ts';
import { closePictures } from '#lib/server/picture.ts';
import { colourOf, MOST_UPLOADED } from '#lib/server/logo-upload.ts';
import type { Person } from '#lib/server/person.ts';
import { jpeg, png } from '../support/pictures.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(() => (world = makeWorld()));
afterAll(async () => {
	await closePictures();
	await world.stop();
});

const ada: Person = { id: 'ada', name: 'Ada', address: 'ada@example.com', role: 'marketer', session: 's' };

beforeEach(async () => {
	await (await database()).deleteFrom('campaigns').execute();
	await createCampaign({ name: 'Fair', id: 'fair' }, { instrument: 'small', zone: 'UTC' }, ada);
});

async function fair(): Promise<Campaign> {
	const campaign = await findCampaign('fair');
	if (campaign === null) throw new Error('it is gone');
	return campaign;
}

type Sent = Readonly<Record<string, string | Blob>>;

/** What the browser sends: the page as it is shown, its state, and what was changed. */
async function post(part: Part, changes: Sent, seen?: string) {
	const campaign = await fair();
	const shown = partShown(campaign, part);
	const fields = new FormData();
	const all: Sent = { ...shown.values, updated_at: seen ?? shown.seen, ...changes };
	for (const [name, value] of Object.entries(all)) fields.set(name, value);
	return postPart(campaign, part, fields, ada);
}

const file = (bytes: Uint8Array, name = 'logo.png', type = 'image/png') =>
	new File([new Uint8Array(bytes)], name, { type });

describe('a page of settings', () => {
	test('is saved', async () => {
		expect(await post('sites', { sites: 'https://example.com/page' })).toEqual({ kind: 'saved', notices: ['origins'] });
		expect((await fair()).settings.sites).toEqual(['https://example.com']);
	});

	test('with a fault comes back with all that was typed, and nothing is saved', async () => {
		const typed = { firm: 'x'.repeat(99), accent: 'reddish', footer: '<b>foot</b>' };
		expect(await post('look', typed)).toMatchObject({
			kind: 'shown',
			status: 422,
			shown: { values: typed, faults: [{ field: 'firm' }, { field: 'accent' }] }
		});
		expect((await fair()).settings.look.footer).toBe('');
	});

	test('that somebody saved meanwhile comes back with what was typed; saved again, it replaces theirs', async () => {
		const { updated_at } = await fair();
		await post('keeping', { unfinished: '5' });
		const refused = await post('keeping', { unfinished: '6' }, updated_at);
		const now = (await fair()).updated_at;
		expect(refused).toMatchObject({
			status: 409,
			shown: { values: { unfinished: '6' }, seen: now, meanwhile: now, faults: [] }
		});
		expect((await fair()).settings.keep.unfinished).toBe(5);
		expect((await post('keeping', { unfinished: '6' }, now)).kind).toBe('saved');
		expect((await fair()).settings.keep.unfinished).toBe(6);
	});

	test.each<[string, Sent]>([
		['no state', { updated_at: '' }],
		['a state of its own making', { updated_at: '9999-12-31T00:00:00.000Z' }]
	])('with %s is not saved', async (_name, sent) => {
		expect(await post('keeping', { unfinished: '9', ...sent })).toMatchObject({ status: 409 });
	});

	test('with a field that it does not have is refused whole', async () => {
		expect(await post('keeping', { 'settings.gate': 'none' })).toMatchObject({ status: 422, shown: { faults: [{}] } });
		expect(await post('keeping', { 'a[]': '1' })).toMatchObject({ shown: { faults: [{ field: '', code: 'form' }] } });
	});

	test('only moves its rows when such a button is pressed', async () => {
		const rows = { 'own.0.id': '', 'own.0.label': 'A', 'own.1.id': '', 'own.1.label': 'B', do: 'up:own:1' };
		expect(await post('form', rows)).toMatchObject({
			status: 200,
			shown: { isUnsaved: true, values: { 'own.0.label': 'B', 'own.1.label': 'A' } }
		});
		expect((await fair()).settings.form.own).toEqual([]);
	});

	test('takes offers by what the survey asks and by nothing else', async () => {
		expect(choicesOf('small')).toEqual({
			weakest: [{ id: 'value', label: 'value' }].map(({ id }) => ({ id, label: expect.any(String) as string })),
			band: ['low', 'middle', 'high'].map((id) => ({ id, label: expect.any(String) as string })),
			role: ['seller', 'other'].map((id) => ({ id, label: expect.any(String) as string }))
		});
		const offer = (band: string) => ({
			...Object.fromEntries(['weakest', 'role', 'button', 'link', 'person'].map((name) => [`offers.0.${name}`, ''])),
			'offers.0.text': 'Talk to us',
			'offers.0.band': band
		});
		expect((await post('offers', offer('low'))).kind).toBe('saved');
		expect(await post('offers', offer('lowest'))).toMatchObject({ shown: { faults: [{ field: 'offers.0.band' }] } });
	});
});

describe('a logo', () => {
	const look = async (bytes: Uint8Array, name?: string, type?: string) =>
		post('look', { firm: 'Kept', logo: file(bytes, name, type) });

	test('is drawn anew, and suggests its colour', async () => {
		expect(await look(png(1200, 300, [30, 60, 200]))).toEqual({ kind: 'saved', notices: [] });
		const { logo, firm } = (await fair()).settings.look;
		expect(firm).toBe('Kept');
		expect(logo).toMatchObject({ type: 'image/png', width: 600, height: 150 });
		expect(headOf(Buffer.from(logo?.base64 ?? '', 'base64'))).toMatchObject({ width: 600, height: 150 });
		expect(logo && (await colourOf(logo))).toMatch(/^#[12]\w3\wc\w$/);
		const suggested = await post('look', { do: 'suggested' });
		expect(suggested).toMatchObject({
			status: 200,
			shown: { values: { accent: expect.stringMatching(/^#/) as string } }
		});
	});

	test('is read by what it is, not by what it is called, and loses its tail', async () => {
		const tail = '<script>alert(1)</script>PK\u0003\u0004';
		const both = Uint8Array.from([...png(8, 4), ...Buffer.from(tail)]);
		expect((await look(both, 'logo.svg', 'image/svg+xml')).kind).toBe('saved');
		const kept = Buffer.from((await fair()).settings.look.logo?.base64 ?? '', 'base64');
		expect(kept.includes('script')).toBe(false);
		expect(kept.subarray(-8, -4).toString('latin1')).toBe('IEND');
	});

	test.each([
		['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'logo'],
		['a drawing that is called PNG', Buffer.from('<?xml version="1.0"?><svg/>'), 'logo'],
		['nothing like a picture', Buffer.from('GIF89a'), 'logo'],
		['the outline of a JPEG without a picture', jpeg(20, 10), 'logo'],
		['half a PNG', png(40, 40).slice(0, 60), 'logo'],
		['one that unpacks to gigabytes', bomb(50_000, 50_000), 'logo-pixels'],
		['one that is too wide', bomb(2401, 10), 'logo-pixels'],
		['one that is too large', Buffer.concat([png(4, 4), Buffer.alloc(MOST_UPLOADED)]), 'logo-size']
	])('is refused beside its field, and what was typed is kept: %s', async (_name, bytes, code) => {
		expect(await look(bytes)).toMatchObject({
			status: 422,
			shown: { values: { firm: 'Kept' }, faults: [{ field: 'logo', code }] }
		});
		expect((await fair()).settings.look).toMatchObject({ firm: '', logo: null });
	});

	test('that the server cannot even take in is told so', async () => {
		expect(await postPart(await fair(), 'look', null, ada)).toMatchObject({
			status: 413,
			shown: { faults: [{ field: 'logo', code: 'logo-size' }] }
		});
	});

	test('stays with other changes, and goes when it is done without', async () => {
		await look(png(8, 4));
		await post('look', { firm: 'Other' });
		expect((await fair()).settings.look.logo).not.toBeNull();
		await post('look', { isLogoRemoved: 'on' });
		expect((await fair()).settings.look.logo).toBeNull();
	});
});

/** A small file whose head promises a vast picture. */
function bomb(width: number, height: number): Uint8Array {
	const bytes = Buffer.from(png(1, 1));
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return Buffer.concat([bytes, deflateSync(Buffer.alloc(1000))]);
}

describe('the beginning', () => {
	const form = (fields: Readonly<Record<string, string>>): FormData => {
		const data = new FormData();
		for (const [name, value] of Object.entries(fields)) data.set(name, value);
		return data;
	};
	const good = { name: 'Autumn', id: '', instrument: 'small', zone: 'Europe/Berlin' };

	test('makes a campaign, or a copy of one', async () => {
		expect(await begin(form(good), ada)).toEqual({ kind: 'begun', id: 'autumn' });
		expect(await begin(form({ ...good, id: ' Winter ' }), ada)).toEqual({ kind: 'begun', id: 'winter' });
		expect(await duplicate('fair', form({ name: 'Copy', id: '' }), ada)).toEqual({ kind: 'begun', id: 'copy' });
		expect(await duplicate('never', form({ name: 'Copy', id: '' }), ada)).toEqual({ kind: 'gone' });
	});

	test.each([
		['name', '', 'missing'],
		['name', 'a\u0000', 'characters'],
		['id', 'a b', 'id'],
		['id', '../fair', 'id'],
		['id', 'x'.repeat(41), 'id'],
		['id', '-fair', 'id'],
		['id', 'fair', 'taken'],
		['instrument', 'none', 'option'],
		['instrument', '__proto__', 'option'],
		['zone', 'Nowhere', 'zone']
	])('is refused beside its field: %s = %j', async (field, value, code) => {
		const typed = { ...good, [field]: value };
		expect(await begin(form(typed), ada)).toMatchObject({
			kind: 'shown',
			shown: { values: typed, faults: [{ field, code }] }
		});
	});
});

test('the code of a link is a drawing and a picture of the same', async () => {
	const svg = qrSvg('https://survey.test/c/fair');
	expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="1200" height="1200" viewBox="0 0 (\d+) \1"/);
	expect(headOf(await qrPng('https://survey.test/c/fair'))).toEqual({ type: 'image/png', width: 1200, height: 1200 });
});
