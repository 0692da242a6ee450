// Equal values have equal texts and hashes, different ones do not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, hashOf } from '#core/instrument/canonical.ts';

describe('canonical JSON', () => {
	test.each<[unknown, string]>([
		[{ b: 1, a: 2 }, '{"a":2,"b":1}'],
		[{ a: { d: 1, c: [2, { f: 1, e: null }] } }, '{"a":{"c":[2,{"e":null,"f":1}],"d":1}}'],
		[{ a: undefined, b: 1 }, '{"b":1}'],
		[[undefined, 1], '[null,1]'],
		['é"\n', '"é\\"\\n"'],
		[{ ä: 1, z: 2, Z: 3 }, '{"Z":3,"z":2,"ä":1}'],
		[null, 'null'],
		[-0, '0'],
		[{}, '{}']
	])('%j is %s', (value, expected) => {
		expect(canonicalJson(value)).toBe(expected);
	});

	test('is JSON that says the same', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
			})
		);
	});

	test('does not depend on the order of keys', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
				const turned = Object.fromEntries(Object.entries(value).toReversed());
				expect(canonicalJson(turned)).toBe(canonicalJson(value));
			})
		);
	});
});

describe('hash', () => {
	test('is SHA-256 of the canonical text in UTF-8', () => {
		// printf '{"a":"é"}' | sha256sum
		expect(hashOf({ a: 'é' })).toBe('b3a092a6af48807fa9482b2ee140105575daa26d5b24b3c0e60a7e2dee6683b1');
	});

	test('tells values apart', () => {
		expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }));
		expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
		expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
	});
});
