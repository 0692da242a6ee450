// Where a campaign is found, and what a site pastes to show it.

export const modes = ['inline', 'popup', 'drawer'] as const;

export type Mode = (typeof modes)[number];

/** `origin` is where people reach us. */
export const linkOf = (origin: string, campaign: string): string => `${origin}/c/${campaign}`;

/** For an HTML page. Its room is kept by the style before the script is there; `open` is what its button says. */
export function embedCode(
	origin: string,
	{ id, instrument }: { readonly id: string; readonly instrument: string },
	mode: Mode,
	open: string
): string {
	const names = `instrument="${instrument}" campaign="${id}"`;
	const element =
		mode === 'inline'
			? `<bellwether-survey ${names} style="display:block;min-height:100svh"></bellwether-survey>`
			: `<bellwether-survey ${names} mode="${mode}" style="display:block;min-height:3rem">${open}</bellwether-survey>`;
	return `<script src="${origin}/embed.js" async></script>\n${element}`;
}
