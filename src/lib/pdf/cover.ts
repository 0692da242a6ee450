// What the report is, whose, and who hands it out → the nodes of the cover.
import type { Theme } from '#core/instrument/theme.ts';
import type { Notice, Report } from '#core/report/report.ts';
import { colours, faces, footerAir, page } from './look.ts';
import type { Node } from './node.ts';
import { rule } from './prose.ts';

export function coverOf({ cover }: Report, theme: Theme): Node[] {
	return [
		signOf(theme),
		markOf(24),
		{ ...faces.cover, text: cover.title, margin: [0, 0, 40, 10] },
		...(cover.subtitle === ''
			? []
			: [{ ...faces.coverFor, text: cover.subtitle, margin: [0, 0, 40, 26] } satisfies Node]),
		{ ...faces.byline, text: cover.byline },
		...(cover.notice === null ? [] : noticeOf(cover.notice))
	];
}

/** Cover and closing page open with it at the same height. */
export const markOf = (below: number): Node => ({
	canvas: [{ type: 'rect', x: 0, y: 0, w: 56, h: 3.5, color: colours.mark }],
	margin: [0, 150, 0, below]
});

/** Who hands this out: by the logo, or by the name alone. It takes no room in the flow. */
export function signOf({ firm, logo }: Theme): Node {
	const [left, top] = page.margins;
	const absolutePosition = { x: left, y: top };
	if (logo === null) return { ...faces.firm, text: firm, absolutePosition };
	return { image: `data:${logo.type};base64,${logo.base64}`, fit: [180, 54], absolutePosition };
}

/** The foot of the cover: the name, where the logo has taken its place, and the firm's line. */
export function coverFoot({ firm, logo, footer }: Theme): Node | null {
	const lines: Node[] = [
		...(logo === null ? [] : [{ ...faces.firm, text: firm }]),
		...(footer === '' ? [] : [{ ...faces.note, text: footer }])
	];
	const above = footerAir - (lines.length - 1) * 18;
	return lines.length === 0 ? null : { stack: lines, margin: [page.margins[0], above, page.margins[2], 0] };
}

/** Nobody may take what is invented for real: the cover says it at length, every other page in two words. */
function noticeOf({ label, text }: Notice): Node[] {
	return [
		{ canvas: [rule(page.width * 0.62, 1.2, colours.ink)], margin: [0, 40, 0, 8] },
		{ ...faces.question, text: label },
		{ ...faces.given, text, margin: [0, 2, page.width * 0.38, 0] }
	];
}
