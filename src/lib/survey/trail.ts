// The browser's history ⇄ the places of a survey: each section has an address, and back leads to the one before.
import { at, review, type Place } from '#core/survey/walk.ts';

const addressOf = (place: Place): string => (place.kind === 'review' ? '?review' : `?section=${place.section}`);

/** Enters a place in the history, without loading anything: it works offline. */
export function enter(place: Place): void {
	window.history.pushState({ ...window.history.state, place: addressOf(place) }, '', addressOf(place));
}

/** Tells of places that the browser's back and forward lead to; null is where the page was entered. */
export function onReturn(heard: (place: Place | null) => void): () => void {
	const returned = ({ state }: PopStateEvent) => heard(placeIn(state));
	window.addEventListener('popstate', returned);
	return () => window.removeEventListener('popstate', returned);
}

function placeIn(state: unknown): Place | null {
	const address = typeof state === 'object' && state !== null && 'place' in state ? state.place : null;
	if (typeof address !== 'string') return null;
	const section = /^\?section=(.+)$/.exec(address)?.[1];
	return section === undefined ? review : at(section);
}
