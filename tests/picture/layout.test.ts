// Where everything stands: inside the frame, beside each other, legible, and in grey.
import { describe, expect, test } from 'vitest';
import type { Item } from '#lib/picture/block.ts';
import { layout } from '#lib/picture/layout.ts';
import { canvas, colours, frame, rolesWith } from '#lib/picture/look.ts';
import { svgOf } from '#lib/picture/svg.ts';
import { measure } from '#lib/server/picture-paint.ts';
import { crowded, journeys, pictureIn, pictures } from '../support/share-pictures.ts';

type Text = Extract<Item, { kind: 'text' }>;
const textsOf = (items: readonly Item[]): readonly Text[] => items.filter((item): item is Text => item.kind === 'text');

/** What letters cover: from the height of capitals to under the baseline, which figures do not pass. */
function boxOf(item: Item) {
	const { x: left, width } = item;
	if (item.kind !== 'text') return { left, right: left + width, top: item.y, bottom: item.y + item.height };
	const below = /^[\d.]+$/.test(item.text) ? 0.02 : 0.2;
	return { left, right: left + width, top: item.y - 0.7 * item.size, bottom: item.y + below * item.size };
}

const meet = (a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>): boolean =>
	a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

describe.each(pictures)('the picture of %s', (_, picture) => {
	const items = layout(picture, measure);

	test('stays inside its frame', () => {
		for (const item of items) {
			const { left, right, top, bottom } = boxOf(item);
			expect([left >= frame.left - 0.5, right <= frame.right + 0.5]).toEqual([true, true]);
			expect([top >= frame.top - 0.5, bottom <= frame.bottom + 0.5]).toEqual([true, true]);
		}
	});

	test('has texts as wide as they were measured, and no two that meet', () => {
		const texts = textsOf(items);
		for (const each of texts) expect(each.width).toBeCloseTo(measure(each.text, each.face) * each.size, 3);
		const crossed = texts.flatMap((one, nth) =>
			texts.slice(nth + 1).flatMap((other) => (meet(boxOf(one), boxOf(other)) ? [[one.text, other.text]] : []))
		);
		expect(crossed).toEqual([]);
	});

	test('has no bar, rule or sign under a text, but for the ground of a tag', () => {
		const others = items.filter(({ kind }) => kind !== 'text');
		const crossed = textsOf(items)
			.filter(({ colour }) => colour !== 'paper')
			.flatMap((one) =>
				others.flatMap((other) => (meet(boxOf(one), boxOf(other)) ? [[one.text, other.kind, boxOf(other).top]] : []))
			);
		expect(crossed).toEqual([]);
	});
});

describe.each(journeys)('the journey %s', (name) => {
	const picture = pictureIn(name);
	const texts = textsOf(layout(picture, measure));

	test('is set whole, in letters that can be read at half the size', () => {
		expect(texts.filter(({ text }) => text.includes('…'))).toEqual([]);
		expect(Math.min(...texts.map(({ size }) => size))).toBeGreaterThanOrEqual(17);
	});

	test('has its headline in the largest words', () => {
		const words = texts.filter(({ face }) => face === 'serif-strong');
		const largest = Math.max(...words.map(({ size }) => size));
		const headline = words.filter(({ size }) => size === largest).map(({ text }) => text);
		expect(headline.join(' ')).toBe(picture.headline);
		expect(largest).toBeGreaterThanOrEqual(34);
	});
});

describe('an equation', () => {
	const items = layout(pictureIn('steady-process'), measure);
	const named = (text: string): Text => {
		const found = textsOf(items).find((each) => each.text === text);
		if (found === undefined) throw new Error(`no "${text}"`);
		return found;
	};

	test('has three terms on one line, and the cycle under a line beneath them', () => {
		const above = ['Number Index', 'Value Index', 'Win Rate Index'].map(named);
		expect(new Set(above.map(({ y }) => y)).size).toBe(1);
		const cycle = named('Sales Cycle Index');
		const line = items.find((item) => item.kind === 'rect' && item.colour === 'ink' && item.height === 3);
		expect(line?.y).toBeGreaterThan(named('Win Rate Index').y);
		expect(line?.y).toBeLessThan(cycle.y);
		expect(cycle.x).toBeCloseTo(named('Value Index').x, 6);
	});

	test('says in words which is the weakest, beside its number, and draws its bar darker', () => {
		const mark = named('Weakest term');
		const term = named('Win Rate Index');
		expect([mark.colour, mark.x > term.x, mark.y > term.y]).toEqual(['paper', true, true]);
		const bars = items.flatMap((item) => (item.kind === 'drawing' ? [item.drawing.shapes] : []));
		const roles = bars.map((shapes) =>
			shapes.flatMap(({ role }) => (role === 'value' || role === 'muted' ? [role] : []))
		);
		expect(roles.flat().toSorted()).toEqual(['muted', 'muted', 'muted', 'value', 'value']);
	});

	test('ticks the median only where there is one', () => {
		const inked = (shown: readonly Item[]): number =>
			shown.filter((item) => item.kind === 'drawing' && item.drawing.shapes.some(({ role }) => role === 'paper'))
				.length;
		expect([inked(items), inked(layout(crowded, measure))]).toEqual([0, 5]);
	});
});

test('in grey the bar that is marked differs from the others, and both from their track and the paper', () => {
	const light = (colour: string): number =>
		[1, 3, 5].reduce(
			(sum, at, nth) => sum + Number.parseInt(colour.slice(at, at + 2), 16) * [0.3, 0.59, 0.11][nth]!,
			0
		);
	for (const accent of ['#1d4e55', '#b3261e', '#6b3fa0', '#767676']) {
		const { value, muted, track } = rolesWith(accent);
		const steps = [value, muted, track, colours.paper].map(light);
		for (const [nth, step] of steps.slice(1).entries()) expect(step - (steps[nth] ?? 0)).toBeGreaterThan(20);
	}
});

describe('the SVG', () => {
	test('is of the size that networks want, and the same each time', () => {
		const svg = svgOf(crowded, measure);
		expect(svg).toContain(`width="${canvas.width}" height="${canvas.height}"`);
		expect([canvas.width, canvas.height]).toEqual([1200, 630]);
		expect(svgOf(crowded, measure)).toBe(svg);
	});

	test('takes any text for text', () => {
		const hostile = '<image href="http://x.test/a.png"/> & "b" \u0007\ud800';
		const svg = svgOf({ ...crowded, headline: hostile }, measure);
		expect(svg).not.toContain('<image');
		expect(svg).not.toContain('\u0007');
		expect(svg.isWellFormed()).toBe(true);
		expect(svg).toContain('&lt;image');
	});

	test('fetches nothing: its only picture is a logo that lies inside it', () => {
		const logo = { type: 'image/png', width: 900, height: 300, base64: 'AAAA' } as const;
		const svg = svgOf({ ...crowded, brand: { ...crowded.brand, logo } }, measure);
		expect([...svg.matchAll(/href="([^"]{0,30})/g)].map(([, href]) => href)).toEqual(['data:image/png;base64,AAAA']);
		expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/(href|src|url)\W+https?:/);
	});
});
