// The cookies that better-auth wants to set → set by the framework, with the attributes that they came with.
import type { Cookies } from '@sveltejs/kit';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';

export function takeCookies(cookies: Cookies, headers: Headers): void {
	for (const line of headers.getSetCookie()) {
		for (const [name, given] of parseSetCookieHeader(line)) {
			const { secure = false, httpOnly = false, path = '/', ...options } = toCookieOptions(given);
			cookies.set(name, given.value, { ...options, path, secure, httpOnly });
		}
	}
}
