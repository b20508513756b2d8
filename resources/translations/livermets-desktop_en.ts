<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About LiverMets Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An offline reference. It opens no network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library: {0}, version {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiverMets Desktop {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a medical device. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet reviewed by a clinician for use in care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program: Apache-2.0. Texts and figures: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt {0} under the LGPL; font Atkinson Hyperlegible under the OFL.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About LiverMets Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add to Hand-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bigger Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bookmark This Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find on This Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Follow the System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Get Help Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hand-out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Links on This Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal Text Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;On This Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Parent Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reading Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search All Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show All Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Switch Reading Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Topic Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About This &amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear What I Did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with C&amp;itation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions to As&amp;k…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read &amp;Aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Fi&amp;gure Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side &amp;by Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop R&amp;eading Aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnouncementController</name>
    <message>
        <source>Reading level: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size {0} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticlePanel</name>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message>
        <source>For clinicians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources ({0})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show large</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttractPage</name>
    <message>
        <source>Cancer that has spread to the liver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find what you want to know, make the text bigger, take a page home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In plain words and large type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing you read or type here is kept. It is cleared when you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is, how it is found, how it is treated, and living with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BookmarksPanel</name>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bookmarks yet.

Press Ctrl+D on a page, or the bookmark button above it: the page is listed here, with the section you read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Bigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For clinicians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyController</name>
    <message>
        <source>Copied with its citation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, version {1}, in LiverMets Desktop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>{0} {1}</source>
        <comment>month and year</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureController</name>
    <message>
        <source>There is no figure on this page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureViewer</name>
    <message>
        <source>Bigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For clinicians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove filter: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the search: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in titles: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phrase “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>&amp;Clear Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For clinicians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only one level, kind or group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>General information, chosen for you to take home. It takes no account of your own case: your team knows you best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources of “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: your hand-out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandoutController</name>
    <message>
        <source>Added to the hand-out: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already in the hand-out: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as “{0}”, in the place of an older list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, without that of a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from the hand-out: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hand-out is full: it has room for {0} parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The questions are in the hand-out (Ctrl+Shift+H).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” takes the place of what was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandoutPanel</name>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation type="unfinished">
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Add section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add whole page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this list as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line at the top of the hand-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line at the top, such as an appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen yet.

Open a page and press Ctrl+Shift+A, or a button below: the section you read is added, and can be printed together with others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview and print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryController</name>
    <message>
        <source>&amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Clear history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing read yet.

The pages you open are listed here until you quit, the newest first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitsBar</name>
    <message>
        <source>Close the marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your search on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, from the other end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePanel</name>
    <message numerus="yes">
        <source>%Ln topic(s), {0} within their review date</source>
        <translation>
            <numerusform>%Ln topic, {0} within its review date</numerusform>
            <numerusform>%Ln topics, {0} within their review date</numerusform>
        </translation>
    </message>
    <message>
        <source>All bookmarks ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet: Ctrl+D marks a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet reviewed by a clinician for use in care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet in this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: nothing leaves this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics due for review: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hospital</name>
    <message>
        <source>From your hospital, not from this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your hospital</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still reading?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Are you still reading? Everything is cleared in %Ln second(s).</source>
        <translation>
            <numerusform>Are you still reading? Everything is cleared in %Ln second.</numerusform>
            <numerusform>Are you still reading? Everything is cleared in %Ln seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish and clear now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If nobody touches the screen, this page closes and everything you looked at is cleared, so that the next person cannot see it. Touch anywhere to stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep reading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Back to the results, then to where you were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bigger or smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the search field: into the results; open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓, Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskPrinter</name>
    <message>
        <source>The printer does not work. Please tell a member of staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pages are being printed. Please take all of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskPrinting</name>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation type="unfinished">
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not more than %Ln page(s) are printed.</source>
        <translation type="unfinished">
            <numerusform>Not more than %Ln page is printed.</numerusform>
            <numerusform>Not more than %Ln pages are printed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages come out of the printer near this screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have printed as often as is possible at this screen. Please ask a member of staff if you need more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskProgram</name>
    <message>
        <source>Choose, print, take along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General information. Your own team knows you best. Checked {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Often asked:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private: what you read here is forgotten when you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search does not work at the moment: choose from the topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is for clinicians.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen cannot read aloud at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word, such as jaundice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LevelBar</name>
    <message>
        <source>Clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading level: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This topic has a text at one level only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This topic has no text at this level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinksController</name>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no link on this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (figure)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (glossary term)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (shows more on this page)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (source)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (topic)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message>
        <source>Links on this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>LiverMets Desktop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarksController</name>
    <message>
        <source>Bookmark removed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarked: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks added: {0}. There already: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, as unreadable or too many: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your bookmarks are written to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no part of this page any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no part of “{1}” any more: this is its top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not in this library. The bookmark is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavigationPanel</name>
    <message>
        <source>Back to the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NothingView</name>
    <message>
        <source>Near words:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search without filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer or shorter words, another word for it, or choose from the topics.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutOfOrderPage</name>
    <message>
        <source>Out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen is out of order. Please tell a member of staff.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Page {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>Asking the print service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {0} cannot be written: choose another folder or name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages are on their way to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages are saved in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The print service of this PC does not answer: try again later, or save the pages as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take the pages: look at it, or save them as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page {0}, the last one is {1}: choose other pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC has no printer: save the pages as PDF instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For staff: PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Too many tries: wait %Ln second(s).</source>
        <translation>
            <numerusform>Too many tries: wait %Ln second.</numerusform>
            <numerusform>Too many tries: wait %Ln seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferencesController</name>
    <message>
        <source>Cleared: pages read, searches, the hand-out, questions, marks in the text and what was copied. Bookmarks, kept hand-outs and preferences are still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this PC: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by your hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the topics read last</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear what I did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For clinicians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by your hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintController</name>
    <message>
        <source>Only “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large print (18 point)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages as they will be printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview shows the first {0} pages.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message>
        <source>My questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this page to your next appointment. Write the answers below.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsController</name>
    <message>
        <source>My questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is room for {0} questions of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own questions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsDialog</name>
    <message numerus="yes">
        <source>%Ln question(s) chosen</source>
        <translation>
            <numerusform>%Ln question chosen</numerusform>
            <numerusform>%Ln questions chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to hand-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick what you want to ask. The page you print has room for the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own questions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message numerus="yes">
        <source>%Ln question(s) chosen</source>
        <translation type="unfinished">
            <numerusform>%Ln question chosen</numerusform>
            <numerusform>%Ln questions chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>Print my questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch the questions that you want to ask, then print them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch the questions that you want to remember.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions to ask</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferenceCard</name>
    <message>
        <source>In the glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list of sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authors read no source for this: it is general knowledge. Check it before you use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is checked, and how</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>For clinicians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message numerus="yes">
        <source>%Ln section(s)</source>
        <translation>
            <numerusform>%Ln section</numerusform>
            <numerusform>%Ln sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln topic(s)</source>
        <translation>
            <numerusform>%Ln topic</numerusform>
            <numerusform>%Ln topics</numerusform>
        </translation>
    </message>
    <message>
        <source>Also searched: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Best {0} of %Ln section(s)</source>
        <translation>
            <numerusform>Best {0} of %Ln section</numerusform>
            <numerusform>Best {0} of %Ln sections</numerusform>
        </translation>
    </message>
    <message>
        <source>Did you mean “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Left out: {0} stand(s) nowhere in this library.</source>
        <translation>
            <numerusform>Left out: {0} stands nowhere in this library.</numerusform>
            <numerusform>Left out: {0} stand nowhere in this library.</numerusform>
        </translation>
    </message>
    <message>
        <source>No search at the moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found with these filters. Without them: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections found: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ choose    Enter open    Esc back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewLine</name>
    <message>
        <source>About this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both texts, section by section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For clinicians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet reviewed by a clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed by {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next check by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue since {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreenKeyboard</name>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchController</name>
    <message>
        <source>The search failed: choose from the topics, they stay readable.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%Ln topic(s)</source>
        <translation type="unfinished">
            <numerusform>%Ln topic</numerusform>
            <numerusform>%Ln topics</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{0}”. Try another word, or go Home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word, such as jaundice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in this library:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} about “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>LiverMets Desktop is open already: changes in this window are not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more than {0} hand-outs are kept: delete one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of your bookmarks were unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of your hand-outs were unreadable: the old file is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the program: you can go on reading, or start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN would be seen here: use a terminal that can hide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bookmarks cannot be written to {0}: choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {0} cannot be read: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {0} holds no bookmarks: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {0} was made by a newer version of the program: update this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hand-out cannot be kept here: print it, or save it as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kiosk does not start with these variables of the environment: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kiosk&apos;s user cannot read {0}: let everybody read the file (mode 644) and enter the folders above it (mode 755).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library has format {0}, this program reads format {1}: install a program and a library that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library has no “{0}”: look for it by search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library in {0} is damaged: install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public screen takes --library and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index cannot be used: it is built anew, topics stay readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are mistakes in the administrator&apos;s file {0}: the command livermets-desktop admin check {0} names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are mistakes in the kiosk&apos;s file {0}: the command livermets-desktop kiosk check {0} names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {0}: the kiosk does not start without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library in {0}: choose a folder that holds library.db and manifest.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for more than {0} bookmarks: remove some first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This search is too complex: use fewer or longer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user can change {0}: give the file and the folders above it to an administrator, and let the kiosk&apos;s user only read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your bookmarks cannot be deleted: delete {0} yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your bookmarks cannot be read: those you make last until you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your bookmarks cannot be saved here: they last until you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your bookmarks were made by a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your bookmarks were unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your hand-outs cannot be read: none is kept now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your preferences cannot be read: the usual ones are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your preferences cannot be saved here: they last until you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your preferences were unreadable: the usual ones are used, the old file is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the old file is kept beside the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the old file is kept, new ones last until you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a place in the library: write ARTICLE or ARTICLE#SECTION, for example ct-scan#what-it-shows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>The voice of this PC failed: reading aloud has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC has no English voice for reading aloud. Whoever looks after it can add one in the settings of the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC has no English voice for reading aloud. Whoever looks after it can add one: speech-dispatcher with a voice such as espeak-ng.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeechBar</name>
    <message>
        <source>Close reading aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}×</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeechController</name>
    <message>
        <source>Looking for a voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpokenText</name>
    <message>
        <source>Evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusView</name>
    <message>
        <source>Content of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet reviewed by a clinician</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeHome</name>
    <message>
        <source>Point the camera of your telephone at the code. It opens a page of {0} about this topic: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your hospital</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bigger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get help now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get help now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicView</name>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowController</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiverMets Desktop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_PageDelegate</name>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Ring</name>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
