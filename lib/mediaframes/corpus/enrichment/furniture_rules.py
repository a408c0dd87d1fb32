"""The lines that page furniture consists of, as data.

A rule is a kind, words of which one must occur (begun with "+" if the line may be longer than 200
characters), flags, and the pattern that the whole line must fit.
"""

import regex

__all__ = ["AGENCIES", "BARE_DATELINES", "BYLINE", "DATELINES", "HEADING", "LINE_RULES", "LONG_LINE_RULES"]

_I = regex.IGNORECASE
AGENCIES = (
    r"(?:AP|Associated Press|Reuters|Thomson Reuters|AFP|Agence France-Presse|UPI|dpa|DPA|EFE|ANSA|Xinhua|TASS|Tass|"
    r"RIA|Interfax|Kyodo|Yonhap|PTI|IANS|ANI|Anadolu|AA|IRNA|ISNA|MNA|SANA|WAFA|INA|CNN|BBC|Bloomberg|PA|CP)"
)

# Datelines open a line. After a place in capitals any source in brackets will do, else it must be a known agency.
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?"
_DAY = rf"(?i:,? {_MONTH} \d{{1,2}}(?:, \d{{4}})?)"
_CAPS = r"\p{Lu}[\p{Lu}.'’/-]+"
_PLACE = rf"{_CAPS}(?: {_CAPS}){{0,3}}(?:, \p{{Lu}}[\p{{L}}.'’ -]{{1,25}})?"
_DASH = r"\s*(?:--|[-–—_])+\s*"
DATELINES = (
    regex.compile(rf"{_PLACE}{_DAY}? ?\(\p{{L}}[\p{{L}} .-]{{1,24}}\){_DASH}"),
    regex.compile(rf"\p{{Lu}}[\p{{L}} .,'’/-]{{1,50}}?{_DAY}? ?\({AGENCIES}\){_DASH}"),
    regex.compile(rf"(?:(?i:{_MONTH} \d{{1,2}}) )?[(\[]{AGENCIES}[)\]]{_DASH}"),
)
_NO_PLACE = r"(?!(?:FILE|UPDATED?|NOTE|WATCH|VIDEO|PHOTOS?|ANALYSIS|OPINION|EXCLUSIVE|BREAKING|LIVE)\b)"
BARE_DATELINES = (
    regex.compile(rf"{_NO_PLACE}{_PLACE}{_DAY}?\s+(?:--|[-–—])\s+(?=[\p{{Lu}}\d\"'“‘«])"),
    # What must stand behind the first comma is looked for first, for speed.
    regex.compile(
        rf"(?=[^,]*+, ?(?:{AGENCIES}|(?i:{_MONTH})|\d))\p{{Lu}}[\p{{L}} .'’/-]{{1,40}}{_DAY}?, ?{AGENCIES}{_DASH}"
    ),
)

# A list of names: capitalised words and the small words between them, so that no verb fits in.
_NAME = r"(?:[\p{Lu}@][\p{L}\p{M}'’.]*|and|in|of|at|for|from|the|with|by|de|da|van|von|bin|al|el|&)"
_NAMES = rf"{_NAME}(?:[ ,;/|–—-]+(?:{_NAME}|reporting|writing|editing|additional))*"
_JOB = r"(?:additional |further )?(?:reporting|writing|editing|text|compiled|edited|translated|written|photographs?)"
BYLINE = regex.compile(
    rf"(?:BYLINE\s*:|(?i:written by|by|from))\s+{_NAMES}(?:,? (?i:staff writer|correspondent|reporter))?\s*"
)

_RELATED = (
    r"(?:read (?:more|also|next|this)|also read|see also|more on this(?: story| topic)?|"
    r"more (?:coverage|stories|from [^.:]{1,40})|"
    r"related(?: (?:stories|story|articles?|coverage|content|news|links|topics|reading))?|"
    r"(?:you )?(?:may|might) (?:also )?(?:like|be interested in)|recommended(?: (?:for you|stories|reading))?|"
    r"don['’]t miss|must[ -]reads?|also on [\p{L} ]{2,30}|most (?:read|popular)|trending(?: now)?|top stories)"
)
HEADING = regex.compile(rf"\W*{_RELATED}\W*", _I)

