// A company report as it stands → the report as its client has it: released on purpose, never changed, withdrawn if need be.
import { randomUUID } from 'node:crypto';
import { tellsOfFew, type Voice } from '#core/group/apart.ts';
import { canonicalJson } from '#core/instrument/canonical.ts';
import type { Report } from '#core/report/report.ts';
import { theme, type Worn } from '../brand.ts';
import { database } from '../database/database.ts';
import type { Person } from '../person.ts';
import { derivedToken, tokenHash } from '../tokens.ts';
import { changed, noted } from './changes.ts';
import { draftOf } from './company-report.ts';
import { findEngagement, type Engagement } from './engagements.ts';
import { themeOfEngagement } from './pages.ts';
import { insertRelease, releaseByHash, releaseHeads, voicesIn, type ReleaseHead } from './release-rows.ts';

const tokenOf = (release: string): string => derivedToken('release', release, 1);

export const pathOfRelease = (release: string): string => `/company-report/${tokenOf(release)}`;

type Released =
	| { readonly kind: 'released'; readonly id: string }
	/** Nothing may be told; it is another than the one that was looked at; it would tell of few beside an earlier one. */
	| { readonly kind: 'unknown' | 'nothing' | 'moved' | 'few' };

/** Sends out exactly the report whose hash was looked at. */
export async function release(person: Person, engagement: Engagement, hash: string): Promise<Released> {
	const draft = await draftOf(engagement);
	if (draft.edited === null) return { kind: 'nothing' };
	if (draft.hash !== hash) return { kind: 'moved' };
	const { report } = draft.edited;
	const voices = voicesOf(draft.results.heard);
	const id = randomUUID();
	const done = await changed(person, engagement.id, async (db, { promise }) => {
		if (promise === 'anonymous') {
			const before = await voicesIn(db, engagement.id);
			if ([...before.values()].some((each) => tellsOfFew(each, voices))) return 'few';
		}
		const now = new Date().toISOString();
		const row = {
			...{ id, engagement: engagement.id, hash, token: tokenHash(tokenOf(id)) },
			...{ released_by: person.id, released_at: now, withdrawn_by: null, withdrawn_at: null }
		};
		await insertRelease(db, row, canonicalJson(report), voices);
		await noted(db, person, 'company-report.released', engagement.id, { release: id, hash });
		return 'released';
	});
	return done === 'released' ? { kind: 'released', id } : { kind: done };
}

/** Whether going out now would, beside what went out before, tell of few. */
export async function wouldTellOfFew(
	{ id, promise }: Engagement,
	heard: readonly { readonly id: string; readonly group: string | null }[]
): Promise<boolean> {
	if (promise !== 'anonymous') return false;
	const before = await voicesIn(await database(), id);
	return [...before.values()].some((each) => tellsOfFew(each, voicesOf(heard)));
}

const voicesOf = (heard: readonly { readonly id: string; readonly group: string | null }[]): readonly Voice[] =>
	heard.map(({ id, group }) => ({ response: id, group }));

/** The link answers that it is no longer there; what was released stays in the list. */
export const withdraw = (person: Person, engagement: string, release: string): Promise<'changed' | 'unknown'> =>
	changed(person, engagement, async (db) => {
		const [found] = (await releaseHeads(engagement, db)).filter(({ id }) => id === release);
		if (found === undefined) return 'unknown';
		if (found.withdrawn_at === null) {
			const now = new Date().toISOString();
			await db
				.updateTable('releases')
				.set({ withdrawn_by: person.id, withdrawn_at: now })
				.where('id', '=', release)
				.execute();
			await noted(db, person, 'company-report.withdrawn', engagement, { release });
		}
		return 'changed';
	});

export const releasesOf = ({ id }: Pick<Engagement, 'id'>): Promise<readonly ReleaseHead[]> => releaseHeads(id);

export type Opened = {
	/** Null: withdrawn, or its engagement is gone. */
	readonly report: Report | null;
	readonly theme: Worn;
};

/** What a client's link leads to; null for every other text. */
export async function releasedBy(token: string): Promise<Opened | null> {
	const found = await releaseByHash(tokenHash(token));
	if (found === null) return null;
	const engagement = await findEngagement(found.engagement);
	if (engagement === null) return { report: null, theme: theme() };
	return {
		report: found.withdrawn_at === null ? found.document : null,
		theme: await themeOfEngagement(engagement)
	};
}
