import { createServer } from 'vite';
import { writeFileSync } from 'node:fs';
const [,, dir, count, port, pictures] = process.argv;
process.env.DATA_DIR = dir;
const server = await createServer({ root: '/work/main', server: { port: Number(port), host: '127.0.0.1', strictPort: true, hmr: false, watch: null }, logLevel: 'error' });
await server.listen();
if (Number(count) > 0) {
const crowd = await server.ssrLoadModule('/tests/support/benchmark-crowd.ts');
const { flagship } = await server.ssrLoadModule('/tests/support/flagship.ts');
const { buildEdition } = await server.ssrLoadModule('/src/lib/server/edition-building.ts');
await crowd.contributeCrowd(Number(count));
const e = await buildEdition(flagship, new Date());
console.log(e?.id, e?.cells.length); }
if (pictures) {
 const sp = await server.ssrLoadModule('/src/lib/server/study-page.ts');
 const pp = await server.ssrLoadModule('/src/lib/server/picture-paint.ts');
 for (const id of pictures.split(',')) { const pic = await sp.studyPicture('sales-velocity', id, 'https://survey.example.com'); if (!pic) { console.log('none', id); continue; } writeFileSync(`/tmp/shots-c/pic-${id}.png`, await pp.painted(pic)); }
}
console.log('ready', process.pid);
