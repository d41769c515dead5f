<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hant" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>This card is new. It appears when its turn comes among the new cards of the deck.</source>
        <translation>這張是新卡片，會在輪到牌組的新卡片時出現。</translation>
    </message>
    <message>
        <source>The card has been in its steps since {date}. After the last step, FSRS sets the interval.</source>
        <translation>卡片自 {date} 起在學習步驟中。完成最後一步後，由 FSRS 決定間隔。</translation>
    </message>
    <message>
        <source>You rated it {rating} on {date}, so it is in its steps. After the last step, FSRS sets the interval.</source>
        <translation>你在 {date} 評為「{rating}」，所以卡片在學習步驟中。完成最後一步後，由 FSRS 決定間隔。</translation>
    </message>
    <message>
        <source>The due date was set on {date}, without a review.</source>
        <translation>到期日是在 {date} 設定的，沒有經過複習。</translation>
    </message>
    <message>
        <source>You rated it {rating} in Anki on {date}. It comes back after {interval}.</source>
        <translation>你在 {date} 於 Anki 評為「{rating}」，{interval}後再出現。</translation>
    </message>
    <message>
        <source>You rated it {rating} on {date}. It comes back after {interval}.</source>
        <translation>你在 {date} 評為「{rating}」，{interval}後再出現。</translation>
    </message>
    <message>
        <source>FSRS estimates its stability at {stability}: after that time, you will recall it with a probability of 90%.</source>
        <translation>FSRS 估計它的穩固期是 {stability}：過了這段時間，你想起它的機率是 90%。</translation>
    </message>
    <message>
        <source>Your desired retention of {share} is reached after {time}.</source>
        <translation>{time}後會降到你的期望留存比率 {share}。</translation>
    </message>
    <message>
        <source>The interval was varied a little, so that cards learned together don&apos;t stay together.</source>
        <translation>間隔略有變動，讓一起學的卡片不會總是一起出現。</translation>
    </message>
    <message>
        <source>The interval is another one because it must be longer than the last one or than after a lower rating, or because it was set with other options or parameters.</source>
        <translation>實際間隔不同，是因為它必須比上一次的間隔或較低評分的間隔長，或是在不同的選項或參數下設定的。</translation>
    </message>
</context>
<context>
    <name>AboutDeckDialog</name>
    <message>
        <source>About this deck</source>
        <translation>關於這個牌組</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>連結</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>開啟連結</translation>
    </message>
    <message>
        <source>Open deck file</source>
        <translation>開啟牌組檔案</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>ActionProgressDialog</name>
    <message>
        <source>Saving changes…</source>
        <translation>正在儲存變更…</translation>
    </message>
    <message>
        <source>If you cancel, nothing is changed.</source>
        <translation>取消的話，不會有任何變更。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AddTagsDialog</name>
    <message>
        <source>Add tags</source>
        <translation>加入標籤</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Enter at least one tag.</source>
        <translation>請輸入至少一個標籤。</translation>
    </message>
    <message>
        <source>Separate tags by spaces, or by commas if a tag contains spaces.</source>
        <translation>標籤以空格分隔；標籤含有空格時，改用逗號分隔。</translation>
    </message>
</context>
<context>
    <name>Anki</name>
    <message>
        <source>{reason} is not a valid address. Use one such as http://127.0.0.1:8765.</source>
        <translation>{reason} 不是有效的位址。請使用如 http://127.0.0.1:8765 的位址。</translation>
    </message>
    <message>
        <source>{reason} is another computer. Your cards and the API key would be sent there unencrypted.</source>
        <translation>{reason} 是另一台電腦。你的卡片與 API 金鑰會在未加密的狀態下傳送過去。</translation>
    </message>
    <message>
        <source>Anki isn&apos;t responding at {reason}. Start Anki with the AnkiConnect add-on (code 2055492159) and try again. If Anki shows an error about the add-on when it starts, the add-on doesn&apos;t work with this version of Anki: update it, or use a release of Anki instead of a beta.</source>
        <translation>Anki 在 {reason} 沒有回應。請啟動已安裝 AnkiConnect 附加元件（代碼 2055492159）的 Anki，然後再試一次。如果 Anki 啟動時顯示附加元件的錯誤，表示這個附加元件無法在這個版本的 Anki 上執行：請更新附加元件，或改用正式版而非測試版的 Anki。</translation>
    </message>
    <message>
        <source>Anki closed the connection. If it was quit, start it and try again. Nothing will be added twice.</source>
        <translation>Anki 關閉了連線。如果 Anki 已結束，請重新啟動並再試一次。不會重複新增任何內容。</translation>
    </message>
    <message>
        <source>Anki didn&apos;t respond in time. Close any open dialog in Anki and try again. Nothing will be added twice.</source>
        <translation>Anki 沒有及時回應。請關閉 Anki 中開啟的對話框，再試一次。不會重複加入內容。</translation>
    </message>
    <message>
        <source>The program at that address isn&apos;t AnkiConnect ({reason}).</source>
        <translation>該位址的程式不是 AnkiConnect（{reason}）。</translation>
    </message>
    <message>
        <source>AnkiConnect uses API version {reason}, but StudyApp uses version 6. Update the older one.</source>
        <translation>AnkiConnect 使用第 {reason} 版 API，StudyApp 使用第 6 版。請更新其中較舊的一個。</translation>
    </message>
    <message>
        <source>AnkiConnect requires an API key. In Anki, choose Tools › Add-ons › AnkiConnect › Config and copy the text after “apiKey”.</source>
        <translation>AnkiConnect 需要 API 金鑰。請在 Anki 選擇「工具 › 附加元件 › AnkiConnect › 設定」，並複製「apiKey」後面的文字。</translation>
    </message>
    <message>
        <source>AnkiConnect has a different API key. In Anki, choose Tools › Add-ons › AnkiConnect › Config and copy the text after “apiKey”.</source>
        <translation>AnkiConnect 的 API 金鑰與此不同。請在 Anki 選擇「工具 › 附加元件 › AnkiConnect › 設定」，並複製「apiKey」後面的文字。</translation>
    </message>
    <message>
        <source>This version of AnkiConnect lacks “{reason}”, which StudyApp needs. Update the add-on.</source>
        <translation>這個版本的 AnkiConnect 沒有 StudyApp 需要的「{reason}」。請更新附加元件。</translation>
    </message>
    <message>
        <source>The profile “{reason}” was opened in Anki since the comparison. Compare again.</source>
        <translation>比較之後，Anki 開啟了使用者檔案「{reason}」。請再次比較。</translation>
    </message>
    <message>
        <source>The notes didn&apos;t arrive in Anki. Sync again and choose “Import” in the dialog that Anki then shows.</source>
        <translation>筆記沒有送達 Anki。請再次同步，並在 Anki 顯示的對話框中選擇「匯入」。</translation>
    </message>
    <message>
        <source>Anki could not sync with AnkiWeb: {reason}. Choose “Sync” in Anki to see why.</source>
        <translation>Anki 無法與 AnkiWeb 同步：{reason}。請在 Anki 選擇「同步」查看原因。</translation>
    </message>
    <message>
        <source>Anki refused StudyApp&apos;s connection. Allow StudyApp in Anki and try again.</source>
        <translation>Anki 拒絕 StudyApp 連線。請在 Anki 中允許 StudyApp，再試一次。</translation>
    </message>
    <message>
        <source>No profile is open in Anki. Open one and try again.</source>
        <translation>Anki 沒有開啟設定檔。請開啟一個，再試一次。</translation>
    </message>
    <message>
        <source>Anki isn&apos;t logged in to AnkiWeb. Choose “Sync” in Anki, log in, and try again.</source>
        <translation>Anki 尚未登入 AnkiWeb。請在 Anki 選擇「同步」並登入，再試一次。</translation>
    </message>
    <message>
        <source>This version of AnkiConnect can&apos;t tell when Anki has synced with AnkiWeb. Update the add-on, or choose “Sync” in Anki before and after you sync with StudyApp, and turn off the sync with AnkiWeb here.</source>
        <translation>這個版本的 AnkiConnect 無法得知 Anki 何時與 AnkiWeb 同步完成。請更新附加元件；或在與 StudyApp 同步的前後，自行在 Anki 選擇「同步」，並在這裡關閉與 AnkiWeb 的同步。</translation>
    </message>
    <message>
        <source>Anki reported: {reason}</source>
        <translation>Anki 回報：{reason}</translation>
    </message>
</context>
<context>
    <name>AnkiSyncDialog</name>
    <message>
        <source>Sync with Anki</source>
        <translation>與 Anki 同步</translation>
    </message>
    <message>
        <source>Sync Anki with AnkiWeb before and afterwards</source>
        <translation>前後都讓 Anki 與 AnkiWeb 同步</translation>
    </message>
    <message>
        <source>AnkiConnect API key</source>
        <translation>AnkiConnect API 金鑰</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，未做任何變更。</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>再次比較</translation>
    </message>
    <message>
        <source>Notes and reviews go both ways. First both sides are compared: nothing changes before you agree. Anki must be open on this computer with the AnkiConnect add-on.</source>
        <translation>筆記與複習紀錄會雙向同步。首先比較兩邊，在你同意之前不會變更任何內容。這部電腦上必須開著已安裝 AnkiConnect 附加元件的 Anki。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. Completed changes are kept, and the rest will sync next time.</source>
        <translation>已停止。已完成的變更會保留，其餘下次同步。</translation>
    </message>
    <message>
        <source>Already in sync.</source>
        <translation>內容已同步。</translation>
    </message>
    <message>
        <source>Can&apos;t read Anki&apos;s data: {reason}</source>
        <translation>無法讀取 Anki 的資料：{reason}</translation>
    </message>
    <message>
        <source>Sync failed: something went wrong in StudyApp. You can safely try again.</source>
        <translation>同步失敗：StudyApp 發生錯誤。你可以放心再試一次。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
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
    <name>AnswerDialog</name>
    <message>
        <source>Card that you forgot</source>
        <translation>忘記的卡片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>AxisCaptions</name>
    <message>
        <source>{values} per day</source>
        <translation>每天{values}</translation>
    </message>
    <message>
        <source>{values} per week</source>
        <translation>每週{values}</translation>
    </message>
    <message>
        <source>{values} per month</source>
        <translation>每月{values}</translation>
    </message>
    <message>
        <source>{values} per year</source>
        <translation>每年{values}</translation>
    </message>
</context>
<context>
    <name>BackgroundTaskDialog</name>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
</context>
<context>
    <name>BacklogDialog</name>
    <message>
        <source>Spread overdue cards</source>
        <translation>分散逾期卡片</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue card(s)</source>
        <translation>
            <numerusform>%n 張逾期卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Minutes of reviews per day</source>
        <translation>每天複習的分鐘數</translation>
    </message>
    <message>
        <source>The cards you are most likely to remember will be shown first. Room is left for those that you forget. Undo: {key}</source>
        <translation>先顯示你最可能記得的卡片，並為你忘記的卡片留出時間。復原：{key}</translation>
    </message>
    <message numerus="yes">
        <source>Spread over %n day(s), until {date}</source>
        <translation>
            <numerusform>分散到 %n 天，至 {date}</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause new cards until {date}</source>
        <translation>暫停新卡片至 {date}</translation>
    </message>
    <message>
        <source>Current schedule</source>
        <translation>目前的排程</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>分散</translation>
    </message>
</context>
<context>
    <name>BacklogPanel</name>
    <message>
        <source>Resume new cards</source>
        <translation>恢復新卡片</translation>
    </message>
    <message numerus="yes">
        <source>Spread %n overdue card(s)…</source>
        <translation>
            <numerusform>分散 %n 張逾期卡片…</numerusform>
        </translation>
    </message>
    <message>
        <source>New cards are paused until {date}.</source>
        <translation>新卡片暫停至 {date}。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are overdue after {days} days without reviews.</source>
        <translation>
            <numerusform>{days} 天沒有複習，有 %n 張卡片逾期。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BacklogTexts</name>
    <message numerus="yes">
        <source>With {time} a day, you will have caught up in about %n day(s); new cards wait until then.</source>
        <translation>
            <numerusform>每天 {time}，大約 %n 天就能趕上進度，在那之前沒有新卡片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can catch up in %n day(s) with about {time} a day.</source>
        <translation>
            <numerusform>每天約 {time}，%n 天就能趕上進度。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>複習</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Compared with now</source>
        <translation>與目前相比</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) fewer</source>
        <translation>
            <numerusform>少 %n 筆複習記錄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) more</source>
        <translation>
            <numerusform>多 %n 筆複習記錄</numerusform>
        </translation>
    </message>
    <message>
        <source>Same reviews</source>
        <translation>複習記錄相同</translation>
    </message>
</context>
<context>
    <name>BackupNotices</name>
    <message>
        <source>Files beside your collection did not belong to it and were moved to {folder}.</source>
        <translation>你的集合旁有不屬於它的檔案，已移至 {folder}。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be backed up: {error}</source>
        <translation>
            <numerusform>有 %n 個檔案無法備份：{error}</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>還原備份…</translation>
    </message>
    <message>
        <source>Backup failed: {error}</source>
        <translation>備份失敗：{error}</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Also restore changed deck files and settings</source>
        <translation>一併還原已變更的牌組檔案和設定</translation>
    </message>
    <message>
        <source>Backup folder</source>
        <translation>備份資料夾</translation>
    </message>
    <message>
        <source>Reviews, decks, media and settings are backed up at start, every 30 minutes and at exit.</source>
        <translation>啟動時、每 30 分鐘，以及結束程式時，會自動備份複習記錄、牌組、媒體和設定。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>還原…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
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
        <source>Backup created.</source>
        <translation>已建立備份。</translation>
    </message>
    <message>
        <source>Nothing has changed since the last backup.</source>
        <translation>自上次備份以來沒有變更。</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Bin</source>
        <translation>資源回收桶</translation>
    </message>
    <message numerus="yes">
        <source>Deleted notes and decks are kept for %n day(s), with their history.</source>
        <translation>
            <numerusform>刪除的筆記與牌組會連同學習記錄保留 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty bin…</source>
        <translation>清空資源回收桶⋯</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢復</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted item(s)</source>
        <translation>
            <numerusform>%n 個已刪除的項目</numerusform>
        </translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>資源回收桶是空的</translation>
    </message>
    <message>
        <source>Deck {title} · {time}</source>
        <translation>牌組 {title} · {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) and deck(s) will be deleted for good. This can&apos;t be undone.</source>
        <translation>
            <numerusform>將永久刪除 %n 項筆記與牌組，而且無法復原。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrowseColumns</name>
    <message>
        <source>Question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>牌組</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>待複習</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>穩固期</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>難度</translation>
    </message>
    <message>
        <source>Retrievability</source>
        <translation>留存機率</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>複習</translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation>遺忘次數</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>旗標</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>確定程度</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加入日期</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>修改日期</translation>
    </message>
    <message>
        <source>Note type</source>
        <translation>筆記類型</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>雙向</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>術語</translation>
    </message>
    <message>
        <source>Cloze</source>
        <translation>克漏字</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>選擇題</translation>
    </message>
    <message>
        <source>Typed answer</source>
        <translation>輸入答案</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>主張</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>圖解</translation>
    </message>
    <message>
        <source>Custom type</source>
        <translation>自訂類型</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
    </message>
    <message>
        <source>Cloze {number}</source>
        <translation>填空 {number}</translation>
    </message>
    <message>
        <source>Card {number}</source>
        <translation>卡片 {number}</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已擱置</translation>
    </message>
    <message>
        <source>Buried until tomorrow</source>
        <translation>已推遲到明天</translation>
    </message>
    <message>
        <source>Leech</source>
        <translation>低效卡</translation>
    </message>
</context>
<context>
    <name>BrowseMenu</name>
    <message>
        <source>Flag</source>
        <translation>旗標</translation>
    </message>
    <message>
        <source>Bin…</source>
        <translation>資源回收桶⋯</translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>The search is still running. Try again in a moment.</source>
        <translation>搜尋還在進行，請稍後再試。</translation>
    </message>
    <message>
        <source>No cards found.</source>
        <translation>沒有找到卡片。</translation>
    </message>
</context>
<context>
    <name>BulkEditActions</name>
    <message>
        <source>Undo: {key}</source>
        <translation>按 {key} 可復原。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed.</source>
        <translation>
            <numerusform>已變更 %n 則筆記。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) were changed by another program and left alone.</source>
        <translation>
            <numerusform>有 %n 則筆記已由其他程式變更，未予更動。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPanel</name>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message numerus="yes">
        <source>Click a day, or press Space on it, to mark it as a day off, up to %n day(s) ahead. Days off don’t break the streak.</source>
        <translation>
            <numerusform>點選某一天，或在該日按空白鍵，即可標記為休息日，最多可提前 %n 天。休息日不會中斷連續紀錄。</numerusform>
        </translation>
    </message>
    <message>
        <source>Exams and days off…</source>
        <translation>考試與休息日…</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 個月</translation>
    </message>
</context>
<context>
    <name>CalendarPlot</name>
    <message>
        <source>Day off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日曆</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>複習次數</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>待複習</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>較少</translation>
    </message>
    <message>
        <source>More reviews</source>
        <translation>複習較多</translation>
    </message>
    <message>
        <source>Coming day</source>
        <translation>未來的日子</translation>
    </message>
    <message numerus="yes">
        <source>%n coming day(s) off.</source>
        <translation>
            <numerusform>已預定 %n 天休息日。</numerusform>
        </translation>
    </message>
    <message>
        <source>No reviews yet. Days with reviews will be colored here.</source>
        <translation>還沒有複習。有複習的日子會在這裡上色。</translation>
    </message>
    <message>
        <source>No current streak. The longest one was {longest}.</source>
        <translation>目前沒有連續紀錄。最長曾達 {longest}。</translation>
    </message>
    <message>
        <source>Current streak: {current}, since {date}. Longest: {longest}.</source>
        <translation>目前連續 {current}，自 {date} 起。最長：{longest}。</translation>
    </message>
</context>
<context>
    <name>CardActions</name>
    <message>
        <source>Select cards first.</source>
        <translation>請先選取卡片。</translation>
    </message>
    <message>
        <source>Nothing to change.</source>
        <translation>沒有需要變更的內容。</translation>
    </message>
    <message>
        <source>Undo: {key}</source>
        <translation>按 {key} 可復原。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) suspended.</source>
        <translation>
            <numerusform>已擱置 %n 張卡片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) can be studied again.</source>
        <translation>
            <numerusform>已恢復 %n 張卡片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) buried until tomorrow.</source>
        <translation>
            <numerusform>已將 %n 張卡片推遲到明天。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) reset to new.</source>
        <translation>
            <numerusform>已將 %n 張卡片重設為新卡片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due date set for %n card(s).</source>
        <translation>
            <numerusform>已設定 %n 張卡片的到期日。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) flagged.</source>
        <translation>
            <numerusform>已為 %n 張卡片加上旗標。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flag removed from %n card(s).</source>
        <translation>
            <numerusform>已移除 %n 張卡片的旗標。</numerusform>
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
        <source>Card info</source>
        <translation>卡片資訊</translation>
    </message>
    <message>
        <source>Why this interval</source>
        <translation>為什麼是這個間隔</translation>
    </message>
    <message>
        <source>Often forgotten</source>
        <translation>經常忘記</translation>
    </message>
    <message>
        <source>Forgetting curve</source>
        <translation>遺忘曲線</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message numerus="yes">
        <source>You have forgotten it %n time(s).</source>
        <translation>
            <numerusform>你忘記了 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>FSRS expected about {number}; the probability of so many lapses is only {probability}.</source>
        <translation>FSRS 預期約 {number} 次；忘記這麼多次的機率只有 {probability}。</translation>
    </message>
    <message>
        <source>Similar cards…</source>
        <translation>相似的卡片…</translation>
    </message>
    <message>
        <source>Edit the note so that it has one short answer, split it in two, or add what distinguishes it from similar cards.</source>
        <translation>可以編輯筆記，讓答案只有一個而且簡短；把它拆成兩則；或補充它與相似卡片的區別。</translation>
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
        <translation>穩固期</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>難度</translation>
    </message>
    <message>
        <source>{number} out of 10</source>
        <translation>{number}（最高 10）</translation>
    </message>
    <message>
        <source>Retrievability</source>
        <translation>留存機率</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>複習</translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation>遺忘次數</translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}：{value}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
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
        <translation>重新學習中</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已擱置</translation>
    </message>
    <message>
        <source>Leech</source>
        <translation>低效卡</translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>Card {number} of {count}</source>
        <translation>第 {number} 張，共 {count} 張</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
</context>
<context>
    <name>CardPlots</name>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>學習中</translation>
    </message>
    <message>
        <source>Relearning</source>
        <translation>重新學習</translation>
    </message>
    <message>
        <source>Young</source>
        <translation>較新</translation>
    </message>
    <message>
        <source>Mature</source>
        <translation>成熟</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已擱置</translation>
    </message>
    <message>
        <source>Buried</source>
        <translation>已推遲</translation>
    </message>
    <message>
        <source>{cards}: {new} new, {young} young and {mature} mature.</source>
        <translation>{cards}：新卡片 {new}，較新 {young}，成熟 {mature}。</translation>
    </message>
    <message>
        <source>No cards.</source>
        <translation>沒有卡片。</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Future due</source>
        <translation>未來到期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Cards due</source>
        <translation>到期卡片</translation>
    </message>
    <message>
        <source>No cards are due in this period.</source>
        <translation>這段期間沒有卡片到期。</translation>
    </message>
    <message>
        <source>{cards} overdue</source>
        <translation>{cards}逾期</translation>
    </message>
    <message>
        <source>busiest day: {date} ({count})</source>
        <translation>最多的一天：{date}（{count} 張）</translation>
    </message>
    <message>
        <source>Cards added or learned</source>
        <translation>新增或首次學習的卡片</translation>
    </message>
    <message>
        <source>Probably forgotten</source>
        <translation>可能已忘記</translation>
    </message>
    <message>
        <source>Of {cards} first studied in this period, FSRS expects you to recall about {number} now ({percent}).</source>
        <translation>這段期間首次學習的 {cards}中，FSRS 預期你現在記得約 {number} 張（{percent}）。</translation>
    </message>
    <message>
        <source>Lowest: cards first studied {time} ({percent}).</source>
        <translation>比率最低：{time} 首次學習的卡片（{percent}）。</translation>
    </message>
    <message>
        <source>{parts}.</source>
        <translation>{parts}。</translation>
    </message>
    <message>
        <source>{today} still due today, {tomorrow} tomorrow, {week} in the 7 days from today on</source>
        <translation>今天還有 {today} 張到期，明天 {tomorrow} 張，從今天起的 7 天共 {week} 張</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{added} added and {learned} studied for the first time.</source>
        <translation>新增 {added}，首次學習 {learned} 張。</translation>
    </message>
    <message>
        <source>No cards added or learned in this period.</source>
        <translation>這段期間沒有新增或首次學習的卡片。</translation>
    </message>
    <message>
        <source>Added and learned</source>
        <translation>新增與學習</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>首次學習</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Still remembered</source>
        <translation>還記得多少</translation>
    </message>
    <message>
        <source>Recalled now</source>
        <translation>現在記得</translation>
    </message>
    <message>
        <source>First studied</source>
        <translation>首次學習</translation>
    </message>
    <message>
        <source>Share recalled</source>
        <translation>記得比率</translation>
    </message>
    <message>
        <source>Cards first studied</source>
        <translation>首次學習的卡片</translation>
    </message>
    <message>
        <source>No cards were first studied in this period.</source>
        <translation>這段期間沒有首次學習的卡片。</translation>
    </message>
</context>
<context>
    <name>CardSoundPlayer</name>
    <message>
        <source>Sounds are turned off. Deck options: {key}</source>
        <translation>聲音已關閉。牌組選項：{key}</translation>
    </message>
    <message>
        <source>No sound device was found, so sounds are not played.</source>
        <translation>找不到音訊裝置，因此不播放聲音。</translation>
    </message>
    <message>
        <source>No voice was found, so texts are not read aloud.</source>
        <translation>找不到語音，因此不朗讀文字。</translation>
    </message>
    <message>
        <source>The sound {name} is not played: {reason}.</source>
        <translation>未播放聲音 {name}：{reason}。</translation>
    </message>
</context>
<context>
    <name>ClockNotice</name>
    <message>
        <source>The clock may be wrong: it says {now}, but your last review is dated {newest}.</source>
        <translation>電腦的時鐘可能不準：現在顯示 {now}，但你上次複習的日期是 {newest}。</translation>
    </message>
    <message>
        <source>Some of your reviews were recorded while the clock was wrong.</source>
        <translation>有些複習是在電腦時鐘錯誤時記錄的。</translation>
    </message>
    <message>
        <source>Your last review is dated {newest}, and the clock says {now}. Check the date.</source>
        <translation>你上次複習的日期是 {newest}，電腦的時鐘顯示 {now}。請檢查日期。</translation>
    </message>
    <message>
        <source>Correct the times…</source>
        <translation>更正時間…</translation>
    </message>
</context>
<context>
    <name>ColumnMenus</name>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Default columns</source>
        <translation>預設欄位</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依據</translation>
    </message>
    <message>
        <source>Order of decks and files</source>
        <translation>依牌組與檔案的順序</translation>
    </message>
    <message>
        <source>Highest first</source>
        <translation>由大到小</translation>
    </message>
