// A place in the block of sales velocity → the sliders in it, with the terms as they were given.
import { mount } from 'svelte';
import { checkAnswers } from '#core/answers/check.ts';
import { givenTerms } from '#core/report/numbers.ts';
import { localeOf } from '#lib/ui/locale.ts';
import { trialAt } from './load.ts';
import Sliders from './Sliders.svelte';

/** Rejects where the data cannot be had. Nothing is drawn where the four numbers were not given. */
export async function openSliders(target: HTMLElement, path: string): Promise<void> {
	const { instrument, answers, locale } = await trialAt(path);
	const checked = checkAnswers(instrument, answers);
	const given = checked.ok ? givenTerms({ instrument, answers: checked.value }) : null;
	if (given === null) return;
	mount(Sliders, { target, props: { ...given, locale: localeOf(locale) } });
}
