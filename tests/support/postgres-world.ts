// Before a file of tests that speaks of storage: an empty PostgreSQL database, named where the program looks for it.
import { inject } from 'vitest';
import { newDatabase } from './postgres.ts';

process.env['DATABASE_URL'] = await newDatabase(inject('postgres'));
