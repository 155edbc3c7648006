"""What both fetchers share: options, each host's turns, robots rules, and the way from httpx's responses and errors to
the library's own.

The steps know :class:`Reply` and :class:`Failure` alone. Which exception of httpx or httpcore means what, and
whether to try again, is said once, here.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Unpack

import httpcore
import httpx

from newsclean.article import Article
from newsclean.errors import FetchError, NewscleanError, refuse_unknown
from newsclean.fetch.body import Intake
from newsclean.fetch.options import FetchOptions, Options
from newsclean.fetch.rate import MOST_SECONDS, Pace
from newsclean.fetch.robots import RobotsMemory
from newsclean.fetch.steps import Failure, Parse, Reply, Send
from newsclean.page import LimitOptions, Page

if TYPE_CHECKING:
    from newsclean.parser import Parser
    from newsclean.rules.given import Given

__all__ = ["Engine"]

# What getaddrinfo says of a name that does not exist: trying again won't help. Some systems lack EAI_NODATA.
_NO_SUCH_NAME = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
# What a request was at when its time was over, for the message.
_DOING = (
    (httpcore.ConnectTimeout, "connecting"),
    (httpcore.ReadTimeout, "reading"),
    (httpcore.WriteTimeout, "writing"),
)


class Engine:
    """The shared half of both fetchers."""

    def __init__(
        self,
        *,
        rules: Given | None = None,
        limits: LimitOptions | None = None,
        **options: Unpack[FetchOptions],
    ) -> None:
        refuse_unknown(type(self).__name__, options, FetchOptions.__annotations__, "rules", "limits")
        self.options = Options(**options)
        self._pace = Pace()
        self._robots = RobotsMemory()
        self._parser = None if rules is None and not limits else _parser(rules, limits)

    def parse(self, page: Page) -> Article:
        """Make an article of a page. Raises NewscleanError."""
        parser = self._parser = self._parser or _parser(None, None)
        return parser.parse_page(page)

    def _parsed(self, step: Parse) -> Article | NewscleanError:
        try:
            return self.parse(step.page)
        except NewscleanError as error:
            return error

    def _request(self, step: Send) -> httpx.Request:
        """The request of a step. It goes to a transport, past httpx's clients: they would add what they know of
        cookies, and read the address of a redirect themselves. Raises httpx.InvalidURL and UnicodeError."""
        seconds = httpx.Timeout(min(self.options.timeout, MOST_SECONDS), pool=None).as_dict()
        headers = {"connection": "keep-alive", **step.headers}
        return httpx.Request("GET", step.url, headers=headers, extensions={"timeout": seconds})

    def _intake(self, step: Send, response: httpx.Response) -> Intake:
        return Intake(
            step.url,
            response.headers,
            max_bytes=self.options.max_bytes,
            max_decoded=self.options.max_decoded_bytes,
        )


def _parser(rules: Given | None, limits: LimitOptions | None) -> Parser:
    """The parser, imported when it is needed."""
    from newsclean.parser import Parser, default_parser

    return default_parser() if rules is None and not limits else Parser(rules, **(limits or {}))


def reply_of(
    step: Send, response: httpx.Response, content: bytes, connection: Mapping[str, str], started: float
) -> Reply:
    """A reply, from a response whose body has been read."""
    status = response.extensions.get("caching")
    from_cache = bool(getattr(status, "from_cache", False))
    return Reply(
        url=step.url,
        status=response.status_code,
        headers={name.lower(): value for name, value in response.headers.items()},
        content=content,
        seconds=time.monotonic() - started,
        fetched_at=datetime.now(UTC),
        connection=connection,
        from_cache=from_cache,
    )


def connection_of(response: httpx.Response) -> Mapping[str, str]:
    """The protocol, address and TLS version of a response's connection, for reports.

    It has to be asked before the body is read, which may close the connection.
    """
    stream = response.extensions.get("network_stream")
    if stream is None:
        return {}
    found = {"protocol": response.http_version}
    try:
        found["address"] = str(stream.get_extra_info("server_addr")[0])
    except (OSError, TypeError):
        return found  # the server has closed the connection already
    tls = stream.get_extra_info("ssl_object")
    if tls is not None:
        found["tls"] = f"{tls.version()} {tls.cipher()[0]}"
    return found


def failure_of(error: Exception, step: Send, started: float) -> Failure:
    """A failure, from whatever was raised while a request was sent and its answer read."""
    seconds = time.monotonic() - started
    if isinstance(error, FetchError):  # raised on the way: a refused address, a cap, a broken body
        return Failure(error, retry=False, seconds=seconds)
    kind, message, retry = next(_failures(error))
    failure = FetchError(kind, message, url=step.url)
    failure.__cause__ = error
    return Failure(failure, retry, seconds)


def _failures(error: Exception) -> Iterator[tuple[str, str, bool]]:
    """The kinds of failure that an error is (kind, message, whether to try again), the most exact first."""
    causes = list(_chain(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        why = next(cause for cause in causes if isinstance(cause, ssl.SSLCertVerificationError))
        yield "tls", f"the certificate is not to be trusted: {why.verify_message}", False
    if isinstance(error, httpcore.ConnectError) and any(isinstance(cause, ssl.SSLError) for cause in causes):
        yield "tls", f"no TLS connection came about: {error}", True
    if isinstance(error, (httpcore.TimeoutException, TimeoutError)):
        yield "timeout", _timeout_message(error), True
    if isinstance(error, (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError)):
        nameless = next((cause for cause in causes if isinstance(cause, socket.gaierror)), None)
        if nameless is not None:
            yield "connect", str(error), nameless.errno not in _NO_SUCH_NAME
        yield "connect", f"the connection failed: {str(error) or type(error).__name__}", True
    if isinstance(error, (httpx.InvalidURL, UnicodeError)):
        yield "scheme", f"it is no address that can be asked for: {error}", False
    if isinstance(error, httpcore.UnsupportedProtocol):
        yield "scheme", str(error), False
    # What else comes from below was not foreseen. It says its class, and is not asked for again.
    yield "connect", f"the connection failed: {type(error).__name__}: {error}", False


def _timeout_message(error: Exception) -> str:
    doing = next((word for kind, word in _DOING if isinstance(error, kind)), "the whole request")
    return f"{doing} took too long" + (f" ({error})" if str(error) else "")


def _chain(error: BaseException | None) -> Iterable[BaseException]:
    """An error and what caused it: httpcore wraps the errors of ssl and socket."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
