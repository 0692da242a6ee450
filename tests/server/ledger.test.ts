// The ledger of erasures on a disk that takes half of a line: it says so, and holds the whole once there is room.
import { afterAll, expect, test, vi } from 'vitest';
import { notedErasures, noteErasures } from '#lib/server/erasures.ts';
import { makeWorld } from '../support/world.ts';

let room = Infinity;

vi.mock('node:fs', async (original) => {
	const real = await original<typeof import('node:fs')>();
	const writeSync = (handle: number, bytes: Buffer): number =>
		real.writeSync(handle, bytes, 0, Math.min(bytes.length, room));
	return { ...real, writeSync };
});

const world = makeWorld();
afterAll(() => world.stop());

const hash = (digit: string): string => digit.repeat(64);

test('half a line is a failure, and what is written after it is whole', () => {
	noteErasures([hash('1')]);
	room = 40;
	expect(() => noteErasures([hash('2')])).toThrow('full');
	expect([...notedErasures()]).toEqual([hash('1')]);
	room = Infinity;
	noteErasures([hash('2'), hash('3')]);
	expect([...notedErasures()]).toEqual([hash('1'), hash('2'), hash('3')]);
});
