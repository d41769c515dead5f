<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hant" sourcelanguage="en">
<context>
    <name>Anki</name>
    <message>
        <source>{reason} is no address of a program, such as http://127.0.0.1:8765.</source>
        <translation>{reason} 不是程式的位址；位址如 http://127.0.0.1:8765。</translation>
    </message>
    <message>
        <source>{reason} is another machine. Your cards and the key would go there as anybody on the way can read them.</source>
        <translation>{reason} 是另一台機器。您的卡片與金鑰會以途中任何人都能讀到的方式傳過去。</translation>
    </message>
    <message>
        <source>No Anki answers at {reason}. Start Anki, with its add-on AnkiConnect (code 2055492159), and try again.</source>
        <translation>{reason} 沒有 Anki 回應。請啟動裝有附加元件 AnkiConnect（代碼 2055492159）的 Anki，再試一次。</translation>
    </message>
    <message>
        <source>Anki did not answer in time. A window may be open in it: close it, and try again; nothing comes twice.</source>
        <translation>Anki 沒有及時回應。它可能開著某個視窗：請關掉再試一次；不會有東西重複。</translation>
    </message>
    <message>
        <source>What answers there is not AnkiConnect ({reason}).</source>
        <translation>那裡回應的不是 AnkiConnect（{reason}）。</translation>
    </message>
    <message>
        <source>AnkiConnect speaks version {reason} there, and StudyApp version 6. Update the older of the two.</source>
        <translation>那裡的 AnkiConnect 用的是第 {reason} 版，StudyApp 用的是第 6 版。請更新兩者中較舊的一個。</translation>
    </message>
    <message>
        <source>AnkiConnect asks for its key: it stands in the add-on&apos;s settings as “apiKey”.</source>
        <translation>AnkiConnect 需要金鑰：它在附加元件的設定裡，名為「apiKey」。</translation>
    </message>
    <message>
        <source>Anki does not let StudyApp in.</source>
        <translation>Anki 不讓 StudyApp 進入。</translation>
    </message>
    <message>
        <source>Anki has no profile open. Open it, and try again.</source>
        <translation>Anki 沒有開啟使用者檔案。請開啟後再試一次。</translation>
    </message>
    <message>
        <source>This AnkiConnect is too old for what StudyApp asks of it. Update the add-on.</source>
        <translation>這個 AnkiConnect 太舊，做不到 StudyApp 要求的事。請更新附加元件。</translation>
    </message>
    <message>
        <source>Anki says: {reason}</source>
        <translation>Anki 說：{reason}</translation>
    </message>
</context>
<context>
    <name>AnkiSyncDialog</name>
    <message>
        <source>Exchange with Anki</source>
        <translation>與 Anki 交換</translation>
    </message>
    <message>
        <source>Key of AnkiConnect</source>
        <translation>AnkiConnect 的金鑰</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交換</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. What was done by then is done, and the rest comes the next time.</source>
        <translation>已停止。到那時為止做的已完成，其餘下次再做。</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) came from Anki</source>
        <translation>
            <numerusform>從 Anki 取得 %n 次複習</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) went to Anki</source>
        <translation>
            <numerusform>給了 Anki %n 次複習</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are new in Anki</source>
        <translation>
            <numerusform>Anki 裡新增了 %n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) were updated in Anki</source>
        <translation>
            <numerusform>Anki 裡更新了 %n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) were put into their deck</source>
        <translation>
            <numerusform>%n 張卡片移到了所屬的牌組</numerusform>
        </translation>
    </message>
    <message>
        <source>Both have the same: there was nothing to exchange.</source>
        <translation>兩邊相同：沒有需要交換的。</translation>
    </message>
    <message>
        <source>Left alone, for they were changed in Anki: {notes}</source>
        <translation>因為在 Anki 裡改過而未動：{notes}</translation>
    </message>
    <message>
        <source>Left alone, for they have another note type in Anki: {notes}</source>
        <translation>因為在 Anki 裡是別的筆記類型而未動：{notes}</translation>
    </message>
    <message>
        <source>Deleted in Anki, and not sent again: {notes}</source>
        <translation>在 Anki 裡刪除了，不再送去：{notes}</translation>
    </message>
    <message>
        <source>Anki has not what it was sent: {notes}</source>
        <translation>Anki 裡沒有送去的內容：{notes}</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) wait for the next time: they are in a filtered deck, or were just rated in Anki.</source>
        <translation>
            <numerusform>%n 張卡片等到下次：它們在篩選牌組裡，或剛在 Anki 裡評過分。</numerusform>
        </translation>
    </message>
    <message>
        <source>What Anki has can&apos;t be read: {reason}</source>
        <translation>無法讀取 Anki 裡的內容：{reason}</translation>
    </message>
    <message>
        <source>The exchange failed by a fault of StudyApp; it can be repeated without harm.</source>
        <translation>由於 StudyApp 的錯誤，交換失敗；可以放心再試一次。</translation>
    </message>
    <message>
        <source>Exchange again</source>
        <translation>再交換一次</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Reviews made in Anki come here. Notes that are new or changed, and reviews made here, go to Anki. Anki must be open on this machine, with its add-on AnkiConnect.</source>
        <translation>在 Anki 裡的複習會來到這裡；新的或改過的筆記，以及在這裡的複習，會到 Anki 去。這台機器上的 Anki 必須開著，並裝有附加元件 AnkiConnect。</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Show answer</source>
        <translation>顯示答案</translation>
    </message>
</context>
<context>
    <name>BacklogDialog</name>
    <message>
        <source>Spread the backlog</source>
        <translation>分散積壓的卡</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are overdue</source>
        <translation>
            <numerusform>過期的卡有 %n 張</numerusform>
        </translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天數</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>維持現狀</translation>
    </message>
    <message>
        <source>Cards that you most likely still remember come first. Undo all of it: {key}</source>
        <translation>最可能還記得的卡片先來。按 {key} 可全部復原。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>分散</translation>
    </message>
    <message numerus="yes">
        <source>Spread over %n day(s)</source>
        <translation>
            <numerusform>分散到 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardFrame</name>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Type your answer, then press Enter</source>
        <translation>輸入答案，再按 Enter</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>你的答案</translation>
    </message>
</context>
<context>
    <name>CardInfoDialog</name>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>History</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>Never studied</source>
        <translation>尚未學習</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>待複習</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>穩定度</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>難度</translation>
    </message>
    <message>
        <source>{number} of 10</source>
        <translation>{number}（滿分 10）</translation>
    </message>
    <message>
        <source>Recalled now with</source>
        <translation>目前記得的機率</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>複習次數</translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation>遺忘次數</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>學習中</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>複習</translation>
    </message>
    <message>
        <source>Relearning</source>
        <translation>重新學習</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>leech</source>
        <translation>難記的卡片</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>{date} 再問</translation>
    </message>
</context>
<context>
    <name>CustomStudyDialog</name>
    <message>
        <source>Custom session</source>
        <translation>自訂學習</translation>
    </message>
    <message>
        <source>How many new cards</source>
        <translation>新卡張數</translation>
    </message>
    <message>
        <source>How many days ahead</source>
        <translation>提前天數</translation>
    </message>
    <message>
        <source>Only these tags</source>
        <translation>只要這些標籤</translation>
    </message>
    <message>
        <source>Only these sections</source>
        <translation>只要這些章節</translation>
    </message>
    <message>
        <source>Only these flags</source>
        <translation>只限這些旗標</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>What is due and new today</source>
        <translation>今天到期的與新的卡</translation>
    </message>
    <message>
        <source>More new cards:</source>
        <translation>更多新卡：</translation>
    </message>
    <message>
        <source>What comes due on the next days too:</source>
        <translation>連同接下來幾天到期的：</translation>
    </message>
    <message>
        <source>Practise what was forgotten today</source>
        <translation>練習今天忘記的卡</translation>
    </message>
    <message>
        <source>Practise everything</source>
        <translation>練習全部的卡</translation>
    </message>
    <message>
        <source>Practice keeps no ratings and leaves the schedule as it is.</source>
        <translation>練習不留評分，排程維持原樣。</translation>
    </message>
    <message>
        <source>Ratings count as in any session.</source>
        <translation>評分與平常一樣算數。</translation>
    </message>
