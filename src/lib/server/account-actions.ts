// What is posted on the pages about oneself → done, and the page again with what became of it.
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { changePassword, endOtherSessions, endSession, knowsPassword, rename } from './account.ts';
import { clientOf } from './address.ts';
import { changeAddress } from './address-change.ts';
import { faulty, readForm } from './form.ts';
import {
	addressChangeShape,
	codeShape,
	emptyShape,
	idShape,
	nameShape,
	passwordChangeShape,
	passwordFaults,
	passwordShape
} from './people-forms.ts';
import { personIn } from './person.ts';
import { confirmSecondFactor, endSecondFactor, lessonOf, newBackupCodes, startSecondFactor } from './second-factor.ts';

const done = (what: string): never => redirect(303, `/studio/account?done=${what}`);

export const accountActions = {
	name: async ({ request, locals }: RequestEvent) => {
		const read = await readForm(request, nameShape);
		if (!read.ok) return read.failure;
		await rename(personIn(locals), read.value.name);
		return done('name');
	},
	address: async (event: RequestEvent) => {
		const person = personIn(event.locals);
		const read = await readForm(event.request, addressChangeShape);
		if (!read.ok) return read.failure;
		const { address, password } = read.value;
		const knows = await knowsPassword(person, password, clientOf(event));
		if (knows !== 'yes') return faulty([{ where: 'password', code: knows }], read.typed);
		const result = await changeAddress(person, address, clientOf(event));
		if (result === 'taken' || result === 'too-often') return faulty([{ where: 'address', code: result }], read.typed);
		return done(result === 'mailed' ? 'address-mailed' : 'address');
	},
	password: async (event: RequestEvent) => {
		const person = personIn(event.locals);
		const read = await readForm(event.request, passwordChangeShape);
		if (!read.ok) return read.failure;
		const { password, newPassword } = read.value;
		const faults = passwordFaults(newPassword, [person.name, person.address], 'newPassword');
		if (faults.length > 0) return faulty(faults, read.typed);
		const knows = await knowsPassword(person, password, clientOf(event));
		if (knows !== 'yes') return faulty([{ where: 'password', code: knows }], read.typed);
		await changePassword(person, newPassword);
		return done('password');
	},
	end: async ({ request, locals }: RequestEvent) => {
		const read = await readForm(request, idShape);
		if (!read.ok) return read.failure;
		if (!(await endSession(personIn(locals), read.value.id))) error(404);
		return done('session');
	},
	others: async ({ request, locals }: RequestEvent) => {
		const read = await readForm(request, emptyShape);
		if (!read.ok) return read.failure;
		await endOtherSessions(personIn(locals));
		return done('sessions');
	}
};

const wrongPassword = [{ where: 'password', code: 'wrong-password' }];

export const secondFactorActions = {
	start: async (event: RequestEvent) => {
		const person = personIn(event.locals);
		const read = await readForm(event.request, passwordShape);
		if (!read.ok) return read.failure;
		const knows = await knowsPassword(person, read.value.password, clientOf(event));
		if (knows !== 'yes') return faulty([{ where: 'password', code: knows }], {});
		const lesson = await startSecondFactor(event, person, read.value.password);
		return lesson === null ? faulty(wrongPassword, {}) : { lesson };
	},
	confirm: async (event: RequestEvent) => {
		const person = personIn(event.locals);
		const read = await readForm(event.request, codeShape);
		if (!read.ok) return read.failure;
		const lesson = await lessonOf(person);
		if (lesson === null) redirect(303, '/studio/account/second-factor');
		const codes = await confirmSecondFactor(event, person, read.value.code.replace(/\s/g, ''));
		return codes === null ? fail(422, { faults: [{ where: 'code', code: 'wrong-code' }], lesson }) : { codes };
	},
	codes: async (event: RequestEvent) => {
		const person = personIn(event.locals);
		const read = await readForm(event.request, passwordShape);
		if (!read.ok) return read.failure;
		const knows = await knowsPassword(person, read.value.password, clientOf(event));
		const codes = knows === 'yes' ? await newBackupCodes(event, person, read.value.password) : null;
		return codes === null ? faulty(wrongPassword, {}) : { codes };
	},
	off: async (event: RequestEvent) => {
		const person = personIn(event.locals);
		const read = await readForm(event.request, passwordShape);
		if (!read.ok) return read.failure;
		const knows = await knowsPassword(person, read.value.password, clientOf(event));
		const isOff = knows === 'yes' && (await endSecondFactor(event, person, read.value.password));
		return isOff ? done('second-factor') : faulty(wrongPassword, {});
	}
};
