// A theme → what pages need of it: the firm's name and logo, the line at the foot, and a style with its colours.
import { createHash } from 'node:crypto';
import { tonesOf } from '#core/instrument/accent.ts';
import type { Logo } from '#core/instrument/logo.ts';
import { once } from '#core/instrument/once.ts';
import { plainTheme, type Theme } from '#core/instrument/theme.ts';
import { CannotStart } from './cannot-start.ts';
import { content } from './content.ts';

export type Brand = {
	readonly firm: string;
	readonly logo: { readonly src: string; readonly width: number; readonly height: number } | null;
	readonly footer: string;
	/** Where the firm's name leads: the site's beginning, or the campaign's. */
	readonly home: string;
};

/** A theme, and the id of the campaign that has made it its own. */
export type Worn = Theme & { readonly campaign?: string };

/** The theme that everything of this site wears; the plain one where the content cannot be read, so that a page can say so. */
export function theme(): Theme {
	try {
		return content().themes.get('default') ?? plainTheme;
	} catch (error) {
		if (error instanceof CannotStart) return plainTheme;
		throw error;
	}
}

/** For the pages of this site, which fetch the logo from it. */
export const brand = (worn: Worn = theme()): Brand =>
	brandOf(worn, (logo) => {
		const folder = worn.campaign === undefined || logo === theme().logo ? '/theme' : `/c/${worn.campaign}`;
		return `${folder}/logo?v=${nameOf(logo)}`;
	});

/** For a page that stands alone, with the logo inside. */
export const brandInside = (of: Theme): Brand => brandOf(of, ({ type, base64 }) => `data:${type};base64,${base64}`);

function brandOf({ firm, logo, footer, campaign }: Worn, src: (logo: Logo) => string): Brand {
	return {
		firm,
		logo: logo && { src: src(logo), width: logo.width, height: logo.height },
		footer,
		home: campaign === undefined ? '/' : `/c/${campaign}`
	};
}

/** Changes with the picture, so that it is asked for once. */
export const nameOf = ({ base64 }: Logo): string => hashOf(base64, 'hex').slice(0, 16);

/** The colours as custom properties, for both appearances. */
export const styleOf = once(({ accent }: Theme): string => {
	const { light, dark } = tonesOf(accent);
	const both = (name: 'accent' | 'mark'): string => `--${name}:light-dark(${light[name]},${dark[name]})`;
	return `:root{${both('accent')};${both('mark')}}`;
});

/** A content security policy that lets exactly this style stand in the page; one that lets any stand is left alone. */
export function allowing(style: string, policy: string): string {
	return policy.replace(/(^|; *)(style-src [^;]*)/, (whole, before: string, sources: string) =>
		sources.includes("'unsafe-inline'") ? whole : `${before}${sources} 'sha256-${hashOf(style, 'base64')}'`
	);
}

const hashOf = (text: string, as: 'hex' | 'base64'): string => createHash('sha256').update(text).digest(as);
