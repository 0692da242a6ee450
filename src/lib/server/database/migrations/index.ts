// Every migration by name, in the order in which they run. One that was released is never changed.
import type { Migration } from 'kysely';
import { up as benchmark } from './2026-11-26-benchmark.ts';
import { up as outbox } from './2026-11-23-outbox.ts';
import { up as retention } from './2026-11-24-retention.ts';
import { up as responses } from './2026-11-22-responses.ts';
import { up as engagements } from './2026-11-28-engagements.ts';
import { up as study } from './2026-11-27-study.ts';
import { up as studio } from './2026-11-25-studio.ts';
import { up as takenAgain } from './2026-11-22-taken-again.ts';

export const migrations: Readonly<Record<string, Migration>> = {
	'2026-11-22-responses': { up: responses },
	'2026-11-22-taken-again': { up: takenAgain },
	'2026-11-23-outbox': { up: outbox },
	'2026-11-24-retention': { up: retention },
	'2026-11-25-studio': { up: studio },
	'2026-11-26-benchmark': { up: benchmark },
	'2026-11-27-study': { up: study },
	'2026-11-28-engagements': { up: engagements }
};
