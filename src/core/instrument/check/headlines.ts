// Headlines: one for every pair of different parts of the company's index and every tone, and for the even cases.
import { TONES } from '../headlines-file.ts';
import { topIndex, type Look } from './look.ts';
import { oneOf, wrong } from '../wrong.ts';

export function checkHeadlines({ instrument, ledger }: Look): void {
	const { headlines } = instrument;
	const of = topIndex(instrument)?.of ?? {};
	const parts = instrument.indices
		.filter(({ id, about }) => about === 'company' && Object.hasOwn(of, id))
		.map(({ id }) => id);
	const seen = new Set<string>();
	for (const headline of headlines) {
		const { strongest, weakest, tone } = headline;
		const where = ledger.where(headline);
		const unknown = [strongest, weakest].find((id) => id !== null && !parts.includes(id));
		const name = nameOf(strongest, weakest, tone);
		if (typeof unknown === 'string')
			ledger.error(
				where,
				wrong('unknown-index', oneOf('the parts of the company index:', parts), `"${unknown}"`, 'Correct the name.')
			);
		else if (strongest !== null && strongest === weakest)
			ledger.error(where, wrong('wrong-headline', 'two different indices', `"${strongest}" twice`, 'Name another.'));
		else if (seen.has(name))
			ledger.error(
				where,
				wrong('headline-twice', 'each headline once', `"## ${name}" again`, 'Take one of the two out.')
			);
		seen.add(name);
	}
	if (parts.length === 0) return;
	const pairs = parts.flatMap((strongest) =>
		parts.filter((weakest) => weakest !== strongest).map((weakest) => [strongest, weakest] as const)
	);
	for (const [strongest, weakest] of [...pairs, [null, null] as const]) {
		for (const name of TONES.map((tone) => nameOf(strongest, weakest, tone)).filter((each) => !seen.has(each))) {
			ledger.warning('headlines.md:1', wrong('missing-text', `a headline "## ${name}"`, 'none', 'Write it.'));
		}
	}
}

const nameOf = (strongest: string | null, weakest: string | null, tone: string): string =>
	strongest === null ? `{even, tone=${tone}}` : `{strongest=${strongest}, weakest=${weakest}, tone=${tone}}`;
