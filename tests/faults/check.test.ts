// The checker catches what it is there for: for each promise a history that breaks it, and one that only looks as if.
import { describe, expect, test } from 'vitest';
import type { Marks } from '#core/survey/draft.ts';
import { check } from './check.ts';
import type { Entry, Final, KeptResponse, Outage } from './history.ts';

/** `{ a: ['x', 1] }`: the value x at 1. */
type Short = Readonly<Record<string, readonly [value: string | null, at: number]>>;

const marks = (short: Short): Marks =>
	Object.fromEntries(Object.entries(short).map(([question, [value, at]]) => [question, { value, at }]));

/** One line: by default a save of `r` that began at `start`, took one millisecond and was acknowledged. */
function line(start: number, sent: Short, more: Partial<Entry> = {}): Entry {
	return {
		line: start,
		client: 'c',
		server: 0,
		kind: 'save',
		response: 'r',
		sent: marks(sent),
		start,
		end: start + 1,
		status: 200,
		isDropped: false,
		retryAfter: null,
		reply: {},
		...more
	};
}

const unknown = { status: 0, isDropped: true } as const;
const completing = (start: number, sent: Short, more: Partial<Entry> = {}): Entry =>
	line(start, sent, { kind: 'complete', reply: { report: '/r/one' }, ...more });
const reading = (start: number, found: Short, more: Partial<Entry> = {}): Entry =>
	line(start, {}, { kind: 'read', reply: { answers: marks(found) }, ...more });
const other = (kind: Entry['kind'], start: number, more: Partial<Entry> = {}): Entry =>
	line(start, {}, { kind, ...more });

const open = (short: Short, more: Partial<KeptResponse> = {}): KeptResponse => ({
	id: 'r',
	state: 'open',
	revision: 1,
	answers: marks(short),
	...more
});

type Kept = Partial<Omit<Final, 'revisions'>> & { readonly revisions?: readonly Short[] };

/** What is kept of `r`; its revisions in their order. */
function final(responses: readonly KeptResponse[], { revisions = [], ...more }: Kept = {}): Final {
	return {
		responses,
		revisions: revisions.map((short, at) => ({ response: 'r', revision: at + 1, answers: marks(short) })),
		owners: revisions.length > 0 ? ['r'] : [],
		undelivered: 0,
		damage: [],
		told: new Map(responses.map(({ id, answers }) => [id, answers])),
		...more
	};
}

const completed = (short: Short, revision = 1): KeptResponse => open(short, { state: 'completed', revision });

const outage: Outage = { fault: 'kill -9', from: 10, to: 20, servers: [0], isReadable: false };

const rulesOf = (history: readonly Entry[], kept: Final, outages: readonly Outage[] = []): string[] =>
	check(history, outages, kept).map(({ rule }) => rule);

type Row = readonly [name: string, history: readonly Entry[], kept: Final];

const A: Short = { a: ['x', 1] };
const B: Short = { a: ['y', 2] };
const both: Short = { a: ['x', 1], b: ['z', 3] };

describe('nothing to blame', () => {
	test.each<Row>([
		['an acknowledged answer stands', [line(1, A)], final([open(A)])],
		['one was superseded by a later', [line(1, A), line(3, B)], final([open(B)])],
		['the later came first', [line(1, B), line(3, A)], final([open(B)])],
		[
			'at the same time the larger stands',
			[line(1, { a: ['x', 1] }), line(3, { a: ['y', 1] })],
			final([open({ a: ['y', 1] })])
		],
		['one without a reply was kept', [line(1, A, unknown)], final([open(A)])],
		['one without a reply was not kept', [line(1, A, unknown)], final([])],
		['one that met a fault was kept', [line(11, A, { status: 503, retryAfter: '5' })], final([open(A)])],
		['completed once', [line(1, A), completing(3, A)], final([completed(A)], { revisions: [A] })],
		[
			'completed with a doubled request and a late save',
			[completing(3, A), completing(4, A), line(5, A, { status: 409 })],
			final([completed(A)], { revisions: [A] })
		],
		[
			'reopened and completed with more',
			[completing(1, A), other('reopen', 3), line(5, both), completing(7, both)],
			final([completed(both, 2)], { revisions: [A, both] })
		],
		[
			'the first completion arrives again after reopening',
			[completing(1, A), other('reopen', 3), completing(5, A)],
			final([open(A, { revision: 2 })], { revisions: [A] })
		],
		[
			'erased, and a late save is refused',
			[completing(1, A), other('erase', 3, { status: 200 }), line(4, A, { status: 404 })],
			final([])
		],
		['reads what was acknowledged', [line(1, A), reading(3, A)], final([open(A)])],
		['reads before there is anything', [reading(0, {}, { status: 404, reply: {} }), line(1, A)], final([open(A)])]
	])('%s', (_name, history, kept) => {
		expect(rulesOf(history, kept, [outage])).toEqual([]);
	});
});

