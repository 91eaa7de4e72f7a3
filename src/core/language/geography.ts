/**
 * General geography: countries with their people and capitals, and the bodies of states that news names every day.
 * A line is `id: Name|Other name; Demonym|Demonyms; Capital`. Bodies that hold several countries list them after `>`.
 */
const countries = `
us: United States|US|U.S.|USA|United States of America|America; American|Americans; Washington
russia: Russia|Russian Federation; Russian|Russians; Moscow|Kremlin
ukraine: Ukraine; Ukrainian|Ukrainians; Kyiv|Kiev
uk: United Kingdom|UK|U.K.|Britain|Great Britain|England; British|Britons; London
france: France; French; Paris
germany: Germany; German|Germans; Berlin
italy: Italy; Italian|Italians; Rome
spain: Spain; Spanish|Spaniards; Madrid
portugal: Portugal; Portuguese; Lisbon
poland: Poland; Polish|Poles; Warsaw
belgium: Belgium; Belgian|Belgians; Brussels
netherlands: Netherlands; Dutch; The Hague|Amsterdam
luxembourg: Luxembourg; Luxembourgish
switzerland: Switzerland; Swiss; Bern|Geneva
austria: Austria; Austrian|Austrians; Vienna
hungary: Hungary; Hungarian|Hungarians; Budapest
czechia: Czech Republic|Czechia; Czech|Czechs; Prague
slovakia: Slovakia; Slovak|Slovaks; Bratislava
slovenia: Slovenia; Slovenian|Slovenians; Ljubljana
croatia: Croatia; Croatian|Croatians|Croat|Croats; Zagreb
serbia: Serbia; Serbian|Serbians|Serb|Serbs; Belgrade
bosnia: Bosnia|Bosnia and Herzegovina; Bosnian|Bosnians; Sarajevo
kosovo: Kosovo; Kosovar|Kosovars; Pristina
albania: Albania; Albanian|Albanians; Tirana
greece: Greece; Greek|Greeks; Athens
bulgaria: Bulgaria; Bulgarian|Bulgarians; Sofia
romania: Romania; Romanian|Romanians; Bucharest
moldova: Moldova; Moldovan|Moldovans; Chisinau
belarus: Belarus; Belarusian|Belarusians; Minsk
lithuania: Lithuania; Lithuanian|Lithuanians; Vilnius
latvia: Latvia; Latvian|Latvians; Riga
estonia: Estonia; Estonian|Estonians; Tallinn
finland: Finland; Finnish|Finns; Helsinki
sweden: Sweden; Swedish|Swedes; Stockholm
norway: Norway; Norwegian|Norwegians; Oslo
denmark: Denmark; Danish|Danes; Copenhagen
iceland: Iceland; Icelandic|Icelanders; Reykjavik
ireland: Ireland; Irish; Dublin
turkey: Turkey|Türkiye|Turkiye; Turkish|Turks; Ankara|Istanbul
cyprus: Cyprus; Cypriot|Cypriots; Nicosia
malta: Malta; Maltese; Valletta
georgia: Georgia; Georgian|Georgians; Tbilisi
armenia: Armenia; Armenian|Armenians; Yerevan
azerbaijan: Azerbaijan; Azerbaijani|Azerbaijanis|Azeri; Baku
kazakhstan: Kazakhstan; Kazakh|Kazakhs; Astana
uzbekistan: Uzbekistan; Uzbek|Uzbeks; Tashkent
china: China|People's Republic of China|PRC; Chinese; Beijing
taiwan: Taiwan; Taiwanese; Taipei
japan: Japan; Japanese; Tokyo
south-korea: South Korea; South Korean|South Koreans; Seoul
north-korea: North Korea|DPRK; North Korean|North Koreans; Pyongyang
mongolia: Mongolia; Mongolian|Mongolians; Ulaanbaatar
india: India; Indian|Indians; New Delhi|Delhi
pakistan: Pakistan; Pakistani|Pakistanis; Islamabad
bangladesh: Bangladesh; Bangladeshi|Bangladeshis; Dhaka
sri-lanka: Sri Lanka; Sri Lankan|Sri Lankans; Colombo
nepal: Nepal; Nepali|Nepalese; Kathmandu
afghanistan: Afghanistan; Afghan|Afghans; Kabul
iran: Iran; Iranian|Iranians; Tehran
iraq: Iraq; Iraqi|Iraqis; Baghdad
syria: Syria; Syrian|Syrians; Damascus
lebanon: Lebanon; Lebanese; Beirut
israel: Israel; Israeli|Israelis; Jerusalem|Tel Aviv
palestine: Palestine|Palestinian Authority; Palestinian|Palestinians; Ramallah
jordan: Jordan; Jordanian|Jordanians; Amman
egypt: Egypt; Egyptian|Egyptians; Cairo
saudi-arabia: Saudi Arabia; Saudi|Saudis; Riyadh
uae: United Arab Emirates|UAE|Emirates; Emirati|Emiratis; Abu Dhabi|Dubai
qatar: Qatar; Qatari|Qataris; Doha
kuwait: Kuwait; Kuwaiti|Kuwaitis; Kuwait City
bahrain: Bahrain; Bahraini|Bahrainis; Manama
oman: Oman; Omani|Omanis; Muscat
yemen: Yemen; Yemeni|Yemenis; Sanaa
libya: Libya; Libyan|Libyans; Tripoli
tunisia: Tunisia; Tunisian|Tunisians; Tunis
algeria: Algeria; Algerian|Algerians; Algiers
morocco: Morocco; Moroccan|Moroccans; Rabat
sudan: Sudan; Sudanese; Khartoum
south-sudan: South Sudan; South Sudanese; Juba
ethiopia: Ethiopia; Ethiopian|Ethiopians; Addis Ababa
eritrea: Eritrea; Eritrean|Eritreans; Asmara
somalia: Somalia; Somali|Somalis; Mogadishu
kenya: Kenya; Kenyan|Kenyans; Nairobi
uganda: Uganda; Ugandan|Ugandans; Kampala
rwanda: Rwanda; Rwandan|Rwandans; Kigali
burundi: Burundi; Burundian|Burundians; Gitega
drc: Democratic Republic of Congo|DR Congo|DRC|Congo; Congolese; Kinshasa
tanzania: Tanzania; Tanzanian|Tanzanians; Dodoma
zambia: Zambia; Zambian|Zambians; Lusaka
zimbabwe: Zimbabwe; Zimbabwean|Zimbabweans; Harare
mozambique: Mozambique; Mozambican|Mozambicans; Maputo
angola: Angola; Angolan|Angolans; Luanda
south-africa: South Africa; South African|South Africans; Pretoria
nigeria: Nigeria; Nigerian|Nigerians; Abuja
ghana: Ghana; Ghanaian|Ghanaians; Accra
senegal: Senegal; Senegalese; Dakar
mali: Mali; Malian|Malians; Bamako
niger: Niger; Nigerien|Nigeriens; Niamey
burkina-faso: Burkina Faso; Burkinabe; Ouagadougou
chad: Chad; Chadian|Chadians; N'Djamena
cameroon: Cameroon; Cameroonian|Cameroonians; Yaounde
canada: Canada; Canadian|Canadians; Ottawa
mexico: Mexico; Mexican|Mexicans; Mexico City
cuba: Cuba; Cuban|Cubans; Havana
haiti: Haiti; Haitian|Haitians; Port-au-Prince
venezuela: Venezuela; Venezuelan|Venezuelans; Caracas
colombia: Colombia; Colombian|Colombians; Bogota
ecuador: Ecuador; Ecuadorian|Ecuadorians; Quito
peru: Peru; Peruvian|Peruvians; Lima
bolivia: Bolivia; Bolivian|Bolivians; La Paz
brazil: Brazil; Brazilian|Brazilians; Brasilia
argentina: Argentina; Argentine|Argentines|Argentinian; Buenos Aires
chile: Chile; Chilean|Chileans; Santiago
paraguay: Paraguay; Paraguayan|Paraguayans; Asuncion
uruguay: Uruguay; Uruguayan|Uruguayans; Montevideo
guyana: Guyana; Guyanese; Georgetown
australia: Australia; Australian|Australians; Canberra
new-zealand: New Zealand; New Zealander|New Zealanders; Wellington
fiji: Fiji; Fijian|Fijians; Suva
indonesia: Indonesia; Indonesian|Indonesians; Jakarta
malaysia: Malaysia; Malaysian|Malaysians; Kuala Lumpur
singapore: Singapore; Singaporean|Singaporeans
thailand: Thailand; Thai|Thais; Bangkok
cambodia: Cambodia; Cambodian|Cambodians; Phnom Penh
vietnam: Vietnam; Vietnamese; Hanoi
laos: Laos; Lao|Laotian; Vientiane
myanmar: Myanmar|Burma; Burmese; Naypyidaw
philippines: Philippines; Filipino|Filipinos|Philippine; Manila
eu: European Union|EU|E.U.|European Commission|European Council
europe: Europe; European|Europeans
nato: NATO
un: United Nations|UN|U.N.
west: West; Western
asean: ASEAN
african-union: African Union
`;

