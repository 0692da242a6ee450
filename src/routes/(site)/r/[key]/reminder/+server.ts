// Sets the reminder behind an owner key, in place of an earlier one, or cancels it: by DELETE, or by POST from a form.
import { readFormOrJson } from '#lib/server/body.ts';
import { canAskForMail, NO_MAIL } from '#lib/server/mail.ts';
import { readReminder } from '#lib/server/owner-requests.ts';
import { cancelReminder, remind } from '#lib/server/reminders.ts';
import { json, refused, refusedWith, seeOther } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request }) => {
	const back = (why = '') => seeOther(`/r/${params.key}${why && `?reminder=${why}`}#reminder`);
	const body = await readFormOrJson(request);
	if (!body.ok) return refused(body.status, body.problems);
	const asked = readReminder(body.value);
	if (!asked.ok) return body.form ? back('unfit') : refused(422, asked.problems);
	if ('cancel' in asked.value) return cancelled(params.key, body.form ? back() : null);
	if (!canAskForMail()) return refused(409, [NO_MAIL]);
	const set = await remind(params.key, asked.value.email, asked.value.months);
	if (set.kind === 'unknown') return refusedWith(404);
	if (set.kind === 'too-often')
		return body.form ? back('later') : refusedWith(429, { 'retry-after': String(set.seconds) });
	return body.form ? back() : json({ date: set.date }, 202);
};

export const DELETE: RequestHandler = ({ params }) => cancelled(params.key, null);

async function cancelled(key: string, back: Response | null): Promise<Response> {
	const had = await cancelReminder(key);
	return back ?? (had ? json({ cancelled: true }) : refusedWith(404));
}
