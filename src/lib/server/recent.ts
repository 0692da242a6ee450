// What was used last, by key, and no more than so many: the oldest use gives way.

export class Recent<Value> {
	readonly #most: number;
	readonly #values = new Map<string, Value>();

	constructor(most: number) {
		this.#most = most;
	}

	get(key: string): Value | undefined {
		const value = this.#values.get(key);
		if (value === undefined) return undefined;
		this.#values.delete(key);
		this.#values.set(key, value);
		return value;
	}

	set(key: string, value: Value): void {
		this.#values.delete(key);
		this.#values.set(key, value);
		const [oldest] = this.#values.keys();
		if (this.#values.size > this.#most && oldest !== undefined) this.#values.delete(oldest);
	}

	/** Forgets every value whose key starts with this. */
	forget(start: string): void {
		for (const key of this.#values.keys()) if (key.startsWith(start)) this.#values.delete(key);
	}
}
