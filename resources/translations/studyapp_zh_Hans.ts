<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_Hans" sourcelanguage="en">
<context>
    <name>Anki</name>
    <message>
        <source>{reason} is no address of a program, such as http://127.0.0.1:8765.</source>
        <translation>{reason} 不是程序的地址；地址如 http://127.0.0.1:8765。</translation>
    </message>
    <message>
        <source>{reason} is another machine. Your cards and the key would go there as anybody on the way can read them.</source>
        <translation>{reason} 是另一台机器。您的卡片与密钥会以途中任何人都能读到的方式传过去。</translation>
    </message>
    <message>
        <source>No Anki answers at {reason}. Start Anki, with its add-on AnkiConnect (code 2055492159), and try again.</source>
        <translation>{reason} 没有 Anki 回应。请启动装有附加组件 AnkiConnect（代码 2055492159）的 Anki，再试一次。</translation>
    </message>
    <message>
        <source>Anki did not answer in time. A window may be open in it: close it, and try again; nothing comes twice.</source>
        <translation>Anki 没有及时回应。它可能开着某个窗口：请关掉再试一次；不会有东西重复。</translation>
    </message>
    <message>
        <source>What answers there is not AnkiConnect ({reason}).</source>
        <translation>那里回应的不是 AnkiConnect（{reason}）。</translation>
    </message>
    <message>
        <source>AnkiConnect speaks version {reason} there, and StudyApp version 6. Update the older of the two.</source>
        <translation>那里的 AnkiConnect 用的是第 {reason} 版，StudyApp 用的是第 6 版。请更新两者中较旧的一个。</translation>
    </message>
    <message>
        <source>AnkiConnect asks for its key: it stands in the add-on's settings as “apiKey”.</source>
        <translation>AnkiConnect 需要密钥：它在附加组件的设置里，名为“apiKey”。</translation>
    </message>
    <message>
        <source>Anki does not let StudyApp in.</source>
        <translation>Anki 不让 StudyApp 进入。</translation>
    </message>
    <message>
        <source>Anki has no profile open. Open it, and try again.</source>
        <translation>Anki 没有打开用户文件。请打开后再试一次。</translation>
    </message>
    <message>
        <source>This AnkiConnect is too old for what StudyApp asks of it. Update the add-on.</source>
        <translation>这个 AnkiConnect 太旧，做不到 StudyApp 要求的事。请更新附加组件。</translation>
    </message>
    <message>
        <source>Anki says: {reason}</source>
        <translation>Anki 说：{reason}</translation>
    </message>
</context>
<context>
    <name>AnkiSyncDialog</name>
    <message>
        <source>Exchange with Anki</source>
        <translation>与 Anki 交换</translation>
    </message>
    <message>
        <source>Key of AnkiConnect</source>
        <translation>AnkiConnect 的密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. What was done by then is done, and the rest comes the next time.</source>
        <translation>已停止。到那时为止做的已完成，其余下次再做。</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) came from Anki</source>
        <translation>
            <numerusform>从 Anki 取得 %n 次复习</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) went to Anki</source>
        <translation>
            <numerusform>给了 Anki %n 次复习</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are new in Anki</source>
        <translation>
            <numerusform>Anki 里添加了 %n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) were updated in Anki</source>
        <translation>
            <numerusform>Anki 里更新了 %n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) were put into their deck</source>
        <translation>
            <numerusform>%n 张卡片移到了所属的牌组</numerusform>
        </translation>
    </message>
    <message>
        <source>Both have the same: there was nothing to exchange.</source>
        <translation>两边相同：没有需要交换的。</translation>
    </message>
    <message>
        <source>Left alone, for they were changed in Anki: {notes}</source>
        <translation>因为在 Anki 里改过而未动：{notes}</translation>
    </message>
    <message>
        <source>Left alone, for they have another note type in Anki: {notes}</source>
        <translation>因为在 Anki 里是别的笔记类型而未动：{notes}</translation>
    </message>
    <message>
        <source>Deleted in Anki, and not sent again: {notes}</source>
        <translation>在 Anki 里删除了，不再送去：{notes}</translation>
    </message>
    <message>
        <source>Anki has not what it was sent: {notes}</source>
        <translation>Anki 里没有送去的内容：{notes}</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) wait for the next time: they are in a filtered deck, or were just rated in Anki.</source>
        <translation>
            <numerusform>%n 张卡片等到下次：它们在筛选牌组里，或刚在 Anki 里评过分。</numerusform>
        </translation>
    </message>
    <message>
        <source>What Anki has can't be read: {reason}</source>
        <translation>无法读取 Anki 里的内容：{reason}</translation>
    </message>
    <message>
        <source>The exchange failed by a fault of StudyApp; it can be repeated without harm.</source>
        <translation>由于 StudyApp 的错误，交换失败；可以放心再试一次。</translation>
    </message>
    <message>
        <source>Exchange again</source>
        <translation>再交换一次</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reviews made in Anki come here. Notes that are new or changed, and reviews made here, go to Anki. Anki must be open on this machine, with its add-on AnkiConnect.</source>
        <translation>在 Anki 里的复习会来到这里；新的或改过的笔记，以及在这里的复习，会到 Anki 去。这台机器上的 Anki 必须开着，并装有附加组件 AnkiConnect。</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Show answer</source>
        <translation>显示答案</translation>
    </message>
</context>
<context>
    <name>BacklogDialog</name>
    <message>
        <source>Spread the backlog</source>
        <translation>分散积压的卡</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are overdue</source>
        <translation>
            <numerusform>过期的卡有 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>维持现状</translation>
    </message>
    <message>
        <source>Cards that you most likely still remember come first. Undo all of it: {key}</source>
        <translation>最可能还记得的卡片先来。按 {key} 可全部撤销。</translation>
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
        <translation>输入答案，再按 Enter</translation>
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
        <translation>记录</translation>
    </message>
    <message>
        <source>Never studied</source>
        <translation>尚未学习</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>待复习</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>稳定度</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>{number} of 10</source>
        <translation>{number}（满分 10）</translation>
    </message>
    <message>
        <source>Recalled now with</source>
        <translation>目前记得的概率</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复习次数</translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation>遗忘次数</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复习</translation>
    </message>
    <message>
        <source>Relearning</source>
        <translation>重新学习</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>leech</source>
        <translation>难记的卡片</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>{date} 再问</translation>
    </message>
</context>
<context>
    <name>CustomStudyDialog</name>
    <message>
        <source>Custom session</source>
        <translation>自定义学习</translation>
    </message>
    <message>
        <source>How many new cards</source>
        <translation>新卡张数</translation>
    </message>
    <message>
        <source>How many days ahead</source>
        <translation>提前天数</translation>
    </message>
    <message>
        <source>Only these tags</source>
        <translation>只要这些标签</translation>
    </message>
    <message>
        <source>Only these sections</source>
        <translation>只要这些章节</translation>
    </message>
    <message>
        <source>Only these flags</source>
        <translation>只限这些旗标</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>What is due and new today</source>
        <translation>今天到期的与新的卡</translation>
    </message>
    <message>
        <source>More new cards:</source>
        <translation>更多新卡：</translation>
    </message>
    <message>
        <source>What comes due on the next days too:</source>
        <translation>连同接下来几天到期的：</translation>
    </message>
    <message>
        <source>Practise what was forgotten today</source>
        <translation>练习今天忘记的卡</translation>
    </message>
    <message>
        <source>Practise everything</source>
        <translation>练习全部的卡</translation>
    </message>
    <message>
        <source>Practice keeps no ratings and leaves the schedule as it is.</source>
        <translation>练习不留评分，复习计划不变。</translation>
    </message>
    <message>
        <source>Ratings count as in any session.</source>
        <translation>评分与平常一样算数。</translation>
    </message>
