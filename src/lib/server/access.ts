// Who may call which route. A route without a rule is not there: it answers 404 to everybody.
import type { RequestEvent } from '@sveltejs/kit';
import { accessOf } from './keys.ts';
import type { Scope } from './api-keys.ts';
import { may, type Capability } from './roles.ts';
import { bearer } from './tokens.ts';

export type Rule =
	| 'anyone'
	/** An edit or resume key as bearer; which response it opens is decided with the row. */
	| 'edit key'
	/** A page behind a report key: its load refuses, so that a person sees the site's own page. */
	| 'report page'
	/** An owner or share key in the path. */
	| 'report key'
	| 'owner key'
	/** The path holds a token that is checked with what it does, and the answer never tells whether it is ours. */
	| 'token in the path'
	/** Somebody who is signed in and whose role has this capability. */
	| { readonly can: Capability }
	/** An API key as bearer that has this scope. */
	| { readonly scope: Scope };

export const rules: Readonly<Record<string, Rule>> = {
	'/(site)': 'anyone',
	'/(site)/[instrument]': 'anyone',
	'/(site)/[instrument]/survey': 'anyone',
	'/(site)/[instrument]/method': 'anyone',
	'/(site)/[instrument]/sample': 'anyone',
	'/(site)/[instrument]/sample/report.pdf': 'anyone',
	'/(site)/[instrument]/sample/trial.json': 'anyone',
	'/(site)/[instrument]/picture.png': 'anyone',
	'/(site)/[instrument]/benchmark': 'anyone',
	'/(site)/[instrument]/benchmark/[figure].png': 'anyone',
	'/(site)/[instrument]/benchmark/data.csv': 'anyone',
	'/(site)/privacy': 'anyone',
	'/(site)/developers': 'anyone',
	'/(site)/c/[campaign]': 'anyone',
	'/(site)/c/[campaign]/survey': 'anyone',
	'/(site)/c/[campaign]/begin': 'anyone',
	'/(site)/c/[campaign]/privacy': 'anyone',
	'/(site)/c/[campaign]/logo': 'anyone',
	'/(site)/c/[campaign]/picture.png': 'anyone',
	'/(site)/r/[key]': 'report page',
	'/(site)/r/[key]/report.pdf': 'report key',
	'/(site)/r/[key]/report.json': 'report key',
	'/(site)/r/[key]/picture.png': 'report key',
	'/(site)/r/[key]/trial.json': 'report key',
	'/(site)/r/[key]/shares': 'owner key',
	'/(site)/r/[key]/shares/[share]': 'owner key',
	'/(site)/r/[key]/erase': 'owner key',
	'/(site)/r/[key]/export': 'owner key',
	'/(site)/r/[key]/confirm': 'owner key',
	'/(site)/r/[key]/reopen': 'owner key',
	'/(site)/r/[key]/again': 'owner key',
	'/(site)/r/[key]/target': 'owner key',
	'/(site)/r/[key]/peers': 'owner key',
	'/(site)/r/[key]/reminder': 'owner key',
	'/(site)/r/[key]/lead': 'owner key',
	'/(site)/r/[key]/view': 'owner key',
	'/(site)/r/[key]/offer': 'owner key',
	'/(site)/r/[key]/did': 'owner key',
	'/(site)/e/[token]': 'anyone',
	'/(site)/e/[token]/survey': 'anyone',
	'/(site)/e/[token]/reminders': 'token in the path',
	'/(site)/company-report/[token]': 'anyone',
	'/(site)/company-report/[token]/report.pdf': 'anyone',
	'/(site)/refuse/[token]': 'token in the path',
	'/api/v1/instruments': 'anyone',
	'/api/v1/instruments/[instrument]': 'anyone',
	'/api/v1/responses/[id]': 'edit key',
	'/api/v1/responses/[id]/complete': 'edit key',
	'/api/v1/responses/[id]/resume-link': 'edit key',
	'/api/v1/responses/[id]/lead': 'edit key',
	'/api/v1/responses': { scope: 'responses:read' },
	'/api/v1/responses/[id]/scores': { scope: 'responses:read' },
	'/api/v1/leads': { scope: 'leads:read' },
	'/api/v1/campaigns': { scope: 'campaigns:read' },
	'/api/v1/engagements': { scope: 'engagements:read' },
	'/api/v1/editions': { scope: 'editions:read' },
	'/api/v1/editions/[edition]': { scope: 'editions:read' },
	'/api/v1/campaigns/[campaign]/seen': 'anyone',
	'/api/v1/openapi.json': 'anyone',
	'/(studio)/studio': { can: 'account' },
	'/(studio)/studio/benchmark': { can: 'benchmark' },
	'/(studio)/studio/benchmark/[contribution]': { can: 'benchmark' },
	'/(studio)/studio/webhooks': { can: 'webhooks' },
	'/(studio)/studio/webhooks/new': { can: 'webhooks' },
	'/(studio)/studio/webhooks/[webhook]': { can: 'webhooks' },
	'/(studio)/studio/keys': { can: 'API keys' },
	'/(studio)/studio/sign-in': 'anyone',
	'/(studio)/studio/sign-out': { can: 'account' },
	'/(studio)/studio/set-up': 'anyone',
	'/(studio)/studio/second-step': 'anyone',
	'/(studio)/studio/recover': 'anyone',
	'/(studio)/studio/recover/[token]': 'anyone',
	'/(studio)/studio/invitation/[token]': 'anyone',
	'/(studio)/studio/confirm/[token]': 'anyone',
	'/(studio)/studio/account': { can: 'account' },
	'/(studio)/studio/account/second-factor': { can: 'account' },
	'/(studio)/studio/people': { can: 'people' },
	'/(studio)/studio/audit': { can: 'audit' },
	'/(studio)/studio/content': { can: 'content' },
	'/(studio)/studio/content/[instrument]': { can: 'content' },
	'/(studio)/studio/content/[instrument]/[kind]/[part]': { can: 'content' },
	'/(studio)/studio/content/[instrument]/headlines': { can: 'content' },
	'/(studio)/studio/content/[instrument]/preview': { can: 'content' },
	'/(studio)/studio/content/[instrument]/preview/report': { can: 'content' },
	'/(studio)/studio/content/[instrument]/preview/report.pdf': { can: 'content' },
	'/(studio)/studio/content/[instrument]/simulation': { can: 'content' },
	'/(embed)/embed/[instrument]': 'anyone',
	'/(embed)/embed/r/[key]': 'report page',
	'/(studio)/studio/campaigns': { can: 'read campaigns' },
	'/(studio)/studio/campaigns/new': { can: 'change campaigns' },
	'/(studio)/studio/campaigns/[campaign]': { can: 'read campaigns' },
	'/(studio)/studio/campaigns/[campaign]/settings/[part]': { can: 'read campaigns' },
	'/(studio)/studio/campaigns/[campaign]/duplicate': { can: 'change campaigns' },
	'/(studio)/studio/campaigns/[campaign]/delete': { can: 'change campaigns' },
	'/(studio)/studio/campaigns/[campaign]/results': { can: 'results' },
	'/(studio)/studio/engagements': { can: 'engagements' },
	'/(studio)/studio/engagements/compare': { can: 'engagements' },
	'/(studio)/studio/engagements/compare/shown': { can: 'engagements' },
	'/(studio)/studio/engagements/calendar.ics': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/calendar.ics': { can: 'engagements' },
	'/(studio)/studio/engagements/new': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/settings': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/meeting': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/meeting/summary': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/meeting/summary.pdf': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/progress': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/progress.pdf': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/report': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/report/preview': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/report/preview.pdf': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/report/release': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/brief': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/brief/phone': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/brief/[figure].png': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/brief.pdf': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/brief.docx': { can: 'engagements' },
	'/(studio)/studio/engagements/[engagement]/brief.md': { can: 'engagements' },
	'/(studio)/studio/leads': { can: 'leads' },
	'/(studio)/studio/leads/[response]': { can: 'leads' },
	'/(studio)/studio/leads/[response]/report': { can: 'leads' },
	'/(studio)/studio/leads/[response]/report.pdf': { can: 'leads' },
	'/(studio)/studio/leads/export': { can: 'leads' },
	'/(studio)/studio/leads/codebook.csv': { can: 'leads' },
	'/(studio)/studio/campaigns/[campaign]/qr.svg': { can: 'read campaigns' },
	'/(studio)/studio/campaigns/[campaign]/qr.png': { can: 'read campaigns' },
	'/theme/logo': 'anyone',
	'/healthz': 'anyone',
	'/readyz': 'anyone',
	'/metrics': 'anyone'
};

