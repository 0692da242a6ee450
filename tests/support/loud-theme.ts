// A theme as unlike ours as can be: a colour that nothing can be read in, a logo, a closing page with every kind of prose.
import type { Theme } from '#core/instrument/theme.ts';
import { parseTheme } from '#core/instrument/theme-file.ts';
import { png } from './pictures.ts';

/** The file, for content folders on the disk. */
export const loudFile = `name: Loud
firm: Łoud & Söhne
accent: "#ffd400"
logo: loud.png
footer: Łoud & Söhne, Mine Street 12.
closing: |
  ## How we would go on

  Talk to **Gwen Pryce**: [gwen@example.org](mailto:gwen@example.org).

  ### What an hour looks like

  1. You tell us which of them surprised you.
  2. We tell you what we saw elsewhere.

  > Nobody has ever mended five things at once.
`;

export const loudLogo = png(90, 24);

export const loudTheme: Theme = (() => {
	const logo = { path: 'themes/loud.png', size: loudLogo.length, bytes: loudLogo };
	const { theme } = parseTheme({ path: 'themes/loud.yaml', text: loudFile }, [logo]);
	if (theme === null) throw new Error('the loud theme has problems');
	return theme;
})();
