// What people and hostile programs send as a page of settings: kept as it was meant, or a complaint beside its field.
import { describe, expect, test } from 'vitest';
import type { FaultCode } from '#lib/campaign/faults.ts';
import { fieldValues, treeOf, valuesOf } from '#lib/campaign/fields.ts';
import { parts, readPart, typedOf, type Editable, type Part } from '#lib/campaign/parts.ts';
import { newSettings, settingsShape } from '#lib/campaign/settings.ts';
import { choices, fullCampaign } from '../support/full-campaign.ts';

const fresh: Editable = { name: 'New', opens_at: null, closes_at: null, settings: newSettings };

/** The page as it is shown for a campaign, with some fields changed; `undefined` takes one out. */
function post(part: Part, changes: Readonly<Record<string, string | undefined>>, stored: Editable = fullCampaign) {
	const sent = Object.entries({ ...valuesOf(typedOf(part, stored)), ...changes }).filter(
		(field): field is [string, string] => field[1] !== undefined
	);
	const tree = treeOf(fieldValues(sent) ?? {});
	return readPart(part, tree ?? {}, { stored, choices });
}

describe.each([
	['a new campaign', fresh],
	['one in which everything is set', fullCampaign]
])('%s', (_name, stored) => {
	test.each(parts)('saved as it is shown stays as it is: %s', (part) => {
		expect(post(part, {}, stored)).toEqual({ ok: true, value: stored, notices: [] });
	});
});

describe('what is refused, and where', () => {
	const long = (count: number) => 'x'.repeat(count);
	const lines = (count: number, line: (at: number) => string) =>
		Array.from({ length: count }, (_, at) => line(at)).join('\n');
	const cases: readonly (readonly [Part, string, string, FaultCode])[] = [
		['survey', 'name', '', 'missing'],
		['survey', 'name', '   ', 'missing'],
		['survey', 'name', long(81), 'long'],
		['survey', 'name', 'a\u0000b', 'characters'],
		['survey', 'name', 'a\nb', 'characters'],
		['survey', 'name', 'half \ud83d', 'characters'],
		['survey', 'steps', 'page', 'option'],
		['survey', 'zone', 'Mars/Olympus', 'zone'],
		['survey', 'zone', '', 'zone'],
		['survey', 'opens', '2027-02-30T10:00', 'time'],
		['survey', 'opens', 'tomorrow', 'time'],
		['survey', 'opens', '2027-03-28T02:30', 'never'],
		['survey', 'closes', '2027-02-01T00:00', 'order'],
		['survey', 'closes', '2027-03-01T09:00', 'order'],
		['survey', 'hidden', 'utm_source', 'utm'],
		['survey', 'hidden', 'UTM-Campaign', 'utm'],
		['survey', 'hidden', 'preview', 'reserved'],
		['survey', 'hidden', 'two words', 'id'],
		['survey', 'hidden', '1st', 'id'],
		['survey', 'hidden', '__proto__', 'id'],
		['survey', 'hidden', long(41), 'id'],
		['survey', 'hidden', lines(21, (at) => `f${at}`), 'many'],
		['look', 'firm', long(81), 'long'],
		['look', 'firm', 'a\u001bb', 'characters'],
		['look', 'accent', 'red', 'colour'],
		['look', 'accent', '#12345', 'colour'],
		['look', 'accent', 'url(https://evil.example)', 'colour'],
		['look', 'accent', '#fff;background:red', 'colour'],
		['look', 'footer', long(161), 'long'],
		['form', 'gate', 'some', 'option'],
		['form', 'place', '', 'option'],
		['form', 'name', 'always', 'option'],
		['form', 'own.0.label', long(121), 'long'],
		['form', 'own.1.id', 'budget', 'repeated'],
		['form', 'own.0.id', 'address', 'repeated'],
		['form', 'own.0.id', 'Not An Id', 'repeated'],
		['form', 'consents.0.text', long(1001), 'long'],
		['form', 'consents.0.text', 'a\u0007b', 'characters'],
		['offers', 'offers.0.weakest', 'no-such-index', 'option'],
		['offers', 'offers.0.band', 'no-such-band', 'option'],
		['offers', 'offers.0.role', 'constructor', 'option'],
		['offers', 'offers.0.text', '', 'missing'],
		['offers', 'offers.0.text', long(601), 'long'],
		['offers', 'offers.0.button', '', 'missing'],
		['offers', 'offers.0.link', '', 'missing'],
		['offers', 'offers.0.link', 'javascript:alert(1)', 'link'],
		['offers', 'offers.0.link', 'JaVaScRiPt:alert(1)', 'link'],
		['offers', 'offers.0.link', 'data:text/html,<script>', 'link'],
		['offers', 'offers.0.link', 'vbscript:x', 'link'],
		['offers', 'offers.0.link', '//evil.example', 'link'],
		['offers', 'offers.0.link', 'https://exa mple.com', 'link'],
		['offers', 'offers.0.link', 'https://', 'link'],
		['offers', 'offers.0.link', `https://example.com/${long(500)}`, 'long'],
		['offers', 'offers.0.person', long(81), 'long'],
		['mails', 'report.subject', 'Hello\r\nBcc: x@example.com'.replace('\r\n', '\n'), 'characters'],
		['mails', 'report.subject', long(121), 'long'],
		['mails', 'week.text', long(4001), 'long'],
		['mails', 'week.isSent', 'yes', 'option'],
		['follow-up', 'asksView', '1', 'option'],
		['follow-up', 'notify', 'ada@example.com\nnobody', 'address'],
		['follow-up', 'notify', 'Ada <ada@example.com>', 'address'],
		['follow-up', 'notify', 'ada@example.com\u0000', 'address'],
		['follow-up', 'notify', lines(11, (at) => `a${at}@example.com`), 'many'],
		['sites', 'sites', 'javascript:alert(1)', 'site'],
		['sites', 'sites', 'https://*.example.com', 'site'],
		['sites', 'sites', 'https://a.example;script-src', 'site'],
		['sites', 'sites', "https://a'b.example", 'site'],
		['sites', 'sites', 'banana', 'site'],
		['sites', 'sites', 'file:///etc/passwd', 'site'],
		['sites', 'sites', lines(21, (at) => `https://s${at}.example.com`), 'many'],
		['sites', 'sites', long(10_001), 'long'],
		['keeping', 'unfinished', '0', 'days'],
		['keeping', 'unfinished', '-1', 'days'],
		['keeping', 'completed', '3651', 'days'],
		['keeping', 'completed', '1e3', 'days'],
		['keeping', 'completed', '1.5', 'days']
	];

	test.each(cases)('%s: %s = %j is %s', (part, name, value, code) => {
		// Of a list the row in which it stands.
		const field = name.endsWith('.id') ? name.replace('.id', '.label') : name;
		expect(post(part, { [name]: value })).toMatchObject({ ok: false, faults: [{ field, code }] });
	});

	test.each(parts)('a field that the page does not have: %s', (part) => {
		expect(post(part, { stranger: 'x' })).toEqual({ ok: false, faults: [{ field: '', code: 'form' }] });
	});

	test('rows beyond what fits', () => {
		const rows: Record<string, string> = {};
		for (const at of [0, 1, 2, 3, 4, 5]) Object.assign(rows, { [`own.${at}.id`]: '', [`own.${at}.label`]: `L${at}` });
		expect(post('form', rows)).toMatchObject({ ok: false, faults: [{ field: 'own', code: 'many', most: 5 }] });
	});

	test('everything at once, each beside its own field', () => {
		const read = post('offers', { 'offers.0.text': '', 'offers.0.link': 'javascript:x', 'offers.1.band': 'none' });
		expect(read).toMatchObject({
			faults: [
				{ field: 'offers.0.text', code: 'missing' },
				{ field: 'offers.0.link', code: 'link' },
				{ field: 'offers.1.band', code: 'option' }
			]
		});
	});
});

