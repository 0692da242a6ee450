// The rules about leads that need no database: intent, offers, the texts of mails, the shape of what is left.
import { afterAll, describe, expect, test } from 'vitest';
import { newSettings, type FormSettings, type Offer } from '#lib/campaign/settings.ts';
import { intentOf, type Deeds } from '#lib/server/lead-intent.ts';
import { refusedForm } from '#lib/server/lead-form.ts';
import { hashOfWording, leadBody, readLead } from '#lib/server/lead-shape.ts';
import { saidFirst } from '#lib/server/lead-said.ts';
import { filled, paragraphsOf } from '#lib/server/lead-text.ts';
import { offerFor } from '#lib/server/offers.ts';
import { makeWorld } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const did = (...kinds: string[]) => new Set(kinds);

describe('intent', () => {
	const nothing: Deeds = { asked: false, wantsWeakest: false, view: null, did: did() };
	test.each<[string, Partial<Deeds>, number]>([
		['nothing', {}, 0],
		['asked to be contacted', { asked: true }, 30],
		['followed the offer', { did: did('offer') }, 25],
		['took the link for colleagues', { did: did('colleague') }, 10],
		['shared', { did: did('shared') }, 10],
		['sees it so', { view: 'yes' }, 8],
		['sees it partly so', { view: 'partly' }, 4],
		['does not see it so', { view: 'no' }, 0],
		['wants the weakest mended', { wantsWeakest: true }, 7],
		['came back another day', { did: did('opened') }, 5],
		['took the PDF', { did: did('pdf') }, 5],
		['something that is not known', { did: did('view', 'constructor') }, 0],
		[
			'everything',
			{ asked: true, wantsWeakest: true, view: 'yes', did: did('offer', 'colleague', 'shared', 'opened', 'pdf') },
			100
		]
	])('%s', (_name, deeds, intent) => {
		expect(intentOf({ ...nothing, ...deeds })).toBe(intent);
	});
});

describe('the offer', () => {
	const offer = (text: string, when: Partial<Offer> = {}): Offer => ({
		weakest: null,
		band: null,
		role: null,
		button: 'Go',
		link: 'https://firm.test',
		person: '',
		text,
		...when
	});
	const offers = [
		offer('', { weakest: 'number' }),
		offer('number for sellers', { weakest: 'number', role: 'seller' }),
		offer('number', { weakest: 'number' }),
		offer('low', { band: 'at-risk' }),
		offer('all')
	];
	test.each([
		[{ weakest: 'number', band: 'at-risk', role: 'seller' }, 'number for sellers'],
		[{ weakest: 'number', band: 'at-risk', role: 'executive' }, 'number'],
		[{ weakest: 'number', band: null, role: null }, 'number'],
		[{ weakest: 'value', band: 'at-risk', role: 'seller' }, 'low'],
		[{ weakest: null, band: 'world-class', role: null }, 'all']
	])('for %o is %s', (found, text) => {
		expect(offerFor(offers, found)?.text).toBe(text);
	});
	test('is none where none fits', () => {
		expect(offerFor(offers.slice(0, 4), { weakest: 'value', band: null, role: null })).toBeNull();
		expect(offerFor([], { weakest: 'value', band: null, role: null })).toBeNull();
	});
});

describe('the text of a mail', () => {
	const values = { name: 'Ada', company: '', finding: '{{firm}} <b>', weakest: 'Number', firm: 'Acme & Co' };
	test.each([
		['Hello {{name}},', 'Hello Ada,'],
		['Hello {{ name }},', 'Hello Ada,'],
		['{{finding}}', '{{firm}} <b>'],
		['{{constructor}} {{unknown}}', '{{constructor}} {{unknown}}'],
		['at {{company}}, so', 'at, so'],
		['{{company}} is it', 'is it'],
		['{{name}}{{name}}', 'AdaAda']
	])('%s → %s', (text, said) => {
		expect(filled(text, values)).toBe(said);
	});
	test('nobody’s name leaves no gap', () => {
		expect(filled('Hello {{name}},', { ...values, name: '' })).toBe('Hello,');
	});
	test('is parted by empty lines', () => {
		expect(paragraphsOf('One\nand one\n \n\nTwo {{name}}\n', values)).toEqual(['One\nand one', 'Two Ada']);
	});
});

describe('what is said first', () => {
	const result = { finding: 'A finding.', number: { index: 'Index', tenths: 384, band: 'At risk' } };
	test('is the first move in the two lowest bands, and the number comes last', () => {
		expect(saidFirst({ ...result, isLow: true }, 'Do this', 'en')).toEqual([
			'What to do first: Do this',
			'A finding.',
			'Index: 38 of 100, At risk'
		]);
	});
	test('is the finding in all others', () => {
		expect(saidFirst({ ...result, isLow: false }, 'Do this', 'en')).toEqual([
			'A finding.',
			'Index: 38 of 100, At risk',
			'What to do first: Do this'
		]);
		expect(saidFirst({ finding: null, number: null, isLow: false }, null, 'en')).toEqual([]);
	});
});

