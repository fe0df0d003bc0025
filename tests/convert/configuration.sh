# Settings from files and the environment: which is stronger.
. "$top_srcdir/tests/convert/lines.sh"
XDG_CONFIG_HOME=$work/home XDG_CONFIG_DIRS=$work/first:$work/second
export XDG_CONFIG_HOME XDG_CONFIG_DIRS
mkdir -p "$work/home/letterpress" "$work/first/letterpress" "$work/second/letterpress"

printf '[letterpress]\nto=lines\noutput-dir=second\n' >"$work/second/letterpress/config"
check_exit 0 "a file of the system" convert draft.txt
check "is obeyed" holds "$folder/second/draft.lines" '#lines\none\ntwo\n'
printf '[letterpress]\noutput-dir=first\n' >"$work/first/letterpress/config"
check_exit 0 "one of an earlier folder" convert draft.txt
check "is stronger" holds "$folder/first/draft.lines" '#lines\none\ntwo\n'
printf '[letterpress]\noutput-dir=home\n' >"$work/home/letterpress/config"
check_exit 0 "the user's" convert draft.txt
check "is stronger still" holds "$folder/home/draft.lines" '#lines\none\ntwo\n'
LETTERPRESS_OUTPUT_DIR=environment check_exit 0 "the environment" convert draft.txt
check "is stronger than files" holds "$folder/environment/draft.lines" '#lines\none\ntwo\n'
LETTERPRESS_OUTPUT_DIR=environment check_exit 0 "the command line" convert draft.txt -O command
check "is the strongest" holds "$folder/command/draft.lines" '#lines\none\ntwo\n'
LETTERPRESS_TO=absent check_exit 0 "formats of the command line" convert draft.txt -t lines
LETTERPRESS_OPTION='lines.mishap=warn;lines.nothing=false' check_exit 0 "a list in the environment" convert draft.txt
check "is parted" says "[lines.warned]"
LETTERPRESS_STRICT=maybe check_exit 2 "a wrong value in the environment" convert draft.txt
check "is named" says "LETTERPRESS_STRICT"
printf '[letterpress]\nforce=true\n' >"$work/home/letterpress/config"
check_exit 2 "what belongs on the command line" convert draft.txt
check "is refused with its file" says "$work/home/letterpress/config: force"
printf 'nonsense\n' >"$work/home/letterpress/config"
check_exit 2 "a file that is none" convert draft.txt
check_exit 0 "stops no --version" convert --version
check_exit 0 "and no --help" convert --help
finish
