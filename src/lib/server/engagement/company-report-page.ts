// A draft of a company report → what its page shows, and what its forms ask for.
import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readText, type EditableText } from '#core/company-report/edited.ts';
import { readWritten } from '#core/instrument/written.ts';
import type { Problem } from '#core/problem.ts';
import { readForm } from '../form.ts';
import type { Person } from '../person.ts';
import { draftOf, ownParts, saveOwn, saveText, undoText, type Draft } from './company-report.ts';
import type { Engagement } from './engagements.ts';
import { pathOfRelease, release, releasesOf, withdraw, wouldTellOfFew } from './releases.ts';

export async function companyReportPage(engagement: Engagement) {
	const draft = await draftOf(engagement);
	const { edited, introduction, recommendations, author, results } = draft;
	const titles = new Map<string, string>(edited?.report.parts.map(({ id, title }) => [id, title]));
	return {
		because: results.because,
		author,
		own: { introduction: ownOf(introduction), recommendations: ownOf(recommendations) },
		texts: (edited?.texts ?? []).map((text, at) => ({
			...shownOf(text),
			id: `text-${at}`,
			part: titles.get(text.part) ?? ''
		})),
		lost: Object.entries(edited?.lost ?? {}).map(([place, { text, at }]) => ({ place, text, at })),
		releases: await releasesFor(engagement)
	};
}

const ownOf = (markdown: string) => {
	const read = readWritten(markdown);
	return { markdown, prose: read.ok ? read.value : [] };
};

function shownOf({ place, about, form, original, was, edit }: EditableText) {
	const now = edit?.state === 'applied' ? edit.text : original;
	const read = now === '' ? null : readText(form, now);
	const before = readText(form, original);
	return {
		...{ place, about, form, original, was, edit },
		shown: read?.ok ? read.value : null,
		before: before.ok ? before.value : { heading: [], prose: [] }
	};
}

async function releasesFor(engagement: Engagement) {
	const all = await releasesOf(engagement);
	return all.map(({ id, hash, released_at, withdrawn_at }) => ({
		...{ id, hash, releasedAt: released_at, withdrawnAt: withdrawn_at },
		path: withdrawn_at === null ? pathOfRelease(id) : null
	}));
}

/** What would go out now: for the page that asks for the release. */
export async function releasePage(engagement: Engagement) {
	const draft = await draftOf(engagement);
	return {
		because: draft.results.because,
		isFew: await wouldTellOfFew(engagement, draft.results.heard),
		hash: draft.hash,
		summary: summaryOf(draft)
	};
}

function summaryOf({ edited, results, introduction, recommendations }: Draft) {
	const edits = (edited?.texts ?? []).flatMap(({ edit }) => edit ?? []);
	const applied = edits.filter(({ state }) => state === 'applied');
	return {
		title: edited?.report.cover.title ?? '',
		subtitle: edited?.report.cover.subtitle ?? '',
		byline: edited?.report.cover.byline ?? '',
		parts: (edited?.report.parts ?? []).map(({ title }) => title),
		people: results.several?.n ?? 0,
		changed: applied.filter(({ text }) => text !== '').length,
		left: applied.filter(({ text }) => text === '').length,
		waiting: edits.length - applied.length,
		own: { introduction: introduction !== '', recommendations: recommendations !== '' }
	};
}

const most = z.string().max(20_000);
const typed = most.transform((text) => text.replaceAll(/\r\n?/g, '\n').trim());
const editShape = z.strictObject({ place: most, was: most, text: typed, id: most, leave: z.literal('on').optional() });
const placeShape = z.strictObject({ place: most, id: most });
const ownShape = z.strictObject({ part: z.enum(ownParts), text: typed });
const withdrawShape = z.strictObject({ release: most });

type Posted = { readonly person: Person; readonly engagement: Engagement; readonly request: Request };

/** One line each: which line, what stands there, what to do. */
const faultsOf = (problems: readonly Problem[]) =>
	problems.map(({ code, where, found, remedy }) => ({ code, line: where, found, remedy }));

export async function postText({ person, engagement, request }: Posted) {
	const read = await readForm(request, editShape);
	if (!read.ok) return read.failure;
	const { place, was, text, id, leave } = read.value;
	const back = { place, text, at: /^text-\d+$/.test(id) ? id : '' };
	if (text === '' && leave === undefined) return fail(422, { ...back, faults: [EMPTY], isStale: false });
	const saved = await saveText(person, engagement, { place, was, text: leave === undefined ? text : '' });
	if (saved === 'changed') redirect(303, `?done=saved#${back.at}`);
	if (saved === 'unknown') return fail(404, { ...back, faults: [], isStale: true });
	return fail(saved === 'stale' ? 409 : 422, {
		...back,
		faults: saved === 'stale' ? [] : faultsOf(saved),
		isStale: saved === 'stale'
	});
}

const EMPTY = { code: 'empty', line: '1', found: '', remedy: '' };

export async function postUndo({ person, engagement, request }: Posted) {
	const read = await readForm(request, placeShape);
	if (!read.ok) return read.failure;
	await undoText(person, engagement.id, read.value.place);
	redirect(303, `?done=undone#${/^[a-z]+(-\d+)?$/.test(read.value.id) ? read.value.id : ''}`);
}

export async function postOwn({ person, engagement, request }: Posted) {
	const read = await readForm(request, ownShape);
	if (!read.ok) return read.failure;
	const { part, text } = read.value;
	const saved = await saveOwn(person, engagement.id, part, text);
	if (saved === 'changed') redirect(303, `?done=written#${part}`);
	const faults = typeof saved === 'string' ? [] : faultsOf(saved);
	return fail(422, { place: part, text, at: part, faults, isStale: false });
}

export async function postWithdrawal({ person, engagement, request }: Posted) {
	const read = await readForm(request, withdrawShape);
	if (!read.ok) return read.failure;
	await withdraw(person, engagement.id, read.value.release);
	redirect(303, '?done=withdrawn#releases');
}

const releaseShape = z.strictObject({ hash: z.string().max(64), sure: z.literal('on').optional() });

export async function postRelease({ person, engagement, request }: Posted) {
	const read = await readForm(request, releaseShape);
	if (!read.ok) return fail(422, { problem: 'moved' as const });
	if (read.value.sure === undefined) return fail(422, { problem: 'unticked' as const });
	const { kind } = await release(person, engagement, read.value.hash);
	if (kind === 'released') redirect(303, `/studio/engagements/${engagement.id}/report?done=released#releases`);
	return kind === 'unknown' ? error(404) : fail(409, { problem: kind });
}
