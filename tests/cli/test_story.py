"""The whole path by commands alone, as a script walks it."""

from pathlib import Path

from helpers.command_line import done, new_archive, run

LATIN, CYRILLIC = "Grad pod tvrđavom", "Дани под бедемом"


def test_from_two_articles_to_an_annotated_pdf(
    tmp_path: Path, latin_article: Path, cyrillic_article: Path
) -> None:
    folder = new_archive(tmp_path / "archive")
    imported = done("import", folder, latin_article, cyrillic_article)
    assert [row["title"] for row in imported["imported"]] == [LATIN, CYRILLIC]

    found = [done("search", folder, form) for form in ("Kalemegdan", "Калемегдан", "kalemegdanu")]
    ids = [sorted(hit["id"] for hit in one["hits"]) for one in found]
    assert ids[0] == ids[1] == ids[2]
    assert {hit["source"]["title"] for hit in found[0]["hits"]} == {LATIN, CYRILLIC}
    for hit in found[0]["hits"]:
        for start, end in hit["highlights"]:
            assert hit["text"][start:end].casefold().startswith(("kalemegdan", "калемегдан"))

    late = done(
        "annotate", folder, LATIN, "--quote", "u zoru 20. oktobra", "--note", "po Vuku", "--tag", "datum"
    )
    early = done(
        "annotate", folder, CYRILLIC, "--quote", "15. октобра пред вече", "--tag", "ДАТУМ", "--tag", "datum"
    )
    assert late["tags"] == ["datum"]
    event = done("event", folder, "Zauzimanje stanice", "--when", "oktobar 1944", "--place", "Beograd")
    assert event["when"] == "1944-10"
    first = done("link", folder, late["id"], event["id"], "--says-when", "20. oktobar 1944")
    second = done(
        "link", folder, early["id"], "zauzimanje", "--says-when", "1944-10-15", "--says-who", "borci"
    )
    assert (first["says_when"], second["says_when"]) == ("1944-10-20", "1944-10-15")
    (listed,) = done("events", folder)["events"]
    assert {(row["source"]["title"], row["says_when"]) for row in listed["links"]} == {
        (LATIN, "1944-10-20"),
        (CYRILLIC, "1944-10-15"),
    }

    printed = done("export", folder, tmp_path / "stanica.pdf", "--event", "Zauzimanje stanice")
    assert printed["excerpts"] == 2
    assert Path(printed["file"]).read_bytes().startswith(b"%PDF-")

    assert done("undo", folder)["undone"] == "Link to event “Zauzimanje stanice”"
    assert len(done("events", folder)["events"][0]["links"]) == 1
    assert done("redo", folder)["redone"] == "Link to event “Zauzimanje stanice”"
    (listed,) = done("events", folder)["events"]
    assert len(listed["links"]) == 2
    names = [row["name"] for row in done("history", folder)["history"]]
    assert names[0] == "Redo: Link to event “Zauzimanje stanice”"
    assert names[-1] == "Import “Grad pod tvrđavom” and 1 more"
    assert done("check", folder)["sound"]


def test_the_real_articles_disagree_about_the_station(tmp_path: Path, seeds: list[Path]) -> None:
    folder = new_archive(tmp_path / "archive")
    latin, cyrillic = done("import", folder, *seeds)["imported"]
    assert cyrillic["captions"] == 10
    found = [
        done("search", folder, form, "--limit", 1000) for form in ("Kalemegdan", "Калемегдан", "kalemegdanu")
    ]
    ids = [sorted(hit["id"] for hit in one["hits"]) for one in found]
    assert ids[0] == ids[1] == ids[2]
    assert {hit["source"]["id"] for hit in found[0]["hits"]} == {latin["id"], cyrillic["id"]}

    event = done("event", folder, "Zauzimanje železničke stanice", "--when", "1944-10")
    for source, station, day in (
        (latin["id"], "Glavnu železničku stanicu", "20. oktobar 1944"),
        (cyrillic["id"], "главну железничку станицу", "15. октобар 1944"),
    ):
        made = done("annotate", folder, source, "--quote", station)
        done("link", folder, made["id"], event["id"], "--says-when", day)
    (listed,) = done("events", folder)["events"]
    assert {row["says_when"] for row in listed["links"]} == {"1944-10-20", "1944-10-15"}
    assert "1944-10-15" in {date["edtf"] for date in done("dates", folder, cyrillic["id"])["dates"]}
    assert done("export", folder, tmp_path / "stanica.pdf", "--event", event["id"])["excerpts"] == 2
    for _link in range(2):
        run("undo", folder)
    assert done("events", folder)["events"][0]["links"][0]["says_when"] == "1944-10-20"
    run("redo", folder)
    assert done("check", folder)["sound"]
