<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BacklogDialog</name>
    <message numerus="yes">
        <source>%n overdue card(s)</source>
        <translation>
            <numerusform>%n overdue card</numerusform>
            <numerusform>%n overdue cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spread over %n day(s), until {date}</source>
        <translation>
            <numerusform>Spread over %n day, until {date}</numerusform>
            <numerusform>Spread over %n days, until {date}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BacklogPanel</name>
    <message numerus="yes">
        <source>Spread %n overdue card(s)…</source>
        <translation>
            <numerusform>Spread %n overdue card…</numerusform>
            <numerusform>Spread %n overdue cards…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are overdue after {days} days without reviews.</source>
        <translation>
            <numerusform>%n card is overdue after {days} days without reviews.</numerusform>
            <numerusform>%n cards are overdue after {days} days without reviews.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BacklogTexts</name>
    <message numerus="yes">
        <source>With {time} a day, you will have caught up in about %n day(s); new cards wait until then.</source>
        <translation>
            <numerusform>With {time} a day, you will have caught up in about %n day; new cards wait until then.</numerusform>
            <numerusform>With {time} a day, you will have caught up in about %n days; new cards wait until then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can catch up in %n day(s) with about {time} a day.</source>
        <translation>
            <numerusform>You can catch up in %n day with about {time} a day.</numerusform>
            <numerusform>You can catch up in %n days with about {time} a day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message numerus="yes">
        <source>%n review(s) fewer</source>
        <translation>
            <numerusform>%n review fewer</numerusform>
            <numerusform>%n reviews fewer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) more</source>
        <translation>
            <numerusform>%n review more</numerusform>
            <numerusform>%n reviews more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupNotices</name>
    <message numerus="yes">
        <source>%n file(s) could not be backed up: {error}</source>
        <translation>
            <numerusform>%n file could not be backed up: {error}</numerusform>
            <numerusform>%n files could not be backed up: {error}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message numerus="yes">
        <source>Deleted notes and decks are kept for %n day(s), with their history.</source>
        <translation>
            <numerusform>Deleted notes and decks are kept for %n day, with their history.</numerusform>
            <numerusform>Deleted notes and decks are kept for %n days, with their history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted item(s)</source>
        <translation>
            <numerusform>%n deleted item</numerusform>
            <numerusform>%n deleted items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) and deck(s) will be deleted for good. This can&apos;t be undone.</source>
        <translation>
            <numerusform>%n note or deck will be deleted for good. This can&apos;t be undone.</numerusform>
            <numerusform>%n notes and decks will be deleted for good. This can&apos;t be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkEditActions</name>
    <message numerus="yes">
        <source>%n note(s) changed.</source>
        <translation>
            <numerusform>%n note changed.</numerusform>
            <numerusform>%n notes changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) were changed by another program and left alone.</source>
        <translation>
            <numerusform>%n note were changed by another program and left alone.</numerusform>
            <numerusform>%n notes were changed by another program and left alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPanel</name>
    <message numerus="yes">
        <source>Click a day, or press Space on it, to mark it as a day off, up to %n day(s) ahead. Days off don’t break the streak.</source>
        <translation>
            <numerusform>Click a day, or press Space on it, to mark it as a day off, up to %n day ahead. Days off don’t break the streak.</numerusform>
            <numerusform>Click a day, or press Space on it, to mark it as a day off, up to %n days ahead. Days off don’t break the streak.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPlot</name>
    <message numerus="yes">
        <source>%n coming day(s) off.</source>
        <translation>
            <numerusform>%n coming day off.</numerusform>
            <numerusform>%n coming days off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardActions</name>
    <message numerus="yes">
        <source>%n card(s) suspended.</source>
        <translation>
            <numerusform>%n card suspended.</numerusform>
            <numerusform>%n cards suspended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) can be studied again.</source>
        <translation>
            <numerusform>%n card can be studied again.</numerusform>
            <numerusform>%n cards can be studied again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) buried until tomorrow.</source>
        <translation>
            <numerusform>%n card buried until tomorrow.</numerusform>
            <numerusform>%n cards buried until tomorrow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) reset to new.</source>
        <translation>
            <numerusform>%n card reset to new.</numerusform>
            <numerusform>%n cards reset to new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due date set for %n card(s).</source>
        <translation>
            <numerusform>Due date set for %n card.</numerusform>
            <numerusform>Due date set for %n cards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) flagged.</source>
        <translation>
            <numerusform>%n card flagged.</numerusform>
            <numerusform>%n cards flagged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flag removed from %n card(s).</source>
        <translation>
            <numerusform>Flag removed from %n card.</numerusform>
            <numerusform>Flag removed from %n cards.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardInfoDialog</name>
    <message numerus="yes">
        <source>You have forgotten it %n time(s).</source>
        <translation>
            <numerusform>You have forgotten it %n time.</numerusform>
            <numerusform>You have forgotten it %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnUseList</name>
    <message numerus="yes">
        <source>%n more column(s)</source>
        <translation>
            <numerusform>%n more column</numerusform>
            <numerusform>%n more columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparedCard</name>
    <message numerus="yes">
        <source>%n lapse(s)</source>
        <translation>
            <numerusform>%n lapse</numerusform>
            <numerusform>%n lapses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysOffDialog</name>
    <message numerus="yes">
        <source>%n review(s) come due on these days.</source>
        <translation>
            <numerusform>%n review come due on these days.</numerusform>
            <numerusform>%n reviews come due on these days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeckDialogs</name>
    <message numerus="yes">
        <source>%n review(s) or other action(s) recorded while the clock was wrong</source>
        <translation>
            <numerusform>%n review or other action recorded while the clock was wrong</numerusform>
            <numerusform>%n reviews or other actions recorded while the clock was wrong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeckList</name>
    <message numerus="yes">
        <source>%n hidden deck(s) · Show…</source>
        <translation>
            <numerusform>%n hidden deck · Show…</numerusform>
            <numerusform>%n hidden decks · Show…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n learning</source>
        <translation>
            <numerusform>%n learning</numerusform>
            <numerusform>%n learning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n due</numerusform>
            <numerusform>%n due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecksPage</name>
    <message numerus="yes">
        <source>%n due card(s) will wait until tomorrow.</source>
        <translation>
            <numerusform>%n due card will wait until tomorrow.</numerusform>
            <numerusform>%n due cards will wait until tomorrow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) to review</source>
        <translation>
            <numerusform>%n card to review</numerusform>
            <numerusform>%n cards to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message numerus="yes">
        <source>Only the %n most similar pair(s) are shown.</source>
        <translation>
            <numerusform>Only the %n most similar pair are shown.</numerusform>
            <numerusform>Only the %n most similar pairs are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of similar notes</source>
        <translation>
            <numerusform>%n pair of similar notes</numerusform>
            <numerusform>%n pairs of similar notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExamEntry</name>
    <message numerus="yes">
        <source>%n card(s) due after the exam will be below the target on the day.</source>
        <translation>
            <numerusform>%n card due after the exam will be below the target on the day.</numerusform>
            <numerusform>%n cards due after the exam will be below the target on the day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring %n card(s) forward</source>
        <translation>
            <numerusform>Bring %n card forward</numerusform>
            <numerusform>Bring %n cards forward</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deck(s)</source>
        <translation>
            <numerusform>%n deck</numerusform>
            <numerusform>%n decks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPreviewDialog</name>
    <message numerus="yes">
        <source>%n card(s) already in Anki keep their progress.</source>
        <translation>
            <numerusform>%n card already in Anki keeps its progress.</numerusform>
            <numerusform>%n cards already in Anki keep their progress.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportReportText</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) got an apostrophe in front, because a spreadsheet would execute the text as a formula.</source>
        <translation>
            <numerusform>%n cell got an apostrophe in front, because a spreadsheet would execute the text as a formula.</numerusform>
            <numerusform>%n cells got an apostrophe in front, because a spreadsheet would execute the text as a formula.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindReplaceDialog</name>
    <message numerus="yes">
        <source>In %n selected note(s)</source>
        <translation>
            <numerusform>In %n selected note</numerusform>
            <numerusform>In %n selected notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n found note(s)</source>
        <translation>
            <numerusform>In %n found note</numerusform>
            <numerusform>In %n found notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <comment>in notes</comment>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n change(s)</source>
        <translation>
            <numerusform>Make %n change</numerusform>
            <numerusform>Make %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinishedPanel</name>
    <message numerus="yes">
        <source>Next cards in %n day(s).</source>
        <translation>
            <numerusform>Next cards in %n day.</numerusform>
            <numerusform>Next cards in %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Today&apos;s minutes are over. %n due card(s) will wait until tomorrow.</source>
        <translation>
            <numerusform>Today&apos;s minutes are over. %n due card will wait until tomorrow.</numerusform>
            <numerusform>Today&apos;s minutes are over. %n due cards will wait until tomorrow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %n more</source>
        <translation>
            <numerusform>Review %n more</numerusform>
            <numerusform>Review %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n review</numerusform>
            <numerusform>%n reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practice %n “Sure” mistake(s)</source>
        <translation>
            <numerusform>Practice %n “Sure” mistake</numerusform>
            <numerusform>Practice %n “Sure” mistakes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForgottenPanel</name>
    <message numerus="yes">
        <source>%n card(s) forgotten three times or more.</source>
        <translation>
            <numerusform>%n card forgotten three times or more.</numerusform>
            <numerusform>%n cards forgotten three times or more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leech(es), forgotten far more often than FSRS predicted: fewer than one card in {odds} would have so many lapses by chance. Reword or split such cards, or add a hint.</source>
        <translation>
            <numerusform>%n leech, forgotten far more often than FSRS predicted: fewer than one card in {odds} would have so many lapses by chance. Reword or split such cards, or add a hint.</numerusform>
            <numerusform>%n leeches, forgotten far more often than FSRS predicted: fewer than one card in {odds} would have so many lapses by chance. Reword or split such cards, or add a hint.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lapse(s)</source>
        <translation>
            <numerusform>%Ln lapse</numerusform>
            <numerusform>%Ln lapses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportConflictsDialog</name>
    <message numerus="yes">
        <source>%n note(s) changed here and in Anki</source>
        <translation>
            <numerusform>%n note changed here and in Anki</numerusform>
            <numerusform>%n notes changed here and in Anki</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Choice saved for %n note(s)</source>
        <translation>
            <numerusform>Choice saved for %n note</numerusform>
            <numerusform>Choice saved for %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added</source>
        <translation>
            <numerusform>%n note added</numerusform>
            <numerusform>%n notes added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already present</source>
        <translation>
            <numerusform>%n already present</numerusform>
            <numerusform>%n already present</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) added</source>
        <translation>
            <numerusform>%n review added</numerusform>
            <numerusform>%n reviews added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated from Anki</source>
        <translation>
            <numerusform>%n updated from Anki</numerusform>
            <numerusform>%n updated from Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged</source>
        <translation>
            <numerusform>%n merged</numerusform>
            <numerusform>%n merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed only here</source>
        <translation>
            <numerusform>%n changed only here</numerusform>
            <numerusform>%n changed only here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed here and in Anki</source>
        <translation>
            <numerusform>%n changed here and in Anki</numerusform>
            <numerusform>%n changed here and in Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapHeader</name>
    <message numerus="yes">
        <source>{title} and %n more deck(s)</source>
        <translation>
            <numerusform>{title} and %n more deck</numerusform>
            <numerusform>{title} and %n more decks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapTexts</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studied</source>
        <translation>
            <numerusform>%n studied</numerusform>
            <numerusform>%n studied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not studied yet: %n concept(s).</source>
        <translation>
            <numerusform>Not studied yet: %n concept.</numerusform>
            <numerusform>Not studied yet: %n concepts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You know about {known} of %n concept(s) now.</source>
        <translation>
            <numerusform>You know about {known} of %n concept now.</numerusform>
            <numerusform>You know about {known} of %n concepts now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On {date} you knew about {known} of %n concept(s).</source>
        <translation>
            <numerusform>On {date} you knew about {known} of %n concept.</numerusform>
            <numerusform>On {date} you knew about {known} of %n concepts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without study until {date}, you will know about {known} of %n concept(s).</source>
        <translation>
            <numerusform>Without study until {date}, you will know about {known} of %n concept.</numerusform>
            <numerusform>Without study until {date}, you will know about {known} of %n concepts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NodePanel</name>
    <message numerus="yes">
        <source>Study %n card(s)</source>
        <translation>
            <numerusform>Study %n card</numerusform>
            <numerusform>Study %n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practice %n card(s)</source>
        <translation>
            <numerusform>Practice %n card</numerusform>
            <numerusform>Practice %n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteActions</name>
    <message numerus="yes">
        <source>%n note(s) moved to {deck}.</source>
        <translation>
            <numerusform>%n note moved to {deck}.</numerusform>
            <numerusform>%n notes moved to {deck}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prerequisites of %n bundled note(s) still name the old deck.</source>
        <translation>
            <numerusform>Prerequisites of %n bundled note still name the old deck.</numerusform>
            <numerusform>Prerequisites of %n bundled notes still name the old deck.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted.</source>
        <translation>
            <numerusform>%n note deleted.</numerusform>
            <numerusform>%n notes deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n note(s) changed.</source>
        <translation>
            <numerusform>Tags of %n note changed.</numerusform>
            <numerusform>Tags of %n notes changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) were changed by another program and left alone.</source>
        <translation>
            <numerusform>%n note were changed by another program and left alone.</numerusform>
            <numerusform>%n notes were changed by another program and left alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotePreview</name>
    <message numerus="yes">
        <source>%n more card(s)</source>
        <translation>
            <numerusform>%n more card</numerusform>
            <numerusform>%n more cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message numerus="yes">
        <source>%n minute(s) elapsed</source>
        <translation>
            <numerusform>%n minute elapsed</numerusform>
            <numerusform>%n minutes elapsed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n review</numerusform>
            <numerusform>%n reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due in %n day(s).</source>
        <translation>
            <numerusform>Due in %n day.</numerusform>
            <numerusform>Due in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptimizationTexts</name>
    <message numerus="yes">
        <source>Fitted to %Ln review(s) on {date}.</source>
        <translation>
            <numerusform>Fitted to %Ln review on {date}.</numerusform>
            <numerusform>Fitted to %Ln reviews on {date}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more review(s) needed before FSRS can be optimized.</source>
        <translation>
            <numerusform>%n more review needed before FSRS can be optimized.</numerusform>
            <numerusform>%n more reviews needed before FSRS can be optimized.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>FSRS is optimized for you, from %Ln review(s).</source>
        <translation>
            <numerusform>FSRS is optimized for you, from %Ln review.</numerusform>
            <numerusform>FSRS is optimized for you, from %Ln reviews.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due earlier: %Ln card(s)</source>
        <translation>
            <numerusform>Due earlier: %Ln card</numerusform>
            <numerusform>Due earlier: %Ln cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due later: %Ln card(s)</source>
        <translation>
            <numerusform>Due later: %Ln card</numerusform>
            <numerusform>Due later: %Ln cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due within %n day(s): {after} instead of {before}</source>
        <translation>
            <numerusform>Due within %n day: {after} instead of {before}</numerusform>
            <numerusform>Due within %n days: {after} instead of {before}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParameterPanel</name>
    <message numerus="yes">
        <source>%Ln card(s) rescheduled.</source>
        <translation>
            <numerusform>%Ln card rescheduled.</numerusform>
            <numerusform>%Ln cards rescheduled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanTexts</name>
    <message numerus="yes">
        <source>Exam “{name}” in %n day(s)</source>
        <translation>
            <numerusform>Exam “{name}” in %n day</numerusform>
            <numerusform>Exam “{name}” in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new card(s) today</source>
        <translation>
            <numerusform>%n new card today</numerusform>
            <numerusform>%n new cards today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{date}, in %n day(s)</source>
        <translation>
            <numerusform>{date}, in %n day</numerusform>
            <numerusform>{date}, in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new card(s) a day until {date}</source>
        <translation>
            <numerusform>%n new card a day until {date}</numerusform>
            <numerusform>%n new cards a day until {date}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move them to the %n day(s) before</source>
        <translation>
            <numerusform>Move them to the %n day before</numerusform>
            <numerusform>Move them to the %n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move them to the %n day(s) after</source>
        <translation>
            <numerusform>Move them to the %n day after</numerusform>
            <numerusform>Move them to the %n days after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n more card(s) forgotten</source>
        <translation>
            <numerusform>about %n more card forgotten</numerusform>
            <numerusform>about %n more cards forgotten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n fewer card(s) forgotten</source>
        <translation>
            <numerusform>about %n fewer card forgotten</numerusform>
            <numerusform>about %n fewer cards forgotten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message numerus="yes">
        <source>%n problem(s) in the deck files. Other notes work normally.</source>
        <translation>
            <numerusform>%n problem in the deck files. Other notes work normally.</numerusform>
            <numerusform>%n problems in the deck files. Other notes work normally.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreMessages</name>
    <message numerus="yes">
        <source>%n review(s) or other action(s) recovered from the damaged file.</source>
        <translation>
            <numerusform>%n review or other action recovered from the damaged file.</numerusform>
            <numerusform>%n reviews or other actions recovered from the damaged file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) restored.</source>
        <translation>
            <numerusform>%n file restored.</numerusform>
            <numerusform>%n files restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed file(s) left as they are: {names}</source>
        <translation>
            <numerusform>%n changed file left as it is: {names}</numerusform>
            <numerusform>%n changed files left as they are: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message numerus="yes">
        <source>You have %n review(s) so far, so most answer times and ratings are assumed.</source>
        <translation>
            <numerusform>You have %n review so far, so most answer times and ratings are assumed.</numerusform>
            <numerusform>You have %n reviews so far, so most answer times and ratings are assumed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n review(s) today</source>
        <translation>
            <numerusform>%n review today</numerusform>
            <numerusform>%n reviews today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SimilarCardsDialog</name>
    <message numerus="yes">
        <source>%n similar card(s)</source>
        <translation>
            <numerusform>%n similar card</numerusform>
            <numerusform>%n similar cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuspendedAndBuriedDialog</name>
    <message numerus="yes">
        <source>%n suspended or buried card(s)</source>
        <translation>
            <numerusform>%n suspended or buried card</numerusform>
            <numerusform>%n suspended or buried cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPreviewForm</name>
    <message numerus="yes">
        <source>%n new note(s) will be added to Anki</source>
        <translation>
            <numerusform>%n new note will be added to Anki</numerusform>
            <numerusform>%n new notes will be added to Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) will be updated in Anki</source>
        <translation>
            <numerusform>%n note will be updated in Anki</numerusform>
            <numerusform>%n notes will be updated in Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be added or updated in Anki</source>
        <translation>
            <numerusform>%n card will be added or updated in Anki</numerusform>
            <numerusform>%n cards will be added or updated in Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be moved in Anki, because the title of their deck changed</source>
        <translation>
            <numerusform>%n card will be moved in Anki, because the title of their deck changed</numerusform>
            <numerusform>%n cards will be moved in Anki, because the title of their deck changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) will be sent to Anki</source>
        <translation>
            <numerusform>%n review will be sent to Anki</numerusform>
            <numerusform>%n reviews will be sent to Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) will be received from Anki</source>
        <translation>
            <numerusform>%n review will be received from Anki</numerusform>
            <numerusform>%n reviews will be received from Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will get their progress from Anki</source>
        <translation>
            <numerusform>%n card will get its progress from Anki</numerusform>
            <numerusform>%n cards will get their progress from Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed in Anki will be updated here</source>
        <translation>
            <numerusform>%n note changed in Anki will be updated here</numerusform>
            <numerusform>%n notes changed in Anki will be updated here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n note(s) from Anki to your deck files</source>
        <translation>
            <numerusform>Add %n note from Anki to your deck files</numerusform>
            <numerusform>Add %n notes from Anki to your deck files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted in Anki</source>
        <translation>
            <numerusform>%n note deleted in Anki</numerusform>
            <numerusform>%n notes deleted in Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted here</source>
        <translation>
            <numerusform>%n note deleted here</numerusform>
            <numerusform>%n notes deleted here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) retired here: no longer in their decks</source>
        <translation>
            <numerusform>%n note retired here: no longer in its deck</numerusform>
            <numerusform>%n notes retired here: no longer in their decks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed here and in Anki</source>
        <translation>
            <numerusform>%n note changed here and in Anki</numerusform>
            <numerusform>%n notes changed here and in Anki</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncReportText</name>
    <message numerus="yes">
        <source>%n card(s) will sync next time: they are in a filtered deck or were just reviewed in Anki.</source>
        <translation>
            <numerusform>%n card will sync next time: they are in a filtered deck or were just reviewed in Anki.</numerusform>
            <numerusform>%n cards will sync next time: they are in a filtered deck or were just reviewed in Anki.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) received from Anki</source>
        <translation>
            <numerusform>%n review received from Anki</numerusform>
            <numerusform>%n reviews received from Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) sent to Anki</source>
        <translation>
            <numerusform>%n review sent to Anki</numerusform>
            <numerusform>%n reviews sent to Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added to Anki</source>
        <translation>
            <numerusform>%n note added to Anki</numerusform>
            <numerusform>%n notes added to Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) updated in Anki</source>
        <translation>
            <numerusform>%n note updated in Anki</numerusform>
            <numerusform>%n notes updated in Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted in Anki</source>
        <translation>
            <numerusform>%n note deleted in Anki</numerusform>
            <numerusform>%n notes deleted in Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added here</source>
        <translation>
            <numerusform>%n note added here</numerusform>
            <numerusform>%n notes added here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) updated here</source>
        <translation>
            <numerusform>%n note updated here</numerusform>
            <numerusform>%n notes updated here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted here</source>
        <translation>
            <numerusform>%n note deleted here</numerusform>
            <numerusform>%n notes deleted here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) updated in Anki</source>
        <translation>
            <numerusform>%n card updated in Anki</numerusform>
            <numerusform>%n cards updated in Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) moved in Anki</source>
        <translation>
            <numerusform>%n card moved in Anki</numerusform>
            <numerusform>%n cards moved in Anki</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableImportDialog</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already present</source>
        <translation>
            <numerusform>%n already present</numerusform>
            <numerusform>%n already present</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n language</numerusform>
            <numerusform>%n languages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoneSteps</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueFormats</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review(s)</source>
        <translation>
            <numerusform>%Ln review</numerusform>
            <numerusform>%Ln reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
</TS>
