"""What a value is: named fields, given once, compared and printed by them; to the ``dataclasses`` module, and to
type checkers, a frozen dataclass with slots.

Making such a class with ``dataclasses`` itself takes half a millisecond, and importing it nine more: together a
fifth of a one-shot run. Here a class is made by the interpreter alone, and its ``__init__`` when the first value is.

Here lives that, once for all values. Here never lives a field. Modules that define values must begin with ``from
__future__ import annotations``: fields are read from the strings that it leaves.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import Field
    from typing import Self

__all__ = ["Value", "fresh"]

_Made = TypeVar("_Made")


class _Required:
    """The default of a field that has none."""

    def __repr__(self) -> str:
        return "REQUIRED"


_REQUIRED = _Required()


class _Fresh:
    """The default of a field that is made anew for each value."""

    def __init__(self, factory: Callable[[], Any]) -> None:
        self.factory = factory


def fresh(*, factory: Callable[[], _Made]) -> _Made:
    """A field's default, made anew for each value, as ``dataclasses.field(default_factory=…)`` says it."""
    return _Fresh(factory)  # type: ignore[return-value]  # what a checker sees is what the field holds


class _Fields:
    """``__dataclass_fields__``, worked out by ``dataclasses`` for a twin of the class when somebody asks."""

    def __get__(self, instance: object, owner: type[Value]) -> dict[str, Any]:
        import dataclasses

        if owner is Value:
            raise AttributeError("__dataclass_fields__")
        space: dict[str, Any] = {"__annotations__": owner.__annotations__, "__module__": owner.__module__}
        for name, default in owner.__defaults__.items():
            if isinstance(default, _Fresh):
                space[name] = dataclasses.field(default_factory=default.factory)
            elif default is not _REQUIRED:
                space[name] = default
        twin: Any = dataclasses.dataclass(kw_only=owner.__kw_only__)(type(owner.__name__, (), space))
        found: dict[str, Any] = twin.__dataclass_fields__
        type.__setattr__(owner, "__dataclass_fields__", found)
        return found


@dataclass_transform(frozen_default=True, field_specifiers=(fresh,))
class _Making(type):
    """Makes slots of the annotated names, and remembers their defaults."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], space: dict[str, Any], *, kw_only: bool = False
    ) -> _Making:
        if bases:
            if bases != (Value,):
                raise TypeError(f"{name}: a value has no subclasses")
            if "__annotations__" not in space:
                raise TypeError(
                    f"{name}: a value needs fields, and 'from __future__ import annotations' above it"
                )
            names = tuple(space["__annotations__"])
            space["__defaults__"] = {field: space.pop(field, _REQUIRED) for field in names}
            space["__slots__"] = names
            space["__match_args__"] = () if kw_only else names
            space["__kw_only__"] = kw_only
        return super().__new__(cls, name, bases, space)

    @property
    def __signature__(cls) -> Any:
        """What ``help`` and ``inspect.signature`` show, before the first value is made too."""
        import inspect

        made = inspect.signature(_init_of(cls))  # type: ignore[arg-type]  # only values have this metaclass
        return made.replace(parameters=list(made.parameters.values())[1:])


class Value(metaclass=_Making):
    """The root of all values. They are immutable: to change one is to make another with ``dataclasses.replace``
    or, faster, :meth:`__replace__`; ``==`` holds between values of one class with equal fields."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    __defaults__: ClassVar[dict[str, Any]] = {}
    __kw_only__: ClassVar[bool] = False
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    else:
        __dataclass_fields__ = _Fields()

    def __init__(self, *fields: Any, **named: Any) -> None:
        make = _init_of(type(self))
        type(self).__init__ = make  # type: ignore[method-assign]  # from here on, the class has its own
        make(self, *fields, **named)

    def __replace__(self, **changes: Any) -> Self:
        """The same value but for these fields; also what ``copy.replace`` of Python 3.13 calls."""
        return type(self)(**{**{name: getattr(self, name) for name in self.__defaults__}, **changes})

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all([getattr(self, name) == getattr(other, name) for name in self.__defaults__])

    def __hash__(self) -> int:
        return hash(tuple([getattr(self, name) for name in self.__defaults__]))

    def __repr__(self) -> str:
        fields = ", ".join([f"{name}={getattr(self, name)!r}" for name in self.__defaults__])
        return f"{type(self).__qualname__}({fields})"

    def __setattr__(self, name: str, value: Any) -> None:
        _refuse(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        _refuse(f"cannot delete field {name!r}")

    def __getstate__(self) -> list[Any]:
        return [getattr(self, name) for name in self.__defaults__]

    def __setstate__(self, state: list[Any]) -> None:
        for name, value in zip(self.__defaults__, state, strict=True):
            object.__setattr__(self, name, value)


def _refuse(why: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(why)


def _init_of(cls: type[Value]) -> Callable[..., None]:
    """The ``__init__`` of a class, in the words in which one would write it by hand."""
    space: dict[str, Any] = {"_Fresh": _Fresh}
    heading = ["self", "*"] if cls.__kw_only__ else ["self"]
    body = []
    for name, default in cls.__defaults__.items():
        given = name
        if default is not _REQUIRED:
            space[f"_default_{name}"] = default
            given = f"{name}=_default_{name}"
        heading.append(given)
        made = f"{name}.factory() if type({name}) is _Fresh else {name}"
        space[f"_set_{name}"] = getattr(cls, name).__set__  # the slot's own setter: faster than by name
        body.append(f" _set_{name}(self, {made if isinstance(default, _Fresh) else name})")
    exec(f"def __init__({', '.join(heading)}):\n" + "\n".join(body), space)  # noqa: S102  # field names alone
    made_init: Callable[..., None] = space["__init__"]
    made_init.__qualname__ = f"{cls.__qualname__}.__init__"
    return made_init
