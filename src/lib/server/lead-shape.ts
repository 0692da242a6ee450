// What a lead form or a program sends → what somebody left, checked against the campaign's form; or what is wrong, by field.
import { z } from 'zod';
import type { Outcome, Problem } from '#core/problem.ts';
import { TRAP } from '#lib/campaign/lead-form.ts';
import type { FormSettings } from '#lib/campaign/settings.ts';
import { readShape, wrong } from './input.ts';
import { mailAddress } from './mail-address.ts';
import { tokenHash } from './tokens.ts';

/** The most characters of each kind of field. */
export const MOST = { address: 254, name: 120, company: 160, role: 120, own: 500 } as const;

const line = (most: number) =>
	z
		.string()
		.trim()
		.max(most)
		.regex(/^[^\p{Cc}\p{Cs}]*$/u);

/** The wording that was shown, as it was hashed for the box beside it. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export type Given = {
	readonly address: string;
	readonly name: string;
	readonly company: string;
	readonly role: string;
	/** By the ids of the campaign's own fields; those left empty are not there. */
	readonly fields: Readonly<Record<string, string>>;
	/** Ids of the boxes that were ticked, each with the words that it stood beside. */
	readonly consents: readonly { readonly id: string; readonly text: string; readonly hash: string }[];
	/** Filled in by programs that fill in everything: nothing is kept of it. */
	readonly isTrapped: boolean;
};

/** What is kept of a wording beside it, and posted by its box. */
export const hashOfWording = (text: string): string => tokenHash(text);

export function readLead(form: FormSettings, body: unknown): Outcome<Given> {
	const problems: Problem[] = [...missingIn(form, body)];
	const read = readShape(shapeOf(form), body);
	if (!read.ok) return { ok: false, problems: [...problems, ...read.problems] };
	const { address, name = '', company = '', role = '', fields = {}, consents = {}, [TRAP]: trap = '' } = read.value;
	const agreed = form.consents.flatMap(({ id, text }) => {
		const shown = textIn(consents, id);
		if (shown === '') return [];
		if (shown === hashOfWording(text)) return [{ id, text, hash: shown }];
		problems.push(
			wrong('changed-wording', `consents.${id}`, 'the hash of the present wording', 'another', 'Show it and ask again.')
		);
		return [];
	});
	if (problems.length > 0) return { ok: false, problems };
	const own = form.own.map(({ id }) => [id, textIn(fields, id)] as const).filter(([, text]) => text !== '');
	return {
		ok: true,
		value: {
			address,
			name,
			company,
			role,
			fields: Object.fromEntries(own),
			consents: agreed,
			isTrapped: trap !== ''
		}
	};
}

/** What this campaign needs and nobody has filled in. */
function* missingIn(form: FormSettings, body: unknown): Generator<Problem> {
	const given = Object(body) as Readonly<Record<string, unknown>>;
	const fields = Object(given['fields']) as Readonly<Record<string, unknown>>;
	const ours = (['name', 'company', 'role'] as const).filter((each) => form[each] === 'required');
	const needed = [
		...ours.map((each) => ({ where: each, text: textIn(given, each) })),
		...form.own
			.filter(({ isRequired }) => isRequired)
			.map(({ id }) => ({ where: `fields.${id}`, text: textIn(fields, id) }))
	];
	for (const { where, text } of needed)
		if (text.trim() === '') yield wrong('missing', where, 'an answer', 'none', 'Fill it in.');
}

/** A marketer may call a field what every object has, such as `constructor`: only what is the body's own counts. */
const byId = (known: readonly { readonly id: string }[], value: z.ZodString) =>
	z.record(z.string(), value).superRefine((given, context) => {
		const keys = Object.keys(given).filter((key) => known.every(({ id }) => id !== key));
		if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: given });
	});

/** Only what this campaign asks is known to it. */
export function shapeOf(form: Pick<FormSettings, 'name' | 'company' | 'role' | 'own' | 'consents'>) {
	const asked = (name: 'name' | 'company' | 'role') =>
		form[name] === 'off' ? z.literal('').optional() : line(MOST[name]).optional();
	return z.strictObject({
		address: z.string().trim().pipe(mailAddress),
		name: asked('name'),
		company: asked('company'),
		role: asked('role'),
		fields: byId(form.own, line(MOST.own)).optional(),
		consents: byId(form.consents, hash).optional(),
		[TRAP]: z.string().max(1000).optional()
	});
}

function textIn(texts: Readonly<Record<string, unknown>>, id: string): string {
	const text = Object.hasOwn(texts, id) ? texts[id] : undefined;
	return typeof text === 'string' ? text : '';
}

/** The fields of a posted form as a program would send them: `fields.team` and `consents.news` stand in their group. */
export function leadBody(entries: Iterable<readonly [string, unknown]>): unknown {
	const all = new Map<string, unknown>();
	const groups = { fields: new Map<string, unknown>(), consents: new Map<string, unknown>() };
	for (const [name, value] of entries) {
		const [, group, id] = /^(fields|consents)\.(.+)$/.exec(name) ?? [];
		if (group !== undefined && id !== undefined) groups[group as keyof typeof groups].set(id, value);
		else all.set(name, value);
	}
	for (const [group, values] of Object.entries(groups)) if (values.size > 0) all.set(group, Object.fromEntries(values));
	return Object.fromEntries(all);
}
