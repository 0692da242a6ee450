// The thread that prints: a report in, the bytes of its PDF out. Typesetting would hold up every other request.
import type { PdfJob } from './pdf.ts';
import { prepare, printed } from './pdf-print.ts';
import { serveJobs } from './worker.ts';

await serveJobs(prepare, ({ report, theme }: PdfJob) => printed(report, theme));
