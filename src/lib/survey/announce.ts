// How far a survey is → events of its document, for whatever stands around the survey and knows nothing of its machine.

declare global {
	interface DocumentEventMap {
		/** There are answers. */
		'survey:started': CustomEvent<undefined>;
		/** Another section is shown; they count from 1. */
		'survey:progress': CustomEvent<{ readonly section: number; readonly of: number }>;
		/** The address of the report. Whoever prevents the event shows the report in another way. */
		'survey:completed': CustomEvent<string>;
	}
}

type News = Pick<DocumentEventMap, 'survey:started' | 'survey:progress' | 'survey:completed'>;

/** Whether nobody prevented what comes by itself. */
export function announce<Name extends keyof News>(name: Name, detail?: News[Name]['detail']): boolean {
	return document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
}
