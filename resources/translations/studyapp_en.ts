<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnkiSyncDialog</name>
    <message numerus="yes">
        <source>%n review(s) came from Anki</source>
        <translation>
            <numerusform>%n review came from Anki</numerusform>
            <numerusform>%n reviews came from Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) went to Anki</source>
        <translation>
            <numerusform>%n review went to Anki</numerusform>
            <numerusform>%n reviews went to Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are new in Anki</source>
        <translation>
            <numerusform>%n note is new in Anki</numerusform>
            <numerusform>%n notes are new in Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) were updated in Anki</source>
        <translation>
            <numerusform>%n note was updated in Anki</numerusform>
            <numerusform>%n notes were updated in Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) were put into their deck</source>
        <translation>
            <numerusform>%n card was put into its deck</numerusform>
            <numerusform>%n cards were put into their deck</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) wait for the next time: they are in a filtered deck, or were just rated in Anki.</source>
        <translation>
            <numerusform>%n card waits for the next time: it is in a filtered deck, or was just rated in Anki.</numerusform>
            <numerusform>%n cards wait for the next time: they are in a filtered deck, or were just rated in Anki.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BacklogDialog</name>
    <message numerus="yes">
        <source>%n card(s) are overdue</source>
        <translation>
            <numerusform>%n card is overdue</numerusform>
            <numerusform>%n cards are overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spread over %n day(s)</source>
        <translation>
            <numerusform>Spread over %n day</numerusform>
            <numerusform>Spread over %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardInfoDialog</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecksPage</name>
    <message numerus="yes">
        <source>Spread %n overdue card(s) over days…</source>
        <translation>
            <numerusform>Spread %n overdue card over days…</numerusform>
            <numerusform>Spread %n overdue cards over days…</numerusform>
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
    <name>ExportDialog</name>
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
</context>
<context>
    <name>ExportPreviewDialog</name>
    <message numerus="yes">
        <source>%n card(s) are in Anki already and keep the progress they have there.</source>
        <translation>
            <numerusform>%n card is in Anki already and keeps the progress it has there.</numerusform>
            <numerusform>%n cards are in Anki already and keep the progress they have there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinishedPanel</name>
    <message numerus="yes">
        <source>The next cards come in %n day(s).</source>
        <translation>
            <numerusform>The next cards come in %n day.</numerusform>
            <numerusform>The next cards come in %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) rated</source>
        <translation>
            <numerusform>%n card rated</numerusform>
            <numerusform>%n cards rated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remembered</source>
        <translation>
            <numerusform>%n remembered</numerusform>
            <numerusform>%n remembered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more new card(s)</source>
        <translation>
            <numerusform>%n more new card</numerusform>
            <numerusform>%n more new cards</numerusform>
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
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n note(s) added</source>
        <translation>
            <numerusform>%n note added</numerusform>
            <numerusform>%n notes added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there</source>
        <translation>
            <numerusform>%n was there</numerusform>
            <numerusform>%n were there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) added</source>
        <translation>
            <numerusform>%n review added</numerusform>
            <numerusform>%n reviews added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message numerus="yes">
        <source>%n minute(s) are over</source>
        <translation>
            <numerusform>%n minute is over</numerusform>
            <numerusform>%n minutes are over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) rated</source>
        <translation>
            <numerusform>%n card rated</numerusform>
            <numerusform>%n cards rated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message numerus="yes">
        <source>%n problem(s) in the deck files; the other notes work.</source>
        <translation>
            <numerusform>%n problem in the deck files; the other notes work.</numerusform>
            <numerusform>%n problems in the deck files; the other notes work.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n card(s) today</source>
        <translation>
            <numerusform>%n card today</numerusform>
            <numerusform>%n cards today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuspendedAndBuriedDialog</name>
    <message numerus="yes">
        <source>%n card(s) are put away</source>
        <translation>
            <numerusform>%n card is put away</numerusform>
            <numerusform>%n cards are put away</numerusform>
        </translation>
    </message>
</context>
</TS>
