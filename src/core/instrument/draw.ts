// An instrument → its flow as a Mermaid graph: sections, their questions in order, and what each is asked only if.
import type { Condition } from './condition.ts';
import { plain } from './fill.ts';
import type { Instrument, Question, Section } from './instrument.ts';
import { sayCondition } from './say-condition.ts';

/** A flowchart to paste into any page that draws Mermaid. */
export function draw(instrument: Instrument): string {
	const questions = new Map(instrument.questions.map((question) => [question.id, question]));
	const sections = instrument.sections.filter((section) => section.questions.length > 0);
	const say = (when: Condition | null): string =>
		when ? `|"only if ${escaped(sayCondition(when, questions))}"| ` : '';
	const steps = sections.map((section, at) => {
		const next = sections[at + 1];
		const onward = `	section_${section.id} --> ${next ? `${say(next.when)}section_${next.id}` : 'done'}`;
		const around = next?.when ? [`	section_${section.id} -->|"else"| ${skipTo(sections, at + 1)}`] : [];
		return [onward, ...around].join('\n');
	});
	const [first] = sections;
	return [
		'flowchart TD',
		`	start(["${escaped(instrument.title)}"])`,
		...sections.map((section) => box(section, questions, say)),
		'	done(["Report"])',
		...(first ? [`	start --> ${say(first.when)}section_${first.id}`] : ['	start --> done']),
		...steps
	].join('\n');
}

/** The next section that everybody sees. */
function skipTo(sections: readonly Section[], from: number): string {
	const next = sections.slice(from + 1).find(({ when }) => when === null);
	return next ? `section_${next.id}` : 'done';
}

function box(
	section: Section,
	questions: ReadonlyMap<string, Question>,
	say: (when: Condition | null) => string
): string {
	const asked = section.questions.flatMap((id) => questions.get(id) ?? []);
	const nodes = asked.map((question) => `		${question.id}["${escaped(plain(question.text))}"]`);
	const arrows = asked.slice(1).map((question, at) => `		${asked[at]?.id ?? ''} --> ${say(question.when)}${question.id}`);
	return [`	subgraph section_${section.id} ["${escaped(section.title)}"]`, ...nodes, ...arrows, '	end'].join('\n');
}

/** Mermaid reads entities with # where HTML has &. */
const escaped = (text: string): string => text.replace(/["#<>&|]/g, (character) => `#${character.codePointAt(0)};`);
