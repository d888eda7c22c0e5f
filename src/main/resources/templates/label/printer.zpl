^XA^CI28^PW{page.width}^LL{page.height}^LH0,0
^FXjob {job.id}^FS
^FO{mm:x(4)},{mm:y(3)}^BY{mm:bar(0.33)}^BCN,{mm:len(12)},N,N,N^FH_^FD{code.code128}^FS
^FO{mm:x(4)},{mm:y(17)}^A0N,{mm:h(6)},{mm:w(5)}^FH_^FD{name.text(32)}^FS
^FO{mm:x(4)},{mm:y(28)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{serial.text(12)}^FS
{#if reprint}
^FO{mm:x(47)},{mm:y(27.6)}^A0N,{mm:h(2.8)},{mm:w(2.4)}^FH_^FD{mark.text(5)}^FS
{/if}
^PQ1^XZ
