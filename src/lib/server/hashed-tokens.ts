// A store that would keep the tokens of sessions → one that keeps their hashes only, while whoever uses it sees tokens.
import type { DBAdapter } from 'better-auth/adapters';
import { tokenHash } from './tokens.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Hash → the token that stands for it in this one request to the store. */
type Known = Map<string, string>;

/** A session that was found by anything but its token comes with the hash in its place. */
export function hashedTokens<Store extends Partial<DBAdapter>>(store: Store): Store {
	return new Proxy(store, {
		get(target, name) {
			const found: unknown = Reflect.get(target, name);
			if (typeof found !== 'function') return found;
			if (name === 'transaction')
				return (work: (inner: Store) => unknown): unknown =>
					Reflect.apply(found, target, [(inner: Store) => work(hashedTokens(inner))]);
			return async (asked: unknown): Promise<unknown> => {
				if (!isFields(asked) || asked['model'] !== 'session') return Reflect.apply(found, target, [asked]);
				const known: Known = new Map();
				return shown(await Reflect.apply(found, target, [hidden(asked, known)]), known);
			};
		}
	});
}

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** What is asked of the store, with hashes wherever it names tokens. */
function hidden({ where, data, update, set, ...asked }: Fields, known: Known): Fields {
	return {
		...asked,
		...(Array.isArray(where) ? { where: where.map((each: unknown) => condition(each, known)) } : {}),
		...(isFields(data) ? { data: kept(data, known) } : {}),
		...(isFields(update) ? { update: kept(update, known) } : {}),
		...(isFields(set) ? { set: kept(set, known) } : {})
	};
}

const condition = (each: unknown, known: Known): unknown =>
	isFields(each) && each['field'] === 'token' ? { ...each, value: hashed(each['value'], known) } : each;

const kept = (fields: Fields, known: Known): Fields =>
	'token' in fields ? { ...fields, token: hashed(fields['token'], known) } : fields;

function hashed(value: unknown, known: Known): unknown {
	if (Array.isArray(value)) return value.map((each: unknown) => hashed(each, known));
	if (typeof value !== 'string') return value;
	const hash = tokenHash(value);
	known.set(hash, value);
	return hash;
}

/** What the store gave, with the tokens by which it was asked. */
function shown(given: unknown, known: Known): unknown {
	if (Array.isArray(given)) return given.map((each: unknown) => shown(each, known));
	if (!isFields(given) || typeof given['token'] !== 'string') return given;
	return { ...given, token: known.get(given['token']) ?? given['token'] };
}
