// The server as the survey's page sees it: four requests, answered from memory.
import type { Marks } from '#core/survey/draft.ts';

type Held = { key: string; answers: Marks; report: string | null; hash: string };

export class Desk {
	readonly responses = new Map<string, Held>();
	readonly requests: { readonly method: string; readonly path: string; readonly keepalive: boolean }[] = [];
	/** Addresses to which a link was to be mailed. */
	readonly mailed: string[] = [];
	/** As if there were no connection. */
	down = false;

	fetch = (path: string, init: RequestInit = {}): Promise<Response> => {
		this.requests.push({ method: init.method ?? 'GET', path, keepalive: init.keepalive ?? false });
		return Promise.resolve().then(() => this.#answer(path, init));
	};

	#answer(path: string, init: RequestInit): Response {
		const { method = 'GET' } = init;
		if (this.down) throw new TypeError('Failed to fetch');
		const [, id = '', action] = /^\/api\/v1\/responses\/([0-9a-f-]{36})(?:\/(.+))?$/.exec(path) ?? [];
		const key = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
		const held = this.responses.get(id);
		if (held && held.key !== key) return Response.json({}, { status: 404 });
		if (method === 'GET') return held ? Response.json(held) : Response.json({}, { status: 404 });
		const { email } = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as { email?: string };
		if (action === 'resume-link' && email !== undefined) {
			this.mailed.push(email);
			return Response.json({ sent: true }, { status: email.startsWith('too-often') ? 429 : 202 });
		}
		if (action === 'resume-link')
			return Response.json({ link: `https://survey.test/tiny/survey#continue=${id}.${key}` });
		if (held?.report && method === 'PUT') return Response.json({}, { status: 409 });
		const sent = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as { answers: Marks; hash: string };
		const report = action === 'complete' ? `/r/${id}` : null;
		this.responses.set(id, { key, hash: sent.hash, answers: { ...held?.answers, ...sent.answers }, report });
		return Response.json(report ? { report } : { savedThrough: 1 });
	}

	/** What was answered in the one response that there is. */
	get values(): Record<string, unknown> {
		const [only] = this.responses.values();
		return Object.fromEntries(Object.entries(only?.answers ?? {}).map(([question, { value }]) => [question, value]));
	}
}
