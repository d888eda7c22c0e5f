^XA^CI28^PW{page.width}^LL{page.height}^LH0,0
^FXjob {job.id}^FS
^FO{mm:x(6)},{mm:y(8)}^BQN,2,{mm:module(1)}^FH_^FDQA,{code.qr}^FS
^FO{mm:x(41)},{mm:y(10)}^A0N,{mm:h(6)},{mm:w(4.6)}^FH_^FD{name.text(18)}^FS
^FO{mm:x(41)},{mm:y(20)}^A0N,{mm:h(4)},{mm:w(3.2)}^FH_^FD{role.text(18)}^FS
^FO{mm:x(6)},{mm:y(48)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{serial.text(12)}^FS
{#if reprint}
^FO{mm:x(74)},{mm:y(47.6)}^A0N,{mm:h(2.8)},{mm:w(2.4)}^FH_^FD{mark.text(5)}^FS
{/if}
^PQ1^XZ
