// The path of a file → the headers by which other sites may load it.

const OPEN = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/** A frame that its page has put in a sandbox has no origin: to it our own scripts and fonts are another site's. */
export function headersForFile(path: string): Readonly<Record<string, string>> {
	if (path.startsWith('/_app/immutable/')) return OPEN;
	// Its address stays the same for ever, so what is new in it has to arrive soon.
	return path === '/embed.js' ? { ...OPEN, 'cache-control': 'public, max-age=300' } : {};
}
