/// Glyph names of Adobe's Glyph List and their characters.
///
/// Left out are scripts that no report of ours is written in, and the names of private use.
enum GlyphList {
  /// `name=hexadecimal value`, in order of the names' bytes.
  static let text = """
    A=41 AE=C6 AEacute=1FC Aacute=C1 Abreve=102 Acircumflex=C2 Acyrillic=410 Adieresis=C4 \
    Agrave=C0 Alpha=391 Alphatonos=386 Amacron=100 Amonospace=FF21 Aogonek=104 Aring=C5 \
    Aringacute=1FA Atilde=C3 B=42 Becyrillic=411 Beta=392 Bmonospace=FF22 C=43 Cacute=106 \
    Ccaron=10C Ccedilla=C7 Ccircumflex=108 Cdot=10A Cdotaccent=10A Checyrillic=427 Chi=3A7 \
    Cmonospace=FF23 D=44 Dcaron=10E Dcroat=110 Decyrillic=414 Delta=2206 Deltagreek=394 \
    Djecyrillic=402 Dmonospace=FF24 Dslash=110 Dzecyrillic=405 Dzhecyrillic=40F E=45 Eacute=C9 \
    Ebreve=114 Ecaron=11A Ecircumflex=CA Ecyrillic=404 Edieresis=CB Edot=116 Edotaccent=116 \
    Efcyrillic=424 Egrave=C8 Eightroman=2167 Elcyrillic=41B Elevenroman=216A Emacron=112 \
    Emcyrillic=41C Emonospace=FF25 Encyrillic=41D Eng=14A Eogonek=118 Epsilon=395 Epsilontonos=388 \
    Ercyrillic=420 Ereversedcyrillic=42D Escyrillic=421 Eta=397 Etatonos=389 Eth=D0 Euro=20AC F=46 \
    Fiveroman=2164 Fmonospace=FF26 Fourroman=2163 G=47 Gamma=393 Gbreve=11E Gcedilla=122 \
    Gcircumflex=11C Gcommaaccent=122 Gdot=120 Gdotaccent=120 Gecyrillic=413 Gheupturncyrillic=490 \
    Gjecyrillic=403 Gmonospace=FF27 H=48 H18533=25CF H18543=25AA H18551=25AB H22073=25A1 \
    Hardsigncyrillic=42A Hbar=126 Hcircumflex=124 Hmonospace=FF28 I=49 IAcyrillic=42F IJ=132 \
    IUcyrillic=42E Iacute=CD Ibreve=12C Icircumflex=CE Icyrillic=406 Idieresis=CF Idot=130 \
    Idotaccent=130 Iecyrillic=415 Ifraktur=2111 Igrave=CC Iicyrillic=418 Iishortcyrillic=419 \
    Imacron=12A Imonospace=FF29 Iocyrillic=401 Iogonek=12E Iota=399 Iotadieresis=3AA Iotatonos=38A \
    Itilde=128 J=4A Jcircumflex=134 Jecyrillic=408 Jmonospace=FF2A K=4B Kacyrillic=41A Kappa=39A \
    Kcedilla=136 Kcommaaccent=136 Khacyrillic=425 Kjecyrillic=40C Kmonospace=FF2B L=4C Lacute=139 \
    Lambda=39B Lcaron=13D Lcedilla=13B Lcommaaccent=13B Ldot=13F Ldotaccent=13F Ljecyrillic=409 \
    Lmonospace=FF2C Lslash=141 M=4D Mmonospace=FF2D Mu=39C N=4E Nacute=143 Ncaron=147 Ncedilla=145 \
    Ncommaaccent=145 Nineroman=2168 Njecyrillic=40A Nmonospace=FF2E Ntilde=D1 Nu=39D O=4F OE=152 \
    Oacute=D3 Obreve=14E Ocircumflex=D4 Ocyrillic=41E Odblacute=150 Odieresis=D6 Ograve=D2 \
    Ohm=2126 Ohungarumlaut=150 Omacron=14C Omega=2126 Omegagreek=3A9 Omegatonos=38F Omicron=39F \
    Omicrontonos=38C Omonospace=FF2F Oneroman=2160 Oslash=D8 Oslashacute=1FE Ostrokeacute=1FE \
    Otilde=D5 P=50 Pecyrillic=41F Phi=3A6 Pi=3A0 Pmonospace=FF30 Psi=3A8 Q=51 Qmonospace=FF31 R=52 \
    Racute=154 Rcaron=158 Rcedilla=156 Rcommaaccent=156 Rfraktur=211C Rho=3A1 Rmonospace=FF32 S=53 \
    Sacute=15A Scaron=160 Scedilla=15E Scircumflex=15C Scommaaccent=218 Sevenroman=2166 \
    Shacyrillic=428 Shchacyrillic=429 Sigma=3A3 Sixroman=2165 Smonospace=FF33 Softsigncyrillic=42C \
    T=54 Tau=3A4 Tbar=166 Tcaron=164 Tcedilla=162 Tcommaaccent=162 Tecyrillic=422 Tenroman=2169 \
    Theta=398 Thorn=DE Threeroman=2162 Tmonospace=FF34 Tsecyrillic=426 Tshecyrillic=40B \
    Twelveroman=216B Tworoman=2161 U=55 Uacute=DA Ubreve=16C Ucircumflex=DB Ucyrillic=423 \
    Udblacute=170 Udieresis=DC Ugrave=D9 Uhungarumlaut=170 Umacron=16A Umonospace=FF35 Uogonek=172 \
    Upsilon=3A5 Upsilon1=3D2 Upsilonacutehooksymbolgreek=3D3 Upsilondieresis=3AB \
    Upsilondieresishooksymbolgreek=3D4 Upsilonhooksymbol=3D2 Upsilontonos=38E Uring=16E \
    Ushortcyrillic=40E Utilde=168 V=56 Vecyrillic=412 Vmonospace=FF36 W=57 Wacute=1E82 \
    Wcircumflex=174 Wdieresis=1E84 Wgrave=1E80 Wmonospace=FF37 X=58 Xi=39E Xmonospace=FF38 Y=59 \
    Yacute=DD Ycircumflex=176 Ydieresis=178 Yericyrillic=42B Ygrave=1EF2 Yicyrillic=407 \
    Ymonospace=FF39 Z=5A Zacute=179 Zcaron=17D Zdot=17B Zdotaccent=17B Zecyrillic=417 Zeta=396 \
    Zhecyrillic=416 Zmonospace=FF3A a=61 aacute=E1 abreve=103 acircumflex=E2 acute=B4 \
    acutelowmod=2CF acyrillic=430 adieresis=E4 ae=E6 aeacute=1FD afii00208=2015 afii08941=20A4 \
    afii10017=410 afii10018=411 afii10019=412 afii10020=413 afii10021=414 afii10022=415 \
    afii10023=401 afii10024=416 afii10025=417 afii10026=418 afii10027=419 afii10028=41A \
    afii10029=41B afii10030=41C afii10031=41D afii10032=41E afii10033=41F afii10034=420 \
    afii10035=421 afii10036=422 afii10037=423 afii10038=424 afii10039=425 afii10040=426 \
    afii10041=427 afii10042=428 afii10043=429 afii10044=42A afii10045=42B afii10046=42C \
    afii10047=42D afii10048=42E afii10049=42F afii10050=490 afii10051=402 afii10052=403 \
    afii10053=404 afii10054=405 afii10055=406 afii10056=407 afii10057=408 afii10058=409 \
    afii10059=40A afii10060=40B afii10061=40C afii10062=40E afii10065=430 afii10066=431 \
    afii10067=432 afii10068=433 afii10069=434 afii10070=435 afii10071=451 afii10072=436 \
    afii10073=437 afii10074=438 afii10075=439 afii10076=43A afii10077=43B afii10078=43C \
    afii10079=43D afii10080=43E afii10081=43F afii10082=440 afii10083=441 afii10084=442 \
    afii10085=443 afii10086=444 afii10087=445 afii10088=446 afii10089=447 afii10090=448 \
    afii10091=449 afii10092=44A afii10093=44B afii10094=44C afii10095=44D afii10096=44E \
    afii10097=44F afii10098=491 afii10099=452 afii10100=453 afii10101=454 afii10102=455 \
    afii10103=456 afii10104=457 afii10105=458 afii10106=459 afii10107=45A afii10108=45B \
    afii10109=45C afii10110=45E afii10145=40F afii10193=45F afii299=200E afii300=200F afii301=200D \
    afii57636=20AA afii57929=2BC afii61248=2105 afii61289=2113 afii61352=2116 afii61573=202C \
    afii61574=202D afii61575=202E afii61664=200C afii64937=2BD agrave=E0 allequal=224C alpha=3B1 \
    alphatonos=3AC amacron=101 amonospace=FF41 ampersand=26 ampersandmonospace=FF06 angle=2220 \
    anglebracketleft=3008 anglebracketright=3009 angstrom=212B anoteleia=387 aogonek=105 \
    apostrophemod=2BC approaches=2250 approxequal=2248 approxequalorimage=2252 \
    approximatelyequal=2245 aring=E5 aringacute=1FB arrowboth=2194 arrowdashdown=21E3 \
    arrowdashleft=21E0 arrowdashright=21E2 arrowdashup=21E1 arrowdblboth=21D4 arrowdbldown=21D3 \
    arrowdblleft=21D0 arrowdblright=21D2 arrowdblup=21D1 arrowdown=2193 arrowdownleft=2199 \
    arrowdownright=2198 arrowdownwhite=21E9 arrowheaddownmod=2C5 arrowheadleftmod=2C2 \
    arrowheadrightmod=2C3 arrowheadupmod=2C4 arrowleft=2190 arrowleftdbl=21D0 \
    arrowleftdblstroke=21CD arrowleftoverright=21C6 arrowleftwhite=21E6 arrowright=2192 \
    arrowrightdblstroke=21CF arrowrightoverleft=21C4 arrowrightwhite=21E8 arrowtableft=21E4 \
    arrowtabright=21E5 arrowup=2191 arrowupdn=2195 arrowupdnbse=21A8 arrowupdownbase=21A8 \
    arrowupleft=2196 arrowupleftofdown=21C5 arrowupright=2197 arrowupwhite=21E7 asciicircum=5E \
    asciicircummonospace=FF3E asciitilde=7E asciitildemonospace=FF5E asterisk=2A asteriskmath=2217 \
    asteriskmonospace=FF0A asterism=2042 asymptoticallyequal=2243 at=40 atilde=E3 atmonospace=FF20 \
    b=62 backslash=5C backslashmonospace=FF3C bar=7C barmonospace=FF5C because=2235 becyrillic=431 \
    beta=3B2 blackcircle=25CF blackdiamond=25C6 blackdownpointingtriangle=25BC \
    blackleftpointingpointer=25C4 blackleftpointingtriangle=25C0 blacklenticularbracketleft=3010 \
    blacklenticularbracketright=3011 blacklowerlefttriangle=25E3 blacklowerrighttriangle=25E2 \
    blackrectangle=25AC blackrightpointingpointer=25BA blackrightpointingtriangle=25B6 \
    blacksmallsquare=25AA blacksquare=25A0 blackstar=2605 blackupperlefttriangle=25E4 \
    blackupperrighttriangle=25E5 blackuppointingsmalltriangle=25B4 blackuppointingtriangle=25B2 \
    bmonospace=FF42 braceleft=7B braceleftmonospace=FF5B braceright=7D bracerightmonospace=FF5D \
    bracketleft=5B bracketleftmonospace=FF3B bracketright=5D bracketrightmonospace=FF3D breve=2D8 \
    brokenbar=A6 bullet=2022 bulletinverse=25D8 bulletoperator=2219 bullseye=25CE c=63 cacute=107 \
    capslock=21EA careof=2105 caron=2C7 carriagereturn=21B5 ccaron=10D ccedilla=E7 ccircumflex=109 \
    cdot=10B cdotaccent=10B cedilla=B8 cent=A2 centmonospace=FFE0 checyrillic=447 chi=3C7 \
    circle=25CB circlemultiply=2297 circleot=2299 circleplus=2295 circlewithlefthalfblack=25D0 \
    circlewithrighthalfblack=25D1 circumflex=2C6 club=2663 clubsuitblack=2663 clubsuitwhite=2667 \
    cmonospace=FF43 colon=3A colonmonetary=20A1 colonmonospace=FF1A colonsign=20A1 \
    colontriangularhalfmod=2D1 colontriangularmod=2D0 comma=2C commamonospace=FF0C \
    commareversedmod=2BD congruent=2245 contourintegral=222E controlDEL=7F copyright=A9 \
    cornerbracketleft=300C cornerbracketright=300D cruzeiro=20A2 curlyand=22CF curlyor=22CE \
    currency=A4 d=64 dagger=2020 daggerdbl=2021 dblanglebracketleft=300A dblanglebracketright=300B \
    dblarrowleft=21D4 dblarrowright=21D2 dblintegral=222C dbllowline=2017 dblverticalbar=2016 \
    dcaron=10F dcroat=111 decyrillic=434 degree=B0 delta=3B4 dialytikatonos=385 diamond=2666 \
    diamondsuitwhite=2662 dieresis=A8 dieresistonos=385 dittomark=3003 divide=F7 divides=2223 \
    divisionslash=2215 djecyrillic=452 dmacron=111 dmonospace=FF44 dollar=24 dollarmonospace=FF04 \
    dong=20AB dotaccent=2D9 dotlessi=131 dotmath=22C5 dottedcircle=25CC downtackmod=2D5 \
    dzecyrillic=455 dzhecyrillic=45F e=65 eacute=E9 earth=2641 ebreve=115 ecaron=11B \
    ecircumflex=EA ecyrillic=454 edieresis=EB edot=117 edotaccent=117 efcyrillic=444 egrave=E8 \
    eight=38 eightcircle=2467 eighteencircle=2471 eighteenparen=2485 eighteenperiod=2499 \
    eighthnotebeamed=266B eightinferior=2088 eightmonospace=FF18 eightparen=247B eightperiod=248F \
    eightroman=2177 eightsuperior=2078 elcyrillic=43B element=2208 elevencircle=246A \
    elevenparen=247E elevenperiod=2492 elevenroman=217A ellipsis=2026 ellipsisvertical=22EE \
    emacron=113 emcyrillic=43C emdash=2014 emonospace=FF45 emptyset=2205 encyrillic=43D \
    endash=2013 eng=14B enspace=2002 eogonek=119 epsilon=3B5 epsilontonos=3AD equal=3D \
    equalmonospace=FF1D equalsuperior=207C equivalence=2261 ercyrillic=440 ereversedcyrillic=44D \
    escyrillic=441 estimated=212E eta=3B7 etatonos=3AE eth=F0 euro=20AC exclam=21 exclamdbl=203C \
    exclamdown=A1 exclammonospace=FF01 existential=2203 f=66 fahrenheit=2109 female=2640 ff=FB00 \
    ffi=FB03 ffl=FB04 fi=FB01 fifteencircle=246E fifteenparen=2482 fifteenperiod=2496 \
    figuredash=2012 filledbox=25A0 filledrect=25AC firsttonechinese=2C9 fisheye=25C9 five=35 \
    fivecircle=2464 fiveeighths=215D fiveinferior=2085 fivemonospace=FF15 fiveparen=2478 \
    fiveperiod=248C fiveroman=2174 fivesuperior=2075 fl=FB02 florin=192 fmonospace=FF46 \
    forall=2200 four=34 fourcircle=2463 fourinferior=2084 fourmonospace=FF14 fourparen=2477 \
    fourperiod=248B fourroman=2173 foursuperior=2074 fourteencircle=246D fourteenparen=2481 \
    fourteenperiod=2495 fourthtonechinese=2CB fraction=2044 franc=20A3 g=67 gamma=3B3 gbreve=11F \
    gcedilla=123 gcircumflex=11D gcommaaccent=123 gdot=121 gdotaccent=121 gecyrillic=433 \
    geometricallyequal=2251 germandbls=DF getamark=3013 gheupturncyrillic=491 gjecyrillic=453 \
    glottalstopmod=2C0 glottalstopreversedmod=2C1 gmonospace=FF47 gradient=2207 grave=60 \
    gravelowmod=2CE gravemonospace=FF40 greater=3E greaterequal=2265 greaterequalorless=22DB \
    greatermonospace=FF1E greaterorequivalent=2273 greaterorless=2277 greateroverequal=2267 \
    guillemotleft=AB guillemotright=BB guilsinglleft=2039 guilsinglright=203A h=68 \
    hardsigncyrillic=44A harpoonleftbarbup=21BC harpoonrightbarbup=21C0 hbar=127 hcircumflex=125 \
    heart=2665 heartsuitblack=2665 heartsuitwhite=2661 hmonospace=FF48 horizontalbar=2015 \
    hotsprings=2668 hungarumlaut=2DD hyphen=2D hyphenmonospace=FF0D hyphentwo=2010 i=69 iacute=ED \
    iacyrillic=44F ibreve=12D icircumflex=EE icyrillic=456 ideographicclose=3006 \
    ideographiccomma=3001 ideographiciterationmark=3005 ideographicperiod=3002 \
    ideographicspace=3000 ideographiczero=3007 idieresis=EF iecyrillic=435 igrave=EC \
    iicyrillic=438 iishortcyrillic=439 ij=133 ilde=2DC imacron=12B imageorapproximatelyequal=2253 \
    imonospace=FF49 increment=2206 infinity=221E integral=222B intersection=2229 invbullet=25D8 \
    invcircle=25D9 iocyrillic=451 iogonek=12F iota=3B9 iotadieresis=3CA iotadieresistonos=390 \
    iotatonos=3AF itilde=129 iucyrillic=44E j=6A jcircumflex=135 jecyrillic=458 jis=3004 \
    jmonospace=FF4A k=6B kacyrillic=43A kappa=3BA kcedilla=137 kcommaaccent=137 kgreenlandic=138 \
    khacyrillic=445 kjecyrillic=45C kmonospace=FF4B l=6C lacute=13A lambda=3BB largecircle=25EF \
    lcaron=13E lcedilla=13C lcommaaccent=13C ldot=140 ldotaccent=140 less=3C lessequal=2264 \
    lessequalorgreater=22DA lessmonospace=FF1C lessorequivalent=2272 lessorgreater=2276 \
    lessoverequal=2266 lira=20A4 ljecyrillic=459 lmonospace=FF4C logicaland=2227 logicalnot=AC \
    logicalor=2228 longs=17F lozenge=25CA lslash=142 lsquare=2113 m=6D macron=AF macronlowmod=2CD \
    macronmonospace=FFE3 male=2642 mars=2642 middot=B7 minus=2212 minuscircle=2296 minusmod=2D7 \
    minusplus=2213 minute=2032 mmonospace=FF4D mu=B5 mu1=B5 muchgreater=226B muchless=226A \
    mugreek=3BC multiply=D7 musicalnote=266A musicalnotedbl=266B n=6E nabla=2207 nacute=144 \
    napostrophe=149 nbspace=A0 ncaron=148 ncedilla=146 ncommaaccent=146 newsheqelsign=20AA nine=39 \
    ninecircle=2468 nineinferior=2089 ninemonospace=FF19 nineparen=247C nineperiod=2490 \
    nineroman=2178 ninesuperior=2079 nineteencircle=2472 nineteenparen=2486 nineteenperiod=249A \
    njecyrillic=45A nmonospace=FF4E nonbreakingspace=A0 notcontains=220C notelement=2209 \
    notelementof=2209 notequal=2260 notgreater=226F notgreaternorequal=2271 notgreaternorless=2279 \
    notidentical=2262 notless=226E notlessnorequal=2270 notparallel=2226 notprecedes=2280 \
    notsubset=2284 notsucceeds=2281 notsuperset=2285 nsuperior=207F ntilde=F1 nu=3BD numbersign=23 \
    numbersignmonospace=FF03 numero=2116 o=6F oacute=F3 obreve=14F ocircumflex=F4 ocyrillic=43E \
    odblacute=151 odieresis=F6 oe=153 ogonek=2DB ograve=F2 ohungarumlaut=151 omacron=14D omega=3C9 \
    omega1=3D6 omegatonos=3CE omicron=3BF omicrontonos=3CC omonospace=FF4F one=31 onecircle=2460 \
    onedotenleader=2024 oneeighth=215B onehalf=BD oneinferior=2081 onemonospace=FF11 oneparen=2474 \
    oneperiod=2488 onequarter=BC oneroman=2170 onesuperior=B9 onethird=2153 openbullet=25E6 \
    ordfeminine=AA ordmasculine=BA orthogonal=221F oslash=F8 oslashacute=1FF ostrokeacute=1FF \
    otilde=F5 overline=203E overscore=AF p=70 pagedown=21DF pageup=21DE paragraph=B6 parallel=2225 \
    parenleft=28 parenleftinferior=208D parenleftmonospace=FF08 parenleftsuperior=207D \
    parenright=29 parenrightinferior=208E parenrightmonospace=FF09 parenrightsuperior=207E \
    partialdiff=2202 pecyrillic=43F percent=25 percentmonospace=FF05 period=2E periodcentered=B7 \
    periodmonospace=FF0E perpendicular=22A5 perthousand=2030 peseta=20A7 phi=3C6 phi1=3D5 \
    phisymbolgreek=3D5 pi=3C0 pisymbolgreek=3D6 plus=2B pluscircle=2295 plusminus=B1 plusmod=2D6 \
    plusmonospace=FF0B plussuperior=207A pmonospace=FF50 postalmark=3012 precedes=227A \
    prescription=211E primereversed=2035 product=220F propersubset=2282 propersuperset=2283 \
    proportion=2237 proportional=221D psi=3C8 q=71 qmonospace=FF51 quarternote=2669 question=3F \
    questiondown=BF questionmonospace=FF1F quotedbl=22 quotedblbase=201E quotedblleft=201C \
    quotedblmonospace=FF02 quotedblright=201D quoteleft=2018 quoteleftreversed=201B \
    quotereversed=201B quoteright=2019 quoterightn=149 quotesinglbase=201A quotesingle=27 \
    quotesinglemonospace=FF07 r=72 racute=155 radical=221A ratio=2236 rcaron=159 rcedilla=157 \
    rcommaaccent=157 referencemark=203B reflexsubset=2286 reflexsuperset=2287 registered=AE \
    reversedtilde=223D rho=3C1 rightangle=221F righttriangle=22BF ring=2DA ringhalfleft=2BF \
    ringhalfleftcentered=2D3 ringhalfright=2BE ringhalfrightcentered=2D2 rmonospace=FF52 s=73 \
    sacute=15B scaron=161 scedilla=15F scircumflex=15D scommaaccent=219 second=2033 \
    secondtonechinese=2CA section=A7 semicolon=3B semicolonmonospace=FF1B seven=37 \
    sevencircle=2466 seveneighths=215E seveninferior=2087 sevenmonospace=FF17 sevenparen=247A \
    sevenperiod=248E sevenroman=2176 sevensuperior=2077 seventeencircle=2470 seventeenparen=2484 \
    seventeenperiod=2498 sfthyphen=AD shacyrillic=448 shchacyrillic=449 sheqel=20AA \
    sheqelhebrew=20AA sigma=3C3 sigma1=3C2 sigmafinal=3C2 similar=223C six=36 sixcircle=2465 \
    sixinferior=2086 sixmonospace=FF16 sixparen=2479 sixperiod=248D sixroman=2175 sixsuperior=2076 \
    sixteencircle=246F sixteenparen=2483 sixteenperiod=2497 slash=2F slashmonospace=FF0F slong=17F \
    smonospace=FF53 softhyphen=AD softsigncyrillic=44C space=20 spacehackarabic=20 spade=2660 \
    spadesuitblack=2660 spadesuitwhite=2664 squarediagonalcrosshatchfill=25A9 \
    squarehorizontalfill=25A4 squareorthogonalcrosshatchfill=25A6 \
    squareupperlefttolowerrightfill=25A7 squareupperrighttolowerleftfill=25A8 \
    squareverticalfill=25A5 squarewhitewithsmallblack=25A3 sterling=A3 sterlingmonospace=FFE1 \
    subset=2282 subsetnotequal=228A subsetorequal=2286 succeeds=227B suchthat=220B summation=2211 \
    superset=2283 supersetnotequal=228B supersetorequal=2287 t=74 tackdown=22A4 tackleft=22A3 \
    tau=3C4 tbar=167 tcaron=165 tcedilla=163 tcommaaccent=163 tecyrillic=442 telephone=2121 \
    tencircle=2469 tenparen=247D tenperiod=2491 tenroman=2179 thereexists=2203 therefore=2234 \
    theta=3B8 theta1=3D1 thetasymbolgreek=3D1 thirteencircle=246C thirteenparen=2480 \
    thirteenperiod=2494 thorn=FE three=33 threecircle=2462 threeeighths=215C threeinferior=2083 \
    threemonospace=FF13 threeparen=2476 threeperiod=248A threequarters=BE threeroman=2172 \
    threesuperior=B3 tilde=2DC tildeoperator=223C timescircle=2297 tmonospace=FF54 tonos=384 \
    tortoiseshellbracketleft=3014 tortoiseshellbracketright=3015 trademark=2122 triagdn=25BC \
    triaglf=25C4 triagrt=25BA triagup=25B2 tsecyrillic=446 tshecyrillic=45B twelvecircle=246B \
    twelveparen=247F twelveperiod=2493 twelveroman=217B twentycircle=2473 twentyparen=2487 \
    twentyperiod=249B two=32 twocircle=2461 twodotenleader=2025 twodotleader=2025 twoinferior=2082 \
    twomonospace=FF12 twoparen=2475 twoperiod=2489 tworoman=2171 twosuperior=B2 twothirds=2154 \
    u=75 uacute=FA ubreve=16D ucircumflex=FB ucyrillic=443 udblacute=171 udieresis=FC ugrave=F9 \
    uhungarumlaut=171 umacron=16B umonospace=FF55 underscore=5F underscoredbl=2017 \
    underscoremonospace=FF3F union=222A universal=2200 uogonek=173 upsilon=3C5 upsilondieresis=3CB \
    upsilondieresistonos=3B0 upsilontonos=3CD uptackmod=2D4 uring=16F ushortcyrillic=45E \
    utilde=169 v=76 vecyrillic=432 venus=2640 verticalbar=7C verticallinelowmod=2CC \
    verticallinemod=2C8 vmonospace=FF56 w=77 wacute=1E83 wcircumflex=175 wdieresis=1E85 \
    weierstrass=2118 wgrave=1E81 whitebullet=25E6 whitecircle=25CB whitecircleinverse=25D9 \
    whitecornerbracketleft=300E whitecornerbracketright=300F whitediamond=25C7 \
    whitediamondcontainingblacksmalldiamond=25C8 whitedownpointingsmalltriangle=25BF \
    whitedownpointingtriangle=25BD whiteleftpointingsmalltriangle=25C3 \
    whiteleftpointingtriangle=25C1 whitelenticularbracketleft=3016 \
    whitelenticularbracketright=3017 whiterightpointingsmalltriangle=25B9 \
    whiterightpointingtriangle=25B7 whitesmallsquare=25AB whitesquare=25A1 whitestar=2606 \
    whiteuppointingsmalltriangle=25B5 whiteuppointingtriangle=25B3 wmonospace=FF57 won=20A9 \
    wonmonospace=FFE6 x=78 xi=3BE xmonospace=FF58 y=79 yacute=FD ycircumflex=177 ydieresis=FF \
    yen=A5 yenmonospace=FFE5 yericyrillic=44B ygrave=1EF3 yicyrillic=457 ymonospace=FF59 z=7A \
    zacute=17A zcaron=17E zdot=17C zdotaccent=17C zecyrillic=437 zero=30 zeroinferior=2080 \
    zeromonospace=FF10 zerosuperior=2070 zerowidthnonjoiner=200C zerowidthspace=200B zeta=3B6 \
    zhecyrillic=436 zmonospace=FF5A
    """
}
