^XA^CI28^PW{page.width}^LL{page.height}^LH0,0
^FXjob {job.id}^FS
^FO{mm:x(5)},{mm:y(3)}^A0N,{mm:h(9)},{mm:w(7)}^FH_^FD{action.text(20)}^FS
^FO{mm:x(8)},{mm:y(15)}^BY{mm:bar(0.375)}^BCN,{mm:len(14)},N,N,N^FH_^FD{plate.code.code128}^FS
^FO{mm:x(8)},{mm:y(30)}^A0N,{mm:h(4)},{mm:w(3.4)}^FH_^FD{plate.code.text(40)}^FS
^FO{mm:x(5)},{mm:y(37)}^A0N,{mm:h(5)},{mm:w(4)}^FH_^FD{document.text(64)}^FS
^FO{mm:x(5)},{mm:y(44)}^A0N,{mm:h(4)},{mm:w(3.4)}^FH_^FD{customer.text(44)}^FS
^FO{mm:x(5)},{mm:y(50)}^A0N,{mm:h(4)},{mm:w(3.4)}^FH_^FD{item.sku.text(64)}^FS
^FO{mm:x(5)},{mm:y(56)}^A0N,{mm:h(4)},{mm:w(3.4)}^FH_^FD{date.text(14)}^FS
^FO{mm:x(5)},{mm:y(71)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{serial.text(12)}^FS
{#if reprint}
^FO{mm:x(88)},{mm:y(70.4)}^A0N,{mm:h(2.8)},{mm:w(2.4)}^FH_^FD{mark.text(5)}^FS
{/if}
^PQ1^XZ
