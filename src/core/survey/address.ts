// A place of the survey ⇄ the query of its address. What a link has brought along is carried from place to place.
import { at, review, type Place } from './walk.ts';

/** `?section=deals&question=size`; empty where there is nothing to say. `carried` is a query without its mark. */
export function queryOf(place: Place | null, carried = ''): string {
	const parts = [place === null ? '' : saidOf(place), carried].filter((part) => part !== '');
	return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** The place that a query names, as `URLSearchParams` reads it; null: none. */
export function placeIn(query: {
	readonly get: (name: string) => string | null;
	readonly has: (name: string) => boolean;
}): Place | null {
	const section = query.get('section');
	if (section !== null) return at(section, query.get('question') ?? undefined);
	return query.has('review') ? review : null;
}

function saidOf(place: Place): string {
	if (place.kind === 'review') return 'review';
	return `section=${place.section}${place.question === undefined ? '' : `&question=${place.question}`}`;
}
