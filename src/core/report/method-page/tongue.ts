// The words of the report → a tongue in which conditions are said to readers: by question and title, never by id.
import type { Tongue } from '#core/instrument/say-condition.ts';
import { listed } from '../format.ts';
import { verdictWord } from '../verdicts.ts';
import { quoted, type Source } from './source.ts';

export function tongueOf(source: Source): Tongue {
	const { instrument, words, locale } = source;
	const either = (items: readonly string[]): string => listed(items, locale, 'disjunction');
	const question = (id: string): string => {
		const found = instrument.questions.find((each) => each.id === id);
		return found === undefined ? id : quoted(source, found);
	};
	const titleIn = (things: readonly { readonly id: string; readonly title: string }[], id: string): string =>
		things.find((thing) => thing.id === id)?.title ?? id;
	return {
		is: (id, options) =>
			words('method_when_is', {
				question: question(id),
				options: either(options.map((row) => words('report_importance_row', { row })))
			}),
		answered: (id) => words('method_when_answered', { question: question(id) }),
		verdict: (id, verdicts) =>
			words('method_when_verdict', {
				question: question(id),
				verdicts: either(verdicts.map((verdict) => words(verdictWord[verdict])))
			}),
		bound(what, id, test, value, group = '') {
			const bound = words(test === 'below' ? 'method_when_below' : 'method_when_from', { value });
			switch (what) {
				case 'question':
					return words('method_when_number', { name: question(id), bound });
				case 'index':
					return words('method_when_number', { name: titleIn(instrument.indices, id), bound });
				case 'area':
					return words('method_when_number', { name: titleIn(instrument.areas, id), bound });
				case 'group':
					return words('method_when_group', { question: question(id), members: members(group), bound });
				case 'gap':
					return words('method_when_gap', { question: question(id), bound });
				case 'unknown':
					return words('method_when_unknown', { bound });
			}
		},
		not: (part) => words('method_when_not', { condition: part }),
		join: (kind, of) => (kind === 'all' ? listed(of, locale) : either(of))
	};

	/** A group is a name that authors give; readers know it by the answers that make it. */
	function members(group: string): string {
		return either(
			Object.entries(instrument.groups[group] ?? {}).flatMap(([id, options]) => {
				const asked = instrument.questions.find((each) => each.id === id);
				return options.map((option) => asked?.options.find((each) => each.id === option)?.label ?? option);
			})
		);
	}
}
