// What the page knows of the reminder that an owner has set or may set.

export type ReminderState = {
	/** As the reader writes it; null: none is set. */
	readonly date: string | null;
	/** Whether mail can be sent. */
	readonly canSet: boolean;
	/** Why it was not set just now. */
	readonly refused: 'unfit' | 'later' | null;
};
