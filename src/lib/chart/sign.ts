// The signs between the terms of an equation, drawn rather than written: a reader's ear gets them from the description.
import type { Drawing } from './shapes.ts';

export const times: Drawing = {
	width: 10,
	height: 10,
	shapes: [
		{ kind: 'line', role: 'ink', from: [1, 1], to: [9, 9], weight: 1.2 },
		{ kind: 'line', role: 'ink', from: [9, 1], to: [1, 9], weight: 1.2 }
	]
};
