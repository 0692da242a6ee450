// A posted form about a webhook → what was chosen of it, or what is wrong with which field.
import { z } from 'zod';
import { TICKED } from '#lib/campaign/fields.ts';
import { campaignId } from '#lib/campaign/settings.ts';
import { refusalOf } from './egress.ts';
import { faulty, readForm, type Faulty } from './form.ts';
import { allWebhooks, webhookEvents, type WebhookChoice } from './webhooks.ts';

const ticked = z.literal(TICKED).optional();

const shape = z.strictObject({
	id: z.uuid().optional(),
	name: z
		.string()
		.trim()
		.min(1)
		.max(80)
		.regex(/^[^\p{Cc}\p{Cs}]*$/u),
	url: z.string().trim().min(1).max(2000),
	campaign: z.union([z.literal(''), campaignId]).default(''),
	started: ticked,
	completed: ticked,
	lead: ticked,
	engagement: ticked
});

/** So many are enough, and each event is a message for each of them. */
const MOST = 50;

/** `id` is the one that a new webhook gets: the form had it from us, so that sent twice it makes one. */
type ReadWebhook =
	| { readonly ok: true; readonly id: string | undefined; readonly choice: WebhookChoice }
	| { readonly ok: false; readonly failure: ReturnType<typeof faulty> };

export async function readWebhook(request: Request): Promise<ReadWebhook> {
	const read = await readForm(request, shape);
	if (!read.ok) return read;
	const { id, name, url, campaign, started, completed, lead, engagement } = read.value;
	const events = webhookEvents.filter((_, at) => [started, completed, lead, engagement][at] === TICKED);
	const refusal = refusalOf(url);
	const faults: Faulty['faults'] = [
		...(refusal === null ? [] : [{ where: 'url', code: refusal }]),
		...(events.length > 0 ? [] : [{ where: 'started', code: 'no-event' }])
	];
	if (faults.length > 0) return { ok: false, failure: faulty(faults, read.typed) };
	if (id !== undefined && (await allWebhooks()).length >= MOST)
		return { ok: false, failure: faulty([{ where: '', code: 'too-many' }], read.typed) };
	return { ok: true, id, choice: { name, url, events, campaign: campaign || null } };
}

/** What the fields of the form show of a webhook that is there. */
export const typedOf = ({ name, url, events, campaign }: WebhookChoice): Faulty['typed'] => ({
	name,
	url,
	campaign: campaign ?? '',
	started: events.includes('response.started') ? TICKED : '',
	completed: events.includes('response.completed') ? TICKED : '',
	lead: events.includes('lead.captured') ? TICKED : '',
	engagement: events.includes('engagement.completed') ? TICKED : ''
});
