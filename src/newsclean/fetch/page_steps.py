"""How a page is fetched, as generators without I/O: they yield the next step (a request, a wait), are sent what came of
it, and return the page.

Redirects, retries, robots.txt and limits are all decided here. The two fetchers carry the steps out; tests send
answers by hand, and so try every case without a network and without waiting.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from newsclean.addresses import canonical_url
from newsclean.errors import FetchError, masked
from newsclean.fetch.body import ACCEPT_ENCODING
from newsclean.fetch.options import Options
from newsclean.fetch.rate import MOST_SECONDS, backoff, retry_after
from newsclean.fetch.redirects import GONE, Onward, next_address, other_form
from newsclean.fetch.robots import RobotRules, origin_of, robots_url, rules_from, unreachable
from newsclean.fetch.steps import AskRobots, Failure, Pause, Reply, Send, Steps
from newsclean.page import Page

__all__ = ["MOST_DELAY", "MOST_REDIRECTS", "home_of", "page_steps", "robots_steps"]

MOST_DELAY = 30.0
"""Seconds between two requests that a robots.txt can ask for. RFC 9309 has no Crawl-delay; it is kept as far as a page
with a redirect can still be had within the 60 seconds that one has by default."""
_MOST_ADDRESS = 65_536  # characters of an address; httpx sends no longer one
MOST_REDIRECTS = 5  # for one page; for robots.txt RFC 9309 (2.3.1.2) asks for at least five
# Headers of the caller that only the host asked for may see.
_CREDENTIALS = frozenset({"authorization", "cookie", "proxy-authorization"})
# Headers that describe the packed body, which a page no longer has.
_WIRE_ONLY = frozenset({"content-encoding", "content-length", "transfer-encoding"})
# Statuses after which the same request may succeed: too many requests, and the server's own errors.
_AGAIN = frozenset({429, *range(500, 600)})
# Errors that mean the host itself could not be reached, whatever was asked of it.
_NO_CONNECTION = frozenset({"blocked_address", "connect", "timeout", "tls"})
# Pages first; JSON for the list services.
_ACCEPT = "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8"


def home_of(url: str) -> str:
    """The origin of an address as it is asked for, which alone may see credentials. Raises FetchError."""
    return origin_of(canonical_url(_without_user(_checked(url))))


def page_steps(
    url: str, options: Options, *, referer: str | None = None, home: str | None = None
) -> Steps[Page]:
    """Get the page of an address, in its canonical form and through its redirects. ``home`` is the origin that may see
    credentials, where the address was named by a page (None: the address was asked for, and its own origin may).

    A page that is gone, but names its mobile or desktop form, is replaced by that form. Raises FetchError.
    """
    trip = _Trip(options, referer)
    asked, start = trip.start(url)
    trip.home = home or trip.home
    try:
        reply = yield from _arrive(start, trip)
    except FetchError as error:
        if error.kind not in ("connect", "tls") or start == asked or urlsplit(asked).scheme != "http":
            raise
        trip.notes.append(
            f"https did not work ({error.kind}); the page was asked for by http, as it was given"
        )
        reply = yield from _arrive(asked, trip)
    if reply.status in GONE:
        other = other_form(reply.content, reply.url)
        if other:
            trip.notes.append(
                f"{reply.url} is gone (status {reply.status}); {other} was fetched in its place"
            )
            reply = yield from _arrive(other, trip)
    return trip.page(reply)


def robots_steps(origin: str, options: Options) -> Steps[RobotRules]:
    """Get the robots.txt rules of an origin (RFC 9309, 2.3.1). An origin out of reach has rules too: raises nothing."""
    trip = _Trip(options, None)
    url = robots_url(origin)
    try:
        for _ in range(MOST_REDIRECTS + 1):
            reply = yield from _attempts(url, trip, 0.0)
            onward = next_address(reply)
            if onward is None or onward.by != "status":
                return rules_from(reply)
            url = trip.follow(url, onward)
    except FetchError as error:
        # RFC 9309: too many redirects count as "unavailable" (2.3.1.2), network errors as "unreachable" (2.3.1.4).
        if error.kind == "redirect":
            return RobotRules(f"robots.txt is lost in redirects ({error.message}): all is allowed")
        return unreachable(error)
    return RobotRules("robots.txt is lost in redirects: all is allowed")


def _arrive(url: str, trip: _Trip) -> Steps[Reply]:
    """Ask for an address and follow its redirects, each hop under its host's robots.txt."""
    trip.hops = [url]
    while True:
        interval = yield from _admitted(url, trip)
        reply = yield from _attempts(url, trip, interval)
        onward = next_address(reply)
        if onward is None:
            return reply
        url = trip.follow(url, onward)


