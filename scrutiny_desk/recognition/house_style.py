"""House styles: how a council writes its papers, as data."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What differs between councils. `phrases` holds word lists by name, for any pass to read."""

    name: str
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
