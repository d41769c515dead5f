<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hant" sourcelanguage="en">
<context>
    <name>DeckModel</name>
    <message>
        <source>Deck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{learned} of {cards} cards are past their first steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeckTable</name>
    <message>
        <source>Decks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecksPage</name>
    <message>
        <source>Study now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next seven days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no decks yet. Put a deck file (.yaml) into a folder and start with --decks FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to StudyApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card asks, you think, then you see the answer and say how well you knew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>StudyApp brings each card back just before you would forget it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have studied all that was due today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) due</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>About {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the deck files; the other notes work.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“studyapp check” lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>StudyApp is already open with this data folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export to Anki</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> with %n card(s) written to</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>In Anki choose File › Import and pick this file. Importing a newer export later updates your notes and keeps your progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture {name} of the note {note} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export failed by a fault of StudyApp; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decks to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages of the cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FinishedPanel</name>
    <message>
        <source>Back to decks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z takes back the last rating.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to study right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) rated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remembered</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The next cards come tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next card comes back at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Show the decks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to Anki</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards in the next language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the answer, then rate it good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again (before the answer: pick option A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard (before the answer: pick option B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good (before the answer: pick option C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy (before the answer: pick option D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the card off until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the decks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysOverlay</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The file can&apos;t be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds more than {limit} of deck text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into several decks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is written in UTF-16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8: most editors ask for the encoding at “Save as”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Byte {position} of the file, {byte}, is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as UTF-8; if it was cut off, take an earlier copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control character {character} stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it; it can&apos;t be seen in most editors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deck needs a `title` and a list of `notes`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds nothing but comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds a single text where a deck should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with `title: …` and put the notes in a list under `notes:`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds a bare list where a deck should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put `title: …` and `notes:` above the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second document begins here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the `---`, or put the second deck into a file of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid YAML: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare indentation and colons with the note before; quote odd texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML can&apos;t read this as plain text: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the text in quotes, the whole of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote that opens here is not closed where the text ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it; inside double quotes, write a quote as \&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tab stands where YAML wants spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indent with spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists and mappings are nested more than {limit} deep here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deck needs four levels; put a text full of brackets in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The anchor `&amp;{name}` stands here; decks have no anchors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is meant as text, put it in quotes; else remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alias `*{name}` stands here; decks have no aliases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is meant as text, put it in quotes; else write the text out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The merge key `&lt;&lt;` stands here; decks have no merging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the fields out, or use the deck&apos;s `defaults`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The YAML tag `{tag}` stands here; in decks, all values are text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field&apos;s name must be a word; here it is a list or a mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If a text in braces or brackets is meant, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{field}` stands here a second time; the first is in line {first_line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deck is in format {found}; this StudyApp reads up to {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update StudyApp to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deck has no title; it is shown as “{title}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a line `title: …` at the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deck has no id; it is known as `{id}` while the file keeps its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run `studyapp check --fix` to write the id into the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deck id `{id}` belongs to another file already: {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of the two decks another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deck has no list of `notes`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add `notes:` and under it a `-` for each note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of notes is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a note: `- front: …` and below it `back: …`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source&apos;s link is left out: `{link}` is no web address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links begin with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deck&apos;s language `{language}` is left out: it is not a language tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language tags look like en, zh-Hant or pt-BR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{field}` is not a field here and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest field that is known here is `{suggestion}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{field}` is missing; `{owner}` needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a line `{field}: …` here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{field}` is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write something behind the colon, or remove the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{field}` should be a text, but is a list or a mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it begins with a bracket or brace, put the whole text in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{field}` should be a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write each entry on a line of its own behind `- `.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{field}` should have fields of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write each one as `name: value` (a space behind the colon).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{field}` has {length} characters; at most {limit} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into several notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language `{language}` is read as `{suggestion}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as `{suggestion}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{language}` is not a language tag, which `{field}` needs here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags look like en, zh-Hant or pt-BR; is a text meant, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note has no id; it is known as `{id}` while its words stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run `studyapp check --fix` to write the ids into the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{id}` can&apos;t be an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use 1 to 64 letters, digits, `-`, `_` or `.`; begin with a letter or digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id `{id}` is taken by the note in line {first_line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this note another id; case and accents&apos; spelling don&apos;t count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no note type `{type}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The types are {known}; the nearest is `{suggestion}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no evidence grade `{evidence}`; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest grade is `{suggestion}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{reference}` can&apos;t be the id of a note; the requirement is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `note-id`, or `deck-id/note-id` for a note of another deck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{reference}` is no usable note here; the requirement is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its spelling and case, and whether that note has a problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes require each other: {ring}; the last step is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide which one comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cloze has no blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the words to hide: {{{{c1::words}}}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double braces don&apos;t pair into blanks: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {{{{c1::words}}}}, none inside another; part other braces: }} }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A blank can&apos;t have the number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number blanks from 1 to 99.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank {number} hides nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the words to hide behind the `::`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{language}` and `{first}` don&apos;t have blanks of the same numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each blank is a card: give it the same number in every language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice has fewer than two options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add options, or make it a basic note with front and back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No option of the choice is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the right one: `- {{text: …, right: true}}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`right: {value}` is neither true nor false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `right: true`, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more problems are not listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend those listed first, then check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using {path}. Close it and try again; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}). It was left as it is. Move it elsewhere and put a copy of the newest backup in its place: {backup}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} with your reviews is gone, but there are backups. Put a copy of the newest one in its place: {backup}. To begin anew instead, move the backups folder elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a StudyApp file. Choose another data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by a newer StudyApp ({detail}). Update StudyApp; the file was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: {path} could not be written. Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be written. Allow writing to that folder, or choose another one with --data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be used: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Export to Anki</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anki packages (*.apkg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card links to a page outside StudyApp:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingButtons</name>
    <message>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>This was not saved. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} new · {learning} learning · {due} due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your answer, then press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Decks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to Anki</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) today</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekBars</name>
    <message>
        <source>Cards of the next days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>under a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
