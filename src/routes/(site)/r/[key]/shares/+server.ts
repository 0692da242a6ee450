// Makes a link that only reads, for a program as JSON, for a form by going back to the report.
import { isForm, readFormOrJson } from '#lib/server/body.ts';
import { refusedAtGate } from '#lib/server/gate.ts';
import { recorded } from '#lib/server/lead-requests.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { json, refused, refusedWith, seeOther } from '#lib/server/replies.ts';
import { share } from '#lib/server/shares.ts';
import { readShare } from '#lib/server/owner-requests.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request, url }) => {
	const closed = await refusedAtGate(params.key);
	if (closed !== null) return isForm(request) ? seeOther(`/r/${params.key}#lead`) : closed;
	const body = await readFormOrJson(request);
	if (!body.ok) return refused(body.status, body.problems);
	const asked = readShare(body.value);
	if (!asked.ok) return refused(422, asked.problems);
	const made = await share(params.key, asked.value.scope);
	if (made === null) return refusedWith(404);
	await recorded(params.key, { kind: 'shared', detail: { scope: made.scope } });
	if (body.form) return seeOther(`/r/${params.key}#shares`);
	return json({ id: made.id, scope: made.scope, link: publicOrigin(url) + made.path }, 201);
};
