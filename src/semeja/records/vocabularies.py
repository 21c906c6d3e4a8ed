"""The closed vocabularies of the public contract: which words a field may hold."""

from typing import Literal

Reason = Literal[
    "navigation", "advert", "share", "related_link", "comment_form", "captcha", "tag_list", "caption", "credit",
    "title_repeat", "duplicate_block", "boilerplate", "markup",
]  # fmt: skip
Granularity = Literal["minute", "part_of_day", "day", "week", "month", "year", "range"]
TimeModifier = Literal["start", "mid", "end", "before", "after", "approx"]
EntityKind = Literal["person", "organisation", "country", "group", "place"]
QuoteKind = Literal["direct", "partial", "indirect", "attitude"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "DENY", "OCCUR",
]  # fmt: skip
Modality = Literal["actual", "future", "conditional", "intended", "historical"]
Act = Literal[
    "demand", "request", "offer", "commitment", "agreement", "threat", "denial", "rejection", "acceptance", "criticism",
    "expectation", "next_step",
]  # fmt: skip
Status = Literal[
    "open", "pending", "rejected", "accepted", "partly_accepted", "withdrawn", "standing", "fulfilled", "missed"
]
ConflictKind = Literal[
    "quantity", "date", "weekday", "setting", "speaker", "participants", "scope", "modality", "tense", "headline",
    "name",
]  # fmt: skip
DecisionKind = Literal[
    "merge", "split", "alias", "not-alias", "merge-stories", "split-story", "not-a-quote", "speaker", "same-owner"
]  # fmt: skip
Relation = Literal[
    "relays", "translation_of", "cites", "links", "copy_of", "common_source", "photo_credit", "same_group"
]
