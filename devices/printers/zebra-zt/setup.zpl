^XA
^FX 4 x 6 inch at 300 dots an inch, gaps, ribbon, tear-off, UTF-8; stored in the printer^FS
^PW1200^LL1800^MNW^MTT^MMT^CI28^JUS
^XZ
