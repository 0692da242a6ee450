// Nine people of one client, of whom one never answers: who they are, and what the others say.
import { readFileSync } from 'node:fs';
import { randomBytes, randomUUID } from 'node:crypto';

export type Nine = {
	readonly name: string;
	readonly address: string;
	readonly role: 'sales-leader' | 'first-line-manager' | 'seller';
	/** The journey whose answers they give; null: none. */
	readonly says: 'strong-house' | 'weak-everywhere' | null;
};

const person = (name: string, role: Nine['role'], says: Nine['says']): Nine => ({
	name,
	address: `${name.split(' ')[0]?.toLowerCase()}@client.example`,
	role,
	says
});

/** Managers see a strong house, sellers a weak one. */
export const nine: readonly Nine[] = [
	person('Lena Lead', 'sales-leader', 'strong-house'),
	person('Max Maas', 'first-line-manager', 'strong-house'),
	person('Mia Moor', 'first-line-manager', 'strong-house'),
	person('Sam Sand', 'seller', 'weak-everywhere'),
	person('Sia Stone', 'seller', 'weak-everywhere'),
	person('Sol Sole', 'seller', 'weak-everywhere'),
	person('Sue Surf', 'seller', 'weak-everywhere'),
	person('Sid Silk', 'seller', 'weak-everywhere'),
	person('Nora Never', 'seller', null)
];

/** What a journey answers, told by somebody in this role. */
function given(journey: string, role: Nine['role']): Readonly<Record<string, unknown>> {
	const file = new URL(`../journeys/${journey}.json`, import.meta.url);
	const { answers } = JSON.parse(readFileSync(file, 'utf8')) as { answers: Record<string, unknown> };
	return { ...answers, role };
}

/** Completes through the API with the token of a personal link, as a browser would at the end. */
export async function answersBy(origin: string, link: string, who: Nine, says: string): Promise<void> {
	const invitation = new URL(link).pathname.split('/')[2];
	const marks = Object.entries(given(says, who.role)).map(([question, value]) => [question, { value, at: 1 }]);
	// As fast as a program: a timing like a reader's keeps the quality flags out of it.
	const timing = { 'about-you': 60, 'strategic-alignment': 600 };
	const reply = await fetch(`${origin}/api/v1/responses/${randomUUID()}/complete`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${randomBytes(24).toString('base64url')}`,
			'content-type': 'application/json'
		},
		body: JSON.stringify({
			...{ instrument: 'sales-velocity', version: '1.0.0', invitation, timing },
			answers: Object.fromEntries(marks) as object
		})
	});
	if (!reply.ok) throw new Error(`${who.name}: ${reply.status} ${await reply.text()}`);
}
