"""Why something is marked: the rules behind the marks at one place, in sentences for a person."""

from __future__ import annotations

from index.article import Article
from index.facts.model import Claim, DateMention, Facts, Figure, Official, Statement

_FORMS = {
    "direct": "said in so many words",
    "mixed": "said partly in so many words",
    "indirect": "reported in other words",
}
_OFFICIAL_RULES = {
    "title before the name": "a title of office stands right before the name",
    "title before the name, with a comma": "a title of office and a comma stand before the name",
    "title after the name": "a title of office follows the name",
    "title around an insertion": "a title with an editor's insertion stands before the name",
}
_STATEMENT_RULES = {
    "subject and word of saying": "stands right after its subject",
    "word of saying before its subject": "stands before its subject",
    "shares the subject before": "has the subject of the words before it",
    "passive with by": "is passive, and names who with “by”",
    "according to": "names its source",
    "quotation with its speaker under it": "stands between the quotation and the speaker's name",
    "speaker with a colon": "stands after the speaker's name",
    "attributed inside a quotation": "stands with its subject inside somebody else's words",
}


def explain(article: Article, facts: Facts, offset: int) -> list[str]:
    """One sentence for each mark at `offset` of the article's body; empty if there is none.

    The marks come in the order furniture, figures, dates, officials, statements, claims.
    """
    body = article.body
    reasons = [
        "This paragraph is page furniture (a caption, byline, share line or related headline): "
        "nothing is looked for in it."
        for span in facts.furniture
        if offset in span
    ]
    reasons += [_figure(each) for each in facts.figures if _holds(each, offset)]
    reasons += [_date(each) for each in facts.dates if _holds(each, offset)]
    for official in facts.officials:
        reasons += _official(official, offset)
    reasons += [_statement(each) for each in facts.statements if _holds(each, offset)]
    reasons += [_claim(each, body) for each in facts.claims if _holds(each, offset)]
    return reasons


def _holds(mark: Figure | DateMention | Statement | Claim, offset: int) -> bool:
    return mark.start <= offset < mark.end


def _number(value: float | None) -> str:
    return "open" if value is None else f"{value:,g}" if value < 1e6 else f"{value:,.0f}"


def _figure(figure: Figure) -> str:
    parts = [f"“{figure.text}” is a figure of the kind {figure.kind}"]
    if figure.rule:
        parts.append(f"by the rule “{figure.rule}”")
    parts.append(f"from {_number(figure.low)} to {_number(figure.high)}")
    if figure.counted:
        inferred = ", taken from elsewhere in the article" if figure.counted_inferred else ""
        parts.append(f"counting “{figure.counted}”{inferred}")
    return ", ".join(parts) + "."


def _date(date: DateMention) -> str:
    rule = f" by the rule “{date.rule}”" if date.rule else ""
    if date.earliest is None and date.latest is None:
        return f"“{date.text}” is a {date.kind}{rule}; which days it means is not known."
    earliest, latest = date.earliest or "open", date.latest or "open"
    when = earliest if earliest == latest else f"{earliest} to {latest}"
    return f"“{date.text}” is a {date.kind}{rule} and means {when}."


def _official(official: Official, offset: int) -> list[str]:
    """Why somebody is an official, if `offset` is in one of the mentions or titles."""
    why = _OFFICIAL_RULES.get(official.rule, official.rule)
    role = official.roles[0].text if official.roles else ""
    for mention in official.mentions:
        if mention.start <= offset < mention.end:
            if mention.text == official.name:
                return [f"{official.name} is an official: {why} (“{role}”)."]
            return [
                f"“{mention.text}” is taken for {official.name}, whom alone it can mean here; "
                f"{official.name} is an official, for {why} (“{role}”)."
            ]
    return [
        f"“{each.text}” is a title of {official.name}."
        for each in official.roles
        if each.start <= offset < each.end
    ]


def _statement(statement: Statement) -> str:
    who = statement.speaker or "somebody whom the article does not name"
    how = _FORMS[statement.form]
    if statement.cue is None:
        return f"These words are {who}'s, {how}: the quotation goes on from the one before."
    why = _STATEMENT_RULES.get(statement.rule, statement.rule)
    return f"These words are attributed to {who}, {how}: “{statement.cue}” {why}."


def _claim(claim: Claim, body: str) -> str:
    value = body[claim.value_start : claim.value_end]
    rule = f" by the rule “{claim.rule}”" if claim.rule else ""
    about = ", ".join(part for part in (claim.counted, claim.event, *claim.places) if part)
    subject = f" about {about}" if about else ""
    return f"“{value}” is a claim{subject}{rule}: {claim.stance}, {claim.modality}."
