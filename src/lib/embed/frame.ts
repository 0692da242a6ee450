// A page in a frame that is as high as the page: what a browser does by itself in a window is said to the page around it.
import '#lib/survey/announce.ts';
import { tell } from './parent.ts';

const { documentElement: root } = document;

/** A report's own page, which here is shown in the frame. */
const report = /^\/r\/[\w-]+$/;
const shown = '/embed/r/';

new ResizeObserver(() => tell({ bellwether: 'height', height: root.getBoundingClientRect().height })).observe(root);

/** The heading of what has just come stands for all of it. */
function show(target: Element): void {
	const top = target.matches('h1') ? 0 : target.getBoundingClientRect().top - root.getBoundingClientRect().top;
	tell({ bellwether: 'show', top: Math.max(0, top) });
}

// The report stands where the last questions stood; a survey waits until somebody comes to it.
if (location.pathname.startsWith(shown)) show(root.querySelector('h1') ?? root);

document.addEventListener('focusin', ({ target }) => {
	if (target instanceof Element) show(target);
});

// Keys that are pressed here are not heard outside, where the dialog is.
document.addEventListener('keydown', ({ key, defaultPrevented }) => {
	if (key === 'Escape' && !defaultPrevented) tell({ bellwether: 'close' });
});

document.addEventListener('click', (event) => {
	const link = event.target instanceof Element ? event.target.closest('a') : null;
	if (!link || link.target === '_blank') return;
	const place = link.hash !== '' && link.pathname === location.pathname && document.getElementById(link.hash.slice(1));
	if (place || report.test(link.pathname)) event.preventDefault();
	if (place) {
		place.scrollIntoView({ behavior: 'instant' });
		show(place);
	} else if (report.test(link.pathname)) showReport(link.pathname);
	else {
		link.target = '_blank';
		link.rel = 'noopener';
	}
});

document.addEventListener('submit', (event) => {
	const { submitter, defaultPrevented } = event;
	if (defaultPrevented) return;
	// Answering anew is the survey's own form, which otherwise opens another tab.
	const isAnew = submitter instanceof HTMLButtonElement && submitter.value === 'again';
	// In a sandbox without an origin nothing that is posted counts as meant: that is for the report's own page.
	const isNobody = self.origin === 'null' && location.pathname.startsWith(shown);
	if (isAnew || isNobody) event.preventDefault();
	if (isAnew) location.reload();
	else if (isNobody) window.open(location.pathname.replace('/embed', ''), '_blank', 'noopener');
});

let isOver = false;
document.addEventListener('survey:started', () => tell({ bellwether: 'started' }));
document.addEventListener('survey:progress', ({ detail }) => tell({ bellwether: 'progress', ...detail }));
document.addEventListener('survey:completed', (event) => {
	event.preventDefault();
	// Whatever changes in a survey that is over says it again.
	if (isOver) return;
	isOver = true;
	tell({ bellwether: 'completed' });
	showReport(event.detail);
});

/** In this frame, which still has to know the page around it. */
function showReport(path: string): void {
	const opened = new URLSearchParams(location.search);
	const query = new URLSearchParams();
	for (const name of ['origin', 'scheme']) query.set(name, opened.get(name) ?? '');
	location.assign(`/embed${path}?${query}`);
}
