^XA^CI28^PW{page.width}^LL{page.height}^LH0,0
^FXjob {job.id}^FS
^FO{mm:x(6)},{mm:y(2.5)}^BY{mm:bar(0.375)}^BCN,{mm:len(11)},N,N,N^FH_^FD{code.code128}^FS
^FO{mm:x(6)},{mm:y(15)}^A0N,{mm:h(4.5)},{mm:w(3.8)}^FH_^FD{place.text(32)}^FS
^FO{mm:x(6)},{mm:y(20.8)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{serial.text(12)}^FS
{#if reprint}
^FO{mm:x(64)},{mm:y(20.4)}^A0N,{mm:h(2.8)},{mm:w(2.4)}^FH_^FD{mark.text(5)}^FS
{/if}
^PQ1^XZ
