<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_Hans" sourcelanguage="en">
<context>
    <name />
    <message>
        <source>This card is new. It appears when its turn comes among the new cards of the deck.</source>
        <translation>这张是新卡片，会在轮到牌组的新卡片时出现。</translation>
    </message>
    <message>
        <source>The card has been in its steps since {date}. After the last step, FSRS sets the interval.</source>
        <translation>卡片自 {date} 起在学习步骤中。完成最后一步后，由 FSRS 决定间隔。</translation>
    </message>
    <message>
        <source>You rated it {rating} on {date}, so it is in its steps. After the last step, FSRS sets the interval.</source>
        <translation>你在 {date} 评为“{rating}”，所以卡片在学习步骤中。完成最后一步后，由 FSRS 决定间隔。</translation>
    </message>
    <message>
        <source>The due date was set on {date}, without a review.</source>
        <translation>到期日是在 {date} 设置的，没有经过复习。</translation>
    </message>
    <message>
        <source>You rated it {rating} in Anki on {date}. It comes back after {interval}.</source>
        <translation>你在 {date} 于 Anki 评为“{rating}”，{interval}后再出现。</translation>
    </message>
    <message>
        <source>You rated it {rating} on {date}. It comes back after {interval}.</source>
        <translation>你在 {date} 评为“{rating}”，{interval}后再出现。</translation>
    </message>
    <message>
        <source>FSRS estimates its stability at {stability}: after that time, you will recall it with a probability of 90%.</source>
        <translation>FSRS 估计它的记忆稳定期是 {stability}：过了这段时间，你想起它的概率是 90%。</translation>
    </message>
    <message>
        <source>Your desired retention of {share} is reached after {time}.</source>
        <translation>{time}后会降到你的期望的记忆保留率 {share}。</translation>
    </message>
    <message>
        <source>The interval was varied a little, so that cards learned together don't stay together.</source>
        <translation>间隔略有变动，让一起学的卡片不会总是一起出现。</translation>
    </message>
    <message>
        <source>The interval is another one because it must be longer than the last one or than after a lower rating, or because it was set with other options or parameters.</source>
        <translation>实际间隔不同，是因为它必须比上一次的间隔或较低评分的间隔长，或是在不同的选项或参数下设置的。</translation>
    </message>
</context>
<context>
    <name>AboutDeckDialog</name>
    <message>
        <source>About this deck</source>
        <translation>关于这个牌组</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
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
        <translation>链接</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
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
        <translation>文件</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Open deck file</source>
        <translation>打开牌组文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ActionProgressDialog</name>
    <message>
        <source>Saving changes…</source>
        <translation>正在保存更改…</translation>
    </message>
    <message>
        <source>If you cancel, nothing is changed.</source>
        <translation>取消的话，不会有任何更改。</translation>
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
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Enter at least one tag.</source>
        <translation>请输入至少一个标签。</translation>
    </message>
    <message>
        <source>Separate tags by spaces, or by commas if a tag contains spaces.</source>
        <translation>标签以空格分隔；标签含有空格时，改用逗号分隔。</translation>
    </message>
</context>
<context>
    <name>Anki</name>
    <message>
        <source>{reason} is not a valid address. Use one such as http://127.0.0.1:8765.</source>
        <translation>{reason} 不是有效的地址。请使用如 http://127.0.0.1:8765 的地址。</translation>
    </message>
    <message>
        <source>{reason} is another computer. Your cards and the API key would be sent there unencrypted.</source>
        <translation>{reason} 是另一台电脑。你的卡片与 API 密钥会在未加密的状态下发送过去。</translation>
    </message>
    <message>
        <source>Anki isn't responding at {reason}. Start Anki with the AnkiConnect add-on (code 2055492159) and try again. If Anki shows an error about the add-on when it starts, the add-on doesn't work with this version of Anki: update it, or use a release of Anki instead of a beta.</source>
        <translation>Anki 在 {reason} 没有回应。请启动已安装 AnkiConnect 插件（代码 2055492159）的 Anki，然后再试一次。如果 Anki 启动时显示插件的错误，表示这个插件无法在这个版本的 Anki 上运行：请更新插件，或改用正式版而非测试版的 Anki。</translation>
    </message>
    <message>
        <source>Anki closed the connection. If it was quit, start it and try again. Nothing will be added twice.</source>
        <translation>Anki 关闭了连接。如果 Anki 已结束，请重新启动并再试一次。不会重复添加任何内容。</translation>
    </message>
    <message>
        <source>Anki didn't respond in time. Close any open dialog in Anki and try again. Nothing will be added twice.</source>
        <translation>Anki 没有及时回应。请关闭 Anki 中打开的对话框，再试一次。不会重复添加内容。</translation>
    </message>
    <message>
        <source>The program at that address isn't AnkiConnect ({reason}).</source>
        <translation>该地址的程序不是 AnkiConnect（{reason}）。</translation>
    </message>
    <message>
        <source>AnkiConnect uses API version {reason}, but StudyApp uses version 6. Update the older one.</source>
        <translation>AnkiConnect 使用第 {reason} 版 API，StudyApp 使用第 6 版。请更新其中较旧的一个。</translation>
    </message>
    <message>
        <source>AnkiConnect requires an API key. In Anki, choose Tools › Add-ons › AnkiConnect › Config and copy the text after “apiKey”.</source>
        <translation>AnkiConnect 需要 API 密钥。请在 Anki 选择“工具 › 插件 › AnkiConnect › 设置”，并复制“apiKey”后面的文本。</translation>
    </message>
    <message>
        <source>AnkiConnect has a different API key. In Anki, choose Tools › Add-ons › AnkiConnect › Config and copy the text after “apiKey”.</source>
        <translation>AnkiConnect 的 API 密钥与此不同。请在 Anki 选择“工具 › 插件 › AnkiConnect › 设置”，并复制“apiKey”后面的文本。</translation>
    </message>
    <message>
        <source>This version of AnkiConnect lacks “{reason}”, which StudyApp needs. Update the add-on.</source>
        <translation>这个版本的 AnkiConnect 没有 StudyApp 需要的“{reason}”。请更新插件。</translation>
    </message>
    <message>
        <source>The profile “{reason}” was opened in Anki since the comparison. Compare again.</source>
        <translation>比较之后，Anki 打开了用户文件“{reason}”。请再次比较。</translation>
    </message>
    <message>
        <source>The notes didn't arrive in Anki. Sync again and choose “Import” in the dialog that Anki then shows.</source>
        <translation>笔记没有送达 Anki。请再次同步，并在 Anki 显示的对话框中选择“导入”。</translation>
    </message>
    <message>
        <source>Anki could not sync with AnkiWeb: {reason}. Choose “Sync” in Anki to see why.</source>
        <translation>Anki 无法与 AnkiWeb 同步：{reason}。请在 Anki 选择“同步”查看原因。</translation>
    </message>
    <message>
        <source>Anki refused StudyApp's connection. Allow StudyApp in Anki and try again.</source>
        <translation>Anki 拒绝 StudyApp 连接。请在 Anki 中允许 StudyApp，再试一次。</translation>
    </message>
    <message>
        <source>No profile is open in Anki. Open one and try again.</source>
        <translation>Anki 没有打开账户。请打开一个，再试一次。</translation>
    </message>
    <message>
        <source>Anki isn't logged in to AnkiWeb. Choose “Sync” in Anki, log in, and try again.</source>
        <translation>Anki 尚未登录 AnkiWeb。请在 Anki 选择“同步”并登录，再试一次。</translation>
    </message>
    <message>
        <source>This version of AnkiConnect can't tell when Anki has synced with AnkiWeb. Update the add-on, or choose “Sync” in Anki before and after you sync with StudyApp, and turn off the sync with AnkiWeb here.</source>
        <translation>这个版本的 AnkiConnect 无法得知 Anki 何时与 AnkiWeb 同步完成。请更新插件；或在与 StudyApp 同步的前后，自行在 Anki 选择“同步”，并在这里关闭与 AnkiWeb 的同步。</translation>
    </message>
    <message>
        <source>Anki reported: {reason}</source>
        <translation>Anki 报告：{reason}</translation>
    </message>
</context>
<context>
    <name>AnkiSyncDialog</name>
    <message>
        <source>Sync with Anki</source>
        <translation>与 Anki 同步</translation>
    </message>
    <message>
        <source>Sync Anki with AnkiWeb before and afterwards</source>
        <translation>前后都让 Anki 与 AnkiWeb 同步</translation>
    </message>
    <message>
        <source>AnkiConnect API key</source>
        <translation>AnkiConnect API 密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，未做任何更改。</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>再次比较</translation>
    </message>
    <message>
        <source>Notes and reviews go both ways. First both sides are compared: nothing changes before you agree. Anki must be open on this computer with the AnkiConnect add-on.</source>
        <translation>笔记和复习记录会双向同步。先比较两边，在你同意之前不会更改任何内容。这台电脑上的 Anki 必须处于打开状态，并装有插件 AnkiConnect。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. Completed changes are kept, and the rest will sync next time.</source>
        <translation>已停止。已完成的更改会保留，其余下次同步。</translation>
    </message>
    <message>
        <source>Already in sync.</source>
        <translation>内容已同步。</translation>
    </message>
    <message>
        <source>Can't read Anki's data: {reason}</source>
        <translation>无法读取 Anki 的数据：{reason}</translation>
    </message>
    <message>
        <source>Sync failed: something went wrong in StudyApp. You can safely try again.</source>
        <translation>同步失败：StudyApp 发生错误。你可以放心再试一次。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
    <name>AnswerDialog</name>
    <message>
        <source>Card that you forgot</source>
        <translation>忘记的卡片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>每周{values}</translation>
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
        <translation>进度</translation>
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
            <numerusform>%n 张逾期卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Minutes of reviews per day</source>
        <translation>每天复习的分钟数</translation>
    </message>
    <message>
        <source>The cards you are most likely to remember will be shown first. Room is left for those that you forget. Undo: {key}</source>
        <translation>先显示你最可能记得的卡片，并为你忘记的卡片留出时间。撤销：{key}</translation>
    </message>
    <message numerus="yes">
        <source>Spread over %n day(s), until {date}</source>
        <translation>
            <numerusform>分散到 %n 天，至 {date}</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause new cards until {date}</source>
        <translation>暂停新卡片至 {date}</translation>
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
        <translation>恢复新卡片</translation>
    </message>
    <message numerus="yes">
        <source>Spread %n overdue card(s)…</source>
        <translation>
            <numerusform>分散 %n 张逾期卡片…</numerusform>
        </translation>
    </message>
    <message>
        <source>New cards are paused until {date}.</source>
        <translation>新卡片暂停至 {date}。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are overdue after {days} days without reviews.</source>
        <translation>
            <numerusform>{days} 天没有复习，有 %n 张卡片逾期。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BacklogTexts</name>
    <message numerus="yes">
        <source>With {time} a day, you will have caught up in about %n day(s); new cards wait until then.</source>
        <translation>
            <numerusform>每天 {time}，大约 %n 天就能赶上进度，在那之前没有新卡片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can catch up in %n day(s) with about {time} a day.</source>
        <translation>
            <numerusform>每天约 {time}，%n 天就能赶上进度。</numerusform>
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
        <translation>复习</translation>
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
        <translation>与目前相比</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) fewer</source>
        <translation>
            <numerusform>少 %n 条复习记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) more</source>
        <translation>
            <numerusform>多 %n 条复习记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Same reviews</source>
        <translation>复习记录相同</translation>
    </message>
</context>
<context>
    <name>BackupNotices</name>
    <message>
        <source>Files beside your collection did not belong to it and were moved to {folder}.</source>
        <translation>你的集合旁有不属于它的文件，已移至 {folder}。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be backed up: {error}</source>
        <translation>
            <numerusform>有 %n 个文件无法备份：{error}</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>还原备份…</translation>
    </message>
    <message>
        <source>Backup failed: {error}</source>
        <translation>备份失败：{error}</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Also restore changed deck files and settings</source>
        <translation>一并还原已更改的牌组文件和设置</translation>
    </message>
    <message>
        <source>Backup folder</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Reviews, decks, media and settings are backed up at start, every 30 minutes and at exit.</source>
        <translation>启动时、每 30 分钟，以及退出程序时，会自动备份复习记录、牌组、媒体和设置。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>还原…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <source>Backup created.</source>
        <translation>已创建备份。</translation>
    </message>
    <message>
        <source>Nothing has changed since the last backup.</source>
        <translation>自上次备份以来没有更改。</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Bin</source>
        <translation>资源回收桶</translation>
    </message>
    <message numerus="yes">
        <source>Deleted notes and decks are kept for %n day(s), with their history.</source>
        <translation>
            <numerusform>删除的笔记与牌组会连同学习记录保留 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty bin…</source>
        <translation>清空资源回收桶⋯</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted item(s)</source>
        <translation>
            <numerusform>%n 个已删除的项目</numerusform>
        </translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>资源回收桶是空的</translation>
    </message>
    <message>
        <source>Deck {title} · {time}</source>
        <translation>牌组 {title} · {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) and deck(s) will be deleted for good. This can't be undone.</source>
        <translation>
            <numerusform>将永久删除 %n 项笔记与牌组，而且无法撤销。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrowseColumns</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>待复习</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>记忆稳定期</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Retrievability</source>
        <translation>记忆可提取性</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复习</translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation>遗忘次数</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>旗标</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>确定程度</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>修改日期</translation>
    </message>
    <message>
        <source>Note type</source>
        <translation>笔记模板</translation>
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
        <translation>双向</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Cloze</source>
        <translation>填空题</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>选择题</translation>
    </message>
    <message>
        <source>Typed answer</source>
        <translation>输入答案</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>主张</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>图解</translation>
    </message>
    <message>
        <source>Custom type</source>
        <translation>自定义类型</translation>
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
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Buried until tomorrow</source>
        <translation>已搁置到明天</translation>
    </message>
    <message>
        <source>Leech</source>
        <translation>记忆难点</translation>
    </message>
</context>
<context>
    <name>BrowseMenu</name>
    <message>
        <source>Flag</source>
        <translation>旗标</translation>
    </message>
    <message>
        <source>Bin…</source>
        <translation>资源回收桶⋯</translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>The search is still running. Try again in a moment.</source>
        <translation>搜索还在进行，请稍后再试。</translation>
    </message>
    <message>
        <source>No cards found.</source>
        <translation>没有找到卡片。</translation>
    </message>
</context>
<context>
    <name>BulkEditActions</name>
    <message>
        <source>Undo: {key}</source>
        <translation>按 {key} 可撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed.</source>
        <translation>
            <numerusform>已更改 %n 条笔记。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) were changed by another program and left alone.</source>
        <translation>
            <numerusform>有 %n 条笔记已由其他程序更改，未予更动。</numerusform>
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
            <numerusform>点击某一天，或在该日按空白键，即可标记为休息日，最多可提前 %n 天。休息日不会中断连续纪录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Exams and days off…</source>
        <translation>考试与休息日…</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 个月</translation>
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
        <translation>日历</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复习次数</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>待复习</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>较少</translation>
    </message>
    <message>
        <source>More reviews</source>
        <translation>复习较多</translation>
    </message>
    <message>
        <source>Coming day</source>
        <translation>未来的日子</translation>
    </message>
    <message numerus="yes">
        <source>%n coming day(s) off.</source>
        <translation>
            <numerusform>已预定 %n 天休息日。</numerusform>
        </translation>
    </message>
    <message>
        <source>No reviews yet. Days with reviews will be colored here.</source>
        <translation>还没有复习。有复习的日子会在这里上色。</translation>
    </message>
    <message>
        <source>No current streak. The longest one was {longest}.</source>
        <translation>目前没有连续纪录。最长曾达 {longest}。</translation>
    </message>
    <message>
        <source>Current streak: {current}, since {date}. Longest: {longest}.</source>
        <translation>目前连续 {current}，自 {date} 起。最长：{longest}。</translation>
    </message>
</context>
<context>
    <name>CardActions</name>
    <message>
        <source>Select cards first.</source>
        <translation>请先选取卡片。</translation>
    </message>
    <message>
        <source>Nothing to change.</source>
        <translation>没有需要更改的内容。</translation>
    </message>
    <message>
        <source>Undo: {key}</source>
        <translation>按 {key} 可撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) suspended.</source>
        <translation>
            <numerusform>已暂停 %n 张卡片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) can be studied again.</source>
        <translation>
            <numerusform>已恢复 %n 张卡片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) buried until tomorrow.</source>
        <translation>
            <numerusform>已将 %n 张卡片搁置到明天。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) reset to new.</source>
        <translation>
            <numerusform>已将 %n 张卡片重设为新卡片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due date set for %n card(s).</source>
        <translation>
            <numerusform>已设置 %n 张卡片的到期日。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) flagged.</source>
        <translation>
            <numerusform>已为 %n 张卡片加上旗标。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flag removed from %n card(s).</source>
        <translation>
            <numerusform>已移除 %n 张卡片的旗标。</numerusform>
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
        <source>Card info</source>
        <translation>卡片信息</translation>
    </message>
    <message>
        <source>Why this interval</source>
        <translation>为什么是这个间隔</translation>
    </message>
    <message>
        <source>Often forgotten</source>
        <translation>经常忘记</translation>
    </message>
    <message>
        <source>Forgetting curve</source>
        <translation>遗忘曲线</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>You have forgotten it %n time(s).</source>
        <translation>
            <numerusform>你忘记了 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>FSRS expected about {number}; the probability of so many lapses is only {probability}.</source>
        <translation>FSRS 预期约 {number} 次；忘记这么多次的概率只有 {probability}。</translation>
    </message>
    <message>
        <source>Similar cards…</source>
        <translation>相似的卡片…</translation>
    </message>
    <message>
        <source>Edit the note so that it has one short answer, split it in two, or add what distinguishes it from similar cards.</source>
        <translation>可以编辑笔记，让答案只有一个而且简短；把它拆成两则；或补充它与相似卡片的区别。</translation>
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
        <translation>记忆稳定期</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>{number} out of 10</source>
        <translation>{number}（最高 10）</translation>
    </message>
    <message>
        <source>Retrievability</source>
        <translation>记忆可提取性</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复习</translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation>遗忘次数</translation>
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
        <translation>学习中</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复习</translation>
    </message>
    <message>
        <source>Relearning</source>
        <translation>重学中</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Leech</source>
        <translation>记忆难点</translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>Card {number} of {count}</source>
        <translation>第 {number} 张，共 {count} 张</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
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
        <translation>学习中</translation>
    </message>
    <message>
        <source>Relearning</source>
        <translation>重新学习</translation>
    </message>
    <message>
        <source>Young</source>
        <translation>较新</translation>
    </message>
    <message>
        <source>Mature</source>
        <translation>成熟</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Buried</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>{cards}: {new} new, {young} young and {mature} mature.</source>
        <translation>{cards}：新卡片 {new}，较新 {young}，成熟 {mature}。</translation>
    </message>
    <message>
        <source>No cards.</source>
        <translation>没有卡片。</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Future due</source>
        <translation>未来到期</translation>
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
        <translation>这段期间没有卡片到期。</translation>
    </message>
    <message>
        <source>{cards} overdue</source>
        <translation>{cards}逾期</translation>
    </message>
    <message>
        <source>busiest day: {date} ({count})</source>
        <translation>最多的一天：{date}（{count} 张）</translation>
    </message>
    <message>
        <source>Cards added or learned</source>
        <translation>添加或首次学习的卡片</translation>
    </message>
    <message>
        <source>Probably forgotten</source>
        <translation>可能已忘记</translation>
    </message>
    <message>
        <source>Of {cards} first studied in this period, FSRS expects you to recall about {number} now ({percent}).</source>
        <translation>这段期间首次学习的 {cards}中，FSRS 预期你现在记得约 {number} 张（{percent}）。</translation>
    </message>
    <message>
        <source>Lowest: cards first studied {time} ({percent}).</source>
        <translation>比率最低：{time} 首次学习的卡片（{percent}）。</translation>
    </message>
    <message>
        <source>{parts}.</source>
        <translation>{parts}。</translation>
    </message>
    <message>
        <source>{today} still due today, {tomorrow} tomorrow, {week} in the 7 days from today on</source>
        <translation>今天还有 {today} 张到期，明天 {tomorrow} 张，从今天起的 7 天共 {week} 张</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{added} added and {learned} studied for the first time.</source>
        <translation>添加 {added}，首次学习 {learned} 张。</translation>
    </message>
    <message>
        <source>No cards added or learned in this period.</source>
        <translation>这段期间没有添加或首次学习的卡片。</translation>
    </message>
    <message>
        <source>Added and learned</source>
        <translation>添加与学习</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>首次学习</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Still remembered</source>
        <translation>还记得多少</translation>
    </message>
    <message>
        <source>Recalled now</source>
        <translation>现在记得</translation>
    </message>
    <message>
        <source>First studied</source>
        <translation>首次学习</translation>
    </message>
    <message>
        <source>Share recalled</source>
        <translation>记得比率</translation>
    </message>
    <message>
        <source>Cards first studied</source>
        <translation>首次学习的卡片</translation>
    </message>
    <message>
        <source>No cards were first studied in this period.</source>
        <translation>这段期间没有首次学习的卡片。</translation>
    </message>
</context>
<context>
    <name>CardSoundPlayer</name>
    <message>
        <source>Sounds are turned off. Deck options: {key}</source>
        <translation>声音已关闭。牌组选项：{key}</translation>
    </message>
    <message>
        <source>No sound device was found, so sounds are not played.</source>
        <translation>找不到音频设备，因此不播放声音。</translation>
    </message>
    <message>
        <source>No voice was found, so texts are not read aloud.</source>
        <translation>找不到语音，因此不朗读文本。</translation>
    </message>
    <message>
        <source>The sound {name} is not played: {reason}.</source>
        <translation>未播放声音 {name}：{reason}。</translation>
    </message>
</context>
<context>
    <name>ClockNotice</name>
    <message>
        <source>The clock may be wrong: it says {now}, but your last review is dated {newest}.</source>
        <translation>电脑的时钟可能不准：现在显示 {now}，但你上次复习的日期是 {newest}。</translation>
    </message>
    <message>
        <source>Some of your reviews were recorded while the clock was wrong.</source>
        <translation>有些复习是在电脑时钟错误时记录的。</translation>
    </message>
    <message>
        <source>Your last review is dated {newest}, and the clock says {now}. Check the date.</source>
        <translation>你上次复习的日期是 {newest}，电脑的时钟显示 {now}。请检查日期。</translation>
    </message>
    <message>
        <source>Correct the times…</source>
        <translation>更正时间…</translation>
    </message>