</context>
<context>
    <name>ColumnUseList</name>
    <message>
        <source>Column {number}: {name}</source>
        <translation>第 {number} 欄：{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n more column(s)</source>
        <translation>
            <numerusform>還有 %n 欄</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnUses</name>
    <message>
        <source>Question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Additional field</source>
        <translation>其他欄位</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>牌組</translation>
    </message>
    <message>
        <source>Note type in Anki</source>
        <translation>Anki 的筆記類型</translation>
    </message>
    <message>
        <source>GUID in Anki</source>
        <translation>Anki 的 GUID</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Note ID in StudyApp</source>
        <translation>StudyApp 的筆記 ID</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>不匯入</translation>
    </message>
</context>
<context>
    <name>ComparedCard</name>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>擱置</translation>
    </message>
    <message numerus="yes">
        <source>%n lapse(s)</source>
        <translation>
            <numerusform>忘記 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已擱置</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>The note was changed in its file meanwhile</source>
        <translation>這則筆記的檔案已被更動</translation>
    </message>
    <message>
        <source>Nothing is overwritten: choose the version to keep. Changes in other fields are kept.</source>
        <translation>不會覆寫任何內容：請選擇要保留的版本。其他欄位的更動會保留。</translation>
    </message>
    <message>
        <source>Continue editing</source>
        <translation>繼續編輯</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Your version</source>
        <translation>你的版本</translation>
    </message>
    <message>
        <source>Version in the file</source>
        <translation>檔案中的版本</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Show report</source>
        <translation>顯示報告</translation>
    </message>
    <message>
        <source>An unexpected error occurred</source>
        <translation>發生未預期的錯誤</translation>
    </message>
    <message>
        <source>StudyApp could not start because of an unexpected error</source>
        <translation>發生未預期的錯誤，StudyApp 無法啟動</translation>
    </message>
    <message>
        <source>StudyApp was closed by an unexpected error last time</source>
        <translation>StudyApp 上次因未預期的錯誤而關閉</translation>
    </message>
    <message>
        <source>All your reviews up to this point are saved.</source>
        <translation>到目前為止的複習都已儲存。</translation>
    </message>
    <message>
        <source>You can continue. If something no longer works, restart StudyApp.</source>
        <translation>你可以繼續使用。如果有功能無法運作，請重新啟動 StudyApp。</translation>
    </message>
    <message>
        <source>The report about the error could not be written.</source>
        <translation>無法寫入錯誤報告。</translation>
    </message>
    <message>
        <source>A report about the error, without the text of your cards, is in {file}.</source>
        <translation>錯誤報告已寫入 {file}，其中不含卡片的文字。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新啟動</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
</context>
<context>
    <name>CustomStudyDialog</name>
    <message>
        <source>Custom study</source>
        <translation>自訂學習</translation>
    </message>
    <message>
        <source>Number of new cards</source>
        <translation>新卡片張數</translation>
    </message>
    <message>
        <source>Days ahead</source>
        <translation>提早天數</translation>
    </message>
    <message>
        <source>Only cards that match this search</source>
        <translation>只學習符合搜尋條件的卡片</translation>
    </message>
    <message>
        <source>Only these tags</source>
        <translation>只限這些標籤</translation>
    </message>
    <message>
        <source>Only these sections</source>
        <translation>只限這些章節</translation>
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
        <source>Today&apos;s cards</source>
        <translation>今天的卡片</translation>
    </message>
    <message>
        <source>More new cards:</source>
        <translation>增加新卡片（張數）：</translation>
    </message>
    <message>
        <source>Review ahead (days):</source>
        <translation>提早複習（天數）：</translation>
    </message>
    <message>
        <source>Practice cards forgotten today</source>
        <translation>練習今天忘記的卡片</translation>
    </message>
    <message>
        <source>Practice mistakes you were sure of</source>
        <translation>練習有把握卻答錯的卡片</translation>
    </message>
    <message>
        <source>Practice all cards</source>
        <translation>練習所有卡片</translation>
    </message>
    <message>
        <source>Practice doesn&apos;t affect your schedule.</source>
        <translation>練習不影響排程。</translation>
    </message>
    <message>
        <source>Ratings count as usual.</source>
        <translation>評等照常計入。</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Calendar</source>
        <translation>日曆</translation>
    </message>
    <message>
        <source>Enter a date like {example}.</source>
        <translation>請輸入日期，例如 {example}。</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>Back to today</source>
        <translation>回到今天</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>DayNames</name>
    <message>
        <source>d MMM</source>
        <comment>format of a date without the year</comment>
        <translation>M/d</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>format of a month</comment>
        <translation>M 月</translation>
    </message>
    <message>
        <source>Today, {date}</source>
        <translation>今天，{date}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>format of a month and its year</comment>
        <translation>yyyy/M</translation>
    </message>
    <message>
        <source>MMM yy</source>
        <comment>short format of a month and its year</comment>
        <translation>yyyy/M</translation>
    </message>
    <message>
        <source>{month_or_year} so far</source>
        <translation>{month_or_year}（至今）</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>週</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>DayRangeFields</name>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後一天</translation>
    </message>
</context>
<context>
    <name>DaysOffDialog</name>
    <message>
        <source>Add days off</source>
        <translation>新增休息日</translation>
    </message>
    <message>
        <source>If reviews are moved, {key} on the decks page undoes all of it. Days off don’t break the streak.</source>
        <translation>如果移動了複習，可在牌組頁面按 {key} 全部復原。休息日不會中斷連續學習天數。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation>正在計算…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在儲存…</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) come due on these days.</source>
        <translation>
            <numerusform>這幾天有 %n 張卡片到期。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeckAdder</name>
    <message>
        <source>New deck…</source>
        <translation>新增牌組…</translation>
    </message>
    <message>
        <source>Import (Anki, CSV, Markdown)…</source>
        <translation>匯入（Anki、CSV、Markdown）…</translation>
    </message>
    <message>
        <source>Add deck folder…</source>
        <translation>加入牌組資料夾…</translation>
    </message>
    <message>
        <source>Open decks folder</source>
        <translation>開啟牌組資料夾</translation>
    </message>
    <message>
        <source>Bin…</source>
        <translation>資源回收桶⋯</translation>
    </message>
    <message>
        <source>Remove folder {folder}</source>
        <translation>移除資料夾 {folder}</translation>
    </message>
    <message>
        <source>StudyApp can&apos;t import {name}. Use a deck file (.yaml), an Anki package ({packages}), a table ({tables}) or a Markdown file ({pages}).</source>
        <translation>StudyApp 無法匯入 {name}。請使用牌組檔案（.yaml）、Anki 牌組檔或集合檔（{packages}）、表格（{tables}）或 Markdown 檔（{pages}）。</translation>
    </message>
</context>
<context>
    <name>DeckChooserDialog</name>
    <message>
        <source>Search decks, or name a new one</source>
        <translation>搜尋牌組，或輸入新牌組的名稱</translation>
    </message>
    <message>
        <source>Decks</source>
        <translation>牌組</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New deck “{title}”</source>
        <translation>新牌組「{title}」</translation>
    </message>
</context>
<context>
    <name>DeckDialogs</name>
    <message>
        <source>No wrong times found.</source>
        <translation>沒有發現錯誤的時間。</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) or other action(s) recorded while the clock was wrong</source>
        <translation>
            <numerusform>有 %n 筆複習或其他操作是在電腦時鐘錯誤時記錄的</numerusform>
        </translation>
    </message>
    <message>
        <source>Dated: {first} to {last}</source>
        <translation>記錄的日期：{first} 至 {last}</translation>
    </message>
    <message>
        <source>Corrected: {corrected_first} to {corrected_last}</source>
        <translation>更正後：{corrected_first} 至 {corrected_last}</translation>
    </message>
    <message>
        <source>The clock now says {now}. If that is wrong, choose Cancel and set the clock first.</source>
        <translation>電腦的時鐘現在顯示 {now}。如果不對，請選「取消」，先將時鐘調整正確。</translation>
    </message>
    <message>
        <source>Due dates move with the times. You can undo this.</source>
        <translation>到期日會一併調整。之後可以復原。</translation>
    </message>
    <message>
        <source>All decks</source>
        <translation>所有牌組</translation>
    </message>
</context>
<context>
    <name>DeckEdits</name>
    <message>
        <source>The deck “{title}” is ready for its first note.</source>
        <translation>牌組「{title}」已建立，可以新增第一則筆記。</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>新增筆記</translation>
    </message>
    <message>
        <source>The deck “{title}” is in the bin now.</source>
        <translation>牌組「{title}」已移到資源回收桶。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Undid: {action}</source>
        <translation>已復原：{action}</translation>
    </message>
    <message>
        <source>Redid: {action}</source>
        <translation>已重做：{action}</translation>
    </message>
    <message>
        <source>Something else was done since. Undo it first: {key}</source>
        <translation>之後又做了其他操作，請先復原它：{key}</translation>
    </message>
</context>
<context>
    <name>DeckList</name>
    <message>
        <source>Decks</source>
        <translation>牌組</translation>
    </message>
    <message>
        <source>Enter studies a deck, {key} opens its menu.</source>
        <translation>按 Enter 學習牌組，按 {key} 開啟選單。</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden deck(s) · Show…</source>
        <translation>
            <numerusform>%n 個隱藏的牌組 · 顯示…</numerusform>
        </translation>
    </message>
    <message>
        <source>{learned} of {cards} cards learned</source>
        <translation>{cards} 張卡片中已學會 {learned} 張</translation>
    </message>
    <message>
        <source>{new} new, {learning} learning, {due} due</source>
        <translation>新卡片 {new}、學習中 {learning}、待複習 {due}</translation>
    </message>
    <message>
        <source>Level {number}.</source>
        <translation>第 {number} 層。</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 張新卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n learning</source>
        <translation>
            <numerusform>%n 張學習中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n 張待複習</numerusform>
        </translation>
    </message>
    <message>
        <source>Study</source>
        <translation>學習</translation>
    </message>
    <message>
        <source>Custom study…</source>
        <translation>自訂學習…</translation>
    </message>
    <message>
        <source>Browse cards…</source>
        <translation>瀏覽卡片⋯</translation>
    </message>
    <message>
        <source>Plan exam…</source>
        <translation>規劃考試…</translation>
    </message>
    <message>
        <source>Suspended and buried…</source>
        <translation>已擱置與推遲的卡片…</translation>
    </message>
    <message>
        <source>Deck options…</source>
        <translation>牌組選項…</translation>
    </message>
    <message>
        <source>About this deck…</source>
        <translation>關於這個牌組…</translation>
    </message>
    <message>
        <source>Add note…</source>
        <translation>新增筆記⋯</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重新命名⋯</translation>
    </message>
    <message>
        <source>Open deck file</source>
        <translation>開啟牌組檔案</translation>
    </message>
    <message>
        <source>Delete deck</source>
        <translation>刪除牌組</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部顯示</translation>
    </message>
</context>
<context>
    <name>DecksPage</name>
    <message>
        <source>Study now</source>
        <translation>開始學習</translation>
    </message>
    <message>
        <source>Next 7 days</source>
        <translation>未來 7 天</translation>
    </message>
    <message>
        <source>Add decks…</source>
        <translation>加入牌組…</translation>
    </message>
    <message>
        <source>Exams and days off…</source>
        <translation>考試與休息日…</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Create a deck, add a folder, or drop deck files (.yaml) here.</source>
        <translation>請建立牌組、加入資料夾，或將牌組檔案（.yaml）拖到這裡。</translation>
    </message>
    <message>
        <source>Study {count} more</source>
        <translation>再學 {count} 張</translation>
    </message>
    <message>
        <source>All decks are hidden</source>
        <translation>所有牌組都已隱藏</translation>
    </message>
    <message>
        <source>No decks yet</source>
        <translation>還沒有牌組</translation>
    </message>
    <message>
        <source>Loading your decks…</source>
        <translation>正在載入牌組…</translation>
    </message>
    <message>
        <source>Welcome to StudyApp</source>
        <translation>歡迎使用 StudyApp</translation>
    </message>
    <message>
        <source>Read the question, recall the answer, then check it and rate how well you knew it.</source>
        <translation>先看問題並回想答案，再核對答案，並依記得的程度評等。</translation>
    </message>
    <message>
        <source>StudyApp shows each card again just before you would forget it.</source>
        <translation>StudyApp 會在你快要忘記時，再次顯示這張卡片。</translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation>今天的學習已完成</translation>
    </message>
    <message>
        <source>You&apos;ve reached today&apos;s limit. Open a deck to study more.</source>
        <translation>已達今天的上限。開啟單一牌組可繼續學習。</translation>
    </message>
    <message numerus="yes">
        <source>%n due card(s) will wait until tomorrow.</source>
        <translation>
            <numerusform>還有 %n 張到期的卡片，留到明天複習。</numerusform>
        </translation>
    </message>
    <message>
        <source>No more cards for today.</source>
        <translation>今天沒有其他卡片了。</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 張新卡片</numerusform>
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
        <source>StudyApp is already running with this data folder.</source>
        <translation>StudyApp 已在執行中，正在使用這個資料目錄。</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Add a language…</source>
        <translation>新增語言…</translation>
    </message>
    <message>
        <source>Hide why, section, evidence</source>
        <translation>隱藏理由、章節、確定程度</translation>
    </message>
    <message>
        <source>Why, section, evidence…</source>
        <translation>理由、章節、確定程度…</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未註明</translation>
    </message>
</context>
<context>
    <name>DistributionPlots</name>
    <message>
        <source>No cards in review yet.</source>
        <translation>還沒有進入複習的卡片。</translation>
    </message>
    <message>
        <source>Half of the intervals are {median} or longer; the longest is {longest}.</source>
        <translation>半數間隔在 {median}以上；最長為 {longest}。</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>No cards studied yet.</source>
        <translation>還沒有學過的卡片。</translation>
    </message>
    <message>
        <source>Nine tenths of the cards fall to 90% in less than a day.</source>
        <translation>九成卡片不到一天就降到 90%。</translation>
    </message>
    <message>
        <source>Half of the cards stay above 90% for {median} or longer, a tenth for less than {low}, a tenth for more than {high}.</source>
        <translation>半數卡片能在 {median}以上保持高於 90%；一成不到 {low}，一成超過 {high}。</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>穩固期</translation>
    </message>
    <message>
        <source>The median difficulty is {median}; a tenth of the cards are above {high}.</source>
        <translation>難度中位數為 {median}；一成卡片高於 {high}。</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>難度</translation>
    </message>
    <message>
        <source>Retrievability</source>
        <translation>留存機率</translation>
    </message>
    <message>
        <source>under a day</source>
        <translation>不到一天</translation>
    </message>
    <message>
        <source>{low} days or more</source>
        <translation>{low} 天以上</translation>
    </message>
    <message>
        <source>{low} to {high} days</source>
        <translation>{low} 到 {high} 天</translation>
    </message>
    <message>
        <source>10% below {value}</source>
        <translation>10% 低於 {value}</translation>
    </message>
    <message>
        <source>90% below {value}</source>
        <translation>90% 低於 {value}</translation>
    </message>
    <message>
        <source>Median {value}</source>
        <translation>中位數 {value}</translation>
    </message>
    <message>
        <source>FSRS expects you to recall {mean} of all studied cards at this moment; a tenth of them are below {low}.</source>
        <translation>FSRS 預期你此刻記得所有學過卡片的 {mean}；其中一成低於 {low}。</translation>
    </message>
    <message>
        <source>This includes cards that are not due yet, so it is usually more than the true retention.</source>
        <translation>其中包括還沒到期的卡片，所以通常高於真實留存率。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天數</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
</context>
<context>
    <name>DraftWindow</name>
    <message>
        <source>No program opens this file. It can be read in any text editor: {path}</source>
        <translation>沒有程式能開啟這個檔案，可用任何文字編輯器閱讀：{path}</translation>
    </message>
</context>
<context>
    <name>DueDateDialog</name>
    <message>
        <source>Set due date</source>
        <translation>設定到期日</translation>
    </message>
    <message>
        <source>Days from today</source>
        <translation>幾天後到期</translation>
    </message>
    <message>
        <source>0 is today. A new card becomes a review card. You can undo this.</source>
        <translation>0 表示今天。新卡片會變成複習卡片。之後可以復原。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Due: {date}</source>
        <translation>到期日：{date}</translation>
    </message>
</context>
<context>
    <name>DueRangeDialog</name>
    <message>
        <source>Set due date</source>
        <translation>設定到期日</translation>
    </message>
    <message>
        <source>Days from today</source>
        <translation>幾天後到期</translation>
    </message>
    <message>
        <source>0 is today. A range such as 3-7 spreads the cards. You can undo this.</source>
        <translation>0 代表今天。輸入 3-7 這樣的範圍，可將卡片分散到這些天。可以復原。</translation>
    </message>
    <message>
        <source>Due: {date}</source>
        <translation>到期日：{date}</translation>
    </message>
</context>
<context>
    <name>DueReasonText</name>
    <message>
        <source>{number} days</source>
        <translation>{number} 天</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Find duplicates</source>
        <translation>尋找重複的筆記</translation>
    </message>
    <message>
        <source>Pairs of notes</source>
        <translation>成對的筆記</translation>
    </message>
    <message>
        <source>First note</source>
        <translation>第一則筆記</translation>
    </message>
    <message>
        <source>Second note</source>
        <translation>第二則筆記</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Similarity of the questions, at least</source>
        <translation>問題的相似度至少為</translation>
    </message>
    <message>
        <source>Comparing notes… Esc stops.</source>
        <translation>正在比較筆記⋯⋯按 Esc 停止。</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n most similar pair(s) are shown.</source>
        <translation>
            <numerusform>只顯示最相似的 %n 對。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of similar notes</source>
        <translation>
            <numerusform>%n 對相似的筆記</numerusform>
        </translation>
    </message>
    <message>
        <source>No similar notes</source>
        <translation>沒有相似的筆記</translation>
    </message>
</context>
<context>
    <name>EditorProblem</name>
    <message>
        <source>The deck has this already: {note}</source>
        <translation>牌組已有這個內容：{note}</translation>
    </message>
    <message>
        <source>Write something here.</source>
        <translation>請在這裡填寫內容。</translation>
    </message>
    <message>
        <source>Mark the correct option.</source>
        <translation>請標記正確的選項。</translation>
    </message>
    <message>
        <source>Write at least two options.</source>
        <translation>請至少填寫兩個選項。</translation>
    </message>
    <message>
        <source>Hide the whole text</source>
        <translation>遮住整段文字</translation>
    </message>
    <message>
        <source>Number the blanks from 1</source>
        <translation>填空從 1 開始編號</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Use for all languages</source>
        <translation>用於所有語言</translation>
    </message>
</context>
<context>
    <name>EditorView</name>
    <message>
        <source>This deck came with StudyApp. Saving makes a copy of it in your decks folder.</source>
        <translation>這是 StudyApp 隨附的牌組。儲存時會在你的牌組資料夾中建立副本。</translation>
    </message>
    <message>
        <source>How to write good cards</source>
        <translation>如何寫出好卡片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>牌組</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>排程</translation>
    </message>
</context>
<context>
    <name>EditorWindow</name>
    <message>
        <source>This is a copy. Keep one part here and add it. Then you edit the original note.</source>
        <translation>這是副本。請在這裡只保留一部分並新增，接著就能編輯原本的筆記。</translation>
    </message>
    <message>
        <source>The new note was added. Keep the other part in this one and save it.</source>
        <translation>已新增新的筆記。請在這則筆記只保留另一部分並儲存。</translation>
    </message>
    <message>
        <source>The note is no longer in its deck file.</source>
        <translation>這則筆記已不在牌組檔案中。</translation>
    </message>
    <message>
        <source>There is no deck yet.
Create a deck first, then add notes to it.</source>
        <translation>還沒有牌組。
請先建立牌組，再新增筆記。</translation>
    </message>
</context>
<context>
    <name>ExamCardsField</name>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>All decks</source>
        <translation>所有牌組</translation>
    </message>
    <message>
        <source>Selected decks</source>
        <translation>選取的牌組</translation>
    </message>
    <message>
        <source>Cards that match a search</source>
        <translation>符合搜尋的卡片</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Select at least one deck.</source>
        <translation>請至少選取一個牌組。</translation>
    </message>
</context>
<context>
    <name>ExamDialog</name>
    <message>
        <source>Add exam</source>
        <translation>新增考試</translation>
    </message>
    <message>
        <source>Edit exam</source>
        <translation>編輯考試</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Finding cards…</source>
        <translation>正在尋找卡片…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在儲存…</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Cards to recall on the day (%)</source>
        <translation>當天要記得的卡片（%）</translation>
    </message>
    <message>
        <source>Bring later cards forward</source>
        <translation>把考試後才到期的卡片提前複習</translation>
    </message>
    <message>
        <source>Cards due after the exam are shown once more before it if needed. You can undo this.</source>
        <translation>考試後才到期的卡片，如有需要會在考前再出現一次。可以復原。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>ExamEntry</name>
    <message numerus="yes">
        <source>%n card(s) due after the exam will be below the target on the day.</source>
        <translation>
            <numerusform>有 %n 張卡片在考試後才到期，當天會低於目標。</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編輯…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message numerus="yes">
        <source>Bring %n card(s) forward</source>
        <translation>
            <numerusform>提前 %n 張卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Deck options…</source>
        <translation>牌組選項…</translation>
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
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 則筆記</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one deck.</source>
        <translation>請至少選擇一個牌組。</translation>
    </message>
    <message>
        <source>Enter a file name.</source>
        <translation>請輸入檔案名稱。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Can&apos;t write {file}: {reason}. Choose another location.</source>
        <translation>無法寫入 {file}：{reason}。請選擇其他位置。</translation>
    </message>
    <message>
        <source>Export failed: something went wrong in StudyApp. Nothing was written.</source>
        <translation>匯出失敗：StudyApp 發生錯誤。未寫入任何內容。</translation>
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
        <source>{notes} from {decks}</source>
        <translation>{decks}中的 {notes}</translation>
    </message>
    <message numerus="yes">
        <source>%n deck(s)</source>
        <translation>
            <numerusform>%n 個牌組</numerusform>
        </translation>
    </message>
    <message>
        <source>Decks to export</source>
        <translation>要匯出的牌組</translation>
    </message>
    <message>
        <source>Card languages</source>
        <translation>卡片語言</translation>
    </message>
    <message>
        <source>Include my progress (reviews and scheduling)</source>
        <translation>包含我的進度（複習記錄與排程）</translation>
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
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Preview changes…</source>
        <translation>預覽變更…</translation>
    </message>
    <message>
        <source>Sync with Anki…</source>
        <translation>與 Anki 同步…</translation>
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
        <source>Preview changes</source>
        <translation>預覽變更</translation>
    </message>
    <message>
        <source>Anki collection</source>
        <translation>Anki 集合</translation>
    </message>
    <message>
        <source>Anki profile {name}</source>
        <translation>Anki 設定檔 {name}</translation>
    </message>
    <message>
        <source>No collection (compare with last export)</source>
        <translation>沒有集合（與上次匯出比較）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Note type “{name}” was changed in Anki. Importing adds a second copy of it.</source>
        <translation>筆記類型「{name}」在 Anki 改過，匯入時會多出一份。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) already in Anki keep their progress.</source>
        <translation>
            <numerusform>已在 Anki 的 %n 張卡片保留原來的進度。</numerusform>
        </translation>
    </message>
    <message>
        <source>Can&apos;t read this Anki collection: {reason}</source>
        <translation>無法讀取這個 Anki 集合：{reason}</translation>
    </message>
</context>
<context>
    <name>ExportReportText</name>
    <message>
        <source>Exported {notes} ({cards}) to:</source>
        <translation>已將 {notes}（{cards}）匯出到：</translation>
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
    <message numerus="yes">
        <source>%n cell(s) got an apostrophe in front, because a spreadsheet would execute the text as a formula.</source>
        <translation>
            <numerusform>已在 %n 個儲存格前加上單引號，因為試算表軟體會將其文字當成公式執行。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} of note {note} was not exported: it is missing, too large or outside the deck&apos;s folder.</source>
        <translation>筆記 {note} 的 {name} 未匯出：找不到檔案、檔案太大，或不在牌組資料夾中。</translation>
    </message>
    <message>
        <source>Card {card} was not exported: Anki doesn&apos;t support its blank number.</source>
        <translation>卡片 {card} 未匯出：Anki 不支援它的空格編號。</translation>
    </message>
    <message>
        <source>Importing this file replaces your whole Anki collection. Everything currently in it is deleted.</source>
        <translation>在 Anki 匯入這個檔案會取代整個集合，原有的內容會全部刪除。</translation>
    </message>
    <message>
        <source>In Anki, choose File › Import, select this file, and turn on “Import any learning progress” and “Import any deck presets”. Cards already in Anki keep their progress.</source>
        <translation>請在 Anki 選擇「檔案 › 匯入」，再選取這個檔案，並勾選「匯入學習進度（如果存在）」與「匯入牌組預設組（如果存在）」。已在 Anki 的卡片保留原來的進度。</translation>
    </message>
    <message>
        <source>In Anki, choose File › Import and select this file. If you import a newer export later, your notes are updated and your progress is kept.</source>
        <translation>請在 Anki 選擇「檔案 › 匯入」，再選取這個檔案。日後匯入較新的匯出檔，會更新筆記並保留學習進度。</translation>
    </message>
</context>
<context>
    <name>FilterTree</name>
    <message>
        <source>Filters</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Enter searches, {key} narrows the search</source>
        <translation>按 Enter 搜尋，按 {key} 縮小搜尋範圍</translation>
    </message>
    <message>
        <source>Decks</source>
        <translation>牌組</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已儲存的搜尋</translation>
    </message>
    <message>
        <source>States</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
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
        <source>Suspended</source>
        <translation>已擱置</translation>
    </message>
    <message>
        <source>Buried</source>
        <translation>已推遲</translation>
    </message>
    <message>
        <source>Leeches</source>
        <translation>低效卡</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Narrow the search</source>
        <translation>縮小搜尋範圍</translation>
    </message>
    <message>
        <source>Delete the saved search</source>
        <translation>刪除已儲存的搜尋</translation>
    </message>
