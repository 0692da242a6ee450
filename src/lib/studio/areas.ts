// The areas of the studio, in the order of its navigation: a person sees those that their role may open.
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

export type Area = {
	readonly path: `/studio${string}`;
	readonly label: (words: object, options: { locale: Locale }) => string;
	/** As in lib/server/roles.ts; the rule of its route asks for the same. */
	readonly capability: string;
};

export const areas: readonly Area[] = [
	{ path: '/studio', label: m.studio_area_overview, capability: 'account' },
	{ path: '/studio/campaigns', label: m.campaign_area, capability: 'read campaigns' },
	{ path: '/studio/leads', label: m.leads_area, capability: 'leads' },
	{ path: '/studio/engagements', label: m.engagement_list_title, capability: 'engagements' },
	{ path: '/studio/benchmark', label: m.quality_area, capability: 'benchmark' },
	{ path: '/studio/content', label: m.content_area, capability: 'content' },
	{ path: '/studio/webhooks', label: m.webhook_area, capability: 'webhooks' },
	{ path: '/studio/keys', label: m.key_area, capability: 'API keys' },
	{ path: '/studio/people', label: m.studio_area_people, capability: 'people' },
	{ path: '/studio/audit', label: m.studio_area_audit, capability: 'audit' },
	{ path: '/studio/account', label: m.studio_area_account, capability: 'account' }
];