</context>
<context>
    <name>DeckAdder</name>
    <message>
        <source>New deck…</source>
        <translation>新牌組…</translation>
    </message>
    <message>
        <source>Import from Anki, a table or a page…</source>
        <translation>從 Anki、表格或文字頁匯入…</translation>
    </message>
    <message>
        <source>Add a folder of decks…</source>
        <translation>加入牌組資料夾…</translation>
    </message>
    <message>
        <source>Open your decks folder</source>
        <translation>開啟你的牌組資料夾</translation>
    </message>
    <message>
        <source>Leave out {folder}</source>
        <translation>不再使用 {folder}</translation>
    </message>
    <message>
        <source>{name} is nothing that can be taken in: deck files end in .yaml, Anki&apos;s packages in .apkg or .colpkg, tables in .csv, .tsv or .txt, and pages in .md.</source>
        <translation>無法取用 {name}：牌組檔的副檔名是 .yaml，Anki 套件檔是 .apkg 或 .colpkg，表格是 .csv、.tsv 或 .txt，文字頁是 .md。</translation>
    </message>
</context>
<context>
    <name>DeckDialogs</name>
    <message>
        <source>All decks</source>
        <translation>所有牌組</translation>
    </message>
</context>
<context>
    <name>DeckList</name>
    <message>
        <source>Decks</source>
        <translation>牌組</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>牌組</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>已學會</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>學習中</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>待複習</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>學習</translation>
    </message>
    <message>
        <source>Custom session…</source>
        <translation>自訂學習…</translation>
    </message>
    <message>
        <source>Cards put away…</source>
        <translation>收起的卡…</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>選項…</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>開啟檔案</translation>
    </message>
</context>
<context>
    <name>DeckRow</name>
    <message>
        <source>{learned} of {cards} cards are past their first steps</source>
        <translation>{cards} 張卡片中，{learned} 張已過初學階段</translation>
    </message>
    <message>
        <source>{new} new, {learning} learning, {due} due</source>
        <translation>新卡 {new}、學習中 {learning}、待複習 {due}</translation>
    </message>
    <message>
        <source>Level {number}.</source>
        <translation>第 {number} 層。</translation>
    </message>
</context>
<context>
    <name>DecksPage</name>
    <message>
        <source>Study now</source>
        <translation>開始學習</translation>
    </message>
    <message>
        <source>The next seven days</source>
        <translation>接下來七天</translation>
    </message>
    <message numerus="yes">
        <source>Spread %n overdue card(s) over days…</source>
        <translation>
            <numerusform>把 %n 張過期的卡分散到幾天…</numerusform>
        </translation>
    </message>
    <message>
        <source>Add decks…</source>
        <translation>加入牌組…</translation>
    </message>
    <message>
        <source>There are no decks yet. Write one, add a folder, or drop deck files (.yaml) here.</source>
        <translation>還沒有牌組。可以新寫一個、加入資料夾，或把牌組檔案（.yaml）拖到這裡。</translation>
    </message>
    <message>
        <source>No decks yet</source>
        <translation>還沒有牌組</translation>
    </message>
    <message>
        <source>Reading your decks…</source>
        <translation>正在讀取牌組…</translation>
    </message>
    <message>
        <source>Welcome to StudyApp</source>
        <translation>歡迎使用 StudyApp</translation>
    </message>
    <message>
        <source>A card asks, you think, then you see the answer and say how well you knew it.</source>
        <translation>卡片提問，你先想一想，再看答案，並依記得的程度評分。</translation>
    </message>
    <message>
        <source>StudyApp brings each card back just before you would forget it.</source>
        <translation>StudyApp 會在你快要忘記時，讓卡片再次出現。</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>沒有待複習的卡片</translation>
    </message>
    <message>
        <source>Today&apos;s limit for all decks together is reached. A deck by itself may still ask more.</source>
        <translation>今天所有牌組合計的上限已到。單獨學習一個牌組時，可能還有卡片。</translation>
    </message>
    <message>
        <source>You have studied all that was due today.</source>
        <translation>今天該學的都完成了。</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 張新卡</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) to review</source>
        <translation>
            <numerusform>%n 張卡片待複習</numerusform>
        </translation>
    </message>
    <message>
        <source>About {time}.</source>
        <translation>大約需要 {time}。</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>StudyApp is already open with this data folder.</source>
        <translation>StudyApp 已經開啟，正在使用這個資料目錄。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export to Anki</source>
        <translation>匯出到 Anki</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，未寫入任何內容。</translation>
    </message>
    <message>
        <source>{notes} with {cards} written to</source>
        <translation>已將 {notes}（{cards}）寫入：</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n 張卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>In Anki choose File › Import and pick this file. Importing a newer export later updates your notes and keeps your progress.</source>
        <translation>請在 Anki 選擇「檔案」›「匯入」，再選取此檔案。日後匯入較新的匯出檔時，會更新筆記並保留學習進度。</translation>
    </message>
    <message>
        <source>The picture {name} of the note {note} is missing.</source>
        <translation>找不到筆記 {note} 的圖片 {name}。</translation>
    </message>
    <message>
        <source>The card {card} was left out: Anki has no blank of this number.</source>
        <translation>卡片 {card} 未匯出：Anki 沒有這個編號的填空。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>In Anki this file takes the place of the whole collection: all that is there goes.</source>
        <translation>在 Anki 匯入這個檔案會取代整個收藏：原有的內容全部消失。</translation>
    </message>
    <message>
        <source>In Anki choose File › Import, pick this file, and tick “Import any learning progress” and “Import any deck presets”. Cards that Anki has already keep the progress they have there.</source>
        <translation>在 Anki 選「檔案 › 匯入」，選這個檔案，並勾選「匯入學習進度」與「匯入牌組預設」。Anki 裡已有的卡片會保留原來的進度。</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. Choose another place.</source>
        <translation>無法寫入 {file}：{reason}。請選擇其他位置。</translation>
    </message>
    <message>
        <source>The export failed by a fault of StudyApp; nothing was written.</source>
        <translation>StudyApp 發生錯誤，匯出失敗；未寫入任何內容。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Decks to export</source>
        <translation>要匯出的牌組</translation>
    </message>
    <message>
        <source>Languages of the cards</source>
        <translation>卡片語言</translation>
    </message>
    <message>
        <source>With my progress: reviews, and where each card stands</source>
        <translation>連同我的進度：複習紀錄與每張卡片的狀態</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>What Anki will do…</source>
        <translation>Anki 會怎麼做…</translation>
    </message>
    <message>
        <source>With a running Anki…</source>
        <translation>與執行中的 Anki…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Decks</source>
        <translation>牌組</translation>
    </message>
</context>
<context>
    <name>ExportPreviewDialog</name>
    <message>
        <source>What Anki will do</source>
        <translation>Anki 會怎麼做</translation>
    </message>
    <message>
        <source>Collection of Anki</source>
        <translation>Anki 收藏</translation>
    </message>
    <message>
        <source>Anki, profile {name}</source>
        <translation>Anki，設定檔 {name}</translation>
    </message>
    <message>
        <source>No collection: as far as the last export tells</source>
        <translation>沒有收藏：依上次匯出推斷</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>The note type “{name}” was changed in Anki: it will keep a second copy of it.</source>
        <translation>筆記類型「{name}」在 Anki 改過：Anki 會另存一份。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are in Anki already and keep the progress they have there.</source>
        <translation>
            <numerusform>%n 張卡片已在 Anki，保留原來的進度。</numerusform>
        </translation>
    </message>
    <message>
        <source>This collection of Anki can&apos;t be read: {reason}</source>
        <translation>無法讀取這個 Anki 收藏：{reason}</translation>
    </message>
