// Colours by their roles, as look.ts names them → those of a theme, wherever a document uses one.
import { tonesOf } from '#core/instrument/accent.ts';
import { mixed } from '#core/instrument/colour.ts';

/** A role of look.ts → a colour. */
export type Paint = Readonly<Record<string, string>>;

/** On white, with a quieter accent for what stands back. */
export function paintOf(brand: string): Paint {
	const { accent, mark } = tonesOf(brand).light;
	return { accent, mark, muted: mixed(accent, '#ffffff', 0.58) };
}

const COLOURED = ['color', 'lineColor', 'fillColor', 'background', 'decorationColor'];

/** Writes into what it is given, which is fresh for each document. */
export function painted<Tree extends object>(tree: Tree, paint: Paint): Tree {
	const parts = tree as Record<string, unknown>;
	for (const [key, value] of Object.entries(parts)) {
		if (typeof value === 'object' && value !== null) painted(value, paint);
		else if (typeof value === 'string' && COLOURED.includes(key)) parts[key] = paint[value] ?? value;
	}
	return tree;
}
