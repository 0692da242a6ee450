// The browser's own storage ⇄ what survives of a survey when the page is closed: who the response is, and every answer.
import { emptyDraft, merge, type Draft } from '#core/survey/draft.ts';
import type { Fields } from '#core/survey/form.ts';
import type { Place } from '#core/survey/walk.ts';
import type { Identity } from './identity.ts';

/** `hash` is the content that was answered; `report` its address, once the answers were sent. */
export type Kept = Partial<Identity> & { readonly hash?: string; readonly report?: string };
export type Visit = Draft & { readonly place?: Place };
export type Early = { readonly milliseconds: number; readonly fields: Fields };

/** Where the answers are kept that are given before the script has started. */
export const earlyName = (instrument: string): string => `bellwether:${instrument}:early`;

export class Keep {
	/** False once the browser refused to keep something: private windows and embedded pages may. */
	works = true;
	readonly #storage: () => Storage;
	readonly #name: string;

	constructor(storage: () => Storage, instrument: string) {
		this.#storage = storage;
		this.#name = `bellwether:${instrument}`;
	}

	get whole(): Kept {
		return this.#read<Kept>(this.#name) ?? {};
	}

	set whole(kept: Kept) {
		this.#write(this.#name, kept);
	}

	visit(id: string): Visit {
		return this.#read<Visit>(this.visitName(id)) ?? emptyDraft;
	}

	/** What another tab has kept meanwhile stays. */
	keepVisit(id: string, draft: Draft, place: Place): void {
		this.#write(this.visitName(id), { ...merge(this.visit(id), draft), place });
	}

	forgetVisit(id: string): void {
		this.#attempt((storage) => storage.removeItem(this.visitName(id)));
	}

	/** Takes what was answered before the script had started; it is there only once. */
	takeEarly(form: HTMLFormElement | null): Early | null {
		const name = `${this.#name}:early`;
		const text = form?.dataset['answers'] ?? this.#attempt((storage) => storage.getItem(name)) ?? null;
		this.#attempt((storage) => storage.removeItem(name));
		const early = parsed<[number, [string, string][]]>(text);
		return Array.isArray(early) ? { milliseconds: early[0], fields: early[1] } : null;
	}

	visitName = (id: string): string => `${this.#name}:${id}`;

	#read<T>(name: string): T | null {
		return parsed<T>(this.#attempt((storage) => storage.getItem(name)) ?? null);
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

/** What stands in our own names was written by us, but possibly by an older version of us: anything unreadable is nothing. */
function parsed<T>(text: string | null): T | null {
	try {
		return text === null ? null : JSON.parse(text);
	} catch {
		return null;
	}
}