</context>
<context>
    <name>DeckAdder</name>
    <message>
        <source>New deck…</source>
        <translation>新牌组…</translation>
    </message>
    <message>
        <source>Import from Anki, a table or a page…</source>
        <translation>从 Anki、表格或文字页导入…</translation>
    </message>
    <message>
        <source>Add a folder of decks…</source>
        <translation>加入牌组文件夹…</translation>
    </message>
    <message>
        <source>Open your decks folder</source>
        <translation>打开你的牌组文件夹</translation>
    </message>
    <message>
        <source>Leave out {folder}</source>
        <translation>不再使用 {folder}</translation>
    </message>
    <message>
        <source>{name} is nothing that can be taken in: deck files end in .yaml, Anki's packages in .apkg or .colpkg, tables in .csv, .tsv or .txt, and pages in .md.</source>
        <translation>无法取用 {name}：牌组档的扩展名是 .yaml，Anki 包是 .apkg 或 .colpkg，表格是 .csv、.tsv 或 .txt，文字页是 .md。</translation>
    </message>
</context>
<context>
    <name>DeckDialogs</name>
    <message>
        <source>All decks</source>
        <translation>所有牌组</translation>
    </message>
</context>
<context>
    <name>DeckList</name>
    <message>
        <source>Decks</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>已学会</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>待复习</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Custom session…</source>
        <translation>自定义学习…</translation>
    </message>
    <message>
        <source>Cards put away…</source>
        <translation>收起的卡…</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>选项…</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
</context>
<context>
    <name>DeckRow</name>
    <message>
        <source>{learned} of {cards} cards are past their first steps</source>
        <translation>{cards} 张卡片中，{learned} 张已过初学阶段</translation>
    </message>
    <message>
        <source>{new} new, {learning} learning, {due} due</source>
        <translation>新卡 {new}、学习中 {learning}、待复习 {due}</translation>
    </message>
    <message>
        <source>Level {number}.</source>
        <translation>第 {number} 层。</translation>
    </message>
</context>
<context>
    <name>DecksPage</name>
    <message>
        <source>Study now</source>
        <translation>开始学习</translation>
    </message>
    <message>
        <source>The next seven days</source>
        <translation>接下来七天</translation>
    </message>
    <message numerus="yes">
        <source>Spread %n overdue card(s) over days…</source>
        <translation>
            <numerusform>把 %n 张过期的卡分散到几天…</numerusform>
        </translation>
    </message>
    <message>
        <source>Add decks…</source>
        <translation>加入牌组…</translation>
    </message>
    <message>
        <source>There are no decks yet. Write one, add a folder, or drop deck files (.yaml) here.</source>
        <translation>还没有牌组。可以新写一个、加入文件夹，或把牌组文件（.yaml）拖到这里。</translation>
    </message>
    <message>
        <source>No decks yet</source>
        <translation>还没有牌组</translation>
    </message>
    <message>
        <source>Reading your decks…</source>
        <translation>正在读取牌组…</translation>
    </message>
    <message>
        <source>Welcome to StudyApp</source>
        <translation>欢迎使用 StudyApp</translation>
    </message>
    <message>
        <source>A card asks, you think, then you see the answer and say how well you knew it.</source>
        <translation>卡片提问，你先想一想，再看答案，并依记得的程度评分。</translation>
    </message>
    <message>
        <source>StudyApp brings each card back just before you would forget it.</source>
        <translation>StudyApp 会在你快要忘记时，让卡片再次出现。</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>没有待复习的卡片</translation>
    </message>
    <message>
        <source>Today's limit for all decks together is reached. A deck by itself may still ask more.</source>
        <translation>今天所有牌组合计的上限已到。单独学习一个牌组时，可能还有卡片。</translation>
    </message>
    <message>
        <source>You have studied all that was due today.</source>
        <translation>今天该学的都完成了。</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 张新卡</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) to review</source>
        <translation>
            <numerusform>%n 张卡片待复习</numerusform>
        </translation>
    </message>
    <message>
        <source>About {time}.</source>
        <translation>大约需要 {time}。</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>StudyApp is already open with this data folder.</source>
        <translation>StudyApp 已经打开，正在使用这个数据目录。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export to Anki</source>
        <translation>导出到 Anki</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，未写入任何内容。</translation>
    </message>
    <message>
        <source>{notes} with {cards} written to</source>
        <translation>已将 {notes}（{cards}）写入：</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n 张卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>In Anki choose File › Import and pick this file. Importing a newer export later updates your notes and keeps your progress.</source>
        <translation>请在 Anki 选择“文件”›“导入”，再选取此文件。日后导入较新的导出文件时，会更新笔记并保留学习进度。</translation>
    </message>
    <message>
        <source>The picture {name} of the note {note} is missing.</source>
        <translation>找不到笔记 {note} 的图片 {name}。</translation>
    </message>
    <message>
        <source>The card {card} was left out: Anki has no blank of this number.</source>
        <translation>卡片 {card} 未导出：Anki 没有这个编号的填空。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>In Anki this file takes the place of the whole collection: all that is there goes.</source>
        <translation>在 Anki 导入这个文件会替换整个收藏：原有的内容全部消失。</translation>
    </message>
    <message>
        <source>In Anki choose File › Import, pick this file, and tick “Import any learning progress” and “Import any deck presets”. Cards that Anki has already keep the progress they have there.</source>
        <translation>在 Anki 选“文件 › 导入”，选这个文件，并勾选“导入学习进度”与“导入牌组默认”。Anki 里已有的卡片会保留原来的进度。</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. Choose another place.</source>
        <translation>无法写入 {file}：{reason}。请选择其他位置。</translation>
    </message>
    <message>
        <source>The export failed by a fault of StudyApp; nothing was written.</source>
        <translation>StudyApp 发生错误，导出失败；未写入任何内容。</translation>
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
        <translation>要导出的牌组</translation>
    </message>
    <message>
        <source>Languages of the cards</source>
        <translation>卡片语言</translation>
    </message>
    <message>
        <source>With my progress: reviews, and where each card stands</source>
        <translation>连同我的进度：复习记录与每张卡片的状态</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>What Anki will do…</source>
        <translation>Anki 会怎么做…</translation>
    </message>
    <message>
        <source>With a running Anki…</source>
        <translation>与运行中的 Anki…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Decks</source>
        <translation>牌组</translation>
    </message>
</context>
<context>
    <name>ExportPreviewDialog</name>
    <message>
        <source>What Anki will do</source>
        <translation>Anki 会怎么做</translation>
    </message>
    <message>
        <source>Collection of Anki</source>
        <translation>Anki 收藏</translation>
    </message>
    <message>
        <source>Anki, profile {name}</source>
        <translation>Anki，设置档 {name}</translation>
    </message>
    <message>
        <source>No collection: as far as the last export tells</source>
        <translation>没有收藏：依上次导出推断</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The note type “{name}” was changed in Anki: it will keep a second copy of it.</source>
        <translation>笔记类型“{name}”在 Anki 改过：Anki 会另存一份。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are in Anki already and keep the progress they have there.</source>
        <translation>
            <numerusform>%n 张卡片已在 Anki，保留原来的进度。</numerusform>
        </translation>
    </message>
    <message>
        <source>This collection of Anki can't be read: {reason}</source>
        <translation>无法读取这个 Anki 收藏：{reason}</translation>
    </message>
