// What webhooks are told, shown on invented people: made by the code that makes the real ones, and marked as a test.
import type { Instrument } from '#core/instrument/instrument.ts';
import { content } from './content.ts';
import { newResponse, type Stored } from './response-rows.ts';
import type { Revision } from './revisions.ts';
import type { Sample } from './sample.ts';
import { completedPayload, leadPayload, resultSaid, started, type Payload, type ToldLead } from './webhook-payload.ts';
import type { WebhookEvent } from './webhooks.ts';

const ID = '4f6c1a52-8f0e-4c1b-9a51-3d1f0f6f2a90';

const CLIENT = '9b2d7e10-4c55-4d0a-8a52-6e1f5c3b7d21';

const BEGUN = '2026-11-22T09:12:00.000Z';
const DONE = '2026-11-22T09:31:00.000Z';

/** Of the instrument that has a sample report, else of any. */
export function examples(): Readonly<Record<WebhookEvent, Payload>> {
	const { samples, instruments } = content();
	const [sample] = samples.values();
	const [first] = instruments.values();
	const instrument = sample?.instrument ?? first;
	if (instrument === undefined) throw new Error('there is no instrument');
	const source = { utm_source: 'newsletter', utm_campaign: 'spring' };
	const begun = newResponse(ID, '', instrument, { campaign: 'spring' }, BEGUN);
	const stored: Stored = {
		...begun,
		source,
		locale: instrument.locale,
		is_test: 1,
		completed_at: DONE,
		state: 'completed'
	};
	const completed = revisionOf(instrument, sample);
	return {
		'response.started': started(stored),
		'response.completed': completedPayload(stored, completed, instrument),
		'lead.captured': leadPayload(stored, lead, completed, instrument),
		'engagement.completed': engagementExample(instrument, completed)
	};
}

/** As if each of five people had answered like the sample. */
function engagementExample(instrument: Instrument, completed: Revision): Payload {
	const { indices } = resultSaid(instrument, completed);
	const company = instrument.indices.filter(({ about }) => about === 'company').map(({ id }) => id);
	return {
		type: 'engagement.completed',
		timestamp: DONE,
		data: {
			engagement: {
				id: ID,
				client: { id: CLIENT },
				instrument: instrument.id,
				name: 'Spring',
				promise: 'anonymous',
				previous: null,
				state: 'closed',
				deadline: DONE,
				createdAt: BEGUN,
				closedAt: DONE,
				people: { asked: 6, begun: 0, finished: 5 },
				result: {
					respondents: 5,
					indices: Object.fromEntries(Object.entries(indices).filter(([id]) => company.includes(id)))
				},
				because: null
			}
		}
	};
}

function revisionOf({ hash }: Instrument, sample: Sample | undefined): Revision {
	const given = Object.entries(sample?.answers.given ?? {});
	const answers = given.map(([question, answer], at) => {
		const value = answer.state === 'answered' ? answer.value : answer.state;
		return [question, { value, at: at + 1 }] as const;
	});
	const compared = { edition: null, edition_before: null, published: null };
	return { response: ID, revision: 1, hash, answers: Object.fromEntries(answers), completed_at: DONE, ...compared };
}

const lead: ToldLead = {
	name: 'Jo Miller',
	address: 'jo.miller@example.org',
	company: 'Example Ltd',
	role: 'Head of Sales',
	fields: { team: '12' },
	consents: [{ id: 'contact', text: 'You may write to me about this.', hash: '', at: DONE }],
	intent: 60,
	created_at: DONE
};
