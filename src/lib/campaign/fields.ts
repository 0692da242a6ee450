// Fields of a posted form, named such as `own.0.label` → what a person typed, as a tree; and back to fields.

/** Text, a group of fields, or rows of them. Nothing in it is checked yet. */
export type Typed = { readonly [name: string]: string | Typed | readonly Typed[] };

/** Text by the name of its field; a box that is not ticked has none. */
export type FieldValues = Readonly<Record<string, string>>;

/** The value of a ticked box. */
export const TICKED = 'on';

const MOST_FIELDS = 300;
const MOST_ROWS = 40;
const NAME = /^[a-zA-Z]{1,40}(\.([a-zA-Z]{1,40}|\d{1,2})){0,2}$/;

/** Null where no form of ours has such fields: one is there twice, is a file, or has a name of another kind. */
export function fieldValues(entries: Iterable<readonly [string, unknown]>): FieldValues | null {
	const values = new Map<string, string>();
	for (const [name, value] of entries) {
		if (typeof value !== 'string' || !NAME.test(name) || values.has(name) || values.size >= MOST_FIELDS) return null;
		// Browsers send line breaks as two characters.
		values.set(name, value.replaceAll('\r\n', '\n'));
	}
	return Object.fromEntries(values);
}

type Growing = { [name: string]: string | Growing };

/** Null where a name is both a field and a group. Rows that are not kept are left out, and the others move up. */
export function treeOf(values: FieldValues, isKept: IsKept = isFilled): Typed | null {
	const root = empty();
	for (const [name, value] of Object.entries(values)) {
		const path = name.split('.');
		const last = path.pop() ?? '';
		let group = root;
		for (const part of path) {
			const next = (group[part] ??= empty());
			if (typeof next === 'string') return null;
			group = next;
		}
		if (group[last] !== undefined) return null;
		group[last] = value;
	}
	return grouped(root, isKept);
}

const empty = (): Growing => Object.create(null) as Growing;

type IsKept = (row: Growing) => boolean;

const grouped = (group: Growing, isKept: IsKept): Typed =>
	Object.fromEntries(
		Object.entries(group).map(([name, value]) => [name, typeof value === 'string' ? value : parts(value, isKept)])
	);

function parts(group: Growing, isKept: IsKept): Typed | readonly Typed[] {
	const rows = Object.entries(group).toSorted(([a], [b]) => Number(a) - Number(b));
	const isRow = (row: (typeof rows)[number]): row is [string, Growing] =>
		/^\d+$/.test(row[0]) && Number(row[0]) < MOST_ROWS && typeof row[1] === 'object';
	if (!rows.every(isRow)) return grouped(group, isKept);
	return rows.flatMap(([, row]) => (isKept(row) ? [grouped(row, isKept)] : []));
}

/** What a row is called, and whether a box in it is ticked, is nothing that a person typed. */
const isFilled = (row: Growing): boolean =>
	Object.entries(row).some(([name, value]) => name !== 'id' && !/^is[A-Z]/.test(name) && value !== '');

/** The fields that show a tree. */
export function valuesOf(typed: Typed, before = ''): FieldValues {
	return Object.fromEntries(
		Object.entries(typed).flatMap(([name, value]) => {
			const field = `${before}${name}`;
			if (typeof value === 'string') return [[field, value]];
			const parts = Array.isArray(value) ? Object.fromEntries(value.entries()) : value;
			return Object.entries(valuesOf(parts as Typed, `${field}.`));
		})
	);
}

/** How many rows a list has among the values. */
export function rowsIn(values: FieldValues, list: string): number {
	const places = Object.keys(values)
		.filter((name) => name.startsWith(`${list}.`))
		.map((name) => Number(name.split('.')[1]) + 1);
	return Math.max(0, ...places);
}