</context>
<context>
    <name>FindReplaceDialog</name>
    <message>
        <source>Find and replace</source>
        <translation>尋找與取代</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>所有欄位</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>取代為</translation>
    </message>
    <message>
        <source>In</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>區分大小寫</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表示式</translation>
    </message>
    <message>
        <source>Selected notes only</source>
        <translation>只在選取的筆記中</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>顯示變更</translation>
    </message>
    <message numerus="yes">
        <source>In %n selected note(s)</source>
        <translation>
            <numerusform>在選取的 %n 則筆記中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n found note(s)</source>
        <translation>
            <numerusform>在找到的 %n 則筆記中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 處變更</numerusform>
        </translation>
    </message>
    <message>
        <source>{changes} in {notes}</source>
        <translation>{changes}，共 {notes}</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <comment>in notes</comment>
        <translation>
            <numerusform>%n 則筆記</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to change.</source>
        <translation>沒有需要變更的內容。</translation>
    </message>
    <message>
        <source>These fields would become empty and are left as they are: {fields}</source>
        <translation>以下欄位會變成空白，因此保持不變：{fields}</translation>
    </message>
    <message numerus="yes">
        <source>Make %n change(s)</source>
        <translation>
            <numerusform>套用 %n 處變更</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
</context>
<context>
    <name>FinishedPanel</name>
    <message>
        <source>Back to decks</source>
        <translation>返回牌組</translation>
    </message>
    <message>
        <source>Custom study…</source>
        <translation>自訂學習…</translation>
    </message>
    <message>
        <source>Undo last rating: {key}</source>
        <translation>按 {key} 可復原上次評等。</translation>
    </message>
    <message>
        <source>Nothing scheduled.</source>
        <translation>沒有排定的卡片。</translation>
    </message>
    <message numerus="yes">
        <source>Next cards in %n day(s).</source>
        <translation>
            <numerusform>下一批卡片在 %n 天後。</numerusform>
        </translation>
    </message>
    <message>
        <source>{confidence}: {correct} of {total} correct</source>
        <translation>{confidence}：{total} 次答對 {correct} 次</translation>
    </message>
    <message numerus="yes">
        <source>Today&apos;s minutes are over. %n due card(s) will wait until tomorrow.</source>
        <translation>
            <numerusform>今天的學習時間用完了。還有 %n 張到期的卡片，留到明天複習。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %n more</source>
        <translation>
            <numerusform>再複習 %n 張</numerusform>
        </translation>
    </message>
    <message>
        <source>Done for now</source>
        <translation>目前的學習已完成</translation>
    </message>
    <message>
        <source>Nothing to study right now</source>
        <translation>目前沒有要學習的卡片</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>複習 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Study {count} more</source>
        <translation>再學 {count} 張</translation>
    </message>
    <message numerus="yes">
        <source>Practice %n “Sure” mistake(s)</source>
        <translation>
            <numerusform>練習有把握卻答錯的 %n 張</numerusform>
        </translation>
    </message>
    <message>
        <source>Next cards tomorrow.</source>
        <translation>下一批卡片在明天。</translation>
    </message>
    <message>
        <source>{percent}% correct</source>
        <translation>答對 {percent}%</translation>
    </message>
    <message>
        <source>Next card at {time}.</source>
        <translation>下一張卡片在 {time}。</translation>
    </message>
</context>
<context>
    <name>ForecastChart</name>
    <message>
        <source>Cards in the next few days</source>
        <translation>未來幾天的卡片</translation>
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
    <name>ForgettingCurvePlot</name>
    <message>
        <source>Forgetting curve</source>
        <translation>遺忘曲線</translation>
    </message>
    <message>
        <source>{share} today</source>
        <translation>今天 {share}</translation>
    </message>
    <message>
        <source>{share} after {time}</source>
        <translation>{time}後 {share}</translation>
    </message>
    <message>
        <source>Probability of recall: {figures}</source>
        <translation>想起的機率：{figures}</translation>
    </message>
    <message>
        <source>Last review</source>
        <translation>上次複習</translation>
    </message>
</context>
<context>
    <name>ForgottenCardLinks</name>
    <message>
        <source>Forgotten card:</source>
        <translation>忘記的卡片：</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>為什麼</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Prerequisites</source>
        <translation>先備卡片</translation>
    </message>
    <message>
        <source>{link} ({key})</source>
        <translation>{link}（{key}）</translation>
    </message>
</context>
<context>
    <name>ForgottenPanel</name>
    <message>
        <source>Most often forgotten</source>
        <translation>最常忘記</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>載入中…</translation>
    </message>
    <message>
        <source>Show table</source>
        <translation>顯示表格</translation>
    </message>
    <message>
        <source>No card was forgotten three times or more.</source>
        <translation>沒有忘記三次以上的卡片。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) forgotten three times or more.</source>
        <translation>
            <numerusform>%n 張卡片忘記三次以上。</numerusform>
        </translation>
    </message>
    <message>
        <source>None more often than FSRS can explain.</source>
        <translation>沒有一張超出 FSRS 能解釋的次數。</translation>
    </message>
    <message numerus="yes">
        <source>%n leech(es), forgotten far more often than FSRS predicted: fewer than one card in {odds} would have so many lapses by chance. Reword or split such cards, or add a hint.</source>
        <translation>
            <numerusform>%n 張低效卡，遺忘次數遠多於 FSRS 的預測：{odds} 張卡片中，因巧合而遺忘這麼多次的不到一張。請改寫或拆分這些卡片，或加上提示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再顯示 %n 張</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Edit: {question}</source>
        <translation>編輯：{question}</translation>
    </message>
    <message>
        <source>Similar cards…</source>
        <translation>相似的卡片…</translation>
    </message>
    <message>
        <source>Similar cards: {question}</source>
        <translation>相似的卡片：{question}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lapse(s)</source>
        <translation>
            <numerusform>忘記 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>{lapses}, about {number} expected</source>
        <translation>{lapses}，預期約 {number}</translation>
    </message>
    <message>
        <source>⚠ Leech · {lapses}</source>
        <translation>⚠ 低效卡 · {lapses}</translation>
    </message>
    <message>
        <source>Chance of so many lapses: {percent}</source>
        <translation>忘記這麼多次的機率：{percent}</translation>
    </message>
</context>
<context>
    <name>ForgottenTable</name>
    <message>
        <source>Most often forgotten</source>
        <translation>最常忘記</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation>遺忘次數</translation>
    </message>
    <message>
        <source>Expected lapses</source>
        <translation>預期遺忘次數</translation>
    </message>
    <message>
        <source>Probability of so many</source>
        <translation>忘記這麼多次的機率</translation>
    </message>
    <message>
        <source>Leech</source>
        <translation>低效卡</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
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
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>under {number}%</source>
        <translation>低於 {number}%</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>{time}後</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a date with the name of the month</comment>
        <translation>yyyy 年 M 月 d 日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a date with the short name of the month</comment>
        <translation>yyyy/M/d</translation>
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
        <source>Guess</source>
        <translation>猜測</translation>
    </message>
    <message>
        <source>Front {front}, back {behind}</source>
        <translation>正面 {front}，背面 {behind}</translation>
    </message>
    <message>
        <source>Red flag</source>
        <translation>紅色旗標</translation>
    </message>
    <message>
        <source>Orange flag</source>
        <translation>橙色旗標</translation>
    </message>
    <message>
        <source>Green flag</source>
        <translation>綠色旗標</translation>
    </message>
    <message>
        <source>Blue flag</source>
        <translation>藍色旗標</translation>
    </message>
    <message>
        <source>Pink flag</source>
        <translation>粉紅色旗標</translation>
    </message>
    <message>
        <source>Turquoise flag</source>
        <translation>青綠色旗標</translation>
    </message>
    <message>
        <source>Purple flag</source>
        <translation>紫色旗標</translation>
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
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>{line}: {note}</source>
        <translation>{line}：{note}</translation>
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
        <source>Suspend</source>
        <translation>擱置</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Bury until tomorrow</source>
        <translation>推遲到明天</translation>
    </message>
    <message>
        <source>Reset card</source>
        <translation>重設卡片</translation>
    </message>
    <message>
        <source>Set due date</source>
        <translation>設定到期日</translation>
    </message>
    <message>
        <source>Correct times</source>
        <translation>更正時間</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Remove flag</source>
        <translation>移除旗標</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Predicted recall</source>
        <translation>預測留存機率</translation>
    </message>
    <message>
        <source>Next interval</source>
        <translation>下次間隔</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>穩固期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>{number} days</source>
        <translation>{number} 天</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
</context>
<context>
    <name>HtmlPage</name>
    <message>
        <source>Statistics of {date}</source>
        <translation>{date}的統計</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Most often forgotten</source>
        <translation>最常忘記</translation>
    </message>
    <message>
        <source>No card was forgotten three times or more.</source>
        <translation>沒有忘記三次以上的卡片。</translation>
    </message>
</context>
<context>
    <name>ImportConflictsDialog</name>
    <message numerus="yes">
        <source>%n note(s) changed here and in Anki</source>
        <translation>
            <numerusform>%n 則筆記在這裡和 Anki 都改過</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep all mine</source>
        <translation>全部用我的</translation>
    </message>
    <message>
        <source>Use all from Anki</source>
        <translation>全部用 Anki 的</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍後決定</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>Choose which version to keep. Notes without a choice stay unchanged, and the next import asks again.</source>
        <translation>請選擇要保留的版本。未選擇的筆記維持原狀，下次匯入時會再詢問。</translation>
    </message>
    <message>
        <source>Version in StudyApp</source>
        <translation>StudyApp 中的版本</translation>
    </message>
    <message>
        <source>Version in Anki</source>
        <translation>Anki 中的版本</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已決定</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>未決定</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Not fully imported</source>
        <translation>未完整匯入的內容</translation>
    </message>
    <message>
        <source>Choose versions…</source>
        <translation>選擇版本…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. Decks already written are kept. No reviews were added.</source>
        <translation>已停止。已寫入的牌組會保留，未加入複習記錄。</translation>
    </message>
    <message numerus="yes">
        <source>Choice saved for %n note(s)</source>
        <translation>
            <numerusform>已儲存 %n 則筆記的選擇</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，未做任何變更。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added</source>
        <translation>
            <numerusform>已加入 %n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already present</source>
        <translation>
            <numerusform>原本已有 %n 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) added</source>
        <translation>
            <numerusform>已加入 %n 筆複習記錄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated from Anki</source>
        <translation>
            <numerusform>%n 則依 Anki 更新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged</source>
        <translation>
            <numerusform>%n 則合併</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed only here</source>
        <translation>
            <numerusform>%n 則只在這裡改過</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed here and in Anki</source>
        <translation>
            <numerusform>%n 則在這裡和 Anki 都改過</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n 則未變更</numerusform>
        </translation>
    </message>
    <message>
        <source>Decks are saved as text files in your decks folder. You can edit them.</source>
        <translation>牌組以文字檔存放在你的牌組資料夾，可以自行編輯。</translation>
    </message>
    <message>
        <source>FSRS now uses the parameters of your preset “{name}”, for all decks.</source>
        <translation>FSRS 現在對所有牌組使用預設組「{name}」的參數。</translation>
    </message>
    <message>
        <source>Can&apos;t read {file}: {reason}.</source>
        <translation>無法讀取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Import failed: something went wrong in StudyApp. No reviews were added.</source>
        <translation>匯入失敗：StudyApp 發生錯誤。未加入複習記錄。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Show decks</source>
        <translation>顯示牌組</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>新增筆記</translation>
    </message>
    <message>
        <source>Study now</source>
        <translation>開始學習</translation>
    </message>
    <message>
        <source>Browse and search cards</source>
        <translation>瀏覽並搜尋卡片</translation>
    </message>
    <message>
        <source>Show map</source>
        <translation>顯示地圖</translation>
    </message>
    <message>
        <source>Show statistics</source>
        <translation>顯示統計</translation>
    </message>
    <message>
        <source>Custom study</source>
        <translation>自訂學習</translation>
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
        <source>Deck options (selected deck, or all decks)</source>
        <translation>所選牌組的選項（未選取時為所有牌組）</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Switch card languages</source>
        <translation>切換卡片語言</translation>
    </message>
    <message>
        <source>Show or hide keyboard shortcuts</source>
        <translation>顯示或隱藏快速鍵</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Show answer, then rate Good</source>
        <translation>顯示答案，再按一次評為「良好」</translation>
    </message>
    <message>
        <source>Again (before the answer: choose option A)</source>
        <translation>重來（顯示答案前：選擇選項 A）</translation>
    </message>
    <message>
        <source>Hard (before the answer: choose option B)</source>
        <translation>困難（顯示答案前：選擇選項 B）</translation>
    </message>
    <message>
        <source>Good (before the answer: choose option C)</source>
        <translation>良好（顯示答案前：選擇選項 C）</translation>
    </message>
    <message>
        <source>Easy (before the answer: choose option D)</source>
        <translation>簡單（顯示答案前：選擇選項 D）</translation>
    </message>
    <message>
        <source>Show answer (confidence: sure)</source>
        <translation>顯示答案，自評「有把握」</translation>
    </message>
    <message>
        <source>Show answer (confidence: unsure)</source>
        <translation>顯示答案，自評「不確定」</translation>
    </message>
    <message>
        <source>Show answer (confidence: guess)</source>
        <translation>顯示答案，自評「猜測」</translation>
    </message>
    <message>
        <source>Bury card until tomorrow</source>
        <translation>推遲卡片到明天</translation>
    </message>
    <message>
        <source>Bury note until tomorrow</source>
        <translation>推遲筆記到明天</translation>
    </message>
    <message>
        <source>Suspend card</source>
        <translation>擱置卡片</translation>
    </message>
    <message>
        <source>Suspend note</source>
        <translation>擱置筆記</translation>
    </message>
    <message>
        <source>Red flag (toggle)</source>
        <translation>紅色旗標（切換）</translation>
    </message>
    <message>
        <source>Orange flag (toggle)</source>
        <translation>橙色旗標（切換）</translation>
    </message>
    <message>
        <source>Green flag (toggle)</source>
        <translation>綠色旗標（切換）</translation>
    </message>
    <message>
        <source>Blue flag (toggle)</source>
        <translation>藍色旗標（切換）</translation>
    </message>
    <message>
        <source>Review a forgotten card&apos;s prerequisites first</source>
        <translation>忘記卡片後，先複習其先備卡片</translation>
    </message>
    <message>
        <source>Show a forgotten card&apos;s answer and why</source>
        <translation>顯示忘記的卡片的答案與說明</translation>
    </message>
    <message>
        <source>Show source (forgotten card or answer)</source>
        <translation>顯示來源（忘記的卡片或目前答案）</translation>
    </message>
    <message>
        <source>Replay sounds</source>
        <translation>重播聲音</translation>
    </message>
    <message>
        <source>Replay the question&apos;s sounds</source>
        <translation>重播問題的聲音</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗讀</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>編輯筆記</translation>
    </message>
    <message>
        <source>Card info</source>
        <translation>卡片資訊</translation>
    </message>
    <message>
        <source>Set due date…</source>
        <translation>設定到期日…</translation>
    </message>
    <message>
        <source>Reset card</source>
        <translation>重設卡片</translation>
    </message>
    <message>
        <source>Back to decks</source>
        <translation>返回牌組</translation>
    </message>
    <message>
        <source>Duplicate note</source>
        <translation>建立筆記副本</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>加入標籤…</translation>
    </message>
    <message>
        <source>Remove tags…</source>
        <translation>移除標籤…</translation>
    </message>
    <message>
        <source>Move to another deck…</source>
        <translation>移至其他牌組…</translation>
    </message>
    <message>
        <source>Delete notes</source>
        <translation>刪除筆記</translation>
    </message>
    <message>
        <source>Suspend (toggle)</source>
        <translation>擱置（切換）</translation>
    </message>
    <message>
        <source>Bury (toggle)</source>
        <translation>推遲（切換）</translation>
    </message>
    <message>
        <source>Reset cards</source>
        <translation>重設卡片</translation>
    </message>
    <message>
        <source>Practice these cards</source>
        <translation>練習這些卡片</translation>
    </message>
    <message>
        <source>Export these notes…</source>
        <translation>匯出這些筆記…</translation>
    </message>
    <message>
        <source>Similar cards…</source>
        <translation>相似的卡片…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>儲存這次搜尋…</translation>
    </message>
    <message>
        <source>Find and replace…</source>
        <translation>尋找與取代⋯</translation>
    </message>
    <message>
        <source>Find duplicates…</source>
        <translation>尋找重複的筆記⋯</translation>
    </message>
    <message>
        <source>Show cards or notes</source>
        <translation>切換顯示卡片或筆記</translation>
    </message>
    <message>
        <source>Show or hide filters</source>
        <translation>顯示或隱藏篩選</translation>
    </message>
    <message>
        <source>Show or hide preview</source>
        <translation>顯示或隱藏預覽</translation>
    </message>
    <message>
        <source>Menu: sort, columns, bin…</source>
        <translation>選單：排序、欄位、資源回收桶⋯</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>儲存筆記</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗體</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜體</translation>
    </message>
    <message>
        <source>Blank with the next number</source>
        <translation>下一個編號的填空</translation>
    </message>
    <message>
        <source>Blank with the same number</source>
        <translation>相同編號的填空</translation>
    </message>
    <message>
        <source>Bullet list</source>
        <translation>項目符號清單</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>編號清單</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>程式碼</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>連結</translation>
    </message>
    <message>
        <source>Insert picture or sound…</source>
        <translation>插入圖片或聲音…</translation>
    </message>
    <message>
        <source>Paste without formatting</source>
        <translation>貼上純文字</translation>
    </message>
    <message>
        <source>Keep the field for the next note</source>
        <translation>為下一則筆記保留欄位</translation>
    </message>
    <message>
        <source>Languages of the field</source>
        <translation>欄位的語言</translation>
    </message>
    <message>
        <source>Show or hide these shortcuts</source>
        <translation>顯示或隱藏這些快速鍵</translation>
    </message>
    <message>
        <source>Close the editor</source>
        <translation>關閉編輯器</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>All languages</source>
        <translation>所有語言</translation>
    </message>
</context>
<context>
    <name>LeechButtons</name>
    <message>
        <source>Edit note</source>
        <translation>編輯筆記</translation>
    </message>
    <message>
        <source>Split note…</source>
        <translation>拆分筆記…</translation>
    </message>
    <message>
        <source>Similar cards…</source>
        <translation>相似的卡片…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比較…</translation>
    </message>
</context>
<context>
    <name>LegendView</name>
    <message>
        <source>Legend</source>
        <translation>圖例</translation>
    </message>
    <message>
        <source>The share of its studied cards that you would recall on that day</source>
        <translation>那一天你能記得的已學卡片比例</translation>
    </message>
</context>
<context>
    <name>Loss</name>
    <message>
        <source>Notes of type “{name}” were skipped: no template produces a card from them.</source>
        <translation>已略過「{name}」類型的筆記：沒有模板能由它們產生卡片。</translation>
    </message>
    <message>
        <source>The row was skipped: its question is empty.</source>
        <translation>已略過這列：問題是空的。</translation>
    </message>
    <message>
        <source>The row was skipped: its question has no valid blank such as {{{{c1::text}}}}.</source>
        <translation>已略過這列：問題中沒有有效的空格，例如 {{{{c1::文字}}}}。</translation>
    </message>
    <message>
        <source>The line was skipped as a comment, because it starts with #. If it is a row, put quotes around its first cell.</source>
        <translation>已將這行當作註解略過，因為它以 # 開頭。如果它是資料列，請用引號括住第一個儲存格。</translation>
    </message>
    <message>
        <source>The note was added without an answer.</source>
        <translation>筆記已加入，但沒有答案。</translation>
    </message>
    <message>
        <source>The column “{name}” was not imported.</source>
        <translation>未匯入欄位「{name}」。</translation>
    </message>
    <message>
        <source>The row has more cells than there are column names. They were added as another field. If a cell contains the separator, put quotes around it.</source>
        <translation>這列的儲存格比欄名多，多出的已加入另一個欄位。如果儲存格含有分隔符號，請用引號括住儲存格。</translation>
    </message>
    <message>
        <source>Settings of Anki add-ons in “{name}” are not kept.</source>
        <translation>「{name}」中 Anki 附加元件的設定沒有保留。</translation>
    </message>
    <message>
        <source>All media files were skipped: the package&apos;s list of them is damaged ({name}).</source>
        <translation>已略過所有媒體檔案：匯入的檔案中的媒體清單已損毀（{name}）。</translation>
    </message>
    <message>
        <source>Number of media files that are listed but missing from the package: {name}.</source>
        <translation>媒體清單列出，但匯入的檔案中缺少的媒體檔案數：{name}。</translation>
    </message>
    <message>
        <source>The text was skipped: it is neither a question nor an answer.</source>
        <translation>已略過這段文字：它不是問題也不是答案。</translation>
    </message>
    <message>
        <source>The question was skipped: it has no answer.</source>
        <translation>已略過這個問題：沒有答案。</translation>
    </message>
    <message>
        <source>The value “{name}” is unknown and was not imported.</source>
        <translation>未匯入值「{name}」：無法辨識。</translation>
    </message>
    <message>
        <source>The note was skipped: the value “{name}” is unknown.</source>
        <translation>已略過這則筆記：無法辨識值「{name}」。</translation>
    </message>
    <message>
        <source>Notes of type “{name}” were written as plain text, with one question for each card.</source>
        <translation>筆記類型「{name}」的筆記已寫成純文字，每張卡片一個問題。</translation>
    </message>
    <message>
        <source>The width of picture {name} was not kept.</source>
        <translation>未保留圖片 {name} 的寬度。</translation>
    </message>
    <message>
        <source>HTML tags are shown as text.</source>
        <translation>HTML 標籤會顯示為文字。</translation>
    </message>
    <message>
        <source>Field “{name}” was added to the note type in Anki. Its text is kept only in Anki.</source>
        <translation>筆記類型在 Anki 中新增了欄位「{name}」，其文字只保留在 Anki。</translation>
    </message>
    <message>
        <source>The row was skipped: an earlier row has the same identifier.</source>
        <translation>已略過這列：前面已有一列使用相同的識別碼。</translation>
    </message>
    <message>
        <source>The file header “{name}” was ignored: its value is not valid.</source>
        <translation>已忽略檔頭「{name}」：它的值無效。</translation>
    </message>
    <message>
        <source>Formulas that can&apos;t be typeset and text-to-speech tags of unknown form are kept but shown as source.</source>
        <translation>無法排版的公式與形式不明的文字轉語音標記都已保留，但以原始碼顯示。</translation>
    </message>
    <message>
        <source>Text to speech is kept, but StudyApp reads it aloud only on Linux.</source>
        <translation>文字轉語音會保留，但 StudyApp 只在 Linux 朗讀。</translation>
    </message>
    <message>
        <source>Kept, but not played by StudyApp: {name}</source>
        <translation>已保留，但 StudyApp 不會播放：{name}</translation>
    </message>
    <message>
        <source>Scripts in “{name}” are kept but only run in Anki, so its cards may show something else here.</source>
        <translation>「{name}」中的指令碼已保留，但只在 Anki 中執行，因此卡片在這裡顯示的內容可能不同。</translation>
    </message>
    <message>
        <source>Scripts in fields are kept but only run in Anki.</source>
        <translation>欄位中的指令碼已保留，但只在 Anki 中執行。</translation>
    </message>
    <message>
        <source>HTML elements {name} are kept but only shown in Anki.</source>
        <translation>HTML 元素 {name} 已保留，但只在 Anki 中顯示。</translation>
    </message>
    <message>
        <source>Pictures on the internet or within the text itself are kept but only shown in Anki.</source>
        <translation>網路上的圖片或直接寫在文字裡的圖片都已保留，但只在 Anki 中顯示。</translation>
    </message>
    <message>
        <source>Kept, but in a format that StudyApp can&apos;t show: {name}</source>
        <translation>已保留，但 StudyApp 無法顯示這種格式：{name}</translation>
    </message>
    <message>
        <source>Texts on image occlusions, and the rotation of masks, are kept but only shown in Anki.</source>
        <translation>圖片遮蔽上的文字與遮罩的旋轉角度都已保留，但只在 Anki 中顯示。</translation>
    </message>
    <message>
        <source>Styles of “{name}” that move, cover or hide parts of a card are kept but only used in Anki, so a card may show more here.</source>
        <translation>「{name}」中移動、遮住或隱藏卡片部分內容的樣式已保留，但只在 Anki 中使用，因此卡片在這裡可能顯示較多內容。</translation>
    </message>
    <message>
        <source>Texts that styles of “{name}” add to its cards are kept but only shown in Anki.</source>
        <translation>「{name}」的樣式在卡片上加入的文字已保留，但只在 Anki 中顯示。</translation>
    </message>
    <message>
        <source>Fonts or background pictures of “{name}” are kept but only used in Anki.</source>
        <translation>「{name}」的字型或背景圖片已保留，但只在 Anki 中使用。</translation>
    </message>
    <message>
        <source>Deck overrides of the card templates of “{name}” are not kept.</source>
        <translation>「{name}」的卡片模板所指定的牌組（Deck Override）不會保留。</translation>
    </message>
    <message>
        <source>Missing from the package: {name}</source>
        <translation>匯入的檔案中缺少：{name}</translation>
    </message>
    <message>
        <source>Skipped, because damaged or too large: {name}</source>
        <translation>已略過，因為已損毀或太大：{name}</translation>
    </message>
    <message>
        <source>File {name} was not imported: it is not in the folder of the imported file or in a subfolder.</source>
        <translation>未匯入檔案 {name}：它不在所匯入檔案的資料夾或其子資料夾中。</translation>
    </message>
    <message>
        <source>The note already exists with different text or tags. The note in your deck file was kept.</source>
        <translation>這則筆記已存在，但文字或標籤不同。已保留牌組檔案中的筆記。</translation>
    </message>
    <message>
        <source>The row was skipped: its deck or note ID is missing.</source>
        <translation>已略過這列：缺少牌組或筆記的 ID。</translation>
    </message>
    <message>
        <source>The file doesn&apos;t contain the Anki note type “{name}” of the note.</source>
        <translation>檔案不包含這則筆記的 Anki 筆記類型「{name}」。</translation>
    </message>
    <message>
        <source>The file contains only the texts in the selected languages, and doesn&apos;t say which language a text is in.</source>
        <translation>檔案只包含所選語言的文字，且不標明各段文字的語言。</translation>
    </message>
    <message>
        <source>The file doesn&apos;t contain {name}. Keep {name} in the same folder as the file.</source>
        <translation>檔案不包含 {name}。請將 {name} 與檔案放在同一個資料夾。</translation>
    </message>
    <message>
        <source>Review dates from Obsidian were skipped.</source>
        <translation>已略過 Obsidian 的複習日期。</translation>
    </message>
    <message>
        <source>Field “{name}” was changed in Anki in a way that StudyApp can&apos;t store. The text in StudyApp was kept.</source>
        <translation>欄位「{name}」在 Anki 中的變更無法存入 StudyApp，因此保留 StudyApp 中的文字。</translation>
    </message>
    <message>
        <source>Note type “{name}” was changed in Anki. Notes already in StudyApp keep the previous version.</source>
        <translation>筆記類型「{name}」在 Anki 中改過。StudyApp 中原有的筆記仍使用先前的版本。</translation>
    </message>
    <message>
        <source>A field was emptied in Anki, so the note has no cards there. The text in StudyApp was kept.</source>
        <translation>有欄位在 Anki 中被清空，因此這則筆記在那裡已沒有卡片。已保留 StudyApp 中的文字。</translation>
    </message>
    <message>
        <source>The change made in Anki was not saved: {name}</source>
        <translation>未儲存在 Anki 中所做的變更：{name}</translation>
    </message>
    <message>
        <source>Several notes in Anki have the same identifier, so their changes were not taken over. Delete and add again all but one of them in Anki.</source>
        <translation>Anki 中有多則筆記的識別碼相同，因此未套用它們的變更。請在 Anki 中只留下一則筆記，將其餘的刪除後重新新增。</translation>
    </message>
    <message>
        <source>The note is no longer in the Anki collection. It is kept in StudyApp; delete it if you don&apos;t need it.</source>
        <translation>Anki 的集合中已沒有這則筆記。StudyApp 仍保留它；不需要的話請自行刪除。</translation>
    </message>
    <message>
        <source>The note is no longer in its deck here. Importing the file in Anki doesn&apos;t delete it there; delete it in Anki if you don&apos;t need it.</source>
        <translation>這則筆記已不在這裡的牌組中。在 Anki 匯入檔案時不會刪除它；不需要的話，請在 Anki 中自行刪除。</translation>
    </message>
    <message>
        <source>The note is no longer in its deck here. Importing the file in Anki doesn&apos;t delete it there; delete it in Anki if you don&apos;t need it. Anki&apos;s browser finds these notes with this search: {name}</source>
        <translation>這則筆記已不在這裡的牌組中。在 Anki 匯入檔案時不會刪除它；不需要的話，請在 Anki 中自行刪除。在 Anki 的瀏覽器中，可用此搜尋找到這些筆記：{name}</translation>
    </message>
    <message>
        <source>The note was not added: it was retired here, so its deck no longer has it. Anki keeps it with its reviews; delete it there if you don&apos;t need it.</source>
        <translation>未加入這則筆記：這裡已不再使用它，牌組中也已沒有它。Anki 會保留它及其複習記錄；不需要的話，請在 Anki 中刪除。</translation>
    </message>
    <message>
        <source>The note was changed here and in Anki ({name}), and was left unchanged. Import again to choose a version.</source>
        <translation>這則筆記在這裡和 Anki 都改過（{name}），因此維持原狀。請再匯入一次，選擇要保留的版本。</translation>
    </message>
    <message>
        <source>The diagram was skipped: its deck file is not in StudyApp. Add the deck file first, then import again.</source>
        <translation>已略過示意圖：StudyApp 沒有它的牌組檔案。請先加入牌組檔案，再匯入一次。</translation>
    </message>
    <message>
        <source>Cards of one note were in several decks. Here, all of them are in “{name}”.</source>
        <translation>同一則筆記的卡片原本分散在多個牌組；在這裡全部放在「{name}」。</translation>
    </message>
    <message>
        <source>One of the note&apos;s cards in Anki has no match in StudyApp, probably because it is empty in Anki.</source>
        <translation>這則筆記在 Anki 的一張卡片在 StudyApp 沒有對應的卡片，可能是因為它在 Anki 是空的。</translation>
    </message>
    <message>
        <source>A field is too long or nested too deeply to be shown as in Anki. The card shows its text, and nothing is lost.</source>
        <translation>欄位太長或層次太深，無法像在 Anki 那樣顯示。卡片會顯示文字，內容不會遺失。</translation>
    </message>
    <message>
        <source>A card that its note doesn&apos;t ask here (in Anki, an empty card) was skipped with its reviews.</source>
        <translation>有張卡片在這裡不會出題（在 Anki 中是空白卡片），已連同複習記錄略過。</translation>
    </message>
    <message>
        <source>An option of preset “{name}” was skipped: it is outside the range StudyApp allows.</source>
        <translation>已略過預設組「{name}」的一個選項：超出 StudyApp 允許的範圍。</translation>
    </message>
    <message>
        <source>StudyApp doesn&apos;t have the review order of preset “{name}”. Its own order is used.</source>
        <translation>StudyApp 沒有預設組「{name}」的複習順序，改用自己的順序。</translation>
    </message>
    <message>
        <source>The maximum interval of preset “{name}” is not used.</source>
        <translation>不使用預設組「{name}」的最長間隔。</translation>
    </message>
    <message>
        <source>Filtered decks were not added; their cards are in the decks that they come from: {name}</source>
        <translation>未加入篩選牌組，其中的卡片在原本所屬的牌組裡：{name}</translation>
    </message>
    <message>
        <source>Decks without cards were not added: {name}</source>
        <translation>未加入沒有卡片的牌組：{name}</translation>
    </message>
    <message>
        <source>Descriptions of decks were not kept: {name}</source>
        <translation>沒有保留牌組的說明：{name}</translation>
    </message>
    <message>
        <source>The note was skipped: it contains characters that a deck file can&apos;t store.</source>
        <translation>已略過筆記：它含有牌組檔案無法儲存的字元。</translation>
    </message>
    <message>
        <source>Not added to {name}: `notes:` must be its last field, with a `- ` line for each note.</source>
        <translation>未加入 {name}：`notes:` 必須是檔案的最後一個欄位，且每則筆記各以 `- ` 開頭。</translation>
    </message>
    <message>
        <source>Reviews from filtered decks that didn&apos;t change the schedule were skipped.</source>
        <translation>已略過篩選牌組中未改變排程的複習記錄。</translation>
    </message>
    <message>
        <source>Invalid reviews were skipped.</source>
        <translation>已略過無效的複習記錄。</translation>
    </message>
    <message>
        <source>No review log: the due date is kept, and the memory state starts fresh.</source>
        <translation>沒有複習記錄：到期日不變，記憶狀態重新計算。</translation>
    </message>
    <message>
        <source>No review log: the learning step and its due time are kept, and the memory state starts fresh.</source>
        <translation>沒有複習記錄：學習階段與到期時間不變，記憶狀態重新計算。</translation>
    </message>
    <message>
        <source>FSRS parameters of preset “{name}” are not used: the same ones apply to all decks.</source>
        <translation>未使用預設組「{name}」的 FSRS 參數：所有牌組共用同一組參數。</translation>
    </message>
    <message>
        <source>Easy days of preset “{name}” are not used: all decks share them.</source>
        <translation>未使用預設組「{name}」的輕鬆日：所有牌組共用同一組輕鬆日。</translation>
    </message>
    <message>
        <source>Ease from Anki&apos;s SM-2 algorithm was skipped: FSRS doesn&apos;t use it.</source>
        <translation>已略過 Anki SM-2 演算法的輕鬆度：FSRS 不使用它。</translation>
    </message>
    <message>
        <source>Reviews dated in the future were left out. Correct the times on the decks page or with “studyapp doctor --correct-times”, then try again.</source>
        <translation>已略過日期在未來的複習記錄。請在牌組頁面或用「studyapp doctor --correct-times」更正時間，然後再試一次。</translation>
    </message>
