// Why the program cannot start, as lines for the person who started it. Thrown at start only.

export class CannotStart extends Error {
	override readonly name = 'CannotStart';
}