</context>
<context>
    <name>ColumnMenus</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Default columns</source>
        <translation>预设字段</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Order of decks and files</source>
        <translation>依牌组与文件的顺序</translation>
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
        <translation>第 {number} 列：{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n more column(s)</source>
        <translation>
            <numerusform>还有 %n 列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnUses</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Additional field</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Note type in Anki</source>
        <translation>Anki 的笔记模板</translation>
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
        <translation>StudyApp 的笔记 ID</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>ComparedCard</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n lapse(s)</source>
        <translation>
            <numerusform>忘记 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>The note was changed in its file meanwhile</source>
        <translation>这条笔记的文件已被更动</translation>
    </message>
    <message>
        <source>Nothing is overwritten: choose the version to keep. Changes in other fields are kept.</source>
        <translation>不会覆盖任何内容：请选择要保留的版本。其他字段的更动会保留。</translation>
    </message>
    <message>
        <source>Continue editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Your version</source>
        <translation>你的版本</translation>
    </message>
    <message>
        <source>Version in the file</source>
        <translation>文件中的版本</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Show report</source>
        <translation>显示报告</translation>
    </message>
    <message>
        <source>An unexpected error occurred</source>
        <translation>发生意外错误</translation>
    </message>
    <message>
        <source>StudyApp could not start because of an unexpected error</source>
        <translation>发生意外错误，StudyApp 无法启动</translation>
    </message>
    <message>
        <source>StudyApp was closed by an unexpected error last time</source>
        <translation>StudyApp 上次因意外错误而关闭</translation>
    </message>
    <message>
        <source>All your reviews up to this point are saved.</source>
        <translation>到目前为止的复习都已保存。</translation>
    </message>
    <message>
        <source>You can continue. If something no longer works, restart StudyApp.</source>
        <translation>你可以继续使用。如果有功能无法正常使用，请重新启动 StudyApp。</translation>
    </message>
    <message>
        <source>The report about the error could not be written.</source>
        <translation>无法写入错误报告。</translation>
    </message>
    <message>
        <source>A report about the error, without the text of your cards, is in {file}.</source>
        <translation>错误报告已写入 {file}，其中不含卡片的文本。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>CustomStudyDialog</name>
    <message>
        <source>Custom study</source>
        <translation>自定义学习</translation>
    </message>
    <message>
        <source>Number of new cards</source>
        <translation>新卡片张数</translation>
    </message>
    <message>
        <source>Days ahead</source>
        <translation>提前天数</translation>
    </message>
    <message>
        <source>Only cards that match this search</source>
        <translation>只学习符合搜索条件的卡片</translation>
    </message>
    <message>
        <source>Only these tags</source>
        <translation>只限这些标签</translation>
    </message>
    <message>
        <source>Only these sections</source>
        <translation>只限这些章节</translation>
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
        <source>Today's cards</source>
        <translation>今天的卡片</translation>
    </message>
    <message>
        <source>More new cards:</source>
        <translation>增加新卡片（张数）：</translation>
    </message>
    <message>
        <source>Review ahead (days):</source>
        <translation>提前复习（天数）：</translation>
    </message>
    <message>
        <source>Practice cards forgotten today</source>
        <translation>练习今天忘记的卡片</translation>
    </message>
    <message>
        <source>Practice mistakes you were sure of</source>
        <translation>练习有把握却答错的卡片</translation>
    </message>
    <message>
        <source>Practice all cards</source>
        <translation>练习所有卡片</translation>
    </message>
    <message>
        <source>Practice doesn't affect your schedule.</source>
        <translation>练习不影响排程。</translation>
    </message>
    <message>
        <source>Ratings count as usual.</source>
        <translation>评分照常计入。</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Enter a date like {example}.</source>
        <translation>请输入日期，例如 {example}。</translation>
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
        <translation>周</translation>
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
        <translation>最后一天</translation>
    </message>
</context>
<context>
    <name>DaysOffDialog</name>
    <message>
        <source>Add days off</source>
        <translation>添加休息日</translation>
    </message>
    <message>
        <source>If reviews are moved, {key} on the decks page undoes all of it. Days off don’t break the streak.</source>
        <translation>如果移动了复习，可在牌组页面按 {key} 全部撤销。休息日不会中断连续学习天数。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) come due on these days.</source>
        <translation>
            <numerusform>这几天有 %n 张卡片到期。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeckAdder</name>
    <message>
        <source>New deck…</source>
        <translation>新增牌组…</translation>
    </message>
    <message>
        <source>Import (Anki, CSV, Markdown)…</source>
        <translation>导入（Anki、CSV、Markdown）…</translation>
    </message>
    <message>
        <source>Add deck folder…</source>
        <translation>添加牌组文件夹…</translation>
    </message>
    <message>
        <source>Open decks folder</source>
        <translation>打开牌组文件夹</translation>
    </message>
    <message>
        <source>Bin…</source>
        <translation>资源回收桶⋯</translation>
    </message>
    <message>
        <source>Remove folder {folder}</source>
        <translation>移除文件夹 {folder}</translation>
    </message>
    <message>
        <source>StudyApp can't import {name}. Use a deck file (.yaml), an Anki package ({packages}), a table ({tables}) or a Markdown file ({pages}).</source>
        <translation>StudyApp 无法导入 {name}。请使用牌组文件（.yaml）、Anki 牌组包或集合文件（{packages}）、表格（{tables}）或 Markdown 文件（{pages}）。</translation>
    </message>
</context>
<context>
    <name>DeckChooserDialog</name>
    <message>
        <source>Search decks, or name a new one</source>
        <translation>搜索牌组，或输入新牌组的名称</translation>
    </message>
    <message>
        <source>Decks</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New deck “{title}”</source>
        <translation>新牌组“{title}”</translation>
    </message>
</context>
<context>
    <name>DeckDialogs</name>
    <message>
        <source>No wrong times found.</source>
        <translation>没有发现错误的时间。</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) or other action(s) recorded while the clock was wrong</source>
        <translation>
            <numerusform>有 %n 笔复习或其他操作是在电脑时钟错误时记录的</numerusform>
        </translation>
    </message>
    <message>
        <source>Dated: {first} to {last}</source>
        <translation>记录的日期：{first} 至 {last}</translation>
    </message>
    <message>
        <source>Corrected: {corrected_first} to {corrected_last}</source>
        <translation>更正后：{corrected_first} 至 {corrected_last}</translation>
    </message>
    <message>
        <source>The clock now says {now}. If that is wrong, choose Cancel and set the clock first.</source>
        <translation>电脑的时钟现在显示 {now}。如果不对，请选“取消”，先将时钟调整正确。</translation>
    </message>
    <message>
        <source>Due dates move with the times. You can undo this.</source>
        <translation>到期日会一并调整。之后可以撤销。</translation>
    </message>
    <message>
        <source>All decks</source>
        <translation>所有牌组</translation>
    </message>
</context>
<context>
    <name>DeckEdits</name>
    <message>
        <source>The deck “{title}” is ready for its first note.</source>
        <translation>牌组“{title}”已创建，可以添加第一条笔记。</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加笔记</translation>
    </message>
    <message>
        <source>The deck “{title}” is in the bin now.</source>
        <translation>牌组“{title}”已移到资源回收桶。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undid: {action}</source>
        <translation>已撤销：{action}</translation>
    </message>
    <message>
        <source>Redid: {action}</source>
        <translation>已重做：{action}</translation>
    </message>
    <message>
        <source>Something else was done since. Undo it first: {key}</source>
        <translation>之后又做了其他操作，请先撤销它：{key}</translation>
    </message>
</context>
<context>
    <name>DeckList</name>
    <message>
        <source>Decks</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Enter studies a deck, {key} opens its menu.</source>
        <translation>按 Enter 学习牌组，按 {key} 打开菜单。</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden deck(s) · Show…</source>
        <translation>
            <numerusform>%n 个隐藏的牌组 · 显示…</numerusform>
        </translation>
    </message>
    <message>
        <source>{learned} of {cards} cards learned</source>
        <translation>{cards} 张卡片中已学会 {learned} 张</translation>
    </message>
    <message>
        <source>{new} new, {learning} learning, {due} due</source>
        <translation>新卡片 {new}、学习中 {learning}、待复习 {due}</translation>
    </message>
    <message>
        <source>Level {number}.</source>
        <translation>第 {number} 层。</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 张新卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n learning</source>
        <translation>
            <numerusform>%n 张学习中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n 张待复习</numerusform>
        </translation>
    </message>
    <message>
        <source>Study</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Custom study…</source>
        <translation>自定义学习…</translation>
    </message>
    <message>
        <source>Browse cards…</source>
        <translation>浏览卡片⋯</translation>
    </message>
    <message>
        <source>Plan exam…</source>
        <translation>规划考试…</translation>
    </message>
    <message>
        <source>Suspended and buried…</source>
        <translation>已暂停与搁置的卡片…</translation>
    </message>
    <message>
        <source>Deck options…</source>
        <translation>牌组选项…</translation>
    </message>
    <message>
        <source>About this deck…</source>
        <translation>关于这个牌组…</translation>
    </message>
    <message>
        <source>Add note…</source>
        <translation>添加笔记⋯</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名⋯</translation>
    </message>
    <message>
        <source>Open deck file</source>
        <translation>打开牌组文件</translation>
    </message>
    <message>
        <source>Delete deck</source>
        <translation>删除牌组</translation>
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
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
</context>
<context>
    <name>DecksPage</name>
    <message>
        <source>Study now</source>
        <translation>开始学习</translation>
    </message>
    <message>
        <source>Next 7 days</source>
        <translation>未来 7 天</translation>
    </message>
    <message>
        <source>Add decks…</source>
        <translation>添加牌组…</translation>
    </message>
    <message>
        <source>Exams and days off…</source>
        <translation>考试与休息日…</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Create a deck, add a folder, or drop deck files (.yaml) here.</source>
        <translation>请创建牌组、添加文件夹，或将牌组文件（.yaml）拖到这里。</translation>
    </message>
    <message>
        <source>Study {count} more</source>
        <translation>再学 {count} 张</translation>
    </message>
    <message>
        <source>All decks are hidden</source>
        <translation>所有牌组都已隐藏</translation>
    </message>
    <message>
        <source>No decks yet</source>
        <translation>还没有牌组</translation>
    </message>
    <message>
        <source>Loading your decks…</source>
        <translation>正在加载牌组…</translation>
    </message>
    <message>
        <source>Welcome to StudyApp</source>
        <translation>欢迎使用 StudyApp</translation>
    </message>
    <message>
        <source>Read the question, recall the answer, then check it and rate how well you knew it.</source>
        <translation>先看问题并回想答案，再核对答案，并依记得的程度评分。</translation>
    </message>
    <message>
        <source>StudyApp shows each card again just before you would forget it.</source>
        <translation>StudyApp 会在你快要忘记时，再次显示这张卡片。</translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation>今天的学习已完成</translation>
    </message>
    <message>
        <source>You've reached today's limit. Open a deck to study more.</source>
        <translation>已达今天的上限。打开单一牌组可继续学习。</translation>
    </message>
    <message numerus="yes">
        <source>%n due card(s) will wait until tomorrow.</source>
        <translation>
            <numerusform>还有 %n 张到期的卡片，留到明天复习。</numerusform>
        </translation>
    </message>
    <message>
        <source>No more cards for today.</source>
        <translation>今天没有其他卡片了。</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 张新卡片</numerusform>
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
        <source>StudyApp is already running with this data folder.</source>
        <translation>StudyApp 已在运行中，正在使用这个数据目录。</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Add a language…</source>
        <translation>添加语言…</translation>
    </message>
    <message>
        <source>Hide why, section, evidence</source>
        <translation>隐藏理由、章节、确定程度</translation>
    </message>
    <message>
        <source>Why, section, evidence…</source>
        <translation>理由、章节、确定程度…</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未注明</translation>
    </message>
</context>
<context>
    <name>DistributionPlots</name>
    <message>
        <source>No cards in review yet.</source>
        <translation>还没有进入复习的卡片。</translation>
    </message>
    <message>
        <source>Half of the intervals are {median} or longer; the longest is {longest}.</source>
        <translation>半数间隔在 {median}以上；最长为 {longest}。</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>No cards studied yet.</source>
        <translation>还没有学过的卡片。</translation>
    </message>
    <message>
        <source>Nine tenths of the cards fall to 90% in less than a day.</source>
        <translation>九成卡片不到一天就降到 90%。</translation>
    </message>
    <message>
        <source>Half of the cards stay above 90% for {median} or longer, a tenth for less than {low}, a tenth for more than {high}.</source>
        <translation>半数卡片能在 {median}以上保持高于 90%；一成不到 {low}，一成超过 {high}。</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>记忆稳定期</translation>
    </message>
    <message>
        <source>The median difficulty is {median}; a tenth of the cards are above {high}.</source>
        <translation>难度中位数为 {median}；一成卡片高于 {high}。</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Retrievability</source>
        <translation>记忆可提取性</translation>
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
        <translation>10% 低于 {value}</translation>
    </message>
    <message>
        <source>90% below {value}</source>
        <translation>90% 低于 {value}</translation>
    </message>
    <message>
        <source>Median {value}</source>
        <translation>中位数 {value}</translation>
    </message>
    <message>
        <source>FSRS expects you to recall {mean} of all studied cards at this moment; a tenth of them are below {low}.</source>
        <translation>FSRS 预期你此刻记得所有学过卡片的 {mean}；其中一成低于 {low}。</translation>
    </message>
    <message>
        <source>This includes cards that are not due yet, so it is usually more than the true retention.</source>
        <translation>其中包括还没到期的卡片，所以通常高于真实留存率。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
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
        <translation>没有程序能打开这个文件，可用任何文本编辑器阅读：{path}</translation>
    </message>
</context>
<context>
    <name>DueDateDialog</name>
    <message>
        <source>Set due date</source>
        <translation>设置到期日</translation>
    </message>
    <message>
        <source>Days from today</source>
        <translation>几天后到期</translation>
    </message>
    <message>
        <source>0 is today. A new card becomes a review card. You can undo this.</source>
        <translation>0 表示今天。新卡片会变成复习卡片。之后可以撤销。</translation>
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
        <translation>设置到期日</translation>
    </message>
    <message>
        <source>Days from today</source>
        <translation>几天后到期</translation>
    </message>
    <message>
        <source>0 is today. A range such as 3-7 spreads the cards. You can undo this.</source>
        <translation>0 代表今天。输入 3-7 这样的范围，可将卡片分散到这些天。可以撤销。</translation>
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
        <translation>查找重复的笔记</translation>
    </message>
    <message>
        <source>Pairs of notes</source>
        <translation>成对的笔记</translation>
    </message>
    <message>
        <source>First note</source>
        <translation>第一条笔记</translation>
    </message>
    <message>
        <source>Second note</source>
        <translation>第二条笔记</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Similarity of the questions, at least</source>
        <translation>问题的相似度至少为</translation>
    </message>
    <message>
        <source>Comparing notes… Esc stops.</source>
        <translation>正在比较笔记⋯⋯按 Esc 停止。</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n most similar pair(s) are shown.</source>
        <translation>
            <numerusform>只显示最相似的 %n 对。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of similar notes</source>
        <translation>
            <numerusform>%n 对相似的笔记</numerusform>
        </translation>
    </message>
    <message>
        <source>No similar notes</source>
        <translation>没有相似的笔记</translation>
    </message>
</context>
<context>
    <name>EditorProblem</name>
    <message>
        <source>The deck has this already: {note}</source>
        <translation>牌组已有这个内容：{note}</translation>
    </message>
    <message>
        <source>Write something here.</source>
        <translation>请在这里填写内容。</translation>
    </message>
    <message>
        <source>Mark the correct option.</source>
        <translation>请标记正确的选项。</translation>
    </message>
    <message>
        <source>Write at least two options.</source>
        <translation>请至少填写两个选项。</translation>
    </message>
    <message>
        <source>Hide the whole text</source>
        <translation>遮住整段文本</translation>
    </message>
    <message>
        <source>Number the blanks from 1</source>
        <translation>填空从 1 开始编号</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Use for all languages</source>
        <translation>用于所有语言</translation>
    </message>
</context>
<context>
    <name>EditorView</name>
    <message>
        <source>This deck came with StudyApp. Saving makes a copy of it in your decks folder.</source>
        <translation>这是 StudyApp 随附的牌组。保存时会在你的牌组文件夹中创建副本。</translation>
    </message>
    <message>
        <source>How to write good cards</source>
        <translation>如何写出好卡片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>牌组</translation>
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
        <translation>这是副本。请在这里只保留一部分并添加，接着就能编辑原本的笔记。</translation>
    </message>
    <message>
        <source>The new note was added. Keep the other part in this one and save it.</source>
        <translation>已添加新的笔记。请在这条笔记只保留另一部分并保存。</translation>
    </message>
    <message>
        <source>The note is no longer in its deck file.</source>
        <translation>这条笔记已不在牌组文件中。</translation>
    </message>
    <message>
        <source>There is no deck yet.
Create a deck first, then add notes to it.</source>
        <translation>还没有牌组。
请先创建牌组，再添加笔记。</translation>
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
        <translation>所有牌组</translation>
    </message>
    <message>
        <source>Selected decks</source>
        <translation>选取的牌组</translation>
    </message>
    <message>
        <source>Cards that match a search</source>
        <translation>符合搜索的卡片</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Select at least one deck.</source>
        <translation>请至少选取一个牌组。</translation>
    </message>
</context>
<context>
    <name>ExamDialog</name>
    <message>
        <source>Add exam</source>
        <translation>添加考试</translation>
    </message>
    <message>
        <source>Edit exam</source>
        <translation>编辑考试</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Finding cards…</source>
        <translation>正在查找卡片…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Cards to recall on the day (%)</source>
        <translation>当天要记得的卡片（%）</translation>
    </message>
    <message>
        <source>Bring later cards forward</source>
        <translation>把考试后才到期的卡片提前复习</translation>
    </message>
    <message>
        <source>Cards due after the exam are shown once more before it if needed. You can undo this.</source>
        <translation>考试后才到期的卡片，如有需要会在考前再出现一次。可以撤销。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ExamEntry</name>
    <message numerus="yes">
        <source>%n card(s) due after the exam will be below the target on the day.</source>
        <translation>
            <numerusform>有 %n 张卡片在考试后才到期，当天会低于目标。</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>Bring %n card(s) forward</source>
        <translation>
            <numerusform>提前 %n 张卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Deck options…</source>
        <translation>牌组选项…</translation>
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
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条笔记</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one deck.</source>
        <translation>请至少选择一个牌组。</translation>
    </message>
    <message>
        <source>Enter a file name.</source>
        <translation>请输入文件名称。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Can't write {file}: {reason}. Choose another location.</source>
        <translation>无法写入 {file}：{reason}。请选择其他位置。</translation>
    </message>
    <message>
        <source>Export failed: something went wrong in StudyApp. Nothing was written.</source>
        <translation>导出失败：StudyApp 发生错误。未写入任何内容。</translation>
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
            <numerusform>%n 个牌组</numerusform>
        </translation>
    </message>
    <message>
        <source>Decks to export</source>
        <translation>要导出的牌组</translation>
    </message>
    <message>
        <source>Card languages</source>
        <translation>卡片语言</translation>
    </message>
    <message>
        <source>Include my progress (reviews and scheduling)</source>
        <translation>包含我的进度（复习记录与排程）</translation>
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
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Preview changes…</source>
        <translation>预览更改…</translation>
    </message>
    <message>
        <source>Sync with Anki…</source>
        <translation>与 Anki 同步…</translation>
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
        <source>Preview changes</source>
        <translation>预览更改</translation>
    </message>
    <message>
        <source>Anki collection</source>
        <translation>Anki 集合</translation>
    </message>
    <message>
        <source>Anki profile {name}</source>
        <translation>Anki 账户 {name}</translation>
    </message>
    <message>
        <source>No collection (compare with last export)</source>
        <translation>没有集合（与上次导出比较）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Note type “{name}” was changed in Anki. Importing adds a second copy of it.</source>
        <translation>笔记模板“{name}”在 Anki 改过，导入时会多出一份。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) already in Anki keep their progress.</source>
        <translation>
            <numerusform>已在 Anki 的 %n 张卡片保留原来的进度。</numerusform>
        </translation>
    </message>
    <message>
        <source>Can't read this Anki collection: {reason}</source>
        <translation>无法读取这个 Anki 集合：{reason}</translation>
    </message>
</context>
<context>
    <name>ExportReportText</name>
    <message>
        <source>Exported {notes} ({cards}) to:</source>
        <translation>已将 {notes}（{cards}）导出到：</translation>
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
    <message numerus="yes">
        <source>%n cell(s) got an apostrophe in front, because a spreadsheet would execute the text as a formula.</source>
        <translation>
            <numerusform>已在 %n 个单元格前加上单引号，因为电子表格软件会将其文本当作公式执行。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} of note {note} was not exported: it is missing, too large or outside the deck's folder.</source>
        <translation>笔记 {note} 的 {name} 未导出：找不到文件、文件太大，或不在牌组文件夹中。</translation>
    </message>
    <message>
        <source>Card {card} was not exported: Anki doesn't support its blank number.</source>
        <translation>卡片 {card} 未导出：Anki 不支持它的填空编号。</translation>
    </message>
    <message>
        <source>Importing this file replaces your whole Anki collection. Everything currently in it is deleted.</source>
        <translation>在 Anki 导入这个文件会替换整个集合，原有的内容会全部删除。</translation>
    </message>
    <message>
        <source>In Anki, choose File › Import, select this file, and turn on “Import any learning progress” and “Import any deck presets”. Cards already in Anki keep their progress.</source>
        <translation>请在 Anki 选择“文件 › 导入”，再选取这个文件，并勾选“导入所有学习进度信息”与“导入所有牌组预设配置”。已在 Anki 中的卡片保留原来的进度。</translation>
    </message>
    <message>
        <source>In Anki, choose File › Import and select this file. If you import a newer export later, your notes are updated and your progress is kept.</source>
        <translation>请在 Anki 选择“文件 › 导入”，再选取这个文件。日后导入较新的导出文件，会更新笔记并保留学习进度。</translation>
    </message>
</context>
<context>
    <name>FilterTree</name>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Enter searches, {key} narrows the search</source>
        <translation>按 Enter 搜索，按 {key} 缩小搜索范围</translation>
    </message>
    <message>
        <source>Decks</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
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
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Buried</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Leeches</source>
        <translation>记忆难点</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Narrow the search</source>
        <translation>缩小搜索范围</translation>
    </message>
    <message>
        <source>Delete the saved search</source>
        <translation>删除已保存的搜索</translation>
    </message>
</context>
<context>
    <name>FindReplaceDialog</name>
    <message>
        <source>Find and replace</source>
        <translation>查找与替换</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>所有字段</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>In</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Selected notes only</source>
        <translation>只在选取的笔记中</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>显示更改</translation>
    </message>
    <message numerus="yes">
        <source>In %n selected note(s)</source>
        <translation>
            <numerusform>在选取的 %n 条笔记中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n found note(s)</source>
        <translation>
            <numerusform>在找到的 %n 条笔记中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处更改</numerusform>
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
            <numerusform>%n 条笔记</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to change.</source>
        <translation>没有需要更改的内容。</translation>
    </message>
    <message>
        <source>These fields would become empty and are left as they are: {fields}</source>
        <translation>以下字段会变成空白，因此保持不变：{fields}</translation>
    </message>
    <message numerus="yes">
        <source>Make %n change(s)</source>
        <translation>
            <numerusform>应用 %n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>FinishedPanel</name>
    <message>
        <source>Back to decks</source>
        <translation>返回牌组</translation>
    </message>
    <message>
        <source>Custom study…</source>
        <translation>自定义学习…</translation>
    </message>
    <message>
        <source>Undo last rating: {key}</source>
        <translation>按 {key} 可撤销上次评分。</translation>
    </message>
    <message>
        <source>Nothing scheduled.</source>
        <translation>没有排定的卡片。</translation>
    </message>
    <message numerus="yes">
        <source>Next cards in %n day(s).</source>
        <translation>
            <numerusform>下一批卡片在 %n 天后。</numerusform>
        </translation>
    </message>
    <message>
        <source>{confidence}: {correct} of {total} correct</source>
        <translation>{confidence}：{total} 次答对 {correct} 次</translation>
    </message>
    <message numerus="yes">
        <source>Today's minutes are over. %n due card(s) will wait until tomorrow.</source>
        <translation>
            <numerusform>今天的学习时间用完了。还有 %n 张到期的卡片，留到明天复习。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %n more</source>
        <translation>
            <numerusform>再复习 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Done for now</source>
        <translation>目前的学习已完成</translation>
    </message>
    <message>
        <source>Nothing to study right now</source>
        <translation>目前没有要学习的卡片</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>复习 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Study {count} more</source>
        <translation>再学 {count} 张</translation>
    </message>
    <message numerus="yes">
        <source>Practice %n “Sure” mistake(s)</source>
        <translation>
            <numerusform>练习有把握却答错的 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Next cards tomorrow.</source>
        <translation>下一批卡片在明天。</translation>
    </message>
    <message>
        <source>{percent}% correct</source>
        <translation>答对 {percent}%</translation>
    </message>
    <message>
        <source>Next card at {time}.</source>
        <translation>下一张卡片在 {time}。</translation>
    </message>
