// The words for what engagements are made of.
import type { EngagementPage } from '#lib/engagement/pages.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

type Said = (words: object, options: { locale: Locale }) => string;

export const pageTitles: Readonly<Record<EngagementPage, Said>> = {
	people: m.engagement_page_people,
	brief: m.engagement_page_brief,
	report: m.engagement_page_report,
	meeting: m.engagement_page_meeting,
	progress: m.engagement_page_progress,
	settings: m.engagement_page_settings
};
