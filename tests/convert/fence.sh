# A plugin that goes wrong costs its own draft: the right exit code, a sentence that names it, no file, no process.
. "$top_srcdir/tests/convert/lines.sh"
printf 'old\n' >"$folder/final.lines"

# mishap CODE WHAT SAID...: the plugin meets WHAT while it reads, under the limit $limit.
limit=pages=1000
mishap() {
  code=$1 what=$2; shift 2
  check_exit "$code" "$what" convert draft.txt -o final.lines -x "lines.mishap=$what" --limit "$limit"
  check "$what: what is said" says "$@"
  check "$what: the old file is whole" holds "$folder/final.lines" 'old\n'
  check "$what: nothing is left" only draft.txt final.lines
}

mishap 7 kill "[fence.killed]" "by the plugin lines"
mishap 9 exit "[fence.record]"
mishap 4 fail "draft.txt, part.xml, line 7: error: It is damaged. [lines.damaged]"
mishap 9 fail-silently "[convert.no-reason]" "The plugin lines"
mishap 9 broken "[convert.broken]" "The plugin lines"
if [ -z "${LETTERPRESS_WRAPPER-}" ]; then # valgrind would tell of these deaths
  mishap 9 crash "[fence.died]" "signal 11" "by the plugin lines"
  limit=processor-seconds=1 mishap 7 spin "[limit.processor-seconds]" "by the plugin lines"
fi
if plain; then
  limit=memory-bytes=200M mishap 7 memory "[limit.memory-bytes]" "--memory raises it"
fi
check_exit 7 "a plugin that never ends" convert draft.txt -o final.lines -x lines.mishap=sleep --timeout 2
check "names the limit" says "[limit.wall-seconds]" "2 seconds" "--timeout raises it"
check_exit 9 "a plugin that writes nothing" convert draft.txt -o final.lines -x lines.nothing=true
check "is named" says "The plugin lines wrote nothing." "[convert.empty-output]"
check "the old file is whole" holds "$folder/final.lines" 'old\n'

check_exit 0 "a warning leaves the output" convert draft.txt -o warned.lines -x lines.mishap=warn
check "is told once, with its count, harmless to a terminal" says \
  'draft.txt, line 1, column 2: warning: A warning with \x1B[31mcolour\x1B[0m, line 1. [lines.warned] (3 times; this is the first)'
check "in one line" [ "$(wc -l <"$work/err")" -eq 1 ]
check_exit 0 "for an editor" convert draft.txt -o warned.lines -x lines.mishap=warn --diagnostics short
check "with its place" says 'draft.txt:1:2: warning: A warning'
check_exit 0 "with -v" convert draft.txt -o warned.lines -x lines.mishap=warn -v
check "each" [ "$(wc -l <"$work/err")" -eq 3 ]
check_exit 0 "with -q" convert draft.txt -o warned.lines -x lines.mishap=warn -q
check "nothing" silent
check_exit 0 "put off" convert draft.txt -o warned.lines -x lines.mishap=warn -W lines.warned=off
check "nothing either" silent
rm "$folder/warned.lines"
check_exit 5 "made an error" convert draft.txt -o warned.lines -x lines.mishap=warn -W lines.warned=error
check_exit 5 "under --strict" convert draft.txt -o warned.lines -x lines.mishap=warn --strict
check_exit 5 "an account that does not balance, under --strict" convert draft.txt -o warned.lines -x lines.mishap=lose --strict
check "is named" says "4 characters" "[ledger.reading]"
check "no file was left" only draft.txt final.lines

check_exit 0 "the report" convert draft.txt -o final.lines --report report.ndjson
check "holds hashes and accounts" grep -q \
  '^{"schema":"letterpress-report/1",.*"draft":"draft.txt","exit":0,"format":"lines","sha256":"'"$(sha256sum <"$draft" | cut -c1-64)"'",.*"bytes":15,"sha256":"'"$(sha256sum <"$folder/final.lines" | cut -c1-64)"'".*"reading":{"in":6,"added":0,"out":6,"left":{}}.*"findings":\[\]}$' \
  "$folder/report.ndjson"
check_exit 4 "of a failure" convert draft.txt -o final.lines -x lines.mishap=fail --report report.ndjson
check "tells it" grep -q '"exit":4,.*"outputs":\[\].*"code":"lines.damaged","class":4,"part":"part.xml","line":7' "$folder/report.ndjson"
rm "$folder/report.ndjson"

# children PID: the processes that it has started.
children() { cat /proc/[0-9]*/stat 2>/dev/null | awk -v parent="$1" '$4 == parent { print $1 }'; }
gone() { [ ! -e "/proc/$1" ] || grep -q '^State:.Z' "/proc/$1/status"; }
until_() { tries=0; while ! "$@"; do tries=$((tries + 1)); [ "$tries" -lt 300 ] || return 1; sleep 0.1; done; }
has_child() { [ -n "$(children "$1")" ]; }

# ended_while_waiting SIGNAL CODE: for standard input that never ends.
ended_while_waiting() {
  mkfifo "$work/endless" && exec 9<>"$work/endless"
  "$LETTERPRESS" - -o "$folder/final.lines" <"$work/endless" 9>&- >"$work/out" 2>"$work/err" &
  program=$!
  until_ has_begun "$program" || return 1
  kill -s "$1" "$program"
  wait "$program"
  status=$?
  exec 9>&-
  [ "$status" -eq "$2" ] || { echo "exit $status"; return 1; }
}
has_begun() { [ -n "$(find "/proc/$1/fd" -lname "$folder*(deleted)" 2>/dev/null)" ]; }

# ended_by SIGNAL CODE: the program ends so while its worker sleeps; worker and files go with it.
ended_by() {
  # What runs behind the shell may inherit an ignored SIGINT; a person's program does not.
  (cd "$folder" && exec env --default-signal=INT "$LETTERPRESS" draft.txt -o final.lines -x lines.mishap=sleep) >"$work/out" 2>"$work/err" &
  program=$!
  until_ has_child "$program" || return 1
  worker=$(children "$program")
  kill -s "$1" "$program"
  wait "$program"
  status=$?
  until_ gone "$worker" && [ "$status" -eq "$2" ] || { echo "exit $status"; return 1; }
}
printf 'old\n' >"$folder/final.lines"
check "SIGKILL leaves no process" ended_by KILL 137
check "and no file" only draft.txt final.lines
check "SIGTERM ends it by the signal" ended_by TERM 143
check "and leaves no file" only draft.txt final.lines
check "SIGINT likewise" ended_by INT 130
check "and while it waits for its draft" ended_while_waiting TERM 143
check "the old file is whole" holds "$folder/final.lines" 'old\n'
check "nothing else was left" only draft.txt final.lines
finish
