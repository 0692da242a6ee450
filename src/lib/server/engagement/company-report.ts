// An engagement → its company report as it stands before release, and what its author writes into it.
import { companyReportOf } from '#core/company-report/compose.ts';
import { edited, readText, type EditableText, type EditedReport, type Edits } from '#core/company-report/edited.ts';
import { hashOf } from '#core/instrument/canonical.ts';
import { readWritten } from '#core/instrument/written.ts';
import type { Problem } from '#core/problem.ts';
import { closed } from '#core/report/closing.ts';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { wordsFor } from '#lib/words.ts';
import { database, type Db } from '../database/database.ts';
import type { CompanyReportRow } from '../database/engagement-schema.ts';
import { storedJson } from '../database/stored-json.ts';
import { isDemonstration } from '../demonstration.ts';
import type { Person } from '../person.ts';
import { changed, noted } from './changes.ts';
import type { Engagement } from './engagements.ts';
import { themeOfEngagement } from './pages.ts';
import { resultsOf, type Results } from './results.ts';

type Written = Pick<CompanyReportRow, 'introduction' | 'recommendations'> & { readonly edits: Edits };

export type Draft = Written & {
	readonly results: Results;
	/** Null: nothing may be told, and `results` says why. */
	readonly edited: EditedReport | null;
	/** Of the report as it would go out now. */
	readonly hash: string;
	/** Who stands behind introduction and recommendations. */
	readonly author: string;
};

export async function draftOf(engagement: Engagement): Promise<Draft> {
	const results = await resultsOf(engagement);
	const written = await writtenFor(await database(), engagement.id);
	const theme = await themeOfEngagement(engagement);
	const author = [engagement.settings.contact.name, theme.firm].filter((each) => each !== '').join(', ');
	const { instrument, several, findings, compared, heard } = results;
	if (several === null) return { ...written, results, edited: null, hash: '', author };
	const words = wordsFor(baseLocale);
	const last = heard.map(({ completedAt }) => completedAt).reduce((one, other) => (other > one ? other : one), '');
	const original = companyReportOf({
		...{ instrument, several, findings, words, ...compared },
		locale: baseLocale,
		date: last.slice(0, 10),
		client: engagement.client.name,
		demonstration: await isDemonstration()
	});
	const { edits, introduction, recommendations } = written;
	const told = edited(original, edits, { introduction, recommendations, author }, words);
	// What goes out stays as it is, the firm's own last page included.
	const report = closed(told.report, theme.closing);
	return { ...written, results, edited: { ...told, report }, hash: hashOf(report), author };
}

async function writtenFor(db: Db, engagement: string): Promise<Written> {
	const row = await db
		.selectFrom('company_reports')
		.selectAll()
		.where('engagement', '=', engagement)
		.executeTakeFirst();
	if (row === undefined) return { edits: {}, introduction: '', recommendations: '' };
	return { ...row, edits: storedJson<Edits>(row.edits) };
}

/** `stale`: the original is another than the one that was written over. */
type Saved = 'changed' | 'unknown' | 'stale' | readonly Problem[];

const MOST = 8000;

const tooLong: Problem = {
	code: 'too-long',
	level: 'error',
	where: '1',
	expected: `at most ${MOST} characters`,
	found: 'more',
	remedy: 'Shorten it.'
};

/** Writes over the text at a place, or leaves it out with an empty one. */
export async function saveText(
	person: Person,
	engagement: Engagement,
	{ place, was, text }: Pick<EditableText, 'place' | 'was'> & { readonly text: string }
): Promise<Saved> {
	const draft = await draftOf(engagement);
	const found = draft.edited?.texts.find((each) => each.place === place);
	if (found === undefined) return 'unknown';
	if (found.was !== was) return 'stale';
	const problems = text === '' ? [] : problemsOf(text, (written) => readText(found.form, written));
	if (problems.length > 0) return problems;
	return written(person, engagement.id, 'company-report.edited', place, ({ edits, ...rest }) => ({
		...rest,
		edits: { ...edits, [place]: { was, text, by: person.id, at: new Date().toISOString() } }
	}));
}

/** Gives the original its place again. */
export const undoText = (person: Person, engagement: string, place: string): Promise<Saved> =>
	written(person, engagement, 'company-report.undone', place, ({ edits, ...rest }) => ({
		...rest,
		edits: Object.fromEntries(Object.entries(edits).filter(([each]) => each !== place))
	}));

export const ownParts = ['introduction', 'recommendations'] as const;
export type OwnPart = (typeof ownParts)[number];

export async function saveOwn(person: Person, engagement: string, part: OwnPart, text: string): Promise<Saved> {
	const problems = problemsOf(text, readWritten);
	if (problems.length > 0) return problems;
	return written(person, engagement, 'company-report.written', part, (before) => ({ ...before, [part]: text.trim() }));
}

function problemsOf(
	text: string,
	read: (text: string) => ReturnType<typeof readText> | ReturnType<typeof readWritten>
) {
	if (text.length > MOST) return [tooLong];
	const outcome = read(text);
	return outcome.ok ? [] : outcome.problems;
}

const written = (
	person: Person,
	id: string,
	action: string,
	place: string,
	change: (before: Written) => Written
): Promise<'changed' | 'unknown'> =>
	changed(person, id, async (db) => {
		const { edits, introduction, recommendations } = change(await writtenFor(db, id));
		const row = {
			...{ introduction, recommendations, edits: JSON.stringify(edits) },
			updated_by: person.id,
			updated_at: new Date().toISOString()
		};
		await db
			.insertInto('company_reports')
			.values({ engagement: id, ...row })
			.onConflict((conflict) => conflict.column('engagement').doUpdateSet(row))
			.execute();
		// What kind of text: its place may hold words of the client.
		await noted(db, person, action, id, { text: place.split(' ')[0] });
		return 'changed';
	});