</context>
<context>
    <name>ForecastChart</name>
    <message>
        <source>Cards in the next few days</source>
        <translation>未来几天的卡片</translation>
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
    <name>ForgettingCurvePlot</name>
    <message>
        <source>Forgetting curve</source>
        <translation>遗忘曲线</translation>
    </message>
    <message>
        <source>{share} today</source>
        <translation>今天 {share}</translation>
    </message>
    <message>
        <source>{share} after {time}</source>
        <translation>{time}后 {share}</translation>
    </message>
    <message>
        <source>Probability of recall: {figures}</source>
        <translation>想起的概率：{figures}</translation>
    </message>
    <message>
        <source>Last review</source>
        <translation>上次复习</translation>
    </message>
</context>
<context>
    <name>ForgottenCardLinks</name>
    <message>
        <source>Forgotten card:</source>
        <translation>忘记的卡片：</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Prerequisites</source>
        <translation>先修卡片</translation>
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
        <translation>最常忘记</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>加载中…</translation>
    </message>
    <message>
        <source>Show table</source>
        <translation>显示表格</translation>
    </message>
    <message>
        <source>No card was forgotten three times or more.</source>
        <translation>没有忘记三次以上的卡片。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) forgotten three times or more.</source>
        <translation>
            <numerusform>%n 张卡片忘记三次以上。</numerusform>
        </translation>
    </message>
    <message>
        <source>None more often than FSRS can explain.</source>
        <translation>没有一张超出 FSRS 能解释的次数。</translation>
    </message>
    <message numerus="yes">
        <source>%n leech(es), forgotten far more often than FSRS predicted: fewer than one card in {odds} would have so many lapses by chance. Reword or split such cards, or add a hint.</source>
        <translation>
            <numerusform>%n 张记忆难点，遗忘次数远多于 FSRS 的预测：{odds} 张卡片中，因巧合而遗忘这么多次的不到一张。请改写或拆分这些卡片，或加上提示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再显示 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit: {question}</source>
        <translation>编辑：{question}</translation>
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
            <numerusform>忘记 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>{lapses}, about {number} expected</source>
        <translation>{lapses}，预期约 {number}</translation>
    </message>
    <message>
        <source>⚠ Leech · {lapses}</source>
        <translation>⚠ 记忆难点 · {lapses}</translation>
    </message>
    <message>
        <source>Chance of so many lapses: {percent}</source>
        <translation>忘记这么多次的概率：{percent}</translation>
    </message>
</context>
<context>
    <name>ForgottenTable</name>
    <message>
        <source>Most often forgotten</source>
        <translation>最常忘记</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation>遗忘次数</translation>
    </message>
    <message>
        <source>Expected lapses</source>
        <translation>预期遗忘次数</translation>
    </message>
    <message>
        <source>Probability of so many</source>
        <translation>忘记这么多次的概率</translation>
    </message>
    <message>
        <source>Leech</source>
        <translation>记忆难点</translation>
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
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>under {number}%</source>
        <translation>低于 {number}%</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>{time}后</translation>
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
        <source>Guess</source>
        <translation>猜测</translation>
    </message>
    <message>
        <source>Front {front}, back {behind}</source>
        <translation>正面 {front}，背面 {behind}</translation>
    </message>
    <message>
        <source>Red flag</source>
        <translation>红色旗标</translation>
    </message>
    <message>
        <source>Orange flag</source>
        <translation>橙色旗标</translation>
    </message>
    <message>
        <source>Green flag</source>
        <translation>绿色旗标</translation>
    </message>
    <message>
        <source>Blue flag</source>
        <translation>蓝色旗标</translation>
    </message>
    <message>
        <source>Pink flag</source>
        <translation>粉色旗标</translation>
    </message>
    <message>
        <source>Turquoise flag</source>
        <translation>青色旗标</translation>
    </message>
    <message>
        <source>Purple flag</source>
        <translation>紫色旗标</translation>
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
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>{line}: {note}</source>
        <translation>{line}：{note}</translation>
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
        <source>Suspend</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Bury until tomorrow</source>
        <translation>搁置到明天</translation>
    </message>
    <message>
        <source>Reset card</source>
        <translation>重设卡片</translation>
    </message>
    <message>
        <source>Set due date</source>
        <translation>设置到期日</translation>
    </message>
    <message>
        <source>Correct times</source>
        <translation>更正时间</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Remove flag</source>
        <translation>移除旗标</translation>
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
        <translation>动作</translation>
    </message>
    <message>
        <source>Predicted recall</source>
        <translation>预测记忆可提取性</translation>
    </message>
    <message>
        <source>Next interval</source>
        <translation>下次间隔</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>记忆稳定期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
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
        <translation>{date}的统计</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Most often forgotten</source>
        <translation>最常忘记</translation>
    </message>
    <message>
        <source>No card was forgotten three times or more.</source>
        <translation>没有忘记三次以上的卡片。</translation>
    </message>
</context>
<context>
    <name>ImportConflictsDialog</name>
    <message numerus="yes">
        <source>%n note(s) changed here and in Anki</source>
        <translation>
            <numerusform>%n 条笔记在这里和 Anki 都改过</numerusform>
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
        <translation>稍后决定</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Choose which version to keep. Notes without a choice stay unchanged, and the next import asks again.</source>
        <translation>请选择要保留的版本。未选择的笔记维持原状，下次导入时会再询问。</translation>
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
        <translation>已决定</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>未决定</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Not fully imported</source>
        <translation>未完整导入的内容</translation>
    </message>
    <message>
        <source>Choose versions…</source>
        <translation>选择版本…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. Decks already written are kept. No reviews were added.</source>
        <translation>已停止。已写入的牌组会保留，未添加复习记录。</translation>
    </message>
    <message numerus="yes">
        <source>Choice saved for %n note(s)</source>
        <translation>
            <numerusform>已保存 %n 条笔记的选择</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，未做任何更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added</source>
        <translation>
            <numerusform>已添加 %n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already present</source>
        <translation>
            <numerusform>原本已有 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) added</source>
        <translation>
            <numerusform>已添加 %n 条复习记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated from Anki</source>
        <translation>
            <numerusform>%n 条依 Anki 更新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged</source>
        <translation>
            <numerusform>%n 条合并</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed only here</source>
        <translation>
            <numerusform>%n 条只在这里改过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed here and in Anki</source>
        <translation>
            <numerusform>%n 条在这里和 Anki 都改过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n 条未更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Decks are saved as text files in your decks folder. You can edit them.</source>
        <translation>牌组以文本文件存放在你的牌组文件夹，可以自行编辑。</translation>
    </message>
    <message>
        <source>FSRS now uses the parameters of your preset “{name}”, for all decks.</source>
        <translation>FSRS 现在对所有牌组使用预设配置“{name}”的参数。</translation>
    </message>
    <message>
        <source>Can't read {file}: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Import failed: something went wrong in StudyApp. No reviews were added.</source>
        <translation>导入失败：StudyApp 发生错误。未添加复习记录。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Show decks</source>
        <translation>显示牌组</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加笔记</translation>
    </message>
    <message>
        <source>Study now</source>
        <translation>开始学习</translation>
    </message>
    <message>
        <source>Browse and search cards</source>
        <translation>浏览并搜索卡片</translation>
    </message>
    <message>
        <source>Show map</source>
        <translation>显示地图</translation>
    </message>
    <message>
        <source>Show statistics</source>
        <translation>显示统计</translation>
    </message>
    <message>
        <source>Custom study</source>
        <translation>自定义学习</translation>
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
        <source>Deck options (selected deck, or all decks)</source>
        <translation>所选牌组的选项（未选取时为所有牌组）</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Switch card languages</source>
        <translation>切换卡片语言</translation>
    </message>
    <message>
        <source>Show or hide keyboard shortcuts</source>
        <translation>显示或隐藏快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show answer, then rate Good</source>
        <translation>显示答案，再按一次评为“良好”</translation>
    </message>
    <message>
        <source>Again (before the answer: choose option A)</source>
        <translation>重来（显示答案前：选择选项 A）</translation>
    </message>
    <message>
        <source>Hard (before the answer: choose option B)</source>
        <translation>困难（显示答案前：选择选项 B）</translation>
    </message>
    <message>
        <source>Good (before the answer: choose option C)</source>
        <translation>良好（显示答案前：选择选项 C）</translation>
    </message>
    <message>
        <source>Easy (before the answer: choose option D)</source>
        <translation>简单（显示答案前：选择选项 D）</translation>
    </message>
    <message>
        <source>Show answer (confidence: sure)</source>
        <translation>显示答案，自评“有把握”</translation>
    </message>
    <message>
        <source>Show answer (confidence: unsure)</source>
        <translation>显示答案，自评“不确定”</translation>
    </message>
    <message>
        <source>Show answer (confidence: guess)</source>
        <translation>显示答案，自评“猜测”</translation>
    </message>
    <message>
        <source>Bury card until tomorrow</source>
        <translation>搁置卡片到明天</translation>
    </message>
    <message>
        <source>Bury note until tomorrow</source>
        <translation>搁置笔记到明天</translation>
    </message>
    <message>
        <source>Suspend card</source>
        <translation>暂停卡片</translation>
    </message>
    <message>
        <source>Suspend note</source>
        <translation>暂停笔记</translation>
    </message>
    <message>
        <source>Red flag (toggle)</source>
        <translation>红色旗标（切换）</translation>
    </message>
    <message>
        <source>Orange flag (toggle)</source>
        <translation>橙色旗标（切换）</translation>
    </message>
    <message>
        <source>Green flag (toggle)</source>
        <translation>绿色旗标（切换）</translation>
    </message>
    <message>
        <source>Blue flag (toggle)</source>
        <translation>蓝色旗标（切换）</translation>
    </message>
    <message>
        <source>Review a forgotten card's prerequisites first</source>
        <translation>忘记卡片后，先复习其先修卡片</translation>
    </message>
    <message>
        <source>Show a forgotten card's answer and why</source>
        <translation>显示忘记的卡片的答案与说明</translation>
    </message>
    <message>
        <source>Show source (forgotten card or answer)</source>
        <translation>显示来源（忘记的卡片或目前答案）</translation>
    </message>
    <message>
        <source>Replay sounds</source>
        <translation>重播声音</translation>
    </message>
    <message>
        <source>Replay the question's sounds</source>
        <translation>重播问题的声音</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑笔记</translation>
    </message>
    <message>
        <source>Card info</source>
        <translation>卡片信息</translation>
    </message>
    <message>
        <source>Set due date…</source>
        <translation>设置到期日…</translation>
    </message>
    <message>
        <source>Reset card</source>
        <translation>重设卡片</translation>
    </message>
    <message>
        <source>Back to decks</source>
        <translation>返回牌组</translation>
    </message>
    <message>
        <source>Duplicate note</source>
        <translation>创建笔记副本</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>添加标签…</translation>
    </message>
    <message>
        <source>Remove tags…</source>
        <translation>移除标签…</translation>
    </message>
    <message>
        <source>Move to another deck…</source>
        <translation>移至其他牌组…</translation>
    </message>
    <message>
        <source>Delete notes</source>
        <translation>删除笔记</translation>
    </message>
    <message>
        <source>Suspend (toggle)</source>
        <translation>暂停（切换）</translation>
    </message>
    <message>
        <source>Bury (toggle)</source>
        <translation>搁置（切换）</translation>
    </message>
    <message>
        <source>Reset cards</source>
        <translation>重设卡片</translation>
    </message>
    <message>
        <source>Practice these cards</source>
        <translation>练习这些卡片</translation>
    </message>
    <message>
        <source>Export these notes…</source>
        <translation>导出这些笔记…</translation>
    </message>
    <message>
        <source>Similar cards…</source>
        <translation>相似的卡片…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>保存这次搜索…</translation>
    </message>
    <message>
        <source>Find and replace…</source>
        <translation>查找与替换⋯</translation>
    </message>
    <message>
        <source>Find duplicates…</source>
        <translation>查找重复的笔记⋯</translation>
    </message>
    <message>
        <source>Show cards or notes</source>
        <translation>切换显示卡片或笔记</translation>
    </message>
    <message>
        <source>Show or hide filters</source>
        <translation>显示或隐藏筛选</translation>
    </message>
    <message>
        <source>Show or hide preview</source>
        <translation>显示或隐藏预览</translation>
    </message>
    <message>
        <source>Menu: sort, columns, bin…</source>
        <translation>菜单：排序、字段、资源回收桶⋯</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>保存笔记</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>Blank with the next number</source>
        <translation>下一个编号的填空</translation>
    </message>
    <message>
        <source>Blank with the same number</source>
        <translation>相同编号的填空</translation>
    </message>
    <message>
        <source>Bullet list</source>
        <translation>项目符号列表</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>编号列表</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Insert picture or sound…</source>
        <translation>插入图片或声音…</translation>
    </message>
    <message>
        <source>Paste without formatting</source>
        <translation>粘贴纯文本</translation>
    </message>
    <message>
        <source>Keep the field for the next note</source>
        <translation>为下一条笔记保留字段</translation>
    </message>
    <message>
        <source>Languages of the field</source>
        <translation>字段的语言</translation>
    </message>
    <message>
        <source>Show or hide these shortcuts</source>
        <translation>显示或隐藏这些快捷键</translation>
    </message>
    <message>
        <source>Close the editor</source>
        <translation>关闭编辑器</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>All languages</source>
        <translation>所有语言</translation>
    </message>
</context>
<context>
    <name>LeechButtons</name>
    <message>
        <source>Edit note</source>
        <translation>编辑笔记</translation>
    </message>
    <message>
        <source>Split note…</source>
        <translation>拆分笔记…</translation>
    </message>
    <message>
        <source>Similar cards…</source>
        <translation>相似的卡片…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
</context>
<context>
    <name>LegendView</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>The share of its studied cards that you would recall on that day</source>
        <translation>那一天你能记得的已学卡片比例</translation>
    </message>
</context>
<context>
    <name>Loss</name>
    <message>
        <source>Notes of type “{name}” were skipped: no template produces a card from them.</source>
        <translation>已跳过使用笔记模板“{name}”的笔记：没有卡片模板能由它们生成卡片。</translation>
    </message>
    <message>
        <source>The row was skipped: its question is empty.</source>
        <translation>已跳过这一行：问题是空的。</translation>
    </message>
    <message>
        <source>The row was skipped: its question has no valid blank such as {{{{c1::text}}}}.</source>
        <translation>已跳过这一行：问题中没有有效的填空，例如 {{{{c1::文本}}}}。</translation>
    </message>
    <message>
        <source>The line was skipped as a comment, because it starts with #. If it is a row, put quotes around its first cell.</source>
        <translation>已将这行当作注释跳过，因为它以 # 开头。如果它是数据行，请用引号括住第一个单元格。</translation>
    </message>
    <message>
        <source>The note was added without an answer.</source>
        <translation>笔记已添加，但没有答案。</translation>
    </message>
    <message>
        <source>The column “{name}” was not imported.</source>
        <translation>未导入列“{name}”。</translation>
    </message>
    <message>
        <source>The row has more cells than there are column names. They were added as another field. If a cell contains the separator, put quotes around it.</source>
        <translation>这一行的单元格比列名多，多出的内容已添加到另一个字段。如果单元格含有分隔符，请用引号将其括起来。</translation>
    </message>
    <message>
        <source>Settings of Anki add-ons in “{name}” are not kept.</source>
        <translation>“{name}”中 Anki 插件的设置没有保留。</translation>
    </message>
    <message>
        <source>All media files were skipped: the package's list of them is damaged ({name}).</source>
        <translation>已跳过所有媒体文件：导入的文件中的媒体列表已损坏（{name}）。</translation>
    </message>
    <message>
        <source>Number of media files that are listed but missing from the package: {name}.</source>
        <translation>媒体列表列出，但导入的文件中缺少的媒体文件数：{name}。</translation>
    </message>
    <message>
        <source>The text was skipped: it is neither a question nor an answer.</source>
        <translation>已跳过这段文本：它不是问题也不是答案。</translation>
    </message>
    <message>
        <source>The question was skipped: it has no answer.</source>
        <translation>已跳过这个问题：没有答案。</translation>
    </message>
    <message>
        <source>The value “{name}” is unknown and was not imported.</source>
        <translation>未导入值“{name}”：无法辨识。</translation>
    </message>
    <message>
        <source>The note was skipped: the value “{name}” is unknown.</source>
        <translation>已跳过这条笔记：无法辨识值“{name}”。</translation>
    </message>
    <message>
        <source>Notes of type “{name}” were written as plain text, with one question for each card.</source>
        <translation>笔记模板“{name}”的笔记已写成纯文本，每张卡片一个问题。</translation>
    </message>
    <message>
        <source>The width of picture {name} was not kept.</source>
        <translation>未保留图片 {name} 的宽度。</translation>
    </message>
    <message>
        <source>HTML tags are shown as text.</source>
        <translation>HTML 标签会显示为文本。</translation>
    </message>
    <message>
        <source>Field “{name}” was added to the note type in Anki. Its text is kept only in Anki.</source>
        <translation>笔记模板在 Anki 中添加了字段“{name}”，其文本只保留在 Anki。</translation>
    </message>
    <message>
        <source>The row was skipped: an earlier row has the same identifier.</source>
        <translation>已跳过这一行：前面已有一行使用相同的标识符。</translation>
    </message>
    <message>
        <source>The file header “{name}” was ignored: its value is not valid.</source>
        <translation>已忽略文件头“{name}”：它的值无效。</translation>
    </message>
    <message>
        <source>Formulas that can't be typeset and text-to-speech tags of unknown form are kept but shown as source.</source>
        <translation>无法排版的公式与形式不明的文本转语音标记都已保留，但以源代码显示。</translation>
    </message>
    <message>
        <source>Text to speech is kept, but StudyApp reads it aloud only on Linux.</source>
        <translation>文本转语音会保留，但 StudyApp 只在 Linux 朗读。</translation>
    </message>
    <message>
        <source>Kept, but not played by StudyApp: {name}</source>
        <translation>已保留，但 StudyApp 不会播放：{name}</translation>
    </message>
    <message>
        <source>Scripts in “{name}” are kept but only run in Anki, so its cards may show something else here.</source>
        <translation>“{name}”中的脚本已保留，但只在 Anki 中运行，因此卡片在这里显示的内容可能不同。</translation>
    </message>
    <message>
        <source>Scripts in fields are kept but only run in Anki.</source>
        <translation>字段中的脚本已保留，但只在 Anki 中运行。</translation>
    </message>
    <message>
        <source>HTML elements {name} are kept but only shown in Anki.</source>
        <translation>HTML 元素 {name} 已保留，但只在 Anki 中显示。</translation>
    </message>
    <message>
        <source>Pictures on the internet or within the text itself are kept but only shown in Anki.</source>
        <translation>网络上的图片或直接写在文本里的图片都已保留，但只在 Anki 中显示。</translation>
    </message>
    <message>
        <source>Kept, but in a format that StudyApp can't show: {name}</source>
        <translation>已保留，但 StudyApp 无法显示这种格式：{name}</translation>
    </message>
    <message>
        <source>Texts on image occlusions, and the rotation of masks, are kept but only shown in Anki.</source>
        <translation>图片屏蔽上的文本与遮罩的旋转角度都已保留，但只在 Anki 中显示。</translation>
    </message>
    <message>
        <source>Styles of “{name}” that move, cover or hide parts of a card are kept but only used in Anki, so a card may show more here.</source>
        <translation>“{name}”中移动、遮住或隐藏卡片部分内容的样式已保留，但只在 Anki 中使用，因此卡片在这里可能显示较多内容。</translation>
    </message>
    <message>
        <source>Texts that styles of “{name}” add to its cards are kept but only shown in Anki.</source>
        <translation>“{name}”的样式在卡片上添加的文本已保留，但只在 Anki 中显示。</translation>
    </message>
    <message>
        <source>Fonts or background pictures of “{name}” are kept but only used in Anki.</source>
        <translation>“{name}”的字体或背景图片已保留，但只在 Anki 中使用。</translation>
    </message>
    <message>
        <source>Deck overrides of the card templates of “{name}” are not kept.</source>
        <translation>“{name}”的卡片模板所指定的牌组（Deck Override）不会保留。</translation>
    </message>
    <message>
        <source>Missing from the package: {name}</source>
        <translation>导入的文件中缺少：{name}</translation>
    </message>
    <message>
        <source>Skipped, because damaged or too large: {name}</source>
        <translation>已跳过，因为已损坏或太大：{name}</translation>
    </message>
    <message>
        <source>File {name} was not imported: it is not in the folder of the imported file or in a subfolder.</source>
        <translation>未导入文件 {name}：它不在所导入文件的文件夹或其子文件夹中。</translation>
    </message>
    <message>
        <source>The note already exists with different text or tags. The note in your deck file was kept.</source>
        <translation>这条笔记已存在，但文本或标签不同。已保留牌组文件中的笔记。</translation>
    </message>
    <message>
        <source>The row was skipped: its deck or note ID is missing.</source>
        <translation>已跳过这一行：缺少牌组或笔记的 ID。</translation>
    </message>
    <message>
        <source>The file doesn't contain the Anki note type “{name}” of the note.</source>
        <translation>文件不包含这条笔记的 Anki 笔记模板“{name}”。</translation>
    </message>
    <message>
        <source>The file contains only the texts in the selected languages, and doesn't say which language a text is in.</source>
        <translation>文件只包含所选语言的文本，且不标明各段文本的语言。</translation>
    </message>
    <message>
        <source>The file doesn't contain {name}. Keep {name} in the same folder as the file.</source>
        <translation>文件不包含 {name}。请将 {name} 与文件放在同一个文件夹。</translation>
    </message>
    <message>
        <source>Review dates from Obsidian were skipped.</source>
        <translation>已跳过 Obsidian 的复习日期。</translation>
    </message>
    <message>
        <source>Field “{name}” was changed in Anki in a way that StudyApp can't store. The text in StudyApp was kept.</source>
        <translation>字段“{name}”在 Anki 中的更改无法存入 StudyApp，因此保留 StudyApp 中的文本。</translation>
    </message>
    <message>
        <source>Note type “{name}” was changed in Anki. Notes already in StudyApp keep the previous version.</source>
        <translation>笔记模板“{name}”在 Anki 中改过。StudyApp 中原有的笔记仍使用先前的版本。</translation>
    </message>
    <message>
        <source>A field was emptied in Anki, so the note has no cards there. The text in StudyApp was kept.</source>
        <translation>有字段在 Anki 中被清空，因此这条笔记在那里已没有卡片。已保留 StudyApp 中的文本。</translation>
    </message>
    <message>
        <source>The change made in Anki was not saved: {name}</source>
        <translation>未保存在 Anki 中所做的更改：{name}</translation>
    </message>
    <message>
        <source>Several notes in Anki have the same identifier, so their changes were not taken over. Delete and add again all but one of them in Anki.</source>
        <translation>Anki 中有多条笔记的标识符相同，因此未应用它们的更改。请在 Anki 中只留下一条笔记，将其余的删除后重新添加。</translation>
    </message>
    <message>
        <source>The note is no longer in the Anki collection. It is kept in StudyApp; delete it if you don't need it.</source>
        <translation>Anki 的集合中已没有这条笔记。StudyApp 仍保留它；不需要的话请自行删除。</translation>
    </message>
    <message>
        <source>The note is no longer in its deck here. Importing the file in Anki doesn't delete it there; delete it in Anki if you don't need it.</source>
        <translation>这条笔记已不在这里的牌组中。在 Anki 导入文件时不会删除它；不需要的话，请在 Anki 中自行删除。</translation>
    </message>
    <message>
        <source>The note is no longer in its deck here. Importing the file in Anki doesn't delete it there; delete it in Anki if you don't need it. Anki's browser finds these notes with this search: {name}</source>
        <translation>这条笔记已不在这里的牌组中。在 Anki 导入文件时不会删除它；不需要的话，请在 Anki 中自行删除。在 Anki 的浏览器中，可用此搜索找到这些笔记：{name}</translation>
    </message>
    <message>
        <source>The note was not added: it was retired here, so its deck no longer has it. Anki keeps it with its reviews; delete it there if you don't need it.</source>
        <translation>未添加这条笔记：这里已不再使用它，牌组中也已没有它。Anki 会保留它及其复习记录；不需要的话，请在 Anki 中删除。</translation>
    </message>
    <message>
        <source>The note was changed here and in Anki ({name}), and was left unchanged. Import again to choose a version.</source>
        <translation>这条笔记在这里和 Anki 都改过（{name}），因此维持原状。请再导入一次，选择要保留的版本。</translation>
    </message>
    <message>
        <source>The diagram was skipped: its deck file is not in StudyApp. Add the deck file first, then import again.</source>
        <translation>已跳过示意图：StudyApp 没有它的牌组文件。请先添加牌组文件，再导入一次。</translation>
    </message>
    <message>
        <source>Cards of one note were in several decks. Here, all of them are in “{name}”.</source>
        <translation>同一条笔记的卡片原本分散在多个牌组；在这里全部放在“{name}”。</translation>
    </message>
    <message>
        <source>One of the note's cards in Anki has no match in StudyApp, probably because it is empty in Anki.</source>
        <translation>这条笔记在 Anki 的一张卡片在 StudyApp 没有对应的卡片，可能是因为它在 Anki 是空的。</translation>
    </message>
    <message>
        <source>A field is too long or nested too deeply to be shown as in Anki. The card shows its text, and nothing is lost.</source>
        <translation>字段太长或层次太深，无法像在 Anki 那样显示。卡片会显示文本，内容不会遗失。</translation>
    </message>
    <message>
        <source>A card that its note doesn't ask here (in Anki, an empty card) was skipped with its reviews.</source>
        <translation>有张卡片在这里不会出题（在 Anki 中是空白卡片），已连同复习记录跳过。</translation>
    </message>
    <message>
        <source>An option of preset “{name}” was skipped: it is outside the range StudyApp allows.</source>
        <translation>已跳过预设配置“{name}”的一个选项：超出 StudyApp 允许的范围。</translation>
    </message>
    <message>
        <source>StudyApp doesn't have the review order of preset “{name}”. Its own order is used.</source>
        <translation>StudyApp 没有预设配置“{name}”的复习顺序，改用自己的顺序。</translation>
    </message>
    <message>
        <source>The maximum interval of preset “{name}” is not used.</source>
        <translation>不使用预设配置“{name}”的最长间隔。</translation>
    </message>
    <message>
        <source>Filtered decks were not added; their cards are in the decks that they come from: {name}</source>
        <translation>未添加筛选牌组，其中的卡片在原本所属的牌组里：{name}</translation>
    </message>
    <message>
        <source>Decks without cards were not added: {name}</source>
        <translation>未添加没有卡片的牌组：{name}</translation>
    </message>
    <message>
        <source>Descriptions of decks were not kept: {name}</source>
        <translation>没有保留牌组的说明：{name}</translation>
    </message>
    <message>
        <source>The note was skipped: it contains characters that a deck file can't store.</source>
        <translation>已跳过笔记：它含有牌组文件无法保存的字符。</translation>
    </message>
    <message>
        <source>Not added to {name}: `notes:` must be its last field, with a `- ` line for each note.</source>
        <translation>未添加到 {name}：`notes:` 必须是文件的最后一个字段，且每条笔记各以 `- ` 开头。</translation>
    </message>
    <message>
        <source>Reviews from filtered decks that didn't change the schedule were skipped.</source>
        <translation>已跳过筛选牌组中未改变排程的复习记录。</translation>
    </message>
    <message>
        <source>Invalid reviews were skipped.</source>
        <translation>已跳过无效的复习记录。</translation>
    </message>
    <message>
        <source>No review log: the due date is kept, and the memory state starts fresh.</source>
        <translation>没有复习记录：到期日不变，记忆状态重新计算。</translation>
    </message>
    <message>
        <source>No review log: the learning step and its due time are kept, and the memory state starts fresh.</source>
        <translation>没有复习记录：初学间隔与到期时间不变，记忆状态重新计算。</translation>
    </message>
    <message>
        <source>FSRS parameters of preset “{name}” are not used: the same ones apply to all decks.</source>
        <translation>未使用预设配置“{name}”的 FSRS 参数：所有牌组共用同一组参数。</translation>
    </message>
    <message>
        <source>Easy days of preset “{name}” are not used: all decks share them.</source>
        <translation>未使用预设配置“{name}”的轻松日：所有牌组共用同一组轻松日。</translation>
    </message>
    <message>
        <source>Ease from Anki's SM-2 algorithm was skipped: FSRS doesn't use it.</source>
        <translation>已跳过 Anki SM-2 算法的简易度：FSRS 不使用它。</translation>
    </message>
    <message>
        <source>Reviews dated in the future were left out. Correct the times on the decks page or with “studyapp doctor --correct-times”, then try again.</source>
        <translation>已跳过日期在未来的复习记录。请在牌组页面或用“studyapp doctor --correct-times”更正时间，然后再试一次。</translation>
    </message>
