// What is posted by somebody who is not signed in yet → done, and on to the next page.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { clientOf } from './address.ts';
import { confirmAddress } from './address-change.ts';
import { faulty, readForm } from './form.ts';
import { invitationOf } from './invitation-rows.ts';
import { accept } from './invitations.ts';
import { waitToTryCode } from './limits.ts';
import { canSendMail } from './mail.ts';
import {
	addressShape,
	codeShape,
	joinShape,
	newPasswordShape,
	passwordFaults,
	setUpShape,
	signInShape
} from './people-forms.ts';
import { recover, recovering, requestRecovery } from './recovery.ts';
import { setUp } from './set-up.ts';
import { secondStep, signIn, type SignedIn } from './sign-in.ts';
import { wayBack } from './studio-door.ts';

const toOf = ({ url }: RequestEvent): string => wayBack(url.searchParams.get('to'));

const refusal = ({ kind }: SignedIn, typed: Readonly<Record<string, string>>) =>
	faulty([{ where: '', code: kind }], typed, kind === 'too-often' ? 429 : 422);

export async function postSignIn(event: RequestEvent) {
	const read = await readForm(event.request, signInShape);
	if (!read.ok) return read.failure;
	const result = await signIn(event, read.value, clientOf(event));
	if (result.kind === 'signed-in') redirect(303, toOf(event));
	if (result.kind === 'second-step') redirect(303, `/studio/second-step?to=${encodeURIComponent(toOf(event))}`);
	return refusal(result, read.typed);
}

export async function postSecondStep(event: RequestEvent) {
	const read = await readForm(event.request, codeShape);
	if (!read.ok) return read.failure;
	const result = await secondStep(event, read.value.code, clientOf(event));
	if (result.kind === 'signed-in') redirect(303, toOf(event));
	return result.kind === 'refused'
		? faulty([{ where: 'code', code: 'wrong-code' }], read.typed)
		: refusal(result, read.typed);
}

export async function postSetUp(event: RequestEvent) {
	const read = await readForm(event.request, setUpShape);
	if (!read.ok) return read.failure;
	const { token, ...owner } = read.value;
	const faults = passwordFaults(owner.password, [owner.name, owner.address]);
	if (faults.length > 0) return faulty(faults, read.typed);
	if ((await waitToTryCode(clientOf(event))) > 0) return refusal({ kind: 'too-often', seconds: 1 }, read.typed);
	const result = await setUp(token, owner);
	if (result === 'refused') return faulty([{ where: 'token', code: 'wrong-token' }], read.typed);
	if (result === 'done') await signIn(event, owner, clientOf(event));
	redirect(303, '/studio');
}

/** The same answer for every address. */
export async function postRecovery(event: RequestEvent) {
	const read = await readForm(event.request, addressShape);
	if (!read.ok) return read.failure;
	if (canSendMail()) await requestRecovery(read.value.address, clientOf(event));
	return { isAsked: true };
}

export async function postNewPassword(event: RequestEvent) {
	const token = event.params['token'] ?? '';
	const read = await readForm(event.request, newPasswordShape);
	if (!read.ok) return read.failure;
	const person = await recovering(token);
	const faults = person === null ? [] : passwordFaults(read.value.password, [person.name, person.address]);
	if (faults.length > 0) return faulty(faults, read.typed);
	const isDone = person !== null && (await recover(token, read.value.password));
	redirect(303, isDone ? '/studio/sign-in?done=password' : event.url.pathname);
}

export async function postJoin(event: RequestEvent) {
	const token = event.params['token'] ?? '';
	const read = await readForm(event.request, joinShape);
	if (!read.ok) return read.failure;
	const invitation = await invitationOf(token);
	const { name, password } = read.value;
	const faults = invitation === null ? [] : passwordFaults(password, [name, invitation.address]);
	if (faults.length > 0) return faulty(faults, read.typed);
	const joined = invitation === null ? null : await accept(token, { name, password });
	if (joined === null) redirect(303, event.url.pathname);
	await signIn(event, { ...joined, password }, clientOf(event));
	redirect(303, '/studio');
}

export async function postConfirmation({ params, url }: RequestEvent) {
	const isDone = await confirmAddress(params['token'] ?? '');
	redirect(303, isDone ? '/studio/sign-in?done=address' : url.pathname);
}
