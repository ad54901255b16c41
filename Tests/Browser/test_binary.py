"""The program needs nothing but itself."""
import shutil

from command import Quaestio, copy_example, tree


def test_alone_in_an_empty_folder_it_gives_the_same_site(quaestio, example, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    alone = Quaestio(shutil.copy(quaestio.path, home))
    site = tmp_path / "site"
    site.mkdir()
    copy_example(site)
    # No templates, no variables, another folder to stand in.
    alone("build", "--site", site, cwd=home, env={})
    assert tree(site / "public") == tree(example)
    assert [path.name for path in home.iterdir()] == ["quaestio"]


def test_jobs_do_not_change_the_site(quaestio, example, tmp_path):
    for jobs in (1, 3):
        site = tmp_path / f"jobs-{jobs}"
        site.mkdir()
        quaestio("build", "--site", copy_example(site), "--jobs", jobs)
        assert tree(site / "public") == tree(example)
