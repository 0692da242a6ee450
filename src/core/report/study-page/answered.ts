// A study → who answered: how many companies and responses, of which days, and how they fall on the peer questions.
import type { Composed } from '#core/study/study.ts';
import { asked } from '../composition.ts';
import { longDate } from '../format.ts';
import { said } from '../method-page/source.ts';
import type { Block, ChartBlock } from '../report.ts';
import { counted, members, sourceLine, type Told } from './source.ts';

export function answered(source: Told): readonly (Block | ChartBlock)[] {
	const { study, locale, words } = source;
	if (study === null) return [];
	return [
		said(source, 'study_answered', {
			companies: counted(source, study.companies),
			responses: counted(source, study.responses),
			date: longDate(study.date, locale)
		}),
		said(source, 'study_answered_counted'),
		...study.composition.flatMap((composed) => {
			const chart = composition(source, composed, study.companies);
			const withheld = composed.options.filter(({ companies }) => companies === null);
			const names = withheld.map(({ option }) => labelOf(source, composed.question, option));
			const note = words('study_composition_withheld', { groups: names.join(' · ') });
			const told: readonly (Block | ChartBlock)[] = chart === null ? [] : [chart];
			return names.length === 0 ? told : [...told, said({ words: () => note }, 'study_composition_withheld')];
		})
	];
}

/** Null where no option has enough. */
function composition(source: Told, { question, options }: Composed, companies: number): ChartBlock | null {
	const { words, instrument } = source;
	const title = instrument.questions.find(({ id }) => id === question);
	const rows = options.flatMap(({ option, companies: held }) =>
		held === null || held === 0 ? [] : [{ label: labelOf(source, question, option), held }]
	);
	const most = rows.reduce((one, other) => (other.held > one.held ? other : one), rows[0] ?? { label: '', held: 0 });
	if (title === undefined || most.held === 0) return null;
	return {
		kind: 'chart',
		id: `who-${question}`,
		title: asked(title),
		says:
			rows.filter(({ held }) => held === most.held).length === 1
				? words('study_composition_says', { option: most.label, n: counted(source, most.held) })
				: words('study_composition_tied', { n: counted(source, most.held) }),
		drawn: {
			shape: 'rows',
			rows: rows.map(({ label, held }) => ({
				label,
				shown: counted(source, held),
				mark: { kind: 'bar', length: Math.round((1000 * held) / most.held), isQuiet: false }
			}))
		},
		ticks: [],
		legend: words('study_legend_composition'),
		source: sourceLine(source, members(source, 'company', companies), source.study?.date),
		table: {
			kind: 'table',
			caption: asked(title),
			head: [words('study_table_answer'), words('study_table_company')],
			rows: rows.map(({ label, held }) => [label, counted(source, held)]),
			numeric: [1]
		}
	};
}

const labelOf = ({ instrument }: Told, question: string, option: string): string =>
	instrument.questions.find(({ id }) => id === question)?.options.find(({ id }) => id === option)?.label ?? option;
