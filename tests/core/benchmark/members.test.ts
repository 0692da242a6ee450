// Whom each group holds, as companies come, change and go: the same that is counted, as far as it is followed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '#core/benchmark/changes.ts';
import { shareOf, type Share } from '#core/benchmark/contribution.ts';
import { noteMembers, type Members } from '#core/benchmark/members.ts';
import { tallyName } from '#core/benchmark/tally.ts';
import { benchmarked, contribution, someCompanies, tallied, type Company } from '../../support/companies.ts';

const nobody: Share = { company: null, people: [] };
const shareIn = ({ responses }: Company): Share => shareOf(benchmarked, responses);
const move = (members: Members, company: Company, then: Share, now: Share): void =>
	noteMembers(members, benchmarked, company.name, { then, now });
const come = (members: Members, company: Company): void => move(members, company, nobody, shareIn(company));
const go = (members: Members, company: Company): void => move(members, company, shareIn(company), nobody);
const sizes = (members: Members): Readonly<Record<string, number>> =>
	Object.fromEntries(
		[...members].flatMap(([name, held]) => (held === null || held.size === 0 ? [] : [[name, held.size]]))
	);

const everybody = tallyName('company', [], {});
const people = tallyName('personal', [], {});
const company = (name: string, industry: string, mes: readonly (number | null)[] = [null]): Company => ({
	name,
	responses: mes.map((me, at) => contribution(`${name}.${at}`, [500, 500, me], { industry, role: 'seller' }))
});

describe('the members of a group', () => {
	test('are as many as are counted in it, and of as many companies', () => {
		fc.assert(
			fc.property(someCompanies(30), (companies) => {
				const members: Members = new Map();
				for (const each of companies) come(members, each);
				const tallies = tallied(companies);
				expect(sizes(members)).toEqual(Object.fromEntries([...tallies].map(([name, { n }]) => [name, n])));
				for (const [name, tally] of tallies) {
					const companiesIn = new Set([...(members.get(name) ?? [])].map((unit) => unit.split(':')[0]));
					expect(companiesIn.size).toBe(tally.companies);
				}
			})
		);
	});

	test('are the same after others came and went', () => {
		fc.assert(
			fc.property(someCompanies(12), someCompanies(12), (staying, passing) => {
				const [plain, busy]: readonly [Members, Members] = [new Map(), new Map()];
				const guests = passing.map((each) => ({ ...each, name: `guest ${each.name}` }));
				for (const each of staying) come(plain, each);
				for (const each of guests) come(busy, each);
				for (const each of staying) come(busy, each);
				for (const each of guests) go(busy, each);
				const held = (members: Members) =>
					Object.fromEntries([...members].flatMap(([name, some]) => (some?.size ? [[name, [...some].sort()]] : [])));
				expect(held(busy)).toEqual(held(plain));
			})
		);
	});

	test('go over to another group when they change, and stay the same member of all', () => {
		const members: Members = new Map();
		const [before, after] = [company('one', 'a'), company('one', 'b')];
		come(members, before);
		const was = [...(members.get(everybody) ?? [])];
		move(members, before, shareIn(before), shareIn(after));
		const part = (industry: string) => members.get(tallyName('company', ['industry'], { industry }))?.size;
		expect([part('a'), part('b')]).toEqual([0, 1]);
		expect(was).toHaveLength(1);
	});

	test('who are alike are two, in the same company and in two of them', () => {
		const members: Members = new Map();
		come(members, company('one', 'a', [300, 300]));
		come(members, company('two', 'a', [300]));
		expect(members.get(people)?.size).toBe(3);
		go(members, company('one', 'a', [300, 300]));
		expect(members.get(people)?.size).toBe(1);
	});

	test('bear no name that could be read', () => {
		const members: Members = new Map();
		come(members, company('acme.example', 'a', [300]));
		const units = [...members.values()].flatMap((held) => [...(held ?? [])]);
		expect(units.join()).not.toContain('acme');
		for (const unit of units) expect(unit.startsWith(`${fingerprint('acme.example')}:`)).toBe(true);
	});
});

describe('a group that grows large', () => {
	const filled = (count: number): Members => {
		const members: Members = new Map();
		for (let at = 0; at < count; at += 1) come(members, company(`c${at}`, at < 10 ? 'a' : 'b'));
		return members;
	};

	test('is followed up to a thousand, and its small parts beyond', () => {
		expect(filled(1000).get(everybody)?.size).toBe(1000);
		const members = filled(1001);
		expect(members.get(everybody)).toBeNull();
		expect(members.get(tallyName('company', ['industry'], { industry: 'a' }))?.size).toBe(10);
	});

	test('is not followed again when it shrinks: who it held is not known any more', () => {
		const members = filled(1001);
		for (let at = 0; at < 50; at += 1) go(members, company(`c${at}`, at < 10 ? 'a' : 'b'));
		expect(members.get(everybody)).toBeNull();
	});
});
