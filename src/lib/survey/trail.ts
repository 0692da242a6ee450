// The browser's history ⇄ the places of a survey: each has an address, and back leads to the one before.
import { placeIn, queryOf } from '#core/survey/address.ts';
import type { Place } from '#core/survey/walk.ts';
import { membersOf, textOf } from './shape.ts';

/** Enters a place in the history, without loading anything: it works offline. */
export function enter(place: Place, carried: string): void {
	window.history.pushState({ ...window.history.state, place: queryOf(place) }, '', queryOf(place, carried));
}

/** Tells of places that the browser's back and forward lead to; null is where the page was entered. */
export function onReturn(heard: (place: Place | null) => void): () => void {
	const returned = ({ state }: PopStateEvent) => heard(placeOf(state));
	window.addEventListener('popstate', returned);
	return () => window.removeEventListener('popstate', returned);
}

function placeOf(state: unknown): Place | null {
	const query = textOf(membersOf(state)['place']);
	return query === undefined ? null : placeIn(new URLSearchParams(query));
}
