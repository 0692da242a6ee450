// The tables of our migration are the ones that better-auth expects.
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, expect, test } from 'vitest';
import { stored } from '#lib/server/auth.ts';
import { database } from '#lib/server/database/database.ts';
import { makeWorld } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

test('better-auth would add nothing to our tables', async () => {
	const { toBeCreated, toBeAdded, toBeAddedIndexes, unsafeChanges, schemaProblems } = await getMigrations(
		stored(await database()),
		{ throwOnUnsafe: false }
	);
	expect({ toBeCreated, toBeAdded, unsafeChanges, schemaProblems }).toEqual({
		toBeCreated: [],
		toBeAdded: [],
		unsafeChanges: [],
		schemaProblems: []
	});
	expect(toBeAddedIndexes).toEqual([]);
});
