// Share pictures over the wire: the bytes of a PNG, for whom, and what caches may do with them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { painted } from '#lib/server/picture-paint.ts';
import { closePictures } from '#lib/server/picture.ts';
import { erase } from '#lib/server/privacy.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { share, unshare } from '#lib/server/shares.ts';
import { socialCard } from '#lib/server/social-card.ts';
import { crowded, pictureIn } from '../support/share-pictures.ts';
import { call, makeWorld, newId, newKey, ORIGIN, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(async () => {
	await closePictures();
	await world.stop();
});

const headOf = (png: Uint8Array) => {
	const data = new DataView(png.buffer, png.byteOffset, png.byteLength);
	return { signature: data.getUint32(0), width: data.getUint32(16), height: data.getUint32(20) };
};
const PNG = { signature: 0x89504e47, width: 1200, height: 630 };

describe('a painted picture', () => {
	test('is a PNG of 1200 by 630 that any network takes', async () => {
		const png = await painted(crowded);
		expect(headOf(png)).toEqual(PNG);
		expect(png.length).toBeLessThan(300_000);
	});

	test('has the same bytes each time, and others for another report', async () => {
		const [once, again, other] = [
			await painted(pictureIn('steady-process')),
			await painted(pictureIn('steady-process')),
			await painted(pictureIn('tiny-firm'))
		];
		expect(Buffer.compare(once, again)).toBe(0);
		expect(Buffer.compare(once, other)).not.toBe(0);
	});
});

describe('the picture of a report', () => {
	let owner = '';
	beforeAll(async () => {
		const result = await completeResponse(newId(), newKey(), saving({ role: ['seller', 1] }));
		owner = result.kind === 'completed' ? result.report.slice(3) : '';
	});

	const get = (key: string) => call('GET', `/r/${key}/picture.png`);

	test('is for the owner and for whoever a share was given to, and kept by nobody on the way', async () => {
		const shared = (await share(owner, 'whole'))?.path.slice(3) ?? '';
		for (const key of [owner, shared]) {
			const response = await get(key);
			expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
			expect(response.headers.get('cache-control')).toBe('no-store, private');
			expect(response.headers.get('x-robots-tag')).toBe('noindex');
			expect(headOf(new Uint8Array(await response.arrayBuffer()))).toEqual(PNG);
		}
	});

	test('is the same for every key: the company’s half', async () => {
		const keys = [
			owner,
			...(await Promise.all([share(owner, 'whole'), share(owner, 'company')])).map((one) => one?.path.slice(3) ?? '')
		];
		const bytes = await Promise.all(keys.map(async (key) => Buffer.from(await (await get(key)).arrayBuffer())));
		expect(bytes.map((each) => Buffer.compare(each, bytes[0] ?? each))).toEqual([0, 0, 0]);
	});

	test('is not there for a share that was taken back, a report that was erased, or any other key', async () => {
		const revoked = await share(owner, 'company');
		await unshare(owner, revoked?.id ?? '');
		expect((await get(revoked?.path.slice(3) ?? '')).status).toBe(404);
		expect((await get(newKey())).status).toBe(404);
		await erase(owner);
		expect((await get(owner)).status).toBe(404);
	});
});

describe('the picture of an instrument', () => {
	test('is for everybody, and caches may keep it', async () => {
		const response = await call('GET', '/small/picture.png');
		expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
		expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
		expect(headOf(new Uint8Array(await response.arrayBuffer()))).toEqual(PNG);
		const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
		const again = await call('GET', '/small/picture.png', { headers });
		expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
	});

	test.each(['nothing', 'constructor', '__proto__'])('is not there for "%s"', async (id) => {
		expect((await call('GET', `/${id}/picture.png`)).status).toBe(404);
	});
});

test('what networks show of an address has absolute links, and nothing that depends on a report', () => {
	const card = socialCard('small', ORIGIN);
	expect(card).toMatchObject({ url: `${ORIGIN}/small`, picture: { src: `${ORIGIN}/small/picture.png` } });
	expect(card?.picture.alt).toMatch(/^The picture says: Small\./);
	expect(socialCard('nothing', ORIGIN)).toBeNull();
});
