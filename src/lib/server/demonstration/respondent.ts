// Somebody who is to have answered → the rows that their answering would have left, with the times at which it would have.
import { createHash, randomBytes } from 'node:crypto';
import { checkAnswers } from '#core/answers/check.ts';
import type { Known } from '#core/answers/quality.ts';
import type { Value } from '#core/instrument/value.ts';
import { colleague, companyFrom } from '#core/simulation/company.ts';
import { paced, type Paced } from '#core/simulation/pace.ts';
import { contributionOf } from '../contribution-rows.ts';
import { contribute } from '../contributions.ts';
import type { Db } from '../database/database.ts';
import { issue } from '../keys.ts';
import { insertResponse, newResponse, type Stored } from '../response-rows.ts';
import { addRevision } from '../revisions.ts';
import { tokenHash } from '../tokens.ts';
import { companyName, inventedPerson } from './invented.ts';
import { keepLeadOf } from './lead.ts';
import { chanceOf, type Planned, type Wishes } from './planned.ts';

export type Somebody = Planned & {
	readonly id: string;
	readonly values: Readonly<Record<string, Value>>;
	readonly paced: Paced;
};

export function somebodyFrom(planned: Planned, wishes: Wishes): Somebody {
	const { instrument, company, person, began, speed, care } = planned;
	const own = chanceOf(wishes, instrument.id, 'answers', company, person);
	const texts = { 'company-name': companyName(company), 'respondent-name': inventedPerson(company, person).name };
	const said = own.next() < 0.7 ? texts : {};
	const at = companyFrom(instrument, chanceOf(wishes, instrument.id, 'kind', company));
	const all = colleague(instrument, at, own, { care, texts: said });
	const checked = checkAnswers(instrument, all);
	const path = checked.ok ? checked.value.path : [];
	const values = Object.fromEntries(path.flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]] as const])));
	const kept = planned.isUnfinished ? beginningOf(planned, values, own.next()) : values;
	return {
		...planned,
		id: idOf(wishes.seed, instrument.id, company, person),
		values: kept,
		paced: paced(instrument, kept, { began, speed }, own)
	};
}

/** What is known of those who came before, for what is kept of this one. */
export type Among = { readonly edition: string | null; readonly median: NonNullable<Known['median']> };

/** Gives the path of the report; null: it was never finished. */
export async function keepSomebody(db: Db, somebody: Somebody, { edition, median }: Among): Promise<string | null> {
	const { id, instrument, campaign, source, began, isUnfinished, isTrapped, company, person } = somebody;
	const { answers, timing, lasts } = somebody.paced;
	const created = new Date(began).toISOString();
	const completed = new Date(began + lasts).toISOString();
	const from = { campaign: campaign?.id ?? null, source };
	const begun: Stored = {
		...newResponse(id, randomBytes(24).toString('base64url'), instrument, from, created),
		locale: instrument.locale,
		answers,
		timing,
		trap: isTrapped ? 1 : 0,
		updated_at: completed
	};
	if (isUnfinished) {
		await insertResponse(db, begun);
		return null;
	}
	const stored: Stored = { ...begun, state: 'completed', completed_at: completed };
	await insertResponse(db, stored);
	const said = { response: id, revision: 1, hash: instrument.hash, answers, completed_at: completed };
	await addRevision(db, { ...said, edition, edition_before: null, published: null });
	const sender = {
		company: tokenHash(`demonstration company ${company}`),
		person: tokenHash(`demonstration person ${company} ${person}`)
	};
	await contribute(db, contributionOf(stored, said, instrument, sender, median));
	const key = await issue(db, { response: id, purpose: 'owner', scope: 'whole', generation: 1 }, completed);
	if (somebody.leavesAddress) await keepLeadOf(db, somebody, stored);
	return `/r/${key}`;
}

/** Somebody who leaves has answered the first sections, and of the last of them a part. */
function beginningOf({ instrument }: Planned, values: Somebody['values'], share: number): Somebody['values'] {
	const ids = instrument.questions.map(({ id }) => id).filter((id) => values[id] !== undefined);
	const most = Math.floor(ids.length * share * share);
	return Object.fromEntries(ids.slice(0, most).flatMap((id) => (values[id] === undefined ? [] : [[id, values[id]]])));
}

/** A UUID that the same seed gives again. */
function idOf(...of: readonly (string | number)[]): string {
	const hex = createHash('sha256')
		.update(`demonstration ${of.join(' ')}`)
		.digest('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
		'-'
	);
}
