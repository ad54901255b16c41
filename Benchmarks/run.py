#!/usr/bin/env python3
"""Measures whole builds against the machine's floor, in one run; `make bench` calls it.

    Benchmarks/run.py --binary .build/release/quaestio --floor Benchmarks/.build/floor
    Benchmarks/run.py … --sizes 1000 --runs 3
    Benchmarks/run.py … --site path/to/a/site       (a site of your own, instead of generated ones)

Every round builds the site from nothing with one job, then lets the floor do its work, then builds with two jobs, so
that whatever else the machine is doing meets all three alike. Sites, builds and floor live in memory (/dev/shm) where
there is room. CPU is user + system time as the kernel counted it for the whole process.
"""
import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
# What a build of 10,000 pages and the floor's copy of it take together, with room to spare.
ROOM = 4 << 30


class Run(NamedTuple):
    """One process: its cost, and the JSON it reported."""

    cpu: float
    wall: float
    memory: int
    report: dict


def spawn(arguments, log):
    """Runs a program to its end, its output in `log`, and returns its times in seconds and peak memory in bytes."""
    with open(log, "wb") as output:
        start = time.perf_counter()
        process = os.posix_spawn(
            arguments[0], arguments, os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, output.fileno(), 1), (os.POSIX_SPAWN_DUP2, output.fileno(), 2)])
        _, status, usage = os.wait4(process, 0)
        wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        sys.exit(f"{' '.join(arguments)} ended with {code}:\n{Path(log).read_text(errors='replace')[-4000:]}")
    # Kilobytes on Linux, bytes on macOS. Never less than this script's own memory, which the process starts with.
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return usage.ru_utime + usage.ru_stime, wall, memory


def build(binary, site, jobs, work):
    for name in ["public", ".quaestio"]:
        shutil.rmtree(site / name, ignore_errors=True)
    report = work / "report.json"
    report.unlink(missing_ok=True)
    cost = spawn(
        [str(binary), "build", "--site", str(site), "--jobs", str(jobs), "--quiet", "--report", str(report)],
        work / "build.log")
    return Run(*cost, json.loads(report.read_text(encoding="utf-8")))


def floor(binary, site, work):
    output = work / "floor-output"
    shutil.rmtree(output, ignore_errors=True)
    # Its own clock, which leaves out listing the published files.
    cost = spawn([str(binary), str(site), str(site / "public"), str(output)], work / "floor.log")
    report = json.loads((work / "floor.log").read_text())
    shutil.rmtree(output)
    return Run(report["cpu_seconds"], report["wall_seconds"], cost[2], report)


class Measurement:
    """All rounds over one site."""

    def __init__(self, name, site, arguments, work):
        self.name = name
        self.single, self.double, self.floor = [], [], []
        build(arguments.binary, site, 1, work)  # Warms the caches; not counted.
        for round in range(arguments.runs):
            print(f"{name}: round {round + 1} of {arguments.runs}", file=sys.stderr, flush=True)
            self.single.append(build(arguments.binary, site, 1, work))
            self.floor.append(floor(arguments.floor, site, work))
            self.double.append(build(arguments.binary, site, 2, work))

    def stages(self, runs):
        """The median CPU and wall seconds of every stage, in the order of the pipeline."""
        stages = {}
        for run in runs:
            for stage in run.report["stages"]:
                stages.setdefault(stage["name"], []).append((stage["cpu_seconds"], stage["wall_seconds"]))
        return {
            name: tuple(statistics.median(column) for column in zip(*figures)) for name, figures in stages.items()
        }

    def memory(self):
        """The most memory the process had held when each stage of a build with one job ended, the largest of the rounds."""
        peaks = {}
        for run in self.single:
            for stage in run.report["stages"]:
                peaks[stage["name"]] = max(peaks.get(stage["name"], 0), stage["peak_memory_bytes"])
        return peaks

    def summary(self):
        single, double, floor = self.single, self.double, self.floor
        cpu = statistics.median(run.cpu for run in single)
        floor_cpu = statistics.median(run.cpu for run in floor)
        report = floor[0].report
        return {
            "name": self.name,
            "documents": report["documents"],
            "source_bytes": report["source_bytes"],
            "pages": single[0].report["pages"],
            "files_written": report["files_written"],
            "bytes_written": report["bytes_written"],
            "diagnostics": single[0].report["diagnostics"],
            "floor_cpu": floor_cpu,
            "floor_wall": min(run.wall for run in floor),
            "floor_stages": self.stages(floor),
            "cpu_jobs_1": cpu,
            "cpu_jobs_2": statistics.median(run.cpu for run in double),
            "wall_jobs_1": min(run.wall for run in single),
            "wall_jobs_2": min(run.wall for run in double),
            "memory_jobs_1": max(run.memory for run in single),
            "memory_jobs_2": max(run.memory for run in double),
            "ratio": cpu / floor_cpu,
            "speedup": min(run.wall for run in single) / min(run.wall for run in double),
            "stages_jobs_1": self.stages(single),
            "stages_jobs_2": self.stages(double),
            "stages_memory": self.memory(),
        }


def table(head, rows):
    lines = [head, ["---"] + ["---:"] * (len(head) - 1)] + rows
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in lines)


