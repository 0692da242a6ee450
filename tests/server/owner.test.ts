// What an owner does over HTTP: from a program with JSON, and from a page without script with a form.
import { afterAll, expect, test } from 'vitest';
import { completeResponse } from '#lib/server/responses.ts';
import { sharesOf } from '#lib/server/shares.ts';
import { call, jar, makeWorld, newId, newKey, ORIGIN, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

async function ownerKey(): Promise<string> {
	const result = await completeResponse(newId(), newKey(), saving({ role: ['seller', 1], first: ['agree', 2] }));
	return result.kind === 'completed' ? result.report.slice(3) : '';
}

const form = (fields: Record<string, string>) => ({ body: new URLSearchParams(fields), headers: { origin: ORIGIN } });
const whereTo = (response: Response) => [response.status, response.headers.get('location')];

test('sharing and revoking with JSON', async () => {
	const owner = await ownerKey();
	const made = await call('POST', `/r/${owner}/shares`, { json: { scope: 'company' } });
	expect(made.status).toBe(201);
	const { id, link } = (await made.json()) as { id: string; link: string };
	expect(link).toMatch(new RegExp(`^${ORIGIN}/r/[\\w-]{32}$`));
	const path = new URL(link).pathname;
	expect(await (await call('GET', `${path}/report.json`)).json()).toMatchObject({ scope: 'company' });
	expect((await call('DELETE', `/r/${owner}/shares/${id}`)).status).toBe(200);
	expect((await call('GET', `${path}/report.json`)).status).toBe(404);
	expect((await call('DELETE', `/r/${owner}/shares/${id}`)).status).toBe(404);
});

test('sharing and revoking with forms', async () => {
	const owner = await ownerKey();
	expect(whereTo(await call('POST', `/r/${owner}/shares`, form({ scope: 'whole' })))).toEqual([
		303,
		`/r/${owner}#shares`
	]);
	const [share] = await sharesOf(owner);
	expect(share).toMatchObject({ scope: 'whole' });
	expect(whereTo(await call('POST', `/r/${owner}/shares/${share?.id}`, form({})))).toEqual([303, `/r/${owner}#shares`]);
	expect(await sharesOf(owner)).toEqual([]);
});

test.each([{}, { scope: 'everything' }, { scope: 'whole', more: 1 }, []])('a share of %o is refused', async (json) => {
	expect((await call('POST', `/r/${await ownerKey()}/shares`, { json })).status).toBe(422);
});

test('the export is a file with everything', async () => {
	const response = await call('POST', `/r/${await ownerKey()}/export`, form({}));
	expect(response.headers.get('content-disposition')).toContain('attachment');
	expect(await response.json()).toMatchObject({
		response: { instrument: 'small' },
		revisions: [{ revision: 1 }],
		shares: []
	});
});

test('reopening leads back to the survey', async () => {
	const owner = await ownerKey();
	const { link } = (await (await call('POST', `/r/${owner}/reopen`)).json()) as { link: string };
	expect(link).toMatch(new RegExp(`^${ORIGIN}/small/survey#continue=[0-9a-f-]{36}\\.[\\w-]{32}$`));
	expect(whereTo(await call('POST', `/r/${owner}/reopen`, form({})))).toEqual([303, link.slice(ORIGIN.length)]);
	expect([...jar]).toEqual([['__Host-survey-small', link.split('=')[1]]]);
});

test.each([{}, { confirm: false }, { confirm: 'no' }, { confirm: true, also: 1 }])(
	'erasing has to be meant: %o is refused',
	async (json) => {
		const owner = await ownerKey();
		expect((await call('POST', `/r/${owner}/erase`, { json })).status).toBe(422);
		expect((await call('GET', `/r/${owner}/report.json`)).status).toBe(200);
	}
);

test('erasing with JSON', async () => {
	const owner = await ownerKey();
	expect(await (await call('POST', `/r/${owner}/erase`, { json: { confirm: true } })).json()).toEqual({ erased: true });
	expect((await call('GET', `/r/${owner}/report.json`)).status).toBe(404);
});

test('erasing with a form asks again when the box is not ticked', async () => {
	const owner = await ownerKey();
	expect(whereTo(await call('POST', `/r/${owner}/erase`, form({})))).toEqual([303, `/r/${owner}#erase`]);
	expect(whereTo(await call('POST', `/r/${owner}/erase`, form({ confirm: 'on' })))).toEqual([303, '/']);
	expect((await call('GET', `/r/${owner}/report.json`)).status).toBe(404);
});

test.each(['https://evil.test', 'null'])('a form on %s does nothing', async (origin) => {
	const owner = await ownerKey();
	const response = await call('POST', `/r/${owner}/erase`, {
		body: new URLSearchParams({ confirm: 'on' }),
		headers: { origin }
	});
	expect(response.status).toBe(403);
	expect((await call('GET', `/r/${owner}/report.json`)).status).toBe(200);
});

test('reading changes nothing: there is nothing to GET that does', async () => {
	const owner = await ownerKey();
	for (const path of ['shares', 'shares/1', 'erase', 'export', 'reopen', 'again', 'target']) {
		expect((await call('GET', `/r/${owner}/${path}`)).status).toBe(405);
	}
});
