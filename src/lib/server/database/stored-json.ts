// The text of a JSON column → what this program wrote into it. Never for anything that comes from outside.

export const storedJson = <T>(text: string): T => JSON.parse(text) as T;
