// The survey as the server drew it → the same, taken over by its script. The page needs no router, so it loads none.
import { hydrate, type ComponentProps } from 'svelte';
import SurveyView from './SurveyView.svelte';

const target = document.querySelector('#survey');
const printed = document.querySelector<HTMLTemplateElement>('#survey-props')?.content.textContent;

if (target && printed) {
	// The page around this script has printed them from the same types.
	const props = JSON.parse(printed) as ComponentProps<typeof SurveyView>;
	// In a step of its own, so that a slow device can answer to a touch between reading the script and taking over.
	setTimeout(() => hydrate(SurveyView, { target, props }));
}