export type Country = {
  readonly id: string;
  readonly names: readonly string[];
  readonly people: readonly string[];
  readonly capitals: readonly string[];
};

/** Regions that news names as often as countries, under the country that people think of with them. */
const regionNames = `
palestine: Gaza|Gaza Strip|West Bank
israel: Golan Heights
india: Kashmir
china: Hong Kong|Tibet|Xinjiang
sudan: Darfur
ethiopia: Tigray
morocco: Western Sahara
denmark: Greenland
moldova: Transnistria
georgia: Abkhazia|South Ossetia
azerbaijan: Nagorno-Karabakh
yemen: Houthi|Houthis
`;

const part = (cell: string | undefined): readonly string[] => cell?.split("|").map((name) => name.trim()) ?? [];

export const geography: readonly Country[] = source().map(([id, cells]) => {
  const [names, people, capitals] = cells.split(";");
  return { id, names: part(names), people: part(people), capitals: part(capitals) };
});

function source(): readonly (readonly [string, string])[] {
  return countries
    .split("\n")
    .filter((line) => line.includes(": "))
    .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)] as const);
}

/** Names of regions, each with the id of its country. */
export const regions: readonly { readonly country: string; readonly names: readonly string[] }[] = regionNames
  .split("\n")
  .filter((line) => line.includes(": "))
  .map((line) => ({ country: line.slice(0, line.indexOf(":")), names: part(line.slice(line.indexOf(":") + 2)) }));