</context>
<context>
    <name>FinishedPanel</name>
    <message>
        <source>Back to decks</source>
        <translation>回到牌组</translation>
    </message>
    <message>
        <source>Custom session…</source>
        <translation>自定义学习…</translation>
    </message>
    <message>
        <source>{key} undoes the last rating.</source>
        <translation>按 {key} 可撤销上一次评分。</translation>
    </message>
    <message>
        <source>No card is planned.</source>
        <translation>没有排定的卡片。</translation>
    </message>
    <message numerus="yes">
        <source>The next cards come in %n day(s).</source>
        <translation>
            <numerusform>下一批卡片 %n 天后出现。</numerusform>
        </translation>
    </message>
    <message>
        <source>{sure}: right {right} of {asked}</source>
        <translation>{sure}：{asked} 张答对 {right} 张</translation>
    </message>
    <message>
        <source>Done for now</source>
        <translation>目前都完成了</translation>
    </message>
    <message>
        <source>Nothing to study right now</source>
        <translation>目前没有要学习的卡片</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) rated</source>
        <translation>
            <numerusform>已评分 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remembered</source>
        <translation>
            <numerusform>记得 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>The next cards come tomorrow.</source>
        <translation>下一批卡片明天出现。</translation>
    </message>
    <message>
        <source>The next card comes back at {time}.</source>
        <translation>下一张卡片将于{time} 再次出现。</translation>
    </message>
    <message numerus="yes">
        <source>%n more new card(s)</source>
        <translation>
            <numerusform>再学 %n 张新卡</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForecastChart</name>
    <message>
        <source>Cards of the next days</source>
        <translation>接下来几天的卡片</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
</context>
<context>
    <name>ForgettingCurve</name>
    <message>
        <source>Forgetting curve</source>
        <translation>遗忘曲线</translation>
    </message>
    <message>
        <source>last review</source>
        <translation>上次复习</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>under a minute</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
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
        <translation>{months} 个月</translation>
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
        <translation>{time}后</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>有把握</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>A guess</source>
        <translation>猜的</translation>
    </message>
    <message>
        <source>{front}, the answer {behind}</source>
        <translation>正面 {front}，背面 {behind}</translation>
    </message>
    <message>
        <source>Red flag</source>
        <translation>红旗</translation>
    </message>
    <message>
        <source>Orange flag</source>
        <translation>橙旗</translation>
    </message>
    <message>
        <source>Green flag</source>
        <translation>绿旗</translation>
    </message>
    <message>
        <source>Blue flag</source>
        <translation>蓝旗</translation>
    </message>
    <message>
        <source>Pink flag</source>
        <translation>粉红旗</translation>
    </message>
    <message>
        <source>Turquoise flag</source>
        <translation>蓝绿旗</translation>
    </message>
    <message>
        <source>Purple flag</source>
        <translation>紫旗</translation>
    </message>
    <message>
        <source>Section {name}</source>
        <translation>章节 {name}</translation>
    </message>
    <message>
        <source>Appendix</source>
        <translation>附录</translation>
    </message>
    <message>
        <source>{place}: {message} {hint}</source>
        <translation>{place}：{message}{hint}</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重来</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>困难</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>简单</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>No longer suspended</source>
        <translation>取消暂停</translation>
    </message>
    <message>
        <source>Put off until tomorrow</source>
        <translation>延到明天</translation>
    </message>
    <message>
        <source>Forgotten on purpose</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Day chosen</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Flag removed</source>
        <translation>移除旗标</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>What is not as it was</source>
        <translation>与原来不同的地方</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. Decks that were written stay; no reviews were added.</source>
        <translation>已停止。已写入的牌组会保留；没有加入复习记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added</source>
        <translation>
            <numerusform>加入 %n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there</source>
        <translation>
            <numerusform>已有 %n 则</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) added</source>
        <translation>
            <numerusform>加入 %n 次复习</numerusform>
        </translation>
    </message>
    <message>
        <source>The decks are text files in your decks folder: change them as you like.</source>
        <translation>牌组是你牌组文件夹里的文字档，可以随意修改。</translation>
    </message>
    <message>
        <source>{file} can't be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>The import failed by a fault of StudyApp; no reviews were added.</source>
        <translation>导入因 StudyApp 的错误而失败；没有加入复习记录。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Show the decks</source>
        <translation>显示牌组</translation>
    </message>
    <message>
        <source>Study now</source>
        <translation>开始学习</translation>
    </message>
    <message>
        <source>Custom session: ahead, by tag, practice</source>
        <translation>自定义学习：提前、按标签、练习</translation>
    </message>
    <message>
        <source>Export to Anki</source>
        <translation>导出到 Anki</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Options of the deck with the focus, else of all</source>
        <translation>焦点所在牌组的选项，否则为所有牌组</translation>
    </message>
    <message>
        <source>Settings of the program</source>
        <translation>程序的设置</translation>
    </message>
    <message>
        <source>Cards in the next language</source>
        <translation>切换卡片语言</translation>
    </message>
    <message>
        <source>Show or hide these keys</source>
        <translation>显示或隐藏快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show the answer, then rate it good</source>
        <translation>显示答案；再按一次评为“良好”</translation>
    </message>
    <message>
        <source>Again (before the answer: pick option A)</source>
        <translation>重来（显示答案前：选择选项 A）</translation>
    </message>
    <message>
        <source>Hard (before the answer: pick option B)</source>
        <translation>困难（显示答案前：选择选项 B）</translation>
    </message>
    <message>
        <source>Good (before the answer: pick option C)</source>
        <translation>良好（显示答案前：选择选项 C）</translation>
    </message>
    <message>
        <source>Easy (before the answer: pick option D)</source>
        <translation>简单（显示答案前：选择选项 D）</translation>
    </message>
    <message>
        <source>Show the answer: sure</source>
        <translation>看答案：有把握</translation>
    </message>
    <message>
        <source>Show the answer: unsure</source>
        <translation>看答案：不确定</translation>
    </message>
    <message>
        <source>Show the answer: a guess</source>
        <translation>看答案：猜的</translation>
    </message>
    <message>
        <source>Put the card off until tomorrow</source>
        <translation>将卡片延到明天</translation>
    </message>
    <message>
        <source>Put all cards of the note off until tomorrow</source>
        <translation>把这条笔记的卡片都延到明天</translation>
    </message>
    <message>
        <source>Suspend the card</source>
        <translation>暂停卡片</translation>
    </message>
    <message>
        <source>Suspend all cards of the note</source>
        <translation>暂停这条笔记的所有卡片</translation>
    </message>
    <message>
        <source>Red flag, or none</source>
        <translation>红旗，或移除</translation>
    </message>
    <message>
        <source>Orange flag, or none</source>
        <translation>橙旗，或移除</translation>
    </message>
    <message>
        <source>Green flag, or none</source>
        <translation>绿旗，或移除</translation>
    </message>
    <message>
        <source>Blue flag, or none</source>
        <translation>蓝旗，或移除</translation>
    </message>
    <message>
        <source>Review the prerequisite of the forgotten card first</source>
        <translation>先复习忘记的卡片的先修卡片</translation>
    </message>
    <message>
        <source>What is known of the card</source>
        <translation>卡片信息</translation>
    </message>
    <message>
        <source>Choose the day on which the card comes</source>
        <translation>指定这张卡片再问的日子</translation>
    </message>
    <message>
        <source>Forget the card: begin it anew</source>
        <translation>忘掉这张卡片，重新开始</translation>
    </message>
    <message>
        <source>Back to the decks</source>
        <translation>回到牌组</translation>
    </message>
