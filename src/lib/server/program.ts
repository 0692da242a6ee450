// Which version of the program this is.
import { version } from '../../../package.json';

export const program: string = version;
