"""The names of things in an explanation, in the person's language."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.explaining import LayoutTried, PassDone
from newsclean.language import Wording

__all__ = [
    "fields_told",
    "idle_told",
    "marks_told",
    "miss_told",
    "outcomes_told",
    "pass_did",
    "passes_told",
    "routes_told",
    "short_path",
    "signs_told",
    "where_told",
]

_PATH_STEPS = 4
"""Steps of a path that are shown, from its end."""


def fields_told(say: Wording) -> dict[str, str]:
    """The fields of metadata by their names."""
    return {
        "kind": say("kind of page"),
        "title": say("title"),
        "original_title": say("original title"),
        "published_at": say("published"),
        "published_raw": say("published, as written"),
        "modified_at": say("changed"),
        "source": say("medium"),
        "source_url": say("address of the medium"),
        "authors": say("authors"),
        "editor": say("editor"),
        "channel": say("channel"),
        "keywords": say("keywords"),
        "symbols": say("stocks"),
        "description": say("description"),
        "lead_image": say("lead picture"),
        "url": say("address"),
        "mobile_url": say("mobile address"),
        "doc_id": say("document id"),
        "comment_id": say("comment thread"),
        "related": say("related articles"),
    }


def where_told(say: Wording) -> dict[str, str]:
    """The parts of a body."""
    return {"start": say("before the text"), "body": say("in the text"), "end": say("after the text")}


def routes_told(say: Wording) -> dict[str, str]:
    """What was parsed of a page, by the article's route."""
    return {
        "window": say("only the head and the body's stretch of the page were parsed"),
        "page": say("the whole page was parsed"),
        "document": say("a front-matter document was read"),
    }


def miss_told(tried: LayoutTried, say: Wording) -> str:
    """Why a layout is not the page's, or where its body is."""
    told = {
        None: say("fits: its body is {what}", what=tried.detail),
        "host": say("the page is not on {what}", what=tried.detail),
        "site": say("the page's title is not one of the site's: {what}", what=tried.detail),
        "body": say("its body is not there: {what}", what=tried.detail),
        "proof": say("what proves it is not there: {what}", what=tried.detail),
        "without": say("what it never has is there: {what}", what=tried.detail),
    }
    return told[tried.miss]


def passes_told(say: Wording) -> dict[str, str]:
    """What each pass of the cleaner is for."""
    return {
        "walk": say("The walk over the body: elements that are furniture go, captions find their pictures."),
        "open_quotes": say("A quote that holds most of the text is its container."),
        "join_cut_paragraphs": say("Paragraphs that the editor cut in two are joined."),
        "drop_card_marks": say("The marks of microblog cards behind names go."),
        "doubt_headings": say("What says who wrote the text is no heading."),
        "drop_lines": say("Lines that are furniture wherever they stand go."),
        "take_link_lists": say("Links one below the other are read as related articles."),
        "take_related": say("Links to other articles are read as such."),
        "take_start": say("The first lines are read: notes, the title again, metadata."),
        "take_end": say("The last lines are read upwards: promotion, editors, statements."),
        "drop_codes": say("Pictures that are codes to scan go."),
        "drop_page_list": say("The list of the article's pages goes."),
        "drop_repeated_title": say("The title said again as the first line goes."),
        "drop_repeated_captions": say("Captions said again below their pictures go."),
        "read_again": say("The edges are read again, until nothing more goes."),
        "find_headings": say("Short bold paragraphs are headings."),
    }


def signs_told(say: Wording) -> dict[str, str]:
    """What the confidence asks, by the names of its evidence."""
    return {
        "layout-proven": say("the layout is proven"),
        "title-found": say("a title was found"),
        "time-found": say("a time was found"),
        "description-opens-body": say("the page's description opens the body"),
        "end-marker-seen": say("the mark of the text's end was seen"),
        "little-removed": say("little of the text was removed"),
        "body-long-enough": say("the body is long enough"),
        "headline-said": say("the body says the headline"),
        "whole-page": say("the page is whole"),
        "whole-body": say("the body is whole"),
    }


def marks_told(say: Wording) -> dict[bool | None, str]:
    """What a sign of the confidence came to."""
    return {True: say("held"), False: say("did not hold"), None: say("could not be asked")}


def outcomes_told(say: Wording) -> dict[str, str]:
    """What became of a candidate."""
    return {"chosen": say("chosen"), "refused": say("refused"), "not tried": say("not tried")}


def pass_did(done: PassDone, say: Wording) -> str:
    """What a pass did, in words; empty where it did nothing."""
    parts = [f"{rule} × {many}" if many > 1 else rule for rule, many in done.removed]
    is_walk = done.name == "walk"
    if is_walk:
        parts.insert(0, say("made {many} pieces", many=done.after))
    if done.headings:
        parts.append(say("headings: {many}", many=done.headings if is_walk else f"{done.headings:+d}"))
    if done.captions:
        parts.append(say("captions: {many}", many=done.captions if is_walk else f"{done.captions:+d}"))
    if not parts and done.before != done.after:
        parts.append(say("{before} pieces became {after}", before=done.before, after=done.after))
    return ", ".join(parts)


def idle_told(passes: Sequence[PassDone], say: Wording) -> str:
    """The passes that found nothing to do."""
    names = dict.fromkeys([done.name for done in passes if not pass_did(done, say)])
    return say("found nothing to do: {passes}", passes=", ".join(names) or "-")


def short_path(path: str) -> str:
    """The last steps of a path."""
    steps = path.split("/")
    return "/".join(["…", *steps[-_PATH_STEPS:]] if len(steps) > _PATH_STEPS else steps)
