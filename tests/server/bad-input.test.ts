// Bad input is told with its place: never stored, never half stored, never a 500.
import { afterAll, describe, expect, test } from 'vitest';
import { readJson } from '#lib/server/body.ts';
import { readResponse } from '#lib/server/responses.ts';
import { call, makeWorld, newId, newKey, ORIGIN, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

type Told = { problems: { code: string; where: string; message: string }[] };
const told = async (response: Response): Promise<Told['problems']> => ((await response.json()) as Told).problems;

const path = (id: string, more = '') => `/api/v1/responses/${id}${more}`;
const good = saving({ role: ['seller', 1], first: ['agree', 2] });

const answer = (question: string, value: unknown) => ({ ...good, answers: { [question]: { value, at: 5 } } });

describe('bad input is refused with its place, and nothing of it is kept', () => {
	const cases: readonly (readonly [string, number, string, string, unknown])[] = [
		['an unknown question', 422, 'unknown-question', 'answers.nothing', answer('nothing', 'x')],
		['an unknown question, taken back', 422, 'unknown-question', 'answers.nothing', answer('nothing', null)],
		['a name that every object has', 422, 'unknown-question', 'answers.constructor', answer('constructor', 'x')],
		['an unknown option', 422, '*', 'answers.role', answer('role', 'nobody')],
		['a number for an option', 422, '*', 'answers.role', answer('role', 1)],
		['an object for an option', 422, '*', 'answers.role', answer('role', { x: 1 })],
		['true', 422, '*', 'answers.role', answer('role', true)],
		['a text for a number', 422, '*', 'answers.days', answer('days', '12')],
		['a number too large', 422, '*', 'answers.days', answer('days', 101)],
		['a number too small', 422, '*', 'answers.days', answer('days', -1)],
		['a number without end', 422, '*', 'answers.days', answer('days', 1e308)],
		['part of a whole number', 422, '*', 'answers.days', answer('days', 1.5)],
		['a long text', 422, '*', 'answers.remark', answer('remark', 'x'.repeat(201))],
		['a text with NUL', 422, 'bad-text', 'answers.remark.value', answer('remark', 'a\0b')],
		['half a character', 422, 'bad-text', 'answers.remark.value', answer('remark', 'a\ud800b')],
		['a day that is none', 422, '*', 'answers.since', answer('since', '2025-02-30')],
		['one option for a list', 422, '*', 'answers.tools', answer('tools', 'crm')],
		['an option twice', 422, '*', 'answers.tools', answer('tools', ['crm', 'crm'])],
		['points of a wrong sum', 422, '*', 'answers.time', answer('time', { old: 3 })],
		['"does not apply" where it is not offered', 422, 'not-offered', 'answers.first', answer('first', 'na')],
		['no value', 422, '*', 'answers.role.value', { ...good, answers: { role: { at: 1 } } }],
		['no time', 422, 'wrong-type', 'answers.role.at', { ...good, answers: { role: { value: 'seller' } } }],
		[
			'a time that is no whole number',
			422,
			'*',
			'answers.role.at',
			{ ...good, answers: { role: { value: 'seller', at: 1.5 } } }
		],
		[
			'a time before time',
			422,
			'out-of-range',
			'answers.role.at',
			{ ...good, answers: { role: { value: 'seller', at: 0 } } }
		],
		[
			'a time after time',
			422,
			'out-of-range',
			'answers.role.at',
			{ ...good, answers: { role: { value: 'seller', at: 9e15 } } }
		],
		['an unknown key', 422, 'unknown-key', 'extra', { ...good, extra: 1 }],
		[
			'an unknown key of an answer',
			422,
			'unknown-key',
			'answers.role.score',
			{ ...good, answers: { role: { value: 'seller', at: 1, score: 9 } } }
		],
		['a missing key', 422, 'wrong-type', 'answers', { instrument: 'small', version: '1.0.0' }],
		['an unknown section', 422, 'unknown-section', 'timing.nowhere', { ...good, timing: { nowhere: 3 } }],
		['an endless source', 422, 'out-of-range', 'source.utm', { ...good, source: { utm: 'x'.repeat(2000) } }],
		['a list', 422, 'wrong-type', 'body', []],
		['null', 422, 'wrong-type', 'body', null],
		['a text', 422, 'wrong-type', 'body', 'answers']
	];

	test.each(cases)('%s', async (_name, status, code, where, json) => {
		for (const [method, more] of [
			['PUT', ''],
			['POST', '/complete']
		] as const) {
			const [id, key] = [newId(), newKey()];
			const response = await call(method, path(id, more), { key, json });
			const problems = await told(response);
			expect([response.status, problems.map((problem) => problem.where)]).toEqual([
				status,
				expect.arrayContaining([where])
			]);
			if (code !== '*') expect(problems.map((problem) => problem.code)).toContain(code);
			expect(problems[0]?.message).toMatch(/^expected .+, found .+\. .+\.$/);
			expect(await readResponse(id, key)).toBeNull();
		}
	});

	const raw: readonly (readonly [string, number, string, BodyInit])[] = [
		['broken JSON', 400, 'broken-json', '{"answers":'],
		['no JSON at all', 400, 'broken-json', 'role=seller'],
		['nothing', 400, 'broken-json', ''],
		['bytes that are no UTF-8', 400, 'broken-json', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
		[
			'a key that reaches the prototype',
			422,
			'unknown-key',
			'{"instrument":"small","version":"1.0.0","answers":{"__proto__":{"value":"x","at":1}}}'
		],
		[
			'a key that reaches the prototype, at the top',
			422,
			'unknown-key',
			'{"__proto__":{"instrument":"small"},"version":"1.0.0","answers":{}}'
		],
		[
			'nesting without end',
			422,
			'too-deep',
			`{"instrument":"small","version":"1.0.0","answers":{"role":{"at":1,"value":${'['.repeat(20_000)}${']'.repeat(20_000)}}}}`
		],
		['a million characters', 413, 'too-large', JSON.stringify(answer('remark', 'x'.repeat(1_000_000)))],
		[
			'the same question twice',
			200,
			'',
			'{"instrument":"small","version":"1.0.0","answers":{"role":{"value":"other","at":1},"role":{"value":"seller","at":1}}}'
		]
	];

	test.each(raw)('%s', async (_name, status, code, body) => {
		const [id, key] = [newId(), newKey()];
		const response = await call('PUT', path(id), { key, body, headers: { 'content-type': 'application/json' } });
		expect(response.status).toBe(status);
		if (status === 200) return;
		expect((await told(response))[0]?.code).toBe(code);
		expect(await readResponse(id, key)).toBeNull();
	});

	test('a body that does not say how long it is is stopped all the same', async () => {
		const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(10_000).fill(32)) });
		const request = new Request(ORIGIN, { method: 'PUT', body: endless, duplex: 'half' } as RequestInit);
		expect(await readJson(request)).toMatchObject({ ok: false, status: 413 });
	});

	test('an id that is no UUID', async () => {
		const response = await call('PUT', path('1'), { key: newKey(), json: good });
		expect([response.status, (await told(response))[0]]).toEqual([
			422,
			expect.objectContaining({ code: 'wrong-id', where: 'id' })
		]);
		expect((await call('GET', path('1'), { key: newKey() })).status).toBe(404);
	});

	test('a bad answer beside good ones keeps none, and what was kept before stays', async () => {
		const [id, key] = [newId(), newKey()];
		await call('PUT', path(id), { key, json: good });
		const bad = await call('PUT', path(id), {
			key,
			json: saving({ role: ['other', 9], first: ['disagree', 9], days: [0, 9] })
		});
		expect(bad.status).toBe(422);
		expect((await readResponse(id, key))?.answers).toEqual(good.answers);
	});

	test('every problem of a body is told at once', async () => {
		const response = await call('PUT', path(newId()), {
			key: newKey(),
			json: saving({ role: ['x', 1], days: [0, 1], nothing: ['x', 1] })
		});
		expect((await told(response)).map(({ where }) => where).toSorted()).toEqual([
			'answers.days',
			'answers.nothing',
			'answers.role'
		]);
	});

	test('a response is not moved to another instrument', async () => {
		const [id, key] = [newId(), newKey()];
		await call('PUT', path(id), { key, json: good });
		const response = await call('PUT', path(id), { key, json: { ...good, instrument: 'other' } });
		expect([response.status, (await told(response))[0]?.code]).toEqual([422, 'other-instrument']);
	});
});
