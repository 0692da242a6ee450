// Gives a private link with which the same response can be continued on another device, or mails it to an address.
import { readFormOrJson } from '#lib/server/body.ts';
import { canAskForMail, canSendMail, NO_MAIL } from '#lib/server/mail.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { readResumeLink } from '#lib/server/owner-requests.ts';
import { json, refused, refusedWith } from '#lib/server/replies.ts';
import { readResponse, resumePath } from '#lib/server/responses.ts';
import { mailResumeLink } from '#lib/server/resume-mail.ts';
import { bearer } from '#lib/server/tokens.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request, url }) => {
	const key = bearer(request) ?? '';
	const body = await readFormOrJson(request);
	if (!body.ok) return refused(body.status, body.problems);
	const view = await readResponse(params.id, key);
	if (view === null) return refusedWith(404);
	const asked = readResumeLink(body.value);
	if (!asked.ok) return refused(422, asked.problems);
	if (asked.value.email !== undefined) return mailed(params.id, key, asked.value.email);
	const resume = await resumePath(params.id, key);
	if (resume === null) return refusedWith(404);
	return json({ link: publicOrigin(url) + resume });
};

/** `sent` is false where the operator has no mail server yet: the mail waits for one. */
async function mailed(id: string, key: string, email: string): Promise<Response> {
	if (!canAskForMail()) return refused(409, [NO_MAIL]);
	const result = await mailResumeLink(id, key, email);
	if (result.kind === 'unknown') return refusedWith(404);
	if (result.kind === 'too-often') return refusedWith(429, { 'retry-after': String(result.seconds) });
	return json({ sent: canSendMail() }, 202);
}