describe('what is left', () => {
	const form: FormSettings = {
		...newSettings.form,
		role: 'off',
		own: [
			{ id: 'team', label: 'Team', isRequired: true },
			{ id: 'constructor', label: 'Why', isRequired: false }
		],
		consents: [
			{ id: 'news', text: 'News, please.' },
			{ id: 'call', text: 'Call me.' }
		]
	};
	const full = { name: ' Ada ', address: ' ada@example.org ', company: '', fields: { team: '5' } };
	const news = hashOfWording('News, please.');

	test('is taken with the words of each box that was ticked', () => {
		expect(readLead(form, { ...full, consents: { news } })).toEqual({
			ok: true,
			value: {
				name: 'Ada',
				address: 'ada@example.org',
				company: '',
				role: '',
				fields: { team: '5' },
				consents: [{ id: 'news', text: 'News, please.', hash: news }],
				isTrapped: false
			}
		});
	});

	test.each<[string, object, string, string]>([
		['no address', { address: undefined }, 'address', 'wrong-type'],
		['an address of two', { address: 'a@example.org,b@example.org' }, 'address', 'wrong-address'],
		['an address with a header', { address: 'a@example.org\r\nBcc: b@example.org' }, 'address', 'wrong-address'],
		['an address with a name', { address: 'Ada <a@example.org>' }, 'address', 'wrong-address'],
		['a list of addresses', { address: ['a@example.org'] }, 'address', 'wrong-type'],
		['a long address', { address: `${'a'.repeat(250)}@example.org` }, 'address', 'out-of-range'],
		['no name', { name: '  ' }, 'name', 'missing'],
		['a name with a line break', { name: 'Ada\nLovelace' }, 'name', 'wrong-value'],
		['a name with a NUL', { name: 'Ada\0' }, 'name', 'wrong-value'],
		['a name with half a character', { name: 'Ada \ud800' }, 'name', 'wrong-value'],
		['a long name', { name: 'a'.repeat(121) }, 'name', 'out-of-range'],
		['a role that is not asked', { role: 'Boss' }, 'role', 'wrong-value'],
		['an own field that is missing', { fields: {} }, 'fields.team', 'missing'],
		['a field of another campaign', { fields: { team: '5', more: '1' } }, 'fields.more', 'unknown-key'],
		['a field that all objects have', { fields: { team: '5', toString: '1' } }, 'fields.toString', 'unknown-key'],
		['fields that are a list', { fields: ['5'] }, 'fields', 'wrong-type'],
		['another wording', { consents: { news: hashOfWording('News!') } }, 'consents.news', 'changed-wording'],
		['the words of another box', { consents: { call: news } }, 'consents.call', 'changed-wording'],
		['no hash', { consents: { news: 'on' } }, 'consents.news', 'wrong-value'],
		['a box that is not there', { consents: { all: news } }, 'consents.all', 'unknown-key'],
		['more than is asked', { isOwner: true }, 'isOwner', 'unknown-key']
	])('is refused with %s', (_name, given, where, code) => {
		const read = readLead(form, { ...full, ...given });
		expect(read.ok ? [] : read.problems.map((each) => [each.where, each.code])).toContainEqual([where, code]);
	});

	test.each([null, 'text', 1, [], undefined])('is refused where it is %o', (body) => {
		expect(readLead(form, body).ok).toBe(false);
	});

	test('comes from a form with its groups', () => {
		const body = leadBody([
			['address', 'a@example.org'],
			['fields.team', '5'],
			['fields.__proto__', 'x'],
			['__proto__', 'y'],
			['consents.news', news]
		]);
		expect(({} as Record<string, unknown>)['x']).toBeUndefined();
		const read = readLead(form, body);
		expect(read.ok).toBe(false);
		expect(
			readLead(
				form,
				leadBody([
					['name', 'Ada'],
					['address', 'a@example.org'],
					['fields.team', '5']
				])
			).ok
		).toBe(true);
	});

	test('comes back with everything that was typed, and what is wrong beside its field', () => {
		const typed: [string, string][] = [
			['name', 'Ada'],
			['address', 'nobody'],
			['company', 'x'.repeat(200)],
			['fields.team', ''],
			['consents.news', news],
			['consents.call', hashOfWording('Call me now.')]
		];
		const read = readLead(form, leadBody(typed));
		const back = refusedForm(form, typed, read.ok ? [] : read.problems);
		expect(back.fields.map(({ name, value, problem }) => [name, value, problem])).toEqual([
			['name', 'Ada', null],
			['address', 'nobody', 'wrong-address'],
			['company', 'x'.repeat(200), 'too-long'],
			['fields.team', '', 'missing'],
			['fields.constructor', '', null]
		]);
		expect(back.consents.map(({ isTicked }) => isTicked)).toEqual([true, false]);
		const mended = refusedForm(form, typed, [
			{ where: 'consents.call', code: 'changed-wording' },
			{ where: 'body', code: 'too-often' }
		]);
		expect([mended.consents[1]?.problem, mended.problem]).toEqual(['changed-wording', 'too-often']);
	});
});
