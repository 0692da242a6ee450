import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDraft, type Marks } from '#core/survey/draft.ts';
import { plainOccasion } from '#core/survey/occasion.ts';
import SurveyView from '#lib/survey/SurveyView.svelte';
import { branching } from '../../core/survey/questionnaires.ts';
import { Desk } from './desk.ts';

const uuid = '11111111-2222-4333-8444-555555555555';
const key = 'k'.repeat(43);

let desk: Desk;

beforeEach(() => {
	desk = new Desk();
	vi.stubGlobal('fetch', desk.fetch);
	vi.stubGlobal('scrollTo', () => undefined);
	Element.prototype.scrollIntoView = () => undefined;
	localStorage.clear();
	history.replaceState(null, '', '/tiny/survey');
});

afterEach(() => vi.unstubAllGlobals());

/** Opens the page, as on a new visit, and waits until the script has taken over. */
async function visit(rest: Record<string, unknown> = {}, mails = false) {
	cleanup();
	const begun = {
		questionnaire: branching,
		draft: emptyDraft,
		begun: null,
		report: null,
		place: null,
		pinned: false,
		occasion: plainOccasion,
		...rest
	};
	const page = render(SurveyView, { begun, operator: 'Test Ltd', mails, refused: {} });
	await screen.findByText(/Go on later|You have answered this already|could not be opened/);
	return page;
}

const press = async (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const choose = async (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const saved = () => waitFor(() => expect(screen.getByText('Saved')).toBeInTheDocument(), { timeout: 3000 });

describe('a visit', () => {
	it('asks the first question at once and says who will see the answers', async () => {
		await visit();
		expect(heading()).toBe('you');
		expect(screen.getByText(/Your answers are seen by Test Ltd/)).toBeInTheDocument();
		expect(screen.getAllByRole('radiogroup')).toHaveLength(1);
	});

	it('stops at a needed question, with the complaint at it and the focus in it', async () => {
		await visit();
		await press('Continue');
		const group = screen.getByRole('radiogroup', { name: /role/ });
		expect(group).toHaveAccessibleDescription(/Please answer this one/);
		await waitFor(() => expect(group).toContainElement(document.activeElement as HTMLElement));
	});

	it('asks at once what an answer adds', async () => {
		await visit();
		await choose('leader');
		expect(await screen.findByRole('radiogroup', { name: /carries/ })).toBeInTheDocument();
	});

	it('leads on and moves the focus to the heading', async () => {
		await visit();
		await choose('seller');
		await press('Continue');
		await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'deals' })).toHaveFocus());
		expect(location.search).toBe('?section=deals');
	});

	it('follows the browser back', async () => {
		await visit();
		await choose('seller');
		await press('Continue');
		history.back();
		await waitFor(() => expect(heading()).toBe('you'));
		expect(screen.getByRole('radio', { name: 'seller' })).toBeChecked();
	});

	it('sends the answers and says so', async () => {
		await visit();
		await choose('seller');
		await saved();
		expect(desk.values).toEqual({ role: 'seller' });
	});

	it('goes to an open question from the review, and back', async () => {
		await visit();
		await choose('seller');
		await press('Continue');
		await fireEvent.click(screen.getAllByRole('radio', { name: 'agree' })[0] as HTMLElement);
		for (let step = 0; step < 2; step++) await press('Continue');
		await fireEvent.click(screen.getByRole('link', { name: 'walk-away?' }));
		await waitFor(() =>
			expect(screen.getByRole('radiogroup', { name: /walk-away/ })).toContainElement(
				document.activeElement as HTMLElement
			)
		);
		await press('Back to the overview');
		await waitFor(() => expect(heading()).toBe('Before you go on'));
	});

	it('makes a link to go on elsewhere, which the server knows', async () => {
		await visit();
		await press('Make a private link');
		const link = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Private link' });
		expect(desk.responses.has(/#continue=([0-9a-f-]+)\./.exec(link.value)?.[1] ?? '')).toBe(true);
	});
});

