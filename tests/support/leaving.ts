// Somebody who takes the flagship by a campaign, as a journey has answered it, and what they leave.
import { readFileSync } from 'node:fs';
import { newSettings, type Settings } from '#lib/campaign/settings.ts';
import { insertCampaign } from '#lib/server/campaigns.ts';
import { database } from '#lib/server/database/database.ts';
import { hashOfWording } from '#lib/server/lead-shape.ts';
import { call, newId, newKey, ORIGIN } from './world.ts';

/** A campaign of the flagship, published and open for ever. */
export async function opensCampaign(id: string, settings: Partial<Settings>): Promise<void> {
	const now = new Date().toISOString();
	await insertCampaign(await database(), {
		id,
		instrument: 'sales-velocity',
		name: id,
		settings: { ...newSettings, ...settings },
		is_published: true,
		opens_at: null,
		closes_at: null,
		created_by: 'test',
		created_at: now,
		updated_at: now
	});
}

export type Participant = { readonly id: string; readonly key: string; readonly owner: string };

const answersOf = (journey: string): Readonly<Record<string, unknown>> =>
	(JSON.parse(readFileSync(new URL(`../journeys/${journey}.json`, import.meta.url), 'utf8')) as { answers: object })
		.answers as Readonly<Record<string, unknown>>;

const marks = (answers: Readonly<Record<string, unknown>>) =>
	Object.fromEntries(Object.entries(answers).map(([question, value]) => [question, { value, at: 1 }]));

const begun = (campaign: string, more: object) => ({
	instrument: 'sales-velocity',
	version: '1.0.0',
	campaign,
	source: { utm_source: 'newsletter' },
	...more
});

/** Begins without an answer. */
export async function begins(
	campaign: string,
	more: object = {}
): Promise<{ readonly id: string; readonly key: string }> {
	const [id, key] = [newId(), newKey()];
	const reply = await call('PUT', `/api/v1/responses/${id}`, { key, json: begun(campaign, { answers: {}, ...more }) });
	if (!reply.ok) throw new Error(await reply.text());
	return { id, key };
}

export async function completes(
	campaign: string,
	journey = 'weak-everywhere',
	{ id, key } = { id: newId(), key: newKey() },
	more: object = {}
): Promise<Participant> {
	const json = begun(campaign, { answers: marks(answersOf(journey)), ...more });
	const reply = await call('POST', `/api/v1/responses/${id}/complete`, { key, json });
	if (!reply.ok) throw new Error(await reply.text());
	const { report } = (await reply.json()) as { report: string };
	return { id, key, owner: report.slice('/r/'.length) };
}

/** Posts a form as a page without script does. */
export const posts = (path: string, fields: Readonly<Record<string, string>>) =>
	call('POST', path, {
		body: new URLSearchParams(fields),
		headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }
	});

export const ada = { name: 'Ada Lovelace', address: 'ada@example.org', company: 'Engines Ltd' };

export const contact = { id: 'contact', text: 'You may write to me about my result.' };

/** The box of `contact`, ticked. */
export const ticked = { 'consents.contact': hashOfWording(contact.text) };