</context>
<context>
    <name>MapHeader</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Find a concept</source>
        <translation>查找概念</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>显示整张地图</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Table and files</source>
        <translation>表格与文件</translation>
    </message>
    <message>
        <source>Diagram: {title}</source>
        <translation>图解：{title}</translation>
    </message>
    <message numerus="yes">
        <source>{title} and %n more deck(s)</source>
        <translation>
            <numerusform>{title}与另外 %n 个牌组</numerusform>
        </translation>
    </message>
    <message>
        <source>Show table</source>
        <translation>显示表格</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>另存为 SVG…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存为 PNG…</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Loading…</source>
        <translation>加载中…</translation>
    </message>
    <message>
        <source>Updating statistics: {share}</source>
        <translation>正在更新统计：{share}</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>Save “{title}”</source>
        <translation>保存“{title}”</translation>
    </message>
</context>
<context>
    <name>MapTexts</name>
    <message>
        <source>Known</source>
        <translation>记得</translation>
    </message>
    <message>
        <source>Fading</source>
        <translation>渐忘</translation>
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
        <translation>没有卡片</translation>
    </message>
    <message>
        <source>{level} · {count}</source>
        <comment>a level of memory and a number of concepts</comment>
        <translation>{level} · {count}</translation>
    </message>
    <message>
        <source>Known: {share} or more</source>
        <translation>记得：{share} 以上</translation>
    </message>
    <message>
        <source>Fading: {low} to {high}</source>
        <translation>渐忘：{low} 至 {high}</translation>
    </message>
    <message>
        <source>Forgotten: below {share}</source>
        <translation>已忘：低于 {share}</translation>
    </message>
    <message>
        <source>Arrow: from a prerequisite to what builds on it</source>
        <translation>箭头：从先修概念指向后续概念</translation>
    </message>
    <message>
        <source>Arrow: from a box to what follows from it</source>
        <translation>箭头：从方框指向后续的方框</translation>
    </message>
    <message>
        <source>Dashed: not certain</source>
        <translation>虚线：尚不确定</translation>
    </message>
    <message>
        <source>expected recall {share}</source>
        <translation>预期记得 {share}</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n 张卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studied</source>
        <translation>
            <numerusform>已学 %n 张</numerusform>
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
        <translation>{level} {count} 个</translation>
    </message>
    <message>
        <source>Not known: {concepts}.</source>
        <translation>尚未记得：{concepts}。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>Not studied yet: %n concept(s).</source>
        <translation>
            <numerusform>尚未学习：%n 个概念。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You know about {known} of %n concept(s) now.</source>
        <translation>
            <numerusform>%n 个概念中，你现在约记得 {known} 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On {date} you knew about {known} of %n concept(s).</source>
        <translation>
            <numerusform>{date}，%n 个概念中你约记得 {known} 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without study until {date}, you will know about {known} of %n concept(s).</source>
        <translation>
            <numerusform>若到 {date}都不复习，%n 个概念中你约会记得 {known} 个。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>There is no map yet. A deck has one if its notes name their prerequisites, or if it contains a diagram of boxes and arrows.</source>
        <translation>还没有地图。笔记注明先修笔记的牌组，或含有方框与箭头图解的牌组，才有地图。</translation>
    </message>
</context>
<context>
    <name>MediaPaster</name>
    <message>
        <source>{name} is inserted, but sounds of more than 20 MB are not played.</source>
        <translation>已插入 {name}，但超过 20 MB 的声音不会播放。</translation>
    </message>
    <message>
        <source>{name} is large. A smaller picture makes cards and exports faster.</source>
        <translation>{name} 很大。较小的图片能让卡片与导出更快。</translation>
    </message>
    <message>
        <source>{name} is inserted, but StudyApp plays only MP3, WAV and FLAC.</source>
        <translation>已插入 {name}，但 StudyApp 只能播放 MP3、WAV 与 FLAC。</translation>
    </message>
</context>
<context>
    <name>MemoryPlots</name>
    <message>
        <source>Total remembered</source>
        <translation>记得的总数</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Cards recalled</source>
        <translation>记得的卡片</translation>
    </message>
    <message>
        <source>No cards studied yet.</source>
        <translation>还没有学过的卡片。</translation>
    </message>
    <message>
        <source>That is {number} more than on {date}.</source>
        <translation>比 {date} 多 {number} 张。</translation>
    </message>
    <message>
        <source>That is {number} fewer than on {date}.</source>
        <translation>比 {date} 少 {number} 张。</translation>
    </message>
    <message>
        <source>That is as many as on {date}.</source>
        <translation>与 {date} 相同。</translation>
    </message>
    <message>
        <source>FSRS expects you to recall about {cards} now.</source>
        <translation>FSRS 预期你现在记得约 {cards}。</translation>
    </message>
    <message>
        <source>It is about the same as a month ago.</source>
        <translation>与一个月前差不多。</translation>
    </message>
    <message>
        <source>It is {number} more than a month ago.</source>
        <translation>比一个月前多 {number} 张。</translation>
    </message>
    <message>
        <source>It is {number} fewer than a month ago.</source>
        <translation>比一个月前少 {number} 张。</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Recall by section</source>
        <translation>各章节记得的比率</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Strong hypothesis</source>
        <translation>强有力的假设</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Educated guess</source>
        <translation>有根据的猜测</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>{name}: FSRS expects you to recall {percent} of {cards} studied.</source>
        <translation>{name}：FSRS 预期你记得学过的 {cards}中的 {percent}。</translation>
    </message>
    <message>
        <source>Recall expected now: {percent} for each of them.</source>
        <translation>预期现在记得的比率：各项皆为 {percent}。</translation>
    </message>
    <message>
        <source>Recall expected now: lowest for {weakest} ({low}), highest for {strongest} ({high}).</source>
        <translation>预期现在记得的比率：最低为“{weakest}”（{low}），最高为“{strongest}”（{high}）。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>可信程度</translation>
    </message>
    <message>
        <source>Recall by strength of evidence</source>
        <translation>依可信程度记得的比率</translation>
    </message>
    <message>
        <source>Evidence is how well the source supports the statement on a card.</source>
        <translation>可信程度是指来源对卡片陈述的支持程度。</translation>
    </message>
    <message>
        <source>Recalled now</source>
        <translation>现在记得</translation>
    </message>
    <message>
        <source>Studied cards</source>
        <translation>学过的卡片</translation>
    </message>
    <message>
        <source>All cards</source>
        <translation>所有卡片</translation>
    </message>
    <message>
        <source>No note states this.</source>
        <translation>没有笔记注明这一项。</translation>
    </message>
    <message>
        <source>The {shown} weakest of {count} are shown; the table has all.</source>
        <translation>这里显示 {count} 项中最弱的 {shown} 项；表格列出全部。</translation>
    </message>
</context>
<context>
    <name>MessageBanner</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>An error occurred</source>
        <translation>发生错误</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NodePanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>加载中…</translation>
    </message>
    <message>
        <source>No card asks about this.</source>
        <translation>没有卡片问到这个概念。</translation>
    </message>
    <message numerus="yes">
        <source>Study %n card(s)</source>
        <translation>
            <numerusform>学习 %n 张卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Due or new today. Your ratings are saved.</source>
        <translation>今天到期或添加的卡片，评分会保存。</translation>
    </message>
    <message numerus="yes">
        <source>Practice %n card(s)</source>
        <translation>
            <numerusform>练习 %n 张卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to study today. Practice doesn’t affect your schedule.</source>
        <translation>今天没有要学的卡片。练习不影响排程。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再显示 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit: {question}</source>
        <translation>编辑：{question}</translation>
    </message>
    <message>
        <source>{rating} {date}</source>
        <translation>{date} {rating}</translation>
    </message>
    <message>
        <source>Last reviews: {reviews}</source>
        <translation>最近的复习：{reviews}</translation>
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
        <translation>关闭</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Expected recall</source>
        <translation>预期记得</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Prerequisites</source>
        <translation>先修概念</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>后续概念</translation>
    </message>
    <message>
        <source>Press Enter on a row to see it on the map</source>
        <translation>在列上按 Enter，可在地图上查看</translation>
    </message>
</context>
<context>
    <name>NoteActions</name>
    <message>
        <source>The selected notes have no tags.</source>
        <translation>选取的笔记没有标签。</translation>
    </message>
    <message>
        <source>Move to another deck</source>
        <translation>移至其他牌组</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>The notes are in this deck already.</source>
        <translation>这些笔记已在这个牌组中。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) moved to {deck}.</source>
        <translation>
            <numerusform>已将 %n 条笔记移至“{deck}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prerequisites of %n bundled note(s) still name the old deck.</source>
        <translation>
            <numerusform>有 %n 条内置笔记的先修知识仍指向原牌组。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 条笔记。</numerusform>
        </translation>
    </message>
    <message>
        <source>Note duplicated.</source>
        <translation>已创建笔记副本。</translation>
    </message>
    <message>
        <source>Undid: {action}</source>
        <translation>已撤销：{action}</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>Redid: {action}</source>
        <translation>已重做：{action}</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>没有可以重做的操作。</translation>
    </message>
    <message>
        <source>Select cards first.</source>
        <translation>请先选取卡片。</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n note(s) changed.</source>
        <translation>
            <numerusform>已更改 %n 条笔记的标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) were changed by another program and left alone.</source>
        <translation>
            <numerusform>有 %n 条笔记已由其他程序更改，未予更动。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: {key}</source>
        <translation>按 {key} 可撤销。</translation>
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
        <translation>基本与反向</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Cloze</source>
        <translation>填空题</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>选择题</translation>
    </message>
    <message>
        <source>Type the answer</source>
        <translation>输入答案</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>主张</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>图解</translation>
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
        <translation>翻译（选填）</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Section of the source</source>
        <translation>来源的章节</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>确定程度</translation>
    </message>
    <message>
        <source>Learn first (note IDs)</source>
        <translation>先修笔记（标识符）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Note type</source>
        <translation>笔记模板</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Keep “{field}” for the next note</source>
        <translation>为下一条笔记保留“{field}”</translation>
    </message>
    <message>
        <source>The drawing is in a file of its own, where its labels are edited.</source>
        <translation>图解在另一个文件中，文本请在那里编辑。</translation>
    </message>
    <message>
        <source>Open the file of the drawing</source>
        <translation>打开图解的文件</translation>
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
        <translation>预览</translation>
    </message>
    <message>
        <source>The cards appear here while you write.</source>
        <translation>输入内容时，卡片会显示在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n more card(s)</source>
        <translation>
            <numerusform>还有 %n 张卡片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Leech, now suspended: you keep forgetting “{card}”.</source>
        <translation>记忆难点，已暂停：你一再忘记“{card}”。</translation>
    </message>
    <message>
        <source>Suspended leech: “{card}”</source>
        <translation>已暂停记忆难点：“{card}”</translation>
    </message>
    <message>
        <source>Leech: you keep forgetting “{card}”.</source>
        <translation>记忆难点：你一再忘记“{card}”。</translation>
    </message>
    <message>
        <source>Leech: “{card}”</source>
        <translation>记忆难点：“{card}”</translation>
    </message>
    <message>
        <source>The computer's clock was set forward by {time}. Your rating was saved. Check the date.</source>
        <translation>电脑的时钟被调快了 {time}。评分已保存。请检查日期。</translation>
    </message>
    <message>
        <source>The computer's clock was set back by {time}. Your rating was saved. Check the date.</source>
        <translation>电脑的时钟被调慢了 {time}。评分已保存。请检查日期。</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) elapsed</source>
        <translation>
            <numerusform>已过 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>复习 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today.</source>
        <translation>今天到期。</translation>
    </message>
    <message numerus="yes">
        <source>Due in %n day(s).</source>
        <translation>
            <numerusform>%n 天后到期。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset to a new card.</source>
        <translation>已重设为新卡片。</translation>
    </message>
    <message>
        <source>Undo: {key}</source>
        <translation>按 {key} 可撤销。</translation>
    </message>
</context>
<context>
    <name>OptimizationError</name>
    <message>
        <source>Optimizing failed. Your schedule stays as it is.</source>
        <translation>优化失败。排程维持不变。</translation>
    </message>
</context>
<context>
    <name>OptimizationNotices</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>OptimizationTexts</name>
    <message>
        <source>Default parameters, which suit most learners.</source>
        <translation>默认参数，适合大多数学习者。</translation>
    </message>
    <message>
        <source>Taken over from Anki on {date}.</source>
        <translation>于{date}从 Anki 沿用。</translation>
    </message>
    <message numerus="yes">
        <source>Fitted to %Ln review(s) on {date}.</source>
        <translation>
            <numerusform>于{date}依 %Ln 次复习调整。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more review(s) needed before FSRS can be optimized.</source>
        <translation>
            <numerusform>再复习 %n 次才能优化 FSRS。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>FSRS is optimized for you, from %Ln review(s).</source>
        <translation>
            <numerusform>FSRS 已依你的 %Ln 次复习优化。</numerusform>
        </translation>
    </message>
    <message>
        <source>No better parameters were found for your reviews.</source>
        <translation>没有找到更符合你复习记录的参数。</translation>
    </message>
    <message numerus="yes">
        <source>Due earlier: %Ln card(s)</source>
        <translation>
            <numerusform>提早到期：%Ln 张卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due later: %Ln card(s)</source>
        <translation>
            <numerusform>延后到期：%Ln 张卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due within %n day(s): {after} instead of {before}</source>
        <translation>
            <numerusform>%n 天内到期：{after} 张，原为 {before} 张</numerusform>
        </translation>
    </message>
    <message>
        <source>You can undo this.</source>
        <translation>这可以撤销。</translation>
    </message>
    <message>
        <source>Predictions are off by {after} instead of {before}.</source>
        <translation>预测误差由 {before} 降为 {after}。</translation>
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
        <translation>选项 {letter}</translation>
    </message>
    <message>
        <source>Why (option {letter})</source>
        <translation>理由（选项 {letter}）</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Option {letter} is correct</source>
        <translation>选项 {letter} 正确</translation>
    </message>
    <message>
        <source>Add why</source>
        <translation>添加理由</translation>
    </message>
    <message>
        <source>Explain option {letter}</source>
        <translation>说明选项 {letter}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove option {letter}</source>
        <translation>移除选项 {letter}</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Deck options</source>
        <translation>牌组选项</translation>
    </message>
    <message>
        <source>Reset to options for all decks</source>
        <translation>重设为所有牌组的选项</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Exams and days off…</source>
        <translation>考试与休息日…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>FSRS parameters</source>
        <translation>FSRS 参数</translation>
    </message>
    <message>
        <source>Compare retentions…</source>
        <translation>比较记忆保留率…</translation>
    </message>
    <message>
        <source>At most {limit} when you study several decks together: see “{option}”.</source>
        <translation>同时学习多个牌组时最多 {limit}：见“{option}”。</translation>
    </message>
    <message>
        <source>New cards per day</source>
        <translation>每日新卡片上限</translation>
    </message>
    <message>
        <source>Reviews per day</source>
        <translation>每日复习上限</translation>
    </message>
    <message>
        <source>New cards per day, all decks</source>
        <translation>每日新卡片上限（所有牌组）</translation>
    </message>
    <message>
        <source>Reviews per day, all decks</source>
        <translation>每日复习上限（所有牌组）</translation>
    </message>
    <message>
        <source>Varied: decks and card types take turns, and cards wait for their prerequisites.</source>
        <translation>多样：牌组与卡片类型轮流出现，卡片会等先修笔记学过后才出现。</translation>
    </message>
    <message>
        <source>Review order</source>
        <translation>复习卡片顺序</translation>
    </message>
    <message>
        <source>Desired retention (%)</source>
        <translation>期望的记忆保留率（%）</translation>
    </message>
    <message>
        <source>Learning steps (minutes)</source>
        <translation>初学间隔（分钟）</translation>
    </message>
    <message>
        <source>Relearning steps (minutes)</source>
        <translation>重学间隔（分钟）</translation>
    </message>
    <message>
        <source>New card order</source>
        <translation>新卡片顺序</translation>
    </message>
    <message>
        <source>The maximum number of new cards to introduce per deck each day.</source>
        <translation>每个牌组每天最多学习几张新卡片。</translation>
    </message>
    <message>
        <source>Minutes per day</source>
        <translation>每天的分钟数</translation>
    </message>
    <message>
        <source>Due cards first, then new ones, within the limits below. 0 turns this off.</source>
        <translation>先复习到期的卡片，再学新卡片，不超过以下上限。0 表示关闭。</translation>
    </message>
    <message>
        <source>The maximum number of due cards to review per deck each day.</source>
        <translation>每个牌组每天最多复习几张待复习的卡片。</translation>
    </message>
    <message>
        <source>Limits new cards when you study several decks together.</source>
        <translation>同时学习多个牌组时的每日新卡片上限。</translation>
    </message>
    <message>
        <source>Limits reviews when you study several decks together.</source>
        <translation>同时学习多个牌组时的每日复习上限。</translation>
    </message>
    <message>
        <source>Which due cards to show first. It matters most when you have a backlog.</source>
        <translation>先显示哪些待复习的卡片。有逾期卡片时影响最大。</translation>
    </message>
    <message>
        <source>New/review order</source>
        <translation>新卡片与复习卡片顺序</translation>
    </message>
    <message>
        <source>Whether new cards are mixed with reviews or shown before or after them.</source>
        <translation>新卡片与复习卡片混合，或在复习卡片之前或之后显示。</translation>
    </message>
    <message>
        <source>Day starts at (hour)</source>
        <translation>每天的开始时间（时）</translation>
    </message>
    <message>
        <source>Cards become due at this hour (0–23). Studying before it counts toward the day before.</source>
        <translation>卡片在这个整点（0–23）到期。在此之前的学习算作前一天。</translation>
    </message>
    <message>
        <source>The target probability of recall when a card is due. Higher values mean more reviews.</source>
        <translation>希望卡片到期时仍记得的概率。数值越高，复习越多。</translation>
    </message>
    <message>
        <source>Delays between the first reviews of a new card, such as 1 10.</source>
        <translation>新卡片最初几次复习之间的间隔，例如 1 10。</translation>
    </message>
    <message>
        <source>Delays before a forgotten card becomes a review card again.</source>
        <translation>忘记的卡片重新成为复习卡片之前的间隔。</translation>
    </message>
    <message>
        <source>Optimize automatically</source>
        <translation>自动优化</translation>
    </message>
    <message>
        <source>About once a week, fit FSRS to your reviews if it predicts them better then.</source>
        <translation>大约每周依你的复习记录调整 FSRS，预测更准时才采用。</translation>
    </message>
    <message>
        <source>Balance the days</source>
        <translation>平衡每日卡片数</translation>
    </message>
    <message>
        <source>Move due dates slightly toward days with fewer cards, away from days off.</source>
        <translation>把到期日稍微移到卡片较少的日子，并避开休息日。</translation>
    </message>
    <message>
        <source>Easy days</source>
        <translation>轻松日</translation>
    </message>
    <message>
        <source>Weekdays on which fewer cards should be due. They need “Balance the days”.</source>
        <translation>在这些日子减少到期的卡片。需要打开“平衡每日卡片数”。</translation>
    </message>
    <message>
        <source>Leech threshold (lapses)</source>
        <translation>记忆难点阈值（遗忘次数）</translation>
    </message>
    <message>
        <source>A card forgotten this many times is reported as a leech. 0 turns this off.</source>
        <translation>遗忘次数达到这个值的卡片视为记忆难点。0 表示关闭。</translation>
    </message>
    <message>
        <source>Suspend leeches</source>
        <translation>暂停记忆难点卡片</translation>
    </message>
    <message>
        <source>Suspend a card as soon as it becomes a leech.</source>
        <translation>卡片成为记忆难点时立即暂停。</translation>
    </message>
    <message>
        <source>Learn-ahead limit (minutes)</source>
        <translation>提前学习上限（分钟）</translation>
    </message>
    <message>
        <source>Show learning cards up to this many minutes early when nothing else is left to study.</source>
        <translation>没有其他卡片可学时，最多提前这么多分钟显示学习中的卡片。</translation>
    </message>
    <message>
        <source>Card languages</source>
        <translation>卡片语言</translation>
    </message>
    <message>
        <source>Show this deck's cards in these languages instead of the ones used for all decks.</source>
        <translation>以这些语言显示这个牌组的卡片，而不使用所有牌组共用的卡片语言。</translation>
    </message>
    <message>
        <source>Typed answers</source>
        <translation>输入的答案</translation>
    </message>
    <message>
        <source>How closely a typed answer must match the correct one.</source>
        <translation>输入的答案要多接近正确答案才算答对。</translation>
    </message>
    <message>
        <source>Repeat choice and typed cards until correct</source>
        <translation>选择题与输入题重复到答对为止</translation>
    </message>
    <message>
        <source>Show them again after a wrong answer. This doesn't change when they are due.</source>
        <translation>答错后再次出现，不会改变到期日。</translation>
    </message>
    <message>
        <source>Play sounds</source>
        <translation>播放声音</translation>
    </message>
    <message>
        <source>When to play the sounds of questions and answers.</source>
        <translation>何时播放问题和答案的声音。</translation>
    </message>
    <message>
        <source>Rating buttons</source>
        <translation>评分按钮</translation>
    </message>
    <message>
        <source>Use four ratings, or only Again and Good.</source>
        <translation>使用四个评分，或只用“重来”与“良好”。</translation>
    </message>
    <message>
        <source>Rate confidence before the answer</source>
        <translation>显示答案前先自评把握程度</translation>
    </message>
    <message>
        <source>Say how sure you are first. The session summary shows how often you were right.</source>
        <translation>显示答案前先自评把握程度，学习结束时会显示各程度答对的次数。</translation>
    </message>
    <message>
        <source>Timebox (minutes)</source>
        <translation>限时学习时长（分钟）</translation>
    </message>
    <message>
        <source>Show how much you have studied each time this many minutes pass. 0 turns this off.</source>
        <translation>每经过这段时间，就显示时间与复习次数。0 表示关闭。</translation>
    </message>
    <message>
        <source>Auto-advance: show answer after (seconds)</source>
        <translation>自动前进：几秒后显示答案</translation>
    </message>
    <message>
        <source>Show the answer automatically after this many seconds. 0 turns this off.</source>
        <translation>经过这个秒数后自动显示答案。0 表示关闭。</translation>
    </message>
    <message>
        <source>Auto-advance: skip card after (seconds)</source>
        <translation>自动前进：几秒后跳过卡片</translation>
    </message>
    <message>
        <source>Move on without a rating after this many seconds. 0 turns this off.</source>
        <translation>经过这个秒数仍未评分就换下一张。0 表示关闭。</translation>
    </message>
    <message>
        <source>Daily limits and order</source>
        <translation>每日上限与顺序</translation>
    </message>
    <message>
        <source>Scheduling</source>
        <translation>排程</translation>
    </message>
    <message>
        <source>While studying</source>
        <translation>学习时</translation>
    </message>
    <message>
        <source>Deck order</source>
        <translation>牌组顺序</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Prerequisites first</source>
        <translation>先修卡片优先</translation>
    </message>
    <message>
        <source>Most overdue first</source>
        <translation>逾期最久优先</translation>
    </message>
    <message>
        <source>Lowest retrievability first</source>
        <translation>记忆可提取性最低优先</translation>
    </message>
    <message>
        <source>Mixed with reviews</source>
        <translation>新卡片与复习卡片混合</translation>
    </message>
    <message>
        <source>After reviews</source>
        <translation>先复习，后学新卡片</translation>
    </message>
    <message>
        <source>Before reviews</source>
        <translation>先学新卡片，后复习</translation>
    </message>
    <message>
        <source>Ignore case, accents, punctuation and spaces</source>
        <translation>忽略大小写、重音、标点和空格</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最少</translation>
    </message>
    <message>
        <source>Must match exactly</source>
        <translation>须完全相符</translation>
    </message>
    <message>
        <source>Varied</source>
        <translation>多样</translation>
    </message>
    <message>
        <source>Automatically</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>On key or click only</source>
        <translation>仅在按键或点按时</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Again, Hard, Good, Easy</source>
        <translation>重来、困难、良好、简单</translation>
    </message>
    <message>
        <source>Again and Good only</source>
        <translation>只有“重来”与“良好”</translation>
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
        <translation>与所有牌组相同</translation>
    </message>
    <message>
        <source>{value} (default)</source>
        <translation>{value}（默认）</translation>
    </message>
    <message>
        <source>{value} (all decks)</source>
        <translation>{value}（所有牌组）</translation>
    </message>
    <message>
        <source>Enter minutes separated by spaces, such as 1 10.</source>
        <translation>请输入以空白分隔的分钟数，例如 1 10。</translation>
    </message>
    <message>
        <source>Enter a whole number from {least} to {most}.</source>
        <translation>请输入 {least} 到 {most} 的整数。</translation>
    </message>
