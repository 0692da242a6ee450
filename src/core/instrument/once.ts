// A function of an object that nobody changes → the same function, worked out once for each object.

/** Keeps what `make` gives for as long as the object itself lives. */
export function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
	const made = new WeakMap<K, { readonly value: V }>();
	return (key) => {
		const known = made.get(key);
		if (known !== undefined) return known.value;
		const value = make(key);
		made.set(key, { value });
		return value;
	};
}
