// What a drawing is made of, in abstract units with y downwards; two painters turn it into SVG and into PDF vectors.

/** What a shape means. The painters choose its colour: the page by its tokens, the PDF by its palette. */
export type Role = 'track' | 'value' | 'muted' | 'ink' | 'paper' | 'keep' | 'change' | 'stop' | 'unknown';

export type Point = readonly [x: number, y: number];

export type Shape =
	| {
			readonly kind: 'rect';
			readonly role: Role;
			readonly x: number;
			readonly y: number;
			readonly width: number;
			readonly height: number;
	  }
	/** `weight` is the stroke's width, which keeps its size when a drawing is stretched; `round`: a short one is a dot. */
	| {
			readonly kind: 'line';
			readonly role: Role;
			readonly from: Point;
			readonly to: Point;
			readonly weight: number;
			readonly round?: true;
	  }
	/** Filled, or an outline of that weight. */
	| {
			readonly kind: 'circle';
			readonly role: Role;
			readonly centre: Point;
			readonly radius: number;
			readonly outline: number | null;
	  }
	| { readonly kind: 'polygon'; readonly role: Role; readonly points: readonly Point[] };

export type Drawing = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };
