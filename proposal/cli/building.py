"""Builds for a command, while TeX loads what it needs and data are checked."""

from __future__ import annotations

from contextlib import closing

from proposal.build.request import BuildReport, OnStep, Request, Step
from proposal.check.cached_verdict import CachedVerdict


def built(request: Request, on_step: OnStep, cached: CachedVerdict) -> BuildReport:
    """What comes of a build; TeX loads what it needs while all else is loaded that is needed."""

    def on_any_step(step: Step) -> None:
        on_step(step)
        cached.check_pdf(step)

    from proposal.build.prestarts import started_for  # noqa: PLC0415 - slow to load

    with closing(started_for(request)) as prestarted:
        from proposal.build import build as build_module  # noqa: PLC0415 - TeX loads its own meanwhile

        if request.is_for_everything:
            return build_module.build(request, on_any_step, prestarted, on_wait=cached.check_data)
        return build_module.build(request, on_step, prestarted)
