"""Applying changes of tags in Anki to a note."""

from collections.abc import Sequence

from studyapp.anki.content_digest import TAGS_SET_BY_ANKI


def change_tags(tags: Sequence[str], tags_then: Sequence[str], tags_now: Sequence[str]) -> tuple[str, ...]:
    """Return the tags of a note with the changes that its tags in Anki had from `tags_then` to `tags_now`.

    Anki doesn't distinguish upper and lower case. Tags that it adds itself, such as `leech`, are not added.
    """
    then, now = ({tag.casefold() for tag in group} for group in (tags_then, tags_now))
    removed = then - now
    kept = [tag for tag in tags if tag.casefold() not in removed]
    known = {tag.casefold() for tag in kept} | then | TAGS_SET_BY_ANKI
    return (*kept, *(tag for tag in tags_now if tag.casefold() not in known))
