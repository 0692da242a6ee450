// A place on the page → the trial in it, with the report's data.
import { mount } from 'svelte';
import { trialAt } from './load.ts';
import Trial from './Trial.svelte';

/** Rejects where the data cannot be had; the place stays as it is then. */
export async function openTrial(target: HTMLElement, path: string, isOwner: boolean): Promise<void> {
	const trial = await trialAt(path);
	target.replaceChildren();
	mount(Trial, { target, props: { trial, path, isOwner } });
}
