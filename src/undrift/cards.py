"""Finding the cards of a room: every module of its `cards` folder, and of the folders in it, holds one definition."""

import importlib
import pkgutil


def collect(package: str, name: str) -> list[object]:
    """The attribute `name` of every module in `package` and its folders, in order of folder and module name."""
    folder = importlib.import_module(package)
    found = pkgutil.walk_packages(folder.__path__, f"{package}.")
    modules = sorted(info.name for info in found if not info.ispkg)
    return [getattr(importlib.import_module(module), name) for module in modules]
