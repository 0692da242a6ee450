// A mail domain → whether anybody can have an address there, so that it says nothing about where they work. Data.

/** Providers who have one domain for each of many countries: `yahoo.com`, `yahoo.de`, `yahoo.co.uk`. */
const FAMILIES = new Set(
	'yahoo ymail hotmail live outlook msn gmail googlemail gmx yandex aol protonmail tutanota mail inbox email'.split(' ')
);

const OWN = new Set(
	`
	icloud.com me.com mac.com rocketmail.com passport.com windowslive.com pm.me proton.me tuta.com tuta.io tutamail.com
	keemail.me zoho.com zohomail.com zohomail.eu zoho.eu zoho.in fastmail.com fastmail.fm sent.com hey.com hushmail.com
	mailbox.org posteo.de posteo.net riseup.net disroot.org runbox.com startmail.com mailfence.com ctemplar.com
	duck.com privaterelay.appleid.com relay.firefox.com mozmail.com simplelogin.com anonaddy.com
	web.de freenet.de t-online.de arcor.de vodafone.de vodafonemail.de online.de 1und1.de kabelmail.de unitybox.de
	netcologne.de versanet.de ewe.net ewetel.net o2online.de alice.de gmx.eu caramail.com
	bluewin.ch hispeed.ch sunrise.ch swissonline.ch bluemail.ch aon.at chello.at utanet.at inode.at drei.at
	orange.fr wanadoo.fr laposte.net free.fr sfr.fr neuf.fr bbox.fr numericable.fr club-internet.fr voila.fr aliceadsl.fr
	libero.it virgilio.it tiscali.it alice.it tin.it tim.it fastwebnet.it iol.it poste.it pec.it
	terra.es telefonica.net ono.com movistar.es ya.com telefonica.es terra.com.br uol.com.br bol.com.br ig.com.br
	globo.com globomail.com oi.com.br r7.com zipmail.com.br sapo.pt netcabo.pt clix.pt
	telenet.be skynet.be scarlet.be proximus.be ziggo.nl kpnmail.nl kpnplanet.nl planet.nl home.nl hetnet.nl xs4all.nl
	chello.nl upcmail.nl quicknet.nl casema.nl casema.net zonnet.nl
	seznam.cz email.cz centrum.cz volny.cz atlas.cz post.cz azet.sk zoznam.sk centrum.sk post.sk
	wp.pl o2.pl onet.pl onet.eu interia.pl interia.eu op.pl poczta.onet.pl vp.pl gazeta.pl tlen.pl poczta.fm go2.pl
	freemail.hu citromail.hu t-online.hu indamail.hu abv.bg dir.bg siol.net net.hr
	telia.com bredband.net spray.se passagen.se comhem.se tele2.se glocalnet.net online.no broadpark.no getmail.no
	kolumbus.fi elisanet.fi pp.inet.fi saunalahti.fi suomi24.fi luukku.com jubii.dk ofir.dk tdcadsl.dk stofanet.dk
	btinternet.com btopenworld.com talktalk.net sky.com virginmedia.com virgin.net ntlworld.com blueyonder.co.uk
	tiscali.co.uk o2.co.uk plus.net eircom.net eir.ie
	comcast.net verizon.net att.net sbcglobal.net bellsouth.net pacbell.net ameritech.net cox.net charter.net
	earthlink.net mindspring.com juno.com netzero.net optonline.net optimum.net roadrunner.com rr.com frontier.com
	frontiernet.net windstream.net centurylink.net embarqmail.com q.com suddenlink.net wowway.com netscape.net aim.com
	excite.com lycos.com rogers.com shaw.ca sympatico.ca bell.net telus.net videotron.ca cogeco.ca
	bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au westnet.com.au xtra.co.nz slingshot.co.nz
	bk.ru list.ru internet.ru rambler.ru lenta.ru ro.ru myrambler.ru ya.ru narod.ru ukr.net i.ua meta.ua bigmir.net
	tut.by qq.com foxmail.com 163.com 126.com 139.com 188.com yeah.net sina.com sina.cn sohu.com aliyun.com 189.cn
	21cn.com tom.com wo.cn naver.com daum.net hanmail.net nate.com kakao.com docomo.ne.jp ezweb.ne.jp au.com
	softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ocn.ne.jp so-net.ne.jp plala.or.jp excite.co.jp
	pchome.com.tw hinet.net seed.net.tw netvigator.com rediffmail.com indiatimes.com sify.com vsnl.net
	walla.com walla.co.il 012.net.il netvision.net.il bezeqint.net mynet.com superonline.com ttmail.com
	prodigy.net.mx telmex.com.mx arnet.com.ar fibertel.com.ar ciudad.com.ar speedy.com.ar vtr.net une.net.co
	webmail.co.za mweb.co.za vodamail.co.za telkomsa.net lantic.net maktoob.com emirates.net.ae
	usa.com europe.com post.com consultant.com engineer.com iname.com myself.com techie.com dr.com writeme.com
	mail-me.com contractor.net accountant.com cheerful.com lawyer.com workmail.com mailo.com mail2world.com
	mailinator.com guerrillamail.com guerrillamail.net guerrillamail.org sharklasers.com grr.la spam4.me yopmail.com
	yopmail.fr yopmail.net 10minutemail.com 10minutemail.net temp-mail.org temp-mail.io tempmail.com tempmail.net
	tempmailo.com tempr.email trashmail.com trashmail.de trashmail.net wegwerfemail.de wegwerfmail.de byom.de
	throwawaymail.com getnada.com nada.email dispostable.com maildrop.cc mailnesia.com mintemail.com fakeinbox.com
	mohmal.com emailondeck.com moakt.com burnermail.io spamgourmet.com mytemp.email tempinbox.com discard.email
	discardmail.com discardmail.de spambog.com mailcatch.com incognitomail.com jetable.org einrot.com cuvox.de
	fleckens.hu gustr.com armyspy.com dayrep.com jourrapide.com rhyta.com superrito.com teleworm.us mailsac.com
	inboxkitten.com 33mail.com minuteinbox.com generator.email tempail.com luxusmail.org dropmail.me emltmp.com
	1secmail.com 1secmail.net 1secmail.org mail.tm mailpoof.com harakirimail.com spamex.com mailexpire.com
	`
		.trim()
		.split(/\s+/)
);

/** @param domain in lower case, its characters beyond ASCII encoded */
export function isFreeMail(domain: string): boolean {
	if (OWN.has(domain)) return true;
	const [name = '', ...ending] = domain.split('.');
	return FAMILIES.has(name) && isEnding(ending);
}

/** `com`, `de`, `co.uk`: what a provider's country looks like, and no company's name. */
function isEnding(parts: readonly string[]): boolean {
	const [first = '', second] = parts;
	if (parts.length === 1) return first.length === 2 || ['com', 'net', 'org', 'info'].includes(first);
	return parts.length === 2 && ['co', 'com', 'net', 'or', 'ne'].includes(first) && second?.length === 2;
}
