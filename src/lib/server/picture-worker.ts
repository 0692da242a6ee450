// The thread that paints: a share picture or a drawing in, the bytes of its PNG out.
import type { ChartPicture } from '#lib/picture/of-chart.ts';
import type { Picture } from '#lib/picture/picture.ts';
import { drawn, painted, prepare, type Drawing } from './picture-paint.ts';
import { serveJobs } from './worker.ts';

await serveJobs(prepare, (job: Picture | ChartPicture | Drawing) => ('svg' in job ? drawn(job) : painted(job)));
