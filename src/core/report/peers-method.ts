// What the scores were compared with → how that was done, for the last part; and what must be known of it beforehand.
import type { Standing } from '#core/standing/standing.ts';
import type { Composition } from './composition.ts';
import { longDate } from './format.ts';
import { isCounted, isDemonstration } from './peer-group.ts';
import type { Notice } from './report.ts';
import type { WordKey } from './words.ts';

/** What something in this copy is compared with: the company's first, the person's where that is another. */
export function comparisons(c: Composition): readonly Standing[] {
	const { company, personal } = c.standing;
	const both = [company, c.scope === 'whole' ? personal : null];
	return both.filter((each, at): each is Standing => each !== null && both.indexOf(each) === at);
}

/** How the comparison was made; or that none was made. */
export function methodOfPeers(c: Composition): readonly string[] {
	const compared = comparisons(c);
	const { study } = c;
	if (compared.length === 0 && study === null) return [c.words('report_method_peers')];
	const isInvented = study?.demonstration === true || compared.some(isDemonstration);
	return [
		...compared.map((standing, at) => comparedWith(c, standing, compared.length === 1 ? 'all' : sides[at])),
		...(study === null ? [] : [c.words('report_method_study', { date: longDate(study.date, c.locale) })]),
		...(isInvented ? [c.words('report_method_peers_demonstration')] : [])
	];
}

const sides = ['company', 'personal'] as const;

function comparedWith(c: Composition, standing: Standing, whose: 'all' | (typeof sides)[number] = 'all'): string {
	const { date, source } = standing.edition;
	const inputs = { scores: c.words(`report_method_scores_${whose}`), date: longDate(date, c.locale) };
	return isCounted(standing)
		? c.words('report_method_peers_counted', inputs)
		: c.words('report_method_peers_compared', { ...inputs, source });
}

/** What has to be known before anything else is read; null for the report of a real respondent among real peers. */
export function noticeOf(c: Composition): Notice | null {
	const say = (label: WordKey, text: WordKey): Notice => ({ label: c.words(label), text: c.words(text) });
	if (c.sample === true) return say('report_notice_sample_label', 'report_notice_sample');
	if (c.demonstration === true) return say('report_notice_installation_label', 'report_notice_installation');
	return comparisons(c).some(isDemonstration) || c.study?.demonstration === true
		? say('report_notice_demonstration_label', 'report_notice_demonstration')
		: null;
}
