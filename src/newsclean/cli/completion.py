"""How bash completes the command. Click's own script for it gives up every other word where a file may stand too, and
takes what stands behind a colon for a word of its own."""

from __future__ import annotations

import os

from click.shell_completion import BashComplete
from click.shell_completion import split_arg_string as split

__all__ = ["Bash"]

_SCRIPT = """\
%(complete_func)s() {
    local IFS=$'\\n' line="${COMP_LINE:0:$COMP_POINT}" word before="" completion type value
    word="${line##*[[:space:]]}"
    # With a colon among its word breaks, bash replaces only what stands behind the last one.
    [[ $COMP_WORDBREAKS == *:* && $word == *:* ]] && before="${word%%"${word##*:}"}"
    COMPREPLY=()
    for completion in $(env COMP_WORDS="$line" %(complete_var)s=bash_complete "$1"); do
        IFS=',' read -r type value <<< "$completion"
        if [[ $type == plain ]]; then
            COMPREPLY+=("${value#"$before"}")
        else
            compopt -o filenames 2>/dev/null
            COMPREPLY+=($(compgen -A "${type/dir/directory}" -- "$value"))
        fi
    done
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""


class Bash(BashComplete):
    """Completion for bash, in which commands, options and files stand beside each other."""

    source_template = _SCRIPT

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one to complete, and that one as far as it is written."""
        line = os.environ["COMP_WORDS"]
        words = split(line)[1:]
        return (words, "") if line[-1:].isspace() else (words[:-1], "".join(words[-1:]))
