// Texts, rules and drawings at their places → one SVG as text, in fonts that whoever paints it brings along.
import type { Shape } from '#lib/chart/shapes.ts';
import type { Item } from './block.ts';
import { chartLayout } from './chart-layout.ts';
import { dotsLayout } from './dots-layout.ts';
import { layout } from './layout.ts';
import type { Face, Measure } from './lines.ts';
import { canvas, colours, rolesWith, type Colour } from './look.ts';
import type { DotsPicture } from './of-brief.ts';
import type { ChartPicture } from './of-chart.ts';
import type { Picture } from './picture.ts';

export type AnyPicture = Picture | ChartPicture | DotsPicture;

/** The same picture and the same fonts give the same text. */
export function svgOf(picture: AnyPicture, measure: Measure): string {
	const { width } = canvas;
	const { height, items } = laid(picture, measure);
	const { accent } = picture.brand;
	const roles = rolesWith(accent);
	const paint = (colour: Colour): string => (colour === 'accent' ? accent : colours[colour]);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${escaped(picture.locale)}">`,
		`<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
		`<rect width="${width}" height="10" fill="${accent}"/>`,
		...items.map((item) => painted(item, { paint, roles })),
		'</svg>'
	].join('\n');
}

function laid(picture: AnyPicture, measure: Measure): { readonly height: number; readonly items: readonly Item[] } {
	if ('drawn' in picture) return chartLayout(picture, measure);
	return 'rows' in picture ? dotsLayout(picture, measure) : { ...canvas, items: layout(picture, measure) };
}

const fonts: Readonly<Record<Face, string>> = {
	serif: 'font-family="Source Serif 4" font-weight="400"',
	'serif-strong': 'font-family="Source Serif 4" font-weight="600"',
	sans: 'font-family="Inter" font-weight="400"',
	'sans-strong': 'font-family="Inter" font-weight="600"'
};

type Paints = { readonly paint: (colour: Colour) => string; readonly roles: ReturnType<typeof rolesWith> };

function painted(item: Item, { paint, roles }: Paints): string {
	switch (item.kind) {
		case 'text':
			return `<text x="${short(item.x)}" y="${short(item.y)}" font-size="${item.size}" ${fonts[item.face]} fill="${paint(item.colour)}">${escaped(item.text)}</text>`;
		case 'rect':
			return `<rect x="${short(item.x)}" y="${short(item.y)}" width="${short(item.width)}" height="${short(item.height)}" fill="${paint(item.colour)}"/>`;
		case 'image':
			return `<image x="${short(item.x)}" y="${short(item.y)}" width="${short(item.width)}" height="${short(item.height)}" href="${escaped(item.src)}"/>`;
		case 'drawing': {
			const across = item.width / item.drawing.width;
			const down = item.height / item.drawing.height;
			const shapes = item.drawing.shapes.map((shape) => shapeOf(shape, across, down, roles[shape.role]));
			return `<g transform="translate(${short(item.x)} ${short(item.y)})">${shapes.join('')}</g>`;
		}
	}
}

/** Positions are stretched, strokes are not. */
function shapeOf(shape: Shape, across: number, down: number, colour: string): string {
	switch (shape.kind) {
		case 'rect':
			return `<rect x="${short(shape.x * across)}" y="${short(shape.y * down)}" width="${short(shape.width * across)}" height="${short(shape.height * down)}" fill="${colour}"/>`;
		case 'line':
			return `<line x1="${short(shape.from[0] * across)}" y1="${short(shape.from[1] * down)}" x2="${short(shape.to[0] * across)}" y2="${short(shape.to[1] * down)}" stroke="${colour}" stroke-width="${shape.weight * 1.5}"${shape.round ? ' stroke-linecap="round"' : ''}/>`;
		case 'circle': {
			const paint =
				shape.outline === null
					? `fill="${colour}"`
					: `fill="none" stroke="${colour}" stroke-width="${shape.outline * across}"`;
			return `<ellipse cx="${short(shape.centre[0] * across)}" cy="${short(shape.centre[1] * down)}" rx="${short(shape.radius * across)}" ry="${short(shape.radius * down)}" ${paint}/>`;
		}
		case 'polygon':
			return `<polygon points="${shape.points.map(([x, y]) => `${short(x * across)},${short(y * down)}`).join(' ')}" fill="${colour}"/>`;
	}
}

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** Characters that XML does not take at all are dropped. */
const escaped = (text: string): string =>
	text
		.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
