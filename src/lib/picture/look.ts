// How a share picture looks: its measures in pixels, and colours that can be told apart in grey.
import type { Role } from '#lib/chart/shapes.ts';

export const canvas = { width: 1200, height: 630 } as const;

/** Nothing but the ground passes these. */
export const frame = { left: 60, right: 1140, top: 42, bottom: 602 } as const;
export const width = frame.right - frame.left;

/** The narrow column of the score, and the wide one of the terms. */
export const narrow = 310;
export const gutter = 56;
export const wide = width - narrow - gutter;

export const colours = {
	paper: '#fbfaf7',
	ink: '#1b1f24',
	quiet: '#545b62',
	line: '#dcd8cd'
} as const;

export type Colour = keyof typeof colours | 'accent';

/** What the shapes of a drawing mean, in colours. A bar that steps back is paler than one that is marked. */
export const rolesWith = (accent: string): Readonly<Record<Role, string>> => ({
	track: colours.line,
	value: accent,
	muted: mixed(accent, colours.paper, 0.58),
	ink: colours.ink,
	paper: colours.paper,
	keep: '#2b6340',
	change: '#85560a',
	stop: '#96341f',
	unknown: colours.quiet
});

/** So much of the first colour, the rest of the second; both are `#rrggbb`. */
function mixed(first: string, second: string, share: number): string {
	const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16);
	const mix = [0, 1, 2].map((at) => Math.round(channel(first, at) * share + channel(second, at) * (1 - share)));
	return `#${mix.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Every size from one to another, for a text that may have to give way. */
export const sizes = (from: number, to: number, step = 1): readonly number[] =>
	Array.from({ length: Math.floor((from - to) / step) + 1 }, (_, nth) => from - nth * step);
