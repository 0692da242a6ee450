// An element → something that is done once it comes near the window.

/** Runs once, as soon as the element is within `margin` of what is seen; the function given back calls it off. */
export function whenSeen(element: Element, margin: string, then: () => void): () => void {
	const observer = new IntersectionObserver(
		(entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			observer.disconnect();
			then();
		},
		{ rootMargin: margin }
	);
	observer.observe(element);
	return () => observer.disconnect();
}