</context>
<context>
    <name>FinishedPanel</name>
    <message>
        <source>Back to decks</source>
        <translation>回到牌組</translation>
    </message>
    <message>
        <source>Custom session…</source>
        <translation>自訂學習…</translation>
    </message>
    <message>
        <source>{key} undoes the last rating.</source>
        <translation>按 {key} 可復原上一次評分。</translation>
    </message>
    <message>
        <source>No card is planned.</source>
        <translation>沒有排定的卡片。</translation>
    </message>
    <message numerus="yes">
        <source>The next cards come in %n day(s).</source>
        <translation>
            <numerusform>下一批卡片 %n 天後出現。</numerusform>
        </translation>
    </message>
    <message>
        <source>{sure}: right {right} of {asked}</source>
        <translation>{sure}：{asked} 張答對 {right} 張</translation>
    </message>
    <message>
        <source>Done for now</source>
        <translation>目前都完成了</translation>
    </message>
    <message>
        <source>Nothing to study right now</source>
        <translation>目前沒有要學習的卡片</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) rated</source>
        <translation>
            <numerusform>已評分 %n 張</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remembered</source>
        <translation>
            <numerusform>記得 %n 張</numerusform>
        </translation>
    </message>
    <message>
        <source>The next cards come tomorrow.</source>
        <translation>下一批卡片明天出現。</translation>
    </message>
    <message>
        <source>The next card comes back at {time}.</source>
        <translation>下一張卡片將於{time} 再次出現。</translation>
    </message>
    <message numerus="yes">
        <source>%n more new card(s)</source>
        <translation>
            <numerusform>再學 %n 張新卡</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForecastChart</name>
    <message>
        <source>Cards of the next days</source>
        <translation>接下來幾天的卡片</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>週一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>週二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>週三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>週四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>週五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>週六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>週日</translation>
    </message>
</context>
<context>
    <name>ForgettingCurve</name>
    <message>
        <source>Forgetting curve</source>
        <translation>遺忘曲線</translation>
    </message>
    <message>
        <source>last review</source>
        <translation>上次複習</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>under a minute</source>
        <translation>不到 1 分鐘</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分鐘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小時</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} 個月</translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation>{years} 年</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>{time}後</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>約 {time}</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>有把握</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不確定</translation>
    </message>
    <message>
        <source>A guess</source>
        <translation>用猜的</translation>
    </message>
    <message>
        <source>{front}, the answer {behind}</source>
        <translation>正面 {front}，背面 {behind}</translation>
    </message>
    <message>
        <source>Red flag</source>
        <translation>紅旗</translation>
    </message>
    <message>
        <source>Orange flag</source>
        <translation>橘旗</translation>
    </message>
    <message>
        <source>Green flag</source>
        <translation>綠旗</translation>
    </message>
    <message>
        <source>Blue flag</source>
        <translation>藍旗</translation>
    </message>
    <message>
        <source>Pink flag</source>
        <translation>粉紅旗</translation>
    </message>
    <message>
        <source>Turquoise flag</source>
        <translation>藍綠旗</translation>
    </message>
    <message>
        <source>Purple flag</source>
        <translation>紫旗</translation>
    </message>
    <message>
        <source>Section {name}</source>
        <translation>章節 {name}</translation>
    </message>
    <message>
        <source>Appendix</source>
        <translation>附錄</translation>
    </message>
    <message>
        <source>{place}: {message} {hint}</source>
        <translation>{place}：{message}{hint}</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重來</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>困難</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>簡單</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>No longer suspended</source>
        <translation>取消暫停</translation>
    </message>
    <message>
        <source>Put off until tomorrow</source>
        <translation>延到明天</translation>
    </message>
    <message>
        <source>Forgotten on purpose</source>
        <translation>重新開始</translation>
    </message>
    <message>
        <source>Day chosen</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Flag removed</source>
        <translation>移除旗標</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>What is not as it was</source>
        <translation>與原來不同的地方</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. Decks that were written stay; no reviews were added.</source>
        <translation>已停止。已寫入的牌組會保留；沒有加入複習紀錄。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added</source>
        <translation>
            <numerusform>加入 %n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there</source>
        <translation>
            <numerusform>已有 %n 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) added</source>
        <translation>
            <numerusform>加入 %n 次複習</numerusform>
        </translation>
    </message>
    <message>
        <source>The decks are text files in your decks folder: change them as you like.</source>
        <translation>牌組是你牌組資料夾裡的文字檔，可以隨意修改。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read: {reason}.</source>
        <translation>無法讀取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>The import failed by a fault of StudyApp; no reviews were added.</source>
        <translation>匯入因 StudyApp 的錯誤而失敗；沒有加入複習紀錄。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Show the decks</source>
        <translation>顯示牌組</translation>
    </message>
    <message>
        <source>Study now</source>
        <translation>開始學習</translation>
    </message>
    <message>
        <source>Custom session: ahead, by tag, practice</source>
        <translation>自訂學習：提前、依標籤、練習</translation>
    </message>
    <message>
        <source>Export to Anki</source>
        <translation>匯出到 Anki</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Options of the deck with the focus, else of all</source>
        <translation>焦點所在牌組的選項，否則為所有牌組</translation>
    </message>
    <message>
        <source>Settings of the program</source>
        <translation>程式的設定</translation>
    </message>
    <message>
        <source>Cards in the next language</source>
        <translation>切換卡片語言</translation>
    </message>
    <message>
        <source>Show or hide these keys</source>
        <translation>顯示或隱藏快速鍵</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>離開</translation>
    </message>
    <message>
        <source>Show the answer, then rate it good</source>
        <translation>顯示答案；再按一次評為「良好」</translation>
    </message>
    <message>
        <source>Again (before the answer: pick option A)</source>
        <translation>重來（顯示答案前：選擇選項 A）</translation>
    </message>
    <message>
        <source>Hard (before the answer: pick option B)</source>
        <translation>困難（顯示答案前：選擇選項 B）</translation>
    </message>
    <message>
        <source>Good (before the answer: pick option C)</source>
        <translation>良好（顯示答案前：選擇選項 C）</translation>
    </message>
    <message>
        <source>Easy (before the answer: pick option D)</source>
        <translation>簡單（顯示答案前：選擇選項 D）</translation>
    </message>
    <message>
        <source>Show the answer: sure</source>
        <translation>看答案：有把握</translation>
    </message>
    <message>
        <source>Show the answer: unsure</source>
        <translation>看答案：不確定</translation>
    </message>
    <message>
        <source>Show the answer: a guess</source>
        <translation>看答案：用猜的</translation>
    </message>
    <message>
        <source>Put the card off until tomorrow</source>
        <translation>將卡片延到明天</translation>
    </message>
    <message>
        <source>Put all cards of the note off until tomorrow</source>
        <translation>把這則筆記的卡片都延到明天</translation>
    </message>
    <message>
        <source>Suspend the card</source>
        <translation>暫停卡片</translation>
    </message>
    <message>
        <source>Suspend all cards of the note</source>
        <translation>暫停這則筆記的所有卡片</translation>
    </message>
    <message>
        <source>Red flag, or none</source>
        <translation>紅旗，或移除</translation>
    </message>
    <message>
        <source>Orange flag, or none</source>
        <translation>橘旗，或移除</translation>
    </message>
    <message>
        <source>Green flag, or none</source>
        <translation>綠旗，或移除</translation>
    </message>
    <message>
        <source>Blue flag, or none</source>
        <translation>藍旗，或移除</translation>
    </message>
    <message>
        <source>Review the prerequisite of the forgotten card first</source>
        <translation>先複習忘記的卡片的先備卡片</translation>
    </message>
    <message>
        <source>What is known of the card</source>
        <translation>卡片資訊</translation>
    </message>
    <message>
        <source>Choose the day on which the card comes</source>
        <translation>指定這張卡片再問的日子</translation>
    </message>
    <message>
        <source>Forget the card: begin it anew</source>
        <translation>忘掉這張卡片，重新開始</translation>
    </message>
    <message>
        <source>Back to the decks</source>
        <translation>回到牌組</translation>
    </message>
