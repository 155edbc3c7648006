"""The marks that the site's editing system leaves in its markup, by the name of what each of them means.

These are no rules that could be taken away one by one: the code looks for each mark at one place and does one
thing where it stands. They are gathered here so that a change of the site's editor is a change of this file.
"""

from __future__ import annotations

# --- the editor's own styles, since 2017 -----------------------------------------------------------------------

EDITOR_STYLE = "cms-style"
"""The attribute in which the editor notes how a paragraph, a font or a span looks: ``font-L strong-Bold``."""

BOLD_STYLE = "strong-Bold"
"""In the editor's style: the text is bold."""

CENTRED_STYLE = "align-Center"
"""In the editor's style: the line stands in the middle."""

CAPTION_STYLE = "legend"
"""In the editor's style, as a word of its own: the paragraph is the caption of the picture above it."""

TABLE_STYLE = "isIntable"
"""In the editor's style: the paragraph stands in a cell of a table of data."""

# --- classes that say what an element is ------------------------------------------------------------------------

PICTURE_FRAME = "img_wrapper"
"""In the class of the box around a picture and its caption, every desktop layout since 2009."""

CAPTION_CLASS = "img_descr"
"""The class of the caption in such a box."""

TABLE_CLASSES = frozenset({"tb01"})
"""The classes of the tables of data that the editor makes."""

VIDEO_TITLE_CLASSES = ("video-info", "a-p-s-txt", "video-title", "art_video_tit", "tit")
"""The classes of a video's title inside a player, in the order in which they are looked for: desktop players of
2013-2026, then the mobile player's."""

SOURCE_CLASS = "source"
"""The class of a node above the text that calls itself the source, whatever the layout."""

# --- ids ----------------------------------------------------------------------------------------------------------

BODY_IDS = ("artibody", "article")
"""The ids of the site's containers. Documents of mirrors keep them where they hold a page and not its body alone."""

# --- galleries of slide.*.sina.com.cn, 2012-2022: the pictures stand in a script --------------------------------

SLIDE_DATA = "slide_data"
"""The name of the script's object, which is an assignment of JSON."""

SLIDE_PICTURES = "images"
"""Its key for the list of pictures."""

SLIDE_SOURCES = ("download_img", "image_url", "img_url", "src", "thumb_160")
"""A picture's keys for its addresses, the largest size first."""

SLIDE_CAPTION = "intro"
"""A picture's key for its caption, which may hold markup."""

SLIDE = "slide"
"""The object's key for what is said of the gallery as a whole."""

SLIDE_TITLE = "title"
"""The whole gallery's key for its title."""

SLIDE_TIME = "createtime"
"""The whole gallery's key for its time."""

SLIDE_BODY_ID = "SLIDE_DATA"
"""The id of the body that is made of a gallery; the layout row ``slides`` asks for it."""

SLIDE_TITLE_CLASS = "slide-title"
"""The class of the title that is made of a gallery; the layout row ``slides`` asks for it."""

SLIDE_TIME_CLASS = "slide-time"
"""The class of the time that is made of a gallery; the layout row ``slides`` asks for it."""

# --- notes in the head -------------------------------------------------------------------------------------------

MEDIUM_NOTE = b"LLTJ_MT:name"
"""Stands in a comment of pages of 2007-2013 before the medium's name: ``<!-- LLTJ_MT:name ="…" -->``."""
