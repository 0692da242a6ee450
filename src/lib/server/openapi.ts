// The operations and their schemas → one OpenAPI 3.1 document.
import { z } from 'zod';
import { operations, type Operation } from './api-operations.ts';
import { problemsReply } from './api-public-shapes.ts';
import { engagementShape, leadShape, payloadShapes, responseShape, resultShape } from './api-shapes.ts';

type Json = Readonly<Record<string, unknown>>;

const REFUSALS: Readonly<Record<number, string>> = {
	400: 'The body is not JSON.',
	401: 'A key is missing, or not valid.',
	404: 'There is nothing here for this key.',
	409: 'It is too late for this, or nobody asks for it.',
	413: 'The body is too large.',
	422: 'Something in it is wrong.',
	429: 'Too often: wait as long as Retry-After says.'
};

const ref = (id: string): Json => ({ $ref: `#/components/schemas/${id}` });

/** `origin` is where it is served. */
export function openapi(origin: string): Json {
	return {
		openapi: '3.1.1',
		info: {
			title: 'Bellwether',
			version: '1',
			description:
				'What is refused is refused with a list of problems. Unknown keys and parameters are refused. Times are ISO 8601 in UTC. 503 with Retry-After: the store is away for a while.'
		},
		servers: [{ url: origin }],
		paths: paths(),
		webhooks: Object.fromEntries(Object.keys(payloadShapes).map((event) => [event, webhook(event)])),
		components: {
			schemas: schemas(),
			responses: Object.fromEntries(
				Object.entries(REFUSALS).map(([status, description]) => [
					`Refused${status}`,
					{ description, content: { 'application/json': { schema: ref('Problems') } } }
				])
			),
			securitySchemes: {
				apiKey: { type: 'http', scheme: 'bearer', description: 'A key from the studio, with the scope that is named.' },
				editKey: { type: 'http', scheme: 'bearer', description: 'The key that the client made for this response.' }
			}
		}
	};
}

function paths(): Json {
	const all: Record<string, Record<string, Json>> = {};
	for (const operation of operations) {
		const path = operation.route.replaceAll(/\[(\w+)\]/g, '{$1}');
		(all[path] ??= {})[operation.method] = described(operation);
	}
	return all;
}

function described({ id, route, summary, about, key, query, body, replies, refusals }: Operation): Json {
	const inPath = [...route.matchAll(/\[(\w+)\]/g)].map(([, name]) => ({
		name,
		in: 'path',
		required: true,
		schema: name === 'id' ? { type: 'string', format: 'uuid' } : { type: 'string' }
	}));
	const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => {
		const { description, ...rest } = plain(z.toJSONSchema(schema, { io: 'input' }));
		return { name, in: 'query', required: false, description, schema: rest };
	});
	return {
		operationId: id,
		summary,
		description: about,
		security: key === 'none' ? [] : [key === 'edit' ? { editKey: [] } : { apiKey: [key] }],
		...(inPath.length + inQuery.length > 0 ? { parameters: [...inPath, ...inQuery] } : {}),
		...(body === undefined ? {} : { requestBody: { required: true, content: json(ref(nameOf(id, 'Request'))) } }),
		responses: {
			...Object.fromEntries(
				Object.entries(replies).map(([status, schema]) => [
					status,
					status === '204'
						? { description: 'Done.' }
						: { description: 'Done.', content: json(schema === null ? { type: 'object' } : ref(nameOf(id, status))) }
				])
			),
			...Object.fromEntries(refusals.map((status) => [status, { $ref: `#/components/responses/Refused${status}` }]))
		}
	};
}

const webhook = (event: string): Json => ({
	post: {
		operationId: event,
		summary: event,
		requestBody: { required: true, content: json(ref(event)) },
		responses: {
			'2XX': { description: 'Received.' },
			410: { description: 'Never again: the webhook is switched off.' }
		}
	}
});

const json = (schema: Json): Json => ({ 'application/json': { schema } });

/** `listLeads` and `200` → `ListLeadsReply`; a second status is named. */
const nameOf = (id: string, what: string): string => {
	const name = id.slice(0, 1).toUpperCase() + id.slice(1);
	return what === '200' ? `${name}Reply` : `${name}${what === 'Request' ? what : `Reply${what}`}`;
};

/** Requests as they are taken, replies as they are given; shapes that several have stand once. */
function schemas(): Json {
	const taken = z.registry<{ id: string }>();
	const given = z.registry<{ id: string }>();
	given.add(problemsReply, { id: 'Problems' });
	for (const [id, schema] of Object.entries({
		Response: responseShape,
		Result: resultShape,
		Lead: leadShape,
		Engagement: engagementShape
	}))
		given.add(schema, { id });
	for (const [id, schema] of Object.entries(payloadShapes)) given.add(schema, { id });
	// A schema that two operations share has one name in a registry: each operation gets its own copy.
	for (const { id, body, replies } of operations) {
		if (body !== undefined) taken.add(body.clone(), { id: nameOf(id, 'Request') });
		for (const [status, schema] of Object.entries(replies))
			if (schema !== null) given.add(schema.clone(), { id: nameOf(id, status) });
	}
	const uri = (id: string): string => `#/components/schemas/${id}`;
	const inputs = z.toJSONSchema(taken, { uri, io: 'input', unrepresentable: 'any' });
	const outputs = z.toJSONSchema(given, { uri, unrepresentable: 'any' });
	return Object.fromEntries(
		Object.entries({ ...inputs.schemas, ...outputs.schemas }).map(([id, schema]) => [id, plain(schema)])
	);
}

/** Without what only a document of its own needs. */
const plain = ({ $schema: _, $id: __, ...schema }: Json): Json => schema;