</context>
<context>
    <name>MapHeader</name>
    <message>
        <source>Map</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>Find a concept</source>
        <translation>尋找概念</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全圖</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>圖例</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>顯示整張地圖</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Table and files</source>
        <translation>表格與檔案</translation>
    </message>
    <message>
        <source>Diagram: {title}</source>
        <translation>圖解：{title}</translation>
    </message>
    <message numerus="yes">
        <source>{title} and %n more deck(s)</source>
        <translation>
            <numerusform>{title}與另外 %n 個牌組</numerusform>
        </translation>
    </message>
    <message>
        <source>Show table</source>
        <translation>顯示表格</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>另存為 SVG…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存為 PNG…</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Loading…</source>
        <translation>載入中…</translation>
    </message>
    <message>
        <source>Updating statistics: {share}</source>
        <translation>正在更新統計：{share}</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 個，共 {count} 個</translation>
    </message>
    <message>
        <source>Save “{title}”</source>
        <translation>儲存「{title}」</translation>
    </message>
</context>
<context>
    <name>MapTexts</name>
    <message>
        <source>Known</source>
        <translation>記得</translation>
    </message>
    <message>
        <source>Fading</source>
        <translation>漸忘</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>已忘</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>No cards</source>
        <translation>沒有卡片</translation>
    </message>
    <message>
        <source>{level} · {count}</source>
        <comment>a level of memory and a number of concepts</comment>
        <translation>{level} · {count}</translation>
    </message>
    <message>
        <source>Known: {share} or more</source>
        <translation>記得：{share} 以上</translation>
    </message>
    <message>
        <source>Fading: {low} to {high}</source>
        <translation>漸忘：{low} 至 {high}</translation>
    </message>
    <message>
        <source>Forgotten: below {share}</source>
        <translation>已忘：低於 {share}</translation>
    </message>
    <message>
        <source>Arrow: from a prerequisite to what builds on it</source>
        <translation>箭頭：從先備概念指向後續概念</translation>
    </message>
    <message>
        <source>Arrow: from a box to what follows from it</source>
        <translation>箭頭：從方框指向後續的方框</translation>
    </message>
    <message>
        <source>Dashed: not certain</source>
        <translation>虛線：尚不確定</translation>
    </message>
    <message>
        <source>expected recall {share}</source>
        <translation>預期記得 {share}</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n 張卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studied</source>
        <translation>
            <numerusform>已學 %n 張</numerusform>
        </translation>
    </message>
    <message>
        <source>{label} ({level})</source>
        <comment>a concept and its level of memory</comment>
        <translation>{label}（{level}）</translation>
    </message>
    <message>
        <source>{count} {level}</source>
        <comment>a number of concepts and their level of memory</comment>
        <translation>{level} {count} 個</translation>
    </message>
    <message>
        <source>Not known: {concepts}.</source>
        <translation>尚未記得：{concepts}。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>Not studied yet: %n concept(s).</source>
        <translation>
            <numerusform>尚未學習：%n 個概念。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You know about {known} of %n concept(s) now.</source>
        <translation>
            <numerusform>%n 個概念中，你現在約記得 {known} 個。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On {date} you knew about {known} of %n concept(s).</source>
        <translation>
            <numerusform>{date}，%n 個概念中你約記得 {known} 個。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without study until {date}, you will know about {known} of %n concept(s).</source>
        <translation>
            <numerusform>若到 {date}都不複習，%n 個概念中你約會記得 {known} 個。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>There is no map yet. A deck has one if its notes name their prerequisites, or if it contains a diagram of boxes and arrows.</source>
        <translation>還沒有地圖。筆記註明先備筆記的牌組，或含有方框與箭頭圖解的牌組，才有地圖。</translation>
    </message>
</context>
<context>
    <name>MediaPaster</name>
    <message>
        <source>{name} is inserted, but sounds of more than 20 MB are not played.</source>
        <translation>已插入 {name}，但超過 20 MB 的聲音不會播放。</translation>
    </message>
    <message>
        <source>{name} is large. A smaller picture makes cards and exports faster.</source>
        <translation>{name} 很大。較小的圖片能讓卡片與匯出更快。</translation>
    </message>
    <message>
        <source>{name} is inserted, but StudyApp plays only MP3, WAV and FLAC.</source>
        <translation>已插入 {name}，但 StudyApp 只能播放 MP3、WAV 與 FLAC。</translation>
    </message>
</context>
<context>
    <name>MemoryPlots</name>
    <message>
        <source>Total remembered</source>
        <translation>記得的總數</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Cards recalled</source>
        <translation>記得的卡片</translation>
    </message>
    <message>
        <source>No cards studied yet.</source>
        <translation>還沒有學過的卡片。</translation>
    </message>
    <message>
        <source>That is {number} more than on {date}.</source>
        <translation>比 {date} 多 {number} 張。</translation>
    </message>
    <message>
        <source>That is {number} fewer than on {date}.</source>
        <translation>比 {date} 少 {number} 張。</translation>
    </message>
    <message>
        <source>That is as many as on {date}.</source>
        <translation>與 {date} 相同。</translation>
    </message>
    <message>
        <source>FSRS expects you to recall about {cards} now.</source>
        <translation>FSRS 預期你現在記得約 {cards}。</translation>
    </message>
    <message>
        <source>It is about the same as a month ago.</source>
        <translation>與一個月前差不多。</translation>
    </message>
    <message>
        <source>It is {number} more than a month ago.</source>
        <translation>比一個月前多 {number} 張。</translation>
    </message>
    <message>
        <source>It is {number} fewer than a month ago.</source>
        <translation>比一個月前少 {number} 張。</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Recall by section</source>
        <translation>各章節記得的比率</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>結論</translation>
    </message>
    <message>
        <source>Strong hypothesis</source>
        <translation>強有力的假設</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>假設</translation>
    </message>
    <message>
        <source>Educated guess</source>
        <translation>有根據的猜測</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>觀察</translation>
    </message>
    <message>
        <source>{name}: FSRS expects you to recall {percent} of {cards} studied.</source>
        <translation>{name}：FSRS 預期你記得學過的 {cards}中的 {percent}。</translation>
    </message>
    <message>
        <source>Recall expected now: {percent} for each of them.</source>
        <translation>預期現在記得的比率：各項皆為 {percent}。</translation>
    </message>
    <message>
        <source>Recall expected now: lowest for {weakest} ({low}), highest for {strongest} ({high}).</source>
        <translation>預期現在記得的比率：最低為「{weakest}」（{low}），最高為「{strongest}」（{high}）。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>可信程度</translation>
    </message>
    <message>
        <source>Recall by strength of evidence</source>
        <translation>依可信程度記得的比率</translation>
    </message>
    <message>
        <source>Evidence is how well the source supports the statement on a card.</source>
        <translation>可信程度是指來源對卡片陳述的支持程度。</translation>
    </message>
    <message>
        <source>Recalled now</source>
        <translation>現在記得</translation>
    </message>
    <message>
        <source>Studied cards</source>
        <translation>學過的卡片</translation>
    </message>
    <message>
        <source>All cards</source>
        <translation>所有卡片</translation>
    </message>
    <message>
        <source>No note states this.</source>
        <translation>沒有筆記註明這一項。</translation>
    </message>
    <message>
        <source>The {shown} weakest of {count} are shown; the table has all.</source>
        <translation>這裡顯示 {count} 項中最弱的 {shown} 項；表格列出全部。</translation>
    </message>
</context>
<context>
    <name>MessageBanner</name>
    <message>
        <source>Message</source>
        <translation>訊息</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>An error occurred</source>
        <translation>發生錯誤</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>NodePanel</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>學習</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>載入中…</translation>
    </message>
    <message>
        <source>No card asks about this.</source>
        <translation>沒有卡片問到這個概念。</translation>
    </message>
    <message numerus="yes">
        <source>Study %n card(s)</source>
        <translation>
            <numerusform>學習 %n 張卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Due or new today. Your ratings are saved.</source>
        <translation>今天到期或新增的卡片，評分會儲存。</translation>
    </message>
    <message numerus="yes">
        <source>Practice %n card(s)</source>
        <translation>
            <numerusform>練習 %n 張卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to study today. Practice doesn’t affect your schedule.</source>
        <translation>今天沒有要學的卡片。練習不影響排程。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再顯示 %n 張</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Edit: {question}</source>
        <translation>編輯：{question}</translation>
    </message>
    <message>
        <source>{rating} {date}</source>
        <translation>{date} {rating}</translation>
    </message>
    <message>
        <source>Last reviews: {reviews}</source>
        <translation>最近的複習：{reviews}</translation>
    </message>
    <message>
        <source>Due {date}</source>
        <translation>{date} 到期</translation>
    </message>
</context>
<context>
    <name>NodeTableDialog</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Expected recall</source>
        <translation>預期記得</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Prerequisites</source>
        <translation>先備概念</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>後續概念</translation>
    </message>
    <message>
        <source>Press Enter on a row to see it on the map</source>
        <translation>在列上按 Enter，可在地圖上查看</translation>
    </message>
</context>
<context>
    <name>NoteActions</name>
    <message>
        <source>The selected notes have no tags.</source>
        <translation>選取的筆記沒有標籤。</translation>
    </message>
    <message>
        <source>Move to another deck</source>
        <translation>移至其他牌組</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>The notes are in this deck already.</source>
        <translation>這些筆記已在這個牌組中。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) moved to {deck}.</source>
        <translation>
            <numerusform>已將 %n 則筆記移至「{deck}」。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prerequisites of %n bundled note(s) still name the old deck.</source>
        <translation>
            <numerusform>有 %n 則內建筆記的先備知識仍指向原牌組。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted.</source>
        <translation>
            <numerusform>已刪除 %n 則筆記。</numerusform>
        </translation>
    </message>
    <message>
        <source>Note duplicated.</source>
        <translation>已建立筆記副本。</translation>
    </message>
    <message>
        <source>Undid: {action}</source>
        <translation>已復原：{action}</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>沒有可以復原的操作。</translation>
    </message>
    <message>
        <source>Redid: {action}</source>
        <translation>已重做：{action}</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>沒有可以重做的操作。</translation>
    </message>
    <message>
        <source>Select cards first.</source>
        <translation>請先選取卡片。</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n note(s) changed.</source>
        <translation>
            <numerusform>已變更 %n 則筆記的標籤。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) were changed by another program and left alone.</source>
        <translation>
            <numerusform>有 %n 則筆記已由其他程式變更，未予更動。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: {key}</source>
        <translation>按 {key} 可復原。</translation>
    </message>
</context>
<context>
    <name>NoteFields</name>
    <message>
        <source>Basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Basic and reversed</source>
        <translation>基本與反向</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>術語</translation>
    </message>
    <message>
        <source>Cloze</source>
        <translation>克漏字</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>選擇題</translation>
    </message>
    <message>
        <source>Type the answer</source>
        <translation>輸入答案</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>主張</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>圖解</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>背面</translation>
    </message>
    <message>
        <source>Translation (optional)</source>
        <translation>翻譯（選填）</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Section of the source</source>
        <translation>來源的章節</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>確定程度</translation>
    </message>
    <message>
        <source>Learn first (note IDs)</source>
        <translation>先備筆記（識別碼）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Note type</source>
        <translation>筆記類型</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問題</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Keep “{field}” for the next note</source>
        <translation>為下一則筆記保留「{field}」</translation>
    </message>
    <message>
        <source>The drawing is in a file of its own, where its labels are edited.</source>
        <translation>圖解在另一個檔案中，文字請在那裡編輯。</translation>
    </message>
    <message>
        <source>Open the file of the drawing</source>
        <translation>開啟圖解的檔案</translation>
    </message>
    <message>
        <source>Separated by spaces</source>
        <translation>以空格分隔</translation>
    </message>
</context>
<context>
    <name>NotePreview</name>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>The cards appear here while you write.</source>
        <translation>輸入內容時，卡片會顯示在這裡。</translation>
    </message>
    <message numerus="yes">
        <source>%n more card(s)</source>
        <translation>
            <numerusform>還有 %n 張卡片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Leech, now suspended: you keep forgetting “{card}”.</source>
        <translation>低效卡，已暫停：你一再忘記「{card}」。</translation>
    </message>
    <message>
        <source>Suspended leech: “{card}”</source>
        <translation>已暫停低效卡：「{card}」</translation>
    </message>
    <message>
        <source>Leech: you keep forgetting “{card}”.</source>
        <translation>低效卡：你一再忘記「{card}」。</translation>
    </message>
    <message>
        <source>Leech: “{card}”</source>
        <translation>低效卡：「{card}」</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was set forward by {time}. Your rating was saved. Check the date.</source>
        <translation>電腦的時鐘被調快了 {time}。評等已儲存。請檢查日期。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was set back by {time}. Your rating was saved. Check the date.</source>
        <translation>電腦的時鐘被調慢了 {time}。評等已儲存。請檢查日期。</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) elapsed</source>
        <translation>
            <numerusform>已過 %n 分鐘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>複習 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today.</source>
        <translation>今天到期。</translation>
    </message>
    <message numerus="yes">
        <source>Due in %n day(s).</source>
        <translation>
            <numerusform>%n 天後到期。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset to a new card.</source>
        <translation>已重設為新卡片。</translation>
    </message>
    <message>
        <source>Undo: {key}</source>
        <translation>按 {key} 可復原。</translation>
    </message>
</context>
<context>
    <name>OptimizationError</name>
    <message>
        <source>Optimizing failed. Your schedule stays as it is.</source>
        <translation>最佳化失敗。排程維持不變。</translation>
    </message>
