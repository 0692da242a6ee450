// What is being typed into a field, until it is a value and the field is left: "12.50" stays "12.50" while it grows.
import type { Value } from '#core/instrument/value.ts';

type Field = {
	/** The value that stands, as text. */
	readonly standing: () => string;
	/** The value of what was typed; null where there is none. */
	readonly read: (text: string) => Value | null;
	readonly fits: (value: Value) => boolean;
	readonly answer: (value: Value | null) => void;
};

export class Typing {
	readonly #field: Field;
	#typed = $state<string | null>(null);
	#left = $state(false);

	constructor(field: Field) {
		this.#field = field;
	}

	get shown(): string {
		return this.#typed ?? this.#field.standing();
	}

	/** Something stands in the field that is no answer. */
	get unfit(): boolean {
		const value = this.#typed === null ? null : this.#field.read(this.#typed);
		return value !== null && !this.#field.fits(value);
	}

	/** Nobody is corrected before they have finished. */
	get complains(): boolean {
		return this.#left && this.unfit;
	}

	input = (text: string): void => {
		this.#typed = text;
		const value = this.#field.read(text);
		this.#field.answer(value !== null && this.#field.fits(value) ? value : null);
	};

	leave = (): void => {
		this.#left = true;
		if (!this.unfit) this.#typed = null;
	};
}
