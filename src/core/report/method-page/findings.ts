// Headlines, tones and patterns of an instrument → the rules by which they are found, with every condition in words.
import { EVEN_WITHIN } from '#core/findings/headline.ts';
import { MOST_PATTERNS } from '#core/findings/patterns.ts';
import { fillInline } from '#core/instrument/fill.ts';
import type { Tone } from '#core/instrument/instrument.ts';
import { say } from '#core/instrument/say-condition.ts';
import type { Block } from '../report.ts';
import { tongueOf } from './tongue.ts';
import { all, inWords, said, titled, type Source } from './source.ts';

const tones: readonly Tone[] = ['low', 'middle', 'high'];

export function findings(source: Source): readonly Block[] {
	const { instrument } = source;
	const company = instrument.indices.find(({ about, of }) => about === 'company' && of !== null);
	return [
		...(company === undefined || instrument.headlines.length === 0
			? []
			: [
					said(source, 'method_headline', { index: company.title, points: inWords(source, EVEN_WITHIN / 10) }),
					said(source, 'method_tones', { index: company.title, bands: tonesOf(source, company.bands).join(' · ') })
				]),
		...(instrument.patterns.length === 0
			? []
			: [
					titled(source, 'patterns', 'method_patterns_title'),
					said(source, 'method_patterns_lead', { most: inWords(source, MOST_PATTERNS) }),
					patternList(source),
					said(source, 'method_patterns_lifted')
				])
	];
}

/** The labels of the bands by tone. */
function tonesOf(source: Source, set: string | null): readonly string[] {
	const bands = source.instrument.bands[set ?? ''] ?? [];
	return tones.flatMap((tone) => {
		const labels = bands.filter(({ id }) => source.instrument.tones[tone].includes(id)).map(({ label }) => label);
		return labels.length === 0 ? [] : all(source, labels);
	});
}

function patternList(source: Source): Block {
	const { instrument, words } = source;
	const questions = new Map(instrument.questions.map((question) => [question.id, question]));
	const tongue = tongueOf(source);
	return {
		kind: 'list',
		items: instrument.patterns.map(({ title, when }) => ({
			text: fillInline(title, { company: words('report_your_company') }),
			detail: words('method_pattern_when', { condition: say(when, tongue, questions) })
		}))
	};
}
