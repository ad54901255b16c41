"""A build that is killed leaves the old site or the new one, never anything between."""
import shutil
import signal
import time

import pytest

from command import tree

KILLS = 60


def write_state(site, state):
    """One of two contents that differ in every file, and in which files there are."""
    shutil.rmtree(site / "content", ignore_errors=True)
    for number in range(12):
        path = site / f"content/questions/{state}/{'shared' if number % 2 else state}-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {state} {number}\ntags: [{state}]\n---\nThe answer is ${state}_{number}$.\n")


@pytest.fixture
def site(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "quaestio.yml").write_text("title: Twice\nbase_url: https://example.org/\n")
    return site


def test_killed_builds_leave_the_old_site_or_the_new(quaestio, site):
    states = {}
    for state in ("a", "b"):
        write_state(site, state)
        start = time.monotonic()
        quaestio("build", "--site", site)
        duration = time.monotonic() - start
        states[state] = tree(site / "public")
    assert states["a"] != states["b"]

    killed = 0
    for attempt in range(KILLS):
        write_state(site, "ab"[attempt % 2])
        process = quaestio.start("build", "--site", site)
        # From the first moment to a little past the end.
        time.sleep(duration * 1.1 * attempt / KILLS)
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        assert tree(site / "public") in states.values()
    assert killed

    # What the killed builds left behind neither hinders the next one nor outlives it.
    write_state(site, "a")
    quaestio("build", "--site", site)
    assert tree(site / "public") == states["a"]
    assert {path.name for path in site.iterdir()} == {"quaestio.yml", "content", "public", ".quaestio"}
