"""Writes the JSON Schema of the output to where it is shipped: `make schema`."""

from __future__ import annotations

import json
from pathlib import Path

from auditor.writers.json_schema import json_schema

TARGET = Path(__file__).parent.parent / "reports" / "audit-1.schema.json"


def main() -> None:
    TARGET.write_text(json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
