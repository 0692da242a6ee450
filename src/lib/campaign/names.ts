// What people call something → an id for links and exports, which no other has.

const MOST = 40;

/** Letters without their marks, digits and hyphens, beginning with a letter; `otherwise` where nothing of it is left. */
export function idFrom(name: string, otherwise: string): string {
	const plain = name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/ß/g, 'ss')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+/, '')
		.slice(0, MOST)
		.replace(/-+$/, '');
	return plain.length < 2 ? otherwise : plain;
}

/** The id itself, else with the first number that makes it one of its own. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
	for (let number = 1; ; number += 1) {
		const ending = number === 1 ? '' : `-${number}`;
		const id = wanted.slice(0, MOST - ending.length).replace(/-+$/, '') + ending;
		if (!taken.has(id)) return id;
	}
}
