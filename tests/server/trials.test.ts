// What a report key opens for trying other answers on, with the flagship and one of its journeys.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '#core/report/report.ts';
import type { Trial } from '#core/whatif/trial.ts';
import { tried } from '#core/whatif/tried.ts';
import { content } from '#lib/server/content.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { sampleReport } from '#lib/server/sample.ts';
import { share, unshare } from '#lib/server/shares.ts';
import { contentFolder, flagship } from '../support/flagship.ts';
import { call, makeWorld, newId, newKey } from '../support/world.ts';

const world = makeWorld({ CONTENT_DIR: contentFolder });
afterAll(() => world.stop());

const journey = JSON.parse(readFileSync(join(import.meta.dirname, '../journeys/steady-process.json'), 'utf8')) as {
	answers: Record<string, unknown>;
};
const paths = { owner: '', whole: '', company: '' };

beforeAll(async () => {
	const answers = Object.fromEntries(Object.entries(journey.answers).map(([id, value]) => [id, { value, at: 1 }]));
	const sent = { instrument: flagship.id, version: flagship.version, answers };
	const completed = await completeResponse(newId(), newKey(), sent);
	paths.owner = completed.kind === 'completed' ? completed.report : '';
	paths.whole = (await share(paths.owner.slice(3), 'whole'))?.path ?? '';
	paths.company = (await share(paths.owner.slice(3), 'company'))?.path ?? '';
});

const get = async (path: string): Promise<Trial> => (await (await call('GET', `${path}/trial.json`)).json()) as Trial;

test.each(['owner', 'whole'] as const)('the %s key gets all that moves the indices of the report', async (key) => {
	const trial = await get(paths[key]);
	const report = (await (await call('GET', `${paths[key]}/report.json`)).json()) as Report;
	const scores = tried(trial.instrument, trial.answers)?.scores;
	const panels = report.parts.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'panel'));
	expect(panels.map(({ about }) => about)).toEqual(['company', 'personal']);
	for (const { total, figures } of panels)
		for (const { id, tenths } of [total, ...figures]) expect([id, scores?.indices[id]?.tenths]).toEqual([id, tenths]);
	expect(trial).toMatchObject({ format: 1, scope: 'whole', locale: 'en' });
	expect(Object.keys(trial.answers)).toEqual(
		expect.arrayContaining(['forecast-accurate', 'cycle-days', 'call-objectives'])
	);
});

test('a company share gets nothing of the person', async () => {
	const trial = await get(paths.company);
	expect(trial.scope).toBe('company');
	expect(trial.instrument.sections.map(({ about }) => about)).not.toContain('personal');
	expect(Object.keys(trial.answers)).not.toContain('call-objectives');
	expect(JSON.stringify(trial)).not.toMatch(/call-objectives|Ingrid|respondent-name/);
});

test('there is no narrative in it', async () => {
	const text = await (await call('GET', `${paths.owner}/trial.json`)).text();
	for (const words of ['This week', 'Increase potential', 'You agree', 'Owner'])
		expect([words, text.includes(words)]).toEqual([words, false]);
});

test('it is kept by nobody on the way', async () => {
	const { status, headers } = await call('GET', `${paths.owner}/trial.json`);
	expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
	expect(headers.get('cache-control')).toBe('no-store, private');
	expect(headers.get('x-robots-tag')).toBe('noindex');
});

describe('the sample report', () => {
	test('gives everybody its own, with all that moves the indices of both panels', async () => {
		const trial = await get(`/${flagship.id}/sample`);
		const { scores } = tried(trial.instrument, trial.answers) ?? {};
		const sample = content().samples.get(flagship.id);
		if (sample === undefined) throw new Error('the flagship has lost its sample');
		const panels = sampleReport(sample).parts.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'panel'));
		expect(panels).toHaveLength(2);
		for (const panel of panels)
			if (panel.kind === 'panel')
				for (const { id, tenths } of [panel.total, ...panel.figures])
					expect([id, scores?.indices[id]?.tenths]).toEqual([id, tenths]);
		expect(trial).toMatchObject({ format: 1, scope: 'whole' });
	});

	test('has none where an instrument has no sample', async () => {
		expect((await call('GET', '/nothing/sample/trial.json')).status).toBe(404);
	});

	test('keeps no target: there is nobody to keep it for', async () => {
		expect((await call('POST', `/${flagship.id}/sample/target`, { json: { answers: {} } })).status).toBe(404);
	});
});

describe('no other key opens it', () => {
	test('a wrong or a revoked one finds nothing', async () => {
		expect((await call('GET', `/r/${newKey()}/trial.json`)).status).toBe(404);
		const given = await share(paths.owner.slice(3), 'whole');
		expect((await call('GET', `${given?.path}/trial.json`)).status).toBe(200);
		await unshare(paths.owner.slice(3), given?.id ?? '');
		expect((await call('GET', `${given?.path}/trial.json`)).status).toBe(404);
	});

	test('and nothing can be written to it', async () => {
		expect((await call('POST', `${paths.owner}/trial.json`, { json: {} })).status).toBe(405);
	});
});
