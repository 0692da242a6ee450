// A page in a frame → the page around it: how high it is and how far the survey is, told to the one site that may hear it.

/** Never an answer, never a key. */
export type Said =
	| { readonly bellwether: 'height'; readonly height: number }
	/** This far from the top stands what has to be seen now, in pixels. */
	| { readonly bellwether: 'show'; readonly top: number }
	| { readonly bellwether: 'close' | 'started' | 'completed' }
	| { readonly bellwether: 'progress'; readonly section: number; readonly of: number };

/** Where the server names the site: one of the campaign's. */
const site = document.querySelector<HTMLElement>('[data-host]')?.dataset['host'];

export function tell(said: Said): void {
	if (site && window.parent !== window) window.parent.postMessage(said, site);
}
