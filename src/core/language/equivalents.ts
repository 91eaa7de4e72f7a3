/**
 * Words of the news in other languages than English: whoever writes `talks` into a story also means "Gespräche",
 * "переговоры" and "pourparlers". A line is `English words: words of other languages`; a trailing `*` takes any
 * ending. This is language, not knowledge of a story.
 */
import { stemOf } from "./words.ts";

const source = `
talks, negotiations, negotiate, bargain, discussions, consultations, dialogue: Gespräch*, Verhandlung*, verhandel*, Beratung*, pourparlers, négoci*, discussions, conversacion*, negocia*, diálogo, colloqui*, negoziat*, trattativ*, conversaç*, conversas, rozmow*, negocjacj*, görüşme*, müzakere*, gesprekken, onderhandel*, samtal*, förhandl*, forhandl*, jednán*, tárgyalás*, discuți*, negocier*, переговор, консультаци, перемовин, محادثات, مفاوضات, مباحثات, 会谈, 谈判, 磋商, 交渉, 会談, 협상, 회담, συνομιλίες, διαπραγματεύσεις, שיחות, perundingan
meeting, meet, summit: Treffen, trifft, trafen, Gipfel*, rencontre*, réunion*, sommet, reunión, reunion*, cumbre, incontr*, riunion*, vertice, reunião, cimeira, cúpula, spotkan*, spotka*, szczyt*, toplantı*, zirve*, ontmoet*, setkán*, találkoz*, întâlnir*, встреч, встрет, саммит, зустріч, зустрі, саміт, لقاء, اجتماع, قمة, 会晤, 峰会, συνάντηση, פגישה, pertemuan, mötet, mødet, møtet
agreement, deal, accord, treaty, pact: Einigung*, einig*, Abkommen, Vereinbarung*, Vertrag*, traité*, acuerdo*, tratado*, trattat*, acordo*, umow*, porozumien*, anlaşma*, akkoord*, verdrag*, avtal*, aftale*, dohod*, megállapod*, egyezmény*, acord*, соглашени, договор, сделк, договорил, угод, домовил, اتفاق, معاهدة, 协议, 条约, συμφωνία, הסכם, accord, accords, acordos
offer, proposal, bid: Angebot*, Vorschlag*, offre*, proposition*, oferta*, propuesta*, propost*, proposta*, ofert*, propozycj*, teklif*, öneri*, aanbod*, voorstel*, erbjudand*, ajánlat*, предложени, пропозиц, عرض, 提议, 提案
plan, framework, draft: Plan, Entwurf, plan, projet, plano, piano, bozza, borrador, taslak, план, проект, خطة, 计划
peace: Frieden*, paix, paz, pokój, pokoju, pokojow*, barış*, vrede*, béke*, мир, мирн, السلام, 和平, ειρήνη, שלום
ceasefire, truce, armistice: Waffenruhe*, Waffenstillstand*, cessez-le-feu, trêve, alto el fuego, tregua, cessate il fuoco, cessar-fogo, rozejm*, ateşkes*, wapenstilstand*, eldupphör, příměř*, tűzszünet*, перемири, прекращение огня, припинення вогню, هدنة, وقف إطلاق النار, 停火, zawieszenie broni, zawieszenia broni
envoy, negotiator, delegation, mediator: Gesandt*, Sondergesandt*, Unterhändler*, Delegation*, Vermittler*, émissaire*, négociateur*, délégation*, médiateur*, enviado*, negociador*, delegación, mediador*, inviat*, negoziator*, delegazion*, mediator*, delegaç*, wysłannik*, negocjator*, delegacj*, temsilci*, heyet*, arabulucu*, gezant*, bemiddel*, посланник, переговорщик, делегаци, посредник, переговорник, مبعوث, وفد, وسيط, 特使, 代表团
strike, walkout, industrial action: Streik*, streik*, Ausstand, Arbeitsniederlegung*, grève*, huelga*, sciopero, scioperi, strajk*, strejk*, stávk*, sztrájk*, забастовк, страйк, إضراب, 罢工, απεργία, שביתה, grevi, stakingen, greves
union, unions: Gewerkschaft*, syndicat*, sindicato*, sindacat*, sendika*, vakbond*, fackförening*, fackförbund*, профсоюз, профспілк, نقابة, 工会, związkowc*, związki zawodowe
pay, wages, salary: Lohn, Löhne*, Gehalt*, Gehälter*, Tarif*, salaire*, salario*, sueldo*, stipend*, salari, salário*, płac*, wynagrodzen*, ücret*, зарплат, заработн, أجور, رواتب, 工资, maaşlar, stipendio
drivers, workers, employees, staff: Fahrer*, Beschäftigte*, Arbeiter*, conducteur*, chauffeur*, salarié*, trabajador*, conducent*, lavorator*, motorista*, trabalhador*, kierowc*, pracownik*, sürücü*, işçi*, chauffeurs, водител, работник, рабочи, водії, працівник, سائق, عمال, autisti, autista
vote, election, ballot, runoff: Wahl*, Stichwahl*, Abstimmung*, élection*, scrutin, vote, eleccion*, elección, votación, elezion*, voto, ballottaggio, eleiç*, votação, wybor*, głosowan*, seçim*, oylama*, verkiezing*, volb*, választás*, aleger*, выбор, голосовани, вибор, голосуванн, انتخابات, تصويت, 选举, 投票, εκλογές, בחירות
recount, count, tally: Auszählung*, Nachzählung*, Neuauszählung*, recomptage, dépouillement, recuento*, escrutinio, riconteggio, spoglio, recontagem, przelicz*, sayım*, hertelling, подсчет, пересчет, підрахун, перерахун, فرز, 重新计票
government, coalition, cabinet: Regierung*, Koalition*, Kabinett*, gouvernement*, coalition*, gobierno*, coalición, governo*, coalizion*, coligaç*, rząd*, koalicj*, hükümet*, koalisyon*, regering*, coalitie*, regeringen, koalition*, kormány*, правительств, коалици, уряд, коаліці, حكومة, ائتلاف, 政府, 联合政府
minister, ministry: Minister*, ministre*, ministro*, ministr*, bakan*, министр, міністр, وزير, 部长
court, trial, judge, hearing: Gericht*, Prozess*, Richter*, tribunal*, procès, juge*, juicio*, juez*, tribunale, giudic*, julgamento, juiz*, proces*, sędzi*, mahkeme*, yargıç*, rechtbank, rechter*, rättegång*, domare*, soud*, bíróság*, суд, судь, процесс, процес, محكمة, محاكمة, قاض, 法院, 审判, processo, sądu, sądem, davası
verdict, ruling, sentence, sentenced, convicted, guilty: Urteil*, verurteil*, schuldig, verdict, condamn*, coupable, veredicto, sentencia, condena*, culpable, verdetto, sentenza, condann*, colpevole, veredito, wyrok*, skazan*, karar*, suçlu*, mahkum*, vonnis, dömd*, приговор, виновн, осужд, вирок, винн, засудж, حكم, إدانة, 判决
witness, testimony: Zeug*, témoin*, testigo*, testimon*, testemunh*, świad*, tanık*, getuig*, vittn*, свидетел, показани, свід, شاهد, 证人
appeal: Berufung*, appel, apelación, recurso, appello, ricorso, apelacj*, temyiz, beroep, апелляц, апеляц, استئناف
merger, takeover, acquisition, buyout: Fusion*, Übernahme*, übernimmt, fusion*, rachat, acquisition, fusión, adquisición, compra, acquisizion*, fusão, aquisição, fuzj*, przeję*, birleşme*, satın al*, overname*, fusie*, sammanslagning*, uppköp*, слияни, поглощени, злитт, поглинан, اندماج, استحواذ, 合并, 收购
shareholders, investors: Aktionär*, Anleger*, actionnaire*, accionista*, azionist*, acionista*, akcjonariusz*, hissedar*, aandeelhouder*, aktieägar*, акционер, акціонер, مساهم, 股东
regulator, watchdog: Aufsicht*, Kartellamt, régulateur, regulador*, autorità, regulator*, düzenleyici, toezichthouder*, регулятор, 监管
storm, hurricane, typhoon, cyclone: Sturm*, Orkan*, Unwetter, Zyklon*, tempête*, ouragan*, cyclone, tormenta*, huracán*, ciclón*, tempest*, uragano, ciclone, tempestade*, furacão, burz*, huragan*, cyklon*, fırtına*, kasırga*, storm*, orkaan, orkan*, vihar*, шторм, ураган, циклон, буря, عاصفة, إعصار, 风暴, 飓风, 台风
flood, flooding, floods: Flut*, Hochwasser*, Überschwemmung*, inondation*, inundacion*, inundación, alluvion*, inondazion*, inundaç*, enchente*, powód*, su baskın*, overstroming*, översvämning*, povod*, árvíz*, наводнени, повін, فيضان, 洪水, crues
earthquake, quake: Erdbeben*, séisme*, terremoto*, trzęsieni*, deprem*, aardbeving*, jordbävning*, землетрясени, землетрус, زلزال, 地震
fire, wildfire: Waldbrand*, incendi*, incêndio*, pożar*, yangın*, пожар, пожеж, حريق, 火灾, Großbrand*
dead, killed, victims, death toll, toll, casualties: Tote*, Opfer*, Todesopfer*, victime*, bilan, muert*, víctima*, vittim*, mortos, vítima*, ofiar*, zabit*, ölü*, can kaybı, doden, slachtoffer*, döda*, omkom*, mrtv*, obět*, halott*, погиб, жертв, загибл, загину, قتيل, قتلى, ضحايا, 死亡, 遇难, morts, mortes, morti
evacuated, evacuation: evakuier*, évacu*, evacua*, evacuaz*, ewaku*, tahliye*, evakuer*, evacueer*, эвакуир, эвакуац, евакую, евакуац, إجلاء, 疏散
power cuts, outage, blackout: Stromausfall*, Strom, coupure*, apag*, blackout, brak prądu, elektrik kesint*, stroomuitval, strömavbrott*, ström, отключени, обесточ, знеструмл, انقطاع الكهرباء, 停电, corte de luz, cortes de luz, panne de courant
dam, reservoir: Staudamm*, Stausee*, Talsperre*, barrage*, réservoir, presa, embalse*, barragem, zapor*, baraj*, stuwdam*, damm*, přehrad*, плотин, дамб, водохранилищ, греблі, гребля, водосховищ, سد, خزان, 大坝, 水坝
strait, canal: Meerenge*, Kanal*, détroit*, canal*, estrecho*, stretto, estreito, cieśnin*, boğaz*, zeestraat, пролив, протоц, проток, مضيق, 海峡
shipping, ships, vessels: Schiffe*, Schifffahrt*, navire*, navigation, barco*, buque*, navegación, navio*, statk*, żeglug*, gemi*, schepen, scheepvaart, fartyg*, sjöfart*, судоходств, судноплав, سفن, ملاحة, 航运, 船只
tolls, tariffs, duties, customs: Zoll*, Zölle*, Maut*, tarif*, douan*, péage*, arancel*, aduan*, peaje*, dazi*, pedagg*, tarifa*, vergi*, gümrük*, heffing*, пошлин, тариф, رسوم, 关税
border: Grenz*, frontière*, frontera*, frontier*, fronteira*, granic*, sınır*, grens*, gräns*, hranic*, határ*, границ, кордон, حدود, 边境, confini
sanctions: Sanktion*, sanction*, sancion*, sanzion*, sanç*, sankcj*, yaptırım*, sancties, санкци, санкці, عقوبات, 制裁
gas, pipeline, oil: Pipeline*, Öl, gazoduc*, pétrole, gasoducto*, petróleo, gasdott*, petrolio, gasoduto*, gazociąg*, boru hattı*, gasleiding*, газ, газопровод, трубопровод, нефт, нафт, غاز, أنبوب, نفط, 天然气, 管道, gaz, doğalgaz
prisoners, hostages: Gefangen*, Geisel*, prisonnier*, otage*, prisionero*, rehén*, rehenes, prigionier*, ostagg*, prisioneiro*, jeńc*, więźni*, zakładni*, tutuklu*, esir*, gevangen*, gijzel*, gisslan, пленн, заложник, полонен, заручник, أسرى, رهائن, 囚犯, 人质, reféns
protest, demonstration, rally: Protest*, Demonstration*, Kundgebung*, manifestation*, protesta*, manifestac*, protest*, manifestazion*, manifestaç*, gösteri*, betoging*, demonstrat*, протест, митинг, мітинг, احتجاج, مظاهرة, 抗议
budget, loan, debt: Haushalt*, Kredit*, Schuld*, budget*, dette*, presupuesto*, préstamo*, deuda*, bilanci*, prestit*, orçamento*, empréstimo*, dívida*, budżet*, pożyczk*, dług*, bütçe*, borç*, begroting*, lening*, schuld*, бюджет, кредит, долг, борг, позик, ميزانية, قرض, 预算, 贷款, préstamos, prêts, krediler
grain, wheat: Getreide*, Weizen*, céréale*, blé, trigo, grano, cereali, zboż*, pszenic*, tahıl*, buğday*, graan*, tarwe, spannmål*, зерн, пшениц, حبوب, قمح, 粮食
fishing, fish: Fischerei*, Fisch*, pêche*, pesca*, pesc*, rybołów*, balıkçı*, рыболов, рибальств, صيد, 渔业
water: Wasser*, eau, eaux, agua*, acqua, acque, água*, vatten*, вод, مياه, woda, wody, wodzie
climate, emissions: Klima*, Emission*, climat*, émission*, emision*, emission*, emiss*, iklim*, klimaat*, utsläpp*, климат, выброс, клімат, викид, مناخ, انبعاثات, 气候, clima
nuclear, uranium, enrichment: nuklear*, Atom*, Uran*, nucléaire*, uranium, nuclear*, uranio, nucleare, atomow*, nükleer*, uranyum, kernenergie, ядерн, уран, نووي, يورانيوم
troops, army, soldiers: Truppe*, Armee*, Soldat*, troupe*, armée*, tropa*, ejército*, soldado*, truppe, esercit*, soldat*, exército*, wojsk*, żołnierz*, asker*, troepen, trupper*, войск, арми, солдат, військ, армі, جيش, قوات, 军队, ordusu
hospital, vaccine, outbreak, epidemic: Krankenhaus*, Impf*, Ausbruch*, Epidemie*, hôpita*, vaccin*, épidémie*, hospital*, vacuna*, brote*, epidemia*, ospedal*, vaccino, vaccini, epidemi*, szpital*, szczepion*, hastane*, salgın*, ziekenhui*, больниц, вакцин, вспышк, эпидеми, лікарн, епідемі, مستشفى, لقاح, وباء, 医院, 疫苗, 疫情
crash, accident, investigation: Absturz*, Unfall*, Ermittlung*, Untersuchung*, accident*, enquête*, accidente*, investigación, indagin*, inchiest*, acidente*, investigaç*, wypad*, śledztw*, soruşturma*, ongeluk*, onderzoek*, olyck*, utredning*, авари, крушени, расследовани, аварі, розслідуванн, حادث, تحقيق, 事故, 调查, kazası
release, released, freed, free: Freilass*, freigelassen*, freikommen, libér*, libéra*, liberaci*, liberan, liberad*, liberaz*, rilasci*, libertaç*, libertad*, zwoln*, uwolni*, serbest bırak*, vrijgelaten, vrijlating, frigiv*, frisläpp*, propušt*, освобо, освобод, отпуст, звільн, إفراج, أفرج, 释放, 获释
kidnap, kidnapped, abduct, abducted, kidnappers, abductors: entführ*, Entführ*, enlèv*, enlev*, ravisseur*, secuestr*, rapt*, sequestr*, porwan*, porwał*, kaçır*, ontvoer*, kidnapp*, únos*, emberrabl*, похищ, похити, викрад, خطف, اختطاف, 绑架
ransom: Lösegeld*, rançon*, rescate, riscatto, resgate, okup*, fidye*, losgeld, lösensumma, výkupné, выкуп, викуп, فدية, 赎金
museum, collection: Museum*, Museen, musée*, museo*, museu*, muze*, müze*, musei, музе, متحف, 博物馆
sculptures, statues, artefacts, artifacts, bronzes: Skulptur*, Statue*, Kunstwerk*, œuvre*, oeuvre*, escultura*, estatua*, scultur*, statua*, opere, rzeźb*, dzieł*, heykel*, eser*, beeld*, скульптур, статуй, статуи, экспонат, تماثيل, 雕像, 文物
restitution, repatriation, return, returned: Rückgabe*, zurückgeb*, Restitution*, restituti*, restitu*, retour, devoluc*, devuelv*, restituzion*, devoluç*, zwrot*, zwróc*, iade*, teruggave, återlämn*, возвращени, вернут, реституц, поверненн, повернут, إعادة, 归还
pilots, crew: Pilot*, Besatzung*, Crew*, pilote*, équipage*, piloto*, tripulaci*, pilota*, piloti, equipaggio, tripulaç*, pilot*, załog*, mürettebat, piloten, bemanning, besättning*, пилот, экипаж, лётчик, екіпаж, طيار, 飞行员
creditors, lenders: Gläubiger*, créancier*, acreedor*, creditor*, credor*, wierzyciel*, alacaklı*, schuldeiser*, borgenär*, кредитор, دائن, 债权人
bankruptcy, insolvency, insolvent: Insolvenz*, Konkurs*, Pleite*, faillite*, insolvab*, quiebra*, bancarrota, fallimento, falência*, insolvênc*, upadłoś*, bankruc*, iflas*, faillissement*, konkurs*, банкрот, إفلاس, 破产
rescue, bailout: Rettung*, sauvetage*, rescate*, salvatagg*, resgate*, ratun*, kurtarma, redding*, räddning*, спасени, порятун, إنقاذ, 救援, 救助
quota, quotas, catch: Quote*, Fangquote*, quota*, cuota*, cota*, kwot*, kota*, quotum, kvot*, квот, حصة, 配额
outbreak, infection, infected, virus: Ausbruch*, Infektion*, infiziert*, Virus*, infection*, contaminat*, infecci*, contagi*, infezion*, infeç*, zakażen*, wirus*, enfeksiyon*, virüs*, besmett*, smitt*, инфекц, заражен, вирус, інфекц, вірус, عدوى, 感染, 病毒
quarantine, lockdown: Quarantäne*, quarantaine*, cuarentena*, quarantena*, quarentena*, kwarantann*, karantina*, quarantaine, karantän*, карантин, حجر صحي, 隔离
parliament, lawmakers, senators: Parlament*, Abgeordnet*, parlement*, député*, sénateur*, parlamento, diputad*, senador*, parlament*, deputat*, senator*, posł*, milletvekil*, meclis*, Kamerlid*, парламент, депутат, сенатор, برلمان, 议会
explosion, eruption, volcano: Explosion*, Ausbruch*, Vulkan*, explosi*, éruption*, volcan*, erupci*, eruzion*, vulcan*, erupç*, vulcão, wybuch*, erupcj*, wulkan*, patlama*, yanardağ*, uitbarsting*, vulkaan, взрыв, извержени, вулкан, вибух, انفجار, بركان, 爆炸, 火山
airline, airport, flight: Fluggesellschaft*, Flughafen*, compagnie aérienne, aéroport*, aerolínea*, aeropuerto*, compagnia aerea, aeroport*, companhia aérea, linie lotnicze, lotnisk*, havayolu*, havalimanı*, luchtvaart*, flygbolag*, авиакомпан, аэропорт, авіакомпан, شركة طيران, مطار, 航空公司
`;

