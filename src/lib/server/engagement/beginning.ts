// The form of a new engagement → its id, with the people of the round before where they are to be asked again.
import { z } from 'zod';
import { ticked } from '#lib/campaign/typing.ts';
import { newEngagementSettings } from '#lib/engagement/settings.ts';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { content } from '../content.ts';
import { faulty, readForm, type Fault } from '../form.ts';
import type { Person } from '../person.ts';
import { createEngagement } from './changes.ts';
import { clientsFor } from './clients.ts';
import { engagementFor, type Engagement } from './engagements.ts';
import { addInvitees } from './invitee-changes.ts';
import { inviteesOf } from './invitees.ts';
import { decided, fieldsOf, isPast, line, settingsFields } from './settings-form.ts';

const shape = z
	.strictObject({
		...settingsFields,
		/** Empty: a new one, by its name. */
		client: z.string().default(''),
		clientName: line(120).default(''),
		instrument: z.string(),
		previous: z.string().default(''),
		people: ticked
	})
	.transform(({ client, clientName, instrument, name, promise, previous, people, ...rest }, context) => ({
		...{ client, clientName, instrument, name, promise, previous, people },
		...decided(rest, context)
	}));

/** What the form shows before anything is typed; null: the round before is not this person's to see. */
export async function beginningFor(person: Person, previous: string | null) {
	const before = previous === null ? null : await engagementFor(person, previous);
	if (previous !== null && before === null) return null;
	const month = new Intl.DateTimeFormat(baseLocale, { month: 'long', year: 'numeric' }).format(new Date());
	const settings = before?.settings ?? {
		...newEngagementSettings(),
		contact: { name: person.name, address: person.address }
	};
	const own = fieldsOf({ name: month, promise: before?.promise ?? 'anonymous', deadline: null, settings });
	const clients = await clientsFor(person);
	return {
		values: {
			...own,
			client: before?.client.id ?? '',
			clientName: '',
			instrument: before?.instrument ?? [...content().instruments.keys()][0] ?? '',
			people: 'on'
		},
		zone: settings.zone,
		clients,
		previous: before && {
			id: before.id,
			name: before.name,
			client: before.client.name,
			title: content().instruments.get(before.instrument)?.title ?? before.instrument,
			people: (await takenOver(before.id)).length
		}
	};
}

/** Its id, the form again, or null where the client or the round before is not this person's to see. */
export async function begin(request: Request, person: Person) {
	const form = await readForm(request, shape);
	if (!form.ok) return form.failure;
	const { client, clientName, instrument, previous, people, ...asked } = form.value;
	const faults: readonly Fault[] = [
		...(client === '' && clientName === '' ? [{ where: 'clientName', code: 'missing' }] : []),
		...(content().instruments.has(instrument) ? [] : [{ where: 'instrument', code: 'wrong-value' }]),
		...(isPast(asked.deadline) ? [{ where: 'deadline', code: 'past' }] : [])
	];
	if (faults.length > 0) return faulty(faults, form.typed);
	const id = await createEngagement(person, {
		...asked,
		client: client === '' ? await named(person, clientName) : { id: client },
		instrument,
		previous: previous === '' ? null : previous
	});
	if (id !== null && previous !== '' && people) await addInvitees(person, id, await takenOver(previous));
	return id;
}

/** One that is called so already is the one that is meant. */
async function named(person: Person, name: string): Promise<{ readonly id: string } | { readonly name: string }> {
	const known = (await clientsFor(person)).find((each) => each.name.toLowerCase() === name.toLowerCase());
	return known === undefined ? { name } : { id: known.id };
}

const takenOver = async (engagement: Engagement['id']) =>
	(await inviteesOf(engagement))
		.filter(({ address }) => address !== '')
		.map(({ name, address, role }) => ({ name, address, role }));
