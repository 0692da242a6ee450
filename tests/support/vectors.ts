// The worked cases of the method, by topic.
import { readFileSync } from 'node:fs';

export type Vector<Input, Expected> = {
	readonly id: string;
	readonly topic: string;
	readonly input: Input;
	readonly expected: Expected;
};

const file = new URL('../fixtures/method.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { readonly vectors: readonly Vector<unknown, unknown>[] };

/** All cases of a topic; a topic without cases is a slip of the pen. */
export function vectorsOf<Input, Expected>(topic: string): readonly Vector<Input, Expected>[] {
	const found = vectors.filter((vector) => vector.topic === topic) as readonly Vector<Input, Expected>[];
	if (found.length === 0) throw new Error(`no vectors on ${topic}`);
	return found;
}
