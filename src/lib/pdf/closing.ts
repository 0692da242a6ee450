// What a firm says at the end of its papers → the nodes of the last page, which answers the cover.
import { plain } from '#core/instrument/fill.ts';
import type { Prose } from '#core/instrument/prose.ts';
import type { Theme } from '#core/instrument/theme.ts';
import { flow } from './keep.ts';
import { markOf, signOf } from './cover.ts';
import { faces, page, type Column } from './look.ts';
import type { Node } from './node.ts';
import { titleOf } from './part.ts';
import { proseOf } from './prose.ts';

export function closingOf(theme: Theme): Node[] {
	if (theme.closing === null) return [];
	const { title, prose } = theme.closing;
	const body = isShort(prose) ? faces.lead : faces.body;
	const column: Column = { left: 0, width: page.width * 0.84, body };
	return [
		{ stack: [signOf(theme), markOf(16), titleOf('closing', title)], pageBreak: 'before', margin: [0, 0, 0, 18] },
		...flow(proseOf(prose, body, column))
	];
}

/** A few words are set large, so that they do not look left over; headings among them would be smaller than they are. */
const isShort = (prose: Prose): boolean =>
	prose.reduce((sum, block) => sum + (block.kind === 'paragraph' ? plain(block.inline).length : Infinity), 0) < 900;