</context>
<context>
    <name>Loss</name>
    <message>
        <source>Notes of the type {name} were left out: no template makes a card of them.</source>
        <translation>略過了「{name}」類型的筆記：沒有範本能由它們產生卡片。</translation>
    </message>
    <message>
        <source>Formulas and speech are kept, and shown as they are written.</source>
        <translation>公式與語音已保留，在此照原文顯示。</translation>
    </message>
    <message>
        <source>The sound {name} is kept, but StudyApp does not play it.</source>
        <translation>聲音 {name} 已保留，但 StudyApp 不會播放。</translation>
    </message>
    <message>
        <source>Programs in the templates of {name} are kept, and run in Anki only.</source>
        <translation>「{name}」範本中的程式已保留，只在 Anki 中執行。</translation>
    </message>
    <message>
        <source>The file {name} is not in the package.</source>
        <translation>套件檔中沒有檔案 {name}。</translation>
    </message>
    <message>
        <source>The text above the first question was left out.</source>
        <translation>略過了第一個問題之前的文字。</translation>
    </message>
    <message>
        <source>Changed in Anki: the words of your deck file stay.</source>
        <translation>在 Anki 改過：保留你牌組檔案裡的文字。</translation>
    </message>
    <message>
        <source>Drawings come with their deck file only.</source>
        <translation>圖表只能隨牌組檔案帶來。</translation>
    </message>
    <message>
        <source>Cards of one note were in several decks; the note is in the first.</source>
        <translation>同一則筆記的卡片分屬多個牌組；筆記放在第一個。</translation>
    </message>
    <message>
        <source>The note has letters that a deck file can&apos;t hold, and was left out.</source>
        <translation>筆記含有牌組檔案無法保存的字元，已略過。</translation>
    </message>
    <message>
        <source>Not added to {name}: its notes are not the last thing in the file.</source>
        <translation>沒有加入 {name}：檔案裡筆記之後還有其他內容。</translation>
    </message>
    <message>
        <source>The note makes no such card here; its reviews were left out.</source>
        <translation>這則筆記在這裡沒有這張卡片；它的複習紀錄已略過。</translation>
    </message>
    <message>
        <source>Reviews that changed no schedule (from filtered decks) were left out.</source>
        <translation>沒有改變排程的複習（來自篩選牌組）已略過。</translation>
    </message>
    <message>
        <source>Reviews that make no sense were left out.</source>
        <translation>無法解讀的複習紀錄已略過。</translation>
    </message>
    <message>
        <source>Without a review log: due on its day, the memory begins anew.</source>
        <translation>沒有複習紀錄：到期日不變，記憶重新開始計算。</translation>
    </message>
    <message>
        <source>The parameters fitted to {name} were left out: memories are computed with the usual ones.</source>
        <translation>略過了為「{name}」擬合的參數：記憶以通用參數計算。</translation>
    </message>
    <message>
        <source>An option of {name} is beyond what StudyApp allows, and was left out.</source>
        <translation>「{name}」有一項設定超出 StudyApp 允許的範圍，已略過。</translation>
    </message>
    <message>
        <source>Ease factors of Anki&apos;s older scheduler are gone: FSRS needs none.</source>
        <translation>Anki 舊排程的難易係數已去除：FSRS 不需要。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>“{card}” was forgotten again and again and is suspended now. Rewrite it, or split it.</source>
        <translation>「{card}」一再忘記，現已暫停。可以改寫或拆開。</translation>
    </message>
    <message>
        <source>“{card}” was forgotten again and again. Rewrite it, split it, or undo ({undo}) and suspend it ({suspend}).</source>
        <translation>「{card}」一再忘記。可以改寫、拆開，或先復原（{undo}）再暫停（{suspend}）。</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) are over</source>
        <translation>
            <numerusform>過了 %n 分鐘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) rated</source>
        <translation>
            <numerusform>評了 %n 張卡</numerusform>
        </translation>
    </message>
    <message>
        <source>Review the prerequisite first ({key}): {names}</source>
        <translation>先複習它的先備卡片（{key}）：{names}</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>As for all decks</source>
        <translation>同所有牌組</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>還原預設值</translation>
    </message>
    <message>
        <source>New cards a day</source>
        <translation>每天的新卡</translation>
    </message>
    <message>
        <source>Reviews a day</source>
        <translation>每天的複習</translation>
    </message>
    <message>
        <source>New cards a day, all decks together</source>
        <translation>每天的新卡（所有牌組合計）</translation>
    </message>
    <message>
        <source>Reviews a day, all decks together</source>
        <translation>每天的複習（所有牌組合計）</translation>
    </message>
    <message>
        <source>Due cards come</source>
        <translation>待複習卡順序</translation>
    </message>
    <message>
        <source>Percent to be recalled when a card comes</source>
        <translation>再問時預期記得的百分比</translation>
    </message>
    <message>
        <source>Minutes between the first ratings</source>
        <translation>初學各步的間隔（分鐘）</translation>
    </message>
    <message>
        <source>Minutes after a card was forgotten</source>
        <translation>忘記後的間隔（分鐘）</translation>
    </message>
    <message>
        <source>New cards come</source>
        <translation>新卡順序</translation>
    </message>
    <message>
        <source>New cards stand</source>
        <translation>新卡片的位置</translation>
    </message>
    <message>
        <source>Hour at which the day begins</source>
        <translation>每天從幾點開始</translation>
    </message>
    <message>
        <source>Lapses after which a card should be rewritten</source>
        <translation>忘記幾次後該改寫</translation>
    </message>
    <message>
        <source>Then suspend it</source>
        <translation>到時暫停它</translation>
    </message>
    <message>
        <source>Minutes that a learning card may come early</source>
        <translation>學習中的卡可提前幾分鐘</translation>
    </message>
    <message>
        <source>Languages of the cards</source>
        <translation>卡片的語言</translation>
    </message>
    <message>
        <source>Typed answers</source>
        <translation>輸入的答案</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>評分</translation>
    </message>
    <message>
        <source>Before the answer, say how sure you are</source>
        <translation>看答案前先說有多少把握</translation>
    </message>
    <message>
        <source>Say after so many minutes how long it went</source>
        <translation>每隔幾分鐘報時</translation>
    </message>
    <message>
        <source>Show the answer by itself after seconds</source>
        <translation>幾秒後自動顯示答案</translation>
    </message>
    <message>
        <source>Leave an unrated answer after seconds</source>
        <translation>幾秒後略過未評分的答案</translation>
    </message>
    <message>
        <source>Each day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶</translation>
    </message>
    <message>
        <source>While studying</source>
        <translation>學習時</translation>
    </message>
    <message>
        <source>as in the deck</source>
        <translation>依牌組順序</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>隨機</translation>
    </message>
    <message>
        <source>after what they require</source>
        <translation>先學必要的前置卡片</translation>
    </message>
    <message>
        <source>the longest due first</source>
        <translation>過期最久的先</translation>
    </message>
    <message>
        <source>the least remembered first</source>
        <translation>最可能忘記的先</translation>
    </message>
    <message>
        <source>among those that are due</source>
        <translation>穿插在到期卡片之間</translation>
    </message>
    <message>
        <source>after those that are due</source>
        <translation>在到期卡片之後</translation>
    </message>
    <message>
        <source>before those that are due</source>
        <translation>在到期卡片之前</translation>
    </message>
    <message>
        <source>are right letter by letter</source>
        <translation>須逐字相符</translation>
    </message>
    <message>
        <source>may differ in case, width and punctuation</source>
        <translation>不計大小寫、全形半形與標點</translation>
    </message>
    <message>
        <source>again, hard, good, easy</source>
        <translation>重來、困難、良好、簡單</translation>
    </message>
    <message>
        <source>again and good only</source>
        <translation>只有重來與良好</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>as the cards of all decks</source>
        <translation>與所有牌組相同</translation>
    </message>
    <message>
        <source>– ({usual})</source>
        <translation>–（{usual}）</translation>
    </message>
    <message>
        <source>Enter minutes separated by spaces, such as 1 10.</source>
        <translation>請輸入以空格分隔的分鐘數，例如 1 10。</translation>
    </message>
    <message>
        <source>Enter a whole number from {least} to {most}.</source>
        <translation>請輸入 {least} 到 {most} 的整數。</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The file can&apos;t be read: {reason}.</source>
        <translation>無法讀取檔案：{reason}。</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>請確認檔案存在，且你有讀取權限。</translation>
    </message>
    <message>
        <source>The file holds more than {limit} of deck text.</source>
        <translation>檔案中的牌組內容超過 {limit}。</translation>
    </message>
    <message>
        <source>Split it into several decks.</source>
        <translation>請拆成數個牌組。</translation>
    </message>
    <message>
        <source>The file is written in UTF-16.</source>
        <translation>檔案以 UTF-16 編碼儲存。</translation>
    </message>
    <message>
        <source>Save it as UTF-8: most editors ask for the encoding at “Save as”.</source>
        <translation>請另存為 UTF-8；多數編輯器在「另存新檔」時可選擇編碼。</translation>
    </message>
    <message>
        <source>Byte {position} of the file, {byte}, is not UTF-8 text.</source>
        <translation>檔案的第 {position} 個位元組（{byte}）不是 UTF-8 文字。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8; if it was cut off, take an earlier copy.</source>
        <translation>請將檔案存成 UTF-8；若檔案不完整，請改用較早的複本。</translation>
    </message>
    <message>
        <source>The control character {character} stands here.</source>
        <translation>此處有控制字元 {character}。</translation>
    </message>
    <message>
        <source>Remove it; it can&apos;t be seen in most editors.</source>
        <translation>請將它移除；多數編輯器不會顯示這個字元。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>檔案是空的。</translation>
    </message>
    <message>
        <source>A deck needs a `title` and a list of `notes`.</source>
        <translation>牌組需要 `title`，以及一份 `notes` 清單。</translation>
    </message>
    <message>
        <source>The file holds nothing but comments.</source>
        <translation>檔案裡只有註解。</translation>
    </message>
    <message>
        <source>The file holds a single text where a deck should be.</source>
        <translation>檔案裡只有一段文字，而不是牌組。</translation>
    </message>
    <message>
        <source>Begin with `title: …` and put the notes in a list under `notes:`.</source>
        <translation>請以 `title: …` 開頭，並將筆記列在 `notes:` 之下。</translation>
    </message>
    <message>
        <source>The file holds a bare list where a deck should be.</source>
        <translation>檔案裡只有一份清單，而不是牌組。</translation>
    </message>
    <message>
        <source>Put `title: …` and `notes:` above the list.</source>
        <translation>請在清單上方加入 `title: …` 與 `notes:`。</translation>
    </message>
    <message>
        <source>A second document begins here.</source>
        <translation>此處開始了第二份文件。</translation>
    </message>
    <message>
        <source>Remove the `---`, or put the second deck into a file of its own.</source>
        <translation>請移除 `---`，或將第二個牌組放到另一個檔案。</translation>
    </message>
    <message>
        <source>This is not valid YAML: {reason}.</source>
        <translation>這不是有效的 YAML：{reason}。</translation>
    </message>
    <message>
        <source>Compare indentation and colons with the note before; quote odd texts.</source>
        <translation>請與前一則筆記比對縮排與冒號；特殊文字請加上引號。</translation>
    </message>
    <message>
        <source>YAML can&apos;t read this as plain text: {reason}.</source>
        <translation>YAML 無法將此處讀為純文字：{reason}。</translation>
    </message>
    <message>
        <source>Put the text in quotes, the whole of it.</source>
        <translation>請將整段文字加上引號。</translation>
    </message>
    <message>
        <source>The quote that opens here is not closed where the text ends.</source>
        <translation>此處的引號到文字結束仍未關閉。</translation>
    </message>
    <message>
        <source>Close it; inside double quotes, write a quote as \&quot;.</source>
        <translation>請補上結尾的引號；雙引號內的引號請寫成 \&quot;。</translation>
    </message>
    <message>
        <source>The bracket or brace that opens here is not closed.</source>
        <translation>此處的括號沒有關閉。</translation>
    </message>
    <message>
        <source>Close it; if it is meant as text, put the whole text in quotes.</source>
        <translation>請補上結尾的括號；若是文字，請將整段加上引號。</translation>
    </message>
    <message>
        <source>A tab stands where YAML wants spaces.</source>
        <translation>此處有 Tab 字元，但 YAML 需要空格。</translation>
    </message>
    <message>
        <source>Indent with spaces.</source>
        <translation>請以空格縮排。</translation>
    </message>
    <message>
        <source>Lists and mappings are nested more than {limit} deep here.</source>
        <translation>此處的清單與鍵值組巢狀超過 {limit} 層。</translation>
    </message>
    <message>
        <source>A deck needs four levels; put a text full of brackets in quotes.</source>
        <translation>牌組只需四層；含有許多括號的文字請加上引號。</translation>
    </message>
    <message>
        <source>The anchor `&amp;{name}` stands here; decks have no anchors.</source>
        <translation>此處有錨點 `&amp;{name}`；牌組不使用錨點。</translation>
    </message>
    <message>
        <source>If it is meant as text, put it in quotes; else remove it.</source>
        <translation>若是文字，請加上引號；否則請移除。</translation>
    </message>
    <message>
        <source>The alias `*{name}` stands here; decks have no aliases.</source>
        <translation>此處有別名 `*{name}`；牌組不使用別名。</translation>
    </message>
    <message>
        <source>If it is meant as text, put it in quotes; else write the text out.</source>
        <translation>若是文字，請加上引號；否則請寫出完整內容。</translation>
    </message>
    <message>
        <source>The merge key `&lt;&lt;` stands here; decks have no merging.</source>
        <translation>此處有合併鍵 `&lt;&lt;`；牌組不使用合併。</translation>
    </message>
    <message>
        <source>Write the fields out, or use the deck&apos;s `defaults`.</source>
        <translation>請寫出各欄位，或使用牌組的 `defaults`。</translation>
    </message>
    <message>
        <source>The YAML tag `{tag}` stands here; in decks, all values are text.</source>
        <translation>此處有 YAML 標籤 `{tag}`；牌組中的值一律是文字。</translation>
    </message>
    <message>
        <source>A field&apos;s name must be a word; here it is a list or a mapping.</source>
        <translation>欄位名稱必須是文字，此處卻是清單或鍵值組。</translation>
    </message>
    <message>
        <source>If a text in braces or brackets is meant, put it in quotes.</source>
        <translation>若是以大括號或方括號括住的文字，請加上引號。</translation>
    </message>
    <message>
        <source>`{field}` stands here a second time; the first is in line {first_line}.</source>
        <translation>`{field}` 在此重複出現；第一次在第 {first_line} 行。</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>請只保留其中一個。</translation>
    </message>
    <message>
        <source>The deck is in format {found}; this StudyApp reads up to {known}.</source>
        <translation>牌組格式為 {found}；這個版本的 StudyApp 最高支援到 {known}。</translation>
    </message>
    <message>
        <source>Update StudyApp to read it.</source>
        <translation>請更新 StudyApp 以讀取此牌組。</translation>
    </message>
    <message>
        <source>The deck has no title; it is shown as “{title}”.</source>
        <translation>牌組沒有標題，將顯示為「{title}」。</translation>
    </message>
    <message>
        <source>Add a line `title: …` at the top.</source>
        <translation>請在檔案開頭加入一行 `title: …`。</translation>
    </message>
    <message>
        <source>The deck has no id; it is known as `{id}` while the file keeps its name.</source>
        <translation>牌組沒有識別碼；只要檔名不變，就以 `{id}` 識別。</translation>
    </message>
    <message>
        <source>Run `studyapp check --fix` to write the id into the file.</source>
        <translation>請執行 `studyapp check --fix`，將識別碼寫入檔案。</translation>
    </message>
    <message>
        <source>The deck id `{id}` belongs to another file already: {other}.</source>
        <translation>牌組識別碼 `{id}` 已由另一個檔案使用：{other}。</translation>
    </message>
    <message>
        <source>Give one of the two decks another id.</source>
        <translation>請為其中一個牌組換一個識別碼。</translation>
    </message>
    <message>
        <source>The deck has no list of `notes`.</source>
        <translation>牌組沒有 `notes` 清單。</translation>
    </message>
    <message>
        <source>Add `notes:` and under it a `-` for each note.</source>
        <translation>請加入 `notes:`，並在其下為每則筆記加上 `-`。</translation>
    </message>
    <message>
        <source>The list of notes is empty.</source>
        <translation>筆記清單是空的。</translation>
    </message>
    <message>
        <source>Add a note: `- front: …` and below it `back: …`.</source>
        <translation>請加入一則筆記：先寫 `- front: …`，下一行寫 `back: …`。</translation>
    </message>
    <message>
        <source>The source&apos;s link is left out: `{link}` is no web address.</source>
        <translation>來源連結已略過：`{link}` 不是網址。</translation>
    </message>
    <message>
        <source>Links begin with https:// or http://.</source>
        <translation>連結應以 https:// 或 http:// 開頭。</translation>
    </message>
    <message>
        <source>The deck&apos;s language `{language}` is left out: it is not a language tag.</source>
        <translation>牌組語言 `{language}` 已略過：它不是語言標籤。</translation>
    </message>
    <message>
        <source>Language tags look like en, zh-Hant or pt-BR.</source>
        <translation>語言標籤的寫法如 en、zh-Hant 或 pt-BR。</translation>
    </message>
    <message>
        <source>`{field}` is not a field here and is left out.</source>
        <translation>`{field}` 不是此處的欄位，已略過。</translation>
    </message>
    <message>
        <source>The nearest field that is known here is `{suggestion}`.</source>
        <translation>此處最接近的欄位是 `{suggestion}`。</translation>
    </message>
    <message>
        <source>`{field}` is missing; `{owner}` needs it.</source>
        <translation>缺少 `{field}`；`{owner}` 需要這個欄位。</translation>
    </message>
    <message>
        <source>Add a line `{field}: …` here.</source>
        <translation>請在此加入一行 `{field}: …`。</translation>
    </message>
    <message>
        <source>`{field}` is empty.</source>
        <translation>`{field}` 是空的。</translation>
    </message>
    <message>
        <source>Write something behind the colon, or remove the field.</source>
        <translation>請在冒號後填入內容，或移除此欄位。</translation>
    </message>
    <message>
        <source>`{field}` should be a text, but is a list or a mapping.</source>
        <translation>`{field}` 應為文字，卻是清單或鍵值組。</translation>
    </message>
    <message>
        <source>If it begins with a bracket or brace, put the whole text in quotes.</source>
        <translation>若文字以方括號或大括號開頭，請將整段加上引號。</translation>
    </message>
    <message>
        <source>`{field}` should be a list.</source>
        <translation>`{field}` 應為清單。</translation>
    </message>
    <message>
        <source>Write each entry on a line of its own behind `- `.</source>
        <translation>請將每個項目各寫一行，以 `- ` 開頭。</translation>
    </message>
    <message>
        <source>`{field}` should have fields of its own.</source>
        <translation>`{field}` 應包含子欄位。</translation>
    </message>
    <message>
        <source>Write each one as `name: value` (a space behind the colon).</source>
        <translation>請逐項寫成 `name: value`（冒號後要有空格）。</translation>
    </message>
    <message>
        <source>`{field}` has {length} characters; at most {limit} are read.</source>
        <translation>`{field}` 有 {length} 個字元；最多讀取 {limit} 個。</translation>
    </message>
    <message>
        <source>Split it into several notes.</source>
        <translation>請拆成數則筆記。</translation>
    </message>
    <message>
        <source>The language `{language}` is read as `{suggestion}`.</source>
        <translation>語言 `{language}` 將視為 `{suggestion}`。</translation>
    </message>
    <message>
        <source>Write it as `{suggestion}`.</source>
        <translation>請寫成 `{suggestion}`。</translation>
    </message>
    <message>
        <source>`{language}` is not a language tag, which `{field}` needs here.</source>
        <translation>`{language}` 不是語言標籤，而 `{field}` 在此需要語言標籤。</translation>
    </message>
    <message>
        <source>Tags look like en, zh-Hant or pt-BR; is a text meant, put it in quotes.</source>
        <translation>標籤的寫法如 en、zh-Hant 或 pt-BR；若是文字，請加上引號。</translation>
    </message>
    <message>
        <source>The note has no id; it is known as `{id}` while its words stay.</source>
        <translation>筆記沒有識別碼；只要內容不變，就以 `{id}` 識別。</translation>
    </message>
    <message>
        <source>Run `studyapp check --fix` to write the ids into the file.</source>
        <translation>請執行 `studyapp check --fix`，將識別碼寫入檔案。</translation>
    </message>
    <message>
        <source>`{id}` can&apos;t be an id.</source>
        <translation>`{id}` 不能作為識別碼。</translation>
    </message>
    <message>
        <source>Use 1 to 64 letters, digits, `-`, `_` or `.`; begin with a letter or digit.</source>
        <translation>請使用 1 到 64 個字母、數字、`-`、`_` 或 `.`，並以字母或數字開頭。</translation>
    </message>
    <message>
        <source>The id `{id}` is taken by the note in line {first_line}.</source>
        <translation>識別碼 `{id}` 已由第 {first_line} 行的筆記使用。</translation>
    </message>
    <message>
        <source>Give this note another id; case and accents&apos; spelling don&apos;t count.</source>
        <translation>請為這則筆記換一個識別碼；大小寫與重音符號的寫法不算差異。</translation>
    </message>
    <message>
        <source>There is no note type `{type}`.</source>
        <translation>沒有 `{type}` 這種筆記類型。</translation>
    </message>
    <message>
        <source>The types are {known}; the nearest is `{suggestion}`.</source>
        <translation>可用的類型有 {known}；最接近的是 `{suggestion}`。</translation>
    </message>
    <message>
        <source>There is no evidence grade `{evidence}`; it is left out.</source>
        <translation>沒有 `{evidence}` 這個證據等級，已略過。</translation>
    </message>
    <message>
        <source>The nearest grade is `{suggestion}`.</source>
        <translation>最接近的等級是 `{suggestion}`。</translation>
    </message>
    <message>
        <source>`{reference}` can&apos;t be the id of a note; the requirement is left out.</source>
        <translation>`{reference}` 不能作為筆記的識別碼；這項先備條件已略過。</translation>
    </message>
    <message>
        <source>Write `note-id`, or `deck-id/note-id` for a note of another deck.</source>
        <translation>請寫成 `note-id`；若是其他牌組的筆記，請寫成 `deck-id/note-id`。</translation>
    </message>
    <message>
        <source>`{reference}` is no usable note here; the requirement is left out.</source>
        <translation>此處沒有可用的筆記 `{reference}`；這項先備條件已略過。</translation>
    </message>
    <message>
        <source>Check its spelling and case, and whether that note has a problem.</source>
        <translation>請檢查拼字與大小寫，以及該筆記是否有問題。</translation>
    </message>
    <message>
        <source>The notes require each other: {ring}; the last step is left out.</source>
        <translation>這些筆記互為先備條件：{ring}；最後一步已略過。</translation>
    </message>
    <message>
        <source>Decide which one comes first.</source>
        <translation>請決定哪一則在前。</translation>
    </message>
    <message>
        <source>The cloze has no blank.</source>
        <translation>這則填空筆記沒有任何填空。</translation>
    </message>
    <message>
        <source>Mark the words to hide: {{{{c1::words}}}}.</source>
        <translation>請標出要遮住的文字：{{{{c1::文字}}}}。</translation>
    </message>
    <message>
        <source>Double braces don&apos;t pair into blanks: “{words}”.</source>
        <translation>雙大括號無法配對成填空：「{words}」。</translation>
    </message>
    <message>
        <source>Write {{{{c1::words}}}}, none inside another; part other braces: }} }}.</source>
        <translation>請寫成 {{{{c1::文字}}}}，不可巢狀；其他大括號請分開：}} }}。</translation>
    </message>
    <message>
        <source>A blank can&apos;t have the number {number}.</source>
        <translation>填空不能使用編號 {number}。</translation>
    </message>
    <message>
        <source>Number blanks from 1 to 99.</source>
        <translation>填空的編號為 1 到 99。</translation>
    </message>
    <message>
        <source>Blank {number} hides nothing.</source>
        <translation>填空 {number} 沒有遮住任何文字。</translation>
    </message>
    <message>
        <source>Put the words to hide behind the `::`.</source>
        <translation>請將要遮住的文字寫在 `::` 之後。</translation>
    </message>
    <message>
        <source>`{language}` and `{first}` don&apos;t have blanks of the same numbers.</source>
        <translation>`{language}` 與 `{first}` 的填空編號不一致。</translation>
    </message>
    <message>
        <source>Each blank is a card: give it the same number in every language.</source>
        <translation>每個填空是一張卡片：請在各語言中使用相同編號。</translation>
    </message>
    <message>
        <source>The choice has fewer than two options.</source>
        <translation>選擇題的選項少於兩個。</translation>
    </message>
    <message>
        <source>Add options, or make it a basic note with front and back.</source>
        <translation>請增加選項，或改成含有 front 與 back 的 basic 筆記。</translation>
    </message>
    <message>
        <source>No option of the choice is right.</source>
        <translation>選擇題沒有正確選項。</translation>
    </message>
    <message>
        <source>Mark the right one: `- {{text: …, right: true}}`.</source>
        <translation>請標出正確選項：`- {{text: …, right: true}}`。</translation>
    </message>
    <message>
        <source>`right: {value}` is neither true nor false.</source>
        <translation>`right: {value}` 既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>Write `right: true`, or leave it out.</source>
        <translation>請寫成 `right: true`，或省略這一項。</translation>
    </message>
    <message>
        <source>A drawing can&apos;t be called `{name}`.</source>
        <translation>圖不能叫作 `{name}`。</translation>
    </message>
    <message>
        <source>Write the name of a file in the folder `diagrams`, without its ending.</source>
        <translation>請寫 `diagrams` 資料夾中檔案的名稱，不含副檔名。</translation>
    </message>
    <message>
        <source>The drawing `diagrams/{name}.yaml` can&apos;t be read.</source>
        <translation>無法讀取圖 `diagrams/{name}.yaml`。</translation>
    </message>
    <message>
        <source>Put it into the folder `diagrams` beside this deck, or correct the name.</source>
        <translation>請放進牌組旁的 `diagrams` 資料夾，或更正名稱。</translation>
    </message>
    <message>
        <source>The drawing `{file}` has problems of its own.</source>
        <translation>圖 `{file}` 本身有問題。</translation>
    </message>
    <message>
        <source>Mend those listed for that file.</source>
        <translation>請修正該檔案列出的問題。</translation>
    </message>
    <message>
        <source>Nothing in the drawing is asked for.</source>
        <translation>圖中沒有要問的部分。</translation>
    </message>
    <message>
        <source>Give the parts to ask for a number: `asks: 1`, `asks: 2` and so on.</source>
        <translation>請為要問的部分編號：`asks: 1`、`asks: 2`，依此類推。</translation>
    </message>
    <message>
        <source>`asks: {number}` is not the number of a card.</source>
        <translation>`asks: {number}` 不是卡片的編號。</translation>
    </message>
    <message>
        <source>Number what is asked from 1 to 99.</source>
        <translation>要問的部分請以 1 到 99 編號。</translation>
    </message>
    <message>
        <source>Two nodes of the drawing have the id `{id}`.</source>
        <translation>圖中有兩個節點的 id 都是 `{id}`。</translation>
    </message>
    <message>
        <source>Give each an id of its own.</source>
        <translation>請讓每個節點有自己的 id。</translation>
    </message>
    <message>
        <source>The edge leads to a node `{id}` that the drawing has not.</source>
        <translation>連線指向的節點 `{id}` 不在圖中。</translation>
    </message>
    <message>
        <source>Write the ids of two nodes: `from: …` and `to: …`.</source>
        <translation>請寫兩個節點的 id：`from: …` 與 `to: …`。</translation>
    </message>
    <message>
        <source>The node&apos;s `place` is not a column and a row.</source>
        <translation>節點的 `place` 不是一欄加一列。</translation>
    </message>
    <message>
        <source>Write two numbers from 0: `place: [1, 0]`; a column may be a half, as in 1.5.</source>
        <translation>請寫兩個從 0 起的數字：`place: [1, 0]`；欄可以是半欄，如 1.5。</translation>
    </message>
    <message>
        <source>The row has {cells} cells, but there are {columns} columns.</source>
        <translation>這一列有 {cells} 格，但共有 {columns} 欄。</translation>
    </message>
    <message>
        <source>Give each row one cell a column.</source>
        <translation>每一列的每一欄請各給一格。</translation>
    </message>
    <message>
        <source>This is more than a drawing can hold ({limit}), or has several lines.</source>
        <translation>這超出一張圖的限度（{limit}），或不止一行。</translation>
    </message>
    <message>
        <source>Shorten it, or make two drawings.</source>
        <translation>請縮短，或分成兩張圖。</translation>
    </message>
    <message>
        <source>{count} more problems are not listed.</source>
        <translation>還有 {count} 個問題未列出。</translation>
    </message>
    <message>
        <source>Mend those listed first, then check again.</source>
        <translation>請先修正已列出的問題，再重新檢查。</translation>
    </message>
    <message>
        <source>Another program is using {path}. Close it and try again; nothing was changed.</source>
        <translation>另一個程式正在使用 {path}。請關閉該程式後再試一次；未作任何更動。</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}). It was left as it is. Move it elsewhere and put a copy of the newest backup in its place: {backup}.</source>
        <translation>{path} 已損毀（{detail}），檔案維持原狀。請將它移到別處，再把最新的備份複製一份放到原處：{backup}。</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}), and there is no backup of it yet. It was left as it is. Move it elsewhere to begin anew; “sqlite3 {path} .recover” may still find what is in it.</source>
        <translation>{path} 已損壞（{detail}），而且還沒有備份。檔案維持原狀，未作更動。把它移到別處即可重新開始；「sqlite3 {path} .recover」或許還能救回其中的內容。</translation>
    </message>
    <message>
        <source>{path} with your reviews is gone, but there are backups. Put a copy of the newest one in its place: {backup}. To begin anew instead, move the backups folder elsewhere.</source>
        <translation>存放複習紀錄的 {path} 不見了，但還有備份。請把最新的備份複製一份放到原處：{backup}。若要重新開始，請將備份資料夾移到別處。</translation>
    </message>
    <message>
        <source>{path} is not a StudyApp file. Choose another data folder.</source>
        <translation>{path} 不是 StudyApp 的檔案。請選擇其他資料目錄。</translation>
    </message>
    <message>
        <source>{path} was written by a newer StudyApp ({detail}). Update StudyApp; the file was not touched.</source>
        <translation>{path} 由較新版本的 StudyApp 寫入（{detail}）。請更新 StudyApp；檔案未作更動。</translation>
    </message>
    <message>
        <source>The disk is full: {path} could not be written. Make room and try again.</source>
        <translation>磁碟已滿，無法寫入 {path}。請騰出空間後再試一次。</translation>
    </message>
    <message>
        <source>{path} can&apos;t be written. Allow writing to that folder, or choose another one with --data.</source>
        <translation>無法寫入 {path}。請開放該資料夾的寫入權限，或以 --data 指定其他資料夾。</translation>
    </message>
    <message>
        <source>{path} can&apos;t be used: {detail}</source>
        <translation>無法使用 {path}：{detail}</translation>
    </message>
    <message>
        <source>`{type}` is a note type that every deck has.</source>
        <translation>`{type}` 是每個牌組都有的筆記類型。</translation>
    </message>
    <message>
        <source>Give the deck&apos;s own type another name.</source>
        <translation>請給牌組自己的類型取別的名字。</translation>
    </message>
    <message>
        <source>Anki lets no field be called `{field}`.</source>
        <translation>Anki 不允許欄位叫做 `{field}`。</translation>
    </message>
    <message>
        <source>Choose a name without `:`, braces and quotes that means nothing to templates.</source>
        <translation>請用不含 `:`、大括號與引號，且對範本沒有意義的名稱。</translation>
    </message>
    <message>
        <source>`{value}` is no number of a note type in Anki; it is left out.</source>
        <translation>`{value}` 不是 Anki 筆記類型的編號；已略過。</translation>
    </message>
    <message>
        <source>Write the digits that stood there, or remove the line.</source>
        <translation>請寫回原本的數字，或刪去這一行。</translation>
    </message>
    <message>
        <source>Notes can&apos;t be written as `{type}`; the line is left out.</source>
        <translation>筆記不能寫成 `{type}`；已略過這一行。</translation>
    </message>
    <message>
        <source>Write one of {known}.</source>
        <translation>請寫 {known} 其中之一。</translation>
    </message>
    <message>
        <source>No template of `{type}` makes a card of this note.</source>
        <translation>`{type}` 沒有範本能由這則筆記產生卡片。</translation>
    </message>
    <message>
        <source>Fill in a field that a front shows.</source>
        <translation>請填寫某個正面會顯示的欄位。</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Give ids to notes that have none, so that you can change their words and keep what you learned</source>
        <translation>替還沒有識別碼的筆記加上識別碼，之後改寫文字也能保留學習進度</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the deck files; the other notes work.</source>
        <translation>
            <numerusform>牌組檔案有 %n 個問題；其餘筆記可正常使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>“studyapp check” lists them all.</source>
        <translation>執行「studyapp check」可列出全部問題。</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>開啟 {file}</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Export to Anki</source>
        <translation>匯出到 Anki</translation>
    </message>
    <message>
        <source>Anki packages (*.apkg)</source>
        <translation>Anki 套件檔 (*.apkg)</translation>
    </message>
    <message>
        <source>Whole collections of Anki (*.colpkg)</source>
        <translation>Anki 完整收藏 (*.colpkg)</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv)</source>
        <translation>表格 (*.csv *.tsv)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>選擇資料夾</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Packages of Anki, tables and pages (*.apkg *.colpkg *.csv *.tsv *.txt *.md)</source>
        <translation>Anki 套件檔、表格與文字頁 (*.apkg *.colpkg *.csv *.tsv *.txt *.md)</translation>
    </message>
    <message>
        <source>New deck</source>
        <translation>新牌組</translation>
    </message>
    <message>
        <source>What is the deck called?</source>
        <translation>牌組叫什麼名稱？</translation>
    </message>
    <message>
        <source>Your decks folder has another {name}. Replace it?</source>
        <translation>你的牌組資料夾裡有另一個 {name}。要取代它嗎？</translation>
    </message>
    <message>
        <source>{file} is there already. Replace it?</source>
        <translation>{file} 已經存在。要取代它嗎？</translation>
    </message>
    <message>
        <source>Choose the day</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>In how many days shall the card come? 0 is today.</source>
        <translation>幾天後再問這張卡片？0 是今天。</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>要開啟這個連結嗎？</translation>
    </message>
    <message>
        <source>This card links to a page outside StudyApp:</source>
        <translation>這張卡片連結到 StudyApp 以外的頁面：</translation>
    </message>
