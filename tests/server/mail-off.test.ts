// Mail that cannot be sent: without a mail server it waits, without a public address there is no link to put into it.
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { adopt } from '#lib/server/env.ts';
import { handlers } from '#lib/server/handlers.ts';
import { log } from '#lib/server/log.ts';
import { canSendMail } from '#lib/server/mail.ts';
import { listed } from '#lib/server/outbox-keeping.ts';
import { shownReminder } from '#lib/server/reminders.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { call, makeWorld, newId, newKey, ORIGIN, saving } from '../support/world.ts';

const world = makeWorld({ SMTP_URL: '' });
afterAll(() => world.stop());
beforeEach(() => set({ SMTP_URL: '', PUBLIC_URL: ORIGIN }));

function set(environment: Readonly<Record<string, string>>): void {
	Object.assign(process.env, environment);
	adopt(3000, ORIGIN);
}

async function completed() {
	const [id, key] = [newId(), newKey()];
	const result = await completeResponse(id, key, saving({}));
	return { id, key, owner: result.kind === 'completed' ? result.report.slice(3) : '' };
}

test('without a mail server a message waits untried, and the log says so without what is in it', async () => {
	const { id, key } = await completed();
	const warn = vi.spyOn(log, 'warn');
	const json = { email: 'somebody@example.org' };
	const reply = await call('POST', `/api/v1/responses/${id}/resume-link`, { key, json });
	expect([reply.status, await reply.json()]).toEqual([202, { sent: false }]);
	expect(await listed('waiting', 10)).toMatchObject([{ kind: 'mail', attempts: 0 }]);
	expect(Object.keys(handlers())).not.toContain('mail');
	expect(warn.mock.calls).toEqual([[{ kind: 'mail' }, 'a message waits in the outbox, because SMTP_URL is not set']]);
	set({ SMTP_URL: 'smtp://127.0.0.1:1' });
	expect(Object.keys(handlers())).toEqual(expect.arrayContaining(['mail', 'reminder']));
});

test('without a public address it is refused with what to do instead', async () => {
	set({ SMTP_URL: 'smtp://127.0.0.1:1', PUBLIC_URL: '' });
	const { id, key, owner } = await completed();
	const before = await listed(null, 100);
	for (const reply of [
		await call('POST', `/api/v1/responses/${id}/resume-link`, { key, json: { email: 'a@example.org' } }),
		await call('POST', `/r/${owner}/reminder`, { json: { email: 'a@example.org', months: 3 } })
	]) {
		expect(reply.status).toBe(409);
		expect(await reply.json()).toMatchObject({
			problems: [{ code: 'no-mail', message: expect.stringContaining('PUBLIC_URL') as string }]
		});
	}
	expect(await listed(null, 100)).toEqual(before);
	expect(await shownReminder(owner, null, true, 'en')).toBeNull();
	expect(canSendMail()).toBe(false);
	expect(await (await call('POST', `/api/v1/responses/${id}/resume-link`, { key })).json()).toHaveProperty('link');
});
