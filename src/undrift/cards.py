"""Finding the cards of a room: every module of its `cards` folder holds one definition."""

import importlib
import pkgutil


def collect(package: str, name: str) -> list[object]:
    """The attribute `name` of every module directly in `package`, in order of module name."""
    folder = importlib.import_module(package)
    modules = sorted(info.name for info in pkgutil.iter_modules(folder.__path__))
    return [getattr(importlib.import_module(f"{package}.{module}"), name) for module in modules]
