^XA
^FX 4 x 6 inch, gaps, tear-off, UTF-8; stored in the printer^FS
^PW813^LL1219^MNW^MMT^CI28^JUS
^XZ
