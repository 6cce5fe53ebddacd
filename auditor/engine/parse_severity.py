"""Reads a severity: one word, or a ladder of which the first step that fits counts."""

from __future__ import annotations

from typing import cast, get_args

from auditor.engine.conditions import Bound, Condition
from auditor.engine.parse_condition import Scope, read_bounds, read_condition
from auditor.engine.rule import Step
from auditor.kinds import Severity
from auditor.yamlfile import Mapping, Node, Report, Scalar, Sequence, did_you_mean

SEVERITIES = get_args(Severity)


def read_severity(node: Node | None, scope: Scope) -> tuple[Step, ...]:
    """The steps; whatever is wrong is reported. The last has no condition."""
    if node is None:
        return ()
    entries = node.items if isinstance(node, Sequence) else (node,)
    steps: list[Step] = []
    for index, entry in enumerate(entries):
        if steps and steps[-1].condition is None and not steps[-1].hits:
            scope.report.add(entry, "this step is never reached: the one before has no condition")
            break
        step = _step(entry, scope)
        if step is None:
            continue
        steps.append(step)
        last = index == len(entries) - 1
        if last and (step.condition is not None or step.hits):
            scope.report.add(entry, "the last step of a ladder has no condition")
    if not entries:
        scope.report.add(node, "a ladder needs a step")
    return tuple(steps)


def check_names(node: Node | None, report: Report) -> None:
    """What can be told of severities where the layer is not known."""
    for entry in node.items if isinstance(node, Sequence) else (node,):
        for name in entry.keys.values() if isinstance(entry, Mapping) else (entry,):
            if isinstance(name, Scalar):
                _known(name, report)


def _step(node: Node, scope: Scope) -> Step | None:
    if isinstance(node, Scalar):
        return Step(cast(Severity, node.value)) if _known(node, scope.report) else None
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        scope.report.add(node, "a step is a severity, or one severity and its condition")
        return None
    ((key, value),) = node.items()
    if not _known(key, scope.report):
        return None
    hits: tuple[tuple[Bound, float], ...] = ()
    condition: Condition | None = None
    if isinstance(value, Mapping) and "hits" in value.entries:
        hits = read_bounds(value.entries["hits"], "hits", scope)
        if not hits:
            return None
        rest = {k: v for k, v in value.entries.items() if k != "hits"}
        value = Mapping(rest, value.keys, value.line, value.column)
        if not rest:
            return Step(cast(Severity, key.value), None, hits)
    condition = read_condition(value, scope)
    return Step(cast(Severity, key.value), condition, hits)


def _known(node: Scalar, report: Report) -> bool:
    if node.value in SEVERITIES:
        return True
    message = f"“severity” cannot be “{node.value}”{did_you_mean(node.value, SEVERITIES)}"
    report.add(node, message)
    return False
