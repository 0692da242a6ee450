// The survey of a campaign on the page: what goes with each save, one question at a time, and what stands there once it is over.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDraft } from '#core/survey/draft.ts';
import { plainOccasion, type Occasion } from '#core/survey/occasion.ts';
import SurveyView from '#lib/survey/SurveyView.svelte';
import { branching } from '../../core/survey/questionnaires.ts';
import { Desk } from './desk.ts';

const uuid = '11111111-2222-4333-8444-555555555555';
const key = 'k'.repeat(43);

const spring: Occasion = {
	campaign: 'spring',
	invitation: null,
	steps: 'section',
	preview: false,
	source: { utm_source: 'mail' },
	carried: 'utm_source=mail'
};
const closed = { title: 'This survey is over', text: 'It closed yesterday.' };

let desk: Desk;
let bodies: Record<string, unknown>[];
let now: number;

beforeEach(() => {
	desk = new Desk();
	bodies = [];
	now = 0;
	vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
		if (typeof init.body === 'string') bodies.push(JSON.parse(init.body) as Record<string, unknown>);
		return desk.fetch(path, init);
	});
	vi.spyOn(performance, 'now').mockImplementation(() => now);
	vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
	Element.prototype.scrollIntoView = () => undefined;
	localStorage.clear();
	history.replaceState(null, '', '/c/spring/survey');
});

