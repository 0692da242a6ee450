// What is free and what the form asks for: what is typed ⇄ what is kept. Rows get an id from what they say, once.
import { z } from 'zod';
import { fault } from './faults.ts';
import { TICKED } from './fields.ts';
import { freeId, idFrom } from './names.ts';
import { settingsShape, type Settings } from './settings.ts';
import { ticked } from './typing.ts';

const { gate, form } = settingsShape.shape;
const own = form.shape.own.element.shape;
const consent = form.shape.consents.element.shape;

/** Columns that every export has beside a campaign's own fields. */
const columns = ['name', 'address', 'email', 'company', 'role', 'id', 'response', 'campaign', 'source', 'consents'];

type Row = { readonly id: string };

/** Rows keep the id that they have; the others get one from their words. An id of another kind, or one twice, is refused. */
const identified = <Shape extends z.ZodType<Row>>(
	row: Shape,
	most: number,
	words: (row: z.output<Shape>) => string,
	{ shown, otherwise }: { readonly shown: string; readonly otherwise: string }
) =>
	z
		.array(row)
		.max(most)
		.default([])
		.transform((rows, context) => {
			const taken = new Set(columns);
			for (const [at, { id }] of rows.entries()) {
				if (id === '') continue;
				if (taken.has(id) || !own.id.safeParse(id).success)
					context.addIssue({ ...fault('repeated'), path: [at, shown], input: id });
				taken.add(id);
			}
			return rows.map((each) => {
				const id = each.id === '' ? freeId(idFrom(words(each), otherwise), taken) : each.id;
				taken.add(id);
				return { ...each, id };
			});
		});

export const formPart = {
	shape: () =>
		z
			.strictObject({
				gate,
				place: form.shape.place,
				name: form.shape.name,
				company: form.shape.company,
				role: form.shape.role,
				own: identified(
					z.strictObject({ id: z.string(), label: own.label.min(1), isRequired: ticked }),
					5,
					({ label }) => label,
					{ shown: 'label', otherwise: 'field' }
				),
				consents: identified(
					z.strictObject({ id: z.string(), text: consent.text.min(1) }),
					4,
					({ text }) => text.split(' ').slice(0, 4).join(' '),
					{ shown: 'text', otherwise: 'consent' }
				)
			})
			.transform(({ gate: opened, ...asked }) => ({ settings: { gate: opened, form: asked } })),
	typed: ({ settings }: { readonly settings: Settings }) => {
		const { own: fields, consents, ...rest } = settings.form;
		return {
			gate: settings.gate,
			...rest,
			own: fields.map(({ id, label, isRequired }) => ({ id, label, ...(isRequired ? { isRequired: TICKED } : {}) })),
			consents: consents.map(({ id, text }) => ({ id, text }))
		};
	}
};
