// Every request passes here first and its response last: who may, from where, how often; headers, errors, the log.
import type { RequestEvent } from '@sveltejs/kit';
import { admission, hasAuthority, isOwners, scopeOf } from './access.ts';
import { clientOf } from './address.ts';
import { apiKeyOf, type ApiKey } from './api-keys.ts';
import { isForm } from './body.ts';
import { isDemonstration, isKnownDemonstration } from './demonstration.ts';
import { faultOf, record, type Fault } from './faults.ts';
import { headersFor, INVENTED, isOpen, PREFLIGHT } from './headers.ts';
import { wrong } from './input.ts';
import { waitToAsk, waitToChange, waitToSave } from './limits.ts';
import { log } from './log.ts';
import { counted } from './metrics.ts';
import { isMeant } from './origin.ts';
import { refused, refusedWith, seeOther } from './replies.ts';
import { requestId } from './request-id.ts';
import { personOf } from './sessions.ts';
import { isStudio, turnedAway } from './studio-door.ts';
import { bearer } from './tokens.ts';
import { confirmFrom } from './verifying.ts';

/** Answers a request: by a refusal, or by whatever `resolve` gives, dressed for the outside. */
export async function atTheEdge(event: RequestEvent, resolve: () => Promise<Response>): Promise<Response> {
	const began = performance.now();
	// A database that is away cannot be asked, but what it is for was known before.
	event.locals.isDemonstration = await isDemonstration().catch(isKnownDemonstration);
	const answered = await answer(event, resolve);
	const request = requestId(event.request);
	const invented = event.locals.isDemonstration ? INVENTED : {};
	const response = withHeaders(answered, { ...headersFor(event.route.id), ...invented, 'x-request-id': request });
	const seconds = (performance.now() - began) / 1000;
	const { method } = event.request;
	counted(event.route.id, method, response.status, seconds);
	const ms = Math.round(seconds * 1000);
	log.info({ request, method, route: event.route.id, status: response.status, ms }, 'answered');
	return response;
}

async function answer(event: RequestEvent, resolve: () => Promise<Response>): Promise<Response> {
	try {
		return (await refusal(event)) ?? outside(event, await done(event, resolve));
	} catch (error) {
		return told(record(event.request, event.route.id, error));
	}
}

/** An owner who posts a form on a page that a mailed link has opened reads that mail. */
async function done(event: RequestEvent, resolve: () => Promise<Response>): Promise<Response> {
	const { request, route, params } = event;
	const response = await resolve();
	if (isOwners(route.id) && response.status < 400 && isForm(request))
		await confirmFrom(params['key'] ?? '', request.headers.get('referer'));
	return response;
}

async function refusal(event: RequestEvent): Promise<Response | null> {
	const { request, route, params } = event;
	if (route.id === null) return null;
	if (request.method === 'OPTIONS' && isOpen(route.id)) return new Response(null, { status: 204, headers: PREFLIGHT });
	if (!isMeant(request) && !hasAuthority(route.id)) return refusedWith(403);
	if (scopeOf(route.id) !== null) event.locals.apiKey = await keyIn(request);
	const wait = await seconds(event);
	if (wait > 0) return refusedWith(429, { 'retry-after': String(wait) });
	if (isStudio(route.id)) event.locals.person = await personOf(request.headers);
	const status = await admission(event);
	if (status === 200) return null;
	if (isStudio(route.id)) return turnedAway(event, status);
	// A person who posts a form behind a key that no longer opens anything sees the page that says so.
	if (isForm(request) && params['key'] !== undefined) return seeOther(`/r/${encodeURIComponent(params['key'])}`);
	return refusedWith(status, status === 401 ? { 'www-authenticate': 'Bearer' } : {});
}

async function keyIn(request: Request): Promise<ApiKey | null> {
	const token = bearer(request);
	return token === null ? null : apiKeyOf(token, new Date());
}

async function seconds(event: RequestEvent): Promise<number> {
	const { request, route, params, locals } = event;
	if (locals.apiKey) return waitToAsk(locals.apiKey.id);
	if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return 0;
	const address = clientOf(event);
	const id = route.id?.startsWith('/api/v1/responses/') ? params['id'] : undefined;
	return id === undefined ? waitToChange(address) : waitToSave(id.toLowerCase(), address);
}

/** The framework's own errors in our words, and a failing store as what it is: worth another try. */
function outside(event: RequestEvent, response: Response): Response {
	const fault = faultOf(event.request);
	const isApi = event.url.pathname.startsWith('/api/');
	if (fault?.isOutage && !isApi)
		return withHeaders(new Response(response.body, { status: 503, headers: response.headers }), AGAIN);
	if (!isApi) return response;
	if (fault !== undefined) return told(fault);
	if (response.status === 405) return refusedWith(405, { allow: response.headers.get('allow') ?? '' });
	return event.route.id === null ? refusedWith(404) : response;
}

const AGAIN = { 'retry-after': '5' };

function told({ isOutage, reference }: Fault): Response {
	if (isOutage) return refusedWith(503, AGAIN);
	return refused(500, [wrong('failed', 'server', 'an answer', `fault ${reference}`, 'Quote it to the operator.')]);
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
	const all = new Headers(response.headers);
	for (const [name, value] of Object.entries(headers)) all.set(name, value);
	return new Response(response.body, { status: response.status, headers: all });
}