</context>
<context>
    <name>OptionsField</name>
    <message>
        <source>Add option</source>
        <translation>添加选项</translation>
    </message>
</context>
<context>
    <name>ParameterPanel</name>
    <message>
        <source>Optimize now</source>
        <translation>立即优化</translation>
    </message>
    <message>
        <source>Use previous parameters</source>
        <translation>使用先前的参数</translation>
    </message>
    <message>
        <source>Reschedule cards…</source>
        <translation>重新排程卡片…</translation>
    </message>
    <message>
        <source>Optimizing…</source>
        <translation>正在优化…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>正在还原…</translation>
    </message>
    <message>
        <source>The previous parameters are in use again.</source>
        <translation>已恢复使用先前的参数。</translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>All cards are due when they should be.</source>
        <translation>所有卡片的到期日都符合目前的参数。</translation>
    </message>
    <message>
        <source>Rescheduling…</source>
        <translation>正在重新排程…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) rescheduled.</source>
        <translation>
            <numerusform>已重新排程 %Ln 张卡片。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Click to close</source>
        <translation>按一下即可关闭</translation>
    </message>
</context>
<context>
    <name>PlanTexts</name>
    <message numerus="yes">
        <source>Exam “{name}” in %n day(s)</source>
        <translation>
            <numerusform>“{name}”考试在 %n 天后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new card(s) today</source>
        <translation>
            <numerusform>今天 %n 张新卡片</numerusform>
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
        <translation>预期记得约 {share}（{low} 到 {high}）</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n 张卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>On the day, {forecast}; the target is {target}.</source>
        <translation>当天{forecast}；目标是 {target}。</translation>
    </message>
    <message>
        <source>new cards are paused until {date}</source>
        <translation>新卡片暂停至 {date}</translation>
    </message>
    <message numerus="yes">
        <source>{date}, in %n day(s)</source>
        <translation>
            <numerusform>{date}，%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>{date}, past</source>
        <translation>{date}，已结束</translation>
    </message>
    <message>
        <source>{date}, today</source>
        <translation>{date}，今天</translation>
    </message>
    <message numerus="yes">
        <source>%n new card(s) a day until {date}</source>
        <translation>
            <numerusform>到 {date}为止每天 %n 张新卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Your limits allow {limit} of its new cards a day: too few to learn all of them.</source>
        <translation>依你的上限，每天只能学其中 {limit} 张新卡片，不足以全部学完。</translation>
    </message>
    <message>
        <source>No cards match “{search}”.</source>
        <translation>没有卡片符合“{search}”。</translation>
    </message>
    <message>
        <source>There are no cards.</source>
        <translation>没有卡片。</translation>
    </message>
    <message>
        <source>The deck “{deck}” has no cards, or no longer exists.</source>
        <translation>牌组“{deck}”没有卡片，或已不存在。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>Leave them for the first day after</source>
        <translation>留到结束后的第一天</translation>
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
            <numerusform>移到之后的 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} more a day</source>
        <translation>每天多 {minutes}</translation>
    </message>
    <message numerus="yes">
        <source>about %n more card(s) forgotten</source>
        <translation>
            <numerusform>约多忘记 %n 张卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n fewer card(s) forgotten</source>
        <translation>
            <numerusform>约少忘记 %n 张卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>hardly any more forgotten</source>
        <translation>几乎不会多忘记</translation>
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
        <translation>考试与休息日</translation>
    </message>
    <message>
        <source>Exams</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>Add exam…</source>
        <translation>添加考试…</translation>
    </message>
    <message>
        <source>Past exams</source>
        <translation>过去的考试</translation>
    </message>
    <message>
        <source>Delete all past exams</source>
        <translation>删除所有过去的考试</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Add days off…</source>
        <translation>添加休息日…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>No exams</source>
        <translation>没有考试</translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>No days off</source>
        <translation>没有休息日</translation>
    </message>