def megabytes(count):
    return f"{count / 1e6:.1f} MB"


def describe(summary):
    """One site's figures as Markdown."""
    wholes = table(
        ["", "CPU", "wall, best", "CPU / floor", "peak memory"],
        [
            ["floor", f"{summary['floor_cpu']:.2f} s", f"{summary['floor_wall']:.2f} s", "1.00", ""],
            *(
                [
                    f"build, {jobs} job{'s' if jobs > 1 else ''}",
                    f"{summary[f'cpu_jobs_{jobs}']:.2f} s",
                    f"{summary[f'wall_jobs_{jobs}']:.2f} s",
                    f"{summary[f'cpu_jobs_{jobs}'] / summary['floor_cpu']:.2f}",
                    f"{summary[f'memory_jobs_{jobs}'] / 2**20:.0f} MiB",
                ]
                for jobs in (1, 2)
            ),
        ])
    single, double = summary["stages_jobs_1"], summary["stages_jobs_2"]
    rows = [
        [
            name,
            f"{single[name][0]:.3f} s",
            f"{single[name][0] / summary['floor_cpu']:.2f}",
            f"{single[name][1]:.3f} s",
            f"{double.get(name, (0, 0))[1]:.3f} s",
            f"{summary['stages_memory'][name] / 2**20:.0f} MiB",
        ]
        for name in single
    ]
    rows += [[f"*floor: {name}*", f"{cpu:.3f} s", f"{cpu / summary['floor_cpu']:.2f}", f"{wall:.3f} s", "", ""]
             for name, (cpu, wall) in summary["floor_stages"].items()]
    stages = table(["stage", "CPU, 1 job", "CPU / floor", "wall, 1 job", "wall, 2 jobs", "peak memory"], rows)
    faults = summary["diagnostics"]
    return (
        f"### {summary['name']}\n\n"
        f"{summary['documents']:,} documents ({megabytes(summary['source_bytes'])}), "
        f"{summary['pages']:,} pages, {summary['files_written']:,} files "
        f"({megabytes(summary['bytes_written'])}); {faults['errors']} errors, {faults['warnings']} warnings. "
        f"Two jobs are {summary['speedup']:.2f} times as fast as one.\n\n{wholes}\n\n{stages}\n"
    )


def processor():
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def work_folder(chosen):
    """A folder in memory where there is room, else wherever temporary files go."""
    memory = Path("/dev/shm")
    if chosen is None and memory.is_dir() and shutil.disk_usage(memory).free >= ROOM:
        chosen = memory
    return Path(tempfile.mkdtemp(prefix="quaestio-bench-", dir=chosen))


def own_site(source, work):
    """A copy of somebody's site, so that measuring leaves theirs alone."""
    site = work / "site"
    site.mkdir()
    for name in ["content", "templates"]:
        if (source / name).is_dir():
            shutil.copytree(source / name, site / name)
    if (source / "quaestio.yml").is_file():
        shutil.copy(source / "quaestio.yml", site)
    return site


def generated_site(questions, work):
    site = work / f"site-{questions}"
    # In a process of its own: the memory of this one is the least that a build can be seen to use.
    subprocess.run([sys.executable, str(HERE / "generate.py"), str(site), "--questions", str(questions)], check=True)
    return site


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, required=True, help="the release build of quaestio")
    parser.add_argument("--floor", type=Path, required=True, help="the compiled floor.c")
    parser.add_argument("--sizes", default="1000,10000", help="questions of the generated sites (default: %(default)s)")
    parser.add_argument("--site", type=Path, help="measure this site instead of generated ones")
    parser.add_argument("--runs", type=int, default=5, help="rounds of every site (default: %(default)s)")
    parser.add_argument("--folder", type=Path, help="where to work (default: /dev/shm where it has 4 GiB)")
    parser.add_argument("--json", type=Path, help="also write the figures there")
    arguments = parser.parse_args()
    arguments.binary, arguments.floor = arguments.binary.resolve(), arguments.floor.resolve()
    if arguments.runs < 1:
        parser.error("--runs is at least 1")

    work = work_folder(arguments.folder)
    try:
        if arguments.site:
            names = [(arguments.site.resolve().name, lambda: own_site(arguments.site.resolve(), work))]
        else:
            names = [
                (f"{int(size):,} questions", lambda size=size: generated_site(int(size), work))
                for size in arguments.sizes.split(",")
            ]
        print(f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, in {work.parent}; "
              f"{arguments.runs} rounds: CPU is the median, wall the best.\n")
        summaries = []
        for name, make in names:
            site = make()
            summaries.append(Measurement(name, site, arguments, work).summary())
            shutil.rmtree(site)
            print(describe(summaries[-1]), flush=True)
        for smaller, larger in zip(summaries, summaries[1:]):
            growth = larger["cpu_jobs_1"] / smaller["cpu_jobs_1"]
            documents = larger["documents"] / smaller["documents"]
            print(f"From {smaller['name']} to {larger['name']}: {documents:.1f} times the documents, "
                  f"{growth:.1f} times the CPU.")
        if arguments.json:
            arguments.json.write_text(json.dumps(summaries, indent=1) + "\n", encoding="utf-8")
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