def _admitted(url: str, trip: _Trip) -> Steps[float]:
    """The seconds that robots.txt wants between two requests. Raises FetchError where it forbids the address."""
    if not trip.options.robots:
        return 0.0
    rules: RobotRules = yield AskRobots(origin_of(url))
    agent = trip.options.robots_name
    if rules.error is not None:
        kind = rules.error.kind if rules.error.kind in _NO_CONNECTION else "robots"
        raise trip.error(kind, _left_alone(rules.error), url, **rules.error.details)
    if not rules.allows(url, agent):
        raise trip.error("robots", f"robots.txt does not allow {agent} to fetch it", url)
    return trip.kept_delay(rules.delay(agent), url)


def _left_alone(error: FetchError) -> str:
    """Why nothing is asked of a host whose robots.txt is out of reach: its own fault first."""
    if error.kind in _NO_CONNECTION:
        return (
            f"{error.message} (it was asked for robots.txt, and nothing else is asked of a host without one)"
        )
    return f"robots.txt is out of reach, so the host is left alone: {error.message}"


def _attempts(url: str, trip: _Trip, delay: float) -> Steps[Reply]:
    """Send a request, and send it again where that may help, while attempts and seconds are left."""
    interval = min(max(delay, 1.0 / trip.options.per_host), MOST_SECONDS)
    host = urlsplit(url).hostname or ""
    attempt = 0
    while True:
        attempt += 1
        if trip.left <= 0:
            raise trip.error("timeout", f"its {trip.options.total:g} seconds are spent", url)
        answer: Reply | Failure = yield Send(url, trip.headers_for(url), interval, trip.left, delay)
        trip.spent += answer.seconds
        if isinstance(answer, Reply) and answer.status not in _AGAIN:
            return answer
        wait = _wait_after(answer, attempt)
        if wait is None or attempt == trip.options.attempts or wait >= trip.left:
            raise trip.defeat(answer, url, attempt, wait)
        trip.spent += wait
        yield Pause(wait, host if isinstance(answer, Reply) else "")


def _wait_after(answer: Reply | Failure, attempt: int) -> float | None:
    """Seconds before the next attempt; None where none can help."""
    if isinstance(answer, Failure):
        return backoff(attempt) if answer.retry else None
    asked = retry_after(answer.headers, answer.fetched_at)
    return backoff(attempt) if asked is None else asked


