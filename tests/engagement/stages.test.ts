// How far an engagement is, and which of its dates comes next, as tables.
import { describe, expect, test } from 'vitest';
import { nextOf, stageOf, type DateKind, type Progressing } from '#lib/engagement/stages.ts';

const today = '2026-11-22';
const nothing: Progressing = {
	...{ begun: 0, open: 5, isClosed: false, isTold: false },
	...{ heldOn: null, againOn: null, openActions: 0, today }
};

describe('the stage', () => {
	const cases: readonly (readonly [string, Partial<Progressing>, string])[] = [
		['nobody has begun', {}, 'invited'],
		['nobody is asked', { open: 0 }, 'invited'],
		['one has begun', { begun: 1 }, 'answering'],
		['some are told of, and others are waited for', { begun: 4, open: 1, isTold: true }, 'answering'],
		['everybody has finished', { begun: 5, open: 0, isTold: true }, 'ready'],
		['everybody has finished, and nothing may be told before closing', { begun: 5, open: 0 }, 'answering'],
		['closed while one is missing', { begun: 4, open: 1, isClosed: true, isTold: true }, 'ready'],
		['closed with too few', { begun: 1, open: 4, isClosed: true }, 'answering'],
		['a meeting is set', { begun: 5, open: 0, isTold: true, heldOn: '2026-11-23' }, 'ready'],
		['the meeting is today', { begun: 5, open: 0, isTold: true, heldOn: today }, 'met'],
		['met before anything was told', { begun: 1, heldOn: '2026-11-01' }, 'met'],
		['met, and something is to be done', { isTold: true, heldOn: today, openActions: 1 }, 'follow-up'],
		['met, and it is to be taken again', { isTold: true, heldOn: today, againOn: '2027-05-01' }, 'follow-up'],
		['not met yet, and something is to be done', { begun: 1, openActions: 1 }, 'answering']
	];
	test.each(cases)('%s', (_, facts, stage) => expect(stageOf({ ...nothing, ...facts })).toBe(stage));
});

describe('the next date', () => {
	const on = (kind: DateKind, day: string) => ({ kind, on: day });
	test.each([
		['nothing', [], null],
		['what is over', [on('deadline', '2026-11-21')], null],
		['today counts', [on('meeting', today)], 'meeting'],
		['the nearest', [on('again', '2027-05-01'), on('action', '2026-12-01'), on('meeting', '2026-12-02')], 'action'],
		['what is over is passed by', [on('deadline', '2026-11-01'), on('again', '2027-05-01')], 'again'],
		['on one day the deadline first', [on('action', '2026-12-01'), on('deadline', '2026-12-01')], 'deadline']
	] as const)('%s', (_, dates, kind) => expect(nextOf(dates, today)?.kind ?? null).toBe(kind));
});
