// What several respondents amount to → the facts that conditions on groups ask for.
import type { Facts } from '#core/instrument/holds.ts';
import type { Several } from './several.ts';

/** For the patterns that speak of several respondents; what may not be shown is not there for them either. */
export const severalFacts = ({ questions, unknown }: Several): Pick<Facts, 'group' | 'gap' | 'unknown'> => ({
	group: (group, question) => questions[question]?.groups[group]?.tenths ?? null,
	gap(question) {
		const gap = questions[question]?.gap?.gap;
		return gap === undefined ? null : Math.abs(gap);
	},
	unknown() {
		const shares = unknown.flatMap(({ everywhere }) => everywhere ?? []);
		return shares.length === 0 ? null : Math.max(...shares);
	}
});