</context>
<context>
    <name>OptimizationNotices</name>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>OptimizationTexts</name>
    <message>
        <source>Default parameters, which suit most learners.</source>
        <translation>預設參數，適合大多數學習者。</translation>
    </message>
    <message>
        <source>Taken over from Anki on {date}.</source>
        <translation>於{date}從 Anki 沿用。</translation>
    </message>
    <message numerus="yes">
        <source>Fitted to %Ln review(s) on {date}.</source>
        <translation>
            <numerusform>於{date}依 %Ln 次複習調整。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more review(s) needed before FSRS can be optimized.</source>
        <translation>
            <numerusform>再複習 %n 次才能最佳化 FSRS。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>FSRS is optimized for you, from %Ln review(s).</source>
        <translation>
            <numerusform>FSRS 已依你的 %Ln 次複習最佳化。</numerusform>
        </translation>
    </message>
    <message>
        <source>No better parameters were found for your reviews.</source>
        <translation>沒有找到更符合你複習記錄的參數。</translation>
    </message>
    <message numerus="yes">
        <source>Due earlier: %Ln card(s)</source>
        <translation>
            <numerusform>提早到期：%Ln 張卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due later: %Ln card(s)</source>
        <translation>
            <numerusform>延後到期：%Ln 張卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due within %n day(s): {after} instead of {before}</source>
        <translation>
            <numerusform>%n 天內到期：{after} 張，原為 {before} 張</numerusform>
        </translation>
    </message>
    <message>
        <source>You can undo this.</source>
        <translation>這可以復原。</translation>
    </message>
    <message>
        <source>Predictions are off by {after} instead of {before}.</source>
        <translation>預測誤差由 {before} 降為 {after}。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>Option {letter}</source>
        <translation>選項 {letter}</translation>
    </message>
    <message>
        <source>Why (option {letter})</source>
        <translation>理由（選項 {letter}）</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>Option {letter} is correct</source>
        <translation>選項 {letter} 正確</translation>
    </message>
    <message>
        <source>Add why</source>
        <translation>新增理由</translation>
    </message>
    <message>
        <source>Explain option {letter}</source>
        <translation>說明選項 {letter}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove option {letter}</source>
        <translation>移除選項 {letter}</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Deck options</source>
        <translation>牌組選項</translation>
    </message>
    <message>
        <source>Reset to options for all decks</source>
        <translation>重設為所有牌組的選項</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>還原預設值</translation>
    </message>
    <message>
        <source>Exams and days off…</source>
        <translation>考試與休息日…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>FSRS parameters</source>
        <translation>FSRS 參數</translation>
    </message>
    <message>
        <source>Compare retentions…</source>
        <translation>比較留存比率…</translation>
    </message>
    <message>
        <source>At most {limit} when you study several decks together: see “{option}”.</source>
        <translation>同時學習多個牌組時最多 {limit}：見「{option}」。</translation>
    </message>
    <message>
        <source>New cards per day</source>
        <translation>每日新卡片上限</translation>
    </message>
    <message>
        <source>Reviews per day</source>
        <translation>每日複習上限</translation>
    </message>
    <message>
        <source>New cards per day, all decks</source>
        <translation>每日新卡片上限（所有牌組）</translation>
    </message>
    <message>
        <source>Reviews per day, all decks</source>
        <translation>每日複習上限（所有牌組）</translation>
    </message>
    <message>
        <source>Varied: decks and card types take turns, and cards wait for their prerequisites.</source>
        <translation>多樣：牌組與卡片類型輪流出現，卡片會等先備筆記學過後才出現。</translation>
    </message>
    <message>
        <source>Review order</source>
        <translation>複習卡片順序</translation>
    </message>
    <message>
        <source>Desired retention (%)</source>
        <translation>期望留存比率（%）</translation>
    </message>
    <message>
        <source>Learning steps (minutes)</source>
        <translation>學習階段（分鐘）</translation>
    </message>
    <message>
        <source>Relearning steps (minutes)</source>
        <translation>重新學習階段（分鐘）</translation>
    </message>
    <message>
        <source>New card order</source>
        <translation>新卡片順序</translation>
    </message>
    <message>
        <source>The maximum number of new cards to introduce per deck each day.</source>
        <translation>每個牌組每天最多學習幾張新卡片。</translation>
    </message>
    <message>
        <source>Minutes per day</source>
        <translation>每天的分鐘數</translation>
    </message>
    <message>
        <source>Due cards first, then new ones, within the limits below. 0 turns this off.</source>
        <translation>先複習到期的卡片，再學新卡片，不超過以下上限。0 表示關閉。</translation>
    </message>
    <message>
        <source>The maximum number of due cards to review per deck each day.</source>
        <translation>每個牌組每天最多複習幾張待複習的卡片。</translation>
    </message>
    <message>
        <source>Limits new cards when you study several decks together.</source>
        <translation>同時學習多個牌組時的每日新卡片上限。</translation>
    </message>
    <message>
        <source>Limits reviews when you study several decks together.</source>
        <translation>同時學習多個牌組時的每日複習上限。</translation>
    </message>
    <message>
        <source>Which due cards to show first. It matters most when you have a backlog.</source>
        <translation>先顯示哪些待複習的卡片。有逾期卡片時影響最大。</translation>
    </message>
    <message>
        <source>New/review order</source>
        <translation>新卡片與複習卡片順序</translation>
    </message>
    <message>
        <source>Whether new cards are mixed with reviews or shown before or after them.</source>
        <translation>新卡片與複習卡片混合，或在複習卡片之前或之後顯示。</translation>
    </message>
    <message>
        <source>Day starts at (hour)</source>
        <translation>每天的開始時間（時）</translation>
    </message>
    <message>
        <source>Cards become due at this hour (0–23). Studying before it counts toward the day before.</source>
        <translation>卡片在這個整點（0–23）到期。在此之前的學習算作前一天。</translation>
    </message>
    <message>
        <source>The target probability of recall when a card is due. Higher values mean more reviews.</source>
        <translation>希望卡片到期時仍記得的機率。數值越高，複習越多。</translation>
    </message>
    <message>
        <source>Delays between the first reviews of a new card, such as 1 10.</source>
        <translation>新卡片最初幾次複習之間的間隔，例如 1 10。</translation>
    </message>
    <message>
        <source>Delays before a forgotten card becomes a review card again.</source>
        <translation>忘記的卡片重新成為複習卡片之前的間隔。</translation>
    </message>
    <message>
        <source>Optimize automatically</source>
        <translation>自動最佳化</translation>
    </message>
    <message>
        <source>About once a week, fit FSRS to your reviews if it predicts them better then.</source>
        <translation>大約每週依你的複習記錄調整 FSRS，預測更準時才採用。</translation>
    </message>
    <message>
        <source>Balance the days</source>
        <translation>平衡每日卡片數</translation>
    </message>
    <message>
        <source>Move due dates slightly toward days with fewer cards, away from days off.</source>
        <translation>把到期日稍微移到卡片較少的日子，並避開休息日。</translation>
    </message>
    <message>
        <source>Easy days</source>
        <translation>輕鬆日</translation>
    </message>
    <message>
        <source>Weekdays on which fewer cards should be due. They need “Balance the days”.</source>
        <translation>在這些日子減少到期的卡片。需要開啟「平衡每日卡片數」。</translation>
    </message>
    <message>
        <source>Leech threshold (lapses)</source>
        <translation>低效卡臨界值（遺忘次數）</translation>
    </message>
    <message>
        <source>A card forgotten this many times is reported as a leech. 0 turns this off.</source>
        <translation>遺忘次數達到這個值的卡片視為低效卡。0 表示關閉。</translation>
    </message>
    <message>
        <source>Suspend leeches</source>
        <translation>擱置低效卡</translation>
    </message>
    <message>
        <source>Suspend a card as soon as it becomes a leech.</source>
        <translation>卡片成為低效卡時立即擱置。</translation>
    </message>
    <message>
        <source>Learn-ahead limit (minutes)</source>
        <translation>提前學習上限（分鐘）</translation>
    </message>
    <message>
        <source>Show learning cards up to this many minutes early when nothing else is left to study.</source>
        <translation>沒有其他卡片可學時，最多提前這麼多分鐘顯示學習中的卡片。</translation>
    </message>
    <message>
        <source>Card languages</source>
        <translation>卡片語言</translation>
    </message>
    <message>
        <source>Show this deck&apos;s cards in these languages instead of the ones used for all decks.</source>
        <translation>以這些語言顯示這個牌組的卡片，而不使用所有牌組共用的卡片語言。</translation>
    </message>
    <message>
        <source>Typed answers</source>
        <translation>輸入的答案</translation>
    </message>
    <message>
        <source>How closely a typed answer must match the correct one.</source>
        <translation>輸入的答案要多接近正確答案才算答對。</translation>
    </message>
    <message>
        <source>Repeat choice and typed cards until correct</source>
        <translation>選擇題與輸入題重複到答對為止</translation>
    </message>
    <message>
        <source>Show them again after a wrong answer. This doesn&apos;t change when they are due.</source>
        <translation>答錯後再次出現，不會改變到期日。</translation>
    </message>
    <message>
        <source>Play sounds</source>
        <translation>播放聲音</translation>
    </message>
    <message>
        <source>When to play the sounds of questions and answers.</source>
        <translation>何時播放問題和答案的聲音。</translation>
    </message>
    <message>
        <source>Rating buttons</source>
        <translation>評等按鈕</translation>
    </message>
    <message>
        <source>Use four ratings, or only Again and Good.</source>
        <translation>使用四個評等，或只用「重來」與「良好」。</translation>
    </message>
    <message>
        <source>Rate confidence before the answer</source>
        <translation>顯示答案前先自評把握程度</translation>
    </message>
    <message>
        <source>Say how sure you are first. The session summary shows how often you were right.</source>
        <translation>顯示答案前先自評把握程度，學習結束時會顯示各程度答對的次數。</translation>
    </message>
    <message>
        <source>Timebox (minutes)</source>
        <translation>限時學習時長（分鐘）</translation>
    </message>
    <message>
        <source>Show how much you have studied each time this many minutes pass. 0 turns this off.</source>
        <translation>每經過這段時間，就顯示時間與複習次數。0 表示關閉。</translation>
    </message>
    <message>
        <source>Auto-advance: show answer after (seconds)</source>
        <translation>自動前進：幾秒後顯示答案</translation>
    </message>
    <message>
        <source>Show the answer automatically after this many seconds. 0 turns this off.</source>
        <translation>經過這個秒數後自動顯示答案。0 表示關閉。</translation>
    </message>
    <message>
        <source>Auto-advance: skip card after (seconds)</source>
        <translation>自動前進：幾秒後略過卡片</translation>
    </message>
    <message>
        <source>Move on without a rating after this many seconds. 0 turns this off.</source>
        <translation>經過這個秒數仍未評等就換下一張。0 表示關閉。</translation>
    </message>
    <message>
        <source>Daily limits and order</source>
        <translation>每日上限與順序</translation>
    </message>
    <message>
        <source>Scheduling</source>
        <translation>排程</translation>
    </message>
    <message>
        <source>While studying</source>
        <translation>學習時</translation>
    </message>
    <message>
        <source>Deck order</source>
        <translation>牌組順序</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>隨機</translation>
    </message>
    <message>
        <source>Prerequisites first</source>
        <translation>先備卡片優先</translation>
    </message>
    <message>
        <source>Most overdue first</source>
        <translation>逾期最久優先</translation>
    </message>
    <message>
        <source>Lowest retrievability first</source>
        <translation>留存機率最低優先</translation>
    </message>
    <message>
        <source>Mixed with reviews</source>
        <translation>新卡片與複習卡片混合</translation>
    </message>
    <message>
        <source>After reviews</source>
        <translation>先複習，後學新卡片</translation>
    </message>
    <message>
        <source>Before reviews</source>
        <translation>先學新卡片，後複習</translation>
    </message>
    <message>
        <source>Ignore case, accents, punctuation and spaces</source>
        <translation>忽略大小寫、重音、標點和空格</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>減少</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最少</translation>
    </message>
    <message>
        <source>Must match exactly</source>
        <translation>須完全相符</translation>
    </message>
    <message>
        <source>Varied</source>
        <translation>多樣</translation>
    </message>
    <message>
        <source>Automatically</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>On key or click only</source>
        <translation>僅在按鍵或點按時</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Again, Hard, Good, Easy</source>
        <translation>重來、困難、良好、簡單</translation>
    </message>
    <message>
        <source>Again and Good only</source>
        <translation>只有「重來」與「良好」</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Same as all decks</source>
        <translation>與所有牌組相同</translation>
    </message>
    <message>
        <source>{value} (default)</source>
        <translation>{value}（預設）</translation>
    </message>
    <message>
        <source>{value} (all decks)</source>
        <translation>{value}（所有牌組）</translation>
    </message>
    <message>
        <source>Enter minutes separated by spaces, such as 1 10.</source>
        <translation>請輸入以空白分隔的分鐘數，例如 1 10。</translation>
    </message>
    <message>
        <source>Enter a whole number from {least} to {most}.</source>
        <translation>請輸入 {least} 到 {most} 的整數。</translation>
    </message>
</context>
<context>
    <name>OptionsField</name>
    <message>
        <source>Add option</source>
        <translation>新增選項</translation>
    </message>
</context>
<context>
    <name>ParameterPanel</name>
    <message>
        <source>Optimize now</source>
        <translation>立即最佳化</translation>
    </message>
    <message>
        <source>Use previous parameters</source>
        <translation>使用先前的參數</translation>
    </message>
    <message>
        <source>Reschedule cards…</source>
        <translation>重新排程卡片…</translation>
    </message>
    <message>
        <source>Optimizing…</source>
        <translation>正在最佳化…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>正在還原…</translation>
    </message>
    <message>
        <source>The previous parameters are in use again.</source>
        <translation>已恢復使用先前的參數。</translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation>正在計算…</translation>
    </message>
    <message>
        <source>All cards are due when they should be.</source>
        <translation>所有卡片的到期日都符合目前的參數。</translation>
    </message>
    <message>
        <source>Rescheduling…</source>
        <translation>正在重新排程…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) rescheduled.</source>
        <translation>
            <numerusform>已重新排程 %Ln 張卡片。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Click to close</source>
        <translation>按一下即可關閉</translation>
    </message>
</context>
<context>
    <name>PlanTexts</name>
    <message numerus="yes">
        <source>Exam “{name}” in %n day(s)</source>
        <translation>
            <numerusform>「{name}」考試在 %n 天後</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new card(s) today</source>
        <translation>
            <numerusform>今天 %n 張新卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>{exam}: {new_cards}</source>
        <translation>{exam}：{new_cards}</translation>
    </message>
    <message>
        <source>{exam}: {new_cards}, {forecast}</source>
        <translation>{exam}：{new_cards}，{forecast}</translation>
    </message>
    <message>
        <source>about {share} ({low} to {high}) expected</source>
        <translation>預期記得約 {share}（{low} 到 {high}）</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n 張卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>On the day, {forecast}; the target is {target}.</source>
        <translation>當天{forecast}；目標是 {target}。</translation>
    </message>
    <message>
        <source>new cards are paused until {date}</source>
        <translation>新卡片暫停至 {date}</translation>
    </message>
    <message numerus="yes">
        <source>{date}, in %n day(s)</source>
        <translation>
            <numerusform>{date}，%n 天後</numerusform>
        </translation>
    </message>
    <message>
        <source>{date}, past</source>
        <translation>{date}，已結束</translation>
    </message>
    <message>
        <source>{date}, today</source>
        <translation>{date}，今天</translation>
    </message>
    <message numerus="yes">
        <source>%n new card(s) a day until {date}</source>
        <translation>
            <numerusform>到 {date}為止每天 %n 張新卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Your limits allow {limit} of its new cards a day: too few to learn all of them.</source>
        <translation>依你的上限，每天只能學其中 {limit} 張新卡片，不足以全部學完。</translation>
    </message>
    <message>
        <source>No cards match “{search}”.</source>
        <translation>沒有卡片符合「{search}」。</translation>
    </message>
    <message>
        <source>There are no cards.</source>
        <translation>沒有卡片。</translation>
    </message>
    <message>
        <source>The deck “{deck}” has no cards, or no longer exists.</source>
        <translation>牌組「{deck}」沒有卡片，或已不存在。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>Leave them for the first day after</source>
        <translation>留到結束後的第一天</translation>
    </message>
    <message numerus="yes">
        <source>Move them to the %n day(s) before</source>
        <translation>
            <numerusform>移到之前的 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move them to the %n day(s) after</source>
        <translation>
            <numerusform>移到之後的 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} more a day</source>
        <translation>每天多 {minutes}</translation>
    </message>
    <message numerus="yes">
        <source>about %n more card(s) forgotten</source>
        <translation>
            <numerusform>約多忘記 %n 張卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n fewer card(s) forgotten</source>
        <translation>
            <numerusform>約少忘記 %n 張卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>hardly any more forgotten</source>
        <translation>幾乎不會多忘記</translation>
    </message>
    <message>
        <source>{way}: {cost}, {cards}</source>
        <translation>{way}：{cost}，{cards}</translation>
    </message>
</context>
<context>
    <name>PlansDialog</name>
    <message>
        <source>Exams and days off</source>
        <translation>考試與休息日</translation>
    </message>
    <message>
        <source>Exams</source>
        <translation>考試</translation>
    </message>
    <message>
        <source>Add exam…</source>
        <translation>新增考試…</translation>
    </message>
    <message>
        <source>Past exams</source>
        <translation>過去的考試</translation>
    </message>
    <message>
        <source>Delete all past exams</source>
        <translation>刪除所有過去的考試</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Add days off…</source>
        <translation>新增休息日…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>No exams</source>
        <translation>沒有考試</translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation>正在計算…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>No days off</source>
        <translation>沒有休息日</translation>
    </message>