describe('a link by mail', () => {
	const field = () => screen.queryByRole('textbox', { name: 'Mail address' });

	async function mailTo(email: string) {
		await fireEvent.input(field() as HTMLElement, { target: { value: email } });
		await press('Mail it to me');
	}

	it('is not offered where no mail can be sent', async () => {
		await visit();
		expect(field()).toBeNull();
	});

	it('is asked for with what was answered, and the page says so', async () => {
		await visit({}, true);
		await choose('seller');
		await mailTo('me@example.org');
		expect(await screen.findByText(/On its way/)).toBeInTheDocument();
		expect(desk.mailed).toEqual(['me@example.org']);
		expect(desk.values).toEqual({ role: 'seller' });
	});

	it.each(['too-often@example.org', 'me@example.org'])('that does not go to %s is told', async (email) => {
		await visit({}, true);
		desk.down = !email.startsWith('too-often');
		await mailTo(email);
		expect(await screen.findByText(/It was not sent/)).toBeInTheDocument();
	});
});

describe('coming back', () => {
	it('restores answers and place from this device, though the server was never reached', async () => {
		desk.down = true;
		await visit();
		await choose('seller');
		await press('Continue');
		await fireEvent.click(screen.getAllByRole('radio', { name: 'agree' })[0] as HTMLElement);
		await visit();
		expect(heading()).toBe('deals');
		expect(screen.getAllByRole('radio', { name: 'agree' })[0]).toBeChecked();
		desk.down = false;
		await visit();
		await saved();
		expect(desk.values).toEqual({ role: 'seller', qualify: 'agree' });
		expect(desk.responses.size).toBe(1);
	});

	it('takes up what was answered before the script had started', async () => {
		localStorage.setItem(
			'bellwether:tiny:early',
			JSON.stringify([
				5,
				[
					['form.section', 'you'],
					['role', 'leader'],
					['stranger', 'x']
				]
			])
		);
		await visit();
		expect(screen.getByRole('radio', { name: 'leader' })).toBeChecked();
		await saved();
		expect(desk.values).toEqual({ role: 'leader' });
		expect(localStorage.getItem('bellwether:tiny:early')).toBeNull();
	});

	it('goes on with the response that a form has begun', async () => {
		const draft = { answers: { role: { value: 'seller', at: 7 } } };
		await visit({ begun: { id: uuid, key }, draft });
		expect(heading()).toBe('deals');
		await saved();
		expect([...desk.responses.keys()]).toEqual([uuid]);
	});

	it('goes on elsewhere by a private link', async () => {
		desk.responses.set(uuid, { key, hash: 'h', answers: { role: { value: 'seller', at: 7 } }, report: null });
		history.replaceState(null, '', `/tiny/survey#continue=${uuid}.${key}`);
		await visit();
		expect(heading()).toBe('deals');
		await fireEvent.click(screen.getAllByRole('radio', { name: 'agree' })[0] as HTMLElement);
		await waitFor(() => expect(desk.values).toEqual({ role: 'seller', qualify: 'agree' }), { timeout: 3000 });
		expect(location.hash).toBe('');
	});

	it('says when a private link does not open', async () => {
		history.replaceState(null, '', `/tiny/survey#continue=${uuid}.${key}`);
		await visit();
		expect(screen.getByRole('alert')).toHaveTextContent(/could not be opened/);
	});

	it('shows the way to the report once the answers were sent, and begins anew on request', async () => {
		localStorage.setItem('bellwether:tiny', JSON.stringify({ report: '/r/abc' }));
		await visit();
		expect(screen.getByRole('link', { name: 'See your report' })).toHaveAttribute('href', '/r/abc');
		screen
			.getByRole('button', { name: 'Answer again' })
			.closest('form')
			?.addEventListener('submit', (event) => event.preventDefault());
		await press('Answer again');
		await visit();
		expect(heading()).toBe('you');
	});

	it('is not stopped by what an older version left behind', async () => {
		localStorage.setItem('bellwether:tiny', '{broken');
		localStorage.setItem('bellwether:tiny:early', '"odd"');
		await visit();
		expect(heading()).toBe('you');
	});
});

