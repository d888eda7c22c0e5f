^XA^CI28^PW{page.width}^LL{page.height}^LH0,0
^FXjob {job.id}^FS
^FO{mm:x(5)},{mm:y(3)}^A0N,{mm:h(12)},{mm:w(9)}^FH_^FD{place.text(32)}^FS
{#if up}
^FO{mm:x(89.6)},{mm:y(19)}^GB{mm:len(1.6)},{mm:len(1.2)},{mm:len(1.2)}^FS
^FO{mm:x(88.6)},{mm:y(20.2)}^GB{mm:len(3.6)},{mm:len(1.2)},{mm:len(1.2)}^FS
^FO{mm:x(87.6)},{mm:y(21.4)}^GB{mm:len(5.6)},{mm:len(1.2)},{mm:len(1.2)}^FS
^FO{mm:x(86.6)},{mm:y(22.6)}^GB{mm:len(7.6)},{mm:len(1.2)},{mm:len(1.2)}^FS
^FO{mm:x(89.1)},{mm:y(23.8)}^GB{mm:len(2.6)},{mm:len(5.6)},{mm:len(2.6)}^FS
{/if}
{#if down}
^FO{mm:x(89.1)},{mm:y(19)}^GB{mm:len(2.6)},{mm:len(5.6)},{mm:len(2.6)}^FS
^FO{mm:x(86.6)},{mm:y(24.6)}^GB{mm:len(7.6)},{mm:len(1.2)},{mm:len(1.2)}^FS
^FO{mm:x(87.6)},{mm:y(25.8)}^GB{mm:len(5.6)},{mm:len(1.2)},{mm:len(1.2)}^FS
^FO{mm:x(88.6)},{mm:y(27)}^GB{mm:len(3.6)},{mm:len(1.2)},{mm:len(1.2)}^FS
^FO{mm:x(89.6)},{mm:y(28.2)}^GB{mm:len(1.6)},{mm:len(1.2)},{mm:len(1.2)}^FS
{/if}
^FO{mm:x(6)},{mm:y(18)}^BY{mm:bar(0.375)}^BCN,{mm:len(13)},N,N,N^FH_^FD{code.code128}^FS
^FO{mm:x(6)},{mm:y(34)}^BXN,{mm:module(0.5)},200,,,,\,1^FH_^FD{code.matrix}^FS
^FO{mm:x(26)},{mm:y(34)}^A0N,{mm:h(8)},{mm:w(7)}^FH_^FD{check.text(3)}^FS
^FO{mm:x(45)},{mm:y(35)}^A0N,{mm:h(3.4)},{mm:w(2.8)}^FH_^FD{zone.text(24)}^FS
^FO{mm:x(26)},{mm:y(45.5)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{serial.text(12)}^FS
{#if reprint}
^FO{mm:x(88)},{mm:y(45)}^A0N,{mm:h(2.8)},{mm:w(2.4)}^FH_^FD{mark.text(5)}^FS
{/if}
^PQ1^XZ
