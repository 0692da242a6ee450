// A report page of a campaign, drawn by the server → the same, which says what was done on it and copies the link.

const path = document.querySelector<HTMLElement>('[data-did-path]')?.dataset['didPath'];

/** Nothing depends on its arriving. */
function say(kind: string): void {
	if (path) navigator.sendBeacon(path, new Blob([JSON.stringify({ kind })], { type: 'application/json' }));
}

say('opened');

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
	const field = document.querySelector<HTMLInputElement>(`#${button.dataset['copies'] ?? ''}`);
	if (!field || !('clipboard' in navigator)) continue;
	button.hidden = false;
	button.addEventListener('click', () => {
		navigator.clipboard.writeText(field.value).then(
			() => (button.textContent = button.dataset['copied'] ?? button.textContent),
			() => field.select()
		);
	});
}

for (const each of document.querySelectorAll<HTMLElement>('[data-did]')) {
	each.addEventListener(each instanceof HTMLInputElement ? 'copy' : 'click', () => say(each.dataset['did'] ?? ''));
}
