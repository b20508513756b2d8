"""Nodes of the topic tree."""

from enum import StrEnum
from typing import NamedTuple

from livermets_desktop.model.level import Level


class TopicKind(StrEnum):
    """Tell groups from articles."""

    GROUP = "group"
    ARTICLE = "article"


class Topic(NamedTuple):
    """Describe one node of the topic tree; the parent of a top-level node is ""."""

    id: str
    kind: TopicKind
    title: str
    parent: str = ""
    summary: str = ""
    icon: str = ""
    child_count: int = 0
    levels: tuple[Level, ...] = ()
