// The report as the server drew it → the same, in which a reader can play. What for is loaded when it is wanted.
import { whenSeen } from './seen.ts';

const section = document.querySelector<HTMLElement>('#what-if');
const path = section?.dataset['path'];

if (section && path) {
	section.hidden = false;
	for (const link of document.querySelectorAll<HTMLElement>('a[href="#what-if"]')) link.hidden = false;
	offerTrial(section, path);
	const place = document.querySelector<HTMLElement>('[data-sliders]');
	// The block around it is watched, since the place has no size while it is empty; a screen ahead, so that nothing jumps.
	if (place?.parentElement) onApproach(place.parentElement, () => void offerSliders(place, path));
}

/** A keyboard goes further than a screen at a step, and would pass what is not there yet: so with its first step too. */
function onApproach(block: HTMLElement, then: () => void): void {
	const leaving = new AbortController();
	const near = () => {
		leaving.abort();
		forget();
		then();
	};
	const forget = whenSeen(block, '100%', near);
	addEventListener('keydown', ({ key }) => key === 'Tab' && near(), { signal: leaving.signal });
}

function offerTrial(section: HTMLElement, path: string): void {
	const details = section.querySelector('details');
	const target = section.querySelector<HTMLElement>('[data-trial]');
	const failed = section.querySelector<HTMLElement>('[data-failed]');
	if (!details || !target || !failed) return;
	const isOwner = section.dataset['owner'] !== undefined;
	let opened = false;
	const show = (isFailed: boolean) => {
		opened = !isFailed;
		target.hidden = isFailed;
		failed.hidden = !isFailed;
	};
	details.addEventListener('toggle', () => {
		if (!details.open || opened) return;
		show(false);
		import('./open-trial.ts').then(({ openTrial }) => openTrial(target, path, isOwner)).catch(() => show(true));
	});
}

/** Without data or script the block stays what it is: complete. */
async function offerSliders(place: HTMLElement, path: string): Promise<void> {
	try {
		const { openSliders } = await import('./open-sliders.ts');
		await openSliders(place, path);
	} catch {
		place.replaceChildren();
	}
}
