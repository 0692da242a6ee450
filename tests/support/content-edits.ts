// Chance → an edit of a content folder such as an author makes: a question renamed, dropped, added, retyped, asked of others.
import type { Chance } from '#core/simulation/chance.ts';

/** Text by path; null where a file is taken away. */
export type Files = Readonly<Record<string, string>>;

const types: readonly string[] = [
	'type: text\nmax: 120',
	'type: number\nmin: 0\nmax: 500\nstep: 1\ndecimals: 0',
	'type: date',
	'type: choices\noptions:\n  - { id: north, label: North }\n  - { id: south, label: South }',
	'type: choice\noptions:\n  - { id: early, label: Early }\n  - { id: late, label: Late, input: true }',
	'type: split\noptions:\n  - { id: old, label: Old }\n  - { id: new, label: New }'
];

const questionsIn = (files: Files): string[] =>
	Object.keys(files).filter((path) => /^small\/\d+-[^/]+\/\d+-[^/]+\.md$/.test(path));

const titled = (front: string, title: string): string => `---\n${front}\n---\n# ${title}\n`;

const frontOf = (text: string): string => /^---\n([^]*?)\n---/.exec(text)?.[1] ?? '';

const without = (files: Files, path: string): Files => {
	const { [path]: _, ...rest } = files;
	return rest;
};

/** Not every edit makes sense: what it makes may be refused as a whole. `turn` makes names new. */
export function edited(files: Files, chance: Chance, turn: number): Files {
	const path = chance.of(questionsIn(files));
	const text = files[path] ?? '';
	const front = frontOf(text);
	const ways: readonly (() => Files)[] = [
		() => ({ ...without(files, path), [path.replace(/-[^-/]+\.md$/, `-renamed${turn}.md`)]: text }),
		() => without(files, path),
		() => ({ ...files, [`small/10-you/${70 + turn}-new${turn}.md`]: titled(chance.of(types), `What of ${turn}?`) }),
		() => ({ ...files, [path]: titled(chance.of(types), `Asked in another way, ${turn}?`) }),
		() => ({ ...files, [path]: titled(rebranched(files, front, chance), `Asked of others, ${turn}.`) }),
		() => ({ ...files, 'small/instrument.md': relabelled(files['small/instrument.md'] ?? '', turn) }),
		() => ({
			...files,
			[`small/20-work/${40 + turn}-scored${turn}.md`]: titled(
				'scale: agreement\narea: habits\nfeeds: { value: 2 }',
				`We do ${turn}.`
			)
		})
	];
	return chance.of(ways)();
}

/** Asked only of some, or of everybody again. */
function rebranched(files: Files, front: string, chance: Chance): string {
	const free = front.replace(/\nwhen: .*/, '');
	const scored = questionsIn(files).find((path) => files[path]?.includes('scale: agreement'));
	const id = /\d+-([^/]+)\.md$/.exec(scored ?? '')?.[1];
	return chance.next() < 0.5 || id === undefined
		? free
		: `${free}\nwhen: { ${id}: ${chance.of(['agree', 'disagree'])} }`;
}

/** The first option of the scale gets another id. */
const relabelled = (text: string, turn: number): string =>
	text.replace(/\{ id: [\w-]+, label: Disagree/, `{ id: disagree${turn}, label: Disagree`);
