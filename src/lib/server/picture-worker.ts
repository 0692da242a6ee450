// The thread that paints: a share picture or a drawing in, the bytes of its PNG out.
import type { AnyPicture } from '#lib/picture/svg.ts';
import { drawn, painted, prepare, type Drawing } from './picture-paint.ts';
import { serveJobs } from './worker.ts';

await serveJobs(prepare, (job: AnyPicture | Drawing) => ('svg' in job ? drawn(job) : painted(job)));
