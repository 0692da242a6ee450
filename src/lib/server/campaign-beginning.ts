// The forms with which a campaign begins, new or as a duplicate → its id, or the form again with what is wrong.
import { z } from 'zod';
import { fault, faultsOf, type Fault } from '#lib/campaign/faults.ts';
import { fieldValues, type FieldValues } from '#lib/campaign/fields.ts';
import { campaignId } from '#lib/campaign/settings.ts';
import { campaignName } from '#lib/campaign/survey-part.ts';
import { zoneName } from '#lib/campaign/typing.ts';
import { createCampaign, duplicateCampaign, type Created } from './campaign-changes.ts';
import { content } from './content.ts';
import type { Person } from './person.ts';

export type Begun =
	| { readonly kind: 'begun'; readonly id: string }
	| { readonly kind: 'shown'; readonly shown: { readonly values: FieldValues; readonly faults: readonly Fault[] } }
	| { readonly kind: 'gone' };

const id = z
	.string()
	.trim()
	.transform((text) => text.toLowerCase())
	.superRefine((text, context) => {
		if (text !== '' && !campaignId.max(40).safeParse(text).success) context.addIssue(fault('id', text));
	});

const named = { name: campaignName, id };

const newShape = z.strictObject({
	...named,
	instrument: z.string().superRefine((text, context) => {
		if (!content().instruments.has(text)) context.addIssue(fault('option'));
	}),
	zone: zoneName
});

export const begin = (fields: FormData, person: Person): Promise<Begun> =>
	begun(fields, newShape, ({ instrument, zone, ...rest }) => createCampaign(rest, { instrument, zone }, person));

export const duplicate = (from: string, fields: FormData, person: Person): Promise<Begun> =>
	begun(fields, z.strictObject(named), (value) => duplicateCampaign(from, value, person));

async function begun<Shape extends z.ZodType>(
	fields: FormData,
	shape: Shape,
	create: (value: z.output<Shape>) => Promise<Created | null>
): Promise<Begun> {
	const values = fieldValues(fields);
	if (values === null) return { kind: 'shown', shown: { values: {}, faults: [{ field: '', code: 'form' }] } };
	const read = shape.safeParse(values);
	if (!read.success) return { kind: 'shown', shown: { values, faults: faultsOf(read.error) } };
	const created = await create(read.data);
	if (created === null) return { kind: 'gone' };
	if (created.ok) return { kind: 'begun', id: created.id };
	return { kind: 'shown', shown: { values, faults: [{ field: 'id', code: 'taken', text: created.free }] } };
}
