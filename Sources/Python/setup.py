"""The wheel is of one platform and of any Python 3: it holds a program, and no module in C."""

import os

from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel


class ProgramWheel(bdist_wheel):
    def finalize_options(self) -> None:
        super().finalize_options()
        self.root_is_pure = False

    def get_tag(self) -> tuple[str, str, str]:
        # bundle.py says which; without a program the wheel runs wherever one is installed.
        return "py3", "none", os.environ.get("WHEEL_PLATFORM", "any")


setup(cmdclass={"bdist_wheel": ProgramWheel})
