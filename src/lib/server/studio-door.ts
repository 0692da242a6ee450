// A request for the studio that is not let in → to the sign-in page, or the same answer as for what is not there.
import type { RequestEvent } from '@sveltejs/kit';
import { json, refusedWith, seeOther } from './replies.ts';

export const isStudio = (route: string | null): boolean => route?.startsWith('/(studio)/') === true;

/** 401: somebody has to sign in first. 404: there is nothing here for this person. */
export function turnedAway(event: RequestEvent, status: 401 | 404): Response | Promise<Response> {
	const { request, url } = event;
	if (status === 401) {
		// A form is lost with its session: the way back leads to the page that it stood on.
		const back = url.pathname + (request.method === 'GET' ? url.search : '');
		return to(request, `/studio/sign-in?to=${encodeURIComponent(back)}`);
	}
	const wantsPage = request.headers.get('accept')?.includes('text/html') === true;
	// No instrument has this name: the page that says so is the one for everything that is missing.
	return wantsPage ? event.fetch('/-') : refusedWith(404);
}

/** A form that the page's script has sent wants to be told of the way; a browser takes it. */
function to(request: Request, location: string): Response {
	const isScript = request.headers.get('x-sveltekit-action') === 'true';
	return isScript ? json({ type: 'redirect', status: 303, location }) : seeOther(location);
}

/** Where to go on after signing in: a place in the studio, whatever was asked for. */
export function wayBack(asked: string | null): string {
	const here = 'https://studio.invalid';
	if (asked === null || !asked.startsWith('/studio') || !URL.canParse(asked, here)) return '/studio';
	const { origin, pathname, search } = new URL(asked, here);
	const isStudioPage = pathname === '/studio' || pathname.startsWith('/studio/');
	return origin === here && isStudioPage && pathname !== '/studio/sign-in' ? pathname + search : '/studio';
}
