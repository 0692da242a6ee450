// Text from outside → a mail address that can stand in an envelope and a header, or not.
import { z } from 'zod';

/** One plain address: no name, no list, no comment, no line break, nothing that a mail server could read as more. */
export const mailAddress = z.email().max(254);