</context>
<context>
    <name>PlotPanel</name>
    <message>
        <source>Loading…</source>
        <translation>加载中…</translation>
    </message>
    <message>
        <source>Table and files: {title}</source>
        <translation>表格与文件：{title}</translation>
    </message>
    <message>
        <source>Show table</source>
        <translation>显示表格</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>保存为 CSV…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>保存为 SVG…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>保存为 PNG…</translation>
    </message>
    <message>
        <source>Save “{title}”</source>
        <translation>保存“{title}”</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Select a card to see it here</source>
        <translation>选取卡片即可在此查看</translation>
    </message>
    <message>
        <source>Play sounds</source>
        <translation>播放声音</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Can't read the file: {reason}.</source>
        <translation>无法读取文件：{reason}。</translation>
    </message>
    <message>
        <source>Check that the file exists and that you have permission to read it.</source>
        <translation>请确认文件存在，且你有读取权限。</translation>
    </message>
    <message>
        <source>The deck in this file is too large. The limit is {limit}.</source>
        <translation>文件中的牌组太大。上限为 {limit}。</translation>
    </message>
    <message>
        <source>Split it into several decks.</source>
        <translation>请拆分成数个牌组。</translation>
    </message>
    <message>
        <source>The file is encoded in UTF-16.</source>
        <translation>文件以 UTF-16 编码保存。</translation>
    </message>
    <message>
        <source>Save it as UTF-8, for example with “Save as” in your editor.</source>
        <translation>请另存为 UTF-8。多数编辑器可在“另存为”选择编码。</translation>
    </message>
    <message>
        <source>Byte {position} of the file ({byte}) is not valid UTF-8.</source>
        <translation>文件的第 {position} 个字节（{byte}）不是有效的 UTF-8。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8. If it was cut off, use an earlier copy.</source>
        <translation>请将文件存成 UTF-8。若文件不完整，请改用较早的副本。</translation>
    </message>
    <message>
        <source>Control character {character} is not allowed here.</source>
        <translation>此处不能有控制字符 {character}。</translation>
    </message>
    <message>
        <source>Remove it. Most editors don't show it.</source>
        <translation>请将它移除。多数编辑器不会显示这个字符。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>A deck needs a `title` and a `notes` list.</source>
        <translation>牌组需要 `title` 与 `notes` 列表。</translation>
    </message>
    <message>
        <source>The file contains only comments.</source>
        <translation>文件里只有注释。</translation>
    </message>
    <message>
        <source>The file contains plain text instead of a deck.</source>
        <translation>文件里只有一段文本，而不是牌组。</translation>
    </message>
    <message>
        <source>Start with `title: …` and list the notes under `notes:`.</source>
        <translation>请以 `title: …` 开头，并将笔记列在 `notes:` 之下。</translation>
    </message>
    <message>
        <source>The file contains a bare list instead of a deck.</source>
        <translation>文件里只有一份列表，而不是牌组。</translation>
    </message>
    <message>
        <source>Add `title: …` and `notes:` above the list.</source>
        <translation>请在列表上方添加 `title: …` 与 `notes:`。</translation>
    </message>
    <message>
        <source>A second YAML document starts here.</source>
        <translation>第二份 YAML 文档从此处开始。</translation>
    </message>
    <message>
        <source>Remove the `---`, or move the second deck to its own file.</source>
        <translation>请移除 `---`，或将第二个牌组移到另一个文件。</translation>
    </message>
    <message>
        <source>Invalid YAML: {reason}.</source>
        <translation>无效的 YAML：{reason}。</translation>
    </message>
    <message>
        <source>Compare indentation and colons with the previous note, and quote text with special characters.</source>
        <translation>请与前一条笔记比对缩进与冒号，并将含特殊字符的文本加上引号。</translation>
    </message>
    <message>
        <source>YAML can't read this as plain text: {reason}.</source>
        <translation>YAML 无法将此处读为纯文本：{reason}。</translation>
    </message>
    <message>
        <source>Put the whole text in quotes.</source>
        <translation>请将整段文本加上引号。</translation>
    </message>
    <message>
        <source>The quote opened here is not closed.</source>
        <translation>此处的引号没有闭合。</translation>
    </message>
    <message>
        <source>Add the closing quote. Inside double quotes, write a quote as \".</source>
        <translation>请补上结尾的引号。双引号内的引号请写成 \"。</translation>
    </message>
    <message>
        <source>The bracket or brace opened here is not closed.</source>
        <translation>此处的括号没有闭合。</translation>
    </message>
    <message>
        <source>Add the closing one. If it is text, put the whole text in quotes.</source>
        <translation>请补上结尾的括号。若是文本，请将整段加上引号。</translation>
    </message>
    <message>
        <source>There is a tab where YAML needs spaces.</source>
        <translation>此处有 Tab 字符，但 YAML 需要空白字符。</translation>
    </message>
    <message>
        <source>Indent with spaces.</source>
        <translation>请以空白字符缩进。</translation>
    </message>
    <message>
        <source>Lists and mappings are nested more than {limit} levels deep here.</source>
        <translation>此处的列表与键值对嵌套超过 {limit} 层。</translation>
    </message>
    <message>
        <source>A deck needs only four levels. Put text with many brackets in quotes.</source>
        <translation>牌组只需四层。含有许多括号的文本请加上引号。</translation>
    </message>
    <message>
        <source>Anchor `&amp;{name}` is not supported in decks.</source>
        <translation>牌组不支持锚点 `&amp;{name}`。</translation>
    </message>
    <message>
        <source>If it is text, put it in quotes. Otherwise, remove it.</source>
        <translation>若是文本，请加上引号；否则请移除。</translation>
    </message>
    <message>
        <source>Alias `*{name}` is not supported in decks.</source>
        <translation>牌组不支持别名 `*{name}`。</translation>
    </message>
    <message>
        <source>If it is text, put it in quotes. Otherwise, write out its value.</source>
        <translation>若是文本，请加上引号；否则请写出它代表的值。</translation>
    </message>
    <message>
        <source>Merge key `&lt;&lt;` is not supported in decks.</source>
        <translation>牌组不支持合并键 `&lt;&lt;`。</translation>
    </message>
    <message>
        <source>Write out the fields, or use the deck's `defaults`.</source>
        <translation>请写出各字段，或使用牌组的 `defaults`。</translation>
    </message>
    <message>
        <source>YAML tag `{tag}` is not supported. All values in a deck are text.</source>
        <translation>不支持 YAML 标签 `{tag}`。牌组中的值一律是文本。</translation>
    </message>
    <message>
        <source>A field name must be text, but this one is a list or a mapping.</source>
        <translation>字段名称必须是文本，此处却是列表或键值对。</translation>
    </message>
    <message>
        <source>If it is text in braces or brackets, put it in quotes.</source>
        <translation>若是以大括号或方括号括住的文本，请加上引号。</translation>
    </message>
    <message>
        <source>Field `{field}` is repeated. It first appears on line {first_line}.</source>
        <translation>字段 `{field}` 重复出现。第一次在第 {first_line} 行。</translation>
    </message>
    <message>
        <source>Keep only one of them.</source>
        <translation>请只保留其中一个。</translation>
    </message>
    <message>
        <source>The deck uses format {found}. This version of StudyApp reads up to format {known}.</source>
        <translation>牌组使用格式 {found}。这个版本的 StudyApp 最高支持到格式 {known}。</translation>
    </message>
    <message>
        <source>Update StudyApp to read this deck.</source>
        <translation>请更新 StudyApp 以读取这个牌组。</translation>
    </message>
    <message>
        <source>The deck has no title and is shown as “{title}”.</source>
        <translation>牌组没有标题，将显示为“{title}”。</translation>
    </message>
    <message>
        <source>Add a `title: …` line at the top.</source>
        <translation>请在文件开头添加一行 `title: …`。</translation>
    </message>
    <message>
        <source>The deck has no ID. It is identified as `{id}` until the file is renamed.</source>
        <translation>牌组没有标识符。文件改名之前，以 `{id}` 识别。</translation>
    </message>
    <message>
        <source>Run `studyapp check --fix` to write the ID to the file.</source>
        <translation>请运行 `studyapp check --fix`，将标识符写入文件。</translation>
    </message>
    <message>
        <source>Deck ID `{id}` is already used by another file: {other}.</source>
        <translation>牌组标识符 `{id}` 已由另一个文件使用：{other}。</translation>
    </message>
    <message>
        <source>Give one of the two decks a different ID.</source>
        <translation>请为其中一个牌组换一个标识符。</translation>
    </message>
    <message>
        <source>The deck has no `notes` list.</source>
        <translation>牌组没有 `notes` 列表。</translation>
    </message>
    <message>
        <source>Add `notes:` and, below it, a `-` for each note.</source>
        <translation>请添加 `notes:`，并在其下为每条笔记加上 `-`。</translation>
    </message>
    <message>
        <source>The `notes` list is empty.</source>
        <translation>`notes` 列表是空的。</translation>
    </message>
    <message>
        <source>Add a note: `- front: …` and, below it, `back: …`.</source>
        <translation>请添加一条笔记：先写 `- front: …`，下一行写 `back: …`。</translation>
    </message>
    <message>
        <source>The source link is ignored: `{link}` is not a web address.</source>
        <translation>已忽略来源链接：`{link}` 不是网址。</translation>
    </message>
    <message>
        <source>Start links with https:// or http://.</source>
        <translation>链接请以 https:// 或 http:// 开头。</translation>
    </message>
    <message>
        <source>The deck language is ignored: `{language}` is not a language tag.</source>
        <translation>已忽略牌组语言：`{language}` 不是语言标签。</translation>
    </message>
    <message>
        <source>Use a language tag such as en, zh-Hant or pt-BR.</source>
        <translation>请使用语言标签，例如 en、zh-Hant 或 pt-BR。</translation>
    </message>
    <message>
        <source>The retired ID is ignored: `{id}` is not a valid note ID.</source>
        <translation>已忽略不再使用的标识符：`{id}` 不是有效的笔记标识符。</translation>
    </message>
    <message>
        <source>Write the ID of a note that the deck no longer has, without its deck.</source>
        <translation>请写牌组已不再有的笔记的标识符，不含牌组标识符。</translation>
    </message>
    <message>
        <source>ID `{id}` is listed more than once under `retired`.</source>
        <translation>标识符 `{id}` 在 `retired` 中重复列出。</translation>
    </message>
    <message>
        <source>Remove all but one of them.</source>
        <translation>请只保留其中一个。</translation>
    </message>
    <message>
        <source>Unknown field `{field}` is ignored.</source>
        <translation>已忽略未知的字段 `{field}`。</translation>
    </message>
    <message>
        <source>The closest known field is `{suggestion}`.</source>
        <translation>最接近的已知字段是 `{suggestion}`。</translation>
    </message>
    <message>
        <source>Field `{field}` is missing. `{owner}` needs it.</source>
        <translation>缺少字段 `{field}`。`{owner}` 需要这个字段。</translation>
    </message>
    <message>
        <source>Add a `{field}: …` line here.</source>
        <translation>请在此添加一行 `{field}: …`。</translation>
    </message>
    <message>
        <source>Field `{field}` is empty.</source>
        <translation>字段 `{field}` 是空的。</translation>
    </message>
    <message>
        <source>Write a value after the colon, or remove the field.</source>
        <translation>请在冒号后填入内容，或移除这个字段。</translation>
    </message>
    <message>
        <source>Field `{field}` must be text, but is a list or a mapping.</source>
        <translation>字段 `{field}` 必须是文本，此处却是列表或键值对。</translation>
    </message>
    <message>
        <source>If it starts with a bracket or brace, put the whole text in quotes.</source>
        <translation>若文本以方括号或大括号开头，请将整段加上引号。</translation>
    </message>
    <message>
        <source>Field `{field}` must be a list.</source>
        <translation>字段 `{field}` 必须是列表。</translation>
    </message>
    <message>
        <source>Write each item on its own line after `- `.</source>
        <translation>请将每个项目各写一行，以 `- ` 开头。</translation>
    </message>
    <message>
        <source>Field `{field}` must contain fields of its own.</source>
        <translation>字段 `{field}` 必须包含子字段。</translation>
    </message>
    <message>
        <source>Write each one as `name: value`, with a space after the colon.</source>
        <translation>请逐项写成 `name: value`，冒号后要有一个半角空白。</translation>
    </message>
    <message>
        <source>Field `{field}` has {length} characters. The maximum is {limit}.</source>
        <translation>字段 `{field}` 有 {length} 个字符。上限是 {limit} 个。</translation>
    </message>
    <message>
        <source>Split it into several notes.</source>
        <translation>请拆分成数条笔记。</translation>
    </message>
    <message>
        <source>Language `{language}` is read as `{suggestion}`.</source>
        <translation>语言 `{language}` 将视为 `{suggestion}`。</translation>
    </message>
    <message>
        <source>Write it as `{suggestion}`.</source>
        <translation>请写成 `{suggestion}`。</translation>
    </message>
    <message>
        <source>`{language}` is not a language tag. Field `{field}` needs one here.</source>
        <translation>`{language}` 不是语言标签。字段 `{field}` 在此需要语言标签。</translation>
    </message>
    <message>
        <source>Use a tag such as en, zh-Hant or pt-BR. If it is text, put it in quotes.</source>
        <translation>请使用标签，例如 en、zh-Hant 或 pt-BR。若是文本，请加上引号。</translation>
    </message>
    <message>
        <source>The note has no ID. It is identified as `{id}` until its text changes.</source>
        <translation>笔记没有标识符。内容改变之前，以 `{id}` 识别。</translation>
    </message>
    <message>
        <source>Run `studyapp check --fix` to write the IDs to the file.</source>
        <translation>请运行 `studyapp check --fix`，将标识符写入文件。</translation>
    </message>
    <message>
        <source>`{id}` is not a valid ID.</source>
        <translation>`{id}` 不是有效的标识符。</translation>
    </message>
    <message>
        <source>Use 1 to 64 letters, digits, `-`, `_` or `.`. Start with a letter or digit.</source>
        <translation>请使用 1 到 64 个字母、数字、`-`、`_` 或 `.`，并以字母或数字开头。</translation>
    </message>
    <message>
        <source>ID `{id}` is already used by the note on line {first_line}.</source>
        <translation>标识符 `{id}` 已由第 {first_line} 行的笔记使用。</translation>
    </message>
    <message>
        <source>Give this note a different ID. IDs that differ only in case or in the encoding of accents count as the same.</source>
        <translation>请为这条笔记换一个标识符。若两个标识符仅大小写或重音符号编码不同，视为相同。</translation>
    </message>
    <message>
        <source>The note has ID `{id}`, which is listed under `retired`.</source>
        <translation>这条笔记的标识符 `{id}` 已列在 `retired` 中。</translation>
    </message>
    <message>
        <source>Give a new note a new ID: learners may have progress under this one. If the note is the earlier one, remove its ID from `retired`.</source>
        <translation>若是新笔记，请换一个新的标识符，因为学习者在原标识符下可能已有进度；若就是原来的笔记，请从 `retired` 中移除它的标识符。</translation>
    </message>
    <message>
        <source>Unknown note type `{type}`.</source>
        <translation>未知的笔记模板 `{type}`。</translation>
    </message>
    <message>
        <source>Known note types: {known}. The closest is `{suggestion}`.</source>
        <translation>已知的笔记模板：{known}。最接近的是 `{suggestion}`。</translation>
    </message>
    <message>
        <source>Unknown evidence grade `{evidence}` is ignored.</source>
        <translation>已忽略未知的证据等级 `{evidence}`。</translation>
    </message>
    <message>
        <source>The closest grade is `{suggestion}`.</source>
        <translation>最接近的等级是 `{suggestion}`。</translation>
    </message>
    <message>
        <source>The prerequisite is ignored: `{reference}` is not a valid note ID.</source>
        <translation>已忽略先修笔记：`{reference}` 不是有效的笔记标识符。</translation>
    </message>
    <message>
        <source>Write `note-id`, or `deck-id/note-id` for a note in another deck.</source>
        <translation>请写成 `note-id`；若是其他牌组的笔记，请写成 `deck-id/note-id`。</translation>
    </message>
    <message>
        <source>The prerequisite is ignored: there is no usable note `{reference}`.</source>
        <translation>已忽略先修笔记：没有可用的笔记 `{reference}`。</translation>
    </message>
    <message>
        <source>Check the spelling and case, and whether that note has a problem.</source>
        <translation>请检查拼写与大小写，以及该笔记是否有问题。</translation>
    </message>
    <message>
        <source>These notes are prerequisites of each other: {ring}. The last link is ignored.</source>
        <translation>这些笔记互为先修笔记：{ring}。已忽略最后一个关联。</translation>
    </message>
    <message>
        <source>Decide which note to learn first.</source>
        <translation>请决定先学哪一条笔记。</translation>
    </message>
    <message>
        <source>The cloze note has no blank.</source>
        <translation>这条填空题笔记没有填空。</translation>
    </message>
    <message>
        <source>Mark the text to hide: {{{{c1::text}}}}.</source>
        <translation>请标出要遮住的文本：{{{{c1::文本}}}}。</translation>
    </message>
    <message>
        <source>Double braces don't form a blank: “{words}”.</source>
        <translation>双大括号无法构成填空：“{words}”。</translation>
    </message>
    <message>
        <source>Don't nest {{{{c1::text}}}}. Put a space between other braces: }} }}.</source>
        <translation>请写成 {{{{c1::文本}}}}，不可嵌套。其他大括号之间请加空白：}} }}。</translation>
    </message>
    <message>
        <source>{number} is not a valid blank number.</source>
        <translation>{number} 不是有效的填空编号。</translation>
    </message>
    <message>
        <source>Number blanks from 1 to 99.</source>
        <translation>填空的编号为 1 到 99。</translation>
    </message>
    <message>
        <source>Blank {number} hides no text.</source>
        <translation>填空 {number} 没有遮住任何文本。</translation>
    </message>
    <message>
        <source>Write the text to hide after the `::`.</source>
        <translation>请将要遮住的文本写在 `::` 之后。</translation>
    </message>
    <message>
        <source>`{language}` and `{first}` have different blank numbers.</source>
        <translation>`{language}` 与 `{first}` 的填空编号不一致。</translation>
    </message>
    <message>
        <source>Each blank is a card. Use the same number for it in every language.</source>
        <translation>每个填空会成为一张卡片。请在各语言中使用相同编号。</translation>
    </message>
    <message>
        <source>The choice note has fewer than two options.</source>
        <translation>这条选择题笔记的选项少于两个。</translation>
    </message>
    <message>
        <source>Add options, or use a basic note with a front and a back.</source>
        <translation>请增加选项，或改用含有 front 与 back 的 basic 笔记。</translation>
    </message>
    <message>
        <source>The choice note has no correct option.</source>
        <translation>这条选择题笔记没有正确选项。</translation>
    </message>
    <message>
        <source>Mark the correct one: `- {{text: …, right: true}}`.</source>
        <translation>请标出正确选项：`- {{text: …, right: true}}`。</translation>
    </message>
    <message>
        <source>`right: {value}` is neither true nor false.</source>
        <translation>`right: {value}` 既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>Write `right: true`, or remove the field.</source>
        <translation>请写成 `right: true`，或移除这个字段。</translation>
    </message>
    <message>
        <source>`{name}` is not a valid diagram name.</source>
        <translation>`{name}` 不是有效的示意图名称。</translation>
    </message>
    <message>
        <source>Write the name of a file in the `diagrams` folder, without its extension.</source>
        <translation>请写 `diagrams` 文件夹中文件的名称，不含扩展名。</translation>
    </message>
    <message>
        <source>Can't read diagram `diagrams/{name}.yaml`.</source>
        <translation>无法读取示意图 `diagrams/{name}.yaml`。</translation>
    </message>
    <message>
        <source>Put it in the `diagrams` folder next to this deck, or correct the name.</source>
        <translation>请放进牌组旁的 `diagrams` 文件夹，或更正名称。</translation>
    </message>
    <message>
        <source>Diagram `{file}` has problems.</source>
        <translation>示意图 `{file}` 有问题。</translation>
    </message>
    <message>
        <source>Fix the problems listed for that file.</source>
        <translation>请修正该文件列出的问题。</translation>
    </message>
    <message>
        <source>The diagram has no numbered parts, so it produces no cards.</source>
        <translation>示意图中没有任何部分加上编号，因此不会生成卡片。</translation>
    </message>
    <message>
        <source>Number each part that a card should ask for: `asks: 1`, `asks: 2` and so on.</source>
        <translation>请为要问的部分编号：`asks: 1`、`asks: 2`，依此类推。</translation>
    </message>
    <message>
        <source>`asks: {number}` is not a valid card number.</source>
        <translation>`asks: {number}` 不是有效的卡片编号。</translation>
    </message>
    <message>
        <source>Card numbers range from 1 to 99.</source>
        <translation>卡片编号的范围是 1 到 99。</translation>
    </message>
    <message>
        <source>Two nodes of the diagram have the ID `{id}`.</source>
        <translation>示意图中有两个节点的标识符都是 `{id}`。</translation>
    </message>
    <message>
        <source>Give each node its own ID.</source>
        <translation>请让每个节点有自己的标识符。</translation>
    </message>
    <message>
        <source>The edge refers to node `{id}`, which is not in the diagram.</source>
        <translation>连线指向节点 `{id}`，但它不在示意图中。</translation>
    </message>
    <message>
        <source>Write the IDs of two nodes: `from: …` and `to: …`.</source>
        <translation>请写两个节点的标识符：`from: …` 与 `to: …`。</translation>
    </message>
    <message>
        <source>The node's `place` must be a column and a row.</source>
        <translation>节点的 `place` 必须包含列与行两个数字。</translation>
    </message>
    <message>
        <source>Write two numbers, starting at 0: `place: [1, 0]`. The column may end in .5, such as 1.5.</source>
        <translation>请写两个从 0 起的数字：`place: [1, 0]`。列可以是半列，例如 1.5。</translation>
    </message>
    <message>
        <source>Number of cells in this row: {cells}. Number of columns: {columns}.</source>
        <translation>这一行有 {cells} 格，但共有 {columns} 列。</translation>
    </message>
    <message>
        <source>Give each row one cell per column.</source>
        <translation>每一行的格数必须与列数相同。</translation>
    </message>
    <message>
        <source>There are too many parts here, or this label is too long or spans several lines. The limit is {limit}.</source>
        <translation>此处的部分太多，或这个标签太长或有好几行。上限为 {limit}。</translation>
    </message>
    <message>
        <source>Shorten it, or split it into two diagrams.</source>
        <translation>请缩短，或拆分成两张示意图。</translation>
    </message>
    <message>
        <source>Problems not listed: {count}.</source>
        <translation>还有 {count} 个问题未列出。</translation>
    </message>
    <message>
        <source>Fix the listed problems first, then check again.</source>
        <translation>请先修正列出的问题，再重新检查。</translation>
    </message>
    <message>
        <source>Can't use {path} right now: another program or a running import is writing to it. Nothing was changed. Try again when it has finished.</source>
        <translation>目前无法使用 {path}：另一个程序或正在进行的导入正在写入。内容没有任何更改，请等写入完成后再试一次。</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}). Restore a backup (on the command line, “studyapp restore”). Newer reviews that can still be read are recovered.</source>
        <translation>{path} 已损坏（{detail}）。请还原备份（命令行：studyapp restore）。备份之后的复习记录，能读取的都会恢复。</translation>
    </message>
    <message>
        <source>{path}, which stores your reviews, is missing. Put it back if you moved it, or restore a backup (on the command line, “studyapp restore”).</source>
        <translation>找不到存放复习记录的 {path}。若你移动过它，请放回原处，或还原备份（命令行：studyapp restore）。</translation>
    </message>
    <message>
        <source>{path} was moved, deleted or replaced while StudyApp was running, so the last change was not saved. Put the file back, or close StudyApp and open it again.</source>
        <translation>{path} 在 StudyApp 运行时被移动、删除或替换，因此上一次的更改没有保存。请把文件放回原处，或关闭 StudyApp 再重新打开。</translation>
    </message>
    <message>
        <source>{path} is not a StudyApp file. Choose another data folder.</source>
        <translation>{path} 不是 StudyApp 的文件。请选择其他数据目录。</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of StudyApp ({detail}) and was left unchanged. Update StudyApp.</source>
        <translation>{path} 由较新版本的 StudyApp 写入（{detail}），文件未作更改。请更新 StudyApp。</translation>
    </message>
    <message>
        <source>Can't write {path}: the disk is full. Free up space and try again.</source>
        <translation>无法写入 {path}：磁盘已满。请腾出空间，再试一次。</translation>
    </message>
    <message>
        <source>Can't write {path}. Allow writing to its folder, or choose another data folder with --data.</source>
        <translation>无法写入 {path}。请开放其所在文件夹的写入权限，或以 --data 指定其他数据目录。</translation>
    </message>
    <message>
        <source>Can't use {path}: {detail}</source>
        <translation>无法使用 {path}：{detail}</translation>
    </message>
    <message>
        <source>`{type}` is a built-in note type.</source>
        <translation>`{type}` 是内置的笔记模板。</translation>
    </message>
    <message>
        <source>Give the deck's own note type a different name.</source>
        <translation>请给牌组自己的笔记模板取别的名称。</translation>
    </message>
    <message>
        <source>Anki doesn't allow a field named `{field}`.</source>
        <translation>Anki 不允许名为 `{field}` 的字段。</translation>
    </message>
    <message>
        <source>Choose a name without `:`, braces or quotes and without a special meaning in templates.</source>
        <translation>请用不含 `:`、大括号与引号，且在卡片模板中没有特殊意义的名称。</translation>
    </message>
    <message>
        <source>`{value}` is not an Anki note type ID and is ignored.</source>
        <translation>已忽略 `{value}`：它不是 Anki 的笔记模板标识符。</translation>
    </message>
    <message>
        <source>Restore the original number, or remove the line.</source>
        <translation>请写回原本的数字，或移除这一行。</translation>
    </message>
    <message>
        <source>`written_as: {type}` is not supported and is ignored.</source>
        <translation>不支持 `written_as: {type}`，已忽略。</translation>
    </message>
    <message>
        <source>Use one of {known}.</source>
        <translation>请使用 {known} 其中之一。</translation>
    </message>
    <message>
        <source>`{field}: {value}` is not a number and is ignored.</source>
        <translation>已忽略 `{field}: {value}`：它不是数字。</translation>
    </message>
    <message>
        <source>No template of `{type}` produces a card from this note.</source>
        <translation>`{type}` 没有卡片模板能由这条笔记生成卡片。</translation>
    </message>
    <message>
        <source>Fill in a field that a front template shows.</source>
        <translation>请填写某个正面内容模板会显示的字段。</translation>
    </message>
    <message>
        <source>Anki is writing to {path}. Try again once Anki is idle.</source>
        <translation>Anki 正在写入 {path}。请等 Anki 空闲后再试一次。</translation>
    </message>
    <message>
        <source>it contains no Anki collection</source>
        <translation>文件中没有 Anki 集合</translation>
    </message>
    <message>
        <source>it only contains the placeholder for old versions of Anki; export it from Anki again</source>
        <translation>文件中只有给旧版 Anki 的替代内容；请从 Anki 重新导出</translation>
    </message>
    <message>
        <source>its media are far larger than the package</source>
        <translation>其中的媒体文件远大于文件本身</translation>
    </message>
    <message>
        <source>its collection holds far more data than its size allows</source>
        <translation>文件中的集合所含的数据量远超过文件大小的合理范围</translation>
    </message>
    <message>
        <source>it is not an Anki collection: “{name}” is not an ordinary table</source>
        <translation>文件中的集合不是 Anki 集合：“{name}”不是一般的数据表</translation>
    </message>
    <message>
        <source>its collection takes too long to read</source>
        <translation>读取文件中的集合耗时过长</translation>
    </message>
    <message>
        <source>its collection is not an SQLite database</source>
        <translation>文件中的集合不是 SQLite 数据库</translation>
    </message>
    <message>
        <source>a note or another value in its collection is larger than {limit} MB</source>
        <translation>文件中的集合有一条笔记或其他值大于 {limit} MB</translation>
    </message>
    <message>
        <source>its collection is damaged: {error}</source>
        <translation>文件中的集合已损坏：{error}</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB</source>
        <translation>{name} 大于 {limit} MB</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>文件已加密</translation>
    </message>
    <message>
        <source>{name} is compressed with an unsupported method</source>
        <translation>{name} 使用不支持的压缩方式</translation>
    </message>
    <message>
        <source>it contains too many files</source>
        <translation>其中的文件太多</translation>
    </message>
    <message>
        <source>its file type can't be imported; use one of {types}</source>
        <translation>无法导入这种类型的文件；可导入的类型：{types}</translation>
    </message>
    <message>
        <source>it contains no rows</source>
        <translation>文件中没有任何数据行</translation>
    </message>
    <message>
        <source>line {line}: a row has more than {limit} cells</source>
        <translation>第 {line} 行：单元格超过 {limit} 个</translation>
    </message>
    <message>
        <source>it has no column for a field such as front or back</source>
        <translation>没有与 front、back 等字段对应的列</translation>
    </message>
    <message>
        <source>it contains no questions (a heading or a bold paragraph with an answer below it)</source>
        <translation>文件中找不到题目（标题或粗体段落，下方接着答案）</translation>
    </message>
    <message>
        <source>it is larger than {limit} MB</source>
        <translation>文件大于 {limit} MB</translation>
    </message>
    <message>
        <source>line {line} is not valid UTF-8; save the file as UTF-8</source>
        <translation>第 {line} 行不是有效的 UTF-8；请将文件存为 UTF-8</translation>
    </message>
    <message>
        <source>line {line} contains a NUL character, so this is not a text file</source>
        <translation>第 {line} 行含有 NUL 字符，因此不是文本文件</translation>
    </message>
    <message>
        <source>The text ends here: “{comment}” is a comment, because it starts with ` #`.</source>
        <translation>文本到此为止：“{comment}”以 ` #` 开头，因此是注释。</translation>
    </message>
    <message>
        <source>If it belongs to the text, put the whole text in quotes. Otherwise, move the comment to its own line.</source>
        <translation>如果它属于文本，请用引号括住整段文本；否则请把注释移到单独一行。</translation>
    </message>
    <message>
        <source>line {line}: a cell has more than {limit} characters</source>
        <translation>第 {line} 行：有一个单元格超过 {limit} 个字符</translation>
    </message>
    <message>
        <source>line {line}: the quote opened here is not closed</source>
        <translation>第 {line} 行：此处的引号没有闭合</translation>
    </message>
    <message>
        <source>line {line}: the quote opened here is closed in line {end}, but the cell continues; close the quote at the end of the cell, and write quotes in the text as ""</source>
        <translation>第 {line} 行：此处的引号在第 {end} 行闭合，但其后单元格还有内容；请将右引号放在单元格末尾，文本中的引号请写成 ""</translation>
    </message>
    <message>
        <source>The import of this file was interrupted, so some notes or reviews are missing.</source>
        <translation>这个文件的导入中断了，因此缺少部分笔记或复习记录。</translation>
    </message>
    <message>
        <source>Import it again to complete it.</source>
        <translation>请再导入一次，以补齐缺少的内容。</translation>
    </message>
    <message>
        <source>its media need {needed} MB, but {folder} has only {free} MB of free space</source>
        <translation>其中的媒体文件需要 {needed} MB，但 {folder} 只剩 {free} MB 的可用空间</translation>
    </message>
    <message>
        <source>the package “miniaudio” is not installed</source>
        <translation>未安装套件“miniaudio”</translation>
    </message>
    <message>
        <source>it is larger than {size} MB</source>
        <translation>文件大于 {size} MB</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>it is longer than {minutes} minutes</source>
        <translation>长度超过 {minutes} 分钟</translation>
    </message>
    <message>
        <source>StudyApp plays MP3, WAV and FLAC, but not {format}</source>
        <translation>StudyApp 可播放 MP3、WAV 和 FLAC，但不支持 {format}</translation>
    </message>
    <message>
        <source>it is damaged, or not an MP3, WAV or FLAC file</source>
        <translation>文件已损坏，或不是 MP3、WAV 或 FLAC 档</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>The card shows the formula's source. The guide lists what formulas may contain.</source>
        <translation>卡片会显示公式的源代码。使用指南列出公式可以使用的内容。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: the command {detail} is not supported.</source>
        <translation>公式“{formula}”：不支持指令 {detail}。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: the environment {detail} is not supported.</source>
        <translation>公式“{formula}”：不支持环境 {detail}。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: the character {detail} is not supported here.</source>
        <translation>公式“{formula}”：这里不支持字符 {detail}。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: {detail} is not supported here.</source>
        <translation>公式“{formula}”：这里不支持 {detail}。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: something is missing after {detail}.</source>
        <translation>公式“{formula}”：{detail} 后面缺少内容。</translation>
    </message>
    <message>
        <source>Put the argument in braces, as in \frac{{a}}{{b}}.</source>
        <translation>请把参数放在大括号内，例如 \frac{{a}}{{b}}。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: {detail} has no counterpart.</source>
        <translation>公式“{formula}”：{detail} 没有对应的另一半。</translation>
    </message>
    <message>
        <source>Close every brace, \left and \begin.</source>
        <translation>请为每个大括号、\left 与 \begin 补上结尾。</translation>
    </message>
    <message>
        <source>Formula “{formula}”: {detail} is not allowed here.</source>
        <translation>公式“{formula}”：这里不能使用 {detail}。</translation>
    </message>
    <message>
        <source>Formula “{formula}” is too long or nested too deeply.</source>
        <translation>公式“{formula}”太长或嵌套层数太多。</translation>
    </message>
    <message>
        <source>Divide it into several formulas.</source>
        <translation>请拆成数个公式。</translation>
    </message>
    <message>
        <source>A search can have at most {maximum} terms</source>
        <translation>搜索条件最多 {maximum} 个</translation>
    </message>
    <message>
        <source>This is not a valid character</source>
        <translation>这不是有效的字符</translation>
    </message>
    <message>
        <source>No parenthesis is open here</source>
        <translation>这个右括号前面没有对应的左括号</translation>
    </message>
    <message>
        <source>Too many parentheses in parentheses</source>
        <translation>括号的嵌套层数太多</translation>
    </message>
    <message>
        <source>There is nothing between the parentheses</source>
        <translation>括号里没有内容</translation>
    </message>
    <message>
        <source>Something to search for is missing after “{operator}”; to search for the word, put it in quotes</source>
        <translation>“{operator}”后面缺少搜索条件；如果要搜索这个字，请加上引号</translation>
    </message>
    <message>
        <source>Something to search for is missing before “{operator}”; to search for the word, put it in quotes</source>
        <translation>“{operator}”前面缺少搜索条件；如果要搜索这个字，请加上引号</translation>
    </message>
    <message>
        <source>This parenthesis is not closed</source>
        <translation>这个括号没有结尾</translation>
    </message>
    <message>
        <source>There is nothing between the quotes</source>
        <translation>引号里没有内容</translation>
    </message>
    <message>
        <source>This quote is not closed</source>
        <translation>这个引号没有结尾</translation>
    </message>
    <message>
        <source>The name is missing before the colon; to search for a colon, write “\:”</source>
        <translation>冒号前面缺少名称；如果要搜索冒号，请写成“\:”</translation>
    </message>
    <message>
        <source>Write a value after “{name}:”</source>
        <translation>请在“{name}:”后面写上值</translation>
    </message>
    <message>
        <source>There is no field or search term “{name}:”. Did you mean “{suggestion}:”? To search for a colon, write “\:”</source>
        <translation>没有字段或搜索条件“{name}:”。你是指“{suggestion}:”吗？如果要搜索冒号，请写成“\:”</translation>
    </message>
    <message>
        <source>There is no field or search term “{name}:”. To search for a colon, write “\:”</source>
        <translation>没有字段或搜索条件“{name}:”。如果要搜索冒号，请写成“\:”</translation>
    </message>
    <message>
        <source>Write a note type, a comma and the text of the first field, as in “dupe:basic,code”</source>
        <translation>请依序写上笔记模板、逗号和第一个字段的文本，例如“dupe:basic,code”</translation>
    </message>
    <message>
        <source>“{escape}” is not an escape; write “\\” for a backslash</source>
        <translation>“{escape}”不是转义字符；反斜线请写成“\\”</translation>
    </message>
    <message>
        <source>“{name}:” needs a number of days, as in “{name}:7”</source>
        <translation>“{name}:”后面要写天数，例如“{name}:7”</translation>
    </message>
    <message>
        <source>A rating is a number from 1 (Again) to 4 (Easy), as in “rated:7:1”</source>
        <translation>评分是从 1（重来）到 4（简单）的数字，例如“rated:7:1”</translation>
    </message>
    <message>
        <source>A flag is a number from 1 to {maximum}, or 0 for none</source>
        <translation>旗标是从 1 到 {maximum} 的数字，0 表示没有旗标</translation>
    </message>
    <message>
        <source>“{name}:” knows no “{value}”, only {known}</source>
        <translation>“{name}:”没有“{value}”，只有 {known}</translation>
    </message>
    <message>
        <source>Write IDs of notes, separated by commas, as in “nid:chatgpt/rlhf,chatgpt/davinci”</source>
        <translation>请写上笔记的 ID，以逗号分隔，例如“nid:chatgpt/rlhf,chatgpt/davinci”</translation>
    </message>
    <message>
        <source>Write IDs of cards, separated by commas, as in “cid:chatgpt/rlhf#1”</source>
        <translation>请写上卡片的 ID，以逗号分隔，例如“cid:chatgpt/rlhf#1”</translation>
    </message>
    <message>
        <source>“prop:” knows no “{value}”, only {known}</source>
        <translation>“prop:”没有“{value}”，只有 {known}</translation>
    </message>
    <message>
        <source>A comparison such as =, &lt; or &gt;= is missing, as in “prop:{name}&gt;5”</source>
        <translation>缺少 =、&lt; 或 &gt;= 这模拟较符号，例如“prop:{name}&gt;5”</translation>
    </message>
    <message>
        <source>“prop:{name}” needs a whole number, such as 5</source>
        <translation>“prop:{name}”后面要写整数，例如 5</translation>
    </message>
    <message>
        <source>“prop:{name}” needs a whole number of days from today, such as 3 or -1</source>
        <translation>“prop:{name}”后面要写从今天算起的天数（整数），例如 3 或 -1</translation>
    </message>
    <message>
        <source>“prop:{name}” needs a number, such as {example}</source>
        <translation>“prop:{name}”后面要写数字，例如 {example}</translation>
    </message>
    <message>
        <source>Write a regular expression after “re:”; put it in quotes if it has spaces, quotes or parentheses</source>
        <translation>请在“re:”后面写上正则表达式；如果其中有空格、引号或括号，请加上引号</translation>
    </message>
    <message>
        <source>This regular expression is too long</source>
        <translation>这个正则表达式太长</translation>
    </message>
    <message>
        <source>This regular expression is not valid: {reason}</source>
        <translation>这个正则表达式无效：{reason}</translation>
    </message>
    <message>
        <source>A repeated group with a repetition inside, such as “(a+)*”, can take forever; write it in another way</source>
        <translation>重复的群组里又有重复，例如“(a+)*”，可能永远找不完；请换个写法</translation>
    </message>
    <message>
        <source>“{text}” is not a number of days. Enter one, such as 0 for today, or a range, such as 3-7.</source>
        <translation>“{text}”不是天数。请输入天数，例如 0 表示今天，或输入范围，例如 3-7。</translation>
    </message>
    <message>
        <source>The range {first}-{last} starts after its end. Enter {last}-{first} instead.</source>
        <translation>范围 {first}-{last} 的开头比结尾还晚。请改为输入 {last}-{first}。</translation>
    </message>
    <message>
        <source>{days} days are too many. Enter at most {limit}.</source>
        <translation>{days} 天太多了。最多可输入 {limit} 天。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the title was not changed, because the file would not read as intended. Change it in a text editor.</source>
        <translation>{file} 第 {line} 行：标题没有更改，因为改了之后文件读起来会和预期不同。请用文本编辑器修改。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the deck can't be edited because it can't be read: {problem} Correct the file in a text editor.</source>
        <translation>{file} 第 {line} 行：无法编辑牌组，因为文件读不出来：{problem} 请用文本编辑器修正文件。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the note “{note}” can't be edited because of an error in the file: {problem} Correct it in a text editor.</source>
        <translation>{file} 第 {line} 行：笔记“{note}”在文件里有错误，无法编辑：{problem} 请用文本编辑器修正。</translation>
    </message>
    <message>
        <source>{file} has no note “{note}”. It may have been removed, got another ID, or have an error. Open the file in a text editor.</source>
        <translation>{file} 里没有笔记“{note}”。可能已移除、换了 ID，或是有错误。请用文本编辑器打开文件。</translation>
    </message>
    <message>
        <source>{file} already has a note “{note}”, in line {line}. Give the new note another ID.</source>
        <translation>{file} 第 {line} 行已经有笔记“{note}”。请给新笔记另一个 ID。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the diagram of the note “{note}” can't be changed here. It is described in a file of its own in the folder “diagrams”; edit that file in a text editor.</source>
        <translation>{file} 第 {line} 行：笔记“{note}”的示意图无法在这里更改。它写在“diagrams”文件夹里的另一个文件；请用文本编辑器修改那个文件。</translation>
    </message>
    <message>
        <source>{file} has another note type “{type}” with other fields or cards. Rename one of the two under `note_types` in a text editor.</source>
        <translation>{file} 里已有另一个同名的笔记模板“{type}”，字段或卡片不同。请用文本编辑器在 `note_types` 底下替其中一个改名。</translation>
    </message>
    <message>
        <source>{file}, line {line}: `{field}` of the note “{note}” can't be empty, because `defaults` of the deck has a text for it. Write another text, or remove the one in `defaults` in a text editor.</source>
        <translation>{file} 第 {line} 行：笔记“{note}”的 `{field}` 不能留空，因为牌组的 `defaults` 里有这个字段的文本。请改写成其他文本，或用文本编辑器删除 `defaults` 里的文本。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the note “{note}” was not changed: {problem}</source>
        <translation>{file} 第 {line} 行：笔记“{note}”没有更改：{problem}</translation>
    </message>
    <message>
        <source>{file}, line {line}: the note “{note}” was not changed, because the file would not read as intended. Edit these lines in a text editor.</source>
        <translation>{file} 第 {line} 行：笔记“{note}”没有更改，因为改了之后文件读起来会和预期不同。请用文本编辑器修改这几行。</translation>
    </message>
    <message>
        <source>{file} was changed by another program just now. Nothing was changed. Try again.</source>
        <translation>另一个程序刚刚更改了 {file}。没有做任何更改。请再试一次。</translation>
    </message>
    <message>
        <source>The deck “{deck}” has no file any more. Nothing was changed. Refresh the library and try again.</source>
        <translation>牌组“{deck}”的文件已经不在了。没有做任何更改。请刷新牌组库，然后再试一次。</translation>
    </message>
    <message>
        <source>{file} can't be read as a deck: {problem} Correct the file, then try again. Nothing was changed.</source>
        <translation>无法将 {file} 读取为牌组：{problem} 请修正文件，然后再试一次。没有做任何更改。</translation>
    </message>
    <message>
        <source>{file} has no note “{note}” any more. Nothing was changed. Refresh the list and try again.</source>
        <translation>{file} 里已经没有笔记“{note}”。没有做任何更改。请刷新列表，然后再试一次。</translation>
    </message>
    <message>
        <source>Can't write {file}: {reason}. Nothing was changed. Allow writing to the file and its folder, then try again.</source>
        <translation>无法写入 {file}：{reason}。没有做任何更改。请允许写入该文件及其文件夹，然后再试一次。</translation>
    </message>
    <message>
        <source>Can't undo or redo the last edit: its text in {file} was changed since, so nothing was overwritten. Edit the file by hand.</source>
        <translation>无法撤销或重做上次的编辑：{file} 里的文本后来又有更改，因此没有覆盖任何内容。请直接编辑该文件。</translation>
    </message>
    <message>
        <source>{file} exists already, with other content. Nothing was changed. Rename one of the two files, then try again.</source>
        <translation>{file} 已经存在，但内容不同。没有做任何更改。请将其中一个文件重命名，然后再试一次。</translation>
    </message>
    <message>
        <source>{file} does not exist any more. Nothing was changed. Put the file back from a backup, then try again.</source>
        <translation>{file} 已不存在。没有做任何更改。请从备份放回该文件，然后再试一次。</translation>
    </message>
    <message>
        <source>“{key}” is not in the bin any more. Nothing was changed.</source>
        <translation>“{key}”已经不在回收站里。没有做任何更改。</translation>
    </message>
    <message>
        <source>{file} has another note “{note}” meanwhile. Nothing was changed. Give that note another ID in the file, then try again.</source>
        <translation>{file} 里现在有另一条笔记“{note}”。没有做任何更改。请在文件里为那条笔记改用其他 ID，然后再试一次。</translation>
    </message>
    <message>
        <source>A deck needs a title. Nothing was changed. Enter one.</source>
        <translation>牌组需要标题。没有做任何更改。请输入标题。</translation>
    </message>
    <message>
        <source>The deck “{deck}” comes with StudyApp and can't be deleted. Nothing was changed. Hide it instead.</source>
        <translation>牌组“{deck}”是 StudyApp 内附的，无法删除。没有做任何更改。你可以改为隐藏它。</translation>
    </message>
    <message>
        <source>{file} has the deck “{deck}” meanwhile. Nothing was changed. Delete that deck or give it another ID, then try again.</source>
        <translation>{file} 现在有牌组“{deck}”。没有做任何更改。请删除那个牌组或为它改用其他 ID，然后再试一次。</translation>
    </message>
    <message>
        <source>The file “{file}” is missing.</source>
        <translation>找不到文件“{file}”。</translation>
    </message>
    <message>
        <source>Put it into the folder of the deck file, or correct its name.</source>
        <translation>请将它放进牌组文件所在的文件夹，或更正文件名。</translation>
    </message>
    <message>
        <source>The answer contains more than one fact ({language}).</source>
        <translation>答案含有不只一项事实（{language}）。</translation>
    </message>
    <message>
        <source>Split the note, or turn a list of more than three items into a cloze.</source>
        <translation>请拆成多条笔记；列表若超过三项，请改成填空题。</translation>
    </message>
    <message>
        <source>The answer is {length} characters long ({language}); the limit is {limit}.</source>
        <translation>答案长 {length} 个字符（{language}），上限是 {limit}。</translation>
    </message>
    <message>
        <source>Shorten it to one line, or split the note.</source>
        <translation>请缩短成一行，或拆成多条笔记。</translation>
    </message>
    <message>
        <source>The `why` is {length} characters long ({language}); the limit is {limit}.</source>
        <translation>`why` 长 {length} 个字符（{language}），上限是 {limit}。</translation>
    </message>
    <message>
        <source>Keep it to one sentence.</source>
        <translation>请写成一句话。</translation>
    </message>
    <message>
        <source>This can be answered with yes or no ({language}): {words}.</source>
        <translation>这题可以用是或否回答（{language}）：{words}。</translation>
    </message>
    <message>
        <source>Ask for the fact itself: what, which, why or how.</source>
        <translation>请直接问那项事实：什么、哪个、为什么或如何。</translation>
    </message>
    <message>
        <source>“{word}” refers to something that is not on the card ({language}).</source>
        <translation>“{word}”指的东西不在卡片上（{language}）。</translation>
    </message>
    <message>
        <source>Name what it refers to: months later, only the card itself is shown.</source>
        <translation>请写明所指的东西：几个月后，画面上只会有这张卡片。</translation>
    </message>
    <message>
        <source>The correct option stands out by its length ({language}).</source>
        <translation>正确选项的长度太显眼（{language}）。</translation>
    </message>
    <message>
        <source>Make all options about the same length.</source>
        <translation>请让各选项长度相近。</translation>
    </message>
    <message>
        <source>`{field}` has no text in {language}.</source>
        <translation>`{field}` 没有 {language} 的文本。</translation>
    </message>
    <message>
        <source>Add the text in every language of the deck.</source>
        <translation>请补上牌组每种语言的文本。</translation>
    </message>
    <message>
        <source>The note has no `section`.</source>
        <translation>这条笔记没有 `section`。</translation>
    </message>
    <message>
        <source>Name the section of the source that it comes from.</source>
        <translation>请写出它出自来源的哪一节。</translation>
    </message>
    <message>
        <source>The note has no `evidence`.</source>
        <translation>这条笔记没有 `evidence`。</translation>
    </message>
    <message>
        <source>State how certain the source is; for a plain fact, use `observation`.</source>
        <translation>请写出来源有多确定；单纯的事实请用 `observation`。</translation>
    </message>
    <message>
        <source>The number {figure} has no unit ({language}).</source>
        <translation>数字 {figure} 没有单位（{language}）。</translation>
    </message>
    <message>
        <source>Add what it counts, for example “12 billion parameters”.</source>
        <translation>请补上计算的对象，例如“120 亿个参数”。</translation>
    </message>
    <message>
        <source>The note {other} asks almost the same question ({language}).</source>
        <translation>笔记 {other} 问的问题几乎相同（{language}）。</translation>
    </message>
    <message>
        <source>Remove one of the two, or ask about a different aspect.</source>
        <translation>请删去其中一则，或改问别的面向。</translation>
    </message>
    <message>
        <source>The note {other} asks almost the same question but has a different answer ({language}).</source>
        <translation>笔记 {other} 问的问题几乎相同，答案却不同（{language}）。</translation>
    </message>
    <message>
        <source>State in both questions how they differ.</source>
        <translation>请在两个问题中写明差别。</translation>
    </message>
    <message>
        <source>The question already shows its answer, “{answer}” ({language}).</source>
        <translation>题目里已经看得到答案“{answer}”（{language}）。</translation>
    </message>
    <message>
        <source>Reword the question, or ask for something else.</source>
        <translation>请改写题目，或改问别的内容。</translation>
    </message>
    <message>
        <source>The hint “{hint}” is a question or refers to something ({language}).</source>
        <translation>提示“{hint}”是问句，或指涉别的东西（{language}）。</translation>
    </message>
    <message>
        <source>Name the kind of thing with a noun, such as “year” or “data set”.</source>
        <translation>请用名词写出要填的是哪一类东西，例如“年份”或“数据集”。</translation>
    </message>
    <message>
        <source>The gap “{answer}” asks for a part of the grammar ({language}).</source>
        <translation>填空“{answer}”考的是词类，而不是内容（{language}）。</translation>
    </message>
    <message>
        <source>Hide a name, a number or a term, or ask a question instead.</source>
        <translation>请改为遮住名称、数字或术语，或改成问题。</translation>
    </message>
    <message>
        <source>The question doesn't say what it is about ({language}): {words}.</source>
        <translation>题目没说明问的是什么主题（{language}）：{words}。</translation>
    </message>
    <message>
        <source>Ask about the subject instead of the text it comes from.</source>
        <translation>请就主题提问，不要问文章写了什么。</translation>
    </message>
    <message>
        <source>The note {other} says almost the same ({language}).</source>
        <translation>笔记 {other} 的内容几乎相同（{language}）。</translation>
    </message>
    <message>
        <source>{count} notes ask about “{first}” and “{second}” together ({language}): {others} and more.</source>
        <translation>有 {count} 条笔记一起考“{first}”和“{second}”（{language}）：{others} 等。</translation>
    </message>
    <message>
        <source>Keep at most three of them, or ask what tells the two apart.</source>
        <translation>最多留下三条，或改问两者如何区分。</translation>
    </message>
    <message>
        <source>The Chinese text contains “{found}” ({language}).</source>
        <translation>中文文本里有“{found}”（{language}）。</translation>
    </message>
    <message>
        <source>Use full-width punctuation（，。：；？）, and no space before %.</source>
        <translation>请使用全角标点（，。：；？），% 之前不留空格。</translation>
    </message>
    <message>
        <source>`{field}` contains “{avoided}” instead of “{preferred}”.</source>
        <translation>`{field}` 里写的是“{avoided}”，而不是“{preferred}”。</translation>
    </message>
    <message>
        <source>Use “{preferred}”, as in the `terms` of the deck file, or quote the other word.</source>
        <translation>请依牌组文件的 `terms` 改用“{preferred}”，或为该词加上引号。</translation>
    </message>
    <message>
        <source>{count} of {total} notes are cloze notes ({share}%).</source>
        <translation>{total} 条笔记中有 {count} 条是填空题（{share}%）。</translation>
    </message>
    <message>
        <source>Turn some into questions, so that at most a quarter are cloze notes.</source>
        <translation>请把一部分改成问题，让填空题不超过四分之一。</translation>
    </message>
    <message>
        <source>Prerequisite {other} doesn't exist.</source>
        <translation>先修笔记 {other} 不存在。</translation>
    </message>
    <message>
        <source>Correct its ID, or remove it from `requires`.</source>
        <translation>请更正标识符，或将它从 `requires` 移除。</translation>
    </message>
    <message>
        <source>These prerequisites lead to a cycle: {others}.</source>
        <translation>这些先修笔记形成循环：{others}。</translation>
    </message>
    <message>
        <source>Remove one of the `requires` entries in the cycle.</source>
        <translation>请移除循环中的一个 `requires` 项目。</translation>
    </message>
    <message>
        <source>Cards can't show {name}. Use a picture (PNG, JPEG, GIF, WebP, BMP) or a sound (MP3, WAV, FLAC).</source>
        <translation>卡片无法显示 {name}。请使用图片（PNG、JPEG、GIF、WebP、BMP）或声音（MP3、WAV、FLAC）。</translation>
    </message>
    <message>
        <source>Enter the text to find.</source>
        <translation>请输入要查找的文本。</translation>
    </message>
    <message>
        <source>The regular expression is not valid: {reason}</source>
        <translation>正则表达式无效：{reason}</translation>
    </message>
    <message>
        <source>The replacement is not valid: {reason}</source>
        <translation>替换文本无效：{reason}</translation>
    </message>
    <message>
        <source>it contains no notes</source>
        <translation>其中没有笔记</translation>
    </message>
    <message>
        <source>Enter a name for the exam.</source>
        <translation>请输入考试名称。</translation>
    </message>
    <message>
        <source>An exam named “{name}” already exists. Enter another name.</source>
        <translation>已有名为“{name}”的考试，请输入其他名称。</translation>
    </message>
    <message>
        <source>The exam must be after today.</source>
        <translation>考试必须在今天之后。</translation>
    </message>
    <message>
        <source>Enter a target from {least} to {most} percent.</source>
        <translation>请输入 {least} 到 {most} 的目标百分比。</translation>
    </message>
    <message>
        <source>The last day is before the first day.</source>
        <translation>最后一天早于第一天。</translation>
    </message>
    <message>
        <source>These are {days} days. Choose at most {most}.</source>
        <translation>这段期间有 {days} 天，最多可选 {most} 天。</translation>
    </message>
    <message>
        <source>These days are over.</source>
        <translation>这些日子已经过去。</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Add IDs to keep your progress</source>
        <translation>加上标识符，改写后也能保留学习进度</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the deck files. Other notes work normally.</source>
        <translation>
            <numerusform>牌组文件有 %n 个问题。其余笔记可正常使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Run “studyapp check” to list them all.</source>
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
        <source>Anki deck packages (*.apkg)</source>
        <translation>Anki 牌组包 (*.apkg)</translation>
    </message>
    <message>
        <source>Anki collection packages (*.colpkg)</source>
        <translation>Anki 集合文件 (*.colpkg)</translation>
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
        <source>New deck</source>
        <translation>新增牌组</translation>
    </message>
    <message>
        <source>Deck name</source>
        <translation>牌组名称</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Enter a name for the deck.</source>
        <translation>请输入牌组名称。</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>添加语言</translation>
    </message>
    <message>
        <source>Language tag, such as en, zh-Hant or pt-BR</source>
        <translation>语言标签，例如 en、zh-Hant 或 pt-BR</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Enter a language tag such as en, zh-Hant or pt-BR.</source>
        <translation>请输入语言标签，例如 en、zh-Hant 或 pt-BR。</translation>
    </message>
    <message>
        <source>Save the changes to the note?</source>
        <translation>要保存笔记的更动吗？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>Insert picture or sound</source>
        <translation>插入图片或声音</translation>
    </message>
    <message>
        <source>Pictures and sounds (*.png *.jpg *.jpeg *.gif *.webp *.bmp *.mp3 *.wav *.flac *.ogg *.oga *.opus *.m4a *.aac)</source>
        <translation>图片与声音 (*.png *.jpg *.jpeg *.gif *.webp *.bmp *.mp3 *.wav *.flac *.ogg *.oga *.opus *.m4a *.aac)</translation>
    </message>
    <message>
        <source>Your decks folder already has a file named {name}.</source>
        <translation>牌组文件夹中已有名为 {name} 的文件。</translation>
    </message>
    <message>
        <source>Replace the deck file?</source>
        <translation>要替换这个牌组文件吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>{file} already exists.</source>
        <translation>{file} 已经存在。</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>要替换这个文件吗？</translation>
    </message>
    <message>
        <source>Correct the times?</source>
        <translation>要更正时间吗？</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Reschedule these cards?</source>
        <translation>要重新排程这些卡片吗？</translation>
    </message>
    <message>
        <source>Reschedule</source>
        <translation>重新排程</translation>
    </message>
    <message>
        <source>The backup of {time} will be restored. Your current collection is kept as another backup.</source>
        <translation>将还原 {time} 的备份。目前的集合会另存为备份。</translation>
    </message>
    <message>
        <source>Restore this backup?</source>
        <translation>要还原这份备份吗？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Empty the bin?</source>
        <translation>要清空资源回收桶吗？</translation>
    </message>
    <message>
        <source>Empty bin</source>
        <translation>清空资源回收桶</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Anki, table and Markdown files</source>
        <translation>Anki、表格与 Markdown 文件</translation>
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
    <name>RatingButton</name>
    <message>
        <source>Key: {key}</source>
        <translation>按键：{key}</translation>
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
        <source>Incorrect, or you didn't know. Shown again soon.</source>
        <translation>答错或不知道。很快会再次显示。</translation>
    </message>
    <message>
        <source>Correct, with a lot of effort.</source>
        <translation>答对，但很吃力。</translation>
    </message>
    <message>
        <source>Correct.</source>
        <translation>答对。</translation>
    </message>
    <message>
        <source>Correct immediately.</source>
        <translation>立刻答对。</translation>
    </message>
