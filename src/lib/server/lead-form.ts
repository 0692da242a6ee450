// A campaign's form, what is known of somebody, and what they typed → the form as a page shows it.
import type { Problem } from '#core/problem.ts';
import type { LeadField, LeadForm, LeadProblem } from '#lib/campaign/lead-form.ts';
import type { FormSettings } from '#lib/campaign/settings.ts';
import { hashOfWording, MOST } from './lead-shape.ts';
import type { Lead } from './leads.ts';

/** What stands in the fields of a form that nobody has sent yet. */
export type Known = Pick<Lead, 'address' | 'name' | 'company' | 'role' | 'fields' | 'consents'>;

export const nobody: Known = { address: '', name: '', company: '', role: '', fields: {}, consents: [] };

export function formOf(form: FormSettings, known: Known): LeadForm {
	return formWith(form, valuesOf(known), known.consents, []);
}

/** The same after it was sent and refused: with everything that was typed, and what is wrong beside its field. */
export function refusedForm(
	form: FormSettings,
	entries: Iterable<readonly [string, unknown]>,
	problems: readonly Pick<Problem, 'code' | 'where'>[]
): LeadForm {
	const typed = new Map<string, string>();
	for (const [name, value] of entries) if (typeof value === 'string') typed.set(name, value);
	const ticked = form.consents.flatMap(({ id }) => {
		const hash = typed.get(`consents.${id}`);
		return hash === undefined ? [] : [{ id, hash }];
	});
	return formWith(form, typed, ticked, problems);
}

function formWith(
	form: FormSettings,
	values: ReadonlyMap<string, string>,
	ticked: readonly { readonly id: string; readonly hash: string }[],
	problems: readonly Pick<Problem, 'code' | 'where'>[]
): LeadForm {
	const problemOf = (name: string): LeadProblem | null => {
		const code = problems.find(({ where }) => where === name)?.code;
		return code === undefined ? null : said(code, values.get(name) ?? '');
	};
	const field = (name: string, kind: LeadField['kind'], label: string | null, isRequired: boolean): LeadField => {
		const most = MOST[kind];
		return { name, kind, label, isRequired, most, value: values.get(name) ?? '', problem: problemOf(name) };
	};
	const asked = (['name', 'company', 'role'] as const).filter((name) => form[name] !== 'off');
	const fields = [
		...asked.filter((name) => name === 'name').map((name) => field(name, name, null, form[name] === 'required')),
		field('address', 'address', null, true),
		...asked.filter((name) => name !== 'name').map((name) => field(name, name, null, form[name] === 'required')),
		...form.own.map(({ id, label, isRequired }) => field(`fields.${id}`, 'own', label, isRequired))
	];
	const consents = form.consents.map(({ id, text }) => {
		const name = `consents.${id}`;
		const hash = hashOfWording(text);
		const isTicked = ticked.some((each) => each.id === id && each.hash === hash);
		return { name, text, hash, isTicked, problem: problemOf(name) };
	});
	const names = new Set([...fields, ...consents].map(({ name }) => name));
	const other = problems.find(({ where }) => !names.has(where))?.code;
	return { fields, consents, problem: other === undefined ? null : said(other, '-') };
}

function said(code: string, typed: string): LeadProblem {
	if (code === 'too-often' || code === 'unavailable' || code === 'changed-wording') return code;
	if (code === 'missing' || typed.trim() === '') return 'missing';
	if (code === 'wrong-address') return code;
	return code === 'out-of-range' ? 'too-long' : 'unfit';
}

const valuesOf = ({ address, name, company, role, fields }: Known): ReadonlyMap<string, string> =>
	new Map(
		Object.entries({
			address,
			name,
			company,
			role,
			...Object.fromEntries(Object.entries(fields).map(([id, text]) => [`fields.${id}`, text]))
		})
	);
