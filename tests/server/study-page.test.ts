// The page of a benchmark over the wire: empty, and of an edition that was counted from simulated respondents.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChartBlock, Paper } from '#core/report/report.ts';
import { chartsOf } from '#core/report/study-page/page.ts';
import { painted } from '#lib/server/picture-paint.ts';
import { buildEdition } from '#lib/server/edition-building.ts';
import { keepEdition } from '#lib/server/edition-rows.ts';
import { change } from '#lib/server/database/database.ts';
import { studyPicture } from '#lib/server/study-page.ts';
import { contributeCrowd } from '../support/benchmark-crowd.ts';
import { cellOf, editionOf, measureOf } from '../support/edition.ts';
import { contentFolder, flagship } from '../support/flagship.ts';
import { call, makeWorld, ORIGIN } from '../support/world.ts';

const world = makeWorld({ CONTENT_DIR: contentFolder });
afterAll(() => world.stop());

const path = '/sales-velocity/benchmark';
type Data = { readonly paper: Paper<ChartBlock>; readonly isOpen: boolean; readonly isDemonstration: boolean };
const page = async (): Promise<Data> => (await (await call('GET', path)).json()) as Data;

describe('while nobody has answered', () => {
	test('it says when it opens, and has neither data nor pictures', async () => {
		const { isOpen, paper } = await page();
		expect(isOpen).toBe(false);
		expect(JSON.stringify(paper)).toContain('opens at 10 companies');
		expect((await call('GET', `${path}/data.csv`)).status).toBe(404);
		expect((await call('GET', `${path}/company.png`)).status).toBe(404);
		expect((await (await call('GET', '/sales-velocity')).json()) as object).toMatchObject({ isStudyOpen: false });
	});

	test('another instrument is not there', async () => {
		for (const each of ['/nothing/benchmark', '/constructor/benchmark', '/nothing/benchmark/data.csv'])
			expect((await call('GET', each)).status).toBe(404);
	});
});

describe('of simulated respondents', () => {
	let edition = '';
	beforeAll(async () => {
		await contributeCrowd(300);
		edition = (await buildEdition(flagship, new Date()))?.id ?? '';
	}, 120_000);

	test('the page tells the newest edition and its study', async () => {
		const { isOpen, paper } = await page();
		expect(isOpen).toBe(true);
		expect(chartsOf(paper).map(({ id }) => id)).toEqual(expect.arrayContaining(['company', 'company-parts', 'areas']));
		for (const { source } of chartsOf(paper)) expect(source).toContain(edition);
		expect((await (await call('GET', '/sales-velocity')).json()) as object).toMatchObject({ isStudyOpen: true });
	});

	test('nothing that is kept of single companies is on it', async () => {
		const text = await (await call('GET', path)).text();
		for (const hidden of ['"scores"', '"maxOrg"', '"told"', 'company-1', 'person-1'])
			expect(text).not.toContain(hidden);
	});

	test('the data are a table that caches may keep, with every chart’s medians', async () => {
		const response = await call('GET', `${path}/data.csv`);
		expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
		expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${edition}.csv"`);
		expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
		const text = await response.text();
		const [head, ...lines] = text.replace('\ufeff', '').trim().split('\r\n');
		expect(head).toBe('kind,measure,title,group,statistic,value,n_at_least,edition,date,demonstration');
		expect(lines.filter((line) => !line.includes(`,${edition},`))).toEqual([]);
		const drawn = chartsOf((await page()).paper).flatMap(({ id, drawn: one }) =>
			one.shape === 'distribution' ? [[id, one.median / 10] as const] : []
		);
		expect(drawn.length).toBeGreaterThan(0);
		for (const [id, median] of drawn)
			expect(text).toMatch(new RegExp(`^index,${id},[^\\r]*,all,median,${median},\\d+,`, 'm'));
		const etag = response.headers.get('etag') ?? '';
		expect((await call('GET', `${path}/data.csv`, { headers: { 'if-none-match': etag } })).status).toBe(304);
	});

	test('every chart becomes a picture, 1200 pixels wide', async () => {
		const charts = chartsOf((await page()).paper);
		for (const { id, says } of charts) {
			const picture = await studyPicture('sales-velocity', id, ORIGIN);
			expect(picture).toMatchObject({ headline: says, address: 'survey.test/sales-velocity/benchmark' });
			if (picture === null) throw new Error('no picture');
			const png = await painted(picture);
			const head = new DataView(png.buffer, png.byteOffset, png.byteLength);
			expect([head.getUint32(0), head.getUint32(16)]).toEqual([0x89504e47, 1200]);
			expect(head.getUint32(20)).toBeGreaterThanOrEqual(630);
		}
		expect(await studyPicture('sales-velocity', 'nothing', ORIGIN)).toBeNull();
	}, 60_000);

	test('a demonstration is labelled everywhere', async () => {
		const demonstration = editionOf(flagship, [cellOf(flagship, {}, measureOf(40))], {
			id: 'sales-velocity-1-invented',
			demonstration: true,
			source: ''
		});
		await change('test', (db) => keepEdition(db, { instrument: flagship.id, major: 1 }, demonstration, 'own'));
		const { isDemonstration, paper } = await page();
		expect(isDemonstration).toBe(true);
		expect(paper.cover.notice?.label).toBe('Demonstration');
		expect((await studyPicture('sales-velocity', 'company', ORIGIN))?.kicker).toMatch(/^Demonstration/);
		const csv = await call('GET', `${path}/data.csv`);
		expect(csv.headers.get('content-disposition')).toContain('demonstration-');
		expect(csv.headers.get('x-robots-tag')).toBe('noindex');
		const [, first] = (await csv.text()).split('\r\n');
		expect(first).toMatch(/,yes$/);
	});
});
