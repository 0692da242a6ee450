// What the studio does to campaigns: ids for ever, saves that see each other, and a note of everything in the audit log.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
	createCampaign,
	deleteCampaign,
	duplicateCampaign,
	editCampaign,
	publishCampaign
} from '#lib/server/campaign-changes.ts';
import { countsByCampaign } from '#lib/server/campaign-counts.ts';
import { allCampaigns, findCampaign, openingOf, type Campaign } from '#lib/server/campaigns.ts';
import { database } from '#lib/server/database/database.ts';
import type { Person } from '#lib/server/person.ts';
import { fullCampaign } from '../support/full-campaign.ts';
import { call, makeWorld, newId, newKey, saving, type World } from '../support/world.ts';

let world: World;
beforeAll(() => (world = makeWorld()));
afterAll(() => world.stop());

const ada: Person = { id: 'ada', name: 'Ada', address: 'ada@example.com', role: 'owner', session: 's' };
const about = { instrument: 'small', zone: 'Europe/Berlin' };

beforeEach(async () => {
	const db = await database();
	await db.deleteFrom('campaigns').execute();
	await db.deleteFrom('audit').execute();
});

const noted = async (): Promise<readonly string[]> => {
	const rows = await (await database()).selectFrom('audit').selectAll().orderBy('at').execute();
	return rows.map(({ actor, action, subject }) => `${actor}: ${action} ${subject}`);
};

async function made(id = 'fair'): Promise<Campaign> {
	await createCampaign({ name: 'Fair', id }, about, ada);
	const campaign = await findCampaign(id);
	if (campaign === null) throw new Error('it was not made');
	return campaign;
}

describe('a new campaign', () => {
	test('takes its id from its name and is not yet published', async () => {
		expect(await createCampaign({ name: 'Spring Fair', id: '' }, about, ada)).toEqual({ ok: true, id: 'spring-fair' });
		const campaign = await findCampaign('spring-fair');
		expect(campaign).toMatchObject({ instrument: 'small', created_by: 'ada', is_published: false, opens_at: null });
		expect(campaign?.settings.zone).toBe('Europe/Berlin');
		expect(await noted()).toEqual(['person ada: campaign.created campaign spring-fair']);
	});

	test('never has an id that was given before, not even to one that is deleted', async () => {
		const campaign = await made();
		await deleteCampaign(campaign.id, ada);
		expect(await createCampaign({ name: 'Again', id: 'fair' }, about, ada)).toEqual({ ok: false, free: 'fair-2' });
		expect(await createCampaign({ name: 'Fair', id: '' }, about, ada)).toEqual({ ok: true, id: 'fair-2' });
	});

	test('made by ten at once has ten ids', async () => {
		const created = await Promise.all(
			Array.from({ length: 10 }, () => createCampaign({ name: 'Fair', id: '' }, about, ada))
		);
		expect(new Set(created.map((each) => (each.ok ? each.id : ''))).size).toBe(10);
		expect(await allCampaigns()).toHaveLength(10);
	});
});

describe('settings', () => {
	const edit = () => fullCampaign;

	test('are kept as they were saved', async () => {
		const { id, updated_at } = await made();
		expect(await editCampaign(id, updated_at, edit, { part: 'look', person: ada })).toEqual({ kind: 'changed' });
		expect(await findCampaign(id)).toMatchObject({ ...fullCampaign, id });
		expect(await noted()).toContain('person ada: campaign.changed campaign fair');
	});

	test('that somebody else saved meanwhile are not replaced, and nothing is noted', async () => {
		const { id, updated_at } = await made();
		const first = await editCampaign(id, updated_at, edit, { part: 'look', person: ada });
		const second = await editCampaign(id, updated_at, (stored) => ({ ...stored, name: 'Lost' }), {
			part: 'look',
			person: { ...ada, id: 'bo' }
		});
		expect(first.kind).toBe('changed');
		expect(second).toMatchObject({ kind: 'meanwhile', campaign: { name: 'Spring fair' } });
		expect((await findCampaign(id))?.name).toBe('Spring fair');
		expect((await noted()).join()).not.toContain('person bo');
	});

	test('saved by twenty at once are saved by one', async () => {
		const { id, updated_at } = await made();
		const all = await Promise.all(
			Array.from({ length: 20 }, (_, at) =>
				editCampaign(id, updated_at, (stored) => ({ ...stored, name: `N${at}` }), { part: 'survey', person: ada })
			)
		);
		expect(all.filter(({ kind }) => kind === 'changed')).toHaveLength(1);
	});

	test('of a campaign that is gone are not saved', async () => {
		const { id, updated_at } = await made();
		await deleteCampaign(id, ada);
		expect(await editCampaign(id, updated_at, edit, { part: 'look', person: ada })).toEqual({ kind: 'gone' });
		expect(await publishCampaign(id, true, ada)).toEqual({ kind: 'gone' });
		expect(await deleteCampaign('never', ada)).toEqual({ kind: 'gone' });
	});
});

test('publishing opens it and is noted once', async () => {
	const { id } = await made();
	await publishCampaign(id, true, ada);
	await publishCampaign(id, true, ada);
	const published = await findCampaign(id);
	expect(published && openingOf(published, new Date().toISOString())).toBe('open');
	await publishCampaign(id, false, ada);
	expect((await noted()).slice(1)).toEqual([
		'person ada: campaign.published campaign fair',
		'person ada: campaign.unpublished campaign fair'
	]);
});

test('a duplicate has everything but id, dates and publication', async () => {
	const { id, updated_at } = await made();
	await editCampaign(id, updated_at, () => fullCampaign, { part: 'form', person: ada });
	await publishCampaign(id, true, ada);
	expect(await duplicateCampaign(id, { name: 'Autumn', id: '' }, ada)).toEqual({ ok: true, id: 'autumn' });
	expect(await findCampaign('autumn')).toMatchObject({
		name: 'Autumn',
		instrument: 'small',
		settings: fullCampaign.settings,
		is_published: false,
		opens_at: null,
		closes_at: null
	});
	expect(await duplicateCampaign('never', { name: 'X', id: '' }, ada)).toBeNull();
	expect((await noted()).at(-1)).toBe('person ada: campaign.duplicated campaign autumn');
});

test('a deleted one leaves the list, but its answers stay', async () => {
	const { id } = await made();
	const response = newId();
	const body = saving({ role: ['seller', 1] }, { campaign: id });
	await publishCampaign(id, true, ada);
	expect((await call('PUT', `/api/v1/responses/${response}`, { key: newKey(), json: body })).status).toBe(200);
	expect((await countsByCampaign())(id)).toEqual({ started: 1, completed: 0, leads: 0 });
	await deleteCampaign(id, ada);
	expect(await allCampaigns()).toEqual([]);
	expect((await countsByCampaign(id))(id).started).toBe(1);
	expect((await countsByCampaign(id))('other').started).toBe(0);
});