</context>
<context>
    <name>Loss</name>
    <message>
        <source>Notes of the type {name} were left out: no template makes a card of them.</source>
        <translation>略过了“{name}”类型的笔记：没有范本能由它们产生卡片。</translation>
    </message>
    <message>
        <source>Formulas and speech are kept, and shown as they are written.</source>
        <translation>公式与语音已保留，在此照原文显示。</translation>
    </message>
    <message>
        <source>The sound {name} is kept, but StudyApp does not play it.</source>
        <translation>声音 {name} 已保留，但 StudyApp 不会播放。</translation>
    </message>
    <message>
        <source>Programs in the templates of {name} are kept, and run in Anki only.</source>
        <translation>“{name}”范本中的程序已保留，只在 Anki 中运行。</translation>
    </message>
    <message>
        <source>The file {name} is not in the package.</source>
        <translation>包中没有文件 {name}。</translation>
    </message>
    <message>
        <source>The text above the first question was left out.</source>
        <translation>略过了第一个问题之前的文字。</translation>
    </message>
    <message>
        <source>Changed in Anki: the words of your deck file stay.</source>
        <translation>在 Anki 改过：保留你牌组文件里的文字。</translation>
    </message>
    <message>
        <source>Drawings come with their deck file only.</source>
        <translation>图表只能随牌组文件带来。</translation>
    </message>
    <message>
        <source>Cards of one note were in several decks; the note is in the first.</source>
        <translation>同一条笔记的卡片分属多个牌组；笔记放在第一个。</translation>
    </message>
    <message>
        <source>The note has letters that a deck file can't hold, and was left out.</source>
        <translation>笔记含有牌组文件无法保存的字符，已略过。</translation>
    </message>
    <message>
        <source>Not added to {name}: its notes are not the last thing in the file.</source>
        <translation>没有加入 {name}：文件里笔记之后还有其他内容。</translation>
    </message>
    <message>
        <source>The note makes no such card here; its reviews were left out.</source>
        <translation>这条笔记在这里没有这张卡片；它的复习记录已略过。</translation>
    </message>
    <message>
        <source>Reviews that changed no schedule (from filtered decks) were left out.</source>
        <translation>没有改变调度的复习（来自筛选牌组）已略过。</translation>
    </message>
    <message>
        <source>Reviews that make no sense were left out.</source>
        <translation>无法解读的复习记录已略过。</translation>
    </message>
    <message>
        <source>Without a review log: due on its day, the memory begins anew.</source>
        <translation>没有复习记录：到期日不变，记忆重新开始计算。</translation>
    </message>
    <message>
        <source>The parameters fitted to {name} were left out: memories are computed with the usual ones.</source>
        <translation>略过了为“{name}”拟合的参数：记忆以通用参数计算。</translation>
    </message>
    <message>
        <source>An option of {name} is beyond what StudyApp allows, and was left out.</source>
        <translation>“{name}”有一项设置超出 StudyApp 允许的范围，已略过。</translation>
    </message>
    <message>
        <source>Ease factors of Anki's older scheduler are gone: FSRS needs none.</source>
        <translation>Anki 旧调度的难易系数已去除：FSRS 不需要。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>“{card}” was forgotten again and again and is suspended now. Rewrite it, or split it.</source>
        <translation>“{card}”一再忘记，现已暂停。可以改写或拆开。</translation>
    </message>
    <message>
        <source>“{card}” was forgotten again and again. Rewrite it, split it, or undo ({undo}) and suspend it ({suspend}).</source>
        <translation>“{card}”一再忘记。可以改写、拆开，或先撤销（{undo}）再暂停（{suspend}）。</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) are over</source>
        <translation>
            <numerusform>过了 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) rated</source>
        <translation>
            <numerusform>评了 %n 张卡</numerusform>
        </translation>
    </message>
    <message>
        <source>Review the prerequisite first ({key}): {names}</source>
        <translation>先复习它的先修卡片（{key}）：{names}</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>As for all decks</source>
        <translation>同所有牌组</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>还原默认值</translation>
    </message>
    <message>
        <source>New cards a day</source>
        <translation>每天的新卡</translation>
    </message>
    <message>
        <source>Reviews a day</source>
        <translation>每天的复习</translation>
    </message>
    <message>
        <source>New cards a day, all decks together</source>
        <translation>每天的新卡（所有牌组合计）</translation>
    </message>
    <message>
        <source>Reviews a day, all decks together</source>
        <translation>每天的复习（所有牌组合计）</translation>
    </message>
    <message>
        <source>Due cards come</source>
        <translation>待复习卡顺序</translation>
    </message>
    <message>
        <source>Percent to be recalled when a card comes</source>
        <translation>再问时预期记得的百分比</translation>
    </message>
    <message>
        <source>Minutes between the first ratings</source>
        <translation>初学各步的间隔（分钟）</translation>
    </message>
    <message>
        <source>Minutes after a card was forgotten</source>
        <translation>忘记后的间隔（分钟）</translation>
    </message>
    <message>
        <source>New cards come</source>
        <translation>新卡顺序</translation>
    </message>
    <message>
        <source>New cards stand</source>
        <translation>新卡片的位置</translation>
    </message>
    <message>
        <source>Hour at which the day begins</source>
        <translation>每天从几点开始</translation>
    </message>
    <message>
        <source>Lapses after which a card should be rewritten</source>
        <translation>忘记几次后该改写</translation>
    </message>
    <message>
        <source>Then suspend it</source>
        <translation>到时暂停它</translation>
    </message>
    <message>
        <source>Minutes that a learning card may come early</source>
        <translation>学习中的卡可提前几分钟</translation>
    </message>
    <message>
        <source>Languages of the cards</source>
        <translation>卡片的语言</translation>
    </message>
    <message>
        <source>Typed answers</source>
        <translation>输入的答案</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Before the answer, say how sure you are</source>
        <translation>看答案前先说有多少把握</translation>
    </message>
    <message>
        <source>Say after so many minutes how long it went</source>
        <translation>每隔几分钟报时</translation>
    </message>
    <message>
        <source>Show the answer by itself after seconds</source>
        <translation>几秒后自动显示答案</translation>
    </message>
    <message>
        <source>Leave an unrated answer after seconds</source>
        <translation>几秒后略过未评分的答案</translation>
    </message>
    <message>
        <source>Each day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>While studying</source>
        <translation>学习时</translation>
    </message>
    <message>
        <source>as in the deck</source>
        <translation>按牌组顺序</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>after what they require</source>
        <translation>先学必要的前置卡片</translation>
    </message>
    <message>
        <source>the longest due first</source>
        <translation>过期最久的先</translation>
    </message>
    <message>
        <source>the least remembered first</source>
        <translation>最可能忘记的先</translation>
    </message>
    <message>
        <source>among those that are due</source>
        <translation>穿插在到期卡片之间</translation>
    </message>
    <message>
        <source>after those that are due</source>
        <translation>在到期卡片之后</translation>
    </message>
    <message>
        <source>before those that are due</source>
        <translation>在到期卡片之前</translation>
    </message>
    <message>
        <source>are right letter by letter</source>
        <translation>须逐字相符</translation>
    </message>
    <message>
        <source>may differ in case, width and punctuation</source>
        <translation>不计大小写、全角半角与标点</translation>
    </message>
    <message>
        <source>again, hard, good, easy</source>
        <translation>重来、困难、良好、简单</translation>
    </message>
    <message>
        <source>again and good only</source>
        <translation>只有重来与良好</translation>
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
        <translation>与所有牌组相同</translation>
    </message>
    <message>
        <source>– ({usual})</source>
        <translation>–（{usual}）</translation>
    </message>
    <message>
        <source>Enter minutes separated by spaces, such as 1 10.</source>
        <translation>请输入以空格分隔的分钟数，例如 1 10。</translation>
    </message>
    <message>
        <source>Enter a whole number from {least} to {most}.</source>
        <translation>请输入 {least} 到 {most} 的整数。</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The file can't be read: {reason}.</source>
        <translation>无法读取文件：{reason}。</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>请确认文件存在，且你有读取权限。</translation>
    </message>
    <message>
        <source>The file holds more than {limit} of deck text.</source>
        <translation>文件中的牌组内容超过 {limit}。</translation>
    </message>
    <message>
        <source>Split it into several decks.</source>
        <translation>请拆成数个牌组。</translation>
    </message>
    <message>
        <source>The file is written in UTF-16.</source>
        <translation>文件以 UTF-16 编码保存。</translation>
    </message>
    <message>
        <source>Save it as UTF-8: most editors ask for the encoding at “Save as”.</source>
        <translation>请另存为 UTF-8；多数编辑器在“另存为”时可选择编码。</translation>
    </message>
    <message>
        <source>Byte {position} of the file, {byte}, is not UTF-8 text.</source>
        <translation>文件的第 {position} 个字节（{byte}）不是 UTF-8 文字。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8; if it was cut off, take an earlier copy.</source>
        <translation>请将文件存成 UTF-8；若文件不完整，请改用较早的副本。</translation>
    </message>
    <message>
        <source>The control character {character} stands here.</source>
        <translation>此处有控制字符 {character}。</translation>
    </message>
    <message>
        <source>Remove it; it can't be seen in most editors.</source>
        <translation>请将它移除；多数编辑器不会显示这个字符。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>A deck needs a `title` and a list of `notes`.</source>
        <translation>牌组需要 `title`，以及一份 `notes` 列表。</translation>
    </message>
    <message>
        <source>The file holds nothing but comments.</source>
        <translation>文件里只有注释。</translation>
    </message>
    <message>
        <source>The file holds a single text where a deck should be.</source>
        <translation>文件里只有一段文字，而不是牌组。</translation>
    </message>
    <message>
        <source>Begin with `title: …` and put the notes in a list under `notes:`.</source>
        <translation>请以 `title: …` 开头，并将笔记列在 `notes:` 之下。</translation>
    </message>
    <message>
        <source>The file holds a bare list where a deck should be.</source>
        <translation>文件里只有一份列表，而不是牌组。</translation>
    </message>
    <message>
        <source>Put `title: …` and `notes:` above the list.</source>
        <translation>请在列表上方加入 `title: …` 与 `notes:`。</translation>
    </message>
    <message>
        <source>A second document begins here.</source>
        <translation>此处开始了第二份文档。</translation>
    </message>
    <message>
        <source>Remove the `---`, or put the second deck into a file of its own.</source>
        <translation>请移除 `---`，或将第二个牌组放到另一个文件。</translation>
    </message>
    <message>
        <source>This is not valid YAML: {reason}.</source>
        <translation>这不是有效的 YAML：{reason}。</translation>
    </message>
    <message>
        <source>Compare indentation and colons with the note before; quote odd texts.</source>
        <translation>请与前一条笔记比对缩进与冒号；特殊文字请加上引号。</translation>
    </message>
    <message>
        <source>YAML can't read this as plain text: {reason}.</source>
        <translation>YAML 无法将此处读为纯文本：{reason}。</translation>
    </message>
    <message>
        <source>Put the text in quotes, the whole of it.</source>
        <translation>请将整段文字加上引号。</translation>
    </message>
    <message>
        <source>The quote that opens here is not closed where the text ends.</source>
        <translation>此处的引号到文字结束仍未关闭。</translation>
    </message>
    <message>
        <source>Close it; inside double quotes, write a quote as \".</source>
        <translation>请补上结尾的引号；双引号内的引号请写成 \"。</translation>
    </message>
    <message>
        <source>The bracket or brace that opens here is not closed.</source>
        <translation>此处的括号没有关闭。</translation>
    </message>
    <message>
        <source>Close it; if it is meant as text, put the whole text in quotes.</source>
        <translation>请补上结尾的括号；若是文字，请将整段加上引号。</translation>
    </message>
    <message>
        <source>A tab stands where YAML wants spaces.</source>
        <translation>此处有 Tab 字符，但 YAML 需要空格。</translation>
    </message>
    <message>
        <source>Indent with spaces.</source>
        <translation>请以空格缩进。</translation>
    </message>
    <message>
        <source>Lists and mappings are nested more than {limit} deep here.</source>
        <translation>此处的列表与键值组嵌套超过 {limit} 层。</translation>
    </message>
    <message>
        <source>A deck needs four levels; put a text full of brackets in quotes.</source>
        <translation>牌组只需四层；含有许多括号的文字请加上引号。</translation>
    </message>
    <message>
        <source>The anchor `&amp;{name}` stands here; decks have no anchors.</source>
        <translation>此处有锚点 `&amp;{name}`；牌组不使用锚点。</translation>
    </message>
    <message>
        <source>If it is meant as text, put it in quotes; else remove it.</source>
        <translation>若是文字，请加上引号；否则请移除。</translation>
    </message>
    <message>
        <source>The alias `*{name}` stands here; decks have no aliases.</source>
        <translation>此处有别名 `*{name}`；牌组不使用别名。</translation>
    </message>
    <message>
        <source>If it is meant as text, put it in quotes; else write the text out.</source>
        <translation>若是文字，请加上引号；否则请写出完整内容。</translation>
    </message>
    <message>
        <source>The merge key `&lt;&lt;` stands here; decks have no merging.</source>
        <translation>此处有合并键 `&lt;&lt;`；牌组不使用合并。</translation>
    </message>
    <message>
        <source>Write the fields out, or use the deck's `defaults`.</source>
        <translation>请写出各字段，或使用牌组的 `defaults`。</translation>
    </message>
    <message>
        <source>The YAML tag `{tag}` stands here; in decks, all values are text.</source>
        <translation>此处有 YAML 标签 `{tag}`；牌组中的值一律是文字。</translation>
    </message>
    <message>
        <source>A field's name must be a word; here it is a list or a mapping.</source>
        <translation>字段名称必须是文字，此处却是列表或键值组。</translation>
    </message>
    <message>
        <source>If a text in braces or brackets is meant, put it in quotes.</source>
        <translation>若是以大括号或方括号括住的文字，请加上引号。</translation>
    </message>
    <message>
        <source>`{field}` stands here a second time; the first is in line {first_line}.</source>
        <translation>`{field}` 在此重复出现；第一次在第 {first_line} 行。</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>请只保留其中一个。</translation>
    </message>
    <message>
        <source>The deck is in format {found}; this StudyApp reads up to {known}.</source>
        <translation>牌组格式为 {found}；这个版本的 StudyApp 最高支持到 {known}。</translation>
    </message>
    <message>
        <source>Update StudyApp to read it.</source>
        <translation>请更新 StudyApp 以读取此牌组。</translation>
    </message>
    <message>
        <source>The deck has no title; it is shown as “{title}”.</source>
        <translation>牌组没有标题，将显示为“{title}”。</translation>
    </message>
    <message>
        <source>Add a line `title: …` at the top.</source>
        <translation>请在文件开头加入一行 `title: …`。</translation>
    </message>
    <message>
        <source>The deck has no id; it is known as `{id}` while the file keeps its name.</source>
        <translation>牌组没有识别码；只要文件名不变，就以 `{id}` 识别。</translation>
    </message>
    <message>
        <source>Run `studyapp check --fix` to write the id into the file.</source>
        <translation>请运行 `studyapp check --fix`，将识别码写入文件。</translation>
    </message>
    <message>
        <source>The deck id `{id}` belongs to another file already: {other}.</source>
        <translation>牌组识别码 `{id}` 已由另一个文件使用：{other}。</translation>
    </message>
    <message>
        <source>Give one of the two decks another id.</source>
        <translation>请为其中一个牌组换一个识别码。</translation>
    </message>
    <message>
        <source>The deck has no list of `notes`.</source>
        <translation>牌组没有 `notes` 列表。</translation>
    </message>
    <message>
        <source>Add `notes:` and under it a `-` for each note.</source>
        <translation>请加入 `notes:`，并在其下为每条笔记加上 `-`。</translation>
    </message>
    <message>
        <source>The list of notes is empty.</source>
        <translation>笔记列表是空的。</translation>
    </message>
    <message>
        <source>Add a note: `- front: …` and below it `back: …`.</source>
        <translation>请加入一条笔记：先写 `- front: …`，下一行写 `back: …`。</translation>
    </message>
    <message>
        <source>The source's link is left out: `{link}` is no web address.</source>
        <translation>来源链接已略过：`{link}` 不是网址。</translation>
    </message>
    <message>
        <source>Links begin with https:// or http://.</source>
        <translation>链接应以 https:// 或 http:// 开头。</translation>
    </message>
    <message>
        <source>The deck's language `{language}` is left out: it is not a language tag.</source>
        <translation>牌组语言 `{language}` 已略过：它不是语言标签。</translation>
    </message>
    <message>
        <source>Language tags look like en, zh-Hant or pt-BR.</source>
        <translation>语言标签的写法如 en、zh-Hant 或 pt-BR。</translation>
    </message>
    <message>
        <source>`{field}` is not a field here and is left out.</source>
        <translation>`{field}` 不是此处的字段，已略过。</translation>
    </message>
    <message>
        <source>The nearest field that is known here is `{suggestion}`.</source>
        <translation>此处最接近的字段是 `{suggestion}`。</translation>
    </message>
    <message>
        <source>`{field}` is missing; `{owner}` needs it.</source>
        <translation>缺少 `{field}`；`{owner}` 需要这个字段。</translation>
    </message>
    <message>
        <source>Add a line `{field}: …` here.</source>
        <translation>请在此加入一行 `{field}: …`。</translation>
    </message>
    <message>
        <source>`{field}` is empty.</source>
        <translation>`{field}` 是空的。</translation>
    </message>
    <message>
        <source>Write something behind the colon, or remove the field.</source>
        <translation>请在冒号后填入内容，或移除此字段。</translation>
    </message>
    <message>
        <source>`{field}` should be a text, but is a list or a mapping.</source>
        <translation>`{field}` 应为文字，却是列表或键值组。</translation>
    </message>
    <message>
        <source>If it begins with a bracket or brace, put the whole text in quotes.</source>
        <translation>若文字以方括号或大括号开头，请将整段加上引号。</translation>
    </message>
    <message>
        <source>`{field}` should be a list.</source>
        <translation>`{field}` 应为列表。</translation>
    </message>
    <message>
        <source>Write each entry on a line of its own behind `- `.</source>
        <translation>请将每个项目各写一行，以 `- ` 开头。</translation>
    </message>
    <message>
        <source>`{field}` should have fields of its own.</source>
        <translation>`{field}` 应包含子字段。</translation>
    </message>
    <message>
        <source>Write each one as `name: value` (a space behind the colon).</source>
        <translation>请逐项写成 `name: value`（冒号后要有空格）。</translation>
    </message>
    <message>
        <source>`{field}` has {length} characters; at most {limit} are read.</source>
        <translation>`{field}` 有 {length} 个字符；最多读取 {limit} 个。</translation>
    </message>
    <message>
        <source>Split it into several notes.</source>
        <translation>请拆成数条笔记。</translation>
    </message>
    <message>
        <source>The language `{language}` is read as `{suggestion}`.</source>
        <translation>语言 `{language}` 将视为 `{suggestion}`。</translation>
    </message>
    <message>
        <source>Write it as `{suggestion}`.</source>
        <translation>请写成 `{suggestion}`。</translation>
    </message>
    <message>
        <source>`{language}` is not a language tag, which `{field}` needs here.</source>
        <translation>`{language}` 不是语言标签，而 `{field}` 在此需要语言标签。</translation>
    </message>
    <message>
        <source>Tags look like en, zh-Hant or pt-BR; is a text meant, put it in quotes.</source>
        <translation>标签的写法如 en、zh-Hant 或 pt-BR；若是文字，请加上引号。</translation>
    </message>
    <message>
        <source>The note has no id; it is known as `{id}` while its words stay.</source>
        <translation>笔记没有识别码；只要内容不变，就以 `{id}` 识别。</translation>
    </message>
    <message>
        <source>Run `studyapp check --fix` to write the ids into the file.</source>
        <translation>请运行 `studyapp check --fix`，将识别码写入文件。</translation>
    </message>
    <message>
        <source>`{id}` can't be an id.</source>
        <translation>`{id}` 不能作为识别码。</translation>
    </message>
    <message>
        <source>Use 1 to 64 letters, digits, `-`, `_` or `.`; begin with a letter or digit.</source>
        <translation>请使用 1 到 64 个字母、数字、`-`、`_` 或 `.`，并以字母或数字开头。</translation>
    </message>
    <message>
        <source>The id `{id}` is taken by the note in line {first_line}.</source>
        <translation>识别码 `{id}` 已由第 {first_line} 行的笔记使用。</translation>
    </message>
    <message>
        <source>Give this note another id; case and accents' spelling don't count.</source>
        <translation>请为这条笔记换一个识别码；大小写与重音符号的写法不算差异。</translation>
    </message>
    <message>
        <source>There is no note type `{type}`.</source>
        <translation>没有 `{type}` 这种笔记类型。</translation>
    </message>
    <message>
        <source>The types are {known}; the nearest is `{suggestion}`.</source>
        <translation>可用的类型有 {known}；最接近的是 `{suggestion}`。</translation>
    </message>
    <message>
        <source>There is no evidence grade `{evidence}`; it is left out.</source>
        <translation>没有 `{evidence}` 这个证据等级，已略过。</translation>
    </message>
    <message>
        <source>The nearest grade is `{suggestion}`.</source>
        <translation>最接近的等级是 `{suggestion}`。</translation>
    </message>
    <message>
        <source>`{reference}` can't be the id of a note; the requirement is left out.</source>
        <translation>`{reference}` 不能作为笔记的识别码；这项先修条件已略过。</translation>
    </message>
    <message>
        <source>Write `note-id`, or `deck-id/note-id` for a note of another deck.</source>
        <translation>请写成 `note-id`；若是其他牌组的笔记，请写成 `deck-id/note-id`。</translation>
    </message>
    <message>
        <source>`{reference}` is no usable note here; the requirement is left out.</source>
        <translation>此处没有可用的笔记 `{reference}`；这项先修条件已略过。</translation>
    </message>
    <message>
        <source>Check its spelling and case, and whether that note has a problem.</source>
        <translation>请检查拼写与大小写，以及该笔记是否有问题。</translation>
    </message>
    <message>
        <source>The notes require each other: {ring}; the last step is left out.</source>
        <translation>这些笔记互为先修条件：{ring}；最后一步已略过。</translation>
    </message>
    <message>
        <source>Decide which one comes first.</source>
        <translation>请决定哪一条在前。</translation>
    </message>
    <message>
        <source>The cloze has no blank.</source>
        <translation>这则填空笔记没有任何填空。</translation>
    </message>
    <message>
        <source>Mark the words to hide: {{{{c1::words}}}}.</source>
        <translation>请标出要遮住的文字：{{{{c1::文字}}}}。</translation>
    </message>
    <message>
        <source>Double braces don't pair into blanks: “{words}”.</source>
        <translation>双大括号无法配对成填空：“{words}”。</translation>
    </message>
    <message>
        <source>Write {{{{c1::words}}}}, none inside another; part other braces: }} }}.</source>
        <translation>请写成 {{{{c1::文字}}}}，不可嵌套；其他大括号请分开：}} }}。</translation>
    </message>
    <message>
        <source>A blank can't have the number {number}.</source>
        <translation>填空不能使用编号 {number}。</translation>
    </message>
    <message>
        <source>Number blanks from 1 to 99.</source>
        <translation>填空的编号为 1 到 99。</translation>
    </message>
    <message>
        <source>Blank {number} hides nothing.</source>
        <translation>填空 {number} 没有遮住任何文字。</translation>
    </message>
    <message>
        <source>Put the words to hide behind the `::`.</source>
        <translation>请将要遮住的文字写在 `::` 之后。</translation>
    </message>
    <message>
        <source>`{language}` and `{first}` don't have blanks of the same numbers.</source>
        <translation>`{language}` 与 `{first}` 的填空编号不一致。</translation>
    </message>
    <message>
        <source>Each blank is a card: give it the same number in every language.</source>
        <translation>每个填空是一张卡片：请在各语言中使用相同编号。</translation>
    </message>
    <message>
        <source>The choice has fewer than two options.</source>
        <translation>选择题的选项少于两个。</translation>
    </message>
    <message>
        <source>Add options, or make it a basic note with front and back.</source>
        <translation>请增加选项，或改成含有 front 与 back 的 basic 笔记。</translation>
    </message>
    <message>
        <source>No option of the choice is right.</source>
        <translation>选择题没有正确选项。</translation>
    </message>
    <message>
        <source>Mark the right one: `- {{text: …, right: true}}`.</source>
        <translation>请标出正确选项：`- {{text: …, right: true}}`。</translation>
    </message>
    <message>
        <source>`right: {value}` is neither true nor false.</source>
        <translation>`right: {value}` 既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>Write `right: true`, or leave it out.</source>
        <translation>请写成 `right: true`，或省略这一项。</translation>
    </message>
    <message>
        <source>A drawing can't be called `{name}`.</source>
        <translation>图不能叫作 `{name}`。</translation>
    </message>
    <message>
        <source>Write the name of a file in the folder `diagrams`, without its ending.</source>
        <translation>请写 `diagrams` 文件夹中文件的名称，不含扩展名。</translation>
    </message>
    <message>
        <source>The drawing `diagrams/{name}.yaml` can't be read.</source>
        <translation>无法读取图 `diagrams/{name}.yaml`。</translation>
    </message>
    <message>
        <source>Put it into the folder `diagrams` beside this deck, or correct the name.</source>
        <translation>请放进牌组旁的 `diagrams` 文件夹，或更正名称。</translation>
    </message>
    <message>
        <source>The drawing `{file}` has problems of its own.</source>
        <translation>图 `{file}` 本身有问题。</translation>
    </message>
    <message>
        <source>Mend those listed for that file.</source>
        <translation>请修正该文件列出的问题。</translation>
    </message>
    <message>
        <source>Nothing in the drawing is asked for.</source>
        <translation>图中没有要问的部分。</translation>
    </message>
    <message>
        <source>Give the parts to ask for a number: `asks: 1`, `asks: 2` and so on.</source>
        <translation>请为要问的部分编号：`asks: 1`、`asks: 2`，依此类推。</translation>
    </message>
    <message>
        <source>`asks: {number}` is not the number of a card.</source>
        <translation>`asks: {number}` 不是卡片的编号。</translation>
    </message>
    <message>
        <source>Number what is asked from 1 to 99.</source>
        <translation>要问的部分请以 1 到 99 编号。</translation>
    </message>
    <message>
        <source>Two nodes of the drawing have the id `{id}`.</source>
        <translation>图中有两个节点的 id 都是 `{id}`。</translation>
    </message>
    <message>
        <source>Give each an id of its own.</source>
        <translation>请让每个节点有自己的 id。</translation>
    </message>
    <message>
        <source>The edge leads to a node `{id}` that the drawing has not.</source>
        <translation>连线指向的节点 `{id}` 不在图中。</translation>
    </message>
    <message>
        <source>Write the ids of two nodes: `from: …` and `to: …`.</source>
        <translation>请写两个节点的 id：`from: …` 与 `to: …`。</translation>
    </message>
    <message>
        <source>The node's `place` is not a column and a row.</source>
        <translation>节点的 `place` 不是一列加一行。</translation>
    </message>
    <message>
        <source>Write two numbers from 0: `place: [1, 0]`; a column may be a half, as in 1.5.</source>
        <translation>请写两个从 0 起的数字：`place: [1, 0]`；列可以是半列，如 1.5。</translation>
    </message>
    <message>
        <source>The row has {cells} cells, but there are {columns} columns.</source>
        <translation>这一行有 {cells} 格，但共有 {columns} 列。</translation>
    </message>
    <message>
        <source>Give each row one cell a column.</source>
        <translation>每一行的每一列请各给一格。</translation>
    </message>
    <message>
        <source>This is more than a drawing can hold ({limit}), or has several lines.</source>
        <translation>这超出一张图的限度（{limit}），或不止一行。</translation>
    </message>
    <message>
        <source>Shorten it, or make two drawings.</source>
        <translation>请缩短，或分成两张图。</translation>
    </message>
    <message>
        <source>{count} more problems are not listed.</source>
        <translation>还有 {count} 个问题未列出。</translation>
    </message>
    <message>
        <source>Mend those listed first, then check again.</source>
        <translation>请先修正已列出的问题，再重新检查。</translation>
    </message>
    <message>
        <source>Another program is using {path}. Close it and try again; nothing was changed.</source>
        <translation>另一个程序正在使用 {path}。请关闭该程序后再试一次；未作任何更改。</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}). It was left as it is. Move it elsewhere and put a copy of the newest backup in its place: {backup}.</source>
        <translation>{path} 已损毁（{detail}），文件维持原状。请将它移到别处，再把最新的备份复制一份放到原处：{backup}。</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}), and there is no backup of it yet. It was left as it is. Move it elsewhere to begin anew; “sqlite3 {path} .recover” may still find what is in it.</source>
        <translation>{path} 已损坏（{detail}），而且还没有备份。文件维持原状，未作更改。把它移到别处即可重新开始；“sqlite3 {path} .recover”或许还能救回其中的内容。</translation>
    </message>
    <message>
        <source>{path} with your reviews is gone, but there are backups. Put a copy of the newest one in its place: {backup}. To begin anew instead, move the backups folder elsewhere.</source>
        <translation>存放复习记录的 {path} 不见了，但还有备份。请把最新的备份复制一份放到原处：{backup}。若要重新开始，请将备份文件夹移到别处。</translation>
    </message>
    <message>
        <source>{path} is not a StudyApp file. Choose another data folder.</source>
        <translation>{path} 不是 StudyApp 的文件。请选择其他数据目录。</translation>
    </message>
    <message>
        <source>{path} was written by a newer StudyApp ({detail}). Update StudyApp; the file was not touched.</source>
        <translation>{path} 由较新版本的 StudyApp 写入（{detail}）。请更新 StudyApp；文件未作更改。</translation>
    </message>
    <message>
        <source>The disk is full: {path} could not be written. Make room and try again.</source>
        <translation>磁盘已满，无法写入 {path}。请腾出空间后再试一次。</translation>
    </message>
    <message>
        <source>{path} can't be written. Allow writing to that folder, or choose another one with --data.</source>
        <translation>无法写入 {path}。请开放该文件夹的写入权限，或以 --data 指定其他文件夹。</translation>
    </message>
    <message>
        <source>{path} can't be used: {detail}</source>
        <translation>无法使用 {path}：{detail}</translation>
    </message>
    <message>
        <source>`{type}` is a note type that every deck has.</source>
        <translation>`{type}` 是每个牌组都有的笔记类型。</translation>
    </message>
    <message>
        <source>Give the deck's own type another name.</source>
        <translation>请给牌组自己的类型取别的名字。</translation>
    </message>
    <message>
        <source>Anki lets no field be called `{field}`.</source>
        <translation>Anki 不允许字段叫做 `{field}`。</translation>
    </message>
    <message>
        <source>Choose a name without `:`, braces and quotes that means nothing to templates.</source>
        <translation>请用不含 `:`、大括号与引号，且对范本没有意义的名称。</translation>
    </message>
    <message>
        <source>`{value}` is no number of a note type in Anki; it is left out.</source>
        <translation>`{value}` 不是 Anki 笔记类型的编号；已略过。</translation>
    </message>
    <message>
        <source>Write the digits that stood there, or remove the line.</source>
        <translation>请写回原本的数字，或删去这一行。</translation>
    </message>
    <message>
        <source>Notes can't be written as `{type}`; the line is left out.</source>
        <translation>笔记不能写成 `{type}`；已略过这一行。</translation>
    </message>
    <message>
        <source>Write one of {known}.</source>
        <translation>请写 {known} 其中之一。</translation>
    </message>
    <message>
        <source>No template of `{type}` makes a card of this note.</source>
        <translation>`{type}` 没有范本能由这条笔记产生卡片。</translation>
    </message>
    <message>
        <source>Fill in a field that a front shows.</source>
        <translation>请填写某个正面会显示的字段。</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Give ids to notes that have none, so that you can change their words and keep what you learned</source>
        <translation>替还没有识别码的笔记加上识别码，之后改写文字也能保留学习进度</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the deck files; the other notes work.</source>
        <translation>
            <numerusform>牌组文件有 %n 个问题；其余笔记可正常使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>“studyapp check” lists them all.</source>
        <translation>运行“studyapp check”可列出全部问题。</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>打开 {file}</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Export to Anki</source>
        <translation>导出到 Anki</translation>
    </message>
    <message>
        <source>Anki packages (*.apkg)</source>
        <translation>Anki 牌组包 (*.apkg)</translation>
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
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Packages of Anki, tables and pages (*.apkg *.colpkg *.csv *.tsv *.txt *.md)</source>
        <translation>Anki 包、表格与文字页 (*.apkg *.colpkg *.csv *.tsv *.txt *.md)</translation>
    </message>
    <message>
        <source>New deck</source>
        <translation>新牌组</translation>
    </message>
    <message>
        <source>What is the deck called?</source>
        <translation>牌组叫什么名称？</translation>
    </message>
    <message>
        <source>Your decks folder has another {name}. Replace it?</source>
        <translation>你的牌组文件夹里有另一个 {name}。要替换它吗？</translation>
    </message>
    <message>
        <source>{file} is there already. Replace it?</source>
        <translation>{file} 已经存在。要替换它吗？</translation>
    </message>
    <message>
        <source>Choose the day</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>In how many days shall the card come? 0 is today.</source>
        <translation>几天后再问这张卡片？0 是今天。</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>要打开这个链接吗？</translation>
    </message>
    <message>
        <source>This card links to a page outside StudyApp:</source>
        <translation>这张卡片链接到 StudyApp 以外的页面：</translation>
    </message>
