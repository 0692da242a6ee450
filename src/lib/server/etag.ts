// JSON for caches → a response with an entity tag, or 304 where the caller has it already.
import { createHash } from 'node:crypto';
import { json } from './replies.ts';

export function cacheable(request: Request, data: unknown, cacheControl: string): Response {
	const etag = `"${createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 27)}"`;
	const headers = { etag, 'cache-control': cacheControl };
	const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	return known.includes(etag) || known.includes('*')
		? new Response(null, { status: 304, headers })
		: json(data, 200, headers);
}
