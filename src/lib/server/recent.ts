// What was used last, by key, and no more than so much: the oldest use gives way.

export class Recent<Value> {
	readonly #most: number;
	readonly #weight: (value: Value) => number;
	readonly #values = new Map<string, Value>();

	/** So many values, or as much as they may weigh together; the last is kept whatever it weighs. */
	constructor(most: number, weight: (value: Value) => number = () => 1) {
		this.#most = most;
		this.#weight = weight;
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
		let all = 0;
		for (const each of this.#values.values()) all += this.#weight(each);
		for (const [oldest, each] of this.#values) {
			if (all <= this.#most || this.#values.size === 1) return;
			all -= this.#weight(each);
			this.#values.delete(oldest);
		}
	}

	/** Forgets every value whose key starts with this. */
	forget(start: string): void {
		for (const key of this.#values.keys()) if (key.startsWith(start)) this.#values.delete(key);
	}
}