_SITE = r"(?:twitter|facebook|instagram|x|telegram|youtube|linkedin|whatsapp|tiktok|bluesky|mastodon|threads)"
_SHARE = (
    r"(?:share|tweet|e-?mail|print|comments?|reply|save|like|facebook|twitter|whatsapp|pinterest|reddit|linkedin|"
    r"flipboard|telegram|messenger|copy link|link copied|on|this|via|article|story|page|post|\d+)"
)
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?"
_ZONE = r"(?:GMT(?:[+-]\d+)?|UTC|BST|CES?T|EES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|I[RS]S?T|[AJK]ST|MSK|AEDT)"
_CLOCK = (
    rf"(?>\d[\d:.,/-]*(?:st|nd|rd|th|am|pm)?|[ap]\.?m\.?|{_ZONE}|at|on|{_WEEKDAY}|{_MONTH}|"
    r"ago|hours?|minutes?|days?)"
)
_PICTURE = r"(?:photo|image|picture|photograph|illustration)s?"
_PICTURE_AGENCY = r"(?:Getty(?: Images?)?|Shutterstock|iStock|Alamy|EPA|AFP|Reuters|AP)"
_ADVERT = r"(?:advertisements?|sponsored(?: content)?|paid content|promoted)"
_COMMENTS = r"(?:comments?|conversation|discussion|replies)"
_NEWS = r"(?:newsletter|in-?box|e-?mail|updates?|alerts?|briefing|podcast|channel|free|here|now|today)"
_RIGHTS = r"(?:terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice)|cookie (?:policy|settings))"

