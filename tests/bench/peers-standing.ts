// The standing of one reader in an edition of very many responses beside one of few, and what an edition takes in memory.
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { score } from '#core/scores/score.ts';
import type { Edition } from '#core/standing/edition.ts';
import { held, type HeldEdition } from '#core/standing/held.ts';
import type { Own } from '#core/standing/own.ts';
import { standing } from '#core/standing/standing.ts';
import { change } from '#lib/server/database/database.ts';
import { editionById, forgetEditions, keepEdition } from '#lib/server/edition-rows.ts';
import { flagship } from '../support/flagship.ts';
import { dimensions, peered } from './contribution-crowd.ts';
import { compared, megabytes, sized, type Figure, type Unit } from './figure.ts';
import { inventedEdition } from './invented-edition.ts';
import { checked, everything } from './responses.ts';
import { rate, ratio, rounds } from './rounds.ts';

const FEW = 10_000;
const MANY = 10_000_000;

/** An edition may take so many bytes at most. */
const MEMORY = 30_000_000;

/** A reader of groups that the stored contributions have. */
export const answers = checked({
	...everything,
	...Object.fromEntries(Object.entries(dimensions).map(([question, [first = '']]) => [question, first]))
});
export const scores = score(flagship, answers);

/** The reader's own company is in the edition, as a real one is from the second edition on. */
function ownOf(): readonly Own[] {
	const dimensions = Object.fromEntries(
		Object.entries(answers.given).flatMap(([question, answer]) =>
			answer.state === 'answered' && typeof answer.value === 'string' ? [[question, answer.value]] : []
		)
	);
	const tenths = Object.fromEntries(Object.entries(scores.indices).map(([id, each]) => [id, each.tenths ?? 0]));
	const since = '2025-12-31T00:00:00.000Z';
	return (['company', 'personal'] as const).map((about) => ({ about, dimensions, tenths, since }));
}

/** How often in a second somebody's standing can be worked out from it. */
export const standingsIn = (edition: HeldEdition, milliseconds: number): number => {
	const own = ownOf();
	const found = standing(peered, answers, scores, edition, own);
	if (found?.company?.by.length !== 2) throw new Error('the reader has no group of their own');
	return rate(() => standing(peered, answers, scores, edition, own), milliseconds);
};

const inMilliseconds: Unit = (value) => `${Number((1000 / value).toPrecision(3))} ms`;

export async function measureStanding(): Promise<readonly Figure[]> {
	const [few, many] = [FEW, MANY].map((count) => stored(inventedEdition(peered, count)));
	if (few === undefined || many === undefined) throw new Error('there are two');
	const found = await rounds(7, { many: () => standingsIn(many, 500), few: () => standingsIn(few, 500) });
	return [
		compared({
			name: `a standing from an edition of ${MANY} responses | of ${FEW}`,
			unit: inMilliseconds,
			ours: found.many,
			peer: found.few,
			ratio: ratio(found.few, found.many),
			limit: { at: 'most', ratio: 1.5 }
		})
	];
}

/** As it is held after it was read out of the database, where it is JSON. */
export const stored = (edition: Edition): HeldEdition => held(JSON.parse(JSON.stringify(edition)) as Edition);

/** What an edition of the whole ladder of the flagship takes once it was read: what is free again without it. */
export async function measureEditionMemory(): Promise<Figure> {
	const id = await (async () => {
		const edition = inventedEdition(flagship, MANY);
		await change('bench', (db) => keepEdition(db, { instrument: flagship.id, major: 0 }, edition, 'own'));
		return edition.id;
	})();
	const groups = (await editionById(id))?.cells.length ?? 0;
	const all = await used();
	forgetEditions();
	const taken = all - (await used());
	return sized(
		`an edition of ${MANY} responses in memory, the whole ladder of ${groups} groups`,
		taken,
		MEMORY,
		megabytes
	);
}

/** In use after everything that nobody needs is gone, in bytes. */
async function used(): Promise<number> {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	for (let time = 0; time < 2; time += 1) {
		await setImmediate();
		collect();
	}
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}
