^XA^CI28^PW{page.width}^LL{page.height}^LH0,0
^FXjob {job.id}^FS
{#if gs1}
^FO{mm:x(3)},{mm:y(2.5)}^BXN,{mm:module(0.5)},200,,,,\,1^FH_^FD{scan.gs1Matrix}^FS
{#else}
^FO{mm:x(3)},{mm:y(2.5)}^BXN,{mm:module(0.625)},200,,,,\,1^FH_^FD{code.matrix}^FS
{/if}
^FO{mm:x(21.5)},{mm:y(2.5)}^A0N,{mm:h(3)},{mm:w(2.4)}^FH_^FD{item.name.text(24)}^FS
{#if lotted}
^FO{mm:x(21.5)},{mm:y(6.8)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{word.lot.text(8)}^FS
^FO{mm:x(28.5)},{mm:y(6.3)}^A0N,{mm:h(3.4)},{mm:w(2.6)}^FH_^FD{lot.number.text(20)}^FS
{/if}
{#if dated}
^FO{mm:x(21.5)},{mm:y(11.6)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{word.expires.text(8)}^FS
^FO{mm:x(28.5)},{mm:y(11)}^A0N,{mm:h(3.8)},{mm:w(3)}^FH_^FD{lot.expires.text(14)}^FS
{/if}
{#if counted}
^FO{mm:x(21.5)},{mm:y(16)}^A0N,{mm:h(3)},{mm:w(2.4)}^FH_^FD{lot.quantity.text(18)}^FS
{/if}
^FO{mm:x(3)},{mm:y(20.5)}^A0N,{mm:h(3)},{mm:w(2.4)}^FH_^FD{item.sku.text(64)}^FS
^FO{mm:x(3)},{mm:y(24.5)}^A0N,{mm:h(2.4)},{mm:w(2)}^FH_^FD{item.code.text(40)}^FS
^FO{mm:x(3)},{mm:y(28)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{serial.text(12)}^FS
{#if reprint}
^FO{mm:x(47)},{mm:y(27.6)}^A0N,{mm:h(2.8)},{mm:w(2.4)}^FH_^FD{mark.text(5)}^FS
{/if}
^PQ1^XZ