describe('two tabs', () => {
	const stored = () => Object.keys(localStorage).find((name) => /^bellwether:tiny:[0-9a-f]{8}-/.test(name)) ?? '';

	it('answer the same response, and each hears of the other', async () => {
		await visit();
		await choose('seller');
		const name = stored();
		const other = { answers: { role: { value: 'leader', at: Date.now() + 1000 }, qualify: { value: 'agree', at: 3 } } };
		localStorage.setItem(name, JSON.stringify(other));
		window.dispatchEvent(new StorageEvent('storage', { key: name }));
		await waitFor(() => expect(screen.getByRole('radio', { name: 'leader' })).toBeChecked());
		expect(heading()).toBe('you');
	});

	it('come to rest: hearing nothing new, none of them writes', async () => {
		await visit();
		await choose('seller');
		const name = stored();
		localStorage.setItem(name, localStorage.getItem(name)?.replace('"you"', '"deals"') ?? '');
		const before = localStorage.getItem(name);
		window.dispatchEvent(new StorageEvent('storage', { key: name }));
		expect(localStorage.getItem(name)).toBe(before);
	});

	it('lose nothing when the other wrote without being heard', async () => {
		await visit();
		await choose('seller');
		const name = stored();
		localStorage.setItem(name, JSON.stringify({ answers: { qualify: { value: 'agree', at: 3 } } }));
		await choose('leader');
		expect(JSON.parse(localStorage.getItem(name) ?? '')).toMatchObject({
			answers: { qualify: { value: 'agree' }, role: { value: 'leader' } }
		});
	});
});

describe('a page that was put away', () => {
	const heldElsewhere = (answers: Marks, report: string | null = null) => {
		const [id = ''] = desk.responses.keys();
		const held = desk.responses.get(id);
		if (held) desk.responses.set(id, { ...held, answers: { ...held.answers, ...answers }, report });
	};
	const comesBack = () => window.dispatchEvent(new Event('pageshow'));

	it('learns what another device has answered meanwhile', async () => {
		await visit();
		await choose('seller');
		await saved();
		heldElsewhere({ role: { value: 'leader', at: Date.now() + 1000 } });
		comesBack();
		await waitFor(() => expect(screen.getByRole('radio', { name: 'leader' })).toBeChecked());
	});

	it('shows the way to the report if the answers were sent meanwhile', async () => {
		await visit();
		await choose('seller');
		await saved();
		heldElsewhere({}, '/r/abc');
		comesBack();
		expect(await screen.findByRole('link', { name: 'See your report' })).toHaveAttribute('href', '/r/abc');
		expect(JSON.parse(localStorage.getItem('bellwether:tiny') ?? '')).toEqual({ report: '/r/abc' });
	});
});

describe('leaving', () => {
	it('sends what is not safe yet with a request that outlives the page', async () => {
		await visit();
		await choose('seller');
		window.dispatchEvent(new Event('pagehide'));
		expect(desk.requests.at(-1)).toMatchObject({ method: 'PUT', keepalive: true });
	});

	it('sends nothing when everything is safe', async () => {
		await visit();
		window.dispatchEvent(new Event('pagehide'));
		expect(desk.requests).toEqual([]);
	});
});

describe('trouble', () => {
	it('is said while offline, and over when the connection is back', async () => {
		await visit();
		window.dispatchEvent(new Event('offline'));
		await choose('seller');
		await screen.findByText('Offline: kept on this device, will be sent');
		window.dispatchEvent(new Event('online'));
		await saved();
	});

	it('does not promise what a browser without storage cannot keep', async () => {
		vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
			throw new DOMException('no', 'QuotaExceededError');
		});
		await visit();
		window.dispatchEvent(new Event('offline'));
		await choose('seller');
		await screen.findByText('Offline: leave this page open, and it will be sent');
		vi.restoreAllMocks();
	});
});
