// Reads {"bcid":…,"text":…} line by line and answers each with "ok", with what bwip-js has against it, or, when the
// question has a "png", with the file written. Started by the profile "oracle".
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { writeFileSync } from 'node:fs';

const bwipjs = createRequire(process.argv[2] + '/')('bwip-js');

for await (const line of createInterface({ input: process.stdin })) {
  const { bcid, text, png, options } = JSON.parse(line);
  try {
    if (png) {
      writeFileSync(png, await bwipjs.toBuffer({ bcid, text, scale: 3, backgroundcolor: 'FFFFFF', padding: 12, ...options }));
    } else {
      bwipjs.raw({ bcid, text });
    }
    console.log('ok');
  } catch (e) {
    console.log(String(e.message || e).replace(/\s+/g, ' '));
  }
}
