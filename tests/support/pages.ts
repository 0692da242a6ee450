// The pages of the build without their looks: what their loads give and their actions answer, as one response each.
import { isActionFailure, isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';

type Load = (event: RequestEvent & { readonly parent: () => Promise<object> }) => unknown;
type PageModule = {
	readonly load?: Load;
	readonly actions?: Readonly<Record<string, (event: RequestEvent) => unknown>>;
};

const pages = import.meta.glob<PageModule>('../../src/routes/**/+page.server.ts');
const views = import.meta.glob('../../src/routes/**/+page.svelte');
const layouts = import.meta.glob<{ readonly load?: Load }>('../../src/routes/**/+layout.server.ts');

const routeOf = (file: string): string => file.replace('../../src/routes', '').replace(/\/\+[^/]*$/, '') || '/';

/** Every page by its route id; one without a load of its own gives what its layouts give. */
export const pageLoaders: ReadonlyMap<string, () => Promise<PageModule>> = new Map([
	...Object.keys(views).map((file) => [routeOf(file), () => Promise.resolve({})] as const),
	...Object.entries(pages).map(([file, load]) => [routeOf(file), load] as const)
]);

/** A GET gives `{ …data }` as JSON, a POST what the action named in the address returns; both redirect and refuse. */
export async function answered(page: PageModule, route: string, event: RequestEvent): Promise<Response> {
	try {
		if (event.request.method === 'GET') return Response.json(await loaded(page, route, event));
		if (event.request.method !== 'POST') return new Response('no', { status: 405, headers: { allow: 'GET, POST' } });
		const name = [...event.url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? 'default';
		const actions = page.actions ?? {};
		const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
		if (action === undefined) return new Response('no action', { status: page.actions ? 404 : 405 });
		const result = await action(event);
		return isActionFailure(result)
			? Response.json(result.data, { status: result.status })
			: Response.json(result ?? null);
	} catch (thrown) {
		if (isRedirect(thrown))
			return new Response(null, { status: thrown.status, headers: { location: thrown.location } });
		if (isHttpError(thrown)) return Response.json(thrown.body, { status: thrown.status });
		throw thrown;
	}
}

async function loaded(page: PageModule, route: string, event: RequestEvent): Promise<object> {
	let data = {};
	for (const file of Object.keys(layouts).toSorted((one, other) => one.length - other.length)) {
		const at = routeOf(file);
		if (at !== '/' && at !== route && !route.startsWith(`${at}/`)) continue;
		const load = (await layouts[file]?.())?.load;
		data = { ...data, ...(await given(load, event, data)) };
	}
	return { ...data, ...(await given(page.load, event, data)) };
}

async function given(load: Load | undefined, event: RequestEvent, parent: object): Promise<object> {
	const result = await load?.({ ...event, parent: () => Promise.resolve(parent) });
	return typeof result === 'object' && result !== null ? result : {};
}
