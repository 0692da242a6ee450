// A campaign's sites → who may show its pages in a frame, and what such a page knows of the one around it.

/** A content security policy by which exactly these may show the page in a frame. */
export const framedBy = (sites: readonly string[], policy: string): string =>
	sites.length === 0 ? policy : policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${sites.join(' ')}`);

export type Around = {
	/** The site of the page around it, where that is one of the campaign's: the frame speaks to no other. */
	readonly host: string | null;
	/** Whether that page is light whatever its reader prefers. */
	readonly isLight: boolean;
};

/** As `embed.js` has said it in the address. */
export function around({ searchParams }: URL, sites: readonly string[]): Around {
	const origin = searchParams.get('origin');
	return {
		host: origin !== null && sites.includes(origin) ? origin : null,
		isLight: searchParams.get('scheme') === 'light'
	};
}