afterEach(() => {
	cleanup();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

async function visit(occasion: Occasion, rest: Record<string, unknown> = {}) {
	cleanup();
	const begun = {
		questionnaire: branching,
		draft: emptyDraft,
		begun: null,
		report: null,
		place: null,
		pinned: false,
		occasion,
		...rest
	};
	render(SurveyView, { begun, operator: 'Loud Ltd', privacy: '/c/spring/privacy', refused: {} });
	await screen.findByText(/Go on later|This survey is over/);
}

const press = async (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const choose = async (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const saved = () => waitFor(() => expect(screen.getByText('Saved')).toBeInTheDocument(), { timeout: 3000 });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const groups = () => screen.getAllByRole('radiogroup').map(({ id }) => id);

describe('on behalf of a campaign', () => {
	it('it is said who sees the answers, and where more is said', async () => {
		await visit(spring);
		expect(screen.getByText(/Your answers are seen by Loud Ltd/)).toBeInTheDocument();
		expect(screen.getByRole('link', { name: 'More about privacy' })).toHaveAttribute('href', '/c/spring/privacy');
	});

	it('a save says for which, and from where; the address goes on saying it', async () => {
		await visit(spring);
		await choose('seller');
		await saved();
		expect(bodies.at(-1)).toMatchObject({ campaign: 'spring', source: { utm_source: 'mail' } });
		expect(bodies.at(-1)).not.toHaveProperty('preview');
		await press('Continue');
		await waitFor(() => expect(location.search).toBe('?section=deals&utm_source=mail'));
	});

	it('a trial says that it is one', async () => {
		await visit({ ...spring, preview: true });
		await choose('seller');
		await saved();
		expect(bodies.at(-1)).toMatchObject({ preview: true });
	});

	it('two of them, a trial, and the survey itself do not mix in one browser', async () => {
		for (const each of [plainOccasion, spring, { ...spring, campaign: 'autumn' }, { ...spring, preview: true }]) {
			await visit(each);
			expect(screen.getByRole('radio', { name: 'seller' })).not.toBeChecked();
			await choose('seller');
			await saved();
		}
		expect(desk.responses.size).toBe(4);
		await visit(spring);
		expect(screen.getByRole('radio', { name: 'seller' })).toBeChecked();
	});
});

describe('time', () => {
	it('goes with each save, by section, while the page is in sight; and a later visit counts on', async () => {
		await visit(spring);
		now += 7000;
		await choose('seller');
		await saved();
		expect(bodies.at(-1)).toMatchObject({ timing: { you: 7 } });
		await press('Continue');
		now += 5000;
		vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
		document.dispatchEvent(new Event('visibilitychange'));
		now += 50_000;
		vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
		document.dispatchEvent(new Event('visibilitychange'));
		now += 3000;
		await visit(spring);
		expect(heading()).toBe('deals');
		now += 2000;
		await fireEvent.click(screen.getAllByRole('radio', { name: 'agree' })[0] as HTMLElement);
		await saved();
		expect(bodies.at(-1)?.['timing']).toEqual({ you: 7, deals: 7 });
	});

	it('of sections that are not there any more is forgotten: a save would be refused for it', async () => {
		localStorage.setItem('bellwether:tiny@spring', JSON.stringify({ id: uuid, key, hash: 'h' }));
		localStorage.setItem(
			`bellwether:tiny@spring:${uuid}`,
			JSON.stringify({ answers: {}, seconds: { gone: 9, you: 4, deals: 'x' } })
		);
		await visit(spring);
		await choose('seller');
		await saved();
		expect(bodies.at(-1)?.['timing']).toEqual({ you: 4 });
	});
});

describe('one question at a time', () => {
	const steps: Occasion = { ...plainOccasion, campaign: 'spring', steps: 'question' };

	it('leads through the questions, with the focus in each, and back', async () => {
		await visit(steps);
		expect(groups()).toEqual(['role']);
		await choose('leader');
		await press('Continue');
		await waitFor(() => expect(groups()).toEqual(['carries']));
		expect(screen.getByRole('radiogroup')).toContainElement(document.activeElement as HTMLElement);
		expect(location.search).toBe('?section=you&question=carries');
		await press('Continue');
		await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'deals' })).toHaveFocus());
		expect(groups()).toEqual(['qualify']);
		await press('Back');
		await waitFor(() => expect(groups()).toEqual(['carries']));
		await press('Back');
		await waitFor(() => expect(screen.getByRole('radio', { name: 'leader' })).toHaveFocus());
	});

	it('answers by digits at once, since the focus is there', async () => {
		await visit(steps);
		await choose('seller');
		await press('Continue');
		await press('Continue');
		await waitFor(() => expect(groups()).toEqual(['walk-away']));
		await fireEvent.keyDown(document.activeElement as HTMLElement, { key: '2' });
		expect(screen.getByRole('radio', { name: 'agree' })).toBeChecked();
		expect(groups()).toEqual(['walk-away']);
	});

	it('follows the browser back to the question before', async () => {
		await visit(steps);
		await choose('leader');
		await press('Continue');
		await waitFor(() => expect(groups()).toEqual(['carries']));
		history.back();
		await waitFor(() => expect(groups()).toEqual(['role']));
	});

	it('goes from the review to what is open, and the review counts by section', async () => {
		await visit(steps, { draft: { answers: { role: { value: 'leader', at: 1 } } }, place: { kind: 'review' } });
		expect(screen.getByRole('link', { name: 'deals' })).toHaveAttribute('href', '?section=deals');
		await fireEvent.click(screen.getByRole('link', { name: 'carries?' }));
		await waitFor(() => expect(groups()).toEqual(['carries']));
		await choose('yes');
		await press('Back to the overview');
		await waitFor(() => expect(heading()).toBe('Before you go on'));
	});
});

describe('a campaign that is over', () => {
	it('is not begun', async () => {
		await visit(spring, { closed });
		expect(heading()).toBe('This survey is over');
		expect(screen.queryByRole('radio')).toBeNull();
		expect(localStorage).toHaveLength(0);
	});

	it('is finished by whoever has begun on this device, or has a private link', async () => {
		await visit(spring);
		await choose('seller');
		await saved();
		await visit(spring, { closed });
		expect(await screen.findByRole('radio', { name: 'seller' })).toBeChecked();
		localStorage.clear();
		desk.responses.set(uuid, { key, hash: 'h', answers: { role: { value: 'seller', at: 7 } }, report: null });
		history.replaceState(null, '', `/c/spring/survey#continue=${uuid}.${key}`);
		await visit(spring, { closed });
		expect(await screen.findByRole('heading', { level: 1, name: 'deals' })).toBeInTheDocument();
	});
});
