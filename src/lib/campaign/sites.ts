// What somebody pastes as the address of a site → the origin that a browser knows it by.

/** One line each; `https://` may be missing, and what follows the host is dropped. Null: no address of a site. */
export function originOf(pasted: string): string | null {
	const text = pasted.trim();
	const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	if (!URL.canParse(whole)) return null;
	const { origin, hostname } = new URL(whole);
	return /^https?:\/\//.test(origin) && isHost(hostname) ? origin : null;
}

/** Whether browsers can find it; a policy that lists it has no wildcard and no second directive in it. */
export const isHost = (hostname: string): boolean =>
	/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z0-9]$|^localhost$|^\[[0-9a-f:.]+\]$/.test(hostname);

/** The lines in which something is written. */
export const linesOf = (text: string): string[] =>
	text
		.split(/[\n,;]/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
