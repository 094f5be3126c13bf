"""What the sample articles must show: relation, values and reason of each known disagreement."""

from __future__ import annotations

import pytest

from index.compare.model import Answer, Comparison, Question, Relation

FOX, YONHAP, DOD, ABC, MENAFN = "000", "001", "002", "003", "004"


def holds(question: Question, article: str, text: str) -> Answer | None:
    """The question's answer from one article whose words are these."""
    for answer in question.answers:
        if answer.article.startswith(article) and answer.text == text:
            return answer
    return None


def question_with(comparison: Comparison, *answers: tuple[str, str]) -> Question:
    """The one question that holds all these answers, each as (article, words)."""
    found = [
        question
        for question in comparison.questions
        if all(holds(question, article, text) for article, text in answers)
    ]
    assert len(found) == 1, [question.question for question in found]
    return found[0]


def between(question: Question, one: tuple[str, str], other: tuple[str, str]) -> Relation:
    """The relation between two answers of a question."""
    first, second = holds(question, *one), holds(question, *other)
    pair = {question.answers.index(a) for a in (first, second) if a}
    found = [relation for relation in question.relations if {relation.a, relation.b} == pair]
    assert found, f"no relation between {one} and {other}"
    return found[0]


def test_a_small_number_in_kursk_becomes_at_least_ten_thousand(comparison: Comparison) -> None:
    old, new = (DOD, "A small number"), (ABC, "at least 10,000")
    question = question_with(comparison, old, new, (FOX, "a small number"))
    relation = between(question, old, new)
    assert (question.relation, relation.kind) == ("updated", "updated")
    assert "DoD News (29 Oct)" in relation.reason and "ABC News (4 Nov)" in relation.reason
    assert relation.reason.endswith("six days later, so an update.")
    assert "Kursk" in question.question


def test_about_ten_thousand_in_russia_become_eleven_to_twelve(comparison: Comparison) -> None:
    old, new = (MENAFN, "approximately 10,000"), (ABC, "closer to 11,000 to 12,000")
    question = question_with(comparison, old, new, (FOX, "about 10,000"))
    assert question.relation == "updated"
    assert between(question, old, new).reason.endswith("six days later, so an update.")
    answer = holds(question, *new)
    assert answer and (answer.low, answer.high) == (11_000, 12_000)


def test_the_announcement_has_several_speakers(comparison: Comparison) -> None:
    fox, yonhap = (FOX, "Pat Ryder"), (YONHAP, "Sabrina Singh")
    question = question_with(comparison, fox, yonhap)
    assert question.relation == "attribution"
    reason = between(question, fox, yonhap).reason
    assert "Pat Ryder" in reason and "Sabrina Singh" in reason


def test_where_they_were_sent_is_a_matter_of_scope(comparison: Comparison) -> None:
    russia, far_east = (FOX, "about 10,000"), (DOD, "approximately 10,000")
    kursk = (ABC, "at least 10,000")
    question = question_with(comparison, russia, far_east, (YONHAP, "around 10,000"), kursk)
    assert question.relation == "scope"
    assert question.question == (
        "10,000 North Korean troops: "
        "in Russia, eastern Russia, Far Eastern Federal District or Kursk?"
    )
    nested = between(question, russia, far_east)
    assert nested.kind == "scope" and "Far Eastern Federal District lies in Russia" in nested.reason
    apart = between(question, far_east, kursk)
    assert apart.kind == "scope" and "are different parts of Russia" in apart.reason


def test_the_deadlines_differ(comparison: Comparison) -> None:
    fox, yonhap = (FOX, "by December"), (YONHAP, "by the end of this year")
    hong = (YONHAP, "until early December")
    question = question_with(comparison, fox, yonhap, hong)
    assert question.relation == "differs"
    assert between(question, fox, yonhap).reason.endswith("no value fits both.")
    inside = between(question, hong, yonhap)
    assert inside.kind == "differs"
    assert "Hong Jang-won: until early December" in inside.reason


def test_denied_against_neither_confirmed_nor_denied(comparison: Comparison) -> None:
    denied, left_open = (
        (FOX, "denied the troop movements"),
        (
            MENAFN,
            "has not explicitly confirmed or denied the presence of North Korean soldiers "
            "in Russia",
        ),
    )
    question = question_with(comparison, denied, left_open)
    assert question.relation == "denied"
    assert between(question, denied, left_open).kind == "denied"
    assert {answer.stance for answer in question.answers} >= {"denied", "unconfirmed"}


def test_kirby_has_two_titles(comparison: Comparison) -> None:
    fox = (FOX, "White House National Security communications director")
    menafn = (MENAFN, "White House National Security Communications Adviser")
    question = question_with(comparison, fox, menafn)
    assert question.relation == "attribution"
    assert question.question == "What is John Kirby's title?"


def test_legitimate_military_targets_are_two_speakers_words(comparison: Comparison) -> None:
    abc, menafn = (ABC, "Lloyd Austin"), (MENAFN, "John Kirby")
    question = question_with(comparison, abc, menafn)
    assert question.relation == "attribution"
    assert all("legitimate military targets" in answer.sentence for answer in question.answers)


