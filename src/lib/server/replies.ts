// A result → the HTTP response that says it. Errors are always `{ problems: [{ code, where, message }] }`.
import { sentence, type Problem } from '#core/problem.ts';
import { wrong } from './input.ts';

export function json(data: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
	return new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/json', ...headers } });
}

export function refused(
	status: number,
	problems: readonly Problem[],
	headers: Readonly<Record<string, string>> = {}
): Response {
	return json(toldOf(problems), status, headers);
}

/** What a caller is told of them. */
export const toldOf = (problems: readonly Problem[]) => ({
	problems: problems.map((problem) => ({ code: problem.code, where: problem.where, message: sentence(problem) }))
});

/** A form's way back to a page. */
export const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } });

/** One problem of the request as a whole, by the status it has. */
export function refusedWith(status: number, headers: Readonly<Record<string, string>> = {}): Response {
	return refused(
		status,
		[whole[status] ?? wrong('failed', 'request', 'an answer', 'a fault', 'Try again later.')],
		headers
	);
}

const whole: Readonly<Record<number, Problem>> = {
	401: wrong(
		'key-missing',
		'authorization',
		'a Bearer key',
		'none that is valid',
		'Send the key that this address asks for.'
	),
	403: wrong('wrong-origin', 'origin', 'a request from our own pages', 'another', 'Open the page and try there.'),
	404: wrong('unknown', 'path', 'something that exists', 'nothing for this key', 'Check the address and the key.'),
	405: wrong('wrong-method', 'method', 'one that the address takes', 'another', 'See the Allow header.'),
	409: wrong(
		'already-completed',
		'response',
		'a response that is open',
		'a completed one',
		'Reopen it from its report.'
	),
	410: wrong(
		'withdrawn',
		'path',
		'something that is still there',
		'something that was withdrawn',
		'Ask whoever sent the link.'
	),
	429: wrong('too-often', 'request', 'fewer requests a minute', 'more', 'Wait as long as Retry-After says.'),
	503: wrong('unavailable', 'server', 'a working store', 'a failing one', 'Try again after Retry-After.')
};
