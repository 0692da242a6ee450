// A drawing → the vectors of pdfmake's `canvas`, fitted to a width and height in points.
import type { Drawing, Role, Shape } from './shapes.ts';

export type Vector =
	| { type: 'rect'; x: number; y: number; w: number; h: number; color: string }
	| { type: 'line'; x1: number; y1: number; x2: number; y2: number; lineWidth: number; lineColor: string }
	| {
			type: 'ellipse';
			x: number;
			y: number;
			r1: number;
			r2: number;
			color?: string;
			lineWidth?: number;
			lineColor?: string;
	  }
	| { type: 'polyline'; points: { x: number; y: number }[]; closePath: true; color: string };

export type Palette = Readonly<Record<Role, string>>;

/** Fresh vectors on each call: pdfmake writes into what it is given. */
export function vectors(drawing: Drawing, width: number, height: number, palette: Palette): Vector[] {
	const across = width / drawing.width;
	const down = height / drawing.height;

	const paint = (shape: Shape): Vector => {
		const colour = palette[shape.role];
		switch (shape.kind) {
			case 'rect':
				return {
					type: 'rect',
					x: shape.x * across,
					y: shape.y * down,
					w: shape.width * across,
					h: shape.height * down,
					color: colour
				};
			case 'line':
				return {
					type: 'line',
					x1: shape.from[0] * across,
					y1: shape.from[1] * down,
					x2: shape.to[0] * across,
					y2: shape.to[1] * down,
					lineWidth: shape.weight * 0.6,
					lineColor: colour
				};
			case 'circle':
				return {
					type: 'ellipse',
					x: shape.centre[0] * across,
					y: shape.centre[1] * down,
					r1: shape.radius * across,
					r2: shape.radius * down,
					...(shape.outline === null ? { color: colour } : { lineWidth: shape.outline * across, lineColor: colour })
				};
			case 'polygon':
				return {
					type: 'polyline',
					points: shape.points.map(([x, y]) => ({ x: x * across, y: y * down })),
					closePath: true,
					color: colour
				};
		}
	};
	return drawing.shapes.map(paint);
}
