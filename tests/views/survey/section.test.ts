import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AskedSection } from '#core/instrument/questionnaire.ts';
import type { Values } from '#core/instrument/value.ts';
import { walkOf } from '#core/survey/walk.ts';
import Review from '#lib/survey/Review.svelte';
import SaveState from '#lib/survey/SaveState.svelte';
import Section from '#lib/survey/Section.svelte';
import { branching, question, questionnaire, section } from '../../core/survey/questionnaires.ts';

function show(shown: AskedSection, started: boolean, rest: Record<string, unknown> = {}) {
	render(Section, {
		questionnaire: questionnaire(shown),
		section: shown,
		questions: shown.questions,
		values: {},
		answer: () => undefined,
		complaints: {},
		started,
		locale: 'en',
		...rest
	});
}

describe('a section', () => {
	it('has its title as the heading of the page, and a group for each question', () => {
		show(section('deals', [question('one'), question('two')]), true);
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('deals');
		expect(screen.getAllByRole('radiogroup')).toHaveLength(2);
	});

	it('says on a form when a question is asked that hangs on another of the same page', () => {
		const [you] = branching.sections;
		if (you) show(you, false, { questionnaire: branching });
		expect(
			within(screen.getByRole('radiogroup', { name: /carries/ })).getByText('Only if you chose leader above.')
		).toBeInTheDocument();
	});

	it('needs no such note once the script shows only what is asked', () => {
		const [you] = branching.sections;
		if (you) show(you, true, { questionnaire: branching });
		expect(screen.queryByText(/Only if/)).toBeNull();
	});

	it('says a note without options where the condition is not a plain choice', () => {
		const when = { kind: 'not', of: { kind: 'answered', question: 'one' } } as const;
		show(section('deals', [question('one'), question('two', { when })]), false);
		expect(screen.getByText(/Only if it follows/)).toBeInTheDocument();
	});

	it('lays questions on one scale out as a grid, still one group each', () => {
		show(section('importance', [question('one'), question('two')], { layout: 'grid' }), true);
		expect(screen.getAllByRole('radiogroup', { name: /one|two/ })).toHaveLength(2);
		expect(screen.getAllByRole('radio', { name: 'agree' })).toHaveLength(2);
	});

	it('shows a list where a grid has questions of different kinds', () => {
		const mixed = [question('one'), question('two', { type: 'text', options: [] })];
		show(section('importance', mixed, { layout: 'grid' }), true);
		expect(screen.getByRole('textbox')).toBeInTheDocument();
	});
});

describe('the review', () => {
	const review = (values: Values) =>
		render(Review, { steps: walkOf(branching, values).main, values, go: null, locale: 'en' });

	it('names what is open, kindly and with a way there', () => {
		review({ role: 'seller', qualify: 'agree' });
		expect(screen.getByText(/^2 questions are still open/)).toBeInTheDocument();
		expect(screen.getByRole('link', { name: 'walk-away?' })).toHaveAttribute('href', '?section=deals#walk-away');
		expect(screen.queryByRole('link', { name: 'qualify?' })).toBeNull();
		expect(screen.getByText('1 of 2 answered')).toBeInTheDocument();
	});

	it('counts "don\'t know" as an answer', () => {
		review({ role: 'seller', qualify: 'ns', 'walk-away': 'na', prepare: 'agree' });
		expect(screen.getByText(/You have answered every question/)).toBeInTheDocument();
	});
});

describe('the save state', () => {
	it.each([
		[{ saving: 'clean', offline: false, begun: false, keeps: true }, 'Saved as you go'],
		[{ saving: 'clean', offline: false, begun: true, keeps: true }, 'Saved'],
		[{ saving: 'dirty', offline: false, begun: true, keeps: true }, 'Saving…'],
		[{ saving: 'sending', offline: false, begun: true, keeps: true }, 'Saving…'],
		[
			{ saving: 'waiting', offline: false, begun: true, keeps: true },
			'Not sent yet: kept on this device, trying again'
		],
		[{ saving: 'dirty', offline: true, begun: true, keeps: true }, 'Offline: kept on this device, will be sent'],
		[
			{ saving: 'dirty', offline: true, begun: true, keeps: false },
			'Offline: leave this page open, and it will be sent'
		],
		[{ saving: 'clean', offline: true, begun: true, keeps: true }, 'Offline']
	] as const)('%j reads "%s"', (state, words) => {
		render(SaveState, { ...state, locale: 'en' });
		expect(screen.getByRole('status')).toHaveTextContent(words);
	});
});
