// What the head says of questions and bands: peers, velocity, outcome, hypotheses, groups and tones.
import { TONES } from '../headlines-file.ts';
import type { QuestionType } from '../instrument.ts';
import { type Keys } from '../ledger.ts';
import { problemOfOptions, unknownQuestion } from './conditions.ts';
import { topIndex, type Look } from './look.ts';
import { oneOf, wrong, type Wrong } from '../wrong.ts';

export function checkHead(look: Look): void {
	const { instrument, head, names, questions, ledger } = look;
	const tell = (keys: Keys, what: Wrong | null): void => {
		if (what) ledger.error(ledger.where(head, keys), what);
	};
	const needs = (
		keys: Keys,
		id: string,
		types: readonly QuestionType[] | null = null,
		options: readonly string[] = []
	): void => {
		const question = questions.get(id);
		if (!question) return tell(keys, unknownQuestion(id, names.questions));
		if (types && !types.includes(question.type)) {
			return tell(
				keys,
				wrong(
					'question-of-other-type',
					`a question of type ${types.join(' or ')}`,
					`"${id}" of type ${question.type}`,
					'Name another question.'
				)
			);
		}
		tell(keys, options.length > 0 ? problemOfOptions(question, options) : null);
	};

	const ladders = [
		['peers', instrument.peers],
		['personal-peers', instrument.personalPeers]
	] as const;
	for (const [key, ladder] of ladders) {
		for (const [rung, ids] of ladder.entries())
			for (const [at, id] of ids.entries()) needs([key, rung, at], id, ['scale', 'choice']);
	}
	const { velocity, outcome } = instrument;
	if (velocity) {
		const terms = {
			number: velocity.number,
			value: velocity.value,
			'win-rate': velocity.winRate,
			cycle: velocity.cycle
		};
		for (const [term, id] of Object.entries(terms)) needs(['velocity', term], id, ['number']);
		needs(['velocity', 'currency'], velocity.currency, ['choice', 'text']);
	}
	if (outcome) {
		needs(['outcome', 'question'], outcome.question, ['scale', 'choice']);
		const known = questions.get(outcome.question);
		for (const key of ['yes', 'no'] as const) if (known) tell(['outcome', key], problemOfOptions(known, outcome[key]));
	}
	for (const [at, { exposure, outcome: result }] of instrument.hypotheses.entries()) {
		needs(['hypotheses', at, 'exposure'], exposure);
		needs(['hypotheses', at, 'outcome'], result);
	}
	for (const [name, answers] of Object.entries(instrument.groups)) {
		for (const [id, options] of Object.entries(answers)) needs(['groups', name, id], id, null, options);
	}
	checkTones(look, tell);
}

/** Every band of the company's index has one tone. */
function checkTones({ instrument }: Look, tell: (keys: Keys, what: Wrong) => void): void {
	const set = topIndex(instrument)?.bands ?? null;
	const bands = (set === null ? [] : (instrument.bands[set] ?? [])).map(({ id }) => id);
	const said = TONES.flatMap((tone) => instrument.tones[tone].map((band, at) => ({ tone, band, at })));
	for (const [position, { tone, band, at }] of said.entries()) {
		const twice = said.slice(0, position).some((earlier) => earlier.band === band);
		if (!bands.includes(band))
			tell(['tones', tone, at], wrong('unknown-band', oneOf('the bands', bands), `"${band}"`, 'Correct the name.'));
		else if (twice)
			tell(
				['tones', tone, at],
				wrong('band-in-two-tones', 'each band in one tone', `"${band}" in two`, 'Take it out of one.')
			);
	}
	const without = bands.filter((band) => !said.some((one) => one.band === band));
	if (without.length > 0)
		tell(
			['tones'],
			wrong(
				'band-without-tone',
				'a tone for each band of the company index',
				`none for ${without.join(', ')}`,
				'Add them to low, middle or high.'
			)
		);
}
