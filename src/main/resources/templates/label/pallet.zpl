^XA^CI28^PW{page.width}^LL{page.height}^LH0,0
^FXjob {job.id}^FS
^FO{mm:x(4)},{mm:y(2.5)}^A0N,{mm:h(3.5)},{mm:w(3)}^FH_^FD{from.text(32)}^FS
^FO{mm:x(4)},{mm:y(7)}^A0N,{mm:h(3.5)},{mm:w(3)}^FH_^FD{to.text(32)}^FS
^FO{mm:x(4)},{mm:y(12)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{word.sscc.text(8)}^FS
^FO{mm:x(12)},{mm:y(11.5)}^A0N,{mm:h(4.5)},{mm:w(4)}^FH_^FD{sscc.text(18)}^FS
{#if content}
^FO{mm:x(4)},{mm:y(17.5)}^A0N,{mm:h(3)},{mm:w(2.6)}^FH_^FD{item.name.text(34)}^FS
^FO{mm:x(4)},{mm:y(21.5)}^A0N,{mm:h(3)},{mm:w(2.6)}^FH_^FD{item.code.text(44)}^FS
{/if}
{#if counted}
^FO{mm:x(4)},{mm:y(25.5)}^A0N,{mm:h(3)},{mm:w(2.6)}^FH_^FD{lot.quantity.text(18)}^FS
{/if}
{#if lotted}
^FO{mm:x(4)},{mm:y(29.5)}^A0N,{mm:h(3)},{mm:w(2.6)}^FH_^FD{lot.number.text(20)}^FS
{/if}
{#if dated}
^FO{mm:x(40)},{mm:y(29.5)}^A0N,{mm:h(3)},{mm:w(2.6)}^FH_^FD{lot.expires.text(14)}^FS
{/if}
^FO{mm:x(4)},{mm:y(34)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{serial.text(12)}^FS
{#if reprint}
^FO{mm:x(40)},{mm:y(33.6)}^A0N,{mm:h(2.8)},{mm:w(2.4)}^FH_^FD{mark.text(5)}^FS
{/if}
^FO{mm:x(72)},{mm:y(12)}^BXN,{mm:module(0.5)},200,,,,\,1^FH_^FD{scan.gs1Matrix}^FS
{#if contentBar}
^FO{mm:x(6)},{mm:y(38.5)}^BY{mm:bar(0.5)}^BCN,{mm:len(32)},N,N,N^FH_^FD{contents.gs1Bar}^FS
^FO{mm:x(6)},{mm:y(71)}^A0N,{mm:h(2.8)},{mm:w(2.4)}^FH_^FD{contentLine.text(48)}^FS
{/if}
{#if lotBar}
^FO{mm:x(6)},{mm:y(76)}^BY{mm:bar(0.5)}^BCN,{mm:len(32)},N,N,N^FH_^FD{life.gs1Bar}^FS
^FO{mm:x(6)},{mm:y(108.5)}^A0N,{mm:h(2.8)},{mm:w(2.4)}^FH_^FD{lifeLine.text(48)}^FS
{/if}
^FO{mm:x(6)},{mm:y(113.5)}^BY{mm:bar(0.5)}^BCN,{mm:len(32)},N,N,N^FH_^FD{unit.gs1Bar}^FS
^FO{mm:x(6)},{mm:y(146.2)}^A0N,{mm:h(3.2)},{mm:w(2.8)}^FH_^FD{unitLine.text(26)}^FS
^PQ1^XZ
