// A statistic → as many digits as the study tells: the same on every machine.

export const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
