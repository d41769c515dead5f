"""Grouping of import losses."""

from studyapp.core.transfer.import_losses import Loss, LossGroup, LossKind, LossPlace, group_losses


def test_losses_with_same_message_are_grouped_in_order() -> None:
    losses = [
        Loss(LossKind.MISSING_MEDIA, "note a", "x.png"),
        Loss(LossKind.EASE_FACTORS, "note a"),
        Loss(LossKind.MISSING_MEDIA, "note b", "x.png"),
        Loss(LossKind.MISSING_MEDIA, "note b", "x.png"),
        Loss(LossKind.MISSING_MEDIA, "note b", "y.png"),
    ]
    assert group_losses(losses) == [
        LossGroup(LossKind.MISSING_MEDIA, "x.png", 3, (LossPlace(0, "note a"), LossPlace(0, "note b"))),
        LossGroup(LossKind.EASE_FACTORS, "", 1, (LossPlace(0, "note a"),)),
        LossGroup(LossKind.MISSING_MEDIA, "y.png", 1, (LossPlace(0, "note b"),)),
    ]


def test_many_files_share_a_message_that_lists_them() -> None:
    def names(count: int) -> list[str]:
        losses = [Loss(LossKind.MISSING_MEDIA, f"note {number}", f"{number}.png") for number in range(count)]
        other = Loss(LossKind.TEMPLATE_SCRIPT, "note", "type")
        groups = group_losses([*losses, other])
        assert groups[-1] == LossGroup(LossKind.TEMPLATE_SCRIPT, "type", 1, (LossPlace(0, "note"),))
        assert sum(group.loss_count for group in groups) == count + 1
        return [group.name for group in groups[:-1]]

    assert names(3) == ["0.png", "1.png", "2.png"]
    assert names(4) == ["0.png, 1.png, 2.png, 3.png"]
    (many,) = names(500)
    assert many.endswith(", 19.png, …") and "20.png" not in many


def test_names_that_concern_no_notes_share_a_message() -> None:
    losses = [Loss(LossKind.FILTERED_DECK, name="Cram"), Loss(LossKind.FILTERED_DECK, name="Exam")]
    assert group_losses(losses) == [LossGroup(LossKind.FILTERED_DECK, "Cram, Exam", 2, (LossPlace(0, ""),))]
    assert group_losses(losses[:1]) == [LossGroup(LossKind.FILTERED_DECK, "Cram", 1, (LossPlace(0, ""),))]