</context>
<context>
    <name>RatingButtons</name>
    <message>
        <source>Again</source>
        <translation>重來</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>困難</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>簡單</translation>
    </message>
    <message>
        <source>You did not know it, or it was wrong. It comes back soon.</source>
        <translation>不知道，或答錯了。很快會再問。</translation>
    </message>
    <message>
        <source>Right, with much effort.</source>
        <translation>答對了，但很吃力。</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>答對了。</translation>
    </message>
    <message>
        <source>Right at once.</source>
        <translation>立刻就答對。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Undid: {deed}</source>
        <translation>已復原：{deed}</translation>
    </message>
    <message>
        <source>Redid: {deed}</source>
        <translation>已重做：{deed}</translation>
    </message>
    <message>
        <source>Buried until tomorrow. Undo: {key}</source>
        <translation>延到明天。按 {key} 可復原。</translation>
    </message>
    <message>
        <source>Suspended. It won&apos;t come up again. Undo: {key}</source>
        <translation>已暫停，不會再出現。按 {key} 可復原。</translation>
    </message>
    <message>
        <source>This deck has languages of its own. {key} opens its options.</source>
        <translation>這個牌組有自己的語言設定。按 {key} 開啟它的選項。</translation>
    </message>
    <message>
        <source>This was not saved. {reason}</source>
        <translation>未能儲存。{reason}</translation>
    </message>
    <message>
        <source>Progress of this session</source>
        <translation>本次學習進度</translation>
    </message>
