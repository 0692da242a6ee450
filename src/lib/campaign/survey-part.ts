// How a campaign's survey is asked, when, and what its links may carry: what is typed ⇄ what is kept.
import { z } from 'zod';
import { fault } from './faults.ts';
import { line, settingsShape, utm } from './settings.ts';
import { list, zoneName } from './typing.ts';
import { instantOf, localOf } from './zoned.ts';
import { reserved as inAddresses } from './source.ts';

const { steps } = settingsShape.shape;

/** Names that links and embed codes use for something else. */
const reserved = [...inAddresses, 'locale', 'mode', 'instrument', 'campaign', 'source', 'style', 'class', 'id'];

function hiddenField(text: string) {
	const name = text.toLowerCase();
	if (utm.some((known) => known === name || known.replace('_', '-') === name)) return fault('utm', text);
	if (reserved.includes(name)) return fault('reserved', text);
	return settingsShape.shape.hidden.element.safeParse(name).success ? name : fault('id', text);
}

/** A campaign's name, as the studio's lists show it. */
export const campaignName = line(80).min(1);

export const surveyPart = {
	shape: () =>
		z
			.strictObject({
				name: campaignName,
				steps,
				zone: zoneName,
				opens: z.string(),
				closes: z.string(),
				hidden: list(20, hiddenField)
			})
			.transform(({ name, steps: step, zone: there, hidden, ...dates }, context) => {
				let isTwice = false;
				// Of a time that comes twice it opens at the first and closes at the second: nobody finds it closed too early.
				const instant = (field: 'opens' | 'closes'): string | null => {
					if (dates[field].trim() === '') return null;
					const found = instantOf(dates[field].trim(), there);
					if (found.kind === 'once') return found.at;
					if (found.kind === 'twice') {
						isTwice = true;
						return field === 'opens' ? found.first : found.second;
					}
					const said = found.kind === 'never' ? fault('never', found.next.replace('T', ' ')) : fault('time');
					context.addIssue({ ...said, path: [field], input: dates[field] });
					return null;
				};
				const opens_at = instant('opens');
				const closes_at = instant('closes');
				if (opens_at !== null && closes_at !== null && closes_at <= opens_at)
					context.addIssue({ ...fault('order'), path: ['closes'], input: dates.closes });
				const notices: readonly 'twice'[] = isTwice ? ['twice'] : [];
				return { name, opens_at, closes_at, settings: { steps: step, zone: there, hidden }, notices };
			}),
	typed: ({ name, opens_at, closes_at, settings }: Stored) => ({
		name,
		steps: settings.steps,
		zone: settings.zone,
		opens: opens_at === null ? '' : localOf(opens_at, settings.zone),
		closes: closes_at === null ? '' : localOf(closes_at, settings.zone),
		hidden: settings.hidden.join('\n')
	})
};

type Stored = {
	readonly name: string;
	readonly opens_at: string | null;
	readonly closes_at: string | null;
	readonly settings: z.output<typeof settingsShape>;
};
