// The browser's own storage ⇄ what survives of a survey when the page is closed: who the response is, and every answer.
import { merge, type Draft } from '#core/survey/draft.ts';
import type { Fields } from '#core/survey/form.ts';
import type { Occasion } from '#core/survey/occasion.ts';
import type { Place } from '#core/survey/walk.ts';
import { draftOf, fieldsOf, membersOf, parsed, placeOf, secondsIn, textOf } from './shape.ts';

/** `hash` is the content that was answered; `report` its address, once the answers were sent. */
export type Kept = {
	readonly id?: string | undefined;
	readonly key?: string | undefined;
	readonly hash?: string | undefined;
	readonly report?: string | undefined;
};
/** `seconds`: how long each section was looked at. */
export type Visit = Draft & {
	readonly place?: Place | undefined;
	readonly seconds: Readonly<Record<string, number>>;
};
export type Early = { readonly milliseconds: number; readonly fields: Fields };

/** Under which name a survey is kept here: each campaign, each trial of one, and each invitation, by itself. */
export function surveyName(
	instrument: string,
	{ campaign, preview, invitation }: Pick<Occasion, 'campaign' | 'preview'> & Partial<Pick<Occasion, 'invitation'>>
): string {
	if (invitation) return `${instrument}#${invitation.name}`;
	return `${instrument}${campaign === null ? '' : `@${campaign}`}${preview ? '~' : ''}`;
}

/** Where the answers are kept that are given before the script has started. */
export const earlyName = (survey: string): string => `bellwether:${survey}:early`;

export class Keep {
	/** False once the browser refused to keep something: private windows and embedded pages may. */
	works = true;
	readonly #storage: () => Storage;
	/** Where it is kept who the response is. */
	readonly name: string;

	/** @param survey as `surveyName` has it */
	constructor(storage: () => Storage, survey: string) {
		this.#storage = storage;
		this.name = `bellwether:${survey}`;
	}

	get whole(): Kept {
		const { id, key, hash, report } = membersOf(this.#read(this.name));
		return { id: textOf(id), key: textOf(key), hash: textOf(hash), report: textOf(report) };
	}

	set whole(kept: Kept) {
		this.#write(this.name, kept);
	}

	visit(id: string): Visit {
		const visit = this.#read(this.visitName(id));
		const { place, seconds } = membersOf(visit);
		return { ...draftOf(visit), place: placeOf(place), seconds: secondsIn(seconds) };
	}

	/** What another tab has kept meanwhile stays. */
	keepVisit(id: string, { answers, place, seconds }: Visit): void {
		this.#write(this.visitName(id), { ...merge(this.visit(id), { answers }), place, seconds });
	}

	forgetVisit(id: string): void {
		this.#attempt((storage) => storage.removeItem(this.visitName(id)));
	}

	/** Takes what was answered before the script had started; it is there only once. */
	takeEarly(form: HTMLFormElement | null): Early | null {
		const name = `${this.name}:early`;
		const early = parsed(form?.dataset['answers']) ?? this.#read(name);
		this.#attempt((storage) => storage.removeItem(name));
		const [milliseconds, fields] = Array.isArray(early) ? (early as readonly unknown[]) : [];
		return typeof milliseconds === 'number' ? { milliseconds, fields: fieldsOf(fields) } : null;
	}

	visitName = (id: string): string => `${this.name}:${id}`;

	#read(name: string): unknown {
		return parsed(this.#attempt((storage) => storage.getItem(name)));
	}

	#write(name: string, value: unknown): void {
		this.works = this.#attempt((storage) => (storage.setItem(name, JSON.stringify(value)), true)) ?? false;
	}

	#attempt<T>(use: (storage: Storage) => T): T | undefined {
		try {
			return use(this.#storage());
		} catch {
			return undefined;
		}
	}
}
