import { describe, expect, it } from 'vitest';
import { at, review } from '#core/survey/walk.ts';
import { person, Shelf } from './person.ts';
import { branching, is, question, questionnaire, section } from './questionnaires.ts';

const role = (value: string) => ({ answers: { role: { value, at: 1 }, carries: { value: 'no', at: 2 } } });

describe('walking through a survey', () => {
	it('begins at the introduction, which the first answer ends', () => {
		const somebody = person(branching);
		expect(somebody.stands).toBe('you (introduction)');
		expect(somebody.answers('role', 'seller').stands).toBe('you (answering)');
	});

	it.each([
		['seller', ['you (answering)', 'deals (answering)', 'selling (answering)', 'review', 'firm (context)']],
		['leader', ['you (answering)', 'deals (answering)', 'review', 'firm (context)']]
	])('asks a %s what concerns them, the context after the review', (value, stops) => {
		const somebody = person(branching).answers('role', value);
		const seen = stops.map(() => {
			const here = somebody.stands;
			somebody.does('continue');
			return here;
		});
		expect(seen).toEqual(stops);
	});

	it('lets a person go back, change and go on', () => {
		const somebody = person(branching)
			.answers('role', 'seller')
			.does('continue')
			.answers('qualify', 'agree')
			.does('back');
		expect(somebody.stands).toBe('you (answering)');
		expect(somebody.answers('role', 'leader').does('continue', 'continue').stands).toBe('review');
	});

	it('stays where it is when there is nothing before', () => {
		expect(person(branching).does('back').stands).toBe('you (introduction)');
	});

	it('lets questions be skipped, but stops at one that is required and names it', () => {
		const somebody = person(branching).does('continue');
		expect(somebody.stands).toBe('you (introduction)');
		expect(somebody.missing).toEqual(['role']);
		somebody.answers('role', 'leader');
		expect(somebody.missing).toEqual([]);
		expect(somebody.does('continue', 'continue').stands).toBe('review');
	});

	it('goes back past a required question without complaint', () => {
		const somebody = person(branching, { draft: role('leader'), place: at('firm') });
		expect(somebody.does('continue').missing).toEqual(['size']);
		expect(somebody.does('back').stands).toBe('review');
		expect(somebody.missing).toEqual([]);
	});

	it('returns to the review after a jump from there', () => {
		const somebody = person(branching, { draft: role('seller'), place: review });
		expect(somebody.goesTo('deals').stands).toBe('deals (answering)');
		expect(somebody.does('continue').stands).toBe('review');
	});

	it('takes a jump to a section that is not asked as a wish to go on', () => {
		expect(person(branching, { draft: role('leader') }).goesTo('selling').stands).toBe('deals (answering)');
	});

	it('keeps answers of questions that are hidden, and shows them again', () => {
		const somebody = person(branching).answers('role', 'seller').answers('prepare', 'agree').answers('role', 'leader');
		expect(somebody.values['prepare']).toBe('agree');
		expect(somebody.answers('role', 'seller').goesTo('selling').stands).toBe('selling (answering)');
	});

	it('goes on from a section that has left the path under a person', () => {
		const somebody = person(branching, { draft: role('seller'), place: at('selling') });
		somebody.hearsOf({ answers: { role: { value: 'leader', at: 9 } } });
		expect(somebody.does('continue').stands).toBe('review');
	});

	it('has no context after the review where the questionnaire has none', async () => {
		const somebody = person(questionnaire(section('deals', [question('qualify')]))).does('continue', 'continue');
		await somebody.waits();
		expect(somebody.report).toBe('/r/key');
	});

	it('leaves out a section in which nothing is asked', () => {
		const hidden = section('b', [question('two', { when: is('one', 'agree') })]);
		const somebody = person(questionnaire(section('a', [question('one')]), hidden)).does('continue');
		expect(somebody.stands).toBe('review');
	});
});

describe('coming back', () => {
	const answered = { answers: { role: { value: 'seller', at: 1 }, qualify: { value: 'agree', at: 2 } } };

	it('goes on at the first section with an open question', () => {
		expect(person(branching, { draft: answered }).stands).toBe('deals (answering)');
	});

	it('goes on where the person left', () => {
		expect(person(branching, { draft: answered, place: at('selling') }).stands).toBe('selling (answering)');
	});

	it('goes on at the first open section when the place left is no longer asked', () => {
		expect(person(branching, { draft: role('leader'), place: at('selling') }).stands).toBe('deals (answering)');
	});

	it('stands at the review when all before it is answered', () => {
		const all = {
			answers: { ...answered.answers, 'walk-away': { value: 'ns', at: 3 }, prepare: { value: 'na', at: 4 } }
		};
		expect(person(branching, { draft: all }).stands).toBe('review');
	});

	it('takes up what was kept elsewhere, and what is newer wins', () => {
		const somebody = person(branching).answers('role', 'leader', 5);
		somebody.resumes({ answers: { role: { value: 'seller', at: 9 }, qualify: { value: 'agree', at: 2 } } });
		expect(somebody.values).toEqual({ role: 'seller', qualify: 'agree' });
		expect(somebody.stands).toBe('deals (answering)');
	});

	it('does not move a person when another tab answers', () => {
		const somebody = person(branching).hearsOf(answered);
		expect(somebody.stands).toBe('you (answering)');
		expect(somebody.values['qualify']).toBe('agree');
	});
});

describe('sending', () => {
	const all = {
		answers: { role: { value: 'leader', at: 1 }, carries: { value: 'no', at: 2 }, size: { value: 'small', at: 3 } }
	};
	const atTheEnd = (server: Shelf) => person(branching, { draft: all, place: at('firm') }, server);

	it('sends everything at the end and holds the address of the report', async () => {
		const server = new Shelf();
		const somebody = atTheEnd(server).does('continue');
		expect(somebody.stands).toBe('firm (submitting)');
		await somebody.waits();
		expect(somebody.report).toBe('/r/key');
		expect(server.held).toEqual(all.answers);
	});

	it('says when it failed, and can be tried again', async () => {
		const server = new Shelf();
		server.down = true;
		const somebody = await atTheEnd(server).does('continue').waits();
		expect(somebody.stands).toBe('firm (failed)');
		server.down = false;
		await somebody.does('retry').waits();
		expect(somebody.report).toBe('/r/key');
	});

	it('tries again by itself when the connection is back', async () => {
		const server = new Shelf();
		server.down = true;
		const somebody = await atTheEnd(server).does('offline', 'continue').waits();
		server.down = false;
		await somebody.does('online').waits();
		expect(somebody.report).toBe('/r/key');
	});

	it('lets a person go back to the answers after a failure', async () => {
		const server = new Shelf();
		server.down = true;
		const somebody = await atTheEnd(server).does('continue').waits();
		expect(somebody.does('back').stands).toBe('firm (context)');
	});
});