describe('what is mended', () => {
	const settingsOf = (read: ReturnType<typeof post>) => {
		if (!read.ok) throw new Error(JSON.stringify(read.faults));
		// Whatever a form brings has to be what a campaign is read by.
		return settingsShape.parse(read.value.settings);
	};

	test.each([
		['', null],
		['1D4E55', '#1d4e55'],
		[' #AbC ', '#aabbcc']
	])('the colour %j is %j', (accent, kept) => {
		expect(settingsOf(post('look', { accent })).look.accent).toBe(kept);
	});

	test.each([
		['example.com/call', 'https://example.com/call'],
		['ada@example.com', 'mailto:ada@example.com'],
		['http://example.com', 'http://example.com']
	])('the link %j is %j', (link, kept) => {
		expect(settingsOf(post('offers', { 'offers.0.link': link })).offers[0]?.link).toBe(kept);
	});

	test('addresses of pages become those of their sites, once each, and that is said', () => {
		const read = post('sites', { sites: 'https://www.Example.com/a?b#c\nwww.example.com, example.org:8443' });
		expect(settingsOf(read).sites).toEqual(['https://www.example.com', 'https://example.org:8443']);
		expect(read).toMatchObject({ notices: ['origins'] });
	});

	test('script in a text is a text', () => {
		const script = '<script>alert(1)</script>';
		expect(settingsOf(post('look', { firm: script })).look.firm).toBe(script);
	});

	test('rows without words are left out; new ones get an id of their own that no column has', () => {
		const rows = {
			'own.0.label': '',
			'own.0.isRequired': undefined,
			'own.2.id': '',
			'own.2.label': 'Address',
			'own.3.id': '',
			'own.3.label': 'Größe des Teams',
			'own.4.id': '',
			'own.4.label': '???'
		};
		const { own } = settingsOf(post('form', rows)).form;
		expect(own.map(({ id }) => id)).toEqual(['team-size', 'address-2', 'grosse-des-teams', 'field']);
	});

	test('a logo that is done without', () => {
		expect(settingsOf(post('look', { isLogoRemoved: 'on' })).look.logo).toBeNull();
		expect(settingsOf(post('look', {})).look.logo).toEqual(fullCampaign.settings.look.logo);
	});

	test('a time that comes twice opens at the first and closes at the second, and that is said', () => {
		const read = post('survey', { opens: '2027-10-31T02:30', closes: '2027-10-31T02:30' });
		expect(read).toMatchObject({
			value: { opens_at: '2027-10-31T00:30:00.000Z', closes_at: '2027-10-31T01:30:00.000Z' },
			notices: ['twice']
		});
	});

	test('a time that does not exist is told with the next that does', () => {
		const read = post('survey', { opens: '2027-03-28T02:30' });
		expect(read).toMatchObject({ faults: [{ field: 'opens', code: 'never', text: '2027-03-28 03:30' }] });
	});
});