type Entry = { readonly stems: ReadonlySet<string>; readonly words: readonly string[] };

const listOf = (cell: string): readonly string[] => cell.split(",").map((word) => word.trim());

const entries: readonly Entry[] = source
  .split("\n")
  .filter((line) => line.includes(": "))
  .map((line) => ({
    stems: new Set(listOf(line.slice(0, line.indexOf(":"))).map(stemOfPhrase)),
    words: listOf(line.slice(line.indexOf(":") + 1)),
  }));

/** The stem of a word, or of a phrase's last word. */
function stemOfPhrase(phrase: string): string {
  const words = phrase.toLowerCase().split(" ");
  return [...words.slice(0, -1), stemOf(words.at(-1)!)].join(" ");
}

/** What an English word of the news is called in other languages; nothing for a word that the table does not hold. */
export function equivalentsOf(word: string): readonly string[] {
  const stem = stemOfPhrase(word.replace(/\*$/, ""));
  return entries.flatMap(({ stems, words }) => (stems.has(stem) ? words : []));
}

const languages = "de fr es it pt pl nl sv cs hu ro tr ru uk ar zh el he ja ko id".split(" ");

/** A country's names in other languages, from the tables of the runtime; nothing for what is no country. */
export function countryNames(name: string): readonly string[] {
  const code = countryCodes().get(name.toLowerCase());
  if (code === undefined) return [];
  const names = languages.map((language) => new Intl.DisplayNames([language], { type: "region" }).of(code) ?? "");
  return [...new Set(names)].filter((one) => one !== "" && one !== code);
}

let codes: ReadonlyMap<string, string> | null = null;

/** ISO 3166 codes by English name: of all pairs of letters, those that the runtime knows as a region. */
function countryCodes(): ReadonlyMap<string, string> {
  if (codes) return codes;
  const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  codes = new Map(pairs.flatMap((code) => (english.of(code) ? [[english.of(code)!.toLowerCase(), code]] : [])));
  return codes;
}
