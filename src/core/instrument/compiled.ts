// An instrument as the checks see it: compiled, but not yet hashed.
import type { Instrument } from './instrument.ts';

export type Compiled = Omit<Instrument, 'hash'>;
