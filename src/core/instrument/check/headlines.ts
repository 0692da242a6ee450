// Headlines: one for every pair of different parts of the company's index and every tone, and for the even cases.
import { TONES } from '../headlines-file.ts';
import type { Headline } from '../instrument.ts';
import { oneOf, wrong, type Wrong } from '../wrong.ts';
import { topIndex, type Look } from './look.ts';

type Wanted = Omit<Headline, 'text'>;

export function checkHeadlines({ instrument, ledger }: Look): void {
	const of = topIndex(instrument)?.of ?? {};
	const known = instrument.indices.filter(({ id, about }) => about === 'company' && Object.hasOwn(of, id));
	const parts = known.map(({ id }) => id);
	const seen = new Set<string>();
	for (const headline of instrument.headlines) {
		const what = problemOf(headline, parts, seen);
		if (what) ledger.error(ledger.where(headline), what);
		seen.add(nameOf(headline));
	}
	const missing = wantedFor(parts)
		.map(nameOf)
		.filter((name) => !seen.has(name));
	for (const name of missing)
		ledger.warning('headlines.md:1', wrong('missing-text', `a headline "## ${name}"`, 'none', 'Write it.'));
}

function problemOf(headline: Headline, parts: readonly string[], seen: ReadonlySet<string>): Wrong | null {
	const { strongest, weakest } = headline;
	const odd = [strongest, weakest].find((id) => id !== null && !parts.includes(id)) ?? null;
	const name = nameOf(headline);
	if (odd !== null)
		return wrong('unknown-index', oneOf('the parts of the company index:', parts), `"${odd}"`, 'Correct the name.');
	if (strongest !== null && strongest === weakest)
		return wrong('wrong-headline', 'two different indices', `"${strongest}" twice`, 'Name another.');
	return seen.has(name)
		? wrong('headline-twice', 'each headline once', `"## ${name}" again`, 'Take one of the two out.')
		: null;
}

function wantedFor(parts: readonly string[]): readonly Wanted[] {
	if (parts.length === 0) return [];
	const pairs = parts.flatMap((strongest) =>
		parts.filter((weakest) => weakest !== strongest).map((weakest) => ({ strongest, weakest }))
	);
	return [...pairs, { strongest: null, weakest: null }].flatMap((pair) => TONES.map((tone) => ({ ...pair, tone })));
}

const nameOf = ({ strongest, weakest, tone }: Wanted): string =>
	strongest === null ? `{even, tone=${tone}}` : `{strongest=${strongest}, weakest=${weakest}, tone=${tone}}`;
