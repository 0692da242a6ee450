// The score of one answer and the scores of others → a quiet bar with their middle half and median beneath it, in the
// grammar of the large strip. Made to be stretched to any width.
import type { AnswerPeers } from '#core/report/report.ts';
import type { Drawing, Shape } from './shapes.ts';

const length = 1000;
const bar = { y: 0, height: 5 };
const band = { y: 7, height: 4 };
const height = 13;

/** Everything in tenths, 0 to 1000. A zero keeps a sliver, and so does a middle half of one score. */
export function among({ tenths, median, quartiles: [lower, upper] }: Omit<AnswerPeers, 'sentence'>): Drawing {
	const room = Math.max(8, upper - lower);
	const from = Math.min(lower, length - room);
	const at = Math.min(length - 2, Math.max(2, median));
	const shapes: readonly Shape[] = [
		{ kind: 'rect', role: 'track', x: 0, y: bar.y, width: length, height: bar.height },
		{ kind: 'rect', role: 'value', x: 0, y: bar.y, width: Math.max(8, tenths), height: bar.height },
		{ kind: 'rect', role: 'muted', x: from, y: band.y, width: room, height: band.height },
		{ kind: 'line', role: 'ink', from: [at, band.y - 2], to: [at, height], weight: 1.6 }
	];
	return { width: length, height, shapes };
}