</context>
<context>
    <name>SessionHeader</name>
    <message>
        <source>What can be done with the card</source>
        <translation>對這張卡片可做的事</translation>
    </message>
    <message>
        <source>Practice · {title}</source>
        <translation>練習 · {title}</translation>
    </message>
    <message>
        <source>{new} new · {learning} learning · {due} due</source>
        <translation>新卡 {new} · 學習中 {learning} · 待複習 {due}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>The program speaks</source>
        <translation>介面語言</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字型</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>快速鍵…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Daily copies</source>
        <translation>每日備份</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>還原快速鍵</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>{key} is the key for “{meaning}”.</source>
        <translation>{key} 已用於「{meaning}」。</translation>
    </message>
    <message>
        <source>This key can&apos;t be chosen.</source>
        <translation>這個鍵不能用。</translation>
    </message>
</context>
<context>
    <name>ShortcutsOverlay</name>
    <message>
        <source>Keys</source>
        <translation>快速鍵</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Decks</source>
        <translation>牌組</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>學習</translation>
    </message>
    <message>
        <source>Export to Anki</source>
        <translation>匯出到 Anki</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快速鍵</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) today</source>
        <translation>
            <numerusform>今天 %n 張卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>介面</translation>
    </message>
</context>
<context>
    <name>SuspendedAndBuriedDialog</name>
    <message>
        <source>Cards put away</source>
        <translation>收起的卡</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>到明天</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are put away</source>
        <translation>
            <numerusform>收起了 %n 張卡</numerusform>
        </translation>
    </message>
    <message>
        <source>No card is put away</source>
        <translation>沒有收起的卡</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Updated, over what you changed in Anki</source>
        <translation>更新，會蓋過你在 Anki 的修改</translation>
    </message>
    <message>
        <source>The same already</source>
        <translation>已相同</translation>
    </message>
    <message>
        <source>Left alone: changed in Anki since</source>
        <translation>不動：之後在 Anki 改過</translation>
    </message>
    <message>
        <source>Left alone: another note type there</source>
        <translation>不動：那裡是別的筆記類型</translation>
    </message>
</context>
</TS>