describe('a promise was broken', () => {
	test.each<readonly [rule: string, ...Row]>([
		['lost', 'an acknowledged answer is gone', [line(1, both)], final([open(A)])],
		['lost', 'its response is gone', [line(1, A)], final([])],
		['lost', 'an older one stands', [line(1, A), line(3, B)], final([open(A)])],
		[
			'lost',
			'of two at the same time the smaller stands',
			[line(1, { a: ['x', 1] }), line(3, { a: ['y', 1] })],
			final([open({ a: ['x', 1] })])
		],
		['lost', 'an answer that was taken back is back', [line(1, A), line(3, { a: [null, 2] })], final([open(A)])],
		['lost', 'somebody has seen it, and it is gone', [line(1, A, unknown), reading(3, A)], final([])],
		['stale', 'a read does not know what was acknowledged', [line(1, both), reading(3, A)], final([open(both)])],
		['forged', 'a value that nobody wrote', [line(1, A)], final([open({ a: ['q', 9] })])],
		['forged', 'a value of another time', [line(1, A)], final([open({ a: ['x', 2] })])],
		[
			'forged',
			'one that was refused',
			[line(1, A), completing(3, A), line(5, B, { status: 409 })],
			final([completed(B)], { revisions: [B] })
		],
		['forged', 'one is read before it was sent', [line(1, A), reading(3, B), line(5, B)], final([open(B)])],
		[
			'told otherwise',
			'the interface says something else',
			[line(1, A)],
			final([open(A)], { told: new Map([['r', marks(B)]]) })
		],
		['completion', 'confirmed, and not kept', [completing(1, A)], final([open(A)])],
		['completion', 'confirmed, and open again', [completing(1, A)], final([open(A)], { revisions: [A] })],
		[
			'completion',
			'completed twice',
			[completing(1, A), completing(2, A)],
			final([completed(A, 2)], { revisions: [A, A] })
		],
		['completion', 'nobody completed it', [line(1, A)], final([completed(A)], { revisions: [A] })],
		[
			'completion',
			'without what was acknowledged before',
			[line(1, both), completing(3, A)],
			final([completed(both)], { revisions: [A] })
		],
		[
			'completion',
			'without what was sent with it',
			[line(1, A), completing(3, both)],
			final([completed(A)], { revisions: [A] })
		],
		[
			'completion',
			'two addresses',
			[completing(1, A), completing(3, A, { reply: { report: '/r/two' } })],
			final([completed(A)], { revisions: [A] })
		],
		['completion', 'no owner key', [completing(1, A)], final([completed(A)], { revisions: [A], owners: [] })],
		[
			'completion',
			'the last revision says something else',
			[line(1, both), completing(3, both)],
			final([completed(both, 2)], { revisions: [both] })
		],
		['double', 'a response twice', [line(1, A)], final([open(A), open(A)])],
		['double', 'an owner key twice', [completing(1, A)], final([completed(A)], { revisions: [A], owners: ['r', 'r'] })],
		['stranger', 'a response that nobody made', [line(1, A)], final([open(A), open(A, { id: 's' })])],
		[
			'not erased',
			'it is there again',
			[completing(1, A), other('erase', 3)],
			final([completed(A)], { revisions: [A] })
		],
		['refused', 'a good save', [line(1, A), line(3, B, { status: 422 })], final([open(A)])],
		['refused', 'not completed, and 409', [line(1, A), line(3, B, { status: 409 })], final([open(A)])],
		[
			'refused',
			'unknown, though it was acknowledged',
			[line(1, A), reading(3, {}, { status: 404, reply: {} })],
			final([open(A)])
		],
		['refused', 'too often', [line(1, A), line(3, B, { status: 429 })], final([open(A)])],
		['damaged', 'the file is', [line(1, A)], final([open(A)], { damage: ['row 7 missing from index'] })],
		['undelivered', 'a message was given up', [line(1, A)], final([open(A)], { undelivered: 1 })]
	])('%s: %s', (rule, _name, history, kept) => {
		expect(rulesOf(history, kept)).toContain(rule);
	});
});

describe('who may fail to answer, and when', () => {
	const at = (start: number, more: Partial<Entry>): Entry => line(start, {}, { retryAfter: '5', ...more });
	const readable: Outage = { ...outage, isReadable: true };
	const nothing = final([]);

	test.each<readonly [name: string, entry: Entry, outage: Outage]>([
		['503 during an outage', at(12, { status: 503 }), outage],
		['503 to a request that was under way', at(19, { status: 503, end: 30 }), outage],
		['no reply during an outage', at(12, { status: 0 }), outage],
		['the client hung up itself', at(30, unknown), outage],
		['a read that met the beginning', at(9, { kind: 'read', status: 503, end: 12 }), readable]
	])('may: %s', (_name, entry, during) => {
		expect(rulesOf([entry], nothing, [during])).toEqual([]);
	});

	test.each<readonly [name: string, entry: Entry, outage: Outage]>([
		['503 before', at(5, { status: 503 }), outage],
		['503 after', at(20, { status: 503 }), outage],
		['no reply outside', at(30, { status: 0 }), outage],
		['another server', at(12, { status: 503, server: 1 }), outage],
		['500, ever', at(12, { status: 500 }), outage],
		['502, ever', at(12, { status: 502 }), outage],
		['503 that does not say when to come again', at(12, { status: 503, retryAfter: null }), outage],
		['a read, while only writing is disturbed', at(12, { kind: 'read', status: 503 }), readable],
		[
			'a read that had to wait for a writer',
			at(11, { kind: 'read', status: 200, end: 5011 }),
			{ ...readable, to: 9000 }
		]
	])('may not: %s', (_name, entry, during) => {
		expect(rulesOf([entry], nothing, [during])).toContain('unavailable');
	});
});
