// An instrument → its flow as a Mermaid graph: sections, their questions in order, and what each is asked only if.
import type { Condition } from './condition.ts';
import { plain } from './fill.ts';
import type { Instrument, Question, Section } from './instrument.ts';
import { sayCondition } from './say-condition.ts';

type Questions = ReadonlyMap<string, Question>;

/** A flowchart for any page that draws Mermaid. Conditions stand on the arrows; the first of a section in its node. */
export function draw(instrument: Instrument): string {
	const questions = new Map(instrument.questions.map((question) => [question.id, question]));
	const sections = instrument.sections.filter((section) => section.questions.length > 0);
	return [
		'flowchart TD',
		`	start(["${escaped(instrument.title)}"])`,
		...sections.map((section) => box(section, questions)),
		'	done(["Report"])',
		...['start', ...sections.map(nameOf)].flatMap((from, next) => arrowsFrom(from, sections.slice(next), questions))
	].join('\n');
}

/** From one section to the next; and where not everybody sees that one, to the first that everybody sees. */
function arrowsFrom(from: string, following: readonly Section[], questions: Questions): readonly string[] {
	const [next] = following;
	if (!next) return [`	${from} --> done`];
	if (!next.when) return [`	${from} --> ${nameOf(next)}`];
	const sure = following.find(({ when }) => when === null);
	return [
		`	${from} -->${onlyIf(next.when, questions)} ${nameOf(next)}`,
		`	${from} -->|"else"| ${sure ? nameOf(sure) : 'done'}`
	];
}

function box(section: Section, questions: Questions): string {
	const asked = section.questions.flatMap((id) => questions.get(id) ?? []);
	const nodes = asked.map(({ id, text, when }, position) => {
		const condition = position === 0 && when ? `<br>(only if ${escaped(sayCondition(when, questions))})` : '';
		return `		question_${word(id)}["${escaped(plain(text))}${condition}"]`;
	});
	const arrows = asked.slice(1).map(({ id, when }, before) => {
		return `		question_${word(asked[before]?.id ?? '')} -->${when ? onlyIf(when, questions) : ''} question_${word(id)}`;
	});
	return [`	subgraph ${nameOf(section)} ["${escaped(section.title)}"]`, ...nodes, ...arrows, '	end'].join('\n');
}

const nameOf = ({ id }: Section): string => `section_${word(id)}`;

/** Mermaid would read two hyphens in a name as an arrow. */
const word = (id: string): string => id.replaceAll('-', '_');

const onlyIf = (when: Condition, questions: Questions): string =>
	`|"only if ${escaped(sayCondition(when, questions))}"|`;

/** Mermaid reads entities with # where HTML has &. */
const escaped = (text: string): string => text.replace(/["#<>&|]/g, (character) => `#${character.codePointAt(0)};`);
