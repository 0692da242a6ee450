// A button beside a row of a list → the same fields with that row moved, taken out, or a new one at the end.
import { treeOf, valuesOf, type FieldValues, type Typed } from './fields.ts';

const BUTTON = /^(add|up|down|remove):([a-z]{1,40})(?::(\d{1,2}))?$/;

/** Null where the button is none of these. Nothing is checked or kept by it. */
export function rearranged(values: FieldValues, button: string): FieldValues | null {
	const [, does = '', list = '', place = ''] = BUTTON.exec(button) ?? [];
	const tree = treeOf(values, () => true);
	const rows = tree?.[list] ?? [];
	if (tree === null || does === '' || !Array.isArray(rows)) return null;
	const changed = moved(rows as readonly Typed[], does, Number(place));
	return valuesOf({ ...tree, [list]: changed });
}

function moved(rows: readonly Typed[], does: string, at: number): readonly Typed[] {
	const row = rows[at];
	if (does === 'add') return [...rows, { id: '' }];
	if (row === undefined) return rows;
	const others = rows.toSpliced(at, 1);
	if (does === 'remove') return others;
	return others.toSpliced(Math.max(0, does === 'up' ? at - 1 : at + 1), 0, row);
}
