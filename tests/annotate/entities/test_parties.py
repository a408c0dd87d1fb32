"""Who is named, and who of these takes part: each line is an article of ours, written before it was ever read."""

import pandas as pd
import pytest

import mediaframes as mf

DAY = "2021-05-03"
ANY = None
# text, day, actors named, actors that are agent, patient, target or source
ARTICLES = [
    # names and adjectives in names that are no state's
    ("Spain's El Pais reported that the minister resigned.", DAY, {"Spain"}, set()),
    ("The Israeli newspaper Haaretz said the army attacked the port.", DAY, {"Israel"}, set()),
    ("The American Iron and Steel Institute praised the tariffs.", DAY, set(), set()),
    ("Lisa Monaco told reporters that the case was closed.", DAY, set(), set()),
    ("Deputy Attorney General Lisa Monaco met with Iranian officials.", DAY, ANY, {"Iran"}),
    ("Mr Weber said in Ukrainian that he would stay.", DAY, set(), set()),
    ("The letter, written in Arabic and Russian, was published on Monday.", DAY, set(), set()),
    ("Shops in German and French towns closed.", DAY, {"Germany", "France"}, ANY),
    ("A British-Israeli journalist attacked the minister in a column.", DAY, {"UK", "Israel"}, set()),
    ("The owner of a Chinese restaurant in Lima sued the council.", DAY, set(), set()),
    ("An Iranian author said the prize had surprised her.", DAY, {"Iran"}, set()),
    ("The French Open organisers fined the player.", DAY, set(), set()),
    ("The Russian Academy of Music rejected the application.", DAY, set(), set()),
    ("Deutsche Bank and the Turkish Chamber of Shipping signed a contract.", DAY, set(), set()),
    ("The German carmaker recalled 20,000 cars.", DAY, {"Germany"}, set()),
    ("A Japanese tourist thanked the police.", DAY, {"Japan"}, set()),
    ("British Steel closed its plant.", DAY, set(), set()),
    ("Chinese companies sued the United States.", DAY, {"China", "US"}, {"US"}),
    ("Jordan Weber accused the council of fraud.", DAY, set(), set()),
    # what is done to a state's people and firms is done to it
    ("Iran arrested a German journalist.", DAY, {"Iran", "Germany"}, {"Iran", "Germany"}),
    ("Lebanon's Hezbollah attacked Israel.", DAY, {"Lebanon", "Hezbollah", "Israel"}, {"Hezbollah", "Israel"}),
    ("Yemen's Houthis attacked Saudi Arabia.", DAY, {"Yemen", "Houthis", "Saudi Arabia"}, {"Houthis", "Saudi Arabia"}),
    ("Iraqi tanks shelled Kuwait.", DAY, {"Iraq", "Kuwait"}, {"Iraq", "Kuwait"}),
    ("Italian restaurants and Thai takeaways closed early.", DAY, set(), set()),
    ("The Danish toymaker sued a rival.", DAY, {"Denmark"}, set()),
    ("Australia's Prime Minister Modi visited Fiji.", "2018-05-03", {"Australia", "Fiji"}, {"Australia", "Fiji"}),
    # nor does one who has left, or what a leader has beside the office
    ("A retired Iranian general criticised Oman.", DAY, {"Iran", "Oman"}, {"Oman"}),
    ("The Trump campaign sued Peru.", "2018-05-03", {"US", "Peru"}, {"Peru"}),
    ("The singer Mark Cuban left early. Cuban said he was tired.", DAY, set(), set()),
    ("Jane Paris bakes cakes. Paris, who used to paint, smiled.", DAY, set(), set()),
    ("The Indonesian Hospital praised its nurses.", DAY, set(), set()),
    ("An Indonesian hospital praised its nurses.", DAY, {"Indonesia"}, ANY),
    # a headline's label may be what it is about
    ("Israel-Gaza: Convoy reaches port\n\nA convoy came.", "2023-11-03", {"Israel", "Palestine"}, set()),
    ("Israel-Gaza war: Convoy reaches port\n\nA convoy came.", "2023-11-03", {"Israel", "Palestine"}, set()),
    ("An Israeli University Mourns\n\nA convoy came.", "2023-11-03", {"Israel"}, set()),
    ("Gaza: Convoy reaches port\n\nA convoy came.", "2023-11-03", {"Palestine"}, set()),
    ("Iran: Convoy must leave port\n\nA convoy came.", "2023-11-03", {"Iran"}, {"Iran"}),
    # still the state
    ("Israeli forces attacked the camp.", DAY, {"Israel"}, {"Israel"}),
    ("Iranian state television said the ship was seized.", DAY, {"Iran"}, {"Iran"}),
    ("The Chinese coast guard rammed a Philippine boat.", DAY, {"China", "Philippines"}, {"China", "Philippines"}),
    ("Russia's ambassador criticised Poland.", DAY, {"Russia", "Poland"}, {"Russia", "Poland"}),
    ("Turkish jets bombed Syria.", DAY, {"Turkey", "Syria"}, {"Turkey", "Syria"}),
    ("Spain's Supreme Court criticised Malta.", DAY, {"Spain", "Malta"}, {"Spain", "Malta"}),
    # things, not actors
    ("The Iran deal angered the senators.", DAY, {"Iran"}, set()),
    ("The Iranian deal angered the senators.", DAY, {"Iran"}, set()),
    ("The Afghanistan war killed thousands of villagers.", DAY, {"Afghanistan"}, set()),
    ("The Israel-Hamas war displaced many families.", "2023-11-03", {"Israel", "Hamas"}, set()),
    ("The Ukraine crisis hurt farmers.", DAY, {"Ukraine"}, set()),
    ("The North Korea summit surprised diplomats.", "2018-05-03", {"North Korea"}, set()),
    # the title decides
    (
        "South Korean President Kim Tae-ho will meet Kim Jong Un.",
        "2018-04-03",
        {"South Korea", "North Korea"},
        {"South Korea", "North Korea"},
    ),
    ("The South Korean Defence Minister Kim visited the base.", "2018-04-03", {"South Korea"}, {"South Korea"}),
    ("Canada's deputy prime minister Trump agreed.", "2018-04-03", {"Canada"}, {"Canada"}),
    (
        "The two Korean leaders embraced.",
        "2018-04-03",
        {"South Korea", "North Korea"},
        {"South Korea", "North Korea"},
    ),
    # candidates are no government
    ("Republican candidate Donald Trump attacked Mexico.", "2016-08-03", {"Mexico"}, {"Mexico"}),
    ("Presidential nominee Donald Trump attacked Mexico. Trump left.", ANY, {"Mexico"}, {"Mexico"}),
    ("President-elect Donald Trump praised Russia.", "2017-01-05", {"Russia"}, {"Russia"}),
    ("President Trump, the Republican nominee, praised Russia.", ANY, {"US", "Russia"}, {"US", "Russia"}),
    ("Hillary Clinton criticised Russia.", "2016-09-03", {"Russia"}, {"Russia"}),
    ("Hillary Clinton, the Democratic presidential candidate, criticised Russia.", ANY, {"Russia"}, {"Russia"}),
    ("President Trump criticised Iran.", "2018-09-03", {"US", "Iran"}, {"US", "Iran"}),
    # a contested claim is no alias, a task no government
    ("Guccifer 2.0 published the letters.", "2016-09-03", set(), set()),
    ("It rained in Russia. Fancy Bear published the letters.", "2016-09-03", {"Russia"}, set()),
    ("The Wagner Group of Yevgeny Prigozhin captured the town.", "2023-05-03", {"Wagner Group"}, {"Wagner Group"}),
    ("The US occupation forces left Iraq; Israel watched.", "2010-05-03", {"US", "Iraq", "Israel"}, ANY),
    ("The administration of President Obama signed the treaty.", "2014-02-03", {"US"}, {"US"}),
    # furniture
    ("Tehran (IP)- The council opened a bridge on Monday.", DAY, set(), set()),
    ("Lusaka (ZNB)-The council opened a bridge in Kenya on Monday.", DAY, {"Kenya"}, set()),
    ("Baghdad (NINA) - Two men were held on Monday.", DAY, set(), set()),
    ("Iran PressIran News: The council opened a bridge.", DAY, set(), set()),
    ("Kenya TodayKenya Wire - The council opened a bridge.", DAY, set(), set()),
]
KNOWN_WRONG = {
    "Israel-Gaza: Convoy reaches port\n\nA convoy came.": "the parser takes the label for a second subject",
}
SEVERAL = [
    ("The White House said little. The administration of the war fell to a colonel.", ["White House"]),
    ("The White House said little. The administration of vaccines began on Monday.", ["White House"]),
    (
        "The White House paused. The administration of Mr. Obama signed.",
        ["White House", "administration", "Obama"],
    ),
]


