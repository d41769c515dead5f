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
