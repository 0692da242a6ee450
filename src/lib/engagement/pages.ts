// The pages about one engagement, in the order of their navigation.
export const engagementPages = ['people', 'brief', 'report', 'meeting', 'progress', 'settings'] as const;

export type EngagementPage = (typeof engagementPages)[number];

/** Under `/studio/engagements/<id>`; the people are its first page. */
export const pathOfPage = (id: string, page: EngagementPage): string =>
	`/studio/engagements/${id}${page === 'people' ? '' : `/${page}`}`;