</context>
<context>
    <name>RatingButtons</name>
    <message>
        <source>Again</source>
        <translation>重来</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>困难</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>简单</translation>
    </message>
    <message>
        <source>You did not know it, or it was wrong. It comes back soon.</source>
        <translation>不知道，或答错了。很快会再问。</translation>
    </message>
    <message>
        <source>Right, with much effort.</source>
        <translation>答对了，但很吃力。</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>答对了。</translation>
    </message>
    <message>
        <source>Right at once.</source>
        <translation>立刻就答对。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Undid: {deed}</source>
        <translation>已撤销：{deed}</translation>
    </message>
    <message>
        <source>Redid: {deed}</source>
        <translation>已重做：{deed}</translation>
    </message>
    <message>
        <source>Buried until tomorrow. Undo: {key}</source>
        <translation>延到明天。按 {key} 可撤销。</translation>
    </message>
    <message>
        <source>Suspended. It won't come up again. Undo: {key}</source>
        <translation>已暂停，不会再出现。按 {key} 可撤销。</translation>
    </message>
    <message>
        <source>This deck has languages of its own. {key} opens its options.</source>
        <translation>这个牌组有自己的语言设置。按 {key} 打开它的选项。</translation>
    </message>
    <message>
        <source>This was not saved. {reason}</source>
        <translation>未能保存。{reason}</translation>
    </message>
    <message>
        <source>Progress of this session</source>
        <translation>本次学习进度</translation>
    </message>
