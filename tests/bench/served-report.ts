// The journey's answers, sent in as a browser would → the address of the report page that a reader opens.
import { randomUUID } from 'node:crypto';
import { flagship } from '../support/flagship.ts';
import { journey } from './responses.ts';

export async function servedReport(app: string): Promise<string> {
	const at = Date.now();
	const answers = Object.fromEntries(Object.entries(journey).map(([question, value]) => [question, { value, at }]));
	const reply = await fetch(`${app}/api/v1/responses/${randomUUID()}/complete`, {
		method: 'POST',
		headers: { authorization: `Bearer ${randomUUID()}`, 'content-type': 'application/json' },
		body: JSON.stringify({ instrument: flagship.id, version: flagship.version, answers })
	});
	if (!reply.ok) throw new Error(`the journey was refused: ${reply.status} ${await reply.text()}`);
	const { report } = (await reply.json()) as { report: string };
	return new URL(report, app).href;
}