</context>
<context>
    <name>PlotPanel</name>
    <message>
        <source>Loading…</source>
        <translation>載入中…</translation>
    </message>
    <message>
        <source>Table and files: {title}</source>
        <translation>表格與檔案：{title}</translation>
    </message>
    <message>
        <source>Show table</source>
        <translation>顯示表格</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>儲存為 CSV…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>儲存為 SVG…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>儲存為 PNG…</translation>
    </message>
    <message>
        <source>Save “{title}”</source>
        <translation>儲存「{title}」</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Select a card to see it here</source>
        <translation>選取卡片即可在此檢視</translation>
    </message>
    <message>
        <source>Play sounds</source>
        <translation>播放聲音</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Can&apos;t read the file: {reason}.</source>
        <translation>無法讀取檔案：{reason}。</translation>
    </message>
    <message>
        <source>Check that the file exists and that you have permission to read it.</source>
        <translation>請確認檔案存在，且你有讀取權限。</translation>
    </message>
    <message>
        <source>The deck in this file is too large. The limit is {limit}.</source>
        <translation>檔案中的牌組太大。上限為 {limit}。</translation>
    </message>
    <message>
        <source>Split it into several decks.</source>
        <translation>請拆分成數個牌組。</translation>
    </message>
    <message>
        <source>The file is encoded in UTF-16.</source>
        <translation>檔案以 UTF-16 編碼儲存。</translation>
    </message>
    <message>
        <source>Save it as UTF-8, for example with “Save as” in your editor.</source>
        <translation>請另存為 UTF-8。多數編輯器可在「另存新檔」選擇編碼。</translation>
    </message>
    <message>
        <source>Byte {position} of the file ({byte}) is not valid UTF-8.</source>
        <translation>檔案的第 {position} 個位元組（{byte}）不是有效的 UTF-8。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8. If it was cut off, use an earlier copy.</source>
        <translation>請將檔案存成 UTF-8。若檔案不完整，請改用較早的複本。</translation>
    </message>
    <message>
        <source>Control character {character} is not allowed here.</source>
        <translation>此處不能有控制字元 {character}。</translation>
    </message>
    <message>
        <source>Remove it. Most editors don&apos;t show it.</source>
        <translation>請將它移除。多數編輯器不會顯示這個字元。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>檔案是空的。</translation>
    </message>
    <message>
        <source>A deck needs a `title` and a `notes` list.</source>
        <translation>牌組需要 `title` 與 `notes` 清單。</translation>
    </message>
    <message>
        <source>The file contains only comments.</source>
        <translation>檔案裡只有註解。</translation>
    </message>
    <message>
        <source>The file contains plain text instead of a deck.</source>
        <translation>檔案裡只有一段文字，而不是牌組。</translation>
    </message>
    <message>
        <source>Start with `title: …` and list the notes under `notes:`.</source>
        <translation>請以 `title: …` 開頭，並將筆記列在 `notes:` 之下。</translation>
    </message>
    <message>
        <source>The file contains a bare list instead of a deck.</source>
        <translation>檔案裡只有一份清單，而不是牌組。</translation>
    </message>
    <message>
        <source>Add `title: …` and `notes:` above the list.</source>
        <translation>請在清單上方加入 `title: …` 與 `notes:`。</translation>
    </message>
    <message>
        <source>A second YAML document starts here.</source>
        <translation>第二份 YAML 文件從此處開始。</translation>
    </message>
    <message>
        <source>Remove the `---`, or move the second deck to its own file.</source>
        <translation>請移除 `---`，或將第二個牌組移到另一個檔案。</translation>
    </message>
    <message>
        <source>Invalid YAML: {reason}.</source>
        <translation>無效的 YAML：{reason}。</translation>
    </message>
    <message>
        <source>Compare indentation and colons with the previous note, and quote text with special characters.</source>
        <translation>請與前一則筆記比對縮排與冒號，並將含特殊字元的文字加上引號。</translation>
    </message>
    <message>
        <source>YAML can&apos;t read this as plain text: {reason}.</source>
        <translation>YAML 無法將此處讀為純文字：{reason}。</translation>
    </message>
    <message>
        <source>Put the whole text in quotes.</source>
        <translation>請將整段文字加上引號。</translation>
    </message>
    <message>
        <source>The quote opened here is not closed.</source>
        <translation>此處的引號沒有結尾。</translation>
    </message>
    <message>
        <source>Add the closing quote. Inside double quotes, write a quote as \&quot;.</source>
        <translation>請補上結尾的引號。雙引號內的引號請寫成 \&quot;。</translation>
    </message>
    <message>
        <source>The bracket or brace opened here is not closed.</source>
        <translation>此處的括號沒有結尾。</translation>
    </message>
    <message>
        <source>Add the closing one. If it is text, put the whole text in quotes.</source>
        <translation>請補上結尾的括號。若是文字，請將整段加上引號。</translation>
    </message>
    <message>
        <source>There is a tab where YAML needs spaces.</source>
        <translation>此處有 Tab 字元，但 YAML 需要空白字元。</translation>
    </message>
    <message>
        <source>Indent with spaces.</source>
        <translation>請以空白字元縮排。</translation>
    </message>
    <message>
        <source>Lists and mappings are nested more than {limit} levels deep here.</source>
        <translation>此處的清單與鍵值組巢狀超過 {limit} 層。</translation>
    </message>
    <message>
        <source>A deck needs only four levels. Put text with many brackets in quotes.</source>
        <translation>牌組只需四層。含有許多括號的文字請加上引號。</translation>
    </message>
    <message>
        <source>Anchor `&amp;{name}` is not supported in decks.</source>
        <translation>牌組不支援錨點 `&amp;{name}`。</translation>
    </message>
    <message>
        <source>If it is text, put it in quotes. Otherwise, remove it.</source>
        <translation>若是文字，請加上引號；否則請移除。</translation>
    </message>
    <message>
        <source>Alias `*{name}` is not supported in decks.</source>
        <translation>牌組不支援別名 `*{name}`。</translation>
    </message>
    <message>
        <source>If it is text, put it in quotes. Otherwise, write out its value.</source>
        <translation>若是文字，請加上引號；否則請寫出它代表的值。</translation>
    </message>
    <message>
        <source>Merge key `&lt;&lt;` is not supported in decks.</source>
        <translation>牌組不支援合併鍵 `&lt;&lt;`。</translation>
    </message>
    <message>
        <source>Write out the fields, or use the deck&apos;s `defaults`.</source>
        <translation>請寫出各欄位，或使用牌組的 `defaults`。</translation>
    </message>
    <message>
        <source>YAML tag `{tag}` is not supported. All values in a deck are text.</source>
        <translation>不支援 YAML 標籤 `{tag}`。牌組中的值一律是文字。</translation>
    </message>
    <message>
        <source>A field name must be text, but this one is a list or a mapping.</source>
        <translation>欄位名稱必須是文字，此處卻是清單或鍵值組。</translation>
    </message>
    <message>
        <source>If it is text in braces or brackets, put it in quotes.</source>
        <translation>若是以大括號或方括號括住的文字，請加上引號。</translation>
    </message>
    <message>
        <source>Field `{field}` is repeated. It first appears on line {first_line}.</source>
        <translation>欄位 `{field}` 重複出現。第一次在第 {first_line} 行。</translation>
    </message>
    <message>
        <source>Keep only one of them.</source>
        <translation>請只保留其中一個。</translation>
    </message>
    <message>
        <source>The deck uses format {found}. This version of StudyApp reads up to format {known}.</source>
        <translation>牌組使用格式 {found}。這個版本的 StudyApp 最高支援到格式 {known}。</translation>
    </message>
    <message>
        <source>Update StudyApp to read this deck.</source>
        <translation>請更新 StudyApp 以讀取這個牌組。</translation>
    </message>
    <message>
        <source>The deck has no title and is shown as “{title}”.</source>
        <translation>牌組沒有標題，將顯示為「{title}」。</translation>
    </message>
    <message>
        <source>Add a `title: …` line at the top.</source>
        <translation>請在檔案開頭加入一行 `title: …`。</translation>
    </message>
    <message>
        <source>The deck has no ID. It is identified as `{id}` until the file is renamed.</source>
        <translation>牌組沒有識別碼。檔案改名之前，以 `{id}` 識別。</translation>
    </message>
    <message>
        <source>Run `studyapp check --fix` to write the ID to the file.</source>
        <translation>請執行 `studyapp check --fix`，將識別碼寫入檔案。</translation>
    </message>
    <message>
        <source>Deck ID `{id}` is already used by another file: {other}.</source>
        <translation>牌組識別碼 `{id}` 已由另一個檔案使用：{other}。</translation>
    </message>
    <message>
        <source>Give one of the two decks a different ID.</source>
        <translation>請為其中一個牌組換一個識別碼。</translation>
    </message>
    <message>
        <source>The deck has no `notes` list.</source>
        <translation>牌組沒有 `notes` 清單。</translation>
    </message>
    <message>
        <source>Add `notes:` and, below it, a `-` for each note.</source>
        <translation>請加入 `notes:`，並在其下為每則筆記加上 `-`。</translation>
    </message>
    <message>
        <source>The `notes` list is empty.</source>
        <translation>`notes` 清單是空的。</translation>
    </message>
    <message>
        <source>Add a note: `- front: …` and, below it, `back: …`.</source>
        <translation>請加入一則筆記：先寫 `- front: …`，下一行寫 `back: …`。</translation>
    </message>
    <message>
        <source>The source link is ignored: `{link}` is not a web address.</source>
        <translation>已忽略來源連結：`{link}` 不是網址。</translation>
    </message>
    <message>
        <source>Start links with https:// or http://.</source>
        <translation>連結請以 https:// 或 http:// 開頭。</translation>
    </message>
    <message>
        <source>The deck language is ignored: `{language}` is not a language tag.</source>
        <translation>已忽略牌組語言：`{language}` 不是語言標籤。</translation>
    </message>
    <message>
        <source>Use a language tag such as en, zh-Hant or pt-BR.</source>
        <translation>請使用語言標籤，例如 en、zh-Hant 或 pt-BR。</translation>
    </message>
    <message>
        <source>The retired ID is ignored: `{id}` is not a valid note ID.</source>
        <translation>已忽略不再使用的識別碼：`{id}` 不是有效的筆記識別碼。</translation>
    </message>
    <message>
        <source>Write the ID of a note that the deck no longer has, without its deck.</source>
        <translation>請寫牌組已不再有的筆記的識別碼，不含牌組識別碼。</translation>
    </message>
    <message>
        <source>ID `{id}` is listed more than once under `retired`.</source>
        <translation>識別碼 `{id}` 在 `retired` 中重複列出。</translation>
    </message>
    <message>
        <source>Remove all but one of them.</source>
        <translation>請只保留其中一個。</translation>
    </message>
    <message>
        <source>Unknown field `{field}` is ignored.</source>
        <translation>已忽略未知的欄位 `{field}`。</translation>
    </message>
    <message>
        <source>The closest known field is `{suggestion}`.</source>
        <translation>最接近的已知欄位是 `{suggestion}`。</translation>
    </message>
    <message>
        <source>Field `{field}` is missing. `{owner}` needs it.</source>
        <translation>缺少欄位 `{field}`。`{owner}` 需要這個欄位。</translation>
    </message>
    <message>
        <source>Add a `{field}: …` line here.</source>
        <translation>請在此加入一行 `{field}: …`。</translation>
    </message>
    <message>
        <source>Field `{field}` is empty.</source>
        <translation>欄位 `{field}` 是空的。</translation>
    </message>
    <message>
        <source>Write a value after the colon, or remove the field.</source>
        <translation>請在冒號後填入內容，或移除這個欄位。</translation>
    </message>
    <message>
        <source>Field `{field}` must be text, but is a list or a mapping.</source>
        <translation>欄位 `{field}` 必須是文字，此處卻是清單或鍵值組。</translation>
    </message>
    <message>
        <source>If it starts with a bracket or brace, put the whole text in quotes.</source>
        <translation>若文字以方括號或大括號開頭，請將整段加上引號。</translation>
    </message>
    <message>
        <source>Field `{field}` must be a list.</source>
        <translation>欄位 `{field}` 必須是清單。</translation>
    </message>
    <message>
        <source>Write each item on its own line after `- `.</source>
        <translation>請將每個項目各寫一行，以 `- ` 開頭。</translation>
    </message>
    <message>
        <source>Field `{field}` must contain fields of its own.</source>
        <translation>欄位 `{field}` 必須包含子欄位。</translation>
    </message>
    <message>
        <source>Write each one as `name: value`, with a space after the colon.</source>
        <translation>請逐項寫成 `name: value`，冒號後要有一個半形空白。</translation>
    </message>
    <message>
        <source>Field `{field}` has {length} characters. The maximum is {limit}.</source>
        <translation>欄位 `{field}` 有 {length} 個字元。上限是 {limit} 個。</translation>
    </message>
    <message>
        <source>Split it into several notes.</source>
        <translation>請拆分成數則筆記。</translation>
    </message>
    <message>
        <source>Language `{language}` is read as `{suggestion}`.</source>
        <translation>語言 `{language}` 將視為 `{suggestion}`。</translation>
    </message>
    <message>
        <source>Write it as `{suggestion}`.</source>
        <translation>請寫成 `{suggestion}`。</translation>
    </message>
    <message>
        <source>`{language}` is not a language tag. Field `{field}` needs one here.</source>
        <translation>`{language}` 不是語言標籤。欄位 `{field}` 在此需要語言標籤。</translation>
    </message>
    <message>
        <source>Use a tag such as en, zh-Hant or pt-BR. If it is text, put it in quotes.</source>
        <translation>請使用標籤，例如 en、zh-Hant 或 pt-BR。若是文字，請加上引號。</translation>
    </message>
    <message>
        <source>The note has no ID. It is identified as `{id}` until its text changes.</source>
        <translation>筆記沒有識別碼。內容改變之前，以 `{id}` 識別。</translation>
    </message>
    <message>
        <source>Run `studyapp check --fix` to write the IDs to the file.</source>
        <translation>請執行 `studyapp check --fix`，將識別碼寫入檔案。</translation>
    </message>
    <message>
        <source>`{id}` is not a valid ID.</source>
        <translation>`{id}` 不是有效的識別碼。</translation>
    </message>
    <message>
        <source>Use 1 to 64 letters, digits, `-`, `_` or `.`. Start with a letter or digit.</source>
        <translation>請使用 1 到 64 個字母、數字、`-`、`_` 或 `.`，並以字母或數字開頭。</translation>
    </message>
    <message>
        <source>ID `{id}` is already used by the note on line {first_line}.</source>
        <translation>識別碼 `{id}` 已由第 {first_line} 行的筆記使用。</translation>
    </message>
    <message>
        <source>Give this note a different ID. IDs that differ only in case or in the encoding of accents count as the same.</source>
        <translation>請為這則筆記換一個識別碼。若兩個識別碼僅大小寫或重音符號編碼不同，視為相同。</translation>
    </message>
    <message>
        <source>The note has ID `{id}`, which is listed under `retired`.</source>
        <translation>這則筆記的識別碼 `{id}` 已列在 `retired` 中。</translation>
    </message>
    <message>
        <source>Give a new note a new ID: learners may have progress under this one. If the note is the earlier one, remove its ID from `retired`.</source>
        <translation>若是新筆記，請換一個新的識別碼，因為學習者在原識別碼下可能已有進度；若就是原來的筆記，請從 `retired` 中移除它的識別碼。</translation>
    </message>
    <message>
        <source>Unknown note type `{type}`.</source>
        <translation>未知的筆記類型 `{type}`。</translation>
    </message>
    <message>
        <source>Known note types: {known}. The closest is `{suggestion}`.</source>
        <translation>已知的筆記類型：{known}。最接近的是 `{suggestion}`。</translation>
    </message>
    <message>
        <source>Unknown evidence grade `{evidence}` is ignored.</source>
        <translation>已忽略未知的證據等級 `{evidence}`。</translation>
    </message>
    <message>
        <source>The closest grade is `{suggestion}`.</source>
        <translation>最接近的等級是 `{suggestion}`。</translation>
    </message>
    <message>
        <source>The prerequisite is ignored: `{reference}` is not a valid note ID.</source>
        <translation>已忽略先備筆記：`{reference}` 不是有效的筆記識別碼。</translation>
    </message>
    <message>
        <source>Write `note-id`, or `deck-id/note-id` for a note in another deck.</source>
        <translation>請寫成 `note-id`；若是其他牌組的筆記，請寫成 `deck-id/note-id`。</translation>
    </message>
    <message>
        <source>The prerequisite is ignored: there is no usable note `{reference}`.</source>
        <translation>已忽略先備筆記：沒有可用的筆記 `{reference}`。</translation>
    </message>
    <message>
        <source>Check the spelling and case, and whether that note has a problem.</source>
        <translation>請檢查拼字與大小寫，以及該筆記是否有問題。</translation>
    </message>
    <message>
        <source>These notes are prerequisites of each other: {ring}. The last link is ignored.</source>
        <translation>這些筆記互為先備筆記：{ring}。已忽略最後一個關聯。</translation>
    </message>
    <message>
        <source>Decide which note to learn first.</source>
        <translation>請決定先學哪一則筆記。</translation>
    </message>
    <message>
        <source>The cloze note has no blank.</source>
        <translation>這則克漏字筆記尚未加入空格。</translation>
    </message>
    <message>
        <source>Mark the text to hide: {{{{c1::text}}}}.</source>
        <translation>請標出要遮住的文字：{{{{c1::文字}}}}。</translation>
    </message>
    <message>
        <source>Double braces don&apos;t form a blank: “{words}”.</source>
        <translation>雙大括號無法構成克漏字空格：「{words}」。</translation>
    </message>
    <message>
        <source>Don&apos;t nest {{{{c1::text}}}}. Put a space between other braces: }} }}.</source>
        <translation>請寫成 {{{{c1::文字}}}}，不可巢狀。其他大括號之間請加空白：}} }}。</translation>
    </message>
    <message>
        <source>{number} is not a valid blank number.</source>
        <translation>{number} 不是有效的空格編號。</translation>
    </message>
    <message>
        <source>Number blanks from 1 to 99.</source>
        <translation>空格的編號為 1 到 99。</translation>
    </message>
    <message>
        <source>Blank {number} hides no text.</source>
        <translation>空格 {number} 沒有遮住任何文字。</translation>
    </message>
    <message>
        <source>Write the text to hide after the `::`.</source>
        <translation>請將要遮住的文字寫在 `::` 之後。</translation>
    </message>
    <message>
        <source>`{language}` and `{first}` have different blank numbers.</source>
        <translation>`{language}` 與 `{first}` 的空格編號不一致。</translation>
    </message>
    <message>
        <source>Each blank is a card. Use the same number for it in every language.</source>
        <translation>每個空格會成為一張卡片。請在各語言中使用相同編號。</translation>
    </message>
    <message>
        <source>The choice note has fewer than two options.</source>
        <translation>這則選擇題筆記的選項少於兩個。</translation>
    </message>
    <message>
        <source>Add options, or use a basic note with a front and a back.</source>
        <translation>請增加選項，或改用含有 front 與 back 的 basic 筆記。</translation>
    </message>
    <message>
        <source>The choice note has no correct option.</source>
        <translation>這則選擇題筆記沒有正確選項。</translation>
    </message>
    <message>
        <source>Mark the correct one: `- {{text: …, right: true}}`.</source>
        <translation>請標出正確選項：`- {{text: …, right: true}}`。</translation>
    </message>
    <message>
        <source>`right: {value}` is neither true nor false.</source>
        <translation>`right: {value}` 既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>Write `right: true`, or remove the field.</source>
        <translation>請寫成 `right: true`，或移除這個欄位。</translation>
    </message>
    <message>
        <source>`{name}` is not a valid diagram name.</source>
        <translation>`{name}` 不是有效的示意圖名稱。</translation>
    </message>
    <message>
        <source>Write the name of a file in the `diagrams` folder, without its extension.</source>
        <translation>請寫 `diagrams` 資料夾中檔案的名稱，不含副檔名。</translation>
    </message>
    <message>
        <source>Can&apos;t read diagram `diagrams/{name}.yaml`.</source>
        <translation>無法讀取示意圖 `diagrams/{name}.yaml`。</translation>
    </message>
    <message>
        <source>Put it in the `diagrams` folder next to this deck, or correct the name.</source>
        <translation>請放進牌組旁的 `diagrams` 資料夾，或更正名稱。</translation>
    </message>
    <message>
        <source>Diagram `{file}` has problems.</source>
        <translation>示意圖 `{file}` 有問題。</translation>
    </message>
    <message>
        <source>Fix the problems listed for that file.</source>
        <translation>請修正該檔案列出的問題。</translation>
    </message>
    <message>
        <source>The diagram has no numbered parts, so it produces no cards.</source>
        <translation>示意圖中沒有任何部分加上編號，因此不會產生卡片。</translation>
    </message>
    <message>
        <source>Number each part that a card should ask for: `asks: 1`, `asks: 2` and so on.</source>
        <translation>請為要問的部分編號：`asks: 1`、`asks: 2`，依此類推。</translation>
    </message>
    <message>
        <source>`asks: {number}` is not a valid card number.</source>
        <translation>`asks: {number}` 不是有效的卡片編號。</translation>
    </message>
    <message>
        <source>Card numbers range from 1 to 99.</source>
        <translation>卡片編號的範圍是 1 到 99。</translation>
    </message>
    <message>
        <source>Two nodes of the diagram have the ID `{id}`.</source>
        <translation>示意圖中有兩個節點的識別碼都是 `{id}`。</translation>
    </message>
    <message>
        <source>Give each node its own ID.</source>
        <translation>請讓每個節點有自己的識別碼。</translation>
    </message>
    <message>
        <source>The edge refers to node `{id}`, which is not in the diagram.</source>
        <translation>連線指向節點 `{id}`，但它不在示意圖中。</translation>
    </message>
    <message>
        <source>Write the IDs of two nodes: `from: …` and `to: …`.</source>
        <translation>請寫兩個節點的識別碼：`from: …` 與 `to: …`。</translation>
    </message>
    <message>
        <source>The node&apos;s `place` must be a column and a row.</source>
        <translation>節點的 `place` 必須包含欄與列兩個數字。</translation>
    </message>
    <message>
        <source>Write two numbers, starting at 0: `place: [1, 0]`. The column may end in .5, such as 1.5.</source>
        <translation>請寫兩個從 0 起的數字：`place: [1, 0]`。欄可以是半欄，例如 1.5。</translation>
    </message>
    <message>
        <source>Number of cells in this row: {cells}. Number of columns: {columns}.</source>
        <translation>這一列有 {cells} 格，但共有 {columns} 欄。</translation>
    </message>
    <message>
        <source>Give each row one cell per column.</source>
        <translation>每一列的格數必須與欄數相同。</translation>
    </message>
    <message>
        <source>There are too many parts here, or this label is too long or spans several lines. The limit is {limit}.</source>
        <translation>此處的部分太多，或這個標籤太長或有好幾行。上限為 {limit}。</translation>
    </message>
    <message>
        <source>Shorten it, or split it into two diagrams.</source>
        <translation>請縮短，或拆分成兩張示意圖。</translation>
    </message>
    <message>
        <source>Problems not listed: {count}.</source>
        <translation>還有 {count} 個問題未列出。</translation>
    </message>
    <message>
        <source>Fix the listed problems first, then check again.</source>
        <translation>請先修正列出的問題，再重新檢查。</translation>
    </message>
    <message>
        <source>Can&apos;t use {path} right now: another program or a running import is writing to it. Nothing was changed. Try again when it has finished.</source>
        <translation>目前無法使用 {path}：另一個程式或正在進行的匯入正在寫入。內容沒有任何變更，請等寫入完成後再試一次。</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}). Restore a backup (on the command line, “studyapp restore”). Newer reviews that can still be read are recovered.</source>
        <translation>{path} 已損毀（{detail}）。請還原備份（命令列：studyapp restore）。備份之後的複習記錄，能讀取的都會恢復。</translation>
    </message>
    <message>
        <source>{path}, which stores your reviews, is missing. Put it back if you moved it, or restore a backup (on the command line, “studyapp restore”).</source>
        <translation>找不到存放複習記錄的 {path}。若你移動過它，請放回原處，或還原備份（命令列：studyapp restore）。</translation>
    </message>
    <message>
        <source>{path} was moved, deleted or replaced while StudyApp was running, so the last change was not saved. Put the file back, or close StudyApp and open it again.</source>
        <translation>{path} 在 StudyApp 執行時被移動、刪除或取代，因此上一次的變更沒有儲存。請把檔案放回原處，或關閉 StudyApp 再重新開啟。</translation>
    </message>
    <message>
        <source>{path} is not a StudyApp file. Choose another data folder.</source>
        <translation>{path} 不是 StudyApp 的檔案。請選擇其他資料目錄。</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of StudyApp ({detail}) and was left unchanged. Update StudyApp.</source>
        <translation>{path} 由較新版本的 StudyApp 寫入（{detail}），檔案未作變更。請更新 StudyApp。</translation>
    </message>
    <message>
        <source>Can&apos;t write {path}: the disk is full. Free up space and try again.</source>
        <translation>無法寫入 {path}：磁碟已滿。請騰出空間，再試一次。</translation>
    </message>
    <message>
        <source>Can&apos;t write {path}. Allow writing to its folder, or choose another data folder with --data.</source>
        <translation>無法寫入 {path}。請開放其所在資料夾的寫入權限，或以 --data 指定其他資料目錄。</translation>
    </message>
    <message>
        <source>Can&apos;t use {path}: {detail}</source>
        <translation>無法使用 {path}：{detail}</translation>
    </message>
    <message>
        <source>`{type}` is a built-in note type.</source>
        <translation>`{type}` 是內建的筆記類型。</translation>
    </message>
    <message>
        <source>Give the deck&apos;s own note type a different name.</source>
        <translation>請給牌組自己的筆記類型取別的名稱。</translation>
    </message>
    <message>
        <source>Anki doesn&apos;t allow a field named `{field}`.</source>
        <translation>Anki 不允許名為 `{field}` 的欄位。</translation>
    </message>
    <message>
        <source>Choose a name without `:`, braces or quotes and without a special meaning in templates.</source>
        <translation>請用不含 `:`、大括號與引號，且在模板中沒有特殊意義的名稱。</translation>
    </message>
    <message>
        <source>`{value}` is not an Anki note type ID and is ignored.</source>
        <translation>已忽略 `{value}`：它不是 Anki 的筆記類型識別碼。</translation>
    </message>
    <message>
        <source>Restore the original number, or remove the line.</source>
        <translation>請寫回原本的數字，或移除這一行。</translation>
    </message>
    <message>
        <source>`written_as: {type}` is not supported and is ignored.</source>
        <translation>不支援 `written_as: {type}`，已忽略。</translation>
    </message>
    <message>
        <source>Use one of {known}.</source>
        <translation>請使用 {known} 其中之一。</translation>
    </message>
    <message>
        <source>`{field}: {value}` is not a number and is ignored.</source>
        <translation>已忽略 `{field}: {value}`：它不是數字。</translation>
    </message>
    <message>
        <source>No template of `{type}` produces a card from this note.</source>
        <translation>`{type}` 沒有模板能由這則筆記產生卡片。</translation>
    </message>
    <message>
        <source>Fill in a field that a front template shows.</source>
        <translation>請填寫某個正面模板會顯示的欄位。</translation>
    </message>
    <message>
        <source>Anki is writing to {path}. Try again once Anki is idle.</source>
        <translation>Anki 正在寫入 {path}。請等 Anki 閒置後再試一次。</translation>
    </message>
    <message>
        <source>it contains no Anki collection</source>
        <translation>檔案中沒有 Anki 集合</translation>
    </message>
    <message>
        <source>it only contains the placeholder for old versions of Anki; export it from Anki again</source>
        <translation>檔案中只有給舊版 Anki 的替代內容；請從 Anki 重新匯出</translation>
    </message>
    <message>
        <source>its media are far larger than the package</source>
        <translation>其中的媒體檔案遠大於檔案本身</translation>
    </message>
    <message>
        <source>its collection holds far more data than its size allows</source>
        <translation>檔案中的集合所含的資料量遠超過檔案大小的合理範圍</translation>
    </message>
    <message>
        <source>it is not an Anki collection: “{name}” is not an ordinary table</source>
        <translation>檔案中的集合不是 Anki 集合：「{name}」不是一般的資料表</translation>
    </message>
    <message>
        <source>its collection takes too long to read</source>
        <translation>讀取檔案中的集合花費太久</translation>
    </message>
    <message>
        <source>its collection is not an SQLite database</source>
        <translation>檔案中的集合不是 SQLite 資料庫</translation>
    </message>
    <message>
        <source>a note or another value in its collection is larger than {limit} MB</source>
        <translation>檔案中的集合有一則筆記或其他值大於 {limit} MB</translation>
    </message>
    <message>
        <source>its collection is damaged: {error}</source>
        <translation>檔案中的集合已損毀：{error}</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB</source>
        <translation>{name} 大於 {limit} MB</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>檔案已加密</translation>
    </message>
    <message>
        <source>{name} is compressed with an unsupported method</source>
        <translation>{name} 使用不支援的壓縮方式</translation>
    </message>
    <message>
        <source>it contains too many files</source>
        <translation>其中的檔案太多</translation>
    </message>
    <message>
        <source>its file type can&apos;t be imported; use one of {types}</source>
        <translation>無法匯入這種類型的檔案；可匯入的類型：{types}</translation>
    </message>
    <message>
        <source>it contains no rows</source>
        <translation>檔案中沒有任何資料列</translation>
    </message>
    <message>
        <source>line {line}: a row has more than {limit} cells</source>
        <translation>第 {line} 行：一列有超過 {limit} 個儲存格</translation>
    </message>
    <message>
        <source>it has no column for a field such as front or back</source>
        <translation>檔案中沒有任何一欄對應到 front、back 等欄位</translation>
    </message>
    <message>
        <source>it contains no questions (a heading or a bold paragraph with an answer below it)</source>
        <translation>檔案中找不到題目（標題或粗體段落，下方接著答案）</translation>
    </message>
    <message>
        <source>it is larger than {limit} MB</source>
        <translation>檔案大於 {limit} MB</translation>
    </message>
    <message>
        <source>line {line} is not valid UTF-8; save the file as UTF-8</source>
        <translation>第 {line} 行不是有效的 UTF-8；請將檔案存為 UTF-8</translation>
    </message>
    <message>
        <source>line {line} contains a NUL character, so this is not a text file</source>
        <translation>第 {line} 行含有 NUL 字元，因此不是文字檔</translation>
    </message>
    <message>
        <source>The text ends here: “{comment}” is a comment, because it starts with ` #`.</source>
        <translation>文字到此為止：「{comment}」以 ` #` 開頭，因此是註解。</translation>
    </message>
    <message>
        <source>If it belongs to the text, put the whole text in quotes. Otherwise, move the comment to its own line.</source>
        <translation>如果它屬於文字，請用引號括住整段文字；否則請把註解移到單獨一行。</translation>
    </message>
    <message>
        <source>line {line}: a cell has more than {limit} characters</source>
        <translation>第 {line} 行：有一個儲存格超過 {limit} 個字元</translation>
    </message>
    <message>
        <source>line {line}: the quote opened here is not closed</source>
        <translation>第 {line} 行：此處的引號沒有結尾</translation>
    </message>
    <message>
        <source>line {line}: the quote opened here is closed in line {end}, but the cell continues; close the quote at the end of the cell, and write quotes in the text as &quot;&quot;</source>
        <translation>第 {line} 行：此處的引號在第 {end} 行結束，但儲存格後面還有內容；請將結尾的引號放在儲存格末尾，文字中的引號請寫成 &quot;&quot;</translation>
    </message>
    <message>
        <source>The import of this file was interrupted, so some notes or reviews are missing.</source>
        <translation>這個檔案的匯入中斷了，因此缺少部分筆記或複習記錄。</translation>
    </message>
    <message>
        <source>Import it again to complete it.</source>
        <translation>請再匯入一次，以補齊缺少的內容。</translation>
    </message>
    <message>
        <source>its media need {needed} MB, but {folder} has only {free} MB of free space</source>
        <translation>其中的媒體檔案需要 {needed} MB，但 {folder} 只剩 {free} MB 的可用空間</translation>
    </message>
    <message>
        <source>the package “miniaudio” is not installed</source>
        <translation>未安裝套件「miniaudio」</translation>
    </message>
    <message>
        <source>it is larger than {size} MB</source>
        <translation>檔案大於 {size} MB</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>檔案已損壞</translation>
    </message>
    <message>
        <source>it is longer than {minutes} minutes</source>
        <translation>長度超過 {minutes} 分鐘</translation>
    </message>
    <message>
        <source>StudyApp plays MP3, WAV and FLAC, but not {format}</source>
        <translation>StudyApp 可播放 MP3、WAV 和 FLAC，但不支援 {format}</translation>
    </message>
    <message>
        <source>it is damaged, or not an MP3, WAV or FLAC file</source>
        <translation>檔案已損壞，或不是 MP3、WAV 或 FLAC 檔</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>檔案不存在</translation>
    </message>
    <message>
        <source>The card shows the formula&apos;s source. The guide lists what formulas may contain.</source>
        <translation>卡片會顯示公式的原始碼。使用指南列出公式可以使用的內容。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: the command {detail} is not supported.</source>
        <translation>公式「{formula}」：不支援指令 {detail}。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: the environment {detail} is not supported.</source>
        <translation>公式「{formula}」：不支援環境 {detail}。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: the character {detail} is not supported here.</source>
        <translation>公式「{formula}」：這裡不支援字元 {detail}。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: {detail} is not supported here.</source>
        <translation>公式「{formula}」：這裡不支援 {detail}。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: something is missing after {detail}.</source>
        <translation>公式「{formula}」：{detail} 後面缺少內容。</translation>
    </message>
    <message>
        <source>Put the argument in braces, as in \frac{{a}}{{b}}.</source>
        <translation>請把引數放在大括號內，例如 \frac{{a}}{{b}}。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: {detail} has no counterpart.</source>
        <translation>公式「{formula}」：{detail} 沒有對應的另一半。</translation>
    </message>
    <message>
        <source>Close every brace, \left and \begin.</source>
        <translation>請為每個大括號、\left 與 \begin 補上結尾。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: {detail} is not allowed here.</source>
        <translation>公式「{formula}」：這裡不能使用 {detail}。</translation>
    </message>
    <message>
        <source>Formula “{formula}” is too long or nested too deeply.</source>
        <translation>公式「{formula}」太長或巢狀層數太多。</translation>
    </message>
    <message>
        <source>Divide it into several formulas.</source>
        <translation>請拆成數個公式。</translation>
    </message>
    <message>
        <source>A search can have at most {maximum} terms</source>
        <translation>搜尋條件最多 {maximum} 個</translation>
    </message>
    <message>
        <source>This is not a valid character</source>
        <translation>這不是有效的字元</translation>
    </message>
    <message>
        <source>No parenthesis is open here</source>
        <translation>這個右括號前面沒有對應的左括號</translation>
    </message>
    <message>
        <source>Too many parentheses in parentheses</source>
        <translation>括號的巢狀層數太多</translation>
    </message>
    <message>
        <source>There is nothing between the parentheses</source>
        <translation>括號裡沒有內容</translation>
    </message>
    <message>
        <source>Something to search for is missing after “{operator}”; to search for the word, put it in quotes</source>
        <translation>「{operator}」後面缺少搜尋條件；如果要搜尋這個字，請加上引號</translation>
    </message>
    <message>
        <source>Something to search for is missing before “{operator}”; to search for the word, put it in quotes</source>
        <translation>「{operator}」前面缺少搜尋條件；如果要搜尋這個字，請加上引號</translation>
    </message>
    <message>
        <source>This parenthesis is not closed</source>
        <translation>這個括號沒有結尾</translation>
    </message>
    <message>
        <source>There is nothing between the quotes</source>
        <translation>引號裡沒有內容</translation>
    </message>
    <message>
        <source>This quote is not closed</source>
        <translation>這個引號沒有結尾</translation>
    </message>
    <message>
        <source>The name is missing before the colon; to search for a colon, write “\:”</source>
        <translation>冒號前面缺少名稱；如果要搜尋冒號，請寫成「\:」</translation>
    </message>
    <message>
        <source>Write a value after “{name}:”</source>
        <translation>請在「{name}:」後面寫上值</translation>
    </message>
    <message>
        <source>There is no field or search term “{name}:”. Did you mean “{suggestion}:”? To search for a colon, write “\:”</source>
        <translation>沒有欄位或搜尋條件「{name}:」。你是指「{suggestion}:」嗎？如果要搜尋冒號，請寫成「\:」</translation>
    </message>
    <message>
        <source>There is no field or search term “{name}:”. To search for a colon, write “\:”</source>
        <translation>沒有欄位或搜尋條件「{name}:」。如果要搜尋冒號，請寫成「\:」</translation>
    </message>
    <message>
        <source>Write a note type, a comma and the text of the first field, as in “dupe:basic,code”</source>
        <translation>請依序寫上筆記類型、逗號和第一個欄位的文字，例如「dupe:basic,code」</translation>
    </message>
    <message>
        <source>“{escape}” is not an escape; write “\\” for a backslash</source>
        <translation>「{escape}」不是跳脫字元；反斜線請寫成「\\」</translation>
    </message>
    <message>
        <source>“{name}:” needs a number of days, as in “{name}:7”</source>
        <translation>「{name}:」後面要寫天數，例如「{name}:7」</translation>
    </message>
    <message>
        <source>A rating is a number from 1 (Again) to 4 (Easy), as in “rated:7:1”</source>
        <translation>評等是從 1（重來）到 4（簡單）的數字，例如「rated:7:1」</translation>
    </message>
    <message>
        <source>A flag is a number from 1 to {maximum}, or 0 for none</source>
        <translation>旗標是從 1 到 {maximum} 的數字，0 表示沒有旗標</translation>
    </message>
    <message>
        <source>“{name}:” knows no “{value}”, only {known}</source>
        <translation>「{name}:」沒有「{value}」，只有 {known}</translation>
    </message>
    <message>
        <source>Write IDs of notes, separated by commas, as in “nid:chatgpt/rlhf,chatgpt/davinci”</source>
        <translation>請寫上筆記的 ID，以逗號分隔，例如「nid:chatgpt/rlhf,chatgpt/davinci」</translation>
    </message>
    <message>
        <source>Write IDs of cards, separated by commas, as in “cid:chatgpt/rlhf#1”</source>
        <translation>請寫上卡片的 ID，以逗號分隔，例如「cid:chatgpt/rlhf#1」</translation>
    </message>
    <message>
        <source>“prop:” knows no “{value}”, only {known}</source>
        <translation>「prop:」沒有「{value}」，只有 {known}</translation>
    </message>
    <message>
        <source>A comparison such as =, &lt; or &gt;= is missing, as in “prop:{name}&gt;5”</source>
        <translation>缺少 =、&lt; 或 &gt;= 這類比較符號，例如「prop:{name}&gt;5」</translation>
    </message>
    <message>
        <source>“prop:{name}” needs a whole number, such as 5</source>
        <translation>「prop:{name}」後面要寫整數，例如 5</translation>
    </message>
    <message>
        <source>“prop:{name}” needs a whole number of days from today, such as 3 or -1</source>
        <translation>「prop:{name}」後面要寫從今天算起的天數（整數），例如 3 或 -1</translation>
    </message>
    <message>
        <source>“prop:{name}” needs a number, such as {example}</source>
        <translation>「prop:{name}」後面要寫數字，例如 {example}</translation>
    </message>
    <message>
        <source>Write a regular expression after “re:”; put it in quotes if it has spaces, quotes or parentheses</source>
        <translation>請在「re:」後面寫上正規表示式；如果其中有空格、引號或括號，請加上引號</translation>
    </message>
    <message>
        <source>This regular expression is too long</source>
        <translation>這個正規表示式太長</translation>
    </message>
    <message>
        <source>This regular expression is not valid: {reason}</source>
        <translation>這個正規表示式無效：{reason}</translation>
    </message>
    <message>
        <source>A repeated group with a repetition inside, such as “(a+)*”, can take forever; write it in another way</source>
        <translation>重複的群組裡又有重複，例如「(a+)*」，可能永遠找不完；請換個寫法</translation>
    </message>
    <message>
        <source>“{text}” is not a number of days. Enter one, such as 0 for today, or a range, such as 3-7.</source>
        <translation>「{text}」不是天數。請輸入天數，例如 0 表示今天，或輸入範圍，例如 3-7。</translation>
    </message>
    <message>
        <source>The range {first}-{last} starts after its end. Enter {last}-{first} instead.</source>
        <translation>範圍 {first}-{last} 的開頭比結尾還晚。請改為輸入 {last}-{first}。</translation>
    </message>
    <message>
        <source>{days} days are too many. Enter at most {limit}.</source>
        <translation>{days} 天太多了。最多可輸入 {limit} 天。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the title was not changed, because the file would not read as intended. Change it in a text editor.</source>
        <translation>{file} 第 {line} 行：標題沒有變更，因為改了之後檔案讀起來會和預期不同。請用文字編輯器修改。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the deck can&apos;t be edited because it can&apos;t be read: {problem} Correct the file in a text editor.</source>
        <translation>{file} 第 {line} 行：無法編輯牌組，因為檔案讀不出來：{problem} 請用文字編輯器修正檔案。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the note “{note}” can&apos;t be edited because of an error in the file: {problem} Correct it in a text editor.</source>
        <translation>{file} 第 {line} 行：筆記「{note}」在檔案裡有錯誤，無法編輯：{problem} 請用文字編輯器修正。</translation>
    </message>
    <message>
        <source>{file} has no note “{note}”. It may have been removed, got another ID, or have an error. Open the file in a text editor.</source>
        <translation>{file} 裡沒有筆記「{note}」。可能已移除、換了 ID，或是有錯誤。請用文字編輯器開啟檔案。</translation>
    </message>
    <message>
        <source>{file} already has a note “{note}”, in line {line}. Give the new note another ID.</source>
        <translation>{file} 第 {line} 行已經有筆記「{note}」。請給新筆記另一個 ID。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the diagram of the note “{note}” can&apos;t be changed here. It is described in a file of its own in the folder “diagrams”; edit that file in a text editor.</source>
        <translation>{file} 第 {line} 行：筆記「{note}」的示意圖無法在這裡變更。它寫在「diagrams」資料夾裡的另一個檔案；請用文字編輯器修改那個檔案。</translation>
    </message>
    <message>
        <source>{file} has another note type “{type}” with other fields or cards. Rename one of the two under `note_types` in a text editor.</source>
        <translation>{file} 裡已有另一個同名的筆記類型「{type}」，欄位或卡片不同。請用文字編輯器在 `note_types` 底下替其中一個改名。</translation>
    </message>
    <message>
        <source>{file}, line {line}: `{field}` of the note “{note}” can&apos;t be empty, because `defaults` of the deck has a text for it. Write another text, or remove the one in `defaults` in a text editor.</source>
        <translation>{file} 第 {line} 行：筆記「{note}」的 `{field}` 不能留空，因為牌組的 `defaults` 裡有這個欄位的文字。請改寫成其他文字，或用文字編輯器刪除 `defaults` 裡的文字。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the note “{note}” was not changed: {problem}</source>
        <translation>{file} 第 {line} 行：筆記「{note}」沒有變更：{problem}</translation>
    </message>
    <message>
        <source>{file}, line {line}: the note “{note}” was not changed, because the file would not read as intended. Edit these lines in a text editor.</source>
        <translation>{file} 第 {line} 行：筆記「{note}」沒有變更，因為改了之後檔案讀起來會和預期不同。請用文字編輯器修改這幾行。</translation>
    </message>
    <message>
        <source>{file} was changed by another program just now. Nothing was changed. Try again.</source>
        <translation>另一個程式剛剛變更了 {file}。沒有做任何變更。請再試一次。</translation>
    </message>
    <message>
        <source>The deck “{deck}” has no file any more. Nothing was changed. Refresh the library and try again.</source>
        <translation>牌組「{deck}」的檔案已經不在了。沒有做任何變更。請重新整理牌組庫，然後再試一次。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read as a deck: {problem} Correct the file, then try again. Nothing was changed.</source>
        <translation>無法將 {file} 讀取為牌組：{problem} 請修正檔案，然後再試一次。沒有做任何變更。</translation>
    </message>
    <message>
        <source>{file} has no note “{note}” any more. Nothing was changed. Refresh the list and try again.</source>
        <translation>{file} 裡已經沒有筆記「{note}」。沒有做任何變更。請重新整理清單，然後再試一次。</translation>
    </message>
    <message>
        <source>Can&apos;t write {file}: {reason}. Nothing was changed. Allow writing to the file and its folder, then try again.</source>
        <translation>無法寫入 {file}：{reason}。沒有做任何變更。請允許寫入該檔案及其資料夾，然後再試一次。</translation>
    </message>
    <message>
        <source>Can&apos;t undo or redo the last edit: its text in {file} was changed since, so nothing was overwritten. Edit the file by hand.</source>
        <translation>無法復原或重做上次的編輯：{file} 裡的文字後來又有變更，因此沒有覆寫任何內容。請直接編輯該檔案。</translation>
    </message>
    <message>
        <source>{file} exists already, with other content. Nothing was changed. Rename one of the two files, then try again.</source>
        <translation>{file} 已經存在，但內容不同。沒有做任何變更。請將其中一個檔案重新命名，然後再試一次。</translation>
    </message>
    <message>
        <source>{file} does not exist any more. Nothing was changed. Put the file back from a backup, then try again.</source>
        <translation>{file} 已不存在。沒有做任何變更。請從備份放回該檔案，然後再試一次。</translation>
    </message>
    <message>
        <source>“{key}” is not in the bin any more. Nothing was changed.</source>
        <translation>「{key}」已經不在資源回收筒裡。沒有做任何變更。</translation>
    </message>
    <message>
        <source>{file} has another note “{note}” meanwhile. Nothing was changed. Give that note another ID in the file, then try again.</source>
        <translation>{file} 裡現在有另一則筆記「{note}」。沒有做任何變更。請在檔案裡為那則筆記改用其他 ID，然後再試一次。</translation>
    </message>
    <message>
        <source>A deck needs a title. Nothing was changed. Enter one.</source>
        <translation>牌組需要標題。沒有做任何變更。請輸入標題。</translation>
    </message>
    <message>
        <source>The deck “{deck}” comes with StudyApp and can&apos;t be deleted. Nothing was changed. Hide it instead.</source>
        <translation>牌組「{deck}」是 StudyApp 內附的，無法刪除。沒有做任何變更。你可以改為隱藏它。</translation>
    </message>
    <message>
        <source>{file} has the deck “{deck}” meanwhile. Nothing was changed. Delete that deck or give it another ID, then try again.</source>
        <translation>{file} 現在有牌組「{deck}」。沒有做任何變更。請刪除那個牌組或為它改用其他 ID，然後再試一次。</translation>
    </message>
    <message>
        <source>The file “{file}” is missing.</source>
        <translation>找不到檔案「{file}」。</translation>
    </message>
    <message>
        <source>Put it into the folder of the deck file, or correct its name.</source>
        <translation>請將它放進牌組檔案所在的資料夾，或更正檔名。</translation>
    </message>
    <message>
        <source>The answer contains more than one fact ({language}).</source>
        <translation>答案含有不只一項事實（{language}）。</translation>
    </message>
    <message>
        <source>Split the note, or turn a list of more than three items into a cloze.</source>
        <translation>請拆成多則筆記；清單若超過三項，請改成克漏字。</translation>
    </message>
    <message>
        <source>The answer is {length} characters long ({language}); the limit is {limit}.</source>
        <translation>答案長 {length} 個字元（{language}），上限是 {limit}。</translation>
    </message>
    <message>
        <source>Shorten it to one line, or split the note.</source>
        <translation>請縮短成一行，或拆成多則筆記。</translation>
    </message>
    <message>
        <source>The `why` is {length} characters long ({language}); the limit is {limit}.</source>
        <translation>`why` 長 {length} 個字元（{language}），上限是 {limit}。</translation>
    </message>
    <message>
        <source>Keep it to one sentence.</source>
        <translation>請寫成一句話。</translation>
    </message>
    <message>
        <source>This can be answered with yes or no ({language}): {words}.</source>
        <translation>這題可以用是或否回答（{language}）：{words}。</translation>
    </message>
    <message>
        <source>Ask for the fact itself: what, which, why or how.</source>
        <translation>請直接問那項事實：什麼、哪個、為什麼或如何。</translation>
    </message>
    <message>
        <source>“{word}” refers to something that is not on the card ({language}).</source>
        <translation>「{word}」指的東西不在卡片上（{language}）。</translation>
    </message>
    <message>
        <source>Name what it refers to: months later, only the card itself is shown.</source>
        <translation>請寫明所指的東西：幾個月後，畫面上只會有這張卡片。</translation>
    </message>
    <message>
        <source>The correct option stands out by its length ({language}).</source>
        <translation>正確選項的長度太顯眼（{language}）。</translation>
    </message>
    <message>
        <source>Make all options about the same length.</source>
        <translation>請讓各選項長度相近。</translation>
    </message>
    <message>
        <source>`{field}` has no text in {language}.</source>
        <translation>`{field}` 沒有 {language} 的文字。</translation>
    </message>
    <message>
        <source>Add the text in every language of the deck.</source>
        <translation>請補上牌組每種語言的文字。</translation>
    </message>
    <message>
        <source>The note has no `section`.</source>
        <translation>這則筆記沒有 `section`。</translation>
    </message>
    <message>
        <source>Name the section of the source that it comes from.</source>
        <translation>請寫出它出自來源的哪一節。</translation>
    </message>
    <message>
        <source>The note has no `evidence`.</source>
        <translation>這則筆記沒有 `evidence`。</translation>
    </message>
    <message>
        <source>State how certain the source is; for a plain fact, use `observation`.</source>
        <translation>請寫出來源有多確定；單純的事實請用 `observation`。</translation>
    </message>
    <message>
        <source>The number {figure} has no unit ({language}).</source>
        <translation>數字 {figure} 沒有單位（{language}）。</translation>
    </message>
    <message>
        <source>Add what it counts, for example “12 billion parameters”.</source>
        <translation>請補上計算的對象，例如「120 億個參數」。</translation>
    </message>
    <message>
        <source>The note {other} asks almost the same question ({language}).</source>
        <translation>筆記 {other} 問的問題幾乎相同（{language}）。</translation>
    </message>
    <message>
        <source>Remove one of the two, or ask about a different aspect.</source>
        <translation>請刪去其中一則，或改問別的面向。</translation>
    </message>
    <message>
        <source>The note {other} asks almost the same question but has a different answer ({language}).</source>
        <translation>筆記 {other} 問的問題幾乎相同，答案卻不同（{language}）。</translation>
    </message>
    <message>
        <source>State in both questions how they differ.</source>
        <translation>請在兩個問題中寫明差別。</translation>
    </message>
    <message>
        <source>The question already shows its answer, “{answer}” ({language}).</source>
        <translation>題目裡已經看得到答案「{answer}」（{language}）。</translation>
    </message>
    <message>
        <source>Reword the question, or ask for something else.</source>
        <translation>請改寫題目，或改問別的內容。</translation>
    </message>
    <message>
        <source>The hint “{hint}” is a question or refers to something ({language}).</source>
        <translation>提示「{hint}」是問句，或指涉別的東西（{language}）。</translation>
    </message>
    <message>
        <source>Name the kind of thing with a noun, such as “year” or “data set”.</source>
        <translation>請用名詞寫出要填的是哪一類東西，例如「年份」或「資料集」。</translation>
    </message>
    <message>
        <source>The gap “{answer}” asks for a part of the grammar ({language}).</source>
        <translation>填空「{answer}」考的是詞類，而不是內容（{language}）。</translation>
    </message>
    <message>
        <source>Hide a name, a number or a term, or ask a question instead.</source>
        <translation>請改為遮住名稱、數字或術語，或改成問題。</translation>
    </message>
    <message>
        <source>The question doesn&apos;t say what it is about ({language}): {words}.</source>
        <translation>題目沒說明問的是什麼主題（{language}）：{words}。</translation>
    </message>
    <message>
        <source>Ask about the subject instead of the text it comes from.</source>
        <translation>請就主題提問，不要問文章寫了什麼。</translation>
    </message>
    <message>
        <source>The note {other} says almost the same ({language}).</source>
        <translation>筆記 {other} 的內容幾乎相同（{language}）。</translation>
    </message>
    <message>
        <source>{count} notes ask about “{first}” and “{second}” together ({language}): {others} and more.</source>
        <translation>有 {count} 則筆記一起考「{first}」和「{second}」（{language}）：{others} 等。</translation>
    </message>
    <message>
        <source>Keep at most three of them, or ask what tells the two apart.</source>
        <translation>最多留下三則，或改問兩者如何區分。</translation>
    </message>
    <message>
        <source>The Chinese text contains “{found}” ({language}).</source>
        <translation>中文文字裡有「{found}」（{language}）。</translation>
    </message>
    <message>
        <source>Use full-width punctuation（，。：；？）, and no space before %.</source>
        <translation>請使用全形標點（，。：；？），% 之前不留空格。</translation>
    </message>
    <message>
        <source>`{field}` contains “{avoided}” instead of “{preferred}”.</source>
        <translation>`{field}` 裡寫的是「{avoided}」，而不是「{preferred}」。</translation>
    </message>
    <message>
        <source>Use “{preferred}”, as in the `terms` of the deck file, or quote the other word.</source>
        <translation>請依牌組檔案的 `terms` 改用「{preferred}」，或為該詞加上引號。</translation>
    </message>
    <message>
        <source>{count} of {total} notes are cloze notes ({share}%).</source>
        <translation>{total} 則筆記中有 {count} 則是克漏字（{share}%）。</translation>
    </message>
    <message>
        <source>Turn some into questions, so that at most a quarter are cloze notes.</source>
        <translation>請把一部分改成問題，讓克漏字不超過四分之一。</translation>
    </message>
    <message>
        <source>Prerequisite {other} doesn&apos;t exist.</source>
        <translation>先備筆記 {other} 不存在。</translation>
    </message>
    <message>
        <source>Correct its ID, or remove it from `requires`.</source>
        <translation>請更正識別碼，或將它從 `requires` 移除。</translation>
    </message>
    <message>
        <source>These prerequisites lead to a cycle: {others}.</source>
        <translation>這些先備筆記形成循環：{others}。</translation>
    </message>
    <message>
        <source>Remove one of the `requires` entries in the cycle.</source>
        <translation>請移除循環中的一個 `requires` 項目。</translation>
    </message>
    <message>
        <source>Cards can&apos;t show {name}. Use a picture (PNG, JPEG, GIF, WebP, BMP) or a sound (MP3, WAV, FLAC).</source>
        <translation>卡片無法顯示 {name}。請使用圖片（PNG、JPEG、GIF、WebP、BMP）或聲音（MP3、WAV、FLAC）。</translation>
    </message>
    <message>
        <source>Enter the text to find.</source>
        <translation>請輸入要尋找的文字。</translation>
    </message>
    <message>
        <source>The regular expression is not valid: {reason}</source>
        <translation>正規表示式無效：{reason}</translation>
    </message>
    <message>
        <source>The replacement is not valid: {reason}</source>
        <translation>取代文字無效：{reason}</translation>
    </message>
    <message>
        <source>it contains no notes</source>
        <translation>其中沒有筆記</translation>
    </message>
    <message>
        <source>Enter a name for the exam.</source>
        <translation>請輸入考試名稱。</translation>
    </message>
    <message>
        <source>An exam named “{name}” already exists. Enter another name.</source>
        <translation>已有名為「{name}」的考試，請輸入其他名稱。</translation>
    </message>
    <message>
        <source>The exam must be after today.</source>
        <translation>考試必須在今天之後。</translation>
    </message>
    <message>
        <source>Enter a target from {least} to {most} percent.</source>
        <translation>請輸入 {least} 到 {most} 的目標百分比。</translation>
    </message>
    <message>
        <source>The last day is before the first day.</source>
        <translation>最後一天早於第一天。</translation>
    </message>
    <message>
        <source>These are {days} days. Choose at most {most}.</source>
        <translation>這段期間有 {days} 天，最多可選 {most} 天。</translation>
    </message>
    <message>
        <source>These days are over.</source>
        <translation>這些日子已經過去。</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Add IDs to keep your progress</source>
        <translation>加上識別碼，改寫後也能保留學習進度</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the deck files. Other notes work normally.</source>
        <translation>
            <numerusform>牌組檔案有 %n 個問題。其餘筆記可正常使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Run “studyapp check” to list them all.</source>
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
        <source>Anki deck packages (*.apkg)</source>
        <translation>Anki 牌組檔 (*.apkg)</translation>
    </message>
    <message>
        <source>Anki collection packages (*.colpkg)</source>
        <translation>Anki 集合檔 (*.colpkg)</translation>
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
        <source>New deck</source>
        <translation>新增牌組</translation>
    </message>
    <message>
        <source>Deck name</source>
        <translation>牌組名稱</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>Enter a name for the deck.</source>
        <translation>請輸入牌組名稱。</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>新增語言</translation>
    </message>
    <message>
        <source>Language tag, such as en, zh-Hant or pt-BR</source>
        <translation>語言標籤，例如 en、zh-Hant 或 pt-BR</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Enter a language tag such as en, zh-Hant or pt-BR.</source>
        <translation>請輸入語言標籤，例如 en、zh-Hant 或 pt-BR。</translation>
    </message>
    <message>
        <source>Save the changes to the note?</source>
        <translation>要儲存筆記的更動嗎？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Insert picture or sound</source>
        <translation>插入圖片或聲音</translation>
    </message>
    <message>
        <source>Pictures and sounds (*.png *.jpg *.jpeg *.gif *.webp *.bmp *.mp3 *.wav *.flac *.ogg *.oga *.opus *.m4a *.aac)</source>
        <translation>圖片與聲音 (*.png *.jpg *.jpeg *.gif *.webp *.bmp *.mp3 *.wav *.flac *.ogg *.oga *.opus *.m4a *.aac)</translation>
    </message>
    <message>
        <source>Your decks folder already has a file named {name}.</source>
        <translation>牌組資料夾中已有名為 {name} 的檔案。</translation>
    </message>
    <message>
        <source>Replace the deck file?</source>
        <translation>要取代這個牌組檔案嗎？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>{file} already exists.</source>
        <translation>{file} 已經存在。</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>要取代這個檔案嗎？</translation>
    </message>
    <message>
        <source>Correct the times?</source>
        <translation>要更正時間嗎？</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Reschedule these cards?</source>
        <translation>要重新排程這些卡片嗎？</translation>
    </message>
    <message>
        <source>Reschedule</source>
        <translation>重新排程</translation>
    </message>
    <message>
        <source>The backup of {time} will be restored. Your current collection is kept as another backup.</source>
        <translation>將還原 {time} 的備份。目前的集合會另存為備份。</translation>
    </message>
    <message>
        <source>Restore this backup?</source>
        <translation>要還原這份備份嗎？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Empty the bin?</source>
        <translation>要清空資源回收桶嗎？</translation>
    </message>
    <message>
        <source>Empty bin</source>
        <translation>清空資源回收桶</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Anki, table and Markdown files</source>
        <translation>Anki、表格與 Markdown 檔</translation>
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
    <name>RatingButton</name>
    <message>
        <source>Key: {key}</source>
        <translation>按鍵：{key}</translation>
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
        <source>Incorrect, or you didn&apos;t know. Shown again soon.</source>
        <translation>答錯或不知道。很快會再次顯示。</translation>
    </message>
    <message>
        <source>Correct, with a lot of effort.</source>
        <translation>答對，但很吃力。</translation>
    </message>
    <message>
        <source>Correct.</source>
        <translation>答對。</translation>
    </message>
    <message>
        <source>Correct immediately.</source>
        <translation>立刻答對。</translation>
    </message>
