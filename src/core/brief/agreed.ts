// What they agree on: the strong areas and the weak ones, each with its score, how far they agree, and one answer.
import type { Part } from '#core/report/report.ts';
import { agreementOf, agreementWords, inside, toldOf, type Basis } from './basis.ts';
import { line, part } from './blocks.ts';
import type { BriefKey } from './words.ts';

const MOST = 5;

export const strongPart = (b: Basis): Part<string> => areasPart(b, 'strong', settled(b, b.keep));

export const weakPart = (b: Basis): Part<string> => areasPart(b, 'weak', settled(b, b.mend));

/** Where agreement can be told, only what at least half agree on and no gap parts; where it cannot, everything. */
export function settled(b: Basis, areas: readonly string[]): readonly string[] {
	if (!knowsAgreement(b)) return areas;
	return areas.filter((area) => {
		const label = agreementOf(b, area);
		const gap = b.several.areas[area]?.gap ?? null;
		return label !== null && label !== 'none' && label !== 'weak' && (gap === null || gap.label === 'small');
	});
}

const knowsAgreement = ({ several }: Basis): boolean => several.agreed !== null;

function areasPart(b: Basis, side: 'strong' | 'weak', areas: readonly string[]): Part<string> {
	const { say } = b;
	const knows = knowsAgreement(b);
	const key = (stem: 'brief_part' | 'brief'): BriefKey =>
		stem === 'brief_part'
			? (`brief_part_${side}${knows ? '' : '_few'}` as const)
			: (`brief_${side}_none${knows ? '' : '_few'}` as const);
	const title = say(key('brief_part'));
	if (areas.length === 0) return part(side, title, [line(say(key('brief')))]);
	const rows = areas.slice(0, MOST).map((area) => {
		const label = agreementOf(b, area);
		const told = toldOf(b, area);
		const answer = side === 'strong' ? told.at(-1) : told[0];
		return [
			b.report.area(area).title,
			b.score(b.several.scores.areas[area]?.tenths ?? 0),
			...(knows ? [label === null ? '' : agreementWords(b, label)] : []),
			answer === undefined
				? ''
				: say('brief_answer', { question: inside(answer.question), score: b.score(answer.spread.all.tenths) })
		];
	});
	const head = [
		say('brief_area'),
		say('brief_score'),
		...(knows ? [say('brief_agreement')] : []),
		say(side === 'strong' ? 'brief_highest' : 'brief_lowest')
	];
	return part(side, title, [{ kind: 'table', caption: say(`brief_${side}`), head, rows, numeric: [1] }]);
}
