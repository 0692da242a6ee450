// The thread that prints: a report or another paper in, the bytes of its PDF out. Typesetting would hold up every other request.
import type { PdfJob } from './pdf.ts';
import { prepare, printed, printedPaper } from './pdf-print.ts';
import { serveJobs } from './worker.ts';

await serveJobs(prepare, (job: PdfJob) =>
	'report' in job ? printed(job.report, job.theme) : printedPaper(job.paper, job.date, job.theme)
);
