"""Draws one figure through the years as an SVG, with Python's standard library alone.

python3 docs/examples/series.py data/avstam.sqlite net_result series.svg

Filled points are sure, hollow ones are not; the line is broken where the series is. With pandas at hand, the same rows
are `pandas.read_sql(QUERY, sqlite3.connect(path), params=[concept])`.
"""

import sqlite3
import sys
from html import escape

QUERY = """
select organisation, period_end, amount_sek, status, breaks
from series
where concept = ? and kind = 'annual' and statement <> 'cash_flow'
group by organisation, period_end
order by organisation, period_end
"""
SURE = {"verified", "repaired", "reviewed"}
COLOURS = ["#1b5e9a", "#b3541e", "#2e7d32", "#6a3d9a", "#8d6e00", "#ad1457"]
WIDTH, HEIGHT, MARGIN = 800, 400, 70


def main(database: str, concept: str, picture: str) -> None:
    rows = sqlite3.connect(f"file:{database}?mode=ro", uri=True).execute(QUERY, [concept]).fetchall()
    if not rows:
        sys.exit(f"No figure of the concept {concept} is stored.")
    years = [int(row[1][:4]) for row in rows]
    amounts = [row[2] for row in rows] + [0]
    first, last, least, most = min(years), max(years), min(amounts), max(amounts)

    def x(year: int) -> float:
        return MARGIN + (WIDTH - 2 * MARGIN) * (year - first) / max(last - first, 1)

    def y(amount: int) -> float:
        return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (amount - least) / max(most - least, 1)

    parts = [f'<line x1="{MARGIN}" x2="{WIDTH - MARGIN}" y1="{y(0):.1f}" y2="{y(0):.1f}" stroke="#999"/>']
    for year in range(first, last + 1):
        parts.append(f'<text x="{x(year):.1f}" y="{HEIGHT - 40}" text-anchor="middle">{year}</text>')
    for amount in (least, most):
        parts.append(f'<text x="{MARGIN - 8}" y="{y(amount):.1f}" text-anchor="end">{amount / 1000:,.0f}</text>')
    organisations = sorted({row[0] or "" for row in rows})
    for number, organisation in enumerate(organisations):
        colour = COLOURS[number % len(COLOURS)]
        before = None
        for name, period_end, amount, status, breaks in rows:
            if (name or "") != organisation:
                continue
            point = x(int(period_end[:4])), y(amount)
            if before and not breaks:
                parts.append(
                    f'<line x1="{before[0]:.1f}" y1="{before[1]:.1f}" x2="{point[0]:.1f}" y2="{point[1]:.1f}" stroke="{colour}"/>'
                )
            fill = colour if status in SURE else "white"
            parts.append(f'<circle cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="4" fill="{fill}" stroke="{colour}"/>')
            before = point
        parts.append(
            f'<text x="{MARGIN}" y="{20 + 14 * number}" fill="{colour}">{escape(organisation)}</text>'
            if number < 3
            else ""
        )
    title = f"<title>{escape(concept)}, thousands of kronor</title>"
    with open(picture, "w", encoding="utf-8") as file:
        file.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
            f'font-size="12">{title}{"".join(parts)}</svg>\n'
        )


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