</context>
<context>
    <name>SessionHeader</name>
    <message>
        <source>What can be done with the card</source>
        <translation>对这张卡片可做的事</translation>
    </message>
    <message>
        <source>Practice · {title}</source>
        <translation>练习 · {title}</translation>
    </message>
    <message>
        <source>{new} new · {learning} learning · {due} due</source>
        <translation>新卡 {new} · 学习中 {learning} · 待复习 {due}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The program speaks</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>快捷键…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Daily copies</source>
        <translation>每日备份</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>还原快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{key} is the key for “{meaning}”.</source>
        <translation>{key} 已用于“{meaning}”。</translation>
    </message>
    <message>
        <source>This key can't be chosen.</source>
        <translation>这个键不能用。</translation>
    </message>
</context>
<context>
    <name>ShortcutsOverlay</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Decks</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Export to Anki</source>
        <translation>导出到 Anki</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) today</source>
        <translation>
            <numerusform>今天 %n 张卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>界面</translation>
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
        <translation>关闭</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>到明天</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are put away</source>
        <translation>
            <numerusform>收起了 %n 张卡</numerusform>
        </translation>
    </message>
    <message>
        <source>No card is put away</source>
        <translation>没有收起的卡</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>New</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Updated, over what you changed in Anki</source>
        <translation>更新，会盖过你在 Anki 的修改</translation>
    </message>
    <message>
        <source>The same already</source>
        <translation>已相同</translation>
    </message>
    <message>
        <source>Left alone: changed in Anki since</source>
        <translation>不动：之后在 Anki 改过</translation>
    </message>
    <message>
        <source>Left alone: another note type there</source>
        <translation>不动：那里是别的笔记类型</translation>
    </message>
</context>
</TS>