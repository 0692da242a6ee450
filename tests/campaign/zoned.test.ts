// Clocks of the world ⇄ UTC, on the nights on which they are put forward and back too.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, localOf } from '#lib/campaign/zoned.ts';

describe('a time on a clock', () => {
	test.each([
		['2027-01-15T09:00', 'UTC', '2027-01-15T09:00:00.000Z'],
		['2027-01-15T09:00', 'Europe/Berlin', '2027-01-15T08:00:00.000Z'],
		['2027-07-15T09:00', 'Europe/Berlin', '2027-07-15T07:00:00.000Z'],
		['2027-03-28T01:59', 'Europe/Berlin', '2027-03-28T00:59:00.000Z'],
		['2027-03-28T03:00', 'Europe/Berlin', '2027-03-28T01:00:00.000Z'],
		['2027-01-15T09:00', 'Asia/Kathmandu', '2027-01-15T03:15:00.000Z'],
		['2027-01-01T00:00', 'Pacific/Kiritimati', '2026-12-31T10:00:00.000Z'],
		['2028-02-29T12:00', 'America/St_Johns', '2028-02-29T15:30:00.000Z']
	])('%s in %s', (local, zone, at) => {
		expect(instantOf(local, zone)).toEqual({ kind: 'once', at });
	});

	test.each([
		['2027-10-31T02:30', 'Europe/Berlin', '2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'],
		['2027-11-07T01:00', 'America/New_York', '2027-11-07T05:00:00.000Z', '2027-11-07T06:00:00.000Z'],
		['2027-04-04T01:45', 'Australia/Lord_Howe', '2027-04-03T14:45:00.000Z', '2027-04-03T15:15:00.000Z']
	])('%s in %s comes twice', (local, zone, first, second) => {
		expect(instantOf(local, zone)).toEqual({ kind: 'twice', first, second });
	});

	test.each([
		['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T03:30'],
		['2027-03-14T02:00', 'America/New_York', '2027-03-14T03:00'],
		['2027-10-03T02:15', 'Australia/Lord_Howe', '2027-10-03T02:45']
	])('%s in %s does not exist: %s does', (local, zone, next) => {
		expect(instantOf(local, zone)).toEqual({ kind: 'never', next });
	});

	test.each([
		'',
		'now',
		'2027-13-01T00:00',
		'2027-02-29T00:00',
		'2027-01-01T24:00',
		'2027-01-01 00:00',
		'9999999-01-01T00:00',
		'1999-01-01T00:00'
	])('%j is none', (local) => {
		expect(instantOf(local, 'UTC')).toEqual({ kind: 'wrong' });
	});

	test('is found again from every instant', () => {
		const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
		const minute = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
		fc.assert(
			fc.property(zone, minute, (name, minutes) => {
				const at = new Date(minutes * 60_000).toISOString();
				const found = instantOf(localOf(at, name), name);
				expect(Object.values(found)).toContain(at);
			}),
			{ numRuns: 400 }
		);
	});
});
