"""The shape of a block's metadata, version 1. Apart because pydantic is slow to load."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field


class Metadata(BaseModel):
    """One comment's JSON. Fields that a later version adds are passed over."""

    v: Literal[1]
    id: str = Field(pattern=r"^nr-[0-9a-f]{6,64}$")
    made: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    para: int = Field(ge=0)
    article: str
    sha256: str = ""
    title: str = ""
    source: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    figure: str | None = None
    speaker: str | None = None
    as_of: str | None = None
