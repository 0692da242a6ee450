// The thread that paints: a share picture in, the bytes of its PNG out.
import { painted, prepare } from './picture-paint.ts';
import { serveJobs } from './worker.ts';

await serveJobs(prepare, painted);
