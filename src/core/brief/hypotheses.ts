// What was found → up to three hypotheses, each with the answers behind it and what would refute it.
import { EVEN_WITHIN } from '#core/findings/headline.ts';
import { ofKind } from '#core/report/chosen.ts';
import type { Question } from '#core/instrument/instrument.ts';
import type { Part } from '#core/report/report.ts';
import { capital, inside, moveOf, toldOf, topicName, topicOf, type Basis, type Told } from './basis.ts';
import { line, list, part, strong } from './blocks.ts';
import { gapsOf, pairOf } from './disagree.ts';
import { worthTelling } from './unknown.ts';

export type Hypothesis = { readonly claim: string; readonly behind: string; readonly refute: string };

const MOST = 3;

/** On a topic: no two are on the same one. */
type Candidate = Hypothesis & { readonly topic: string };

/** What holds the rest back; the widest gap; what nobody knows; then what presses, and last the strengths. */
export function hypothesesOf(b: Basis): readonly Hypothesis[] {
	const found = distinct([...brake(b), ...gap(b), ...unknown(b)]);
	const free = (areas: readonly string[]): readonly string[] =>
		areas.filter((area) => !found.some(({ topic }) => topic === area));
	return [
		...found,
		...free(b.mend).map((area, at) => weak(b, area, turns[at % turns.length] ?? 'a')),
		...free(b.keep).map((area, at) => strength(b, area, turns[at % turns.length] ?? 'a'))
	].slice(0, MOST);
}

/** Claims of one kind take turns, so that no two are alike. */
const turns = ['a', 'b', 'c'] as const;
type Turn = (typeof turns)[number];

const distinct = (candidates: readonly Candidate[]): readonly Candidate[] =>
	candidates.filter(({ topic }, at) => candidates.findIndex((each) => each.topic === topic) === at);

export function hypothesesPart(b: Basis): Part<string> {
	const { say, several } = b;
	const found = hypothesesOf(b);
	const title = say(found.length === MOST ? 'brief_part_hypotheses' : 'brief_part_hypotheses_fewer');
	if (found.length === 0) return part('hypotheses', title, [line(say('brief_hypotheses_none'))]);
	const rests = several.voices === 'several' ? 'brief_rests_several' : 'brief_rests';
	return part('hypotheses', title, [
		...list(found.map(({ claim, behind, refute }) => ({ text: [strong(claim)], detail: `${behind} ${refute}` }))),
		line(say(rests, { count: several.n }), 'note')
	]);
}

/** The weakest index, if it stands clear of the next, with the most pressing area at home in it. */
function brake(b: Basis): readonly Candidate[] {
	const weakest = ofKind(b.findings, 'headline')[0]?.weakest ?? null;
	const area = b.mend.find((id) => b.report.area(id).index === weakest);
	const tenths = weakest === null ? null : (b.several.scores.indices[weakest]?.tenths ?? null);
	if (weakest === null || area === undefined || tenths === null) return [];
	const others = Object.keys(b.report.company?.of ?? {}).filter((id) => id !== weakest);
	const next = Math.min(...others.map((id) => b.several.scores.indices[id]?.tenths ?? 1000));
	if (next - tenths < EVEN_WITHIN) return [];
	const index = b.report.index(weakest).title;
	const { title } = b.report.area(area);
	return [
		{
			topic: area,
			claim: b.say('brief_hypothesis_brake', { index, area: title }),
			behind: behind(b, [
				b.say('brief_behind_index', { index, score: b.score(tenths) }),
				...answers(b, toldOf(b, area).slice(0, 2))
			]),
			refute: refuted(b, area)
		}
	];
}

function gap(b: Basis): readonly Candidate[] {
	const names = pairOf(b);
	const [widest] = gapsOf(b);
	if (names === null || widest === undefined) return [];
	const { question, spread } = widest;
	const [one, other] = names;
	const shown = (name: string): string => b.score(spread.groups[name]?.tenths ?? 0);
	return [
		{
			topic: topicOf(question),
			claim: b.say('brief_hypothesis_gap', { one: b.Group(one), other: b.group(other), area: topicName(b, question) }),
			behind: behind(b, [
				b.say('brief_behind_gap', {
					one: b.Group(one),
					first: shown(one),
					other: b.group(other),
					second: shown(other),
					question: inside(question)
				})
			]),
			refute: b.say('brief_refute_gap', { one: b.group(one), other: b.group(other) })
		}
	];
}

/** Where half or more did not know. */
function unknown(b: Basis): readonly Candidate[] {
	const [found] = worthTelling(b);
	if (found === undefined || b.several.n === 1 || 2 * found.unsure < found.asked) return [];
	const question: Question = b.report.question(found.question);
	const { unsure, asked } = found;
	return [
		{
			topic: topicOf(question),
			claim: b.say('brief_hypothesis_unknown', { area: topicName(b, question) }),
			behind: behind(b, [b.say('brief_behind_unknown', { unsure, asked, question: inside(question) })]),
			refute: b.say('brief_refute_unknown')
		}
	];
}

const weak = (b: Basis, area: string, turn: Turn): Candidate => ({
	...onArea(b, area, toldOf(b, area).slice(0, 2)),
	claim: b.say(`brief_hypothesis_area_${turn}`, { area: b.report.area(area).title }),
	refute: refuted(b, area)
});

const strength = (b: Basis, area: string, turn: Turn): Candidate => ({
	...onArea(b, area, toldOf(b, area).slice(-1)),
	claim: b.say(`brief_hypothesis_strength_${turn}`, { area: b.report.area(area).title }),
	refute: b.say(`brief_refute_strength_${turn}`)
});

function onArea(b: Basis, area: string, told: readonly Told[]): Pick<Candidate, 'topic' | 'behind'> {
	const score = b.score(b.several.scores.areas[area]?.tenths ?? 0);
	const { title } = b.report.area(area);
	return { topic: area, behind: behind(b, [b.say('brief_behind_area', { area: title, score }), ...answers(b, told)]) };
}

const behind = (b: Basis, lines: readonly string[]): string =>
	b.say('brief_behind', { lines: capital(lines.join('; ')) });

const answers = (b: Basis, told: readonly Told[]): readonly string[] =>
	told.map(({ question, spread }) =>
		b.say('brief_behind_answer', { question: inside(question), score: b.score(spread.all.tenths) })
	);

function refuted(b: Basis, area: string): string {
	const sign = moveOf(b, area)?.sign ?? '';
	return sign === '' ? b.say('brief_refute_case') : b.say('brief_refute_sign', { sign });
}
