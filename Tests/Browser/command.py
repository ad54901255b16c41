"""Runs the program under test."""
import json
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Quaestio:
    def __init__(self, path):
        self.path = Path(path).resolve()

    def run(self, *arguments, **options):
        """The finished process, whatever its exit code."""
        command = [str(self.path), *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", **options)

    def start(self, *arguments):
        """The running process."""
        command = [str(self.path), *map(str, arguments)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __call__(self, *arguments, **options):
        """What a run that has to succeed prints."""
        result = self.run(*arguments, **options)
        assert result.returncode == 0, f"{result.args} ended with {result.returncode}:\n{result.stderr}"
        return result.stdout

    def json(self, *arguments):
        return json.loads(self(*arguments))


def copy_example(folder):
    """The repository's own site, to build elsewhere than in the repository."""
    shutil.copy(ROOT / "quaestio.yml", folder)
    shutil.copytree(ROOT / "content", folder / "content")
    return folder


def tree(folder):
    """Every file's bytes by its path, and None for every folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
