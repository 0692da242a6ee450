import type { Place } from '#core/survey/walk.ts';

declare global {
	namespace App {
		/** What an entry of the browser's history says about the page. */
		interface PageState {
			place?: Place;
		}
	}
}

export {};
