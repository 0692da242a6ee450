// A company report with what its author wrote → the report as the client gets it, and for the author what became of each edit.
import { inlines, ofProse } from '#core/report/markdown.ts';
import { hashOf } from '#core/instrument/canonical.ts';
import type { Prose } from '#core/instrument/prose.ts';
import { readWritten } from '#core/instrument/written.ts';
import type { Outcome, Problem } from '#core/problem.ts';
import { line } from '#core/brief/blocks.ts';
import type { Part, Report } from '#core/report/report.ts';
import { changedReport, textsIn, type ReportText, type Said } from './texts.ts';
import type { CompanyWords } from './words.ts';

/** By place. `was`: a hash of the text that it was written over; `text`: Markdown, empty where that is left out. */
export type Edits = Readonly<
	Record<string, { readonly was: string; readonly text: string; readonly by: string; readonly at: string }>
>;

/** `stale`: the original has changed since, and the edit waits for its author. */
type EditState = 'applied' | 'stale';

export type EditableText = Pick<ReportText, 'place' | 'about' | 'form'> & {
	/** The id of the part that it stands in. */
	readonly part: string;
	/** Markdown, and its hash. */
	readonly original: string;
	readonly was: string;
	readonly edit: (Edits[string] & { readonly state: EditState }) | null;
};

export type Own = {
	/** Markdown. */
	readonly introduction: string;
	readonly recommendations: string;
	/** Who says so: a person, a firm, or both; empty: nobody is named. */
	readonly author: string;
};

export type EditedReport = {
	readonly report: Report;
	readonly texts: readonly EditableText[];
	/** Edits of texts that the report does not have any more, by place. */
	readonly lost: Edits;
};

export function edited(report: Report, edits: Edits, own: Own, words: CompanyWords): EditedReport {
	const texts = textsIn(report).map(({ place, about, form, part, ...said }): EditableText => {
		const original = markdownOfText({ form, ...said });
		const was = hashOf(original);
		const edit = Object.hasOwn(edits, place) ? edits[place] : undefined;
		const state = edit === undefined ? null : edit.was === was ? ('applied' as const) : ('stale' as const);
		return { place, about, form, part, original, was, edit: edit && state ? { ...edit, state } : null };
	});
	const applied = new Map(texts.flatMap(({ place, edit }) => (edit?.state === 'applied' ? [[place, edit.text]] : [])));
	const changed = changedReport(report, (text) => {
		const written = applied.get(text.place);
		if (written === undefined) return text;
		if (written === '') return null;
		const read = readText(text.form, written);
		// Only what could be read was kept; should the rules become stricter, the original stands.
		return read.ok ? read.value : text;
	});
	const places = new Set(texts.map(({ place }) => place));
	const parts = withOwn(applied.size > 0 ? withNote(changed.parts, words) : changed.parts, own, words);
	return {
		report: { ...changed, parts },
		texts,
		lost: Object.fromEntries(Object.entries(edits).filter(([place]) => !places.has(place)))
	};
}

/** What an author is shown to change: a heading and the text, or the one line. */
function markdownOfText({ form, heading, prose }: Said & Pick<ReportText, 'form'>): string {
	const isLine = form === 'line' || (form === 'titled' && prose.length === 0);
	if (isLine) return inlines(heading);
	const above: Prose = heading.length === 0 ? [] : [{ kind: 'heading', level: 3, inline: heading }];
	return ofProse([...above, ...prose]);
}

/** Markdown → what stands at the place of such a text. */
export function readText(form: ReportText['form'], markdown: string): Outcome<Said> {
	const read = readWritten(markdown);
	if (!read.ok) return read;
	const [first, ...rest] = read.value;
	if (form === 'prose') return { ok: true, value: { heading: [], prose: read.value } };
	if (form === 'line')
		return first?.kind === 'paragraph' && rest.length === 0
			? { ok: true, value: { heading: first.inline, prose: [] } }
			: refused('one-line', 'one line of text', 'more than that', 'Write one paragraph.');
	if (first?.kind === 'heading') return { ok: true, value: { heading: first.inline, prose: rest } };
	// A move may be a heading and nothing else, which then reads as a line.
	if (form === 'titled' && first?.kind === 'paragraph' && rest.length === 0)
		return { ok: true, value: { heading: first.inline, prose: [] } };
	if (form === 'titled') return refused('no-heading', 'a heading', 'none', 'Begin with a line “### …”.');
	return { ok: true, value: { heading: [], prose: read.value } };
}

const refused = (code: string, expected: string, found: string, remedy: string): Outcome<never> => {
	const problem: Problem = { code, level: 'error', where: '1', expected, found, remedy };
	return { ok: false, problems: [problem] };
};

const withNote = (parts: readonly Part[], words: CompanyWords): readonly Part[] =>
	parts.map((part) =>
		part.id === 'method' ? { ...part, blocks: [line(words('company_report_method_edited')), ...part.blocks] } : part
	);

/** The introduction before everything else, the recommendations before the details. */
function withOwn(parts: readonly Part[], { introduction, recommendations, author }: Own, words: CompanyWords) {
	const own = (id: 'introduction' | 'recommendations', markdown: string): readonly Part[] => {
		const prose = proseOf(markdown);
		if (prose.length === 0) return [];
		const by = author === '' ? [] : [line(words('company_report_by', { author }), 'note')];
		return [{ id, title: words(`company_report_${id}`), blocks: [...by, { kind: 'prose', style: 'plain', prose }] }];
	};
	const at = parts.findIndex(({ id }) => id === 'detailed-analysis');
	const before = at < 0 ? parts.length : at;
	return [
		...own('introduction', introduction),
		...parts.slice(0, before),
		...own('recommendations', recommendations),
		...parts.slice(before)
	];
}

/** Only what could be read was kept. */
function proseOf(markdown: string): Prose {
	const read = readWritten(markdown);
	return read.ok ? read.value : [];
}
