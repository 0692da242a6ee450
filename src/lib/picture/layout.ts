// What a picture says → every text, bar and rule at its place on 1200 × 630 pixels. Nothing overlaps, nothing is cut.
import { at, nothing, rule, stacked, text, type Block, type Item } from './block.ts';
import type { Measure } from './lines.ts';
import { frame, gutter, narrow, sizes, wide, width } from './look.ts';
import type { Note, Picture, Score } from './picture.ts';
import { barOf } from './term.ts';
import { terms } from './terms.ts';

const LEAST_GAP = 20;
const MOST_GAP = 60;
const LOGO = { width: 220, height: 40 } as const;

/** The headline gives way until everything fits; the room that is left stands between the bands. */
export function layout(picture: Picture, measure: Measure): readonly Item[] {
	const foot = footOf(picture, measure);
	const middle = middleOf(picture, measure);
	const lower = notesOf(picture.notes, measure);
	const room = frame.bottom - foot.height - frame.top;
	const below = [middle, lower].filter(({ height }) => height > 0);
	const needed = below.reduce((sum, { height }) => sum + height + LEAST_GAP, LEAST_GAP);
	const title = titleOf(picture, room - needed, measure);

	const blocks = [title, ...below];
	const taken = blocks.reduce((sum, { height }) => sum + height, 0);
	const gap = Math.min(MOST_GAP, (room - taken) / blocks.length);
	const tops = blocks.map((_, nth) =>
		blocks.slice(0, nth).reduce((y, { height }) => y + height + gap, frame.top + rest(room, taken, gap, blocks.length))
	);
	return [
		...blocks.flatMap((block, nth) => at(frame.left, tops[nth] ?? 0, block)),
		...at(frame.left, frame.bottom - foot.height, foot)
	];
}

/** With little to say, all of it stands a little lower than the top. */
const rest = (room: number, taken: number, gap: number, count: number): number => (room - taken - gap * count) / 3;

function titleOf(picture: Picture, height: number, measure: Measure): Block {
	const { headline } = picture;
	const small = topOf(picture, measure);
	const set = (most: number) => (size: number) =>
		text(headline, { face: 'serif-strong', sizes: [size], width, most, leading: 1.12 }, measure);
	const whole = (block: Block): boolean =>
		block.items.map((item) => (item.kind === 'text' ? item.text : '')).join(' ') ===
		headline
			.trim()
			.split(/[ \t\n]+/)
			.join(' ');
	const fits = (block: Block): boolean => whole(block) && stacked([small, { ...block, gap: 10 }]).height <= height;
	const least = { face: 'serif-strong', sizes: sizes(34, 18, 2), width, most: 4, leading: 1.15 } as const;
	const tries = [...sizes(60, 34, 2).map(set(1)), ...sizes(56, 36, 2).map(set(2))];
	const block = tries.find(fits) ?? text(headline, least, measure);
	return stacked([small, { ...block, gap: 10 }]);
}

/** What the picture is of, and at the other end whose it is: the logo, or the firm's name. */
export function topOf({ kicker, brand: { firm, logo } }: Pick<Picture, 'kicker' | 'brand'>, measure: Measure): Block {
	const strong = { face: 'sans-strong', sizes: sizes(21, 14) } as const;
	const left = text(kicker, { ...strong, width: width * 0.66, colour: 'accent' }, measure);
	if (logo === null) {
		const right = text(firm, { ...strong, width: width * 0.3, colour: 'quiet', end: true }, measure);
		return { height: Math.max(left.height, right.height), items: [...left.items, ...at(width * 0.7, 0, right)] };
	}
	const height = Math.min(LOGO.height, (LOGO.width * logo.height) / logo.width);
	const wide = (height * logo.width) / logo.height;
	const src = `data:${logo.type};base64,${logo.base64}`;
	return {
		height: Math.max(left.height, height),
		items: [
			...at(0, Math.max(0, (height - left.height) / 2), left),
			{ kind: 'image', src, x: width - wide, y: 0, width: wide, height }
		]
	};
}

