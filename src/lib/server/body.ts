// A request → its body as parsed JSON or form fields, never more than 64 KB of it.
import type { Problem } from '#core/problem.ts';
import { readJsonText, wrong } from './input.ts';

const MOST_BYTES = 64 * 1024;
const MOST_DROPPED = 1024 * 1024;

export type Body =
	| { readonly ok: true; readonly value: unknown; readonly form: boolean }
	| { readonly ok: false; readonly status: 400 | 413 | 422; readonly problems: readonly Problem[] };

/** JSON, whatever the content type says. */
export async function readJson(request: Request): Promise<Body> {
	const bytes = await bytesOf(request);
	return bytes === null ? tooLarge : fromJson(bytes);
}

/** A posted form, or JSON; an empty body is `{}`. Of a field that is given twice the last counts. */
export async function readFormOrJson(request: Request): Promise<Body> {
	const form = isForm(request);
	const bytes = await bytesOf(request);
	if (bytes === null) return tooLarge;
	if (!form) return bytes.length === 0 ? { ok: true, value: {}, form } : fromJson(bytes);
	try {
		const { headers } = request;
		const fields = await new Response(bytes, {
			headers: { 'content-type': headers.get('content-type') ?? '' }
		}).formData();
		return { ok: true, value: Object.fromEntries(fields), form };
	} catch {
		return {
			ok: false,
			status: 400,
			problems: [wrong('broken-form', 'body', 'form fields', 'something else', 'Send the form again.')]
		};
	}
}

/** Whether a page without script sent this: it wants a page in return. */
export function isForm(request: Request): boolean {
	const type = request.headers.get('content-type') ?? '';
	return type.startsWith('application/x-www-form-urlencoded') || type.startsWith('multipart/form-data');
}

const tooLarge: Body = {
	ok: false,
	status: 413,
	problems: [wrong('too-large', 'body', `at most ${MOST_BYTES} bytes`, 'more', 'Send less at a time.')]
};

function fromJson(bytes: Uint8Array): Body {
	const parsed = readJsonText(bytes);
	if (parsed.ok) return { ...parsed, form: false };
	const broken = parsed.problems.some(({ code }) => code === 'broken-json');
	return { ok: false, status: broken ? 400 : 422, problems: parsed.problems };
}

/** Null: too many. The rest is read and dropped, within reason: a connection left half-read never ends. */
async function bytesOf(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
	if (request.body === null) return new Uint8Array();
	const chunks: Uint8Array[] = [];
	let size = 0;
	const reader = request.body.getReader();
	try {
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			size += next.value.length;
			if (size <= MOST_BYTES) chunks.push(next.value);
			else if (size > MOST_DROPPED) await reader.cancel();
		}
	} catch {
		// The adapter has a limit of its own, or the client went away.
		return null;
	}
	return size > MOST_BYTES ? null : new Uint8Array(Buffer.concat(chunks));
}
