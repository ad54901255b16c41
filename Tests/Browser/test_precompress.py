"""`--precompress`: compressed files that any program can read and any host can send."""
import gzip
import struct

import brotli
import pytest

from command import copy_example, tree


@pytest.fixture(scope="module")
def published(quaestio, tmp_path_factory):
    site = copy_example(tmp_path_factory.mktemp("precompressed").resolve())
    quaestio("build", "--site", site, "--precompress")
    return site / "public"


def test_each_holds_its_original(published):
    compressed = [path for path in published.rglob("*") if path.suffix in (".gz", ".br")]
    assert len(compressed) > 200
    for path in compressed:
        read = gzip.decompress if path.suffix == ".gz" else brotli.decompress
        # As `gzip_static` and `brotli_static` of nginx look for them.
        original = path.with_suffix("")
        assert read(path.read_bytes()) == original.read_bytes(), path
        assert path.stat().st_size < original.stat().st_size


def test_gzip_names_no_time_and_no_file(published):
    for path in published.rglob("*.gz"):
        magic, method, flags, time, _, system = struct.unpack("<2sBBIBB", path.read_bytes()[:10])
        assert (magic, method, flags, time, system) == (b"\x1f\x8b", 8, 0, 0, 255)


def test_all_else_is_as_without(published, quaestio, tmp_path):
    site = copy_example(tmp_path)
    quaestio("build", "--site", site)
    manifest = ".quaestio-manifest"
    plain = {path: data for path, data in tree(site / "public").items() if path != manifest}
    both = {path: data for path, data in tree(published).items() if path != manifest}
    assert {path: data for path, data in both.items() if not path.endswith((".gz", ".br"))} == plain


def test_the_flag_is_stronger_than_the_configuration(quaestio, tmp_path):
    (tmp_path / "content/questions").mkdir(parents=True)
    (tmp_path / "content/questions/a.md").write_text("# A\n")
    (tmp_path / "quaestio.yml").write_text("precompress: true\n")
    quaestio("build", "--site", tmp_path)
    assert (tmp_path / "public/index.html.gz").exists()
    quaestio("build", "--site", tmp_path, "--no-precompress")
    assert not (tmp_path / "public/index.html.gz").exists()
