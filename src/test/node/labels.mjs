// Reads {"zpl":…,"width":mm,"height":mm,"dotsPerMm":8|12|24,"png":file} line by line, draws each label with zpl-renderer-js
// and answers "ok" or what went wrong. Started by the profile "oracle".
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { writeFileSync } from 'node:fs';

const { ready } = createRequire(process.argv[2] + '/')('zpl-renderer-js');
const { api } = await ready;

for await (const line of createInterface({ input: process.stdin })) {
  const { zpl, width, height, dotsPerMm, png } = JSON.parse(line);
  try {
    const [picture] = await api.zplToBase64MultipleAsync(zpl, width, height, dotsPerMm);
    writeFileSync(png, Buffer.from(picture, 'base64'));
    console.log('ok');
  } catch (e) {
    console.log(String(e.message || e).replace(/\s+/g, ' '));
  }
}
// the renderer keeps the process alive
process.exit(0);
