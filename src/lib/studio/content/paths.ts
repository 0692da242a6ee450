// The parts of an instrument → where the studio shows them.
import type { Keyword, PartKind, Ref } from '#core/report/content-pages/pages.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

export const contentPath = '/studio/content';

export const instrumentPath = (instrument: string): string => `${contentPath}/${instrument}`;

export const partPath = (instrument: string, { kind, id }: Pick<Ref, 'kind' | 'id'>): string =>
	`${instrumentPath(instrument)}/${kind}/${id}`;

export const kindName = (kind: PartKind | 'headlines', locale: Locale): string =>
	({
		sections: m.content_kind_sections,
		questions: m.content_kind_questions,
		indices: m.content_kind_indices,
		areas: m.content_kind_areas,
		patterns: m.content_kind_patterns,
		headlines: m.content_kind_headlines
	})[kind]({}, { locale });

/** The heading of a group of texts. */
export function keywordName(keyword: Keyword, band: string | null, locale: Locale): string {
	if (keyword === 'band' || keyword === 'potential')
		return m[`content_keyword_${keyword}`]({ band: band ?? '' }, { locale });
	return m[`content_keyword_${keyword}`]({}, { locale });
}

const short = {
	keep: m.content_keyword_keep,
	change: m.content_keyword_change,
	stop: m.content_keyword_stop,
	unsure: m.content_keyword_unsure,
	skipped: m.content_keyword_short_skipped,
	but: m.content_keyword_short_but,
	move: m.content_keyword_short_move,
	pattern: m.content_keyword_short_pattern,
	band: m.content_keyword_short_band,
	potential: m.content_keyword_short_potential
};

/** In one or two words; null: what is read before anything is told. */
export const shortName = (keyword: Keyword | null, locale: Locale): string =>
	keyword === null ? m.content_keyword_read({}, { locale }) : short[keyword]({}, { locale });
