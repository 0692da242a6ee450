// What they answered "don't know" to → a list with how many did, and who in the company would know.
import type { Unknown } from '#core/group/unknowns.ts';
import { asked } from '#core/report/composition.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import type { Part } from '#core/report/report.ts';
import { moveOf, type Basis } from './basis.ts';
import { line, list, part, text } from './blocks.ts';

const MOST = 4;

export function unknownPart(b: Basis): Part<string> {
	const { say, several } = b;
	const isOne = several.n === 1;
	const title = say(isOne ? 'brief_part_unknown_one' : 'brief_part_unknown');
	const found = worthTelling(b);
	if (found.length === 0) return part('unknown', title, [line(say('brief_unknown_none'))]);
	const items = found.slice(0, MOST).map(({ question: id, unsure, asked: of }) => {
		const question = b.report.question(id);
		const owner = moveOf(b, question.area)?.owner ?? say('brief_unknown_owner');
		return {
			text: [text(asked(question))],
			detail: isOne
				? say('brief_unknown_one', { owner })
				: say('brief_unknown_share', { unsure, asked: of, percent: rdiv(100 * unsure, of), owner })
		};
	});
	return part('unknown', title, list(items));
}

/** What a quarter or more of those who were asked did not know, by falling share. */
export const worthTelling = ({ several }: Basis): readonly Unknown[] =>
	several.unknown.filter(({ unsure, asked: of }) => 4 * unsure >= of);
