"""More quotations with dates, made up for the tests, by what kind of text has its dates so; both scripts.

They are written as in `date_quotations`, which reads them too. Each was annotated before the rules had seen it; then
what either the rules or the annotation had got wrong was put right.
"""
# ruff: noqa: E501 - a quotation and its meanings stand on one line

GENRES = {
    "uprisings": """
Први српски устанак избио је [на Сретење 1804. године] у Орашцу. | 1804-02-14
Karađorđe je izabran za vođu [2/14. februara 1804]. u Marićevića jaruzi. | 1804-02-14
Дахије су [крајем јануара] и [почетком фебруара 1804]. погубиле седамдесетак кнезова. | 1804-01-21~/1804-01-31 | 1804-02-01/1804-02-10~
Boj na Čegru bio je [19/31. maja 1809. godine]. | 1809-05-31
Таковски устанак дигнут је [на Цвети 1815]; већ [8. маја] пао је Љубић. | 1815-04-23 | 1815-05-08
Pobuna je ugušena [do kraja septembra 1814], a u [januaru 1815]. počela su suđenja. | 1814-09-21~/1814-09-30 | 1815-01
[Године 1804]. и [1805]. биле су прве, а од [1806]. Срби држе и Београд. | 1804 | 1805 | 1806
Nevesinjska puška pukla je [9. jula 1875], u Krekovima, a [sutradan] je planulo i kod Nevesinja. | 1875-07-09 | 1875-07-10
Hadži-Prodanova buna ([septembar–decembar 1814]) prošla je bez šireg odziva. | 1814-09/1814-12
Војвода је пао [23. априла 1809. по старом календару]. | 1809-05-05
Пред турску силу изишли су [у зору 18. августа 1806], код Мишара, док је главни удар дошао [око подне 13. августа по старом]. | 1806-08-18 | 1806-08-25
Ustanici su Beograd opsedali [od proleća do jeseni 1806. godine], a varoš su zauzeli [30. novembra], [na Andrijevdan]. | 1806-21/1806-23 | 1806-11-30 | 1806-12-12
Posle sloma [1813], mnogi prelaze u Srem; [oktobra 3, 1813], pređe i vožd. | 1813 | 1813-10-03
Букурешки мир потписан је [16/28. маја 1812], а чл. [8] тицао се Срба. | 1812-05-28 | -
[Осмог октобра 1813]. турске трупе уђоше у Београд. [Крајем исте године] Скопљак-паша објави амнестију, али већ [почетком 1814]. поче одмазда. | 1813-10-08 | 1813-09~/1813-12 | 1814-01/1814-04~
Knez Mihailo ubijen je u Košutnjaku [29. maja (10. juna) 1868. godine], u [5 i po] časova po podne. Namesništvo je vladalo do [1872], kada je [10. avgusta] Milan proglašen punoletnim. | 1868-06-10 | - | 1872 | 1872-08-10
Berlinski kongres, [13. jun – 13. jul 1878], priznao je nezavisnost; Srbija je [22. februara 1882]. postala kraljevina. | 1878-06-13/1878-07-13 | 1882-02-22
Хатишерифи из [1830]. и [1833. године] утврдили су самоуправу, а Сретењски устав од [2/15. фебруара 1835]. трајао је 55 дана. | 1830 | 1833 | 1835-02-15
U Timočkoj buni ([oktobar–novembar 1883]) osuđeno je 809 ljudi, od kojih 94 na smrt. | 1883-10/1883-11
Majski prevrat izvršen je [u noći između 28. i 29. maja 1903. po starom kalendaru], kada su ubijeni kralj Aleksandar i kraljica Draga. | 1903-06-10/1903-06-11
Законик је донет [25. III 1844], а важио је до [1946]. Писан је [од 1837. до 1843]. | 1844-03-25 | 1946 | 1837/1843
[Четрдесетих и педесетих година XIX столећа] Београд је имао једва двадесетак хиљада душа. | 184X/185X
[Do Đurđevdana 1862]. nije bilo nijednog sukoba, a onda je [3. juna] palo ubistvo kod Čukur-česme. | 1862-05-05 | 1862-06-03
Кад [године 1813]. војвода Молер предаде Лозницу, прође још само десет дана, па [17. августа] паде и Равње; у [септембру] гори Мачва, [21. септембра] Карађорђе прелази у Земун. | 1813 | 1813-08-17 | 1813-09 | 1813-09-21
[Године 1787]. [о Преображењу] потписа цар план, а [прве недеље децембра] Коча већ прелази Дунав. [Пролећа 1788]. заузе Паланку; у [септембру 1788]. набише га на колац код Текије. | 1787 | 1787-08-17 | 1787-12-01/1787-12-07~ | 1788-21 | 1788-09
Vožd se vratio tajno, [28. juna 1817], a ubijen je [u noći između 12. i 13. jula] u Radovanju. Glava je poslata u Stambol; [krajem jula] pašin tatarin vratio se sa potvrdom. | 1817-06-28 | 1817-07-12/1817-07-13 | 1817-07-21~/1817-07-31
[Од 1820. до 1830]. кнез гради путеве; [1821]. подиже цркву у Крагујевцу, [1825]. гуши Ђакову буну, која је избила у [јануару те године]. | 1820/1830 | 1821 | 1825 | 1825-01
Turski garnizon napustio je Kalemegdan [6/18. aprila 1867]. Ključeve grada predao je Ali Riza-paša knezu [istog dana], oko 10 časova. | 1867-04-18 | 1867-04-18
Дана [10. (22.) фебруара 1882]. Скупштина је клицањем примила предлог; [те вечери] Београд је био осветљен. | 1882-02-22 | 1882-02-22
Bune i zavere: Đakova [1825], Miletina [1835], Katanska [1844], Topčiderska [1868], Topolska [1877]. | 1825 | 1835 | 1844 | 1868 | 1877
Abdikacija je potpisana [22. februara 1889. po starom kalendaru]; u [martu] kralj Milan već je bio u Carigradu. | 1889-03-06 | 1889-03
""",
    "wars": """
Србија је објавила рат Турској [17. октобра 1912. године], а већ [23. и 24. октобра] туче се код Куманова. | 1912-10-17 | 1912-10-23/1912-10-24
Mobilizacija je naređena [30. IX 1912], a završena je do [8. X]. | 1912-09-30 | 1912-10-08
Битољ је узет [19. новембра], после четвородневних борби ([16–19. новембра 1912]). | 1912-11-19 | 1912-11-16/1912-11-19
U Skoplje se ušlo [26. oktobra 1912. u jutarnjim časovima], bez boja. | 1912-10-26
Bregalnička bitka vođena je [od 30. juna do 8. jula 1913]. | 1913-06-30/1913-07-08
[У ноћи 29. на 30. јун 1913]. Бугари нападоше без објаве рата. | 1913-06-29/1913-06-30
II armija stigla je pod Jedrene [početkom novembra], a 14. pešadijski puk petnaest dana kasnije. | XXXX-11-01/XXXX-11-10~
Мир у Букурешту је закључен [10. августа 1913]. (по старом [28. јула]). | 1913-08-10 | 1913-08-10
Skadar je pao [aprila meseca 1913. godine]. | 1913-04
Prvi pešadijski puk drugog poziva smešten je [27. oktobra uveče] u selo, a [28. oktobra 1912], oko 4 časa po podne, kreće dalje. | 1912-10-27 | 1912-10-28
Пук је имао 3.200 бораца и 44 официра; до [децембра 1912]. изгубио је 412 војника. | 1912-12
Londonska konferencija otvorena je [16. decembra 1912]. i trajala je, sa prekidima, do [30. maja naredne godine]. | 1912-12-16 | 1913-05-30
Аустроугарска је објавила рат [28. јула 1914], месец дана после атентата од [28. јуна (15. јуна по старом календару)]. | 1914-07-28 | 1914-06-28
Na Ceru se tuklo [od 15. do 20. avgusta 1914]., na Kolubari [od 16. novembra do 15. decembra iste godine]. | 1914-08-15/1914-08-20 | 1914-11-16/1914-12-15
Београд је пао [2. децембра 1914], а ослобођен [15. децембра]. | 1914-12-02 | 1914-12-15
Povlačenje preko Albanije [u zimu 1915/16]. odnelo je desetine hiljada života. | 1915-12-01/1916-03-21
Моравска дивизија кренула је [увече 14. септембра 1918], а пробој је извршен [15. септембра у 5.30 часова]. | 1918-09-14 | 1918-09-15
Skupština na Krfu sastala se [10. septembra 1916. u 10 časova pre podne]. | 1916-09-10
Krfska deklaracija ([20. jul 1917]) potpisana je posle sednica koje su trajale [od 15. juna do 20. jula]. | 1917-07-20 | 1917-06-15/1917-07-20
Тифус је харао [у зиму и пролеће 1915. године]; [марта] је умирало и по двеста људи дневно. | 1915-24/1915-21 | 1915-03
Bataljon je [noću između 6. i 7. oktobra 1915. godine] branio Adu Ciganliju, a [7. oktobra posle podne] major Gavrilović vodi juriš. | 1915-10-06/1915-10-07 | 1915-10-07
Ниш, привремена престоница [1914–1915], пао је [5. новембра 1915]. | 1914/1915 | 1915-11-05
Toplički ustanak trajao je [od 21. februara do 25. marta 1917]. | 1917-02-21/1917-03-25
Рат је почео [јула 1914]; [почетком августа] први рањеници стижу у Ваљево; [до краја те године] било их је 70.000. | 1914-07 | 1914-08-01/1914-08-10~ | 1914-09~/1914-12
У [октобру '15] ми смо већ били код Крагујевца. | 1915-10
[U nedelju], [6. aprila 1941], oko 6.30, nemački avioni bombardovali su Beograd. | - | 1941-04-06
Užička republika ([24. septembar – 29. novembar 1941]) imala je i fabriku oružja. | 1941-09-24/1941-11-29
Štab Glavnog štaba NOP odreda obrazovan je [4. jula 1941]. u kući br. [5]. | 1941-07-04 | -
Prva proleterska brigada formirana je [21. XII 1941]. u Rudom. | 1941-12-21
У [Крагујевцу] је [21. октобра 1941]. стрељано преко 2.700 људи. | - | 1941-10-21
Партизани [41-ве] нису имали ни пушака. | 1941
Bitka na Sutjesci ([15. maj – 16. jun 1943]) bila je najteža. | 1943-05-15/1943-06-16
[Од 6. до 8. септембра 1943]. Немци разоружавају Италијане. | 1943-09-06/1943-09-08
Јединице 1. армијске групе заузеле су Авалу [17. октобра 1944]., а [од јутра 14. до вечери 20. октобра] воде борбе за Београд. | 1944-10-17 | 1944-10-14/1944-10-20
Sremski front probijen je [12. aprila 1945. godine]. [Dan ranije], [11. aprila], pao je Dalj. | 1945-04-12 | 1945-04-11 | 1945-04-11
Konferencija u Stolicama održana je [26. i 27. septembra 1941. godine]. | 1941-09-26/1941-09-27
Racija u Novom Sadu: [21–23. januara 1942]. | 1942-01-21/1942-01-23
Bombardovanje [na Vaskrs 1944] ([16. i 17. april]) odnelo je više od 1.160 života. | 1944-04-16 | 1944-04-16/1944-04-17
[23. октобра 1944]. Новосађани дочекују ослободиоце. | 1944-10-23
[U drugoj polovini septembra 1944]. Crvena armija izbila je na Dunav. [Noću između 22. i 23. septembra] prvi delovi prešli su kod Kladova, a [30. septembra] i glavnina. [Tri dana kasnije] pala je Negotinska krajina, a do [8. oktobra] i Zaječar. | 1944-09-16~/1944-09-30 | 1944-09-22/1944-09-23 | 1944-09-30 | 1944-10-03 | 1944-10-08
Борбе за Ниш водиле су се [од 12. до 14. октобра 1944]. У граду је [у току ноћи 13/14. октобра] настао метеж, [ујутро 14. октобра] ушла је 2. пролетерска дивизија. | 1944-10-12/1944-10-14 | 1944-10-13/1944-10-14 | 1944-10-14
Komanda je [16. oktobra u 18 časova] izdala zapovest br. 143: 5. krajiška divizija napada pravcem Đeram – Botanička bašta. [Sutradan], oko podne, juriš je ponovljen. | XXXX-10-16 | XXXX-10-17
Do [15. oktobra] Kragujevac je bio opkoljen. Napad je počeo [18. u 5 časova], a [20. uveče] poslednja uporišta su pala; [21. oktobra], tačno tri godine posle streljanja, grad je bio slobodan. | XXXX-10-15 | XXXX-10-18 | XXXX-10-20 | XXXX-10-21
Prvi tenkovi izbili su na Slaviju [14. oktobra oko 16 časova], gde je [narednog dana] poginuo komandant čete. Trećeg dana borbi pao je i Dom sindikata. | XXXX-10-14 | XXXX-10-15
[Sredinom septembra 1918], u [8 časova], artiljerija je otvorila vatru; [narednog jutra], [15. septembra], pešadija kreće u juriš. | 1918-09-11~/1918-09-20~ | - | 1918-09-15 | 1918-09-15
Командант је [5. октобра у 3 часа ујутру] наредио повлачење. До 8 часова мост је био порушен, а око поднева непријатељ је већ био у граду. | XXXX-10-05
Bataljon ima 412 pušaka, 1.200 bombi i 4 topa; [16. maja] primio je još 150 pušaka iz magacina br. [1915]. | XXXX-05-16 | -
Борбе код Горњег Милановца трајале су [три дана и три ноћи], [од 26. до 28. септембра 1941]; [трећег дана] посада се предала. | - | 1941-09-26/1941-09-28 | -
U periodu [12–19. jula] divizija je izgubila 63 borca; tokom [avgusta] i [septembra] gubici su bili dvostruko manji. | XXXX-07-12/XXXX-07-19 | XXXX-08 | XXXX-09
Дана [24. новембра 1941. око 14 часова] немачке јединице ушле су у Чајетину, а [25. новембра] у Ужице. | 1941-11-24 | 1941-11-25
1. i 4. bataljon napali su [22/23. juna] stanicu Sinj. [Iste noći] porušeno je [1.200] m pruge. | XXXX-06-22/XXXX-06-23 | XXXX-06-22/XXXX-06-23 | -
[9-11. oktobra] vođene su borbe kod Velike Plane, 11-og uveče grad je pao. | XXXX-10-09/XXXX-10-11
Пресудни напад почео је [20. октобра] у 4 и 30, а завршен око 14 ч. | XXXX-10-20
Jedinice su se [od 1. septembra 1944. pa do kraja oktobra] kretale dolinom Morave. | 1944-09-01/1944-10-31
Kada je Beograd [6. aprila 1941]. bombardovan, u gradu je bilo oko 350.000 stanovnika. Nemci su ušli [12. aprila predveče], a okupaciona uprava uspostavljena je [22. aprila]. | 1941-04-06 | 1941-04-12 | 1941-04-22
Škola je radila do [proleća 1944], kada je u zgradu useljena vojska. Posle oslobođenja, [novembra 1944], nastava je obnovljena. | 1944-21 | 1944-11
Први бродови са избеглицама стигли су на Крф [18. јануара 1916], а последњи [почетком априла]. [До краја 1916. године] на острву је сахрањено више хиљада војника. | 1916-01-18 | 1916-04-01/1916-04-10~ | 1916-09~/1916-12
Prvi popis izvršen je [1834], drugi [1846], a od [1863]. popisi su redovni. Po popisu od [31. decembra 1895]. varoš je imala 4.115 duša. | 1834 | 1846 | 1863 | 1895-12-31
Zidanje je trajalo [od aprila 1872. do septembra 1875]. Osvećenje je bilo [na Malu Gospojinu], [8/20. septembra 1875]. | 1872-04/1875-09 | 1875-09-20 | 1875-09-20
Kuga je harala [1813–1814]. i ponovo [1837], a kolera [u leto 1831], [1836]. i [1848]. | 1813/1814 | 1837 | 1831-22 | 1836 | 1848
[Od jeseni 1941. do proleća 1943] u logoru je stradalo oko 7.000 ljudi. | 1941-23/1943-21
Он је тога [5. октобра 1912]. стајао на мосту и гледао како пролазе батаљони. | 1912-10-05
[U noći 7. na 8. maj 1945], oko 2 časa, jedinice su ušle u Zagreb; [9. maja ujutru] borbe su prestale. | 1945-05-07/1945-05-08 | 1945-05-09
Наредба о мобилизацији стигла је у срез [13. јула 1914. увече]. [Сутрадан] су општински добошари пролазили селима, а [16. јула] први обвезници већ су били у Ваљеву. Рат је објављен [15. јула по старом], односно [28. јула]. Други пук првог позива кренуо је ка Тамнави [31. јула], а на Цер се пео [у ноћи 2. на 3. август]. Борба је почела тек у зору и трајала до вечери. | 1914-07-13 | 1914-07-14 | 1914-07-16 | 1914-07-28 | 1914-07-28 | 1914-07-31 | 1914-08-02/1914-08-03
Brigada je formirana [11. septembra 1943]. u Jabuci. [Do kraja meseca] imala je 620 boraca. [U prvoj polovini oktobra] dejstvovala je oko Prijepolja, [15. oktobra] prešla je Lim, a [dva dana docnije] i Uvac. Najteže je bilo u [decembru]: [4. decembra], u svitanje, naišla je na kolonu divizije „Princ Eugen“. Gubici: 127 mrtvih. [Januara 1944]. upućena je u Sandžak, gde ostaje do [marta]. | 1943-09-11 | 1943-09-21~/1943-09-30 | 1943-10-01/1943-10-15~ | 1943-10-15 | 1943-10-17 | 1943-12 | 1943-12-04 | 1944-01 | 1944-03
Дана [12. маја] извиђачи 3. чете уочили су код села Гостиља непријатељску колону јачине око 800 људи са 4 брдска топа. Команданту је јављено [истог дана у 16 часова]. Напад је изведен [13. маја у 4 часа] и завршен до подне. [14. и 15. маја] батаљон се одмарао, а [16. маја увече] кренуо према Злоту. | XXXX-05-12 | XXXX-05-12 | XXXX-05-13 | XXXX-05-14/XXXX-05-15 | XXXX-05-16
Nemačka ofanziva počela je [28. marta 1942]. „[Krajem marta]“, pisao je Čiča, „snegovi su još bili do pojasa“. U [aprilu] fronta se steže. [Od 10. do 25. aprila] brigada brani Bioč. [25. na 26. aprila] pao je i Žabljak. | 1942-03-28 | 1942-03-21~/1942-03-31 | 1942-04 | 1942-04-10/1942-04-25 | 1942-04-25/1942-04-26
Прва београдска гимназија основана је [1839. године] у Крагујевцу, а у Београд се сели с престоницом, [1841]. Зграда у Цара Душана подигнута је [1936–1938]; у њу је од [јесени 1941]. била смештена немачка болница. | 1839 | 1841 | 1936/1938 | 1941-23
Hotel „Moskva“ otvoren je [14. januara 1908. godine (po starom kalendaru)] u prisustvu kralja Petra I. Tokom aprilskog bombardovanja pogođen je jednom bombom, a [20. oktobra 1944], [uveče], nad njim je istaknuta zastava. | 1908-01-27 | 1944-10-20 | -
[Од краја септембра 1944. до 12. октобра] партизанске чете прелазиле су Колубару. Ваљево је слободно [18. септембра], Лазаревац [20. септембра], а Обреновац тек [15. октобра]. | 1944-09-21~/1944-10-12 | 1944-09-18 | 1944-09-20 | 1944-10-15
Posle Kumanova ([23–24. oktobar 1912]) vojska maršira ka Prilepu. Prilep pada [5. novembra], Bitolj [19. novembra], Ohrid 22. | 1912-10-23/1912-10-24 | 1912-11-05 | 1912-11-19
Najveći mraz zabeležen je [24. januara 1942]: −32,6 stepena. Sneg se zadržao [do kraja marta]. | 1942-01-24 | 1942-03-21~/1942-03-31
Штрајк рудара у Трепчи избио је [1. августа 1939. у 6 часова изјутра]; [трећег августа] придружила се и топионица. Преговори су завршени тек [28. августа], а у [септембру] почела су отпуштања. | 1939-08-01 | 1939-08-03 | 1939-08-28 | 1939-09
Građanski rat u Španiji ([1936–1939]) odneo je oko 800 jugoslovenskih dobrovoljaca. Prva grupa stigla je [oktobra '36], poslednja [leta 1938]. | 1936/1939 | 1936-10 | 1938-22
Савезници су бомбардовали Лесковац [6. септембра 1944], у подне и 15. Погинуло је, по пописима из [1945], између 1.000 и 6.000 људи. | 1944-09-06 | 1945
Dva puta, [1594]. i [1595]., Turci su paljenjem moštiju hteli da zastraše ustanike; po jednima je to bilo [27. aprila 1594], po drugima [10. maja 1595]. | 1594 | 1595 | 1594-04-27 | 1595-05-10
Скупштина у Такову ([11/23. април 1815]) прогласила је устанак. | 1815-04-23
Dana [24. aprila 1941]. okupator je objavio prvu naredbu. U [maju] i [junu] formiraju se vojni komiteti; [4. jula], na sednici CK, donesena je odluka o ustanku. U Beloj Crkvi pali su prvi hici [7. jula]. [Do sredine avgusta] Rogatička četa imala je sto boraca. | 1941-04-24 | 1941-05 | 1941-06 | 1941-07-04 | 1941-07-07 | 1941-08-11~/1941-08-20~
Ужице је ослобођено [24. септембра], а изгубљено [29. новембра 1941]; читавих [67 дана] било је слободно. [22. новембра] експлодирале су подземне магацинске просторије — погинуло је преко 120 људи. | 1941-09-24 | 1941-11-29 | - | 1941-11-22
Druga proleterska formirana je u Čajniču [1. marta 1942], Treća [5. juna], Četvrta [10. juna], Peta [12. juna], svaka sa po četiri bataljona. | 1942-03-01 | 1942-06-05 | 1942-06-10 | 1942-06-12
Ослободиоци су у Ниш ушли [14. октобра 1944. око 9 часова пре подне]. Крушевац је слободан [истог дана], Краљево [29. новембра], Нови Пазар [3. децембра]. | 1944-10-14 | 1944-10-14 | 1944-11-29 | 1944-12-03
""",
    "church": """
Манастир је обновљен [1557], заслугом патријарха Макарија, а опустео после сеобе [1690. године]. | 1557 | 1690
Zapis na prazniku: „Sije pisah [leta Gospodnjeg 1734, meseca avgusta 6. dan]“. | 1734-08-06
Храм је освећен [на Малу Госпојину 1832. године], у присуству кнеза. | 1832-09-20
Episkop Nikolaj hirotonisan je [20. aprila (3. maja) 1919. godine]. | 1919-05-03
Свети Сава преминуо је [14. јануара 1236. године] у Трнову. | 1236-01-14
Patrijarh Arsenije III Crnojević prešao je Savu [u jesen 1690]. | 1690-23
Пећка патријаршија укинута је [11. септембра 1766. године]. | 1766-09-11
Crkva Sv. Petra, podignuta [početkom XIX veka], a živopisana [sredinom 19. veka], čuva ikone [XVII i XVIII veka]. | 1800/1833~ | 1834~/1866~ | {16XX,17XX}
Сабор је заседао [уочи Спасовдана 1913]. | 1913-06-04
Krušedol je zadužbina Brankovića [s početka XVI veka] ([1509–1516]). | 1500/1533~ | 1509/1516
[О Преображењу 1922] звона су први пут зазвонила. | 1922-08-19
U [XIV vijeku] manastir je imao 12 sela, a u [XV st.] samo tri. | 13XX | 14XX
Житије пише да се упокојио [лета 1521, месеца марта у 12. дан]. | 1521-03-12
Školska [1903/4. godina] otpočela je [16. avgusta], a zaključena [na Vidovdan]. | 1903/1904 | XXXX-08-16 | XXXX-06-28
Летопис: „[Лета господњег 1737. месеца октобра 18]. дођоше Агарјани и манастир запалише.“ | 1737-10-18
[1. септембра 1925]. у I разред уписано је 43 ђака; због шарлаха школа не ради [од 12. до 26. новембра]. | 1925-09-01 | 1925-11-12/1925-11-26
Звоно је освећено [о Св. Илији 1887. године], трошак 1.200 динара. | 1887-08-01
U toku [1931/32. školske godine] podignuta je ograda; [5. maja 1932]. stigao je novi učitelj. | 1931/1932 | 1932-05-05
Прота Марко служио је овде [од 1872. до 1906. године], када предаје парохију сину. | 1872/1906
[Na Cveti], [1. aprila 1923], sruši se zvonik od vjetra. | 1923-04-01 | 1923-04-01
[Педесетих година прошлога века] црква је била од брвана, а ова је почета [1866]. | 185X | 1866
Stefan Nemanja odrekao se prestola na saboru [25. marta 1196. godine], a umro je u Hilandaru [13. februara 1199]. | 1196-03-25 | 1199-02-13
Душан је крунисан за цара [на Васкрс], [16. априла 1346. године], у Скопљу. | 1346-04-16 | 1346-04-16
Povelja kneza Lazara, pisana [1381], [meseca decembra], „v leto [6890]“. | 1381 | 1381-12 | -
[На Видовдан 1389. године] изгибе српска војска; деспот Стефан умро је [19. јула 1427]. | 1389-06-15 | 1427-07-19
Smederevo je građeno [1428–1430], palo [1439], vraćeno [1444] i konačno izgubljeno [20. juna 1459]. | 1428/1430 | 1439 | 1444 | 1459-06-20
Prvi pomen trga je iz [1253], u dubrovačkoj knjizi računa [s kraja XIII stoljeća]. | 1253 | 1267~/1299
Velika seoba: [između 1690. i 1695]. u Ugarsku je prešlo više desetina hiljada duša. | [1690..1695]
Цркву је саградио Урош I [око 1260. године], а живопис је из [седме деценије XIII века]. | 1260~ | 126X
Крштен 12, а рођен [10. марта 1867]. у селу Планиници. | 1867-03-10
Vjenčani [27. oktobra 1889], prvi brak; kumovao Savo Bjelica iz Nikšića, kuća br. [12]. | 1889-10-27 | -
„Овде почива раб божји Петроније Шишко, поживе [57] лета, а умре [6. нојембра 1884. лета].“ | - | 1884-11-06
Nadgrobnik: „Zdravka, rođ. [1901. g.], † [28. VIII 1919. g.]“ | 1901 | 1919-08-28
Почину у Господу [1876. љета, мјесеца октобра 17. дана], на Вучјем Долу. | 1876-10-17
Na crkvenim vratima: „Sazida se [leta 1565]“. | 1565
[Лета 1788]. дође војска ћесарска. [На Цвети] народ бежаше преко Саве. [Идуће године] Лаудон узе град. | 1788 | 1788-04-20 | 1789
Naš hram počet je [na Markovdan 1869], a pokriven [do Mitrovdana]. Kalota je završena [iduće godine]. Osvećenje je obavio vladika Mojsije [o Trojicama 1871]. Zvona su skinuta [1916]. i odneta; nova su stigla [5. jula 1923], a podignuta [na Petrovdan]. | 1869-05-07 | 1869-11-07 | 1870 | 1871-05-28 | 1916 | 1923-07-05 | 1923-07-12
[Љета 1596]. доби игуман Василије ферман; [1612], [на Ваведење], изгоре ћелија. [1737—1739] пусто. Обновљен [1768], за игумана Теодора. | 1596 | 1612 | 1612-12-01 | 1737/1739 | 1768
Kivot je prenet [3. maja 1521] (po drugima [1522]), a vraćen kroz dve godine. | 1521-05-03 | 1522
Ћивот су крили [1688]. и [1737. године], а од [1768] стоји у наосу. | 1688 | 1737 | 1768
U staroj knjizi piše: „[Mjeseca julija 21, 1788], udari grad“. | 1788-07-21
""",
    "trade": """
Trgovac Miša Anastasijević zakupio je so [tridesetih godina XIX veka]. | 183X
Firma je osnovana [1887. godine], a protokolisana [4. I 1889]. pod br. [1123]. | 1887 | 1889-01-04 | -
Цена жита пала је у току [1931], па се [крајем године] продавало по 80 пара. | 1931 | 1931-09~/1931-12
Извоз свиња [1906–1911] (царински рат) преусмерен је на Солун. | 1906/1911
Esnaf abadžija imao je [1836/37]. 112 majstora, a [1838]. svega 98. | 1836/1837 | 1838
Прва српска банка отворена је [15. септембра 1869]. у Београду са капиталом од 200.000 дуката. | 1869-09-15
Ugovor važi [od 1. januara 1925. do 31. decembra 1927. godine]. | 1925-01-01/1927-12-31
Дуван се, према уредби од [12. јула т. г.], предаје до [1. новембра]. | XXXX-07-12 | XXXX-11-01
Kriza [dvadesetih godina] ([1921–1923]) pogodila je i banatske mlinare. | 192X | 1921/1923
Вашари се држе [о Ђурђевдану], [Петровдану] и [Митровдану]. | XXXX-05-06 | XXXX-07-12 | XXXX-11-08
Roba je stigla [16. XI 1924. u 13 h], po fakturi br. [1924]/[16]. | 1924-11-16 | - | -
У Шумадији се ђурђевски уранак држи [на Ђурђевдан], а лиле се пале [уочи Петровдана]. | XXXX-05-06 | XXXX-07-11
Род Ивановића доселио се [почетком 18. века] из Куча; слави [Никољдан] и [летњег Св. Николу]. | 1700/1733~ | XXXX-12-19 | -
Rudnik je radio [od XV do XVII veka], a obnovljen je [1902]. | 14XX/16XX | 1902
Novac Konstancija II ([337–361]) nađen je u sondi 4, sloj II. | 0337/0361
Popis iz [1863. godine] beleži u okrugu [1.204] košnice i [19.440] ovaca. | 1863 | - | -
Млин је подигнут [између 1890. и 1895. године], а изгорео [зиме 1917]. | [1890..1895] | 1917-24
Cene su [od januara do juna 1923]. porasle za 40%. | 1923-01/1923-06
Berba počinje [oko Male Gospojine] i traje [do polovine oktobra]. | XXXX-09-21~ | XXXX-10-11~/XXXX-10-20~
Некропола се датује [у другу половину II века н. е.] | 0150~/0199
Задруга је основана [9. јануара 1898], са 17 чланова; [крајем те године] имала је 54. | 1898-01-09 | 1898-09~/1898-12
Производња угља: [1938]. – 1.712 вагона, [1939]. – 1.904, [I–VI 1940]. – 1.120. | 1938 | 1939 | 1940-01/1940-06
U sezoni [1927/28]. igrano je 18 utakmica; BSK je [13. maja 1928]. pobedio 4:2. | 1927/1928 | 1928-05-13
Буџет за [1911. годину] износи 120.072.000 дин.; за [1912]. 127,000.000. | 1911 | 1912
[Tokom prve polovine 1926. godine] izvezeno je 18.440 vagona; [u trećem kvartalu] svega 1.900. | 1926-01/1926-06 | -
[Од 1. X 1893. до краја 1895]. издато је 1.440 пасоша. | 1893-10-01/1895-12
Berzanski izveštaj, [ponedeljak] [7. maj]: rata 344, blerovi 82, B. agrari 41. | - | XXXX-05-07
""",
    "lives": """
Јован Цвијић (Лозница, [11. октобар 1865] – Београд, [16. јануар 1927]) био је географ. | 1865-10-11 | 1927-01-16
STOJADINOVIĆ, Milica, pesnikinja (Bukovac, [1828] — Beograd, [25. VII 1878]). | 1828 | 1878-07-25
Рођен је [12/25. маја 1891. године] у селу Драгинцу. | 1891-05-25
Rođena [oko 1840], udala se [1858], ovdovela [1861. godine], umrla posle [1890]. | 1840~ | 1858 | 1861 | 1890
Вук Стефановић Караџић ([1787—1864]) први пут је дошао у Беч [у јесен 1813]. | 1787/1864 | 1813-23
Mihailo Pupin rođen je u Idvoru [27. septembra 1854 (9. oktobra po novom kalendaru)]. | 1854-10-09
Студирао је у Минхену [1898–1901], а од [1902]. предавао у Београду. | 1898/1901 | 1902
Petar II Karađorđević ([1923–1970]), sin Aleksandra I, stupio je na presto [27. marta 1941]. | 1923/1970 | 1941-03-27
Умро је у [84.] години, [14. децембра 1932]. | - | 1932-12-14
Bio je poslanik [1893], [1897]. i [1901. godine]. | 1893 | 1897 | 1901
Надежда Петровић, сликарка (Чачак, [12. X 1873] – Ваљево, [3. IV 1915]). | 1873-10-12 | 1915-04-03
Došao je u Beograd kao dečak od 11 godina, [u leto 1871], i u njemu ostao do smrti, [jula 1932]. | 1871-22 | 1932-07
ВЕЉКО ПЕТРОВИЋ (Неготин, [око 1780] – Неготин, [18/30. јул 1813]), војвода крајински. | 1780~ | 1813-07-30
Gračanica, manastir u selu Gračanici, zadužbina kralja Milutina. Sagrađena [oko 1315], živopisana [1321–1322], opustošena [1379]. i [1383]. | 1315~ | 1321/1322 | 1379 | 1383
Матица српска основана је у Пешти [4. фебруара 1826. по старом календару] и тамо је деловала до [1864]. | 1826-02-16 | 1864
[Krajem XVIII] i [u prvim decenijama XIX veka] naselje je imalo 200 kuća. | 1767~/1799 | 1800/1833~
Kult je posvedočen u [III i IV veku], a rimski logor napušten je [sredinom V veka]. | {02XX,03XX} | 0434~/0466~
Насеље старчевачке културе, [6. миленијум], налази се на левој обали. | -
Crkva je obnavljana [sedamdesetih i osamdesetih godina 19. veka], posljednji put [1934]. | 187X/188X | 1934
Bitka na Vučjem dolu, [18. (28). jula 1876]. | 1876-07-28
Рођен [19. XI 1886]. у Чачку, умро [2. VIII 1949]. у Лос Анђелесу. | 1886-11-19 | 1949-08-02
Dnevni list, izlazio [od 25. januara 1904. do 6. aprila 1941]. u Beogradu. | 1904-01-25/1941-04-06
Laza Kostić (Kovilj, [31. januar 1841 (12. februar n. st.)] – Beč, [26. novembar 1910]). | 1841-02-12 | 1910-11-26
Дописни члан СУД од [1869], редовни од [1883]; председник САНУ [1903–1906]. | 1869 | 1883 | 1903/1906
Živeo: [1839–1904]?. Sahranjen na groblju u Zemunu, parcela [14], grob br. [1839]. | 1839/1904 | - | -
Рођ. [9. II 1850]. у Руми, † [17. V 1911]. | 1850-02-09 | 1911-05-17
Školovao se u Karlovcima ([1812–15]) i Segedinu ([1816]), od [jeseni 1817]. u Pešti. | 1812/1815 | 1816 | 1817-23
Preminula je u svojoj [87.] godini, [u petak], [3. decembra 1965]. | - | - | 1965-12-03
U svojim [četrdesetim] godinama objavio je tri knjige: [1921], [1924]. i [1928]. | - | 1921 | 1924 | 1928
Живојин Мишић (Струганик, [7/19. јул 1855] — Београд, [20. јануар 1921]) био је српски војвода. Учествовао је у ратовима [1876—1878], [1885], [1912—1913]. и [1914—1918]. | 1855-07-19 | 1921-01-20 | 1876/1878 | 1885 | 1912/1913 | 1914/1918
Рођен је [13. јула 1873. године] у Бабиној Глави. Основну школу завршио је [1884], а гимназију [1892. године]. У периоду [од 1904. до 1908. године] био је командир чете. | 1873-07-13 | 1884 | 1892 | 1904/1908
Kolubarska bitka je vođena [od 16. novembra do 15. decembra 1914]. Valjevo je napušteno [u noći 14/15. novembra], a Beograd [29. novembra uveče]. [Trećeg decembra] srpska vojska prešla je u protivofanzivu. | 1914-11-16/1914-12-15 | 1914-11-14/1914-11-15 | 1914-11-29 | 1914-12-03
Током [1915]. и [1916. године] служио је у Тимочкој дивизији; [у јесен исте године] рањен је на Кајмакчалану. | 1915 | 1916 | 1916-23
Grad je oslobođen [28. oktobra 1944. godine]. Do [kraja Drugog svetskog rata] tu je bila bolnica. Nakon [1948]. preseljena je, a [početkom šezdesetih godina] i zatvorena. | 1944-10-28 | - | 1948 | 1960/1963~
Први трамвај пуштен је [14. октобра 1892 (2. октобра по јулијанском календару)], а електрични [1894]. | 1892-10-14 | 1894
Naselje ima [1.944] stanovnika (popis [2002. godine]), a po popisu iz [1991]. bilo ih je [2.012]. | - | 2002 | 1991 | -
Музеј је отворен у [мају 1933], а поново [20. октобра 1954], на [десетогодишњицу] ослобођења града. | 1933-05 | 1954-10-20 | -
Opsada Skadra trajala je [od 28. oktobra 1912. do 23. aprila 1913. godine]. | 1912-10-28/1913-04-23
Цариградски мир ([1913–1914]) и Букурешки мир ([28. јул / 10. август 1913]) одредили су границе. | 1913/1914 | 1913-08-10
Selo se prvi put pominje u turskom defteru iz [1476. godine], a crkva brvnara je [s početka XIX veka]. | 1476 | 1800/1833~
Подигнут је [1924. године], о трошку браће Савић, и освећен [на Спасовдан 1925]. | 1924 | 1925-05-28
Poštanska stanica otvorena [1. V 1866], telegraf [1868], telefon tek [1906]. | 1866-05-01 | 1868 | 1906
Fudbalski klub osnovan je [7. jula 1923], na igralištu kod klanice. Prvu utakmicu igrao je [nedelju dana kasnije]. | 1923-07-07 | 1923-07-14
U prvom svetskom ratu, [1914–1918], iz sela je poginulo 68, a u drugom, [1941–1945], 41 meštanin. | 1914/1918 | 1941/1945
Задружни дом грађен је [1947/48], а струја је дошла уочи Дана Републике [1956]. | 1947/1948 | 1956
Последњи кмет био је Радован, [од 1934. до априла 1941]. | 1934/1941-04
Poplava [od 14. na 15. maj 1965] odnela je oba mosta. Sledećeg proleća podignut je pontonski. | 1965-05-14/1965-05-15
Dositej je rođen [oko 1739]. u Čakovu. Zamonašio se u Hopovu [17. februara 1758]. i tamo ostao do [novembra 1760], kada beži u Hrvatsku. [Tri godine kasnije] učiteljuje u Dalmaciji. U Beč stiže [1771], i tu ostaje šest godina. Knjigu štampa u Lajpcigu [1783. godine]. U Srbiju prelazi u [avgustu 1807], a umire [28. marta 1811]. | 1739~ | 1758-02-17 | 1760-11 | 1763 | 1771 | 1783 | 1807-08 | 1811-03-28
Рођен је [1. септембра 1867. године] у Шапцу, где је [1885]. завршио гимназију. [Исте године] уписује Велику школу. За суплента је постављен [2. маја 1890], за професора [пет година доцније]. У Првом светском рату био је добровољна болничар; на Крфу је провео [зиму 1916]. и [пролеће 1917]. Пензионисан [1924], умро уочи Нове [године 1931]. | 1867-09-01 | 1885 | 1885 | 1890-05-02 | 1895 | 1916-24 | 1917-21 | 1924 | 1931
Mileva Marić (Titel, [19. decembar 1875] — Cirih, [4. avgust 1948]) upisala se [u jesen 1896]. na Politehniku. Venčali su se [6. januara 1903], razišli [sredinom 1914], a razveli [14. februara 1919]. | 1875-12-19 | 1948-08-04 | 1896-23 | 1903-01-06 | 1914-05~/1914-08~ | 1919-02-14
Varoš je do [1830. godine] bila turska. [1832]. dolaze prvi Srbi trgovci, a [1836]. sazidana je crkva. Škola se pominje [1838]. Prvi plan regulacije potiče iz [marta 1867]. Veliki požar od [9. avgusta 1879]. uništio je 112 kuća; obnova je trajala [do sredine osamdesetih godina]. Železnica je stigla [3. septembra 1884]. | 1830 | 1832 | 1836 | 1838 | 1867-03 | 1879-08-09 | 1884~/1886~ | 1884-09-03
Прва болница радила је од [1865]; нова је подигнута тек [1908]. За време балканских ратова у њој је лежало 300 рањеника. Током епидемије [1915]. умрло је пет лекара, прва [22. јануара], др Албертина, а последњи [10. априла]. После рата, [1921], добила је рендген. | 1865 | 1908 | 1915 | 1915-01-22 | 1915-04-10 | 1921
BITOLJSKA BITKA, [16–19. novembra 1912], najveća bitka srpske vojske u Prvom balkanskom ratu. Počela je napadom Moravske divizije I poziva [15. novembra] i završila se ulaskom u Bitolj [19. u podne]. | 1912-11-16/1912-11-19 | 1912-11-15 | 1912-11-19
ЂУРЂЕВИЋ, Ђорђе (Земун, [4. IV 1873] – ?), штампар. Радњу отворио пре рата, водио је до [јула 1914]. | 1873-04-04 | 1914-07
RAVANICA, zadužbina kneza Lazara iz [1375–77]. Lazareve mošti prenete su ovamo posle [1389], odnete [1690], vraćene [1989]. | 1375/1377 | 1389 | 1690 | 1989
Калемегдан — градски парк, уређиван од [1869. године]; Велико степениште из [1903], Победник постављен [7. октобра 1928], поводом десетогодишњице пробоја. | 1869 | 1903 | 1928-10-07
SKUPŠTINA, Narodna: prva redovna [2–9. decembra 1805]. u Borku; Svetoandrejska [30. novembar 1858 – 31. januar 1859]. | 1805-12-02/1805-12-09 | 1858-11-30/1859-01-31
ТРГОВИНСКА КОМОРА, осн. [12. IV 1910] на основу закона од [29. VI исте год.] | 1910-04-12 | 1910-06-29
""",
    "papers of archives": """
[1839, 12. maj], Kragujevac. — Sovjet javlja popečiteljstvu unutrašnjih dela. | 1839-05-12
Београд, [5. јун 1842]. — Кнез Михаило Јеврему, о путу од [3. јуна]. Оригинал, [2] л. | 1842-06-05 | 1842-06-03 | -
Br. [1204]. [1863, februar 14], Carigrad. Garašanin – Ristiću. | - | 1863-02-14
АС, МИД, ПО, [1903], ред 112; писмо од [29. маја/11. јуна 1903]. | 1903 | 1903-06-11
DASP, Fond Praviteljstvujušči sovjet, br. 45, [18. avgust 1808]. Prepis iz [XIX veka]. | 1808-08-18 | 18XX
Дубровник, [1388, октобра 7]. Веће умољених закључује... | 1388-10-07
[20. X 1944], 6.10 č. — Štab 1. armijske grupe štabu 12. korpusa: do [12 časova] zauzeti most. | 1944-10-20 | -
Крагујевац, [17. фебруара 1835. г.] — Указ о устројству, види и бр. [12] и [14]. | 1835-02-17 | - | -
S. d. ([oko 1815]). Nahijski knez moli za izuzeće od desetka. | 1815~
Izveštaj za [mart 1919], primljen [2. aprila o. g.], zaveden pod [1919]/[334]. | 1919-03 | 1919-04-02 | - | -
Telegram ministra inostranih dela od [10/23. jula 1914], primljen [istog dana u 18 časova]. | 1914-07-23 | 1914-07-23
Нота је предата у Београду [23. јула 1914. у 18 часова]; рок од 48 сати истицао је [25. јула]. | 1914-07-23 | 1914-07-25
Конвенција закључена [14. фебруара 1912]. у Софији, допуњена [29. априла] и [19. јуна (по старом)]. | 1912-02-14 | 1912-04-29 | 1912-07-02
Poslanik javlja 12. t.m. da je audijencija odložena za [petak]. | -
Protokol br. 7, sednica od [3. marta 1856. god.], prepis, [4] str. | 1856-03-03 | -
Преговори су почели [концем 1911], настављени у [јануару] и [фебруару 1912], а завршени [пролећа исте године]. | 1911-09~/1911-12 | 1912-01 | 1912-02 | 1912-21
Naredba Pov. br. 1204 od [3. IX 1941. god.] stupa na snagu danom objave. | 1941-09-03
Закон о уређењу војске од [27. јануара 1901. године], са изменама и допунама од [31. марта 1904]. и [27. марта 1909]. | 1901-01-27 | 1904-03-31 | 1909-03-27
Оптужени је ухапшен [у ноћи 3. на 4. новембар 1929], а осуђен пресудом К. 112/[1930] од [14. јуна 1930]. | 1929-11-03/1929-11-04 | - | 1930-06-14
Rok za žalbu ističe 15-og ov. meseca, a ročište je [1-og decembra tek. god.] | XXXX-12-01
Kmet je dužan do [1. januara] svake godine podneti izveštaj. | XXXX-01-01
Po § [144] i čl. [1903] Građanskog zakonika iz [1844]. | - | - | 1844
Zapisnici sednica, [1862–1868], [1871]. Knj. 1–7. Tehn. jed. br. [1862]. | 1862/1868 | 1871 | -
Фонд: Министарство просвете ([1838–1918]). Грађа: [1838–1914]; 512 кутија. | 1838/1918 | 1838/1914
Пописи становништва [1862/63. год.], кут. 12, бр. [1863]. | 1862/1863 | -
Akt od [12. (24) avgusta 1878], prilog uz br. [1878]/[79]. | 1878-08-24 | - | -
Оставштина Т. Ђорђевића: писма [1895–1943]; фотографије [око 1910]; дневник [III–XI 1915]. | 1895/1943 | 1910~ | 1915-03/1915-11
Bez datuma; prema sadržini [između 1806. i 1808]. | [1806..1808]
Снимак: Теразије, [пролеће 1911]. Плоча [13×18]; инв. бр. [1911]. | 1911-21 | - | -
Razglednica, žig pošte [2. 7. 1914], poslata iz Sarajeva [tri dana ranije]. | 1914-07-02 | 1914-06-29
Presuda Velikog suda od [27. aprila 1867. goda], pod N° 1867. | 1867-04-27
Рапорт капетана од [3/15 маја 1844]., примљен 7-ог истог, заведен [8. маја] под Но 1204. | 1844-05-15 | 1844-05-08
Polisa br. 1931 glasi [od 1. jula 1931. do 1. jula 1936], premija 1.250 dinara. | 1931-07-01/1936-07-01
Молба је предата [12.VII.1923. г.], решење донето [30/VII-1923]. | 1923-07-12 | 1923-07-30
Dana [2. (14.) jula 1860], pred nama potpisanima, pojavi se Toma Vučić. | 1860-07-14
Uverenje važi [šest meseci], tj. do [15. XII 1947]. | - | 1947-12-15
Statut je usvojen [14. decembra 1919], a izmenjen [8. marta 1925]. i [2. juna 1931]. Članarina se plaća do 10-og u mesecu. | 1919-12-14 | 1925-03-08 | 1931-06-02
Друштво је радило [1882–1886], па опет [од 1890. до 1914]; током [1905]. имало је 212 чланова. | 1882/1886 | 1890/1914 | 1905
Osnivačka skupština: [3.III.1907]. Pravila potvrđena [17. V. iste god.] pod br. 4312. | 1907-03-03 | 1907-05-17
Zadruga je likvidirana [30.09.1953. god.], zemlja vraćena [do kraja te godine]. | 1953-09-30 | 1953-09~/1953-12
Po uredbi od [3. jula 1919], a u vezi rešenja Ministra od [11. istog meseca], određuje se plata od [1. avgusta] zaključno. | 1919-07-03 | 1919-07-11 | 1919-08-01
Tapija izdata [19/31. III 1885], prepis overen [2. IV iste godine]. | 1885-03-31 | 1885-04-02
Тужилац наводи да је дао зајам [о Митровдану 1902. г.], на рок [до Ђурђевдана 1903. г.], под интерес 12%. | 1902-11-08 | 1903-05-06
Opštinski sud br. 1876, od [6-og maja 1876 god.] | 1876-05-06
Rok: trideset dana, računajući od [1. novembra 1921. god.], tj. zaključno sa [30. novembrom]. | 1921-11-01 | 1921-11-30
Deloduc br. [3] za [1812–1813. godinu], str. 44. | - | 1812/1813
АС, КК, XIV, 1127, писмо од [5. априла 1823]. | 1823-04-05
IAB, Uprava grada Beograda, [1941–44], k. 112, f. 5, d. [1942]. | 1941/1944 | -
Закључено у Пожаревцу [21. јула 1718]. Тур. регеста: [22. шабана 1130]. | 1718-07-21 | -
Datum: nakon [15. maja], a pre [3. juna 1876]. | 1876-05-15 | 1876-06-03
""",
    "letters and diaries": """
[12. октобар 1915]. [Јуче] пала киша. Данас чекамо воз. | 1915-10-12 | 1915-10-11
Solun, [4/17. marta 1917]. Dragi brate, primio sam tvoje pismo od [20. februara]. | 1917-03-17 | 1917-02-20
Уторак, [3. новембар]. Јутрос смо стигли у Призрен. | XXXX-11-03
Dnevnik: „[Ponedeljak], [6. XII 1915]. Sneg. [Juče] smo prešli prevoj, a [prekjuče] ostavili topove.“ | - | 1915-12-06 | 1915-12-05 | 1915-12-04
Крф, [1. априла 1916]. Јутрос нам рекоше да [сутра] крећемо. | 1916-04-01 | 1916-04-02
Kažu da će u [ponedeljak] biti premeštaj. | -
Пише ми мајка од 3. о. м. да је добро.
Otac mi je umro [u ljeto četrdeset druge], a brat [godinu dana kasnije]. | 1942-22 | 1943
Те [1914. године] имао сам седамнаест година; у [јулу] сам полагао матуру. | 1914 | 1914-07
[8. septembra uveče] javiše da je Italija kapitulirala. | XXXX-09-08
Pišem ti [na Božić], a pismo ćeš dobiti tek o Svetom Savi. | XXXX-01-07
U Parizu, [27. januara/8. februara 1878]. Dragi Jovane, pismo od [12. ov. m.] primio sam tek [juče]. | 1878-02-08 | 1878-02-12 | 1878-02-07
Биоград, [3. Априла 1851]. — Вашу сам послатку од [18. Марта] примио. | 1851-04-03 | 1851-03-18
Цетиње, [5/17 јануара 1877]. | 1877-01-17
Драга Мито, ево пролазе и [Материце], а од тебе ни речи; последње је стигло [о Митровдану]. | - | XXXX-11-08
Javljam ti da polazim u [subotu], a da ću kod vas biti [7. jula u podne]. | - | XXXX-07-07
Kragujevac, [14. XII 1914]. — Bratu Steviki. [Prekjuče] je stigla vest da je Beograd slobodan. | 1914-12-14 | 1914-12-12
[Лета 1848, у месецу мају], писах ти из Карловаца, па одговора нема. | 1848-05
Примио сам Ваше цењено писмо од 11. т. м. и хитам да одговорим.
Moj dragi, ako bog da, polazimo. Tvoj Vasa. Niš, [14. oktobra 1914]. | 1914-10-14
Среда, [18. јун 1941]. Ноћас је опет било пуцњаве. Кажу да ће од [сутра] важити полицијски час. | 1941-06-18 | 1941-06-19
[20. III]. Ceo dan snijeg. Pokret odložen za [22]. | XXXX-03-20 | -
Крф, [15/28. V 1916]. Јављам Ти да сам [на Ђурђевдан] добио Твоју карту од [10. фебруара]. | 1916-05-28 | 1916-05-06 | 1916-02-10
[5. septembra 1915]. Pismo br. 14. — [Sinoć] je stigao Mika. Ostaje do [nedelje]. | 1915-09-05 | 1915-09-04 | -
Поштовани господине, на Ваш допис од [3. марта о.г.] част ми је јавити да рукописа из [1813] немамо. | XXXX-03-03 | 1813
Zemun, [na Badnje veče 1887]. Pišem pri sveći. Lane u ovo doba bili smo svi na okupu. | 1888-01-05
Ево је већ [новембар], а од [августа] немамо гласа ни од Љубе ни од Пере. | XXXX-11 | XXXX-08
[Ponedeljak], [11. avgust 1914]. Cele noći se čuju topovi. [Juče] je prošao 5. puk. Kažu da su Švabe prešle Drinu [8. avgusta], kod Batara. Mama hoće da idemo u Kragujevac [u četvrtak]. | - | 1914-08-11 | 1914-08-10 | 1914-08-08 | 1914-08-13
[21. новембар 1915]. Призрен. Пада снег. [Прексиноћ] смо стигли, а [сутра] опет на пут. Краљ је отишао [јуче] преко Љум-Куле. Од [15. новембра] нисмо добили хлеба. | 1915-11-21 | 1915-11-19 | 1915-11-22 | 1915-11-20 | 1915-11-15
„Видинъ, [15. Маіа 1862. год.] Любезный брате!“ | 1862-05-15
У Пожуну, [11. Фебруарія 1837]. | 1837-02-11
Писано у Београду, [Октомврија 3. 1811]. | 1811-10-03
Дато у Тополи, [15. Јануарија 1809. лета]. | 1809-01-15
Крагуевацъ [29. Ноемврія 1833]. | 1833-11-29
Примио на [20. Декемврија 1814] чрез Јована Протића. | 1814-12-20
[1806. месеца јулија 12], под Београдом. | 1806-07-12
От нашега обшчества, [априлија 24-га 1805]. | 1805-04-24
У Новом Саду, [на Светог Саву 1851]. Драги пријатељу! Ваше од [1-вог о. м.] прими. | 1851-01-26 | 1851-01-01
Dragi moj, pišem ti u hitnji, [8. aprila], a karavan polazi skoro. [Od Božića] nisam ti se javio. | XXXX-04-08 | XXXX-01-07
Бечъ, [22. Марта 1847]. Ваше поштовано писмо од [2. т. м.] данас сам добио; книга ће бити готова [до Духова], а најдаље [до конца Јунија]. | 1847-03-22 | 1847-03-02 | 1847-05-23 | 1847-06-21~/1847-06-30
Четвртак, [22. октобар 1914]. Цео дан киша. [Синоћ] нам је рањен Мирко. [Прекјуче] стигла зимска одела. [У недељу] причест. | 1914-10-22 | 1914-10-21 | 1914-10-20 | 1914-10-25
[29. XI 1915]. Ljum-Kula. Noćili na snegu. [30. XI] prešli most. [1. i 2. XII] odmor u Pišakoji, [3. XII ujutru] dalje. | 1915-11-29 | 1915-11-30 | 1915-12-01/1915-12-02 | 1915-12-03
[5 септембра]. Стигосмо у Микру. Од [27 августа] смо на путу. Капетан каже да напад почиње ускоро. | XXXX-09-05 | XXXX-08-27
""",
    "memoirs": """
Кад је [двадесет седмог марта четрдесет прве] пукло, ја сам био у Скопљу, на одслужењу рока. | 1941-03-27
Moj djed je rođen [hiljadu osamsto šezdeset devete], u selu pod Durmitorom, a poginuo je na Bregalnici [devetsto trinaeste]. | 1869 | 1913
Сећам се добро [јесени 1943. године]; [крајем октобра] падао је први снег, а [4. новембра] смо кренули преко Лима. | 1943-23 | 1943-10-21~/1943-10-31 | 1943-11-04
Мајка је умрла [пред сам Божић 1929]. Отац ју је надживео свега две године. | 1929-01-07
U zatvoru sam proveo od [3. marta] pa sve [do Đurđevdana iste godine]. | XXXX-03-03 | XXXX-05-06
Те [јесени, 1944], нико није питао за школу. [Првих дана новембра] позвали су нас у команду места. | 1944-23 | 1944-11-01/1944-11-05~
Sa Solunskog fronta vratio se u [decembru osamnaeste]. | 1918-12
U selo smo stigli [uoči Nikoljdana 1941], mokri i gladni, a već [ujutru 19. decembra] zapucalo je sa svih strana. | 1941-12-18 | 1941-12-19
Није то било [’41]., него тек [у пролеће ’42]., кад се враћала пролетерска бригада. | 1941 | 1942-21
Imao sam dvadeset dve godine i 300 dinara u džepu kad sam [15. IX 1936]. izašao na stanicu u ulici [Sava Kovačevića]. | 1936-09-15 | -
U Mostar smo stigli [14. veljače 1945], a [sutradan ujutro] zvonila su sva zvona. | 1945-02-14 | 1945-02-15
Ustanak u Crnoj Gori počeo je [trinaestog jula 1941. godine]; [do polovine mjeseca] bilo je oslobođeno gotovo sve osim gradova. | 1941-07-13 | 1941-07-11~/1941-07-20~
Те [зиме 1942/43]. снијег је пао у [октобру]; [о Никољдану] пошли смо преко Неретве. | 1942-12-01/1943-03-21 | 1942-10 | 1942-12-19
[Od ožujka do svibnja 1943]. trajale su borbe na Neretvi i Sutjesci. | 1943-03/1943-05
Nijemci su došli u selo [na Petrovdan četrdeset treće], i to odjednom, s tri strane. | 1943-07-12
У [мјесецу рујну 1914. године] аустријска војска повуче се из Вишеграда. | 1914-09
Дјед је причао да је сиђ'о са катуна [о Митровдану 1875], у вријеме невесињске пушке. | 1875-11-07
U proljeće te, [1942. godine], glad je pokosila više ljudi nego puška. | 1942
Путник је кроз Србију прошао [1829], [у позну јесен], и опет [1834]. | 1829 | - | 1834
Premijera „Koštane“ bila je [22. juna 1900]; do [kraja veka] davana je još osam puta. | 1900-06-22 | -
Гимназија је отворена [1. септембра 1879. по ст. кал.], у кући трговца Станка. | 1879-09-13
[U drugoj polovini tridesetih godina 20. veka] gradi se i nova pošta. | 1935~/1939
Izložba je otvorena [u subotu], [9. oktobra 1926. u 11 časova], a zatvorena [24. o. m.] | - | 1926-10-09 | 1926-10-24
Ђачка екскурзија: полазак [28. маја 1933. у 6 сати изјутра], повратак [1. јуна увече]. | 1933-05-28 | 1933-06-01
Prva knjiga izišla je [krajem], a druga [početkom godine 1898]. | - | 1898-01/1898-04~
Roman je pisan [između dva rata], [1932–35], a objavljen tek [1951]. | - | 1932/1935 | 1951
Ja sam rođen [dvadeset i drugog avgusta hiljadu devetsto dvadesete] u Glini. Uhapsili su me [trećeg maja četrdeset prve]. | 1920-08-22 | 1941-05-03
To je bilo negde [krajem jula], možda [28. ili 29. jula 1941. godine], ne sjećam se tačno. | 1941-07-21~/1941-07-31 | [1941-07-28,1941-07-29]
U logoru smo bili od [jula] [do kraja augusta], kada su nas, [30. augusta], prebacili u Jasenovac. | XXXX-07 | XXXX-08-21~/XXXX-08-31 | XXXX-08-30
Стријељали су их [6. јануара 1942], на Бадњак. Ја сам побјегао [дан раније]. | 1942-01-06 | 1942-01-05
Muž mi je poginuo [četrdeset četvrte], [na Mitrovdan], kod Knina. | 1944 | 1944-11-08
Ostali smo sami te jeseni. Ocu je bilo 44, a majci 41. [Četrdeset pete] sam pošla u školu. | 1945
Било је то оне године кад је [на Ђурђевдан] пао снег. [О Петровдану] смо косили, [о Илиндану] врли, а [пред Аранђеловдан] дође позив за рат. | XXXX-05-06 | XXXX-07-12 | XXXX-08-02 | XXXX-11-21
Деда Милоје је причао: „Кад сам дошао с Једрена, била је зима.“
Rodio se zimi, krstili ga [o Mladencima 1884], a umro je, Bog da mu dušu prosti, [na Svetog Aranđela 1915], u snegu. | 1884-03-21 | 1915-11-21
Отац ми се родио [2. фебруара 1881], мајка [о Малој Госпојини 1886]. Узели су се [у јесен 1905], [пред Митровдан]. | 1881-02-02 | 1886-09-20 | 1905-23 | 1905-11-08
Ја сам девето дијете; рођен сам [ујутру 4. марта 1912], кад је пуцао лед на Врбасу. У школу пођох [1919], а [1923]. већ сам био шегрт у Бањој Луци. | 1912-03-04 | 1919 | 1923
Djed Luka otišao je u Ameriku [u proljeće 1907. godine], vratio se [1913], da bi u [oktobru 1914] poginuo kod Mačkovog kamena. | 1907-21 | 1913 | 1914-10
Krštena [14. avg. 1899], kuma Stana; † [30. sept. 1918]. od „španske groznice“. | 1899-08-14 | 1918-09-30
На иконици је записано: „[1859. лета, месеца маја 5]“. | 1859-05-05
""",
    "reports": """
Naređenje: napad otpočeti [20. septembra u 4.30 časova], dostići kotu 1206 do [12,00]. | XXXX-09-20 | -
Дивизија је у времену [од 1. до 15. маја 1944]. имала 34 мртва и 112 рањених. | 1944-05-01/1944-05-15
Bolnica 25. divizije i 3. bataljon 17. brigade prešli su Drinu [u noći 7/8. avgusta]. | XXXX-08-07/XXXX-08-08
„Политика“, бр. [1205], [5. маја 1907], стр. [2]. | - | 1907-05-05 | -
Beograd, [19. januara]. — Na današnjoj sednici skupštine. | XXXX-01-19
Општински избори заказани су за [недељу], [8. август 1926. године]. | - | 1926-08-08
U [subotu] uveče, [4. oktobra o. g.], Pozorište daje „Koštanu“. | - | XXXX-10-04
Зграда у Улици [7. јула] бр. [14] и Трг [Републике], код хотела „[1. мај]“. | - | - | - | -
Jedinice 5. udarnog korpusa ušle su u grad 15. i 16. o. m. i zarobile 1.900 vojnika.
[Od 15. marta do kraja maja 1942]. vođeno je 19 borbi, [maja] najviše. | 1942-03-15/1942-05-31 | 1942-05
Према члану 14. Закона о штампи од [6. августа 1925. године], лист се забрањује за [29. октобар]. | 1925-08-06 | 1925-10-29
„Службене новине“ бр. 274 од [28. новембра 1929. год.] објавиле су уредбу која ступа на снагу [1. јануара 1930]. | 1929-11-28 | 1930-01-01
[U nedelju], [17. marta], u 10 časova pre podne održaće se zbor u sali hotela „[Evropa]“. | - | XXXX-03-17 | -
Skupština akcionara zakazana je za [15. april 1911. g. u 3 časa po podne], a u slučaju neuspeha za [22. april]. | 1911-04-15 | 1911-04-22
На утакмици од [12. маја] „Југославија“ победи са 3:1 (2:0); улазница 10 динара. | XXXX-05-12
Broj stanovnika: [1895. godine] 5.120, [1921. godine] 7.980, a [31. marta 1931]. 9.447. | 1895 | 1921 | 1931-03-31
U petak, [1. decembra 1939], oko 18.40 časova, voz br. 1432 iskočio je iz šina. | 1939-12-01
Оснивачи се позивају [1, 2. и 3. јуна 1908]. на пријаву у општини. | 1908-06-01/1908-06-03
Bioskop „Kasina“ daje film [od 5. do 11. novembra] svakog dana u 4, 6 i 8 i po. | XXXX-11-05/XXXX-11-11
[13. V 1943. u 4,00 č.] 1. bataljon posjeo je kotu [1943]. | 1943-05-13 | -
Наређујем: [7. октобра у 5 часова] 2. батаљон 4. бригаде, ојачан са 2 топа 76 мм, напада одсек од к. 132 до к. 211. | XXXX-10-07
[Ноћу 15/16. октобра 1944. год.] јединице 14. корпуса ушле су у Гроцку, [16. октобра пре подне] у Болеч. | 1944-10-15/1944-10-16 | 1944-10-16
Gubici u vremenu [25. IX – 5. X 1943]: 14 mrtvih, 31 ranjen, [2] nestala. | 1943-09-25/1943-10-05 | -
Divizija je [16. XI] forsirala Moravu, zauzela Ćupriju [17. XI] i do [20. XI 1944]. očistila desnu obalu. | 1944-11-16 | 1944-11-17 | 1944-11-20
[U zoru 24. marta] neprijatelj je prešao u napad, a [25. u toku noći] povukao se. | XXXX-03-24 | XXXX-03-25
14. puk II позива прешао је Саву код Купинова [6. септембра 1914. у 1 ч. 30 мин.] | 1914-09-06
Istog dana oko 17 časova stigla je i artiljerija.
Do [31. decembra 1943]. brigada je imala 1.140 boraca, od toga 96 žena, i 28 puškomitraljeza. | 1943-12-31
Јединице су 19. и 20. о.м. водиле борбу на положају Рајац – Равна гора.
Градско веће је на седници од [23.05.1996. године] усвојило план; примедбе до [30.06.1996]. | 1996-05-23 | 1996-06-30
Izložba traje [od 5. do 28. 2. 1987], radnim danom od 10 do 19 h. | 1987-02-05/1987-02-28
[Od 24. marta do 10. juna 1999]. škola nije radila; devedesetih je broj đaka prepolovljen. | 1999-03-24/1999-06-10
Музеј је основан [27. 12. 1952], поставка отворена [4.7.1961]. | 1952-12-27 | 1961-07-04
Najveća poplava pamti se iz [maja ’65], a zatim iz [1981]. i [2006]. | 1965-05 | 1981 | 2006
Пошта: тел. 011/[3241-944], поштански фах [1945], жиро-рачун 840-[1948]-77. | - | - | -
Na Trgu [29. novembra], ispred hotela „[Prvi maj]“, okupilo se [9. marta 1991]. oko [70.000] ljudi. | - | - | 1991-03-09 | -
Logoraši su dopremljeni [27. na 28. januar 1942]; [od 1. do 10. februara] umrlo ih je 63. | 1942-01-27/1942-01-28 | 1942-02-01/1942-02-10
Сформирана [1. III 1944]. у с. Кифино Село; [15/16. III] води прву борбу. | 1944-03-01 | 1944-03-15/1944-03-16
Neprijatelj je u toku [5, 6. i 7. septembra 1943]. ubacio oko 1.200 vojnika. | 1943-09-05/1943-09-07
[Од 20. јуна 1991. до 3. јула] вођени су преговори. | 1991-06-20/1991-07-03
Zbeg je krenuo [pred zoru 10. juna 1943], preko Zelengore, a [u podne istog dana] avioni su ga otkrili. | 1943-06-10 | 1943-06-10
3. и 7. батаљон су [до 1 часа после поноћи 9/10. маја 1943]. заузели к. [1378]. | 1943-05-09/1943-05-10 | -
Штаб 2. АК, Оп. бр. 41, [2. XI 1944. у 23,30 ч.]: извршити [у току ноћи]. | 1944-11-02 | 1944-11-02
Pukovnik je preuzeo komandu [pet dana pre bitke]; uoči same ofanzive, [14. septembra 1918], obišao je položaje. | - | 1918-09-14
BEOGRAD, [3. marta]. — Njegovo Veličanstvo Kralj primio je [juče] u 11 časova g. Pašića. Sednica vlade biće održana [sutra] pre podne. | XXXX-03-03 | XXXX-03-02 | XXXX-03-04
Јуче, 14. о. м., у 3 сата по подне, сахрањен је Стеван Сремац.
[U utorak], [11. oktobra], otvara se u Novom Sadu vašar koji traje do [15. oktobra]. | - | XXXX-10-11 | XXXX-10-15
Воз који полази из Ниша у 14.35 каснио је синоћ два сата.
Po izveštaju od [20. marta t. g.], u okrugu ima 1.912 siromašnih đaka. | XXXX-03-20
Konkurs je otvoren do [1. septembra 1938]. Molbe slati na adresu: Kralja Milana 27, pošt. fah 1938. | 1938-09-01
[4. XII]. — 3. чета на предстражи. У 14 ч артиљерија туче к. 412. [5. XII] магла. [6/7. XII] смена. | XXXX-12-04 | XXXX-12-05 | XXXX-12-06/XXXX-12-07
[22. jula]. Pokret u 3 č. Stigli u Bukovik [23. u podne]. 24. odmor. Komandant puka bolestan od [20. o. m.] | XXXX-07-22 | XXXX-07-23 | XXXX-07-20
[Od 17. do 25. X] preko reke prebačeno 1.900 ljudi, 214 kola. Most je završen [u noći 25/26. X], a oštećen [26. X oko 11 h]. | XXXX-10-17/XXXX-10-25 | XXXX-10-25/XXXX-10-26 | XXXX-10-26
У току [јуна] пук је изгубио 1.204 обвезника; [1. јула] имао је 2.961 војника и 1914 пушака. | XXXX-06 | XXXX-07-01
[5. oktobra u 17 č.] izbili smo na liniju s. Ralja – s. Parcani. [6. oktobra] do 8 č. odmor. [U noći 6/7. oktobra] prikupljanje, [7. u zoru] napad na Avalu. | XXXX-10-05 | XXXX-10-06 | XXXX-10-06/XXXX-10-07 | XXXX-10-07
Непријатељ је [16. октобра] извршио испад из Београда. Наша артиљерија га је у 12.30 ч. зауставила. [19. пред вече] пала је Палата „Албанија“. | XXXX-10-16 | XXXX-10-19
Штаб је наређењем Стр. пов. бр. 112 од [3/X-1944] образовао групу. Извештај дати до [12. X у 20.00 ч.] | 1944-10-03 | 1944-10-12
Operativni dnevnik 17. divizije za [septembar 1944]: [1. IX] pokret; [2. IX u 6 č.] juriš na Prijepolje; [od 3. do 7. IX] gonjenje; [8. IX] odmor. | 1944-09 | 1944-09-01 | 1944-09-02 | 1944-09-03/1944-09-07 | 1944-09-08
""",
    "miscellany": """
Rezolucija Informbiroa objavljena je [28. juna 1948], [na Vidovdan]. Hapšenja su počela već u [julu], a logor na Golom otoku proradio je [9. jula 1949. godine]. | 1948-06-28 | 1948-06-28 | 1948-07 | 1949-07-09
Аграрна реформа извршена је [1945–1946]; колективизација, започета [јануара 1949], обустављена је уредбом од [30. марта 1953]. | 1945/1946 | 1949-01 | 1953-03-30
Studenti su [2. juna 1968. uveče] krenuli iz Studentskog grada; [narednog jutra] kod podvožnjaka ih je dočekala milicija. Protest je trajao do [9. juna]. | 1968-06-02 | 1968-06-03 | 1968-06-09
Ustav je proglašen [7. aprila 1963], a novi [21. februara 1974]. [Početkom osamdesetih] nastaje kriza; inflacija je [1989]. premašila 1.200 odsto. | 1963-04-07 | 1974-02-21 | 1980/1983~ | 1989
Stanica je puštena u rad [25. XI 1953. u 12 h], a modernizovana [sedamdesetih godina]. | 1953-11-25 | 197X
[Godine 1950]. i [1951]. bile su sušne, [1952]. još gora. Tek [u jesen 1953] stigle su prve pošiljke. | 1950 | 1951 | 1952 | 1953-23
[1804]. – Збор у Орашцу, [15. фебруара]; напад на Рудник [28. фебруара – 5. марта]. | 1804 | 1804-02-15 | 1804-02-28/1804-03-05
[1882, 6. mart] – proglašena kraljevina. | 1882-03-06
[7. jul 1521] – Sulejman II osvaja Šabac. | 1521-07-07
[1914, 2. decembar]: Beograd pada; [15. decembra] je ponovo slobodan. | 1914-12-02 | 1914-12-15
[20. 10. 1944]. Ослобођен Београд, а 21. 10. и Крагујевац. | 1944-10-20
[Januar 1813]. glad; [februar] — kuga u Šapcu; [mart–april]: hajdučija. | 1813-01 | 1813-02 | 1813-03/1813-04
Умро је синоћ, [13. децембра], у својој осамдесет четвртој години. Сахрана је [у суботу], [15. децембра 1901], у 3 часа по подне. | 1901-12-13 | - | 1901-12-15
Gospodo, pre tačno sto godina, [14. februara 1804], naši dedovi su se skupili u jednoj jaruzi. [1815] su se digli opet. Danas, [2. februara 1904. po starom], slavimo njih. | 1804-02-14 | 1815 | 1904-02-15
Као младић од 19 година отишао је [1876]. у добровољце; рањен на Бобовишту [1. септембра], лежао [до Божића]. | 1876 | 1876-09-01 | 1877-01-06
Био је члан Академије од [5. фебруара 1888], њен секретар [1892–1898], председник [1900]. | 1888-02-05 | 1892/1898 | 1900
Slika „Seoba“, naručena [1895], završena [1896], pokazana tek [1945]. Skica iz [1894–95]. | 1895 | 1896 | 1945 | 1894/1895
Prvi film prikazan je [25. maja 1896. (6. juna)] u kafani „Zlatni krst“, na Terazijama. | 1896-06-06
Portret je [s početka četrdesetih godina XIX veka]; ikonostas iz [1842/43]. | 1840/1843~ | 1842/1843
Prva zbirka ([1911]) pesnika rođenog [1886]., a mrtvog [1915], izašla je posle Balkanskih ratova u drugom izdanju ([1919]). | 1911 | 1886 | 1915 | 1919
Пуковник Миливоје рођен је [17. новембра 1871. године] у Крушевцу. Војну академију завршио је [1893], а чин мајора добио [о Видовдану 1909]. У [јулу 1913]. командовао је пуком на Брегалници; рањен је [1. јула] и умро [наредног дана]. | 1871-11-17 | 1893 | 1909-06-28 | 1913-07 | 1913-07-01 | 1913-07-02
Iz Skadra su brodovi isplovili [22. januara 1916], a poslednji ešelon stigao je na Krf [21. februara]. [Krajem marta] vojska je brojala 112.000 ljudi; [od 12. aprila do 31. maja] prevezena je u Solun. | 1916-01-22 | 1916-02-21 | 1916-03-21~/1916-03-31 | 1916-04-12/1916-05-31
Град су Аустријанци држали [1717–1739], па опет [1789–1791]. [Између 1806. и 1813]. био је у устаничким рукама. | 1717/1739 | 1789/1791 | [1806..1813]
Kopaonik, [14. avgusta 1942]. Četa je [juče] razbijena. Mi smo sahranili Milana. Do [1. septembra] treba da stignemo na Jastrebac. | 1942-08-14 | 1942-08-13 | 1942-09-01
Протокол вођен у Крагујевцу, [12. децембра 1829], одлуке од [9. и 10. истог месеца]; види и бр. 1829. | 1829-12-12 | 1829-12-09/1829-12-10
[Na Đurđevdan 1903]. održan je zbor; [20. maja/2. juna] zaverenici određuju dan, a [29. na 30. maj po starom] izvode prevrat. | 1903-05-06 | 1903-06-02 | 1903-06-11/1903-06-12
[Зима 1941/42]. била је оштра; у [јануару] је термометар показивао −30, а [пролеће 1942]. донело је глад. | 1941-12-01/1942-03-21 | 1942-01 | 1942-21
U [XVIII veku] grad nije prelazio 20.000 duša, potom već 60.000, a [tridesetih godina 20. veka] četvrt miliona. | 17XX | 193X
[Devetsto osamnaeste], u [novembru], vratio se kući pješice, iz Segedina. Majka ga nije poznala. Potom se oženio. | 1918 | 1918-11
[Двадесет и трећег марта] стиже глас, [недељу дана доцније] и он сам. | XXXX-03-23 | XXXX-03-30
[7. IV 1941] – 4. pešadijski puk u pokretu ka Strumici. [8. IV], pred zoru, razbijen. [Sledeće noći] ostaci prelaze Vardar. | 1941-04-07 | 1941-04-08 | 1941-04-09
Odlukom opštine br. 1904 od [12/25. jula 1904. g.] ustanovljen je vašar [o Maloj Gospojini]. | 1904-07-25 | 1904-09-21
Био је у Бечу [од 1827. до 1828]., у Берлину [1829–30], а у Србији [1831]. и [у пролеће 1832]. | 1827/1828 | 1829/1830 | 1831 | 1832-21
""",
    "hard": """
Uredba od [5.III.1936], sl. l. br. [1936]/52. | 1936-03-05 | -
Na dan [1-VIII-1944] ljudstvo: 912. | 1944-08-01
Београд, [20.X.1944. године] — слободан! | 1944-10-20
Izvještaj za period [od 1.I. do 31.III.1944]. | 1944-01-01/1944-03-31
Zemljoradnici su [’32]. i [’33. godine] prodavali po 60 para. | 1932 | 1933
[Između 1912. i 1918]. palo je 400.000 ljudi. | [1912..1918]
[18. i 19. vijek] donose nove puteve. | {17XX,18XX}
Konak iz [druge polovine XVIII stoleća], obnovljen [2. polovinom XIX veka]. | 1750~/1799 | 1850~/1899
Сеоба је била око [1737–1740]. | 1737/1740
Датум: [7 (19) фебруар 1804]. или [14. фебруар]. | 1804-02-19 | 1804-02-14
[Leta gospodnjeg 1459]. pade Smederevo, na [20. juna]. | 1459 | 1459-06-20
[Od Svetog Nikole 1915. do Cveti 1916]. ležao je u Bizerti. | 1915-12-19/1916-04-16
Сутрадан [по Ивањдану 1876] почео је рат; [на Огњену Марију] већ смо били код Алексинца. | 1876-07-06 | 1876-07-29
U leto [iste], [1876. godine], i [u jesen 1877]. | - | 1876 | 1877-23
[Krajem dvadesetih] i [početkom tridesetih godina] otvorena su tri bioskopa. | 1927~/1929 | 1930/1933~
Most je građen [1888—89], srušen [1914], obnovljen [1920—21. god.] | 1888/1889 | 1914 | 1920/1921
Odluka br. 12 od [30-VI-1951 godine]. | 1951-06-30
Bitka [25. oktobra (6. novembra po novom) 1876] odlučila je. | 1876-11-06
Dana [05. 11. 1942. godine u 7,30 časova] krenula je kolona. | 1942-11-05
Umro je [leta 6897-og], tj. [1389]. | - | 1389
""",
    "traps": """
Stanovao je u Ulici Prvog maja 12, a radio u Bulevaru 27. marta, kod Trga 7. jula i pijace 20. oktobra.
Preduzeće „29. novembar“ iz Subotice i OŠ „13. oktobar“ dobili su po 1.500 dinara.
Улица 14. децембра пресеца Грамшијеву, а насеље 25. мај је нешто даље, на броју 1944.
Petar II, Aleksandar I i Milan IV nisu se sreli; V armija i III ukrajinski front jesu.
Псалам 118, 24; Мт 5, 10; Лк 12. 3. и Дан 7, 9.
ISBN 86-331-1944-1; UDK 94(497.11)"1941/1945"; str. 1804–1830; tab. 12.5.
Пук је имао 1804 пушке, 1878 коња и 1912 људи, на коти 1389.
Za 1500 dinara kupio je 1200 oka kukuruza i 12. ovna.
Brigada je zauzela k. 1941, k. 1876 i trig. 1712, potom je produžila ka selu.
Tel. 32-19-44, žiro račun 60801-678-1945, lok. 1914, fax 011/1999-2000.
U 5. redu, 12. stolici i 3. loži; reč 7. po redu; 8. razred; 11. poglavlje; 2. kolo.
Резултати: 3:1, 20:10, 12-11; време 10,44; температура 12.5 степени.
„Мартовска револуција“ и „Октобарска“ су називи; Мајски преврат такође; Видовдански устав и Сретењски устав.
Јун Јулијус и Мај Мартин играли су у комаду „Априлски дани“.
Glava XII. Knjiga V. Sveska 1941. Tom III, str. 12. i 13.
Marta je rekla Juliji da Maja i Avgustin ne dolaze.
Код споменика палима од 1912 до броја 30 скрените лево.
Motor od 1941 ccm, top 75 mm, brod od 1918 tona, bomba od 500 kg.
Prešli su 12. i 13. kilometar, a zatim i 20. stub.
Vagon br. 1912, lokomotiva 33-087, serija 1943-A, šifra 12/44.
Dnevnica je 15,50, a hleb 2.20; sledovanje 1/4 kg; kurs 44.12.
Okrug je imao 1887 domova, 1923 poreske glave i 1412 konja; od toga je 1344 u planini.
У срезу је било 1912 ђака, 1876 ученица и 1541 књига, а у вароши 1804.
Trupe su izgubile 1389 vojnika, zarobljeno je 1914, ranjeno 2012, nestalo 1743.
Висина Ртња је 1565 м, Медведника 1247, Јастрепца 1492, а Копаоника 2017 метара.
Prodato je 1932 metra platna po 1850 para, plus 1733 komada.
Cena: 1840 din. — Popust 1945 din. — Ukupno 1999.
Распон моста 1467 м, ширина 1412 цм, носивост 1650 тона.
Kapital 1.804.000, dividenda 18,41, akcija 1914 komada.
Stan 14, ulaz 2, sprat 7; ključ 1941; sef 1389; šifra 1804-1813.
Пук има 4 батаљона; 1. батаљон 1012, 2. батаљон 987, 3. батаљон 1104, 4. батаљон 1098 људи.
Strana 1804, red 12; kolona 1941; vidi napomenu 1912 i tabelu 1878.
Kuća u ulici Kosovskoj 1389, stan 20, II sprat, tel. 1914.
Укупно 1.941.000 динара, од тога 1804 у злату.
Čitalac će na str. 1804. naći sve što se odnosi na glavu VII i na poglavlja 12. i 13.
Brodovi klase „1914“ i topovi M 1910 i 1897 nisu stigli; puške M.1899 jesu.
Кафана „Два јелена“, Скадарска 32, тел. 1876; „Код 7 Шваба“; „Хиљаду и једна ноћ“.
Peti puk, 3. četa, 2. vod, 14. red; 12. bataljon 4. brigade 25. divizije.
Od ugla Francuske i Ulice 29. novembra do Bulevara despota Stefana ima 412 metara.
Улица Седмог јула зове се данас Краља Петра; Трг Маркса и Енгельса је Трг Николе Пашића.
U fabrici „Prvi maj“ u Pirotu i u „21. oktobru“ u Kragujevcu radi 1.804 radnika.
Gimnazija „20. oktobar“ (Bačka Palanka) i Dom zdravlja „7. april“ renovirani su.
Касарна „4. јули“ на Вождовцу и биоскоп „20. октобар“ у Балканској су затворени.
Telefonirajte na 064/1941-1945 ili pišite na p. p. 1912; kancelarija 20, X sprat.
Песма бр. 12, стих 1804; Гласник 44, стр. 12–20; Зборник радова XII.
""",
}
