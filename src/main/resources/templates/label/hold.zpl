^XA^CI28^PW{page.width}^LL{page.height}^LH0,0
^FXjob {job.id}^FS
^FO{mm:x(2)},{mm:y(2)}^GB{mm:len(97.6)},{mm:len(18)},{mm:len(18)}^FS
^FO{mm:x(6)},{mm:y(6)}^FR^A0N,{mm:h(13)},{mm:w(11)}^FH_^FD{word.hold.text(8)}^FS
^FO{mm:x(50)},{mm:y(6)}^FR^A0N,{mm:h(13)},{mm:w(9)}^FH_^FD{word2.hold.text(8)}^FS
^FO{mm:x(5)},{mm:y(24)}^BQN,2,{mm:module(0.625)}^FH_^FDQA,{code.qr}^FS
^FO{mm:x(30)},{mm:y(23)}^A0N,{mm:h(5)},{mm:w(4.2)}^FH_^FD{reason.text(24)}^FS
^FO{mm:x(30)},{mm:y(29)}^A0N,{mm:h(3.6)},{mm:w(3)}^FH_^FD{item.sku.text(64)}^FS
{#if lotted}
^FO{mm:x(30)},{mm:y(34)}^A0N,{mm:h(5)},{mm:w(4.2)}^FH_^FD{lot.number.text(20)}^FS
{/if}
{#if placed}
^FO{mm:x(30)},{mm:y(40)}^A0N,{mm:h(3.6)},{mm:w(3)}^FH_^FD{place.text(64)}^FS
{/if}
^FO{mm:x(5)},{mm:y(50)}^A0N,{mm:h(4)},{mm:w(3.4)}^FH_^FD{date.text(14)}^FS
^FO{mm:x(45)},{mm:y(50)}^A0N,{mm:h(4)},{mm:w(3.4)}^FH_^FD{who.text(24)}^FS
^FO{mm:x(5)},{mm:y(56)}^A0N,{mm:h(5)},{mm:w(4.2)}^FH_^FD{case.text(24)}^FS
^FO{mm:x(5)},{mm:y(63)}^A0N,{mm:h(3)},{mm:w(2.4)}^FH_^FD{note.text(66)}^FS
^FO{mm:x(5)},{mm:y(71)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{serial.text(12)}^FS
{#if reprint}
^FO{mm:x(88)},{mm:y(70.4)}^A0N,{mm:h(2.8)},{mm:w(2.4)}^FH_^FD{mark.text(5)}^FS
{/if}
^PQ1^XZ
