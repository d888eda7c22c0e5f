// A scanner types: what ends a scan, and the separator, would be lost in a field. They are written as their pictures.
'use strict';
const PICTURES = { Enter: '\u240d', Tab: '\u2409', F8: '\u241d' };
const IDLE_MILLIS = 250;
const fields = [...document.querySelectorAll('form input[name^=S]:not([type])')];
let timer = 0;

const next = (field) => {
  clearTimeout(timer);
  const after = fields[fields.indexOf(field) + 1];
  (after || document.querySelector('button')).focus();
};

for (const field of fields) {
  field.addEventListener('keydown', (event) => {
    const control = event.ctrlKey && (event.key === ']' || event.code === 'BracketRight');
    const linefeed = event.ctrlKey && event.key.toLowerCase() === 'j';
    const picture = control ? '\u241d' : linefeed ? '\u240a' : PICTURES[event.key];
    if (!picture || (event.key === 'Tab' && (event.shiftKey || field.value === ''))) {
      return;
    }
    event.preventDefault();
    field.value += picture;
    // the end of one of ten quick scans is not the end of the field
    if (picture !== '\u241d' && field.name !== 'S8') {
      clearTimeout(timer);
      timer = setTimeout(next, IDLE_MILLIS, field);
    }
  });
  field.addEventListener('paste', (event) => {
    const text = event.clipboardData.getData('text');
    event.preventDefault();
    field.value += text.replace(/\r/g, '\u240d').replace(/\n/g, '\u240a').replace(/\t/g, '\u2409').replace(/\u001d/g, '\u241d');
  });
  field.addEventListener('focus', () => field.select());
}
// the result is to be read first
if (!document.querySelector('.result')) {
  fields[0].focus();
}
