// What caches may keep → a response with an entity tag, or 304 where the caller has it already.
import { createHash } from 'node:crypto';

export const cacheable = (request: Request, data: unknown, cacheControl: string): Response =>
	cacheableAs(request, JSON.stringify(data), { 'content-type': 'application/json', 'cache-control': cacheControl });

/** `headers` are those of the whole response; a 304 goes without its type. */
export function cacheableAs(
	request: Request,
	body: string | Uint8Array<ArrayBuffer>,
	headers: Readonly<Record<'content-type' | 'cache-control', string>>
): Response {
	const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
	const kept = { etag, 'cache-control': headers['cache-control'] };
	const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	return known.includes(etag) || known.includes('*')
		? new Response(null, { status: 304, headers: kept })
		: new Response(body, { headers: { ...headers, ...kept } });
}