</context>
<context>
    <name>RecallPlots</name>
    <message>
        <source>True retention</source>
        <translation>真實留存率</translation>
    </message>
    <message>
        <source>Mature</source>
        <translation>成熟</translation>
    </message>
    <message>
        <source>Young</source>
        <translation>較新</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>複習次數</translation>
    </message>
    <message>
        <source>Share recalled</source>
        <translation>記得比率</translation>
    </message>
    <message>
        <source>Desired: {percent}</source>
        <translation>期望：{percent}</translation>
    </message>
    <message>
        <source>No reviews after an interval of a day or more in this period.</source>
        <translation>這段期間沒有間隔一天以上的複習。</translation>
    </message>
    <message>
        <source>{percent} of {reviews} were recalled</source>
        <translation>{reviews}中有 {percent} 記得</translation>
    </message>
    <message>
        <source>young</source>
        <translation>較新</translation>
    </message>
    <message>
        <source>mature</source>
        <translation>成熟</translation>
    </message>
    <message>
        <source>desired {percent}</source>
        <translation>期望 {percent}</translation>
    </message>
    <message>
        <source>{parts}.</source>
        <translation>{parts}。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>These are reviews of due cards, the moment when recall is hardest.</source>
        <translation>這裡只計到期卡片的複習，也就是最難回想的時候。</translation>
    </message>
    <message>
        <source>FSRS has predicted no reviews in this period yet.</source>
        <translation>這段期間 FSRS 還沒有預測過任何複習。</translation>
    </message>
    <message>
        <source>Log loss {loss}, RMSE {rmse}; lower is better.</source>
        <translation>對數損失 {loss}，RMSE {rmse}；越低越好。</translation>
    </message>
    <message>
        <source>Calibration of FSRS</source>
        <translation>FSRS 的校準</translation>
    </message>
    <message>
        <source>Predicted range</source>
        <translation>預測範圍</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>記得</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>Actual recall, by predicted recall</source>
        <translation>實際記得的比率（橫軸為預測值）</translation>
    </message>
    <message>
        <source>FSRS predicted {predicted} recall; you recalled {observed} of {reviews}, so its predictions fit.</source>
        <translation>FSRS 預測會記得 {predicted}；{reviews}中你實際記得 {observed}，所以預測準確。</translation>
    </message>
    <message>
        <source>FSRS predicted {predicted} recall; you recalled {observed} of {reviews}, a difference that may be chance.</source>
        <translation>FSRS 預測會記得 {predicted}；{reviews}中你實際記得 {observed}，這個差距可能只是偶然。</translation>
    </message>
    <message>
        <source>FSRS predicted {predicted} recall; you recalled {observed} of {reviews}, so its predictions are {points} points too high.</source>
        <translation>FSRS 預測會記得 {predicted}；{reviews}中你實際記得 {observed}，所以預測高了 {points} 個百分點。</translation>
    </message>
    <message>
        <source>FSRS predicted {predicted} recall; you recalled {observed} of {reviews}, so its predictions are {points} points too low.</source>
        <translation>FSRS 預測會記得 {predicted}；{reviews}中你實際記得 {observed}，所以預測低了 {points} 個百分點。</translation>
    </message>
    <message>
        <source>Recalled by confidence: {shares}.</source>
        <translation>依把握程度記得的比例：{shares}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No confidence stated in this period. Turn it on in the deck options.</source>
        <translation>這段期間沒有記錄把握程度。可在牌組選項中開啟。</translation>
    </message>
    <message>
        <source>Calibration of your confidence</source>
        <translation>把握程度的校準</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Restore backup</source>
        <translation>還原備份</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新開始</translation>
    </message>
    <message>
        <source>Start over creates a new collection with all reviews that can still be read.</source>
        <translation>「重新開始」會建立新的集合，並保留仍可讀取的複習記錄。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Your collection can&apos;t be opened</source>
        <translation>無法開啟你的集合</translation>
    </message>
</context>
<context>
    <name>RemoveDaysOffDialog</name>
    <message>
        <source>Remove days off</source>
        <translation>移除休息日</translation>
    </message>
    <message>
        <source>Due dates stay as they are.</source>
        <translation>到期日維持不變。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>RemoveTagsDialog</name>
    <message>
        <source>Remove tags</source>
        <translation>移除標籤</translation>
    </message>
    <message>
        <source>Tags of the selected notes</source>
        <translation>選取筆記的標籤</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RenameDeckDialog</name>
    <message>
        <source>Rename deck</source>
        <translation>重新命名牌組</translation>
    </message>
    <message>
        <source>Only the title changes. The file keeps its name, and your progress stays.</source>
        <translation>只會變更標題。檔案名稱不變，學習進度也會保留。</translation>
    </message>
    <message>
        <source>Title ({language})</source>
        <translation>標題（{language}）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Enter a title.</source>
        <translation>請輸入標題。</translation>
    </message>