</context>
<context>
    <name>RecallPlots</name>
    <message>
        <source>True retention</source>
        <translation>真实留存率</translation>
    </message>
    <message>
        <source>Mature</source>
        <translation>成熟</translation>
    </message>
    <message>
        <source>Young</source>
        <translation>较新</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复习次数</translation>
    </message>
    <message>
        <source>Share recalled</source>
        <translation>记得比率</translation>
    </message>
    <message>
        <source>Desired: {percent}</source>
        <translation>期望：{percent}</translation>
    </message>
    <message>
        <source>No reviews after an interval of a day or more in this period.</source>
        <translation>这段期间没有间隔一天以上的复习。</translation>
    </message>
    <message>
        <source>{percent} of {reviews} were recalled</source>
        <translation>{reviews}中有 {percent} 记得</translation>
    </message>
    <message>
        <source>young</source>
        <translation>较新</translation>
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
        <translation>这里只计到期卡片的复习，也就是最难回想的时候。</translation>
    </message>
    <message>
        <source>FSRS has predicted no reviews in this period yet.</source>
        <translation>这段期间 FSRS 还没有预测过任何复习。</translation>
    </message>
    <message>
        <source>Log loss {loss}, RMSE {rmse}; lower is better.</source>
        <translation>对数损失 {loss}，RMSE {rmse}；越低越好。</translation>
    </message>
    <message>
        <source>Calibration of FSRS</source>
        <translation>FSRS 的校准</translation>
    </message>
    <message>
        <source>Predicted range</source>
        <translation>预测范围</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>记得</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Actual recall, by predicted recall</source>
        <translation>实际记得的比率（横轴为预测值）</translation>
    </message>
    <message>
        <source>FSRS predicted {predicted} recall; you recalled {observed} of {reviews}, so its predictions fit.</source>
        <translation>FSRS 预测会记得 {predicted}；{reviews}中你实际记得 {observed}，所以预测准确。</translation>
    </message>
    <message>
        <source>FSRS predicted {predicted} recall; you recalled {observed} of {reviews}, a difference that may be chance.</source>
        <translation>FSRS 预测会记得 {predicted}；{reviews}中你实际记得 {observed}，这个差距可能只是偶然。</translation>
    </message>
    <message>
        <source>FSRS predicted {predicted} recall; you recalled {observed} of {reviews}, so its predictions are {points} points too high.</source>
        <translation>FSRS 预测会记得 {predicted}；{reviews}中你实际记得 {observed}，所以预测高了 {points} 个百分点。</translation>
    </message>
    <message>
        <source>FSRS predicted {predicted} recall; you recalled {observed} of {reviews}, so its predictions are {points} points too low.</source>
        <translation>FSRS 预测会记得 {predicted}；{reviews}中你实际记得 {observed}，所以预测低了 {points} 个百分点。</translation>
    </message>
    <message>
        <source>Recalled by confidence: {shares}.</source>
        <translation>依把握程度记得的比例：{shares}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No confidence stated in this period. Turn it on in the deck options.</source>
        <translation>这段期间没有记录把握程度。可在牌组选项中打开。</translation>
    </message>
    <message>
        <source>Calibration of your confidence</source>
        <translation>把握程度的校准</translation>
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
        <translation>还原备份</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Start over creates a new collection with all reviews that can still be read.</source>
        <translation>“重新开始”会创建新的集合，并保留仍可读取的复习记录。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Your collection can't be opened</source>
        <translation>无法打开你的集合</translation>
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
        <translation>到期日维持不变。</translation>
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
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Tags of the selected notes</source>
        <translation>选取笔记的标签</translation>
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
        <translation>重命名牌组</translation>
    </message>
    <message>
        <source>Only the title changes. The file keeps its name, and your progress stays.</source>
        <translation>只会更改标题。文件名称不变，学习进度也会保留。</translation>
    </message>
    <message>
        <source>Title ({language})</source>
        <translation>标题（{language}）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Enter a title.</source>
        <translation>请输入标题。</translation>
    </message>
