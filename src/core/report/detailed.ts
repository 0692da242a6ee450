// The third part and the personal one: section by section, each answer with what is said about it.
import { pick } from '#core/instrument/fill.ts';
import type { Index, Question, Section } from '#core/instrument/instrument.ts';
import type { UnknownFinding } from '#core/findings/findings.ts';
import { answerPeersNote } from './answer-peers.ts';
import { ofKind } from './chosen.ts';
import { asked, paragraph, type Composition } from './composition.ts';
import { quotes, ratings } from './importance.ts';
import { otherGroups } from './other-groups.ts';
import { personalPanel } from './summary.ts';
import type { Block, Part } from './report.ts';
import { openings } from './section-opening.ts';
import { answerBlock, contradictionsBeside, givenLabel, patternBlock } from './verdicts.ts';

export function detailed(c: Composition): Part {
	const sections = sectionsAbout(c, 'company');
	const lead: Block = { kind: 'prose', style: 'plain', prose: paragraph(c.words('report_detailed_lead')) };
	const opening = openings(c);
	// The reader's own words stand where importance is spoken of, or before the first section.
	const quoted = sections.some((section) => isImportance(questionsOf(c, section))) ? [] : quotes(c);
	const told = sections.flatMap((section) => sectionBlocks(c, section, opening));
	const blocks = [lead, ...answerPeersNote(c, told), ...quoted, ...told, ...unknowns(c, 'company')];
	return { id: 'detailed-analysis', title: c.words('report_part_detailed'), blocks };
}

/** Null where the personal part was not asked, or is not for the reader of this copy. */
export function personal(c: Composition): Part | null {
	if (c.scope !== 'whole' || c.personal === null) return null;
	const panel = personalPanel(c);
	if (panel.length === 0) return null;
	const band = c.scores.indices[c.personal.id]?.band;
	const text = band == null ? null : pick(c.personal.texts[band] ?? [], c.facts, c.values);
	const facets = c.instrument.indices.filter((index) => index.facetOf === c.personal?.id);
	const opening = openings(c);
	const told = sectionsAbout(c, 'personal').flatMap((section) => sectionBlocks(c, section, opening));
	const blocks: Block[] = [
		{ kind: 'prose', style: 'note', prose: paragraph(c.words('report_personal_lead')) },
		...(text === null ? [] : [{ kind: 'prose' as const, style: 'lead' as const, prose: text.body }]),
		...facets.flatMap((index) => facetBlocks(c, index)),
		...otherGroups(c, 'personal'),
		...answerPeersNote(c, told),
		...told,
		...unknowns(c, 'personal')
	];
	return { id: 'personal-report', title: c.words('report_part_personal'), blocks };
}

/** What a facet is about, and what its band says. */
function facetBlocks(c: Composition, index: Index): readonly Block[] {
	const text = pick(index.texts[c.scores.indices[index.id]?.band ?? ''] ?? [], c.facts, c.values);
	const body = [...index.body, ...(text?.body ?? [])];
	const shown = c.values[`index.${index.id}`] || c.words('report_no_score');
	const heading: Block = { kind: 'heading', id: `index-${index.id}`, level: 3, text: `${index.title}: ${shown}` };
	return body.length === 0 ? [] : [heading, { kind: 'prose', style: 'plain', prose: body }];
}

function sectionsAbout(c: Composition, about: Section['about']): readonly Section[] {
	return c.instrument.sections.filter(
		(section) => section.about === about && section.questions.some((id) => c.path.has(id))
	);
}

const questionsOf = (c: Composition, section: Section): readonly Question[] =>
	section.questions.filter((id) => c.path.has(id)).map((id) => c.question(id));

const isImportance = (questions: readonly Question[]): boolean =>
	questions.every((question) => question.importanceOf.length > 0);

function sectionBlocks(c: Composition, section: Section, opening: ReturnType<typeof openings>): readonly Block[] {
	const questions = questionsOf(c, section);
	const heading: Block = { kind: 'heading', id: `section-${section.id}`, level: 2, text: section.title };
	const skipped = questions.every((question) => c.answers.given[question.id] === undefined)
		? pick(section.skipped, c.facts, c.values)
		: null;
	const passedOver: readonly Block[] =
		skipped === null ? [] : [heading, { kind: 'prose', style: 'plain', prose: skipped.body }];
	if (isImportance(questions)) {
		const told = [...passedOver.slice(1), ...ratings(c, questions), ...quotes(c)];
		return told.length === 0 ? [] : [heading, ...told];
	}

	const answered = questions.filter((question) => c.answers.given[question.id]?.state === 'answered');
	const patterns = ofKind(c.findings, 'pattern')
		.filter(({ lifted }) => !lifted)
		.filter(
			(finding) => c.instrument.patterns.find((pattern) => pattern.id === finding.pattern)?.section === section.id
		)
		.map((finding) => patternBlock(c, finding));
	if (answered.length === 0 && patterns.length === 0) return passedOver;
	return [
		heading,
		{ kind: 'prose', style: 'plain', prose: paragraph(opening(answered)) },
		...patterns,
		...answered
			.filter((question) => !isAside(c, question))
			.flatMap((question) => [answerBlock(c, question), ...contradictionsBeside(c, question)]),
		...unscored(
			c,
			answered.filter((question) => isAside(c, question))
		),
		...notApplicable(c, questions)
	];
}

/** An answer without a verdict, of which nothing can be said by itself: other texts use it. */
const isAside = (c: Composition, question: Question): boolean =>
	(c.scores.questions[question.id]?.verdict ?? null) === null;

const unscored = (c: Composition, questions: readonly Question[]): readonly Block[] =>
	questions.map((question): Block => {
		const inputs = { question: asked(question), answer: givenLabel(c, question) };
		return { kind: 'prose', style: 'note', prose: paragraph(c.words('report_unscored_note', inputs)) };
	});

function notApplicable(c: Composition, questions: readonly Question[]): readonly Block[] {
	const those = questions.filter((question) => c.answers.given[question.id]?.state === 'na');
	if (those.length === 0) return [];
	const note = c.words('report_not_applicable_note', { questions: those.map(asked).join(' · ') });
	return [{ kind: 'prose', style: 'note', prose: paragraph(note) }];
}

/** What was answered "don't know", gathered as things worth finding out. */
function unknowns(c: Composition, about: Section['about']): readonly Block[] {
	const sections = new Set(
		c.instrument.sections.filter((section) => section.about === about).map((section) => section.id)
	);
	const those = ofKind(c.findings, 'unknown')
		.map((finding: UnknownFinding) => c.question(finding.question))
		.filter((question) => sections.has(question.section));
	if (those.length === 0) return [];
	return [
		{ kind: 'heading', id: `worth-finding-out-${about}`, level: 2, text: c.words('report_unknown_title') },
		{ kind: 'prose', style: 'plain', prose: paragraph(c.words('report_unknown_lead', { count: those.length })) },
		...those.map((question) => answerBlock(c, question))
	];
}
