"""Who does what to whom between actors: whole sentences, read as in an article, the actors found by name."""

import pytest

FLAGS = {
    "neg": "negated",
    "passive": "passive",
    "deleted": "agent_deleted",
    "nominal": "nominal",
    "harm": "intransitive",
}
# kind | sentence | agent's actor > predicate > patient's actor, "-" for none | flags, "quoted", ~modal
DEEDS = """
active | Iran shelled two Iraqi villages on Monday. | Iran > shell > Iraq |
active | The Pentagon sanctioned nobody, but Turkey jailed an American pastor. | Turkey > jail > US |
active | Israeli commandos raided a Hamas office. | Israel > raid > Hamas |
active | Russian and Syrian jets pounded the suburb. | Russia > pound > - |
active | Russian and Syrian jets pounded the suburb. | Syria > pound > - |
active | Washington slapped new tariffs on Chinese steel. | US > slap > - |
active | Saudi Arabia severed ties with Iran. | Saudi Arabia > sever > - |
active | The Kremlin has long armed the Syrian government. | Russia > arm > Syria |
active | North Korea freed three Americans. | North Korea > free > US |
active | Trump praised Kim Jong Un and mocked Iran. | US > mock > Iran |
active | Officials in Tehran condemned the Israeli government. | Iran > condemn > Israel |
active | The Iraqi prime minister thanked Iran for its help. | Iraq > thank > Iran |
passive | Two Iraqi villages were shelled by Iran on Monday. | Iran > shell > Iraq | passive
passive | A Hamas office was raided by Israeli commandos. | Israel > raid > Hamas | passive
passive | Three Americans were freed by North Korea. | North Korea > free > US | passive
passive | Iran has been hit hard by American sanctions. | US > hit > Iran | passive
passive | Ukraine was invaded by its neighbour, Russia. | Russia > invade > Ukraine | passive
passive | Syria is being bombed by Russian planes. | Russia > bomb > Syria | passive
passive | Iraq had been warned twice by the White House. | US > warn > Iraq | passive
passive | The Israeli envoy got expelled by Turkey. | Turkey > expel > Israel | passive
agentless | Two Iraqi villages were shelled on Monday. | - > shell > Iraq | passive deleted
agentless | Four Israeli soldiers were wounded by the river. | - > wound > Israel | passive deleted
agentless | Iran must be stopped by Sunday. | - > stop > Iran | passive deleted ~must
agentless | Iranian scientists have been assassinated since 2010. | - > assassinate > Iran | passive deleted
agentless | Russia was excluded from the talks by mutual consent. | - > exclude > Russia | passive deleted
agentless | A Palestinian boy was shot dead near the fence. | - > shoot > Palestine | passive deleted
agentless | Dozens of Iraqis were killed in a US air strike. | - > kill > Iraq | passive deleted
negated | Iran never attacked Israel. | Iran > attack > Israel | neg
negated | Israel has failed to defeat Hamas. | Israel > defeat > Hamas | neg
negated | No American was harmed by Iran. | Iran > harm > US | neg passive
negated | Iran left the strait without attacking American ships. | Iran > attack > US | neg
negated | Russia no longer supports the Syrian government. | Russia > support > Syria | neg
negated | Turkey neither invaded nor occupied Iraq. | Turkey > occupy > Iraq | neg
negated | China declined to condemn North Korea. | China > condemn > North Korea | neg
negated | It was not Israel that bombed Iraq. | Israel > bomb > Iraq | neg
negated | Iran has yet to release the American hostages. | Iran > release > US | neg
negated | Israel stopped bombing Lebanon. | Israel > bomb > Lebanon |
negated | Hardly any Iraqi soldier fought the Americans. | Iraq > fight > US | neg
modal | Iran may attack Israel. | Iran > attack > Israel | ~may
modal | Israel is likely to strike Iran. | Israel > strike > Iran | ~likely
modal | Iran threatened to block American tankers. | Iran > block > US | ~threaten
modal | The US plans to arm the Iraqi army. | US > arm > Iraq | ~plan
modal | Russia might have poisoned the Syrian envoy. | Russia > poison > Syria | ~might
modal | Israel would never betray the United States. | Israel > betray > US | neg ~would
modal | Washington vowed to punish Iran. | US > punish > Iran | ~vow
modal | Should Iran attack Israel, oil prices will jump. | Iran > attack > Israel | ~should
modal | Israel reportedly bombed a Syrian convoy. | Israel > bomb > Syria | ~reportedly
modal | Iran hopes to persuade Russia. | Iran > persuade > Russia | ~hope
progressive | Israel is bombing Lebanon again. | Israel > bomb > Lebanon |
progressive | Iran is being sanctioned by Europe and the United States. | US > sanction > Iran | passive
progressive | Iraqis are being killed every day. | - > kill > Iraq | passive deleted
progressive | Russian troops were advancing on the Ukrainian capital. | Russia > advance > - |
perfect | The Israeli army has been demolishing Palestinian houses. | Israel > demolish > Palestine |
perfect | Syria had already accused Israel. | Syria > accuse > Israel |
quoted | "Israel murdered our children," an Iranian teacher said. | Israel > murder > - | quoted
quoted | "The Americans will not betray Iraq," the general said. | US > betray > Iraq | neg quoted ~will
quoted | An Iranian spokesman said Israel had bombed Syria. | Israel > bomb > Syria | quoted
quoted | According to Moscow, the rebels attacked Syrian troops. | - > attack > Syria | quoted
relative | Israel, which has never attacked Jordan, kept silent. | Israel > attack > Jordan | neg
relative | The Iraqi pilot who bombed Iran was decorated. | Iraq > bomb > Iran |
relative | The Iranian general whom the Americans killed was buried. | US > kill > Iran |
relative | The villages that Turkey shelled lie in Syria. | Turkey > shell > - |
relative | Iranian ships seized by the US Navy were released. | US > seize > Iran | passive
relative | The Americans held in Iran were tried. | - > hold > US | passive deleted
relative | The missiles fired at Israel fell into the sea. | - > fire > - | passive deleted
conjoined | The US and Britain bombed Iraq. | UK > bomb > Iraq |
conjoined | Israel attacked Syria and Lebanon. | Israel > attack > Lebanon |
conjoined | Iran armed, trained and paid the Houthis. | Iran > train > Houthis |
conjoined | Iran armed, trained and paid the Houthis. | Iran > pay > Houthis |
conjoined | Russia vetoed the text but did not defend Syria. | Russia > defend > Syria | neg
conjoined | Iraq was bombed, invaded and occupied by the United States. | US > invade > Iraq | passive
conjoined | Israel bombed Syria, drawing anger from Iran. | Israel > bomb > Syria |
conjoined | Both Iran and Turkey have backed Qatar. | Turkey > back > Qatar |
raised | Iran is believed to have helped North Korea. | Iran > help > North Korea | ~believe
raised | Israel appears to have targeted an Iranian base. | Israel > target > Iran | ~appear
raised | Russia is not thought to have warned Turkey. | Russia > warn > Turkey | neg ~think
raised | Iran was accused by Israel of arming Hezbollah. | Iran > arm > Hezbollah | ~accuse
raised | Iran was accused by Israel of arming Hezbollah. | Israel > accuse > Iran | passive
raised | Syria is alleged to have gassed its own people. | Syria > gas > - | ~allege
control | Trump wants to meet Kim Jong Un. | US > meet > North Korea | ~want
control | Israel urged the US to strike Iran. | US > strike > Iran | ~urge
control | Israel urged the US to strike Iran. | Israel > urge > US |
control | Iran allowed Russia to use the base. | Iran > allow > Russia |
control | Turkey agreed to help Iraq. | Turkey > help > Iraq | ~agree
control | Iraqi forces managed to expel Islamic State. | Iraq > expel > Islamic State |
nominal | Israel's killing of an Iranian general enraged Tehran. | Israel > kill > Iran | nominal
nominal | The bombing of Iraq by the United States went on. | US > bomb > Iraq | nominal
nominal | US strikes on Iraq angered Iran. | US > strike > Iraq | nominal
nominal | An Israeli air strike that killed nine Syrians was condemned. | Israel > kill > Syria |
nominal | The Russian invasion of Ukraine shocked Europe. | Russia > invade > Ukraine | nominal
nominal | The assassination of the Iranian general was condemned. | - > assassinate > Iran | nominal deleted
nominal | Iran's threats against Israel grew. | Iran > threaten > Israel | nominal
nominal | Support for Israel among Americans fell. | - > fall > - |
intransitive | Nine Iraqis died in the fighting. | - > die > Iraq | harm
intransitive | Nine Palestinians lost their lives. | - > lose > Palestine | harm
intransitive | Three Israelis were found dead. | - > find > Israel | passive deleted
headline | Israeli strike kills nine in Syria | Israel > kill > - |
headline | Iran seizes British tanker | Iran > seize > UK |
headline | Two Americans killed in Iraq | - > kill > US | passive deleted
headline | US to sanction Iran over missiles | US > sanction > Iran | ~to
headline | Iran accused of arming Houthis | Iran > arm > Houthis | ~accuse
headline | Israel not behind strike, Syria says | Syria > say > - |
headline | China, Russia slam US over sanctions | China > slam > US |
headline | Palestinians shot by Israeli troops | Israel > shoot > Palestine | passive
symmetric | Israeli troops clashed with Palestinians. | Israel > clash > - |
symmetric | Iran agreed with Russia on oil. | Iran > agree > - |
symmetric | Trump met with Putin in Helsinki. | US > meet > - |
ditransitive | Russia sold Iran a missile system. | Russia > sell > Iran |
ditransitive | Iran was sold a missile system by Russia. | Russia > sell > Iran | passive
ditransitive | The US gave Israel planes. | US > give > Israel |
particle | Syria shot down an Israeli plane. | Syria > shoot > Israel |
particle | An Israeli plane was shot down by Syria. | Syria > shoot > Israel | passive
particle | Iraq called off the visit to Iran. | Iraq > call > - |
particle | Israel took over the Syrian post. | Israel > take > Syria |
active | The Mossad stole Iran's nuclear archive. | Israel > steal > Iran |
active | Moscow's warplanes struck a hospital. | Russia > strike > - |
active | Dozens of American senators rebuked Saudi Arabia. | US > rebuke > Saudi Arabia |
active | Turkey's foreign minister summoned the American ambassador. | Turkey > summon > US |
passive | The American ambassador was summoned by Turkey's foreign minister. | Turkey > summon > US | passive
passive | Nobody was hurt by the Iranian missiles. | Iran > hurt > - | neg passive
passive | Thousands of Syrians have been driven out by Russian bombs. | Russia > drive > Syria | passive
passive | Lebanon has repeatedly been attacked from the air by Israel. | Israel > attack > Lebanon | passive
agentless | The Iranian consulate was torched overnight. | - > torch > Iran | passive deleted
agentless | Ukraine had been invaded by dawn. | - > invade > Ukraine | passive deleted
agentless | American hostages were released by agreement. | - > release > US | passive deleted
agentless | Two Iraqi policemen were shot by the gate. | - > shoot > Iraq | passive deleted
negated | Russia didn't poison the Syrian delegation. | Russia > poison > Syria | neg
negated | Egypt refused to condemn Israel. | Egypt > condemn > Israel | neg
negated | Hamas denied having killed the Israeli hostages. | Hamas > kill > Israel | neg
negated | Jordan has done nothing to provoke Israel. | Jordan > do > - | neg
negated | The US withdrew from Iraq without defeating Islamic State. | US > defeat > Islamic State | neg
negated | There was no attack by Iran on Israel. | Iran > attack > Israel | neg nominal
negated | China has not blamed and will not blame Russia. | China > blame > Russia | neg ~will
negated | At no point did Iraq threaten Kuwait. | Iraq > threaten > Kuwait | neg
negated | Rather than punish Iran, Europe rewarded it. | - > punish > Iran | neg
modal | Pakistan could be sanctioned by the United States. | US > sanction > Pakistan | passive ~could
modal | Iran is expected to retaliate against Israel. | Iran > retaliate > - | ~expect
modal | Israel has the right to strike Iran. | Israel > strike > Iran | ~right
modal | The White House is considering bombing Syria. | US > bomb > Syria | ~consider
modal | Unless Iran frees the Americans, talks will end. | Iran > free > US | ~unless
modal | Perhaps Russia hacked the Americans. | Russia > hack > US | ~perhaps
progressive | Egypt and Israel are starving Hamas of money. | Egypt > starve > Hamas |
progressive | Houthi fighters were being trained by Iran. | Iran > train > Houthis | passive
quoted | "We never attacked Iran," the Israeli minister said. | Israel > attack > Iran | neg quoted
quoted | The Iraqi president said his country had been betrayed by the US. | US > betray > Iraq | passive quoted
quoted | "Tehran funds Hezbollah," Netanyahu told lawmakers. | Iran > fund > Hezbollah | quoted
relative | The Syrians who accused Russia fled. | Syria > accuse > Russia |
relative | Iran, whose forces shelled Iraq, apologised. | Iran > shell > Iraq |
relative | Israel hit the convoy that Iran had sent to Hezbollah. | Iran > send > - |
relative | The drone, built by Iran and launched by the Houthis, fell. | Houthis > launch > - | passive
conjoined | Russia and China, but not India, condemned the United States. | China > condemn > US |
conjoined | The United States sanctioned Iran and Russia and praised India. | US > sanction > Russia |
conjoined | The United States sanctioned Iran and Russia and praised India. | US > praise > India |
raised | Turkey seems to have forgiven Russia. | Turkey > forgive > Russia | ~seem
raised | Iraqi soldiers are said to have executed Iranian prisoners. | Iraq > execute > Iran | ~say
control | Saudi Arabia forced Qatar to expel Hamas. | Qatar > expel > Hamas |
control | Israel persuaded Trump to abandon Iran. | Israel > persuade > US |
control | Iran let Russia use its base. | Iran > let > Russia |
nominal | Turkish shelling of Syrian villages goes on. | Turkey > shell > Syria | nominal
nominal | The arrest of an American by Russia caused outrage. | Russia > arrest > US | nominal
nominal | American sanctions against Iran failed. | US > sanction > Iran | nominal
nominal | Israel's invasion of Lebanon failed. | Israel > invade > Lebanon | nominal
intransitive | At least ten Americans perished in the crash. | - > perish > US | harm
headline | Russia, Turkey agree to police Syria | Russia > police > Syria | ~agree
headline | Iranian general assassinated in Iraq | - > assassinate > Iran | passive deleted
headline | Trump threatens Iran | US > threaten > Iran |
headline | Israel: Iran attacked our ship | Iran > attack > Israel | quoted
headline | Iraq bombed by Turkish jets | Turkey > bomb > Iraq | passive
symmetric | Israel and Turkey quarrelled over Gaza. | Turkey > quarrel > - |
ditransitive | China lent Pakistan a billion dollars. | China > lend > Pakistan |
particle | Iran carried out attacks on Saudi Arabia. | Iran > attack > Saudi Arabia | nominal
particle | Russia backed down and let off Ukraine. | Russia > let > Ukraine |
active | Late on Tuesday, Israeli fighter jets fired missiles at Syrian posts. | Israel > fire > - |
active | The Trump administration on Monday imposed sanctions on two Russian banks. | US > impose > - |
active | The crown prince, Mohammed bin Salman, accused Iran of smuggling arms. | Saudi Arabia > accuse > Iran |
active | The crown prince, Mohammed bin Salman, accused Iran of smuggling arms. | Iran > smuggle > - | ~accuse
active | In the worst attack in years, North Korea sank a South Korean warship. | North Korea > sink > South Korea |
active | The US-led coalition killed dozens of Iraqi civilians in Mosul, monitors said. | US > kill > Iraq | quoted
active | Russian-backed rebels captured Ukrainian soldiers. | - > capture > Ukraine |
active | Critics of Israel attacked the United States. | - > attack > US |
active | The Iranian-born doctor treated American soldiers. | - > treat > US |
active | Israel's ally, the United States, vetoed the text and scolded Iran. | US > scold > Iran |
passive | Palestinians were killed by Israeli snipers, according to medics. | Israel > kill > Palestine | passive quoted
passive | The deal was rejected outright by both Israel and Hamas. | Hamas > reject > - | passive
passive | Iran's economy has been crippled by US sanctions. | US > cripple > Iran | passive
passive | Kuwait, which was invaded by Iraq in 1990, supports the plan. | Iraq > invade > Kuwait | passive
passive | Several Russian diplomats were ordered by Britain to leave. | UK > order > Russia | passive
passive | Syrian troops, backed by Iran, entered the town. | Iran > back > Syria | passive
agentless | An American drone was shot down over the Gulf early on Thursday. | - > shoot > US | passive deleted
agentless | Hit by sanctions, Iran is short of cash. | - > hit > Iran | passive
agentless | Three Israelis were stabbed, two of them fatally. | - > stab > Israel | passive deleted
agentless | Iranians barred from the United States sued. | - > bar > Iran | passive deleted
negated | The United States is not bombing Iran, nor is it arming the Kurds. | US > bomb > Iran | neg
negated | Without ever naming Israel, the report praised Iran. | - > praise > Iran |
negated | Israel has neither confirmed nor denied bombing Syria. | Israel > deny > - | neg
negated | Few Iraqis trust the United States. | Iraq > trust > US |
negated | Iran says it has no intention of attacking Jordan. | Iran > attack > Jordan | neg quoted ~intention
negated | Israel stopped short of blaming Iran. | Israel > blame > Iran | neg
negated | Russia, far from helping Syria, has ruined it. | Russia > help > Syria | neg
modal | The president said he would not allow Iran to bully Israel. | Iran > bully > Israel | neg quoted ~allow
modal | If attacked, Iran will punish the United States. | Iran > punish > US | ~will
modal | Israel is preparing to invade Lebanon. | Israel > invade > Lebanon | ~prepare
modal | Plans by the United States to sanction Turkey angered Nato. | US > sanction > Turkey | ~plan
modal | A possible Israeli strike on Iran worries Iraq. | Israel > strike > Iran | nominal ~possible
modal | Russia was about to invade Ukraine. | Russia > invade > Ukraine | ~about
quoted | The minister denied that Israel had bombed Gaza. | Israel > bomb > Palestine | neg quoted
quoted | "Let me be clear," Obama said. "Iran will never threaten Israel." | Iran > threaten > Israel | neg quoted ~will
relative | The man who shot the Israeli soldier is in custody. | - > shoot > Israel |
relative | Israel is the country that bombed Iraq in 1981. | Israel > bomb > Iraq |
relative | The Russians, whom Turkey accuses of bombing Idlib, denied it. | Turkey > accuse > Russia |
relative | Those killed by Israel included two Iranians. | Israel > kill > - | passive
conjoined | Iran has neither the wish nor the means to attack Israel and the US. | Iran > attack > US | neg ~wish
conjoined | The United States, Britain and France struck Syria on Saturday. | France > strike > Syria |
conjoined | Israel not only bombed Syria but also invaded Lebanon. | Israel > invade > Lebanon |
conjoined | Israel not only bombed Syria but also invaded Lebanon. | Israel > bomb > Syria |
conjoined | Iran attacked a Saudi refinery and a Kuwaiti tanker. | Iran > attack > Kuwait |
raised | Iran is widely seen as having lost to Israel. | Iran > lose > - | ~see
raised | North Korea is suspected of hacking South Korean banks. | North Korea > hack > South Korea | ~suspect
raised | It appears that Russia poisoned an Iraqi envoy. | Russia > poison > Iraq | ~appear
control | Turkey warned the United States against arming the Kurds. | Turkey > warn > US |
control | The US tried to stop Iran from selling oil to China. | Iran > sell > - | neg ~try
control | Iran is trying to overthrow the Bahraini government. | Iran > overthrow > Bahrain | ~try
nominal | The American-led invasion of Iraq was a mistake. | US > invade > Iraq | nominal
nominal | Condemnation of Iran by the United States came late. | US > condemn > Iran | nominal
nominal | A Russian cyberattack on Ukraine shut down banks. | Russia > attack > Ukraine | nominal
nominal | Iran vowed revenge for the killing of its general by the United States. | US > kill > - | nominal
nominal | The occupation of Iraq lasted years. | - > occupy > Iraq | nominal deleted
nominal | A Saudi-led blockade of Qatar began. | Saudi Arabia > blockade > Qatar | nominal
nominal | The 1981 Israeli bombing of the Iraqi reactor was condemned. | Israel > bomb > Iraq | nominal
intransitive | Sixty Palestinians have died from Israeli fire. | - > die > Palestine | harm
intransitive | Hundreds of Syrians drowned on the way to Greece. | - > drown > Syria | harm
headline | Ten Palestinians dead in Israeli raid | - > die > Palestine | harm
headline | Iraqi PM vows to expel US troops | Iraq > expel > US | ~vow
headline | UK, France urge Iran to free sailors | France > urge > Iran |
headline | Syrian army, Russia bomb Idlib | Russia > bomb > Syria |
headline | Russia hit by new EU sanctions | EU > hit > Russia | passive
headline | Iran's Zarif blasts US | Iran > blast > US |
headline | Saudi oil plant attacked by drones | - > attack > Saudi Arabia | passive
headline | US: Russia meddled in vote | Russia > meddle > - | quoted
pronoun | Israel said it had struck Iran. | Israel > strike > Iran | quoted
pronoun | Israel claimed that its forces had struck Iran. | Israel > strike > Iran | quoted
pronoun | Iraq said its neighbour had shelled Syria. | - > shell > Syria | quoted
pronoun | Iran says it was attacked by Israel. | Israel > attack > Iran | passive quoted
pronoun | Trump said he would sanction Iran. | US > sanction > Iran | quoted ~would
pronoun | Iraqi officials said they had arrested two Americans. | Iraq > arrest > US | quoted
pronoun | Iran said he was killed by Israel. | Israel > kill > - | passive quoted
pronoun | Trump said it hurt Iran. | - > hurt > Iran | quoted
pronoun | Iran denied that it had armed Hezbollah. | Iran > arm > Hezbollah | neg quoted
pronoun | Hamas warned that it would kill the Israelis. | Hamas > kill > Israel | quoted ~would
pronoun | Iran says it has no intention of attacking Jordan. | Iran > attack > Jordan | neg quoted ~intention
pronoun | The Russian minister said he did not want to punish Turkey. | Russia > punish > Turkey | neg quoted ~want
modal | North Korea is ready to release the Americans. | North Korea > release > US | ~ready
modal | Turkey had to expel the Russian diplomats. | Turkey > expel > Russia | ~have to
negated | Iraq cannot and will not attack Iran. | Iraq > attack > Iran | neg ~can
quoted | Asked whether Russia had hacked the United States, Trump shrugged. | Russia > hack > US | quoted ~whether
active | Ankara recalled its ambassador and lambasted the Israeli government. | Turkey > lambast > Israel |
active | Chinese hackers breached the Pentagon, experts warned. | China > breach > US | quoted
active | Iran's navy harassed an American destroyer in the strait. | Iran > harass > US |
passive | An American destroyer was harassed by Iran's navy. | Iran > harass > US | passive
passive | Syria's air defences were destroyed in minutes by Israel's jets. | Israel > destroy > Syria | passive
passive | Pakistan was told by the United States to act. | US > tell > Pakistan | passive
passive | The Taliban were driven from Kabul by American troops in 2001. | US > drive > Taliban | passive
agentless | Two Turkish soldiers were killed near the fence by mistake. | - > kill > Turkey | passive deleted
agentless | Iraqi archives were looted in 2003. | - > loot > Iraq | passive deleted
agentless | Israelis are being urged to leave Turkey. | - > urge > Israel | passive deleted
negated | Iran hasn't invaded Iraq since 1988. | Iran > invade > Iraq | neg
negated | Neither Israel nor Egypt attacked Jordan. | Egypt > attack > Jordan | neg
negated | The US has no plans to bomb Syria. | US > bomb > Syria | neg ~plan
negated | Russia avoided criticising China. | Russia > criticise > China | neg
negated | It is not true that Israel attacked Iran. | Israel > attack > Iran | neg
modal | Israel must not bomb Iran, Germany said. | Israel > bomb > Iran | neg quoted ~must
modal | Turkey is seeking to mediate between Iran and the US. | Turkey > mediate > - | ~seek
modal | China will probably support Russia. | China > support > Russia | ~will
quoted | The Syrian envoy claimed that France was arming the rebels. | France > arm > - | quoted
quoted | "Israel", he said, "has killed hundreds of Palestinians". | Israel > kill > Palestine | quoted
relative | The Turkish jets which bombed Iraq returned. | Turkey > bomb > Iraq |
relative | Egypt jailed an American whom it accused of spying. | Egypt > jail > US |
conjoined | Hezbollah, Iran and Russia have all propped up Syria. | Iran > prop > Syria |
conjoined | Israel warned Iran and then bombed it. | Israel > warn > Iran |
raised | The Saudis are rumoured to have paid the Taliban. | Saudi Arabia > pay > Taliban | ~rumour
control | The US asked Turkey to release the American pastor. | Turkey > release > US | ~ask
control | Russia helped Syria retake Aleppo. | Russia > help > Syria |
nominal | Turkey's arrest of a German journalist angered Berlin. | Turkey > arrest > Germany | nominal
nominal | Washington's killing of the Iranian commander was illegal. | US > kill > Iran | nominal
nominal | A North Korean attack on South Korea is unlikely. | North Korea > attack > South Korea | nominal
intransitive | Four American contractors died when Iran fired rockets. | - > die > US | harm
headline | Iran, Saudi Arabia restore ties | Saudi Arabia > restore > - |
headline | Syrian refugees barred from US | - > bar > Syria | passive deleted
headline | Turkish strikes kill 12 in Iraq | Turkey > kill > - |
headline | North Korea fires missile over Japan | North Korea > fire > - |
headline | Israel says it hit Iranian targets in Syria | Israel > hit > Iran | quoted
headline | Nato chief urges Russia to free Ukrainian sailors | Russia > free > Ukraine | ~urge
symmetric | The US and Iran exchanged prisoners. | Iran > exchange > - |
particle | Iran held up an Emirati tanker. | Iran > hold > United Arab Emirates |
headline | Iran tests missile in desert | Iran > test > - |
negated | It is false that Russia attacked Turkey. | Russia > attack > Turkey | neg
"""


def wanted(roles, flags):
    """The clause that a row of the list asks for, as a dict."""
    agent, predicate, patient = (None if part == "-" else part for part in roles.split(" > "))
    flags, _, modal = flags.partition("~")
    marks = {column: name in flags.split() for name, column in FLAGS.items()}
    voice = "quoted" if "quoted" in flags.split() else "newsroom"
    who = {"agent_actor": agent, "predicate": predicate, "patient_actor": patient}
    return who | marks | {"modal": modal or None, "voice": voice}


@pytest.mark.parametrize("line", DEEDS.strip().splitlines())
def test_who_does_what_to_whom(line, clauses_between_actors):
    kind, text, roles, flags = (part.strip() for part in line.split("|"))
    want = wanted(roles, flags)
    found = [{key: clause[key] for key in want} for clause in clauses_between_actors(text, kind)]
    assert want in found


def test_a_label_behind_a_dash_is_no_deed(clauses_between_actors):
    text = "Battles in Gaza and Israel | Brief #12 [EN/FR] - occupied Palestinian towns"
    assert "occupy" not in [row["predicate"] for row in clauses_between_actors(text, "headline")]
