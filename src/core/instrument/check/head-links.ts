// What the head says of questions: peers, velocity, outcome, hypotheses and groups.
import type { QuestionType } from '../instrument.ts';
import type { Keys } from '../ledger.ts';
import { wrong, type Wrong } from '../wrong.ts';
import { problemOfOptions, unknownQuestion } from './leaf.ts';
import type { Look } from './look.ts';

/** A question that the head names, with the types that it may have and the options that it must have. */
type Named = {
	readonly keys: Keys;
	readonly id: string;
	readonly types?: readonly QuestionType[];
	readonly options?: readonly string[];
};

export function checkHead(look: Look): void {
	for (const named of namedIn(look)) {
		const what = problemOf(named, look);
		if (what) look.ledger.error(look.ledger.where(look.head, named.keys), what);
	}
}

const ONE_OPTION: readonly QuestionType[] = ['scale', 'choice'];

function namedIn({ instrument }: Look): readonly Named[] {
	const { peers, personalPeers, velocity, outcome, hypotheses, groups } = instrument;
	const rungs = (key: string, ladder: readonly (readonly string[])[]): Named[] =>
		ladder.flatMap((ids, rung) => ids.map((id, at) => ({ keys: [key, rung, at], id, types: ONE_OPTION })));
	const terms = velocity && {
		number: velocity.number,
		value: velocity.value,
		'win-rate': velocity.winRate,
		cycle: velocity.cycle
	};
	return [
		...rungs('peers', peers),
		...rungs('personal-peers', personalPeers),
		...Object.entries(terms ?? {}).map(([term, id]): Named => ({ keys: ['velocity', term], id, types: ['number'] })),
		...(velocity
			? [{ keys: ['velocity', 'currency'], id: velocity.currency, types: ['choice', 'text'] } as const]
			: []),
		...(outcome ? [{ keys: ['outcome', 'question'], id: outcome.question, types: ONE_OPTION }] : []),
		...(outcome ? [{ keys: ['outcome', 'yes'], id: outcome.question, options: outcome.yes }] : []),
		...(outcome ? [{ keys: ['outcome', 'no'], id: outcome.question, options: outcome.no }] : []),
		...hypotheses.map(({ exposure }, at) => ({ keys: ['hypotheses', at, 'exposure'], id: exposure })),
		...hypotheses.map(({ outcome: result }, at) => ({ keys: ['hypotheses', at, 'outcome'], id: result })),
		...Object.entries(groups).flatMap(([name, answers]) =>
			Object.entries(answers).map(([id, options]) => ({ keys: ['groups', name, id], id, options }))
		)
	];
}

function problemOf({ id, types, options }: Named, { names, questions }: Look): Wrong | null {
	const question = questions.get(id);
	if (!question) return unknownQuestion(id, names.questions);
	if (types && !types.includes(question.type)) {
		const found = `"${id}" of type ${question.type}`;
		return wrong('question-of-other-type', `a question of type ${types.join(' or ')}`, found, 'Name another question.');
	}
	return options ? problemOfOptions(question, options) : null;
}