</context>
<context>
    <name>RestoreMessages</name>
    <message>
        <source>Your collection was restored.</source>
        <translation>已还原你的集合。</translation>
    </message>
    <message>
        <source>A new collection was created.</source>
        <translation>已创建新的集合。</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) or other action(s) recovered from the damaged file.</source>
        <translation>
            <numerusform>已从损坏的文件恢复 %n 条复习或其他操作。</numerusform>
        </translation>
    </message>
    <message>
        <source>The replaced files are in {folder}.</source>
        <translation>被替换的文件在 {folder}。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) restored.</source>
        <translation>
            <numerusform>已还原 %n 个文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed file(s) left as they are: {names}</source>
        <translation>
            <numerusform>%n 个已更改的文件保持原样：{names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>Show all cards</source>
        <translation>显示所有卡片</translation>
    </message>
    <message>
        <source>Try fewer or shorter words, look in all decks, or choose a filter.</source>
        <translation>请减少或缩短关键字、搜索所有牌组，或选择一个筛选条件。</translation>
    </message>
    <message>
        <source>No card matches</source>
        <translation>没有符合的卡片</translation>
    </message>
    <message>
        <source>No cards yet</source>
        <translation>还没有卡片</translation>
    </message>
    <message>
        <source>Add decks on the decks page.</source>
        <translation>请在牌组页面添加牌组。</translation>
    </message>
    <message>
        <source>{percent} % of the notes are ready.</source>
        <translation>已准备好 {percent} % 的笔记。</translation>
    </message>
    <message>
        <source>Preparing the search…</source>
        <translation>正在准备搜索…</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>Compare retentions</source>
        <translation>比较记忆保留率</translation>
    </message>
    <message>
        <source>Simulating a year…</source>
        <translation>正在模拟一年…</translation>
    </message>
    <message>
        <source>Desired retention</source>
        <translation>期望的记忆保留率</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Set retention</source>
        <translation>设置记忆保留率</translation>
    </message>
    <message>
        <source>{percent} (now)</source>
        <translation>{percent}（目前）</translation>
    </message>
    <message>
        <source>Simulated with your cards, limits and answer times: a model, not a promise.</source>
        <translation>依你的卡片、上限和作答时间模拟：这是模型，不是保证。</translation>
    </message>
    <message>
        <source>Set minutes per day to compare retentions for the same study time.</source>
        <translation>设置每天的分钟数，就能以相同的学习时间比较各个记忆保留率。</translation>
    </message>
    <message numerus="yes">
        <source>You have %n review(s) so far, so most answer times and ratings are assumed.</source>
        <translation>
            <numerusform>你目前只有 %n 次复习，因此作答时间和评分大多是假设值。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionPlot</name>
    <message>
        <source>Cards remembered after a year</source>
        <translation>一年后记得的卡片</translation>
    </message>
    <message>
        <source>Desired retention</source>
        <translation>期望的记忆保留率</translation>
    </message>
    <message>
        <source>Cards remembered</source>
        <translation>记得的卡片</translation>
    </message>
    <message>
        <source>Minutes a day</source>
        <translation>每天的分钟数</translation>
    </message>
    <message>
        <source>New cards in the year</source>
        <translation>一年内的新卡片</translation>
    </message>
    <message>
        <source>There are no cards to study.</source>
        <translation>没有可以学习的卡片。</translation>
    </message>
    <message>
        <source>At {percent}, as it is now, you would remember about {cards} after a year, with {time} a day.</source>
        <translation>目前的 {percent}：一年后大约记得 {cards}，每天 {time}。</translation>
    </message>
    <message>
        <source>At {percent} you would remember about {cards} after a year, {number} more than at {current}.</source>
        <translation>{percent}：一年后大约记得 {cards}，比 {current} 多 {number} 张。</translation>
    </message>
    <message>
        <source>At {percent} you would remember about {cards} after a year, {number} fewer than at {current}.</source>
        <translation>{percent}：一年后大约记得 {cards}，比 {current} 少 {number} 张。</translation>
    </message>
    <message>
        <source>At {percent} you would remember about {cards} after a year, as many as at {current}.</source>
        <translation>{percent}：一年后大约记得 {cards}，和 {current} 一样多。</translation>
    </message>
    <message>
        <source>Both take about {time} a day.</source>
        <translation>两者每天都大约需要 {time}。</translation>
    </message>
    <message>
        <source>That takes {time} a day instead of {current}.</source>
        <translation>每天需要 {time}，而不是 {current}。</translation>
    </message>
    <message>
        <source>You would forget about {share} of the cards that come up, instead of {current}.</source>
        <translation>出现的卡片中，你会忘记约 {share}，而不是 {current}。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>No forgotten card has prerequisites to review.</source>
        <translation>忘记的卡片没有先修卡片可复习。</translation>
    </message>
    <message>
        <source>The last card was not forgotten.</source>
        <translation>上一张卡片没有忘记。</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>The deck names no source.</source>
        <translation>这个牌组没有注明来源。</translation>
    </message>
    <message>
        <source>Undid: {action}</source>
        <translation>已撤销：{action}</translation>
    </message>
    <message>
        <source>Redid: {action}</source>
        <translation>已重做：{action}</translation>
    </message>
    <message>
        <source>Buried until tomorrow. Undo: {key}</source>
        <translation>已搁置到明天。按 {key} 可撤销。</translation>
    </message>
    <message>
        <source>Suspended. It won't come up again. Undo: {key}</source>
        <translation>已暂停，不会再出现。按 {key} 可撤销。</translation>
    </message>
    <message>
        <source>Flag removed</source>
        <translation>已移除旗标</translation>
    </message>
    <message>
        <source>This deck has its own card languages. Deck options: {key}</source>
        <translation>这个牌组有自己的卡片语言。按 {key} 打开牌组选项。</translation>
    </message>
    <message>
        <source>The card is no longer in its deck file.</source>
        <translation>这张卡片已不在牌组文件中。</translation>
    </message>
    <message>
        <source>There is no option {number}.</source>
        <translation>没有选项 {number}。</translation>
    </message>
    <message>
        <source>Show the answer first.</source>
        <translation>请先显示答案。</translation>
    </message>
</context>
<context>
    <name>ReviewPlots</name>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>复习</translation>
    </message>
    <message>
        <source>Relearning</source>
        <translation>重新学习</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复习次数</translation>
    </message>
    <message>
        <source>No reviews yet today.</source>
        <translation>今天还没有复习。</translation>
    </message>
    <message>
        <source>No reviews in this period.</source>
        <translation>这段期间没有复习。</translation>
    </message>
    <message>
        <source>{reviews} on {studied} of {days}: {average} per study day.</source>
        <translation>{days}中有 {studied} 天复习，共 {reviews}：学习日平均每天 {average} 次。</translation>
    </message>
    <message>
        <source>{time} in all: {average} per study day, {each} per review.</source>
        <translation>共 {time}：学习日平均每天 {average}，每次复习 {each}。</translation>
    </message>
    <message>
        <source>Time (minutes)</source>
        <translation>时间（分钟）</translation>
    </message>
    <message>
        <source>Time (hours)</source>
        <translation>时间（小时）</translation>
    </message>
    <message>
        <source>Minutes of study</source>
        <translation>学习分钟数</translation>
    </message>
    <message>
        <source>{reviews} in {time}, {each} per review.</source>
        <translation>{reviews}，共 {time}，每次 {each}。</translation>
    </message>
    <message>
        <source>All were in learning steps: {percent} recalled.</source>
        <translation>都是学习步骤中的复习：记得 {percent}。</translation>
    </message>
    <message>
        <source>True retention: {percent} of {reviews} of due cards.</source>
        <translation>真实留存率：到期卡片的 {reviews}中记得 {percent}。</translation>
    </message>
    <message>
        <source>True retention: {percent} of {reviews} of due cards, of mature ones {mature}.</source>
        <translation>真实留存率：到期卡片的 {reviews}中记得 {percent}，其中成熟卡片 {mature}。</translation>
    </message>
    <message>
        <source>Hours of study</source>
        <translation>学习时数</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Young</source>
        <translation>较新</translation>
    </message>
    <message>
        <source>Mature</source>
        <translation>成熟</translation>
    </message>
    <message>
        <source>Learning and relearning</source>
        <translation>学习与重新学习</translation>
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
        <source>Of {reviews}: {shares}.</source>
        <translation>{reviews}中：{shares}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Answer buttons</source>
        <translation>回答按钮</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>按钮</translation>
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
        <translation>时段</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>记得</translation>
    </message>
    <message>
        <source>You study most from {hour}: {reviews}.</source>
        <translation>你最常在 {hour} 学习：{reviews}。</translation>
    </message>
    <message>
        <source>You recall best from {best} ({high}), worst from {worst} ({low}).</source>
        <translation>记得最好的时段是 {best}（{high}），最差的是 {worst}（{low}）。</translation>
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
        <translation>添加笔记</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑笔记</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Something else was done since. Undo it in the main window first.</source>
        <translation>之后还有其他动作。请先在主窗口撤销。</translation>
    </message>
    <message>
        <source>Added: {note}</source>
        <translation>已添加：{note}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Saved. The file was changed meanwhile as well, which is kept: {fields}.</source>
        <translation>已保存。文件中同时有其他更动，已保留：{fields}。</translation>
    </message>
    <message>
        <source>Saved, without what you wrote since. Save again to keep that, too.</source>
        <translation>已保存，但不含你之后输入的内容。再保存一次即可一并保留。</translation>
    </message>
    <message>
        <source>The note is no longer in its deck file, so it can't be saved there.</source>
        <translation>这条笔记已不在牌组文件中，因此无法保存到原处。</translation>
    </message>
    <message>
        <source>Add as a new note</source>
        <translation>添加为新笔记</translation>
    </message>
    <message>
        <source>The note was removed again.</source>
        <translation>已移除刚才添加的笔记。</translation>
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
        <translation>尽快复习</translation>
    </message>
    <message>
        <source>Start over as new cards</source>
        <translation>当作新卡片重新开始</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search cards: words, tag:, deck:, is:due, prop:lapses&gt;2…</source>
        <translation>搜索卡片：文本、tag:、deck:、is:due、prop:lapses&gt;2⋯</translation>
    </message>
    <message>
        <source>Search cards</source>
        <translation>搜索卡片</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>搜索纪录</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Actions on the selected cards</source>
        <translation>对选取卡片的操作</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>One row for each card</source>
        <translation>每张卡片一行</translation>
    </message>
    <message>
        <source>One row for each note</source>
        <translation>每条笔记一行</translation>
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
        <source>{count} so far…</source>
        <translation>目前 {count}…</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选取 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>保存这次搜索…</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Last searches</source>
        <translation>最近的搜索</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Enter a search first.</source>
        <translation>请先输入搜索内容。</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存这次搜索</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Enter a name for the search.</source>
        <translation>请输入这次搜索的名称。</translation>
    </message>
</context>
<context>
    <name>SessionHeader</name>
    <message>
        <source>Card actions</source>
        <translation>卡片操作</translation>
    </message>
    <message>
        <source>Practice · {title}</source>
        <translation>练习 · {title}</translation>
    </message>
    <message>
        <source>{new} new · {learning} learning · {due} due</source>
        <translation>新卡片 {new} · 学习中 {learning} · 待复习 {due}</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Not saved. {reason}</source>
        <translation>未保存。{reason}</translation>
    </message>
    <message>
        <source>Session progress</source>
        <translation>本次学习的进度</translation>
    </message>
</context>
<context>
    <name>SessionView</name>
    <message>
        <source>Nothing picked</source>
        <translation>未选择任何选项</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>The language of menus and messages. Card languages are set separately.</source>
        <translation>菜单与消息的语言。卡片语言另外设置。</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>与系统相同</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Use a light or dark theme, or follow the system.</source>
        <translation>使用浅色或深色主题，或跟随系统。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>The size of all text in the window and on cards.</source>
        <translation>窗口与卡片上所有文字的大小。</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>The font of the window and the cards.</source>
        <translation>窗口与卡片的字体。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>快捷键…</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Swap the two keys</source>
        <translation>交换这两个按键</translation>
    </message>
    <message>
        <source>Also: {keys}</source>
        <translation>另有：{keys}</translation>
    </message>
    <message>
        <source>{key} is already used for “{meaning}”.</source>
        <translation>{key} 已用于“{meaning}”。</translation>
    </message>
    <message>
        <source>This key can't be used as a shortcut.</source>
        <translation>这个按键不能用作快捷键。</translation>
    </message>
</context>
<context>
    <name>ShortcutsOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Esc closes the list.</source>
        <translation>按 Esc 可关闭列表。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>During review</source>
        <translation>复习时</translation>
    </message>
    <message>
        <source>Current card</source>
        <translation>目前的卡片</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>在浏览页</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>在编辑窗口</translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation>整个窗口</translation>
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
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Deck options</source>
        <translation>牌组选项</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Current page</source>
        <translation>目前的页面</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) today</source>
        <translation>
            <numerusform>今天复习 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>界面</translation>
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
        <translation>这张卡片</translation>
    </message>
    <message>
        <source>Similar card</source>
        <translation>相似的卡片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Practice both</source>
        <translation>练习这两张</translation>
    </message>
    <message>
        <source>Comparing notes… Esc stops.</source>
        <translation>正在比较笔记⋯⋯按 Esc 停止。</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>已停止搜索。</translation>
    </message>
    <message numerus="yes">
        <source>%n similar card(s)</source>
        <translation>
            <numerusform>%n 张相似的卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>No similar cards. If you keep forgetting this one, give it one short answer, split it in two, or add a hint.</source>
        <translation>没有相似的卡片。如果一再忘记这张卡片，请让答案只有一个而且简短、拆成两则，或加上提示。</translation>
    </message>
</context>
<context>
    <name>StatisticsHeader</name>
    <message>
        <source>Deck</source>
        <translation>牌组</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 个月</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Steps of plots over time</source>
        <translation>时间图表的单位</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>每周</translation>
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
        <translation>筛选卡片…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>All decks</source>
        <translation>所有牌组</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Updating statistics…</source>
        <translation>正在更新统计…</translation>
    </message>
</context>
<context>
    <name>SuspendedAndBuriedDialog</name>
    <message>
        <source>Suspended and buried cards</source>
        <translation>已暂停与搁置的卡片</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
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
        <source>Buried until tomorrow</source>
        <translation>已搁置到明天</translation>
    </message>
    <message numerus="yes">
        <source>%n suspended or buried card(s)</source>
        <translation>
            <numerusform>%n 张已暂停或搁置的卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>No suspended or buried cards</source>
        <translation>没有已暂停或搁置的卡片</translation>
    </message>
</context>
<context>
    <name>SyncPreviewForm</name>
    <message>
        <source>Profile in Anki: {name}</source>
        <translation>Anki 的用户文件：{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n new note(s) will be added to Anki</source>
        <translation>
            <numerusform>将添加 %n 条笔记到 Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) will be updated in Anki</source>
        <translation>
            <numerusform>将更新 Anki 中的 %n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be added or updated in Anki</source>
        <translation>
            <numerusform>将在 Anki 添加或更新 %n 张卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be moved in Anki, because the title of their deck changed</source>
        <translation>
            <numerusform>牌组名称已更改，因此将在 Anki 移动 %n 张卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) will be sent to Anki</source>
        <translation>
            <numerusform>将发送 %n 次复习到 Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) will be received from Anki</source>
        <translation>
            <numerusform>将从 Anki 接收 %n 次复习</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will get their progress from Anki</source>
        <translation>
            <numerusform>%n 张卡片的进度将取自 Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed in Anki will be updated here</source>
        <translation>
            <numerusform>将在此更新 %n 条在 Anki 修改过的笔记</numerusform>
        </translation>
    </message>
    <message>
        <source>Anki will show its import dialog. Choose “Import” there.</source>
        <translation>Anki 会显示导入对话框。请在该处选择“导入”。</translation>
    </message>
    <message numerus="yes">
        <source>Add %n note(s) from Anki to your deck files</source>
        <translation>
            <numerusform>将 Anki 的 %n 条笔记添加你的牌组文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted in Anki</source>
        <translation>
            <numerusform>在 Anki 删除的 %n 条笔记</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep here only</source>
        <translation>只保留在这里</translation>
    </message>
    <message>
        <source>Send to Anki again</source>
        <translation>重新发送到 Anki</translation>
    </message>
    <message>
        <source>Delete here too</source>
        <translation>在这里也删除</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted here</source>
        <translation>
            <numerusform>在这里删除的 %n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) retired here: no longer in their decks</source>
        <translation>
            <numerusform>这里已不再使用的 %n 条笔记（已不在牌组中）</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep in Anki</source>
        <translation>保留在 Anki</translation>
    </message>
    <message>
        <source>Also delete in Anki</source>
        <translation>在 Anki 也删除</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed here and in Anki</source>
        <translation>
            <numerusform>%n 条笔记在这里和 Anki 都改过</numerusform>
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
        <translation>两边都维持原样</translation>
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
        <translation>两边都修改过，因此未处理：{notes}</translation>
    </message>
    <message>
        <source>Not updated because the note type is different in Anki: {notes}</source>
        <translation>未更新，因为在 Anki 使用不同的笔记模板：{notes}</translation>
    </message>
    <message>
        <source>Deleted in Anki, but still asked here: {notes}</source>
        <translation>已在 Anki 删除，但这里仍会出题：{notes}</translation>
    </message>
    <message>
        <source>Deleted here, but still in Anki: {notes}</source>
        <translation>已在这里删除，但仍在 Anki 中：{notes}</translation>
    </message>
    <message>
        <source>Retired here, so their decks no longer have them; Anki keeps them. Delete them there if you don't need them: {notes}</source>
        <translation>这里已不再使用、牌组中也已没有这些笔记；Anki 会保留它们。不需要的话，请在 Anki 中删除：{notes}</translation>
    </message>
    <message>
        <source>Added in Anki, but not here: {notes}</source>
        <translation>已在 Anki 添加，但这里没有：{notes}</translation>
    </message>
    <message>
        <source>Anki lacks cards of these notes: {notes}</source>
        <translation>Anki 缺少这些笔记的卡片：{notes}</translation>
    </message>
    <message>
        <source>Anki has other media files with these names, which were kept: {notes}</source>
        <translation>Anki 有同名的其他媒体文件，已予保留：{notes}</translation>
    </message>
    <message>
        <source>Changed in Anki, but the deck file could not be changed: {notes}</source>
        <translation>已在 Anki 修改，但无法更改牌组文件：{notes}</translation>
    </message>
    <message>
        <source>Anki didn't store these as sent: {notes}</source>
        <translation>Anki 保存的内容与发送的不同：{notes}</translation>
    </message>
</context>
<context>
    <name>SyncReportText</name>
    <message numerus="yes">
        <source>%n card(s) will sync next time: they are in a filtered deck or were just reviewed in Anki.</source>
        <translation>
            <numerusform>%n 张卡片下次再同步：它们在筛选牌组里，或刚在 Anki 复习过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Already in sync.</source>
        <translation>内容已同步。</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) received from Anki</source>
        <translation>
            <numerusform>已从 Anki 接收 %n 条复习记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) sent to Anki</source>
        <translation>
            <numerusform>已发送 %n 条复习记录到 Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added to Anki</source>
        <translation>
            <numerusform>已在 Anki 中新增 %n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) updated in Anki</source>
        <translation>
            <numerusform>已在 Anki 中更新 %n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted in Anki</source>
        <translation>
            <numerusform>在 Anki 删除的 %n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added here</source>
        <translation>
            <numerusform>已在此添加 %n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) updated here</source>
        <translation>
            <numerusform>已在此更新 %n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted here</source>
        <translation>
            <numerusform>在这里删除的 %n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) updated in Anki</source>
        <translation>
            <numerusform>已更新 Anki 中的 %n 张卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) moved in Anki</source>
        <translation>
            <numerusform>已在 Anki 移动 %n 张卡片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TableImportDialog</name>
    <message>
        <source>Import table</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Not fully imported</source>
        <translation>未完整导入的内容</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Note type</source>
        <translation>笔记模板</translation>
    </message>
    <message>
        <source>First row contains column names</source>
        <translation>首行包含列名</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Cell format</source>
        <translation>单元格格式</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Vertical bar (|)</source>
        <translation>竖线（|）</translation>
    </message>
    <message>
        <source>Colon</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Basic or cloze</source>
        <translation>基本或填空题</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Basic and reversed</source>
        <translation>基本与反向</translation>
    </message>
    <message>
        <source>Basic, optionally reversed</source>
        <translation>基本，可选反向</translation>
    </message>
    <message>
        <source>Typed answer</source>
        <translation>输入答案</translation>
    </message>
    <message>
        <source>Cloze</source>
        <translation>填空题</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already present</source>
        <translation>
            <numerusform>原本已有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Question: {text}</source>
        <translation>问题：{text}</translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation>答案：{text}</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>标签：{tags}</translation>
    </message>
    <message>
        <source>Deck: {deck}</source>
        <translation>牌组：{deck}</translation>
    </message>
    <message>
        <source>Can't read {file}: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>One text for all languages</source>
        <translation>所有语言共用一段文本</translation>
    </message>
    <message>
        <source>A text for each language</source>
        <translation>每种语言各一段文本</translation>
    </message>
    <message>
        <source>Add a language…</source>
        <translation>添加语言…</translation>
    </message>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n 种语言</numerusform>
        </translation>
    </message>
    <message>
        <source>Languages of “{field}”</source>
        <translation>“{field}”的语言</translation>
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
            <numerusform>%n 张卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条笔记</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Move to another deck</source>
        <translation>移至其他牌组</translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>更改标签</translation>
    </message>
    <message>
        <source>Changes from Anki</source>
        <translation>来自 Anki 的更改</translation>
    </message>
    <message>
        <source>Create deck</source>
        <translation>创建牌组</translation>
    </message>
    <message>
        <source>Rename deck</source>
        <translation>重命名牌组</translation>
    </message>
    <message>
        <source>Delete deck</source>
        <translation>删除牌组</translation>
    </message>
    <message>
        <source>Restore deck</source>
        <translation>还原牌组</translation>
    </message>
</context>
<context>
    <name>ValueFormats</name>
    <message>
        <source>{number} h</source>
        <translation>{number} 小时</translation>
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
            <numerusform>%n 分钟</numerusform>
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
        <translation>{number} 个月</translation>
    </message>
    <message>
        <source>{number} y</source>
        <comment>years</comment>
        <translation>{number} 年</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln 张卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review(s)</source>
        <translation>
            <numerusform>%Ln 次复习</numerusform>
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
        <translation>更新，会覆盖你在 Anki 的更改</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>没有更改</translation>
    </message>
    <message>
        <source>Not updated: changed more recently in Anki</source>
        <translation>不更新：在 Anki 的修改较新</translation>
    </message>
    <message>
        <source>Not updated: different note type in Anki</source>
        <translation>不更新：在 Anki 使用不同的笔记模板</translation>
    </message>
    <message>
        <source>Not deleted in Anki: no longer in StudyApp</source>
        <translation>不会从 Anki 删除：StudyApp 中已没有</translation>
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
        <translation>宽表格或代码</translation>
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
        <translation>牌组</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>已学会</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新卡片</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>待复习</translation>
    </message>
</context>
<context>
    <name>_NotePanel</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
</TS>