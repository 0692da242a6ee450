// The OpenAPI document → the rows that the page for developers shows, with the examples beside them.
import hubspot from './examples/hubspot-node.txt?raw';
import node from './examples/verify-node.txt?raw';
import python from './examples/verify-python.txt?raw';
import { operations, type Operation } from './api-operations.ts';
import { readQuery, responsesQuery } from './api-queries.ts';
import { openapi } from './openapi.ts';
import { toldOf } from './replies.ts';
import { examples } from './webhook-examples.ts';

type Schema = {
	readonly $ref?: string;
	readonly type?: string | readonly string[];
	readonly format?: string;
	readonly const?: unknown;
	readonly enum?: readonly unknown[];
	readonly description?: string;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: Schema | boolean;
	readonly items?: Schema;
	readonly prefixItems?: readonly Schema[];
	readonly anyOf?: readonly Schema[];
};

/** One field of a body: `data.response.id`, its type in JSON Schema's words, and what it is. */
type FieldRow = {
	readonly path: string;
	readonly type: string;
	readonly isOptional: boolean;
	readonly about: string;
};

type Document = {
	readonly paths: Readonly<
		Record<
			string,
			Readonly<
				Record<
					string,
					{
						readonly parameters?: readonly {
							readonly name: string;
							readonly in: string;
							readonly description?: string;
						}[];
					}
				>
			>
		>
	>;
	readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const DEPTH = 4;

export function developerPage(origin: string) {
	const document = openapi(origin) as unknown as Document;
	const rows = (id: string): readonly FieldRow[] => {
		const schema = document.components.schemas[id];
		return schema === undefined ? [] : [...fieldsIn(document, schema, '', 0)];
	};
	const shown = (operation: Operation) => {
		const { id, method, route, summary, about, key, refusals, body, replies } = operation;
		const path = route.replaceAll(/\[(\w+)\]/g, '{$1}');
		const name = id.slice(0, 1).toUpperCase() + id.slice(1);
		return {
			id,
			method: method.toUpperCase(),
			path,
			summary,
			about,
			key,
			refusals,
			query: (document.paths[path]?.[method]?.parameters ?? []).filter((parameter) => parameter.in === 'query'),
			body: body === undefined ? [] : rows(`${name}Request`),
			reply: replies[200] ? rows(`${name}Reply`) : []
		};
	};
	const all = operations.map(shown);
	const mistyped = readQuery(responsesQuery, new URL('/api/v1/responses?limt=10', origin));
	return {
		origin,
		keyed: all.filter(({ key }) => key.includes(':')),
		open: all.filter(({ key }) => !key.includes(':')),
		events: Object.entries(examples()).map(([event, payload]) => ({
			event,
			fields: rows(event),
			example: JSON.stringify(payload, null, 2)
		})),
		refusal: JSON.stringify(toldOf(mistyped.ok ? [] : mistyped.problems), null, 2),
		code: { node, python, hubspot }
	};
}

/** The fields of a schema, each followed by those inside it. */
function* fieldsIn(document: Document, given: Schema, path: string, depth: number): Generator<FieldRow> {
	const schema = inside(document, given);
	for (const [name, field] of Object.entries(schema.properties ?? {})) {
		const own = resolved(document, field);
		const at = path === '' ? name : `${path}.${name}`;
		const inner = isList(own) ? `${at}[]` : byId(own) === null ? at : `${at}.{id}`;
		const isOptional = schema.required?.includes(name) === false;
		yield { path: at, type: typeOf(document, own), isOptional, about: field.description ?? own.description ?? '' };
		if (depth < DEPTH) yield* fieldsIn(document, own, inner, depth + 1);
	}
}

const isList = ({ items }: Schema): boolean => items !== undefined;

/** What stands under each key of an object whose keys are ids. */
const byId = ({ additionalProperties: under }: Schema): Schema | null => (typeof under === 'object' ? under : null);

/** What holds the fields of a list, of something that may be null, or of an object whose keys are ids. */
function inside(document: Document, given: Schema): Schema {
	const schema = resolved(document, given);
	if (schema.properties !== undefined) return schema;
	const each = schema.items ?? byId(schema);
	if (each !== null) return inside(document, each);
	const one = schema.anyOf?.map((each) => resolved(document, each)).filter(({ type }) => type !== 'null');
	return one?.length === 1 && one[0] ? inside(document, one[0]) : {};
}

const resolved = ({ components }: Document, schema: Schema): Schema =>
	schema.$ref === undefined
		? schema
		: { ...components.schemas[schema.$ref.split('/').at(-1) ?? ''], description: schema.description };

function typeOf(document: Document, given: Schema): string {
	const schema = resolved(document, given);
	if (schema.const !== undefined) return JSON.stringify(schema.const);
	if (schema.enum !== undefined) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
	if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map((each) => typeOf(document, each)))].join(' | ');
	const parts = schema.prefixItems?.map((each) => typeOf(document, each));
	if (parts !== undefined) return `array of ${parts.length}: ${[...new Set(parts)].join(', ')}`;
	if (schema.items !== undefined) return `array of ${typeOf(document, schema.items)}`;
	const under = byId(schema);
	if (under !== null) return `object of ${typeOf(document, under)} by id`;
	return schema.format ?? [schema.type ?? 'any'].flat().join(' | ');
}