@pytest.fixture(scope="module")
def evidence():
    texts, days, *_ = zip(*ARTICLES, strict=True)
    numbers = [str(i) for i in range(len(texts))]
    articles = pd.DataFrame({"article_id": numbers, "text": texts, "published": pd.to_datetime(days)})
    return mf.annotate(articles, mf.load_actors(), cache=False, attitudes=False)


def numbered():
    for number, (text, *_) in enumerate(ARTICLES):
        missed = [pytest.mark.xfail(reason=KNOWN_WRONG[text], strict=True)] if text in KNOWN_WRONG else []
        yield pytest.param(number, id=text, marks=missed)


@pytest.mark.parametrize("number", list(numbered()))
def test_who_is_named_and_who_takes_part(evidence, number):
    _, _, named, taking_part = ARTICLES[number]
    found = evidence.of_articles([str(number)])
    columns = [found.clauses[f"{p}_actor"] for p in ("agent", "patient", "target")]
    assert named in (ANY, set(found.mentions["actor"]))
    assert taking_part in (ANY, set(pd.concat([*columns, found.attributions["source_actor"]]).dropna()))


def test_a_leader_in_an_article_without_a_date_is_marked_as_unsure(evidence):
    undated = evidence.articles.loc[evidence.articles["published"].isna(), "article_id"]
    leaders = evidence.mentions[evidence.mentions["kind"].eq("leader")]
    assert leaders["article_id"].isin(undated).any() and not leaders["article_id"].isin(undated).all()
    assert leaders["warnings"].notna().tolist() == leaders["article_id"].isin(undated).tolist()
    assert evidence.mentions.loc[~evidence.mentions["kind"].eq("leader"), "warnings"].isna().all()


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_an_office_of_something_is_no_government(text, expected):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "published": [pd.Timestamp("2014-02-03")]})
    found = mf.annotate(articles, mf.load_actors("US"), cache=False, attitudes=False)
    assert found.mentions["text"].tolist() == expected
