^XA^CI28^PW{page.width}^LL{page.height}^LH0,0
^FXjob {job.id}^FS
^FO{mm:x(3)},{mm:y(1.7)}^GB{mm:len(50)},{mm:len(0.3)},{mm:len(0.3)}^FS
^FO{mm:x(3)},{mm:y(2.2)}^GB{mm:len(0.3)},{mm:len(1.5)},{mm:len(0.3)}^FS
^FO{mm:x(13)},{mm:y(2.2)}^GB{mm:len(0.3)},{mm:len(1.5)},{mm:len(0.3)}^FS
^FO{mm:x(23)},{mm:y(2.2)}^GB{mm:len(0.3)},{mm:len(1.5)},{mm:len(0.3)}^FS
^FO{mm:x(33)},{mm:y(2.2)}^GB{mm:len(0.3)},{mm:len(1.5)},{mm:len(0.3)}^FS
^FO{mm:x(43)},{mm:y(2.2)}^GB{mm:len(0.3)},{mm:len(1.5)},{mm:len(0.3)}^FS
^FO{mm:x(4)},{mm:y(5)}^BY{mm:bar(0.25)}^BCN,{mm:len(10)},N,N,N^FH_^FD{linear.code128}^FS
^FO{mm:x(3)},{mm:y(17)}^BXN,{mm:module(0.375)},200,,,,\,1^FH_^FD{scan.gs1Matrix}^FS
^FO{mm:x(16)},{mm:y(17)}^BQN,2,{mm:module(0.375)}^FH_^FDQA,{code.qr}^FS
^FO{mm:x(28)},{mm:y(16.5)}^A0N,{mm:h(3)},{mm:w(2.4)}^FH_^FD{name.text(20)}^FS
^FO{mm:x(28)},{mm:y(20.5)}^A0N,{mm:h(2.6)},{mm:w(2)}^FH_^FD{hostile.text(24)}^FS
^FO{mm:x(28)},{mm:y(24)}^A0N,{mm:h(2.6)},{mm:w(2)}^FH_^FD{resolution.text(12)}^FS
^FO{mm:x(28)},{mm:y(27.6)}^A0N,{mm:h(2.2)},{mm:w(1.8)}^FH_^FD{serial.text(12)}^FS
^PQ1^XZ