_RULES = (
    ("related", "read more also related recommended miss trending popular", _I,
     rf"{_RELATED}\s*[:»>|–—-]\s*.{{2,160}}"),
    ("related", "click tap", _I, r"(?:click|tap) here\b.{0,120}"),
    ("related", "read", _I, r"read (?:the|our) (?:full|entire|whole|original) [^.]{2,60} (?:here|at [^ ]+)\W*"),
    ("related", ":", _I, r"(?:watch|listen|look|in pictures|photos|gallery|video)\s*:\s*.{2,110}[^.:\s]"),
    ("credit", "+ by from editor", 0,
     rf"[(\[—–-]*\s*(?i:{_JOB} (?:by|from):?|editors?:|with files from) {_NAMES}[\s.)\]]*"),
    ("credit", "contribut", _I, r"[(\[—–-]*\s*contribut(?:ing|ors?)\s*:\s*.{2,150}"),
    ("credit", "+ contributed", _I,
     r"[^!?]{2,220}\bcontributed (?:reporting|to this (?:report|story|article))\b[^!?]{0,150}"),
    ("related", "+ tag topic keyword filed", _I, r"(?:tags?|topics?|keywords|filed under)\s*:\s*.{2,200}[^.!?\s]"),
    ("credit", "", 0,
     rf"[(\[—–-]*\s*(?:(?i:source|via|with|from)\s*:?\s*)?{AGENCIES}(?:(?:\s*/\s*|, | and ){AGENCIES})*[\s.)\]]*"),
    ("credit", "h/t hat source via", _I, r"(?:h/t|hat tip|source|via)\s*/?:\s*[^.!?]{2,60}\.?"),
    ("credit", "this", _I,
     r"this (?:article|story|piece|post) (?:was )?(?:originally|first) (?:appeared|published|ran)\b.{0,120}"),
    ("credit", "agencies wire", 0,
     rf"[(\[—–-]*\s*(?:{_NAMES}[ ,/]+)?(?i:(?:news )?agencies|wires|wire services)[\s.)\]]*"),
    ("credit", "edited", _I, r"\(?this (?:story|article|report|copy) has not been edited by .{2,150}"),
    ("credit", "ends # -30-", _I, r"[-–—#* ]*(?:-30-|-ends?-|ends|###|\* \* \*)[-–—#* ]*"),
    ("caption", "photo credit", _I,
     r"(?:AP|AFP|EPA|Reuters) photo\s*[/:].{2,80}|(?:file )?photos?|credits?\s*:\s*[^.!?]{2,80}\.?"),
    ("caption", "photo image picture illustration", _I,
     rf"(?:file )?{_PICTURE}(?: (?:credit|courtesy|copyright))?\s*(?::| by | courtesy of )\s*.{{2,160}}"),
    ("caption", "+ file", 0, r"(?:FILE|File)(?: (?:PHOTO|photo))?\s*[-–—:]\s*.{2,350}"),
    ("caption", "image media", 0, r"(?:Image|Media) (?:copyright|caption)\b.{2,200}"),
    ("caption", "+ photo image picture", 0,
     r".{0,330}[(\[](?:AP |REUTERS |AFP )?(?:Photo|Image|Picture)s?\b(?: by|/|:| courtesy)[^)\]]{0,80}[)\]]\W*"),
    ("caption", "getty shutterstock istock alamy epa afp reuters ap", 0,
     rf"[^.!?]{{0,60}}?(?:^|/|via |by ){_PICTURE_AGENCY}(?:/[\p{{L}} ]+)?\.?"),
    ("newsletter", "+ sign subscribe register", _I, rf"(?:sign up|signup|subscribe|register)\b(?=.*{_NEWS}).{{2,200}}"),
    ("newsletter", "+ newsletter inbox in-box mail alerts", _I,
     r"(?:get|receive|want|enter)\b.{2,120}\b(?:newsletters?|in-?box|e-?mail address|news alerts)\b.{0,80}"),
    ("newsletter", "newsletter subscrib sign like", _I,
     r"(?:newsletters?|subscribe|sign up|thank you for subscribing|(?:do you .{2,60}\? )?like (?:the|our) page:?)\W*"),
    ("newsletter", "follow like join find subscribe", _I,
     rf"(?:follow|like|join|find|subscribe to) [^.!?:]{{1,80}} on {_SITE}\b.{{0,120}}"),
    ("newsletter", "+ follow", _I,
     rf".{{2,250}}\bfollow (?:him|her|them|us|me) (?:on {_SITE}\b|@\w).{{0,120}}|follow @\w+\W*"),
    ("newsletter", "join download", _I,
     r"(?:join our .{0,30}\b(?:telegram|whatsapp|channel|group|community)|download (?:our|the) .{0,30}\bapp)\b.{0,80}"),
    ("copyright", "+ © (c) copyright", _I,
     r"(?:[(\[]\s*)?(?:©|\(c\)|copyright\b)\s*(?:©|\(c\)|by)?\s*(?:(?:19|20)\d\d\b|[^.]{2,60}(?:19|20)\d\d).{0,250}"),
    ("copyright", "+ rights", _I, r".{0,200}\ball rights reserved\b.{0,200}"),
    ("copyright", "+ material", _I, r"this material may not be (?:published|reproduced)\b.{0,200}"),
    ("copyright", "terms privacy cookie", _I, rf"{_RIGHTS}(?:\s*[|·•/,-]\s*[\p{{L}} ]{{2,30}})*"),
    ("share", "", _I, rf"(?!\d+\W*$){_SHARE}(?:[\s|,/·•:]+{_SHARE})*"),
    ("share", "comment conversation discussion replies", _I,
     rf"(?:leave|post|view|read|show|hide|see|join)\b (?:a |all |the |\d+ )*{_COMMENTS}\W*"),
    ("share", "this", _I, r"(?:share|print|e-?mail) this\b.{0,60}"),
    ("share", "skip enable", _I, r"skip to (?:main )?content|please enable javascript.{0,100}"),
    ("advertisement", "advert sponsored paid promoted", _I,
     rf"\W*{_ADVERT}(?:\s*[-–—]?\s*(?:story|article) continues below)?\W*"),
    ("advertisement", "continue", _I,
     r"(?:story|article|content) continues (?:below|after)(?: (?:this )?(?:advertisement|ad))?\W*|"
     r"continue reading(?: below)?\W*"),
    ("timestamp", "publish updated posted modified", _I,
     rf"(?:first |last )?(?:published|updated|posted|modified)\b\s*:?(?:[\s,|·•–-]+{_CLOCK})+\W*"),
    ("timestamp", "19 20", _I,
     rf"(?=.*\b(?:19|20)\d\d\b)(?=.*(?:{_MONTH}|\d[./-]\d))"
     rf"{_CLOCK}(?:[\s,|·•–-]+{_CLOCK})*\W*"),
    ("timestamp", "min", _I, r"\d+[ -]min(?:ute)?s? read"),
    ("code", "{ } ; <!--", 0,
     r"[.#@]?[\w\s.#:,>-]{0,60}\{|\}|-?[a-z][a-z-]{2,30}:\s*[^;\s][^;]{0,40};|<!--.{0,200}-->"),
)  # fmt: skip

LINE_RULES = tuple(
    (kind, words.lstrip("+ ").split(), regex.compile(rule, flags)) for kind, words, flags, rule in _RULES
)
LONG_LINE_RULES = tuple(rule for rule, source in zip(LINE_RULES, _RULES, strict=True) if source[1].startswith("+"))
