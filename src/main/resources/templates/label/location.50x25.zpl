^XA^CI28^PW{page.width}^LL{page.height}^LH0,0
^FXjob {job.id}^FS
^FO{mm:x(3)},{mm:y(3)}^BXN,{mm:module(0.625)},200,,,,\,1^FH_^FD{code.matrix}^FS
^FO{mm:x(20)},{mm:y(3)}^A0N,{mm:h(5)},{mm:w(4)}^FH_^FD{place.text(32)}^FS
^FO{mm:x(20)},{mm:y(11)}^A0N,{mm:h(6)},{mm:w(5)}^FH_^FD{check.text(3)}^FS
^FO{mm:x(20)},{mm:y(20.5)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{serial.text(12)}^FS
{#if reprint}
^FO{mm:x(41)},{mm:y(20)}^A0N,{mm:h(2.8)},{mm:w(2.4)}^FH_^FD{mark.text(5)}^FS
{/if}
^PQ1^XZ