function middleOf(picture: Picture, measure: Measure): Block {
	const { beside } = picture;
	const right = terms(picture, wide, measure);
	const room = right.height === 0 ? width : narrow;
	const left =
		beside.kind === 'score'
			? scoreOf(beside, narrow, measure)
			: text(beside.text, { face: 'serif', sizes: sizes(30, 18), width: room, most: 7, leading: 1.28 }, measure);
	const height = Math.max(left.height, right.height);
	const lower = beside.kind === 'text' ? (height - right.height) / 2 : 0;
	return { height, items: [...left.items, ...at(narrow + gutter, lower, right)] };
}

/** "77 of 100" over its bar, the band's word, and the peers. */
function scoreOf(score: Score, room: number, measure: Measure): Block {
	const size = 100;
	const small = 26;
	const number = measure(score.shown, 'serif') * size;
	const height = 0.7 * size;
	const line: readonly Item[] = [
		{ kind: 'text', text: score.shown, x: 0, y: height, width: number, size, face: 'serif', colour: 'ink' },
		{
			kind: 'text',
			text: score.of,
			x: number + 12,
			y: height,
			width: measure(score.of, 'sans') * small,
			size: small,
			face: 'sans',
			colour: 'quiet'
		}
	];
	return stacked([
		{ height, items: line },
		{ ...barOf(score.tenths, score.median, { width: room, height: 16, muted: false }), gap: 16 },
		{ ...text(score.band ?? '', { face: 'sans-strong', sizes: sizes(28, 16), width: room }, measure), gap: 12 },
		{
			...text(score.peers, { face: 'sans', sizes: sizes(20, 14), width: room, most: 2, colour: 'quiet' }, measure),
			gap: 8
		}
	]);
}

/** Two notes stand side by side; of a single one the title takes the narrow column. */
function notesOf(notes: readonly Note[], measure: Measure): Block {
	const [first, second] = notes;
	if (first === undefined) return nothing;
	const title = (note: Note, size: number, room = narrow): Block =>
		text(note.title, { face: 'sans-strong', sizes: sizes(size, 13), width: room, most: 2, colour: 'accent' }, measure);
	const columns: readonly [Block, Block] =
		second === undefined
			? [title(first, 23), bodyOf(first, wide, 29, measure)]
			: [
					stacked([title(first, 19), { ...bodyOf(first, narrow, 21, measure), gap: 9 }]),
					stacked([title(second, 19, wide), { ...bodyOf(second, wide, 27, measure), gap: 9 }])
				];
	const [left, right] = columns;
	const height = Math.max(left.height, right.height);
	return stacked([
		rule(width, 1, 'line'),
		{ height, items: [...left.items, ...at(narrow + gutter, 0, right)], gap: 18 }
	]);
}

const bodyOf = (note: Note, room: number, size: number, measure: Measure): Block =>
	note.kind === 'list'
		? listOf(note.items, room, size, measure)
		: text(
				note.text,
				{ face: 'serif', sizes: sizes(Math.min(size, 26), 14), width: room, most: 5, leading: 1.28 },
				measure
			);

/** Numbered, one line each where they fit. */
function listOf(items: readonly string[], room: number, size: number, measure: Measure): Block {
	const indent = 34;
	return stacked(
		items.map((item, nth) => {
			const words = text(item, { face: 'serif-strong', sizes: sizes(size, 17), width: room - indent }, measure);
			const number = text(
				String(nth + 1),
				{ face: 'sans', sizes: [size - 7], width: indent, colour: 'quiet' },
				measure
			);
			const [first] = words.items;
			return {
				height: words.height,
				items: [...number.items.map((each) => ({ ...each, y: first?.y ?? each.y })), ...at(indent, 0, words)],
				gap: 8
			};
		})
	);
}

function footOf({ foot: [left, right] }: Picture, measure: Measure): Block {
	const small = { face: 'sans', sizes: sizes(19, 13), colour: 'quiet' } as const;
	const start = text(left, { ...small, width: right === '' ? width : width * 0.46 }, measure);
	const end = text(right, { ...small, width: left === '' ? width : width * 0.5, end: true }, measure);
	const height = Math.max(start.height, end.height);
	const line: Block = { height, items: [...start.items, ...at(left === '' ? 0 : width * 0.5, 0, end)] };
	return height === 0 ? nothing : stacked([rule(width, 1, 'line'), { ...line, gap: 13 }]);
}