/** What an API key needs for this route; null: it asks for none. */
export function scopeOf(route: string | null): Scope | null {
	const rule = route !== null && Object.hasOwn(rules, route) ? rules[route] : undefined;
	return typeof rule === 'object' && 'scope' in rule ? rule.scope : null;
}

/** Whether whoever sends the path may do what it does, from wherever: a mail provider's request says no origin of ours. */
export const hasAuthority = (route: string): boolean =>
	Object.hasOwn(rules, route) && rules[route] === 'token in the path';

/** Whether only the owner of a response may do what this route does. */
export const isOwners = (route: string | null): boolean =>
	route !== null && Object.hasOwn(rules, route) && rules[route] === 'owner key';

/** 200: go on. 401: a key is missing. 404: there is nothing here for this caller. */
export async function admission({ route, params, request, locals }: RequestEvent): Promise<200 | 401 | 404> {
	const rule = route.id !== null && Object.hasOwn(rules, route.id) ? rules[route.id] : undefined;
	if (typeof rule === 'object') {
		if ('scope' in rule) return locals.apiKey ? (locals.apiKey.scopes.includes(rule.scope) ? 200 : 404) : 401;
		return locals.person ? (may(locals.person.role, rule.can) ? 200 : 404) : 401;
	}
	switch (rule) {
		case 'anyone':
		case 'report page':
		case 'token in the path':
			return 200;
		case 'edit key':
			return bearer(request) === null ? 401 : 200;
		case 'report key':
		case 'owner key': {
			const purpose = (await accessOf(params['key'] ?? ''))?.purpose;
			const opens = purpose === 'owner' || (rule === 'report key' && purpose === 'share');
			return opens ? 200 : 404;
		}
		case undefined:
			return 404;
	}
}
