// The wording that a company report asks for beside that of reports and briefs, by key; and what of a report's it replaces.
import type { BriefKey } from '#core/brief/words.ts';
import type { WordKey, Words } from '#core/report/words.ts';

export const companyWords = [
	'company_report_byline',
	'company_report_byline_one',
	'company_report_given',
	'company_report_given_one',
	'company_report_given_counts',
	'company_report_counted',
	'company_report_given_column',
	'company_report_detailed_lead',
	'company_report_sure_one',
	'company_report_sure',
	'company_report_sure_answered',
	'company_report_sure_unknown',
	'company_report_sure_firmer',
	'company_report_sure_firmer_several',
	'company_report_unknown_lead',
	'company_report_contradiction',
	'company_report_worth',
	'company_report_velocity_given',
	'company_report_weights_lead',
	'company_report_edition',
	'company_report_edition_compared',
	'company_report_part_voices',
	'company_report_voices_one',
	'company_report_voices_few',
	'company_report_voices_several',
	'company_report_agreed',
	'company_report_agreed_wide',
	'company_report_agreed_unknown',
	'company_report_table',
	'company_report_table_voices',
	'company_report_table_agreement',
	'company_report_table_apart',
	'company_report_apart_small',
	'company_report_apart_notable',
	'company_report_apart_large',
	'company_report_gaps',
	'company_report_gaps_lead',
	'company_report_gaps_alike',
	'company_report_gaps_hidden',
	'company_report_method',
	'company_report_method_indices',
	'company_report_method_texts',
	'company_report_method_agreement',
	'company_report_method_groups',
	'company_report_method_anonymous',
	'company_report_method_withheld',
	'company_report_method_personal',
	'company_report_method_edited',
	'company_report_introduction',
	'company_report_recommendations',
	'company_report_by'
] as const;

type OwnKey = (typeof companyWords)[number];
export type CompanyKey = BriefKey | OwnKey;

/** Gives the wording of a key in the locale it was made for; inputs fill the named gaps. */
export type CompanyWords = (key: CompanyKey, inputs?: Readonly<Record<string, string | number>>) => string;

type Instead = Partial<Record<WordKey, OwnKey>>;

const always: Instead = {
	report_importance_given: 'company_report_given_column',
	report_detailed_lead: 'company_report_detailed_lead',
	report_method_edition: 'company_report_edition',
	report_method_edition_compared: 'company_report_edition_compared'
};

const one: Instead = {
	...always,
	report_cover_byline: 'company_report_byline_one',
	report_given: 'company_report_given_one',
	report_sure_one_person: 'company_report_sure_one',
	report_sure_firmer: 'company_report_sure_firmer'
};

const more: Instead = {
	...always,
	report_cover_byline: 'company_report_byline',
	report_given: 'company_report_given',
	report_sure_one_person: 'company_report_sure',
	report_sure_answered: 'company_report_sure_answered',
	report_sure_unknown: 'company_report_sure_unknown',
	report_sure_firmer: 'company_report_sure_firmer',
	report_unknown_lead: 'company_report_unknown_lead',
	report_contradiction: 'company_report_contradiction',
	report_worth_numbers: 'company_report_worth',
	report_velocity_given: 'company_report_velocity_given',
	report_method_weights_lead: 'company_report_weights_lead'
};

const several: Instead = { ...more, report_sure_firmer: 'company_report_sure_firmer_several' };

/** The words of a report as they are right for so many respondents, with the company named. */
export function wordsOfSeveral(words: CompanyWords, people: number, client: string): Words {
	const instead = people === 1 ? one : people < 5 ? more : several;
	return (key, inputs = {}) => {
		if (client !== '' && (key === 'report_your_company' || key === 'report_panel_company')) return client;
		const own = instead[key];
		return own === undefined ? words(key, inputs) : words(own, { ...inputs, people });
	};
}