def test_an_answer_that_is_its_speaker_is_named_once(comparison: Comparison) -> None:
    abc, menafn = (ABC, "Lloyd Austin"), (MENAFN, "John Kirby")
    reason = between(question_with(comparison, abc, menafn), abc, menafn).reason
    assert reason.count("Lloyd Austin") == reason.count("John Kirby") == 1


def test_the_part_already_sent_does_not_contradict_the_whole(comparison: Comparison) -> None:
    whole, part = (YONHAP, "around 10,000"), (YONHAP, "some 3,000")
    question = question_with(comparison, whole, part)
    assert (question.relation, question.strength) == ("scope", "strong")
    assert question.question == "How many troops: around 10,000, or some 3,000 of them?"
    relation = between(question, whole, part)
    assert relation.kind == "scope"
    assert "“some 3,000” is given as a part, so the scope differs." in relation.reason
    assert "National Intelligence Service: around 10,000 troops" in relation.reason


def test_the_same_soldiers_are_there_and_still_to_come(comparison: Comparison) -> None:
    asked = "Are a couple thousand soldiers already in Kursk, or still to come?"
    question = next(one for one in comparison.questions if one.question == asked)
    assert {answer.article[:3] for answer in question.answers} == {FOX}
    relation = question.relations[0]
    assert (question.relation, relation.kind) == ("differs", "differs")
    assert relation.reason.count("Pentagon") == 2
    assert relation.reason.endswith(
        "the same number is already there in one sentence and still to come in the other."
    )


def test_one_package_and_the_sum_since_2022_are_two_scopes(comparison: Comparison) -> None:
    package, total = (DOD, "nearly $400 million"), (DOD, "more than $59.5 billion")
    question = question_with(comparison, package, total)
    assert question.relation == "scope"
    assert "different periods" in between(question, package, total).reason


def test_nothing_that_agrees_is_shown_as_a_contradiction(comparison: Comparison) -> None:
    differing = [q for q in comparison.questions if q.relation == "differs"]
    told = [{answer.text for answer in question.answers} for question in differing]
    assert len(told) == 2
    assert {"by December", "until early December", "by the end of this year"} in told
    assert {"a couple thousand", "a couple of thousand"} in told


@pytest.mark.parametrize("word", ["true", "false", "correct", "wrong", "lie", "lies about"])
def test_nothing_is_ever_called_right_or_wrong(comparison: Comparison, word: str) -> None:
    for question in comparison.questions:
        said = " ".join(answer.text + answer.sentence for answer in question.answers).lower()
        for reason in (question.reason, *(relation.reason for relation in question.relations)):
            if word not in said:
                assert f" {word} " not in f" {reason.lower()} "


def test_questions_and_ids_hang_not_on_the_order_of_reports(
    comparison: Comparison, seeds: dict[str, tuple[object, object]]
) -> None:
    from index.compare.questions import compare

    backwards = compare(list(reversed(list(seeds.values()))))  # type: ignore[arg-type]
    assert backwards.questions == comparison.questions
    assert backwards.articles == comparison.articles[::-1]
    assert backwards.in_order(comparison.articles) == comparison
    assert len({q.id for q in comparison.questions}) == len(comparison.questions)


def test_contradictions_come_first_and_agreement_last(comparison: Comparison) -> None:
    tiers = {"differs": 0, "denied": 0, "agrees": 2, "echo": 2, "compatible": 2}
    order = []
    for question in comparison.questions:
        within = len({answer.article for answer in question.answers}) == 1
        if question.strength == "strong":
            tier = tiers.get(question.relation, 1)
            order.append(max(tier, 1) if within or question.possible else tier)
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}


def test_a_difference_within_one_report_comes_after_those_between_reports(
    comparison: Comparison,
) -> None:
    asked = [question.question for question in comparison.questions]
    between = asked.index("How many North Korean troops have been sent to Russia?")
    within = asked.index("Are a couple thousand soldiers already in Kursk, or still to come?")
    assert between < within


def test_the_troops_come_before_titles_and_wordings(comparison: Comparison) -> None:
    asked = [question.question for question in comparison.questions]
    kursk = asked.index("How many North Korean troops are in Kursk?")
    russia = asked.index("How many North Korean troops have been sent to Russia?")
    title = asked.index("What is John Kirby's title?")
    wording = asked.index("Who said “increasing desperation”?")
    assert max(kursk, russia) < min(title, wording)
    assert max(kursk, russia) < len(asked) / 2


def test_answers_point_at_their_words(
    comparison: Comparison, seeds: dict[str, tuple[object, object]]
) -> None:
    bodies = {article.id: article.body for article, _ in seeds.values()}  # type: ignore[attr-defined]
    for question in comparison.questions:
        for answer in question.answers:
            words = bodies[answer.article][answer.start : answer.end]
            if answer.kind not in ("words",):
                assert words == answer.text
            assert words
