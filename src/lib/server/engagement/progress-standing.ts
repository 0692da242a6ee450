// Two rounds → where the company index stood among the peers of then, and where today's stands among those and among today's.
import type { Own } from '#core/standing/own.ts';
import type { HeldEdition } from '#core/standing/held.ts';
import { standing } from '#core/standing/standing.ts';
import { majorOf } from '../contribution-rows.ts';
import { editionById, editionsOf } from '../edition-rows.ts';
import type { Engagement } from './engagements.ts';
import type { Results } from './results.ts';

/** In per cent of the peers; null where one of the three is no percentage. */
export async function standingThen(
	previous: Engagement,
	then: Results,
	now: Results
): Promise<{ readonly before: number; readonly between: number; readonly after: number } | null> {
	const at = previous.closed_at ?? then.heard.at(-1)?.completedAt ?? previous.created_at;
	const scope = { instrument: then.instrument.id, major: majorOf(then.instrument.version) };
	const older = (await editionsOf(scope)).find(({ origin, created_at }) => origin === 'own' && created_at <= at);
	const former = older === undefined ? null : await editionById(older.id);
	const { edition } = now.compared;
	if (former === null || edition === null) return null;
	const before = relativeOf(then, former, then.compared.own);
	const between = relativeOf(now, former, then.compared.own);
	const after = relativeOf(now, edition, now.compared.own);
	return before === null || between === null || after === null ? null : { before, between, after };
}

function relativeOf({ instrument, several }: Results, edition: HeldEdition, own: readonly Own[]): number | null {
	const lead = instrument.indices.find(({ about, of }) => about === 'company' && of !== null);
	if (lead === undefined || several === null) return null;
	const place = standing(instrument, several.answers, several.scores, edition, own)?.indices[lead.id] ?? null;
	return place?.mode === 'percent' ? place.relative : null;
}