class _Trip:
    """The state of one fetch over all its requests: seconds spent, hops made, notes for the page, and where
    credentials may be sent."""

    def __init__(self, options: Options, referer: str | None) -> None:
        self.options = options
        self.spent = 0.0
        self.hops: list[str] = []
        self.notes: list[str] = []
        self._common = {
            "user-agent": options.user_agent,
            "accept": _ACCEPT,
            "accept-language": "zh-CN,zh;q=0.9",
            "accept-encoding": ACCEPT_ENCODING,
            **({"referer": referer} if referer else {}),
        }
        self._own = {name.lower(): value.strip() for name, value in options.headers.items()}
        self.home = ""
        if not options.robots:
            self.notes.append("robots.txt was not asked, as the options say")
        if options.proxy:
            self.notes.append("a proxy made the connection: the addresses behind host names were not checked")

    @property
    def left(self) -> float:
        """Seconds that are left for this fetch."""
        return min(self.options.total, MOST_SECONDS) - self.spent

    def kept_delay(self, asked: float, url: str) -> float:
        """The seconds between two requests that are kept of those that robots.txt asks for; a note where it is less."""
        note = (
            f"robots.txt of {origin_of(url)} asks for {asked:,g} s between two requests; "
            f"{MOST_DELAY:g} s were kept, the most that newsclean keeps"
        )
        if asked > MOST_DELAY and note not in self.notes:
            self.notes.append(note)
        return min(asked, MOST_DELAY)

    def start(self, url: str) -> tuple[str, str]:
        """The address as it was asked for, and the one to begin with."""
        parts = _checked(url)
        if "@" in parts.netloc:
            user = unquote(parts.netloc.rpartition("@")[0])
            self._own.setdefault("authorization", "Basic " + base64.b64encode(user.encode()).decode())
        asked = _without_user(parts)
        start = canonical_url(asked)
        self.home = origin_of(start)
        if urlsplit(start).hostname != urlsplit(asked).hostname:
            self.notes.append(f"{asked} only leads to {start}, which was fetched in its place")
        return asked, start

    def headers_for(self, url: str) -> Mapping[str, str]:
        """The headers of a request. Credentials are sent to the origin that was asked for, and to its host over
        https; to nobody else."""
        same = urlsplit(url).hostname == urlsplit(self.home).hostname
        safe = same and (origin_of(url) == self.home or url.startswith("https:"))
        own = self._own if safe else {k: v for k, v in self._own.items() if k not in _CREDENTIALS}
        return {**self._common, **own}

    def follow(self, here: str, onward: Onward) -> str:
        """The address of the next hop. Raises FetchError for a hop too many, a loop, or a scheme that is not http."""
        if not self.hops:
            self.hops = [here]
        try:
            target = _without_user(_checked(onward.url))
        except FetchError as error:
            raise self.error(
                error.kind, f"a {onward.by} leads to {masked(onward.url)[:200]!r}: {error.message}", here
            ) from None
        if target in self.hops:
            loop = " → ".join([*self.hops[self.hops.index(target) :], target])
            raise self.error("redirect", f"the redirects go round in a loop: {loop}", here)
        if len(self.hops) > MOST_REDIRECTS:
            raise self.error("redirect", f"there are more than {MOST_REDIRECTS} redirects", here)
        self.hops.append(target)
        if onward.by != "status":
            self.notes.append(f"followed a {onward.by} from {here} to {target}")
        return target

    def page(self, reply: Reply) -> Page:
        """The page of a reply. Raises FetchError for every status but 200 and 203 (200 through a proxy)."""
        if reply.status not in (200, 203):
            raise self.error("status", _status_message(reply), reply.url, status=reply.status)
        return Page(
            content=reply.content,
            url=reply.url,
            headers={name: value for name, value in reply.headers.items() if name not in _WIRE_ONLY},
            fetched_at=reply.fetched_at,
            status=reply.status,
            notes=tuple(self.notes),
        )

    def defeat(self, answer: Reply | Failure, url: str, attempts: int, wait: float | None) -> FetchError:
        """The error of a request that is given up: it was tried often enough, or trying again can't help."""
        if isinstance(answer, Failure):
            details = {**answer.error.details, "attempts": attempts}
            return self.error(answer.error.kind, answer.error.message, url, **details)
        why = _status_message(answer)
        if wait is not None and wait >= self.left:
            why += f"; it would be {wait:.0f} s until the next attempt, more than the {self.left:.0f} s left"
        return self.error("status", why, url, status=answer.status, attempts=attempts)

    def error(self, kind: str, message: str, url: str, **details: object) -> FetchError:
        """An error of this fetch, with the seconds that were spent."""
        return FetchError(kind, message, url=url, **{**details, "seconds": round(self.spent, 3)})


def _status_message(reply: Reply) -> str:
    location = reply.headers.get("location")
    if 300 <= reply.status < 400 and not location:
        return f"the server answers with status {reply.status} and says not where to go"
    return f"the server answers with status {reply.status}"


def _checked(url: str) -> SplitResult:
    """The parts of an address that may be asked for. Raises FetchError of the kind ``scheme``."""
    if not isinstance(url, str):  # lists of addresses have holes, and those that call are not all typed
        raise FetchError("scheme", f"{url!r:.200} is no address: it is no text", url=repr(url))
    text, told = url.strip(), masked(url.strip())
    if len(text) > _MOST_ADDRESS:
        raise FetchError("scheme", f"{told[:80]!r}… is no address: it has {len(text):,} characters", url=url)
    try:
        text.encode()
        parts = urlsplit("https:" + text if text.startswith("//") else text)
        parts.port  # noqa: B018  # reading it is what checks it
    except ValueError as error:
        signs = "user name and password want a % for each sign that is no letter or digit"
        why = error if told == text else signs
        raise FetchError("scheme", f"{told[:200]!r} is no address: {why}", url=url) from None
    if any(ord(sign) < 0x20 or ord(sign) == 0x7F for sign in parts.geturl()):
        raise FetchError("scheme", f"{told[:200]!r} is no address: it holds control characters", url=url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError("scheme", f"{told[:200]!r} is no http or https address", url=url)
    return parts


def _without_user(parts: SplitResult) -> str:
    return urlunsplit(
        parts._replace(netloc=parts.netloc.rpartition("@")[2], path=parts.path or "/", fragment="")
    )
