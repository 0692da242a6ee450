// Answers → the server, under the id and key of the response. What resolves is durable there.
import type { Questionnaire } from '#core/instrument/questionnaire.ts';
import type { Draft, Marks } from '#core/survey/draft.ts';
import { AlreadyCompleted, Busy } from '#core/survey/events.ts';
import type { Occasion } from '#core/survey/occasion.ts';
import type { Identity } from './identity.ts';
import { draftOf, membersOf, textOf, type Shape } from './shape.ts';

/** A connection that hangs is no connection. */
const PATIENCE = 20_000;

/** However long a server wants to be left in peace: nobody waits for that long without another try. */
const LONGEST_PEACE = 300_000;

/** What the server holds of a response. */
export type Held = Draft & { readonly hash: string; readonly report: string | null };

export class Sender {
	/** Known once the page has looked into its storage; nothing is sent before. */
	identity: Identity | null = null;
	readonly #about: Shape;
	readonly #seconds: () => Readonly<Record<string, number>>;
	readonly #fetch: typeof fetch;
	/** Whether something was typed where no person types. */
	unseen: () => boolean = () => false;
	/** Heard when nothing can be begun by the invitation: no later try will do better. */
	uninvited: () => void = () => undefined;

	/** @param seconds how long each section was looked at until now */
	constructor(
		questionnaire: Questionnaire,
		{ campaign, invitation, preview, source }: Occasion,
		seconds: () => Readonly<Record<string, number>>,
		fetcher: typeof fetch
	) {
		const { id, version, hash, locale } = questionnaire;
		this.#about = {
			instrument: id,
			version,
			hash,
			locale,
			source,
			...(campaign && { campaign }),
			...(invitation && { invitation: invitation.token }),
			...(preview && { preview })
		};
		this.#seconds = seconds;
		this.#fetch = fetcher;
	}

	/** @param last the page is going away: the request outlives it, and nobody waits for the reply */
	save = async (answers: Marks, last = false): Promise<Marks> => {
		const reply = await this.#send('PUT', '', this.#body(answers), last);
		if (reply.status === 409) throw new AlreadyCompleted();
		await this.#read(reply);
		return answers;
	};

	complete = async ({ answers }: Draft): Promise<string> =>
		needed((await this.#read(await this.#send('POST', '/complete', this.#body(answers))))['report']);

	held = async (): Promise<Held> => {
		const held = await read(await this.#send('GET', ''));
		return { ...draftOf(held), hash: needed(held['hash']), report: textOf(held['report']) ?? null };
	};

	/** @param email it goes there instead, and nothing is given */
	link = async (email?: string): Promise<string> => {
		const { link } = await read(await this.#send('POST', '/resume-link', email ? { email } : undefined));
		return email ? '' : needed(link);
	};

	async #read(reply: Response): Promise<Shape> {
		if (reply.status === 422) {
			const { problems } = membersOf(await reply.clone().json());
			const all: readonly unknown[] = Array.isArray(problems) ? problems : [];
			if (all.some((problem) => membersOf(problem)['where'] === 'invitation')) this.uninvited();
		}
		return read(reply);
	}

	#body(answers: Marks): object {
		return { ...this.#about, timing: this.#seconds(), ...(this.unseen() && { unseen: true }), answers };
	}

	#send(method: string, action: string, body?: object, keepalive = false): Promise<Response> {
		if (!this.identity) return Promise.reject(new Error('the response has no name yet'));
		const { id, key } = this.identity;
		return this.#fetch(`/api/v1/responses/${id}${action}`, {
			method,
			keepalive,
			headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
			body: body ? JSON.stringify(body) : null,
			signal: keepalive ? null : AbortSignal.timeout(PATIENCE)
		});
	}
}

async function read(reply: Response): Promise<Shape> {
	const seconds = Number(reply.headers.get('retry-after'));
	if (!reply.ok) throw new Busy(Math.min(seconds * 1000 || 0, LONGEST_PEACE));
	return membersOf(await reply.json());
}

function needed(value: unknown): string {
	if (typeof value !== 'string') throw new Error('the server answered something else');
	return value;
}
