import type { Cookies } from '@sveltejs/kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readResponse } from '#lib/server/responses.ts';
import { newSettings, type Settings } from '#lib/campaign/settings.ts';
import { insertCampaign, type Campaign } from '#lib/server/campaigns.ts';
import { change, database } from '#lib/server/database/database.ts';
import { findResponse } from '#lib/server/response-rows.ts';
import { postSurvey, surveyPage, type Visit } from '#lib/server/survey-form.ts';
import { makeWorld, ORIGIN, type World } from '../support/world.ts';

let world: World;
beforeAll(() => (world = makeWorld()));
afterAll(() => world.stop());

/** A browser without a script: it keeps cookies, follows links and posts forms. */
class Visitor {
	readonly jar = new Map<string, string>();
	readonly attributes = new Map<string, Record<string, unknown>>();
	#cookies = {
		get: (name: string) => this.jar.get(name),
		set: (name: string, value: string, attributes: Record<string, unknown>) => {
			this.jar.set(name, value);
			this.attributes.set(name, attributes);
		},
		delete: (name: string) => this.jar.delete(name)
	} as unknown as Cookies;

	constructor(readonly campaign: Campaign | null = null) {}

	#visit = (address: string): Visit => ({
		instrument: 'small',
		campaign: this.campaign,
		url: new URL(address, ORIGIN),
		referer: null,
		cookies: this.#cookies
	});

	page = (address = '/small/survey') => surveyPage(this.#visit(address));

	post(fields: Record<string, string>, address = '/small/survey') {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		return postSurvey(this.#visit(address), form);
	}

	get cookie(): string {
		return [...this.jar.values()][0] ?? '';
	}

	async answers() {
		const [id = '', key = ''] = this.cookie.split('.');
		const view = await readResponse(id, key);
		return Object.fromEntries(Object.entries(view?.answers ?? {}).map(([question, { value }]) => [question, value]));
	}
}

let somebody: Visitor;
beforeEach(() => (somebody = new Visitor()));

const you = { 'form.section': 'you', 'form.go': 'next' };
const work = { 'form.section': 'work', 'form.go': 'next' };

describe('a survey without a script', () => {
	it('begins without a trace, at no place in particular', async () => {
		expect(await somebody.page()).toMatchObject({
			draft: { answers: {} },
			begun: null,
			report: null,
			place: null,
			operator: 'Test operator'
		});
		expect(somebody.jar.size).toBe(0);
	});

	it('does not exist for an instrument that does not', async () => {
		expect(
			await surveyPage({
				instrument: 'nothing',
				campaign: null,
				url: new URL('/nothing/survey', ORIGIN),
				referer: null,
				cookies: { get: () => undefined } as unknown as Cookies
			})
		).toBeNull();
	});

	it('saves what is posted, remembers the response in a cookie that no script reads, and leads on', async () => {
		expect(await somebody.post({ ...you, role: 'seller', days: '12' })).toEqual({
			kind: 'go',
			to: '/small/survey?section=work'
		});
		expect(await somebody.answers()).toEqual({ role: 'seller', days: 12 });
		expect([...somebody.attributes.values()]).toMatchObject([{ httpOnly: true, sameSite: 'lax', secure: true }]);
		expect([...somebody.jar.keys()]).toEqual(['__Host-survey-small']);
	});

	it('is one response though its first form is posted twice before a cookie came', async () => {
		const begins = (await somebody.page())?.begins ?? '';
		const impatient = new Visitor();
		const form = { ...you, 'form.begins': begins, role: 'seller' };
		await Promise.all([somebody.post(form), impatient.post({ ...form, days: '3' })]);
		expect([somebody.cookie, impatient.cookie]).toEqual([begins, begins]);
		expect(await somebody.answers()).toEqual({ role: 'seller', days: 3 });
		expect((await somebody.page())?.begins).toBeNull();
	});

	it('leads to the report from an old page of a response that was completed since', async () => {
		const begins = (await somebody.page())?.begins ?? '';
		await somebody.post({ ...you, 'form.begins': begins, role: 'seller' });
		const report = await somebody.post({ ...work, first: 'agree', second: 'agree', third: 'agree' });
		const done =
			report?.kind === 'go' && report.to.includes('review') ? await somebody.post({ 'form.go': 'next' }) : report;
		expect(await new Visitor().post({ ...you, 'form.begins': begins, role: 'seller' })).toEqual(done);
		expect(done).toMatchObject({ to: expect.stringMatching(/^\/r\//) as string });
	});

	it('shows the answers again on coming back, and goes on in the same response', async () => {
		await somebody.post({ ...you, role: 'seller' });
		const before = somebody.cookie;
		expect((await somebody.page('/small/survey?section=you'))?.draft.answers['role']).toMatchObject({
			value: 'seller'
		});
		await somebody.post({ ...work, first: 'agree' });
		expect(somebody.cookie).toBe(before);
		expect(await somebody.answers()).toEqual({ role: 'seller', first: 'agree' });
	});

	it('takes an answer back when its field is emptied, and leaves other pages alone', async () => {
		await somebody.post({ ...you, role: 'seller', days: '12' });
		await somebody.post({ ...work, first: 'agree' });
		await somebody.post({ ...you, role: 'seller', days: '' });
		expect(await somebody.answers()).toEqual({ role: 'seller', days: null, first: 'agree' });
	});

	it('does not write what has not changed', async () => {
		await somebody.post({ ...you, role: 'seller' });
		const at = (await somebody.page())?.draft.answers['role']?.at;
		await somebody.post({ ...you, role: 'seller', days: '3' });
		expect((await somebody.page())?.draft.answers['role']?.at).toBe(at);
	});

	it('leads to the review after the sections, and back', async () => {
		await somebody.post({ ...you, role: 'seller' });
		expect(await somebody.post(work)).toEqual({ kind: 'go', to: '/small/survey?review' });
		expect((await somebody.page('/small/survey?review'))?.place).toEqual({ kind: 'review' });
		expect(await somebody.post({ 'form.go': 'back' }, '/small/survey?review')).toEqual({
			kind: 'go',
			to: '/small/survey?section=work'
		});
	});

	it('goes back with what was typed', async () => {
		expect(await somebody.post({ 'form.section': 'work', 'form.go': 'back', first: 'agree' })).toEqual({
			kind: 'go',
			to: '/small/survey?section=you'
		});
		expect(await somebody.answers()).toEqual({ first: 'agree' });
	});

	it('stops at what is no answer, and saves the rest', async () => {
		expect(await somebody.post({ ...you, role: 'seller', days: '500' })).toEqual({
			kind: 'refused',
			questions: { days: 'unfit' }
		});
		expect(await somebody.answers()).toEqual({ role: 'seller' });
	});

	it('completes at the end, and then shows the way to the report', async () => {
		await somebody.post({ ...you, role: 'seller' });
		await somebody.post({ ...work, first: 'agree' });
		const posted = await somebody.post({ 'form.go': 'next' }, '/small/survey?review');
		expect(posted?.kind === 'go' && posted.to).toMatch(/^\/r\/[\w-]{32}$/);
		expect(await somebody.page()).toMatchObject({
			report: posted?.kind === 'go' ? posted.to : '',
			begun: null,
			draft: { answers: {} }
		});
		expect(await somebody.post({ 'form.go': 'next' }, '/small/survey?review')).toEqual(posted);
	});

	it('begins anew on request', async () => {
		await somebody.post({ ...you, role: 'seller' });
		const before = somebody.cookie;
		expect(await somebody.post({ 'form.go': 'again' })).toEqual({ kind: 'go', to: '/small/survey' });
		await somebody.post({ ...you, role: 'seller' });
		expect(somebody.cookie).not.toBe(before);
	});

	it('begins anew when the cookie names nothing that is kept', async () => {
		somebody.jar.set('__Host-survey-small', `11111111-2222-4333-8444-555555555555.${'k'.repeat(43)}`);
		expect(await somebody.post({ ...you, role: 'seller' })).toMatchObject({ kind: 'go' });
		expect(await somebody.answers()).toEqual({ role: 'seller' });
	});

	it('completes even when nothing was answered', async () => {
		const posted = await somebody.post({ 'form.go': 'next' }, '/small/survey?review');
		expect(posted?.kind === 'go' && posted.to).toMatch(/^\/r\//);
	});
});

describe('the survey of a campaign without a script', () => {
	const now = '2026-11-22T09:00:00.000Z';
	const campaign = (id: string, settings: Partial<Settings> = {}): Campaign => ({
		id,
		instrument: 'small',
		name: id,
		is_published: true,
		opens_at: null,
		closes_at: null,
		created_by: 'test',
		created_at: now,
		updated_at: now,
		deleted_at: null,
		settings: { ...newSettings, ...settings }
	});
	const spring = campaign('spring', { hidden: ['team'] });
	const steps = campaign('steps', { steps: 'question' });
	beforeAll(() =>
		change('campaigns', async (db) => {
			for (const each of [spring, steps]) await insertCampaign(db, each);
		})
	);
	const stored = async ({ cookie }: Visitor) => findResponse(await database(), cookie.split('.')[0] ?? '');

	it('carries from page to page where somebody comes from, and keeps it with the first answer', async () => {
		const visitor = new Visitor(spring);
		const came = '/c/spring/survey?utm_source=mail&team=blue&stranger=x';
		expect(await visitor.post({ 'form.section': 'work', 'form.go': 'back' }, came)).toEqual({
			kind: 'go',
			to: '/c/spring/survey?section=you&utm_source=mail&team=blue'
		});
		expect(visitor.jar.size).toBe(0);
		await visitor.post({ ...you, role: 'seller' }, '/c/spring/survey?section=you&utm_source=mail&team=blue');
		expect(await stored(visitor)).toMatchObject({
			campaign: 'spring',
			is_test: 0,
			source: { utm_source: 'mail', team: 'blue' }
		});
	});

	it('has a cookie of its own, and so has a trial of it', async () => {
		const [plain, mine, trial] = [new Visitor(), new Visitor(spring), new Visitor(spring)];
		for (const each of [mine, trial]) Object.assign(each, { jar: plain.jar });
		await plain.post({ ...you, role: 'seller' });
		await mine.post({ ...you, role: 'other' }, '/c/spring/survey');
		expect(await trial.post({ ...you, days: '3' }, '/c/spring/survey?preview')).toMatchObject({
			to: '/c/spring/survey?section=work&preview='
		});
		expect([...plain.jar.keys()]).toEqual(
			['small', 'small.spring', 'small.spring~'].map((name) => `__Host-survey-${name}`)
		);
		const drafts = await Promise.all([plain.page(), mine.page(), trial.page('/c/spring/survey?preview')]);
		expect(drafts.map((page) => Object.keys(page?.draft.answers ?? {}))).toEqual([['role'], ['role'], ['days']]);
		expect(drafts[1]?.draft.answers['role']).toMatchObject({ value: 'other' });
	});

	it('asks one question at a time, where the campaign wants that', async () => {
		const visitor = new Visitor(steps);
		const at = (section: string, question: string) => `/c/steps/survey?section=${section}&question=${question}`;
		const on = (question: string, section = 'you') => ({
			'form.section': section,
			'form.question': question,
			'form.go': 'next'
		});
		expect(await visitor.post({ ...on('role'), role: 'other', days: '3' })).toEqual({
			kind: 'go',
			to: at('you', 'days')
		});
		expect(await visitor.answers()).toEqual({ role: 'other' });
		expect(await visitor.post({ ...on('days'), days: '500' })).toEqual({
			kind: 'refused',
			questions: { days: 'unfit' }
		});
		expect(await visitor.post({ ...on('days'), 'form.go': 'back' })).toEqual({ kind: 'go', to: at('you', 'role') });
		expect(await visitor.post(on('time'))).toEqual({ kind: 'go', to: at('work', 'first') });
		expect(await visitor.post({ ...on('second', 'work'), second: 'agree' })).toEqual({
			kind: 'go',
			to: '/c/steps/survey?review'
		});
		expect((await visitor.page(at('work', 'second')))?.place).toEqual({
			kind: 'section',
			section: 'work',
			question: 'second'
		});
	});
});
