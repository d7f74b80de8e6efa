"""A chart as data: bars with words, before it is drawn in the window or as a picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: what it is of, and a figure for each of the chart's series. `person_id` is whose page it
    leads to, where it is a person's."""

    label: str
    values: tuple[int, ...]
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under a title. `series` are the names of the figures in each bar, one where there is but one kind;
    `note` says what was counted and what was not."""

    key: str
    title: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    note: str = ""

    @property
    def largest(self) -> int:
        """The largest figure, at least one."""
        return max((value for bar in self.bars for value in bar.values), default=0) or 1

    @property
    def told(self) -> str:
        """All that the chart shows, in words: the alternative text of its picture."""
        lines = []
        for bar in self.bars:
            if len(self.series) == 1:
                lines.append(f"{bar.label}: {bar.values[0]:,}")
            else:
                parts = ", ".join(f"{name} {value:,}" for name, value in zip(self.series, bar.values, strict=True))
                lines.append(f"{bar.label}: {parts}")
        body = "; ".join(lines) or "nothing to show"
        return f"{self.title}. Bar chart. {body}." + (f" {self.note}" if self.note else "")
