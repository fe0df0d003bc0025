# The command line: names of outputs, streams, several drafts, verbs.
. "$top_srcdir/tests/convert/lines.sh"

check_exit 0 "a draft is converted beside itself" convert draft.txt -t lines
check "it is there" holds "$folder/draft.lines" '#lines\none\ntwo\n'
check "nothing was said" silent
check "nothing else was left" only draft.txt draft.lines
check_exit 0 "our own output is replaced" convert draft.txt -t lines

printf 'mine\n' >"$folder/draft.lines"
check_exit 6 "another's file of a derived name is not" convert draft.txt -t lines
check "it says so" says "was not written by Letterpress" "[fence.exists]"
check "the file is as it was" holds "$folder/draft.lines" 'mine\n'
check_exit 0 "but with --force" convert draft.txt -t lines --force
printf 'mine\n' >"$folder/draft.lines"
check_exit 0 "and a name that was typed" convert draft.txt -o draft.lines
check "it was replaced" holds "$folder/draft.lines" '#lines\none\ntwo\n'
check_exit 6 "a draft is never replaced" convert draft.lines -f lines -o draft.lines --force
check "it says why" says "a draft of this command"
check "the draft is as it was" holds "$folder/draft.lines" '#lines\none\ntwo\n'
rm "$folder/draft.lines"

check_exit 0 "standard input to standard output" convert - -t lines <"$draft"
check "the document alone is there" holds "$work/out" '#lines\none\ntwo\n'
piped() { sed 's/^/ /' "$draft" | convert "$@"; }
check_exit 0 "a pipe too" piped -t lines -o - -
check "in full" holds "$work/out" '#lines\n one\n two\n'
check_exit 0 "standard input to a file" convert - -o piped.lines <"$draft"
check "that is there" holds "$folder/piped.lines" '#lines\none\ntwo\n'
rm "$folder/piped.lines"

check_exit 2 "document and report to one stream" convert draft.txt -t lines -o - --report -

cp "$draft" "$folder/other.txt"
check_exit 0 "several drafts into a folder that is made" convert draft.txt other.txt -t lines -O new/finals
check "are there" only draft.txt other.txt new new/finals new/finals/draft.lines new/finals/other.lines
check_exit 0 "a name that ends in a slash is a folder" convert draft.txt -t lines -o new/more/
check "in it" holds "$folder/new/more/draft.lines" '#lines\none\ntwo\n'
rm -r "$folder/new"
check_exit 2 "several drafts into one file are refused" convert draft.txt other.txt -o one.lines
check_exit 2 "and two that would have one name" convert draft.txt ./draft.txt -t lines
check "both are named" says "Both draft.txt and ./draft.txt would become draft.lines."
check_exit 1 "one that fails does not stop the others" convert absent.txt draft.txt -t lines
check "it is named" says "absent.txt: error:" "[fence.input]"
check "the other is there" only draft.txt other.txt draft.lines
rm "$folder/draft.lines" "$folder/other.txt"

cp "$draft" "$folder/formats"
check_exit 0 "a word that is a verb is one" convert formats
check_exit 0 "but not as a file" convert ./formats -o v.lines
check_exit 0 "nor behind --" convert -o v.lines -- formats
check_exit 2 "a word kept for a verb to come is no file" convert check
check "it says what to do" says "./check"
rm "$folder/formats" "$folder/v.lines"

check_exit 2 "without a draft" convert
check_exit 2 "an unknown option" convert --absent draft.txt
check "is named" says "no option --absent"
check_exit 2 "an option without its value" convert draft.txt -o
check_exit 2 "a choice that there is none of" convert draft.txt --status finished
check "its choices are named" says '--status takes final|draft, not "finished".'
check_exit 2 "metadata of an unknown key" convert draft.txt -t lines -M colour=red
check_exit 2 "a limit of an unknown name" convert draft.txt -t lines --limit absent=1
check_exit 2 "an output's name of no format" convert draft.txt -o final.absent
check_exit 2 "an unknown option of a format" convert draft.txt -t lines -x lines.absent=1
check "those that there are are named" says "mishap, nothing"
check_exit 2 "an option of an unknown format" convert draft.txt -t lines -x absent.a=1
check_exit 2 "a wrong value of one" convert draft.txt -t lines -x lines.nothing=maybe
check "nothing was left" only draft.txt

check_exit 0 "--version" convert --version
check "is one line" grep -qx 'letterpress [0-9.]*' "$work/out"
check_exit 0 "formats" convert formats
check "lists it" grep -q '^lines *reads writes Lines$' "$work/out"
check_exit 0 "formats --json" convert formats --json
check "is as promised" holds "$work/out" \
  '[{"name":"lines","plugin":"lines","description":"Lines","reads":true,"writes":true,"extensions":["lines"],"mime-types":["text/x-lines"]}]\n'
check_exit 0 "formats NAME" convert formats lines
check "lists its options" grep -qF -e '-x lines.mishap=' "$work/out"
check_exit 2 "formats of none" convert formats absent
check_exit 0 "plugin list" convert plugin list
check "says where it is" grep -qF "$plugins/lines.plugin" "$work/out"
check_exit 0 "letterhead list" convert letterhead list
check "holds the built-in one" grep -qx bali-process "$work/out"
check_exit 0 "letterhead show" convert letterhead show bali-process
check "shows the keyfile" cmp -s "$work/out" "$top_srcdir/core/letterhead/bali-process.letterhead"
check_exit 8 "a letterhead that there is none of" convert letterhead show absent
check_exit 8 "nor converts" convert draft.txt -t lines -l absent
printf '[letterhead]\nname=House\n[colours]\nink=blue\n' >"$folder/house.letterhead"
check_exit 8 "a letterhead with a fault" convert draft.txt -t lines -l ./house.letterhead
check "is named by file, line and key" says "house.letterhead, line 4: error:" "ink"
printf '[letterhead]\nname=House\n' >"$folder/house.letterhead"
check_exit 0 "a good one" convert draft.txt -o final.lines -l ./house.letterhead
rm "$folder/house.letterhead" "$folder/final.lines"
check_exit 0 "explain" convert explain host.refused
check "says what to do" grep -q "Install the version" "$work/out"
check_exit 2 "explain of no code" convert explain absent.code
check_exit 0 "help limits" convert help limits
check "lists them" grep -q '^pages  *5000 ' "$work/out"
finish