</context>
<context>
    <name>RestoreMessages</name>
    <message>
        <source>Your collection was restored.</source>
        <translation>已還原你的集合。</translation>
    </message>
    <message>
        <source>A new collection was created.</source>
        <translation>已建立新的集合。</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) or other action(s) recovered from the damaged file.</source>
        <translation>
            <numerusform>已從損毀的檔案恢復 %n 筆複習或其他操作。</numerusform>
        </translation>
    </message>
    <message>
        <source>The replaced files are in {folder}.</source>
        <translation>被取代的檔案在 {folder}。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) restored.</source>
        <translation>
            <numerusform>已還原 %n 個檔案。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed file(s) left as they are: {names}</source>
        <translation>
            <numerusform>%n 個已變更的檔案保持原樣：{names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>Show all cards</source>
        <translation>顯示所有卡片</translation>
    </message>
    <message>
        <source>Try fewer or shorter words, look in all decks, or choose a filter.</source>
        <translation>請減少或縮短關鍵字、搜尋所有牌組，或選擇一個篩選條件。</translation>
    </message>
    <message>
        <source>No card matches</source>
        <translation>沒有符合的卡片</translation>
    </message>
    <message>
        <source>No cards yet</source>
        <translation>還沒有卡片</translation>
    </message>
    <message>
        <source>Add decks on the decks page.</source>
        <translation>請在牌組頁面加入牌組。</translation>
    </message>
    <message>
        <source>{percent} % of the notes are ready.</source>
        <translation>已準備好 {percent} % 的筆記。</translation>
    </message>
    <message>
        <source>Preparing the search…</source>
        <translation>正在準備搜尋…</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>Compare retentions</source>
        <translation>比較留存比率</translation>
    </message>
    <message>
        <source>Simulating a year…</source>
        <translation>正在模擬一年…</translation>
    </message>
    <message>
        <source>Desired retention</source>
        <translation>期望留存比率</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Set retention</source>
        <translation>設定留存比率</translation>
    </message>
    <message>
        <source>{percent} (now)</source>
        <translation>{percent}（目前）</translation>
    </message>
    <message>
        <source>Simulated with your cards, limits and answer times: a model, not a promise.</source>
        <translation>依你的卡片、上限和作答時間模擬：這是模型，不是保證。</translation>
    </message>
    <message>
        <source>Set minutes per day to compare retentions for the same study time.</source>
        <translation>設定每天的分鐘數，就能以相同的學習時間比較各個留存比率。</translation>
    </message>
    <message numerus="yes">
        <source>You have %n review(s) so far, so most answer times and ratings are assumed.</source>
        <translation>
            <numerusform>你目前只有 %n 次複習，因此作答時間和評分大多是假設值。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionPlot</name>
    <message>
        <source>Cards remembered after a year</source>
        <translation>一年後記得的卡片</translation>
    </message>
    <message>
        <source>Desired retention</source>
        <translation>期望留存比率</translation>
    </message>
    <message>
        <source>Cards remembered</source>
        <translation>記得的卡片</translation>
    </message>
    <message>
        <source>Minutes a day</source>
        <translation>每天的分鐘數</translation>
    </message>
    <message>
        <source>New cards in the year</source>
        <translation>一年內的新卡片</translation>
    </message>
    <message>
        <source>There are no cards to study.</source>
        <translation>沒有可以學習的卡片。</translation>
    </message>
    <message>
        <source>At {percent}, as it is now, you would remember about {cards} after a year, with {time} a day.</source>
        <translation>目前的 {percent}：一年後大約記得 {cards}，每天 {time}。</translation>
    </message>
    <message>
        <source>At {percent} you would remember about {cards} after a year, {number} more than at {current}.</source>
        <translation>{percent}：一年後大約記得 {cards}，比 {current} 多 {number} 張。</translation>
    </message>
    <message>
        <source>At {percent} you would remember about {cards} after a year, {number} fewer than at {current}.</source>
        <translation>{percent}：一年後大約記得 {cards}，比 {current} 少 {number} 張。</translation>
    </message>
    <message>
        <source>At {percent} you would remember about {cards} after a year, as many as at {current}.</source>
        <translation>{percent}：一年後大約記得 {cards}，和 {current} 一樣多。</translation>
    </message>
    <message>
        <source>Both take about {time} a day.</source>
        <translation>兩者每天都大約需要 {time}。</translation>
    </message>
    <message>
        <source>That takes {time} a day instead of {current}.</source>
        <translation>每天需要 {time}，而不是 {current}。</translation>
    </message>
    <message>
        <source>You would forget about {share} of the cards that come up, instead of {current}.</source>
        <translation>出現的卡片中，你會忘記約 {share}，而不是 {current}。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>No forgotten card has prerequisites to review.</source>
        <translation>忘記的卡片沒有先備卡片可複習。</translation>
    </message>
    <message>
        <source>The last card was not forgotten.</source>
        <translation>上一張卡片沒有忘記。</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>來源：{source}</translation>
    </message>
    <message>
        <source>The deck names no source.</source>
        <translation>這個牌組沒有註明來源。</translation>
    </message>
    <message>
        <source>Undid: {action}</source>
        <translation>已復原：{action}</translation>
    </message>
    <message>
        <source>Redid: {action}</source>
        <translation>已重做：{action}</translation>
    </message>
    <message>
        <source>Buried until tomorrow. Undo: {key}</source>
        <translation>已推遲到明天。按 {key} 可復原。</translation>
    </message>
    <message>
        <source>Suspended. It won&apos;t come up again. Undo: {key}</source>
        <translation>已擱置，不會再出現。按 {key} 可復原。</translation>
    </message>
    <message>
        <source>Flag removed</source>
        <translation>已移除旗標</translation>
    </message>
    <message>
        <source>This deck has its own card languages. Deck options: {key}</source>
        <translation>這個牌組有自己的卡片語言。按 {key} 開啟牌組選項。</translation>
    </message>
    <message>
        <source>The card is no longer in its deck file.</source>
        <translation>這張卡片已不在牌組檔案中。</translation>
    </message>
    <message>
        <source>There is no option {number}.</source>
        <translation>沒有選項 {number}。</translation>
    </message>
    <message>
        <source>Show the answer first.</source>
        <translation>請先顯示答案。</translation>
    </message>
</context>
<context>
    <name>ReviewPlots</name>
    <message>
        <source>Learning</source>
        <translation>學習中</translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>複習</translation>
    </message>
    <message>
        <source>Relearning</source>
        <translation>重新學習</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>複習次數</translation>
    </message>
    <message>
        <source>No reviews yet today.</source>
        <translation>今天還沒有複習。</translation>
    </message>
    <message>
        <source>No reviews in this period.</source>
        <translation>這段期間沒有複習。</translation>
    </message>
    <message>
        <source>{reviews} on {studied} of {days}: {average} per study day.</source>
        <translation>{days}中有 {studied} 天複習，共 {reviews}：學習日平均每天 {average} 次。</translation>
    </message>
    <message>
        <source>{time} in all: {average} per study day, {each} per review.</source>
        <translation>共 {time}：學習日平均每天 {average}，每次複習 {each}。</translation>
    </message>
    <message>
        <source>Time (minutes)</source>
        <translation>時間（分鐘）</translation>
    </message>
    <message>
        <source>Time (hours)</source>
        <translation>時間（小時）</translation>
    </message>
    <message>
        <source>Minutes of study</source>
        <translation>學習分鐘數</translation>
    </message>
    <message>
        <source>{reviews} in {time}, {each} per review.</source>
        <translation>{reviews}，共 {time}，每次 {each}。</translation>
    </message>
    <message>
        <source>All were in learning steps: {percent} recalled.</source>
        <translation>都是學習步驟中的複習：記得 {percent}。</translation>
    </message>
    <message>
        <source>True retention: {percent} of {reviews} of due cards.</source>
        <translation>真實留存率：到期卡片的 {reviews}中記得 {percent}。</translation>
    </message>
    <message>
        <source>True retention: {percent} of {reviews} of due cards, of mature ones {mature}.</source>
        <translation>真實留存率：到期卡片的 {reviews}中記得 {percent}，其中成熟卡片 {mature}。</translation>
    </message>
    <message>
        <source>Hours of study</source>
        <translation>學習時數</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Young</source>
        <translation>較新</translation>
    </message>
    <message>
        <source>Mature</source>
        <translation>成熟</translation>
    </message>
    <message>
        <source>Learning and relearning</source>
        <translation>學習與重新學習</translation>
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
        <source>Of {reviews}: {shares}.</source>
        <translation>{reviews}中：{shares}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Answer buttons</source>
        <translation>回答按鈕</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>按鈕</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>{begin} – {end}</source>
        <translation>{begin} – {end}</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>時段</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小時</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>記得</translation>
    </message>
    <message>
        <source>You study most from {hour}: {reviews}.</source>
        <translation>你最常在 {hour} 學習：{reviews}。</translation>
    </message>
    <message>
        <source>You recall best from {best} ({high}), worst from {worst} ({low}).</source>
        <translation>記得最好的時段是 {best}（{high}），最差的是 {worst}（{low}）。</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin} 到 {end}</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
</context>
<context>
    <name>SavingWindow</name>
    <message>
        <source>Add notes</source>
        <translation>新增筆記</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>編輯筆記</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Something else was done since. Undo it in the main window first.</source>
        <translation>之後還有其他動作。請先在主視窗復原。</translation>
    </message>
    <message>
        <source>Added: {note}</source>
        <translation>已新增：{note}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Saved. The file was changed meanwhile as well, which is kept: {fields}.</source>
        <translation>已儲存。檔案中同時有其他更動，已保留：{fields}。</translation>
    </message>
    <message>
        <source>Saved, without what you wrote since. Save again to keep that, too.</source>
        <translation>已儲存，但不含你之後輸入的內容。再儲存一次即可一併保留。</translation>
    </message>
    <message>
        <source>The note is no longer in its deck file, so it can&apos;t be saved there.</source>
        <translation>這則筆記已不在牌組檔案中，因此無法儲存到原處。</translation>
    </message>
    <message>
        <source>Add as a new note</source>
        <translation>新增為新筆記</translation>
    </message>
    <message>
        <source>The note was removed again.</source>
        <translation>已移除剛才新增的筆記。</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>Keep the schedule</source>
        <translation>保留排程</translation>
    </message>
    <message>
        <source>Review soon</source>
        <translation>盡快複習</translation>
    </message>
    <message>
        <source>Start over as new cards</source>
        <translation>當作新卡片重新開始</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search cards: words, tag:, deck:, is:due, prop:lapses&gt;2…</source>
        <translation>搜尋卡片：文字、tag:、deck:、is:due、prop:lapses&gt;2⋯</translation>
    </message>
    <message>
        <source>Search cards</source>
        <translation>搜尋卡片</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>搜尋紀錄</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Actions on the selected cards</source>
        <translation>對選取卡片的操作</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>One row for each card</source>
        <translation>每張卡片一列</translation>
    </message>
    <message>
        <source>One row for each note</source>
        <translation>每則筆記一列</translation>
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
        <source>{count} so far…</source>
        <translation>目前 {count}…</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已選取 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>儲存這次搜尋…</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已儲存的搜尋</translation>
    </message>
    <message>
        <source>Last searches</source>
        <translation>最近的搜尋</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Enter a search first.</source>
        <translation>請先輸入搜尋內容。</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>儲存這次搜尋</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Enter a name for the search.</source>
        <translation>請輸入這次搜尋的名稱。</translation>
    </message>
</context>
<context>
    <name>SessionHeader</name>
    <message>
        <source>Card actions</source>
        <translation>卡片動作</translation>
    </message>
    <message>
        <source>Practice · {title}</source>
        <translation>練習 · {title}</translation>
    </message>
    <message>
        <source>{new} new · {learning} learning · {due} due</source>
        <translation>新卡片 {new} · 學習中 {learning} · 待複習 {due}</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Not saved. {reason}</source>
        <translation>未儲存。{reason}</translation>
    </message>
    <message>
        <source>Session progress</source>
        <translation>本次學習的進度</translation>
    </message>
</context>
<context>
    <name>SessionView</name>
    <message>
        <source>Nothing picked</source>
        <translation>未選擇任何選項</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>備份…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>介面語言</translation>
    </message>
    <message>
        <source>The language of menus and messages. Card languages are set separately.</source>
        <translation>選單與訊息的語言。卡片語言另外設定。</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>與系統相同</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Use a light or dark theme, or follow the system.</source>
        <translation>使用淺色或深色佈景主題，或跟隨系統。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>The size of all text in the window and on cards.</source>
        <translation>視窗與卡片上所有文字的大小。</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字型</translation>
    </message>
    <message>
        <source>The font of the window and the cards.</source>
        <translation>視窗與卡片的字型。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>快速鍵…</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>還原預設值</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Swap the two keys</source>
        <translation>交換這兩個按鍵</translation>
    </message>
    <message>
        <source>Also: {keys}</source>
        <translation>另有：{keys}</translation>
    </message>
    <message>
        <source>{key} is already used for “{meaning}”.</source>
        <translation>{key} 已用於「{meaning}」。</translation>
    </message>
    <message>
        <source>This key can&apos;t be used as a shortcut.</source>
        <translation>這個按鍵不能用作快速鍵。</translation>
    </message>
</context>
<context>
    <name>ShortcutsOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Esc closes the list.</source>
        <translation>按 Esc 可關閉清單。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>During review</source>
        <translation>複習時</translation>
    </message>
    <message>
        <source>Current card</source>
        <translation>目前的卡片</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>在瀏覽頁</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>在編輯視窗</translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation>整個視窗</translation>
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
        <source>Browse</source>
        <translation>瀏覽</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>Deck options</source>
        <translation>牌組選項</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Current page</source>
        <translation>目前的頁面</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) today</source>
        <translation>
            <numerusform>今天複習 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>介面</translation>
    </message>
</context>
<context>
    <name>SimilarCardsDialog</name>
    <message>
        <source>Similar cards</source>
        <translation>相似的卡片</translation>
    </message>
    <message>
        <source>This card</source>
        <translation>這張卡片</translation>
    </message>
    <message>
        <source>Similar card</source>
        <translation>相似的卡片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Practice both</source>
        <translation>練習這兩張</translation>
    </message>
    <message>
        <source>Comparing notes… Esc stops.</source>
        <translation>正在比較筆記⋯⋯按 Esc 停止。</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>已停止搜尋。</translation>
    </message>
    <message numerus="yes">
        <source>%n similar card(s)</source>
        <translation>
            <numerusform>%n 張相似的卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>No similar cards. If you keep forgetting this one, give it one short answer, split it in two, or add a hint.</source>
        <translation>沒有相似的卡片。如果一再忘記這張卡片，請讓答案只有一個而且簡短、拆成兩則，或加上提示。</translation>
    </message>
</context>
<context>
    <name>StatisticsHeader</name>
    <message>
        <source>Deck</source>
        <translation>牌組</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 個月</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 個月</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部時間</translation>
    </message>
    <message>
        <source>Steps of plots over time</source>
        <translation>時間圖表的單位</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>每週</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Filter cards…</source>
        <translation>篩選卡片…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>All decks</source>
        <translation>所有牌組</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Updating statistics…</source>
        <translation>正在更新統計…</translation>
    </message>
</context>
<context>
    <name>SuspendedAndBuriedDialog</name>
    <message>
        <source>Suspended and buried cards</source>
        <translation>已擱置與推遲的卡片</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已擱置</translation>
    </message>
    <message>
        <source>Buried until tomorrow</source>
        <translation>已推遲到明天</translation>
    </message>
    <message numerus="yes">
        <source>%n suspended or buried card(s)</source>
        <translation>
            <numerusform>%n 張已擱置或推遲的卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>No suspended or buried cards</source>
        <translation>沒有已擱置或推遲的卡片</translation>
    </message>
</context>
<context>
    <name>SyncPreviewForm</name>
    <message>
        <source>Profile in Anki: {name}</source>
        <translation>Anki 的使用者檔案：{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n new note(s) will be added to Anki</source>
        <translation>
            <numerusform>將新增 %n 則筆記到 Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) will be updated in Anki</source>
        <translation>
            <numerusform>將更新 Anki 中的 %n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be added or updated in Anki</source>
        <translation>
            <numerusform>將在 Anki 新增或更新 %n 張卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be moved in Anki, because the title of their deck changed</source>
        <translation>
            <numerusform>牌組名稱已變更，因此將在 Anki 移動 %n 張卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) will be sent to Anki</source>
        <translation>
            <numerusform>將傳送 %n 次複習到 Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) will be received from Anki</source>
        <translation>
            <numerusform>將從 Anki 接收 %n 次複習</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will get their progress from Anki</source>
        <translation>
            <numerusform>%n 張卡片的進度將取自 Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed in Anki will be updated here</source>
        <translation>
            <numerusform>將在此更新 %n 則在 Anki 修改過的筆記</numerusform>
        </translation>
    </message>
    <message>
        <source>Anki will show its import dialog. Choose “Import” there.</source>
        <translation>Anki 會顯示匯入對話框。請在該處選擇「匯入」。</translation>
    </message>
    <message numerus="yes">
        <source>Add %n note(s) from Anki to your deck files</source>
        <translation>
            <numerusform>將 Anki 的 %n 則筆記加入你的牌組檔案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted in Anki</source>
        <translation>
            <numerusform>在 Anki 刪除的 %n 則筆記</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep here only</source>
        <translation>只保留在這裡</translation>
    </message>
    <message>
        <source>Send to Anki again</source>
        <translation>重新傳送到 Anki</translation>
    </message>
    <message>
        <source>Delete here too</source>
        <translation>在這裡也刪除</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted here</source>
        <translation>
            <numerusform>在這裡刪除的 %n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) retired here: no longer in their decks</source>
        <translation>
            <numerusform>這裡已不再使用的 %n 則筆記（已不在牌組中）</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep in Anki</source>
        <translation>保留在 Anki</translation>
    </message>
    <message>
        <source>Also delete in Anki</source>
        <translation>在 Anki 也刪除</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed here and in Anki</source>
        <translation>
            <numerusform>%n 則筆記在這裡和 Anki 都改過</numerusform>
        </translation>
    </message>
    <message>
        <source>StudyApp</source>
        <translation>StudyApp</translation>
    </message>
    <message>
        <source>Anki</source>
        <translation>Anki</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空白）</translation>
    </message>
    <message>
        <source>Leave both as they are</source>
        <translation>兩邊都維持原樣</translation>
    </message>
    <message>
        <source>Keep the version in StudyApp</source>
        <translation>保留 StudyApp 的版本</translation>
    </message>
    <message>
        <source>Keep the version in Anki</source>
        <translation>保留 Anki 的版本</translation>
    </message>
</context>
<context>
    <name>SyncReport</name>
    <message>
        <source>Left alone because they were changed here and in Anki: {notes}</source>
        <translation>兩邊都修改過，因此未處理：{notes}</translation>
    </message>
    <message>
        <source>Not updated because the note type is different in Anki: {notes}</source>
        <translation>未更新，因為在 Anki 使用不同的筆記類型：{notes}</translation>
    </message>
    <message>
        <source>Deleted in Anki, but still asked here: {notes}</source>
        <translation>已在 Anki 刪除，但這裡仍會出題：{notes}</translation>
    </message>
    <message>
        <source>Deleted here, but still in Anki: {notes}</source>
        <translation>已在這裡刪除，但仍在 Anki 中：{notes}</translation>
    </message>
    <message>
        <source>Retired here, so their decks no longer have them; Anki keeps them. Delete them there if you don&apos;t need them: {notes}</source>
        <translation>這裡已不再使用、牌組中也已沒有這些筆記；Anki 會保留它們。不需要的話，請在 Anki 中刪除：{notes}</translation>
    </message>
    <message>
        <source>Added in Anki, but not here: {notes}</source>
        <translation>已在 Anki 新增，但這裡沒有：{notes}</translation>
    </message>
    <message>
        <source>Anki lacks cards of these notes: {notes}</source>
        <translation>Anki 缺少這些筆記的卡片：{notes}</translation>
    </message>
    <message>
        <source>Anki has other media files with these names, which were kept: {notes}</source>
        <translation>Anki 有同名的其他媒體檔案，已予保留：{notes}</translation>
    </message>
    <message>
        <source>Changed in Anki, but the deck file could not be changed: {notes}</source>
        <translation>已在 Anki 修改，但無法變更牌組檔案：{notes}</translation>
    </message>
    <message>
        <source>Anki didn&apos;t store these as sent: {notes}</source>
        <translation>Anki 儲存的內容與傳送的不同：{notes}</translation>
    </message>
</context>
<context>
    <name>SyncReportText</name>
    <message numerus="yes">
        <source>%n card(s) will sync next time: they are in a filtered deck or were just reviewed in Anki.</source>
        <translation>
            <numerusform>%n 張卡片下次再同步：它們在篩選牌組裡，或剛在 Anki 複習過。</numerusform>
        </translation>
    </message>
    <message>
        <source>Already in sync.</source>
        <translation>內容已同步。</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) received from Anki</source>
        <translation>
            <numerusform>已從 Anki 接收 %n 筆複習記錄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) sent to Anki</source>
        <translation>
            <numerusform>已傳送 %n 筆複習記錄到 Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added to Anki</source>
        <translation>
            <numerusform>已在 Anki 新增 %n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) updated in Anki</source>
        <translation>
            <numerusform>已在 Anki 更新 %n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted in Anki</source>
        <translation>
            <numerusform>在 Anki 刪除的 %n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added here</source>
        <translation>
            <numerusform>已在此新增 %n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) updated here</source>
        <translation>
            <numerusform>已在此更新 %n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted here</source>
        <translation>
            <numerusform>在這裡刪除的 %n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) updated in Anki</source>
        <translation>
            <numerusform>已更新 Anki 中的 %n 張卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) moved in Anki</source>
        <translation>
            <numerusform>已在 Anki 移動 %n 張卡片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>TableImportDialog</name>
    <message>
        <source>Import table</source>
        <translation>匯入表格</translation>
    </message>
    <message>
        <source>Not fully imported</source>
        <translation>未完整匯入的內容</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符號</translation>
    </message>
    <message>
        <source>Note type</source>
        <translation>筆記類型</translation>
    </message>
    <message>
        <source>First row contains column names</source>
        <translation>第一列是欄位名稱</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Cell format</source>
        <translation>儲存格格式</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>定位字元（Tab）</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗號</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分號</translation>
    </message>
    <message>
        <source>Vertical bar (|)</source>
        <translation>直線（|）</translation>
    </message>
    <message>
        <source>Colon</source>
        <translation>冒號</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Basic or cloze</source>
        <translation>基本或克漏字</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Basic and reversed</source>
        <translation>基本與反向</translation>
    </message>
    <message>
        <source>Basic, optionally reversed</source>
        <translation>基本，可選反向</translation>
    </message>
    <message>
        <source>Typed answer</source>
        <translation>輸入答案</translation>
    </message>
    <message>
        <source>Cloze</source>
        <translation>克漏字</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>純文字</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 則筆記</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already present</source>
        <translation>
            <numerusform>原本已有 %n 則</numerusform>
        </translation>
    </message>
    <message>
        <source>Question: {text}</source>
        <translation>問題：{text}</translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation>答案：{text}</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>標籤：{tags}</translation>
    </message>
    <message>
        <source>Deck: {deck}</source>
        <translation>牌組：{deck}</translation>
    </message>
    <message>
        <source>Can&apos;t read {file}: {reason}.</source>
        <translation>無法讀取 {file}：{reason}。</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>One text for all languages</source>
        <translation>所有語言共用一段文字</translation>
    </message>
    <message>
        <source>A text for each language</source>
        <translation>每種語言各一段文字</translation>
    </message>
    <message>
        <source>Add a language…</source>
        <translation>新增語言…</translation>
    </message>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n 種語言</numerusform>
        </translation>
    </message>
    <message>
        <source>Languages of “{field}”</source>
        <translation>「{field}」的語言</translation>
    </message>
</context>
<context>
    <name>TextQuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>UndoneSteps</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n 張卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 則筆記</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>建立副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Move to another deck</source>
        <translation>移至其他牌組</translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>變更標籤</translation>
    </message>
    <message>
        <source>Changes from Anki</source>
        <translation>來自 Anki 的變更</translation>
    </message>
    <message>
        <source>Create deck</source>
        <translation>建立牌組</translation>
    </message>
    <message>
        <source>Rename deck</source>
        <translation>重新命名牌組</translation>
    </message>
    <message>
        <source>Delete deck</source>
        <translation>刪除牌組</translation>
    </message>
    <message>
        <source>Restore deck</source>
        <translation>還原牌組</translation>
    </message>
</context>
<context>
    <name>ValueFormats</name>
    <message>
        <source>{number}&#xa0;h</source>
        <translation>{number}&#xa0;小時</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>under a day</source>
        <translation>不到一天</translation>
    </message>
    <message>
        <source>{number} d</source>
        <comment>days</comment>
        <translation>{number} 天</translation>
    </message>
    <message>
        <source>{number} mo</source>
        <comment>months</comment>
        <translation>{number} 個月</translation>
    </message>
    <message>
        <source>{number} y</source>
        <comment>years</comment>
        <translation>{number} 年</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln 張卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review(s)</source>
        <translation>
            <numerusform>%Ln 次複習</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Updated, overwriting your changes in Anki</source>
        <translation>更新，會覆寫你在 Anki 的變更</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>沒有變更</translation>
    </message>
    <message>
        <source>Not updated: changed more recently in Anki</source>
        <translation>不更新：在 Anki 的修改較新</translation>
    </message>
    <message>
        <source>Not updated: different note type in Anki</source>
        <translation>不更新：在 Anki 使用不同的筆記類型</translation>
    </message>
    <message>
        <source>Not deleted in Anki: no longer in StudyApp</source>
        <translation>不會從 Anki 刪除：StudyApp 中已沒有</translation>
    </message>
</context>
<context>
    <name>VersionChoice</name>
    <message>
        <source>(empty)</source>
        <translation>（空白）</translation>
    </message>
</context>
<context>
    <name>WideTable</name>
    <message>
        <source>Wide table or code</source>
        <translation>寬表格或程式碼</translation>
    </message>
</context>
<context>
    <name>_DayAxis</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>_Headings</name>
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
        <translation>新卡片</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>學習中</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>待複習</translation>
    </message>
</context>
<context>
    <name>_NotePanel</name>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
</context>
</TS>