const european = new Set(
  `france germany italy spain portugal poland belgium netherlands luxembourg switzerland austria hungary czechia slovakia
  slovenia croatia greece bulgaria romania lithuania latvia estonia finland sweden norway denmark iceland ireland uk eu`.split(
    /\s+/,
  ),
);

/** True when everything that holds for `wider` may be said of `narrower`: French advisers are Europeans. */
export function belongsTo(narrower: string, wider: string): boolean {
  return narrower === wider || ((wider === "europe" || wider === "eu") && european.has(narrower));
}

const general: ReadonlySet<string> = new Set(
  geography.flatMap(({ names, people, capitals }) =>
    [...names, ...people, ...capitals].map((one) => one.toLowerCase()),
  ),
);

/** A country, its people or its capital: every day's news is full of them. */
export const isGeneralName = (name: string): boolean => general.has(name.toLowerCase().replace(/['’]s$/, ""));

const byName: ReadonlyMap<string, Country> = new Map(
  geography.flatMap((country) => country.names.map((name) => [name.toLowerCase(), country] as const)),
);

/** All that a known country is called: its names, its people and its capitals; nothing for other names. */
export function formsOf(name: string): readonly string[] {
  const country = byName.get(name.toLowerCase());
  return country ? [...country.names, ...country.people, ...country.capitals] : [];
}
