^XA^CI28^PW{page.width}^LL{page.height}^LH0,0
^FXjob {job.id}^FS
^FO{mm:x(5)},{mm:y(3)}^A0N,{mm:h(15)},{mm:w(13)}^FH_^FD{plate.last.text(4)}^FS
^FO{mm:x(80)},{mm:y(4)}^BQN,2,{mm:module(0.5)}^FH_^FDQA,{plate.code.qr}^FS
^FO{mm:x(8)},{mm:y(20)}^BY{mm:bar(0.375)}^BCN,{mm:len(14)},N,N,N^FH_^FD{plate.code.code128}^FS
^FO{mm:x(8)},{mm:y(35.5)}^A0N,{mm:h(4)},{mm:w(3.4)}^FH_^FD{plate.code.text(40)}^FS
^FO{mm:x(5)},{mm:y(40.6)}^A0N,{mm:h(3)},{mm:w(2.4)}^FH_^FD{contents.text(66)}^FS
^FO{mm:x(5)},{mm:y(45)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{serial.text(12)}^FS
{#if reprint}
^FO{mm:x(88)},{mm:y(44.6)}^A0N,{mm:h(2.8)},{mm:w(2.4)}^FH_^FD{mark.text(5)}^FS
{/if}
^PQ1^XZ
