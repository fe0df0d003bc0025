# What can go wrong outside: each the right exit code, one sentence, no file.
. "$top_srcdir/tests/convert/lines.sh"

check_exit 3 "a draft that is not there" convert absent.txt -t lines
check "is named" says "absent.txt: error: The draft cannot be read: No such file or directory. [fence.input]"
check_exit 3 "a folder" convert . -t lines
check "is named as one" says "is a folder"
cp "$draft" "$folder/secret.txt" && chmod 000 "$folder/secret.txt"
if [ "$(id -u)" -ne 0 ]; then
  check_exit 3 "a draft that may not be read" convert secret.txt -t lines
else # root may read it, but for want of these rights
  check_exit 3 "a draft that may not be read" setpriv --bounding-set=-dac_override,-dac_read_search \
    "$LETTERPRESS" "$folder/secret.txt" -t lines -o -
fi
check "says why" says "Permission denied"
rm -f "$folder/secret.txt"

: >"$folder/empty.txt"
check_exit 4 "an empty draft" convert empty.txt -t lines
check "is called empty" says "[host.empty]"
printf 'a\0b' >"$folder/empty.txt"
check_exit 4 "a draft of no format" convert empty.txt -t lines
check "says which there are" says "[host.unknown-format]" "There are: lines."
rm "$folder/empty.txt"
check_exit 8 "a format that no plugin writes" convert draft.txt -t absent
check_exit 8 "a format that no plugin reads" convert draft.txt -f absent -t lines
LETTERPRESS_PLUGIN_PATH=$work/nothing check_exit 8 "no plugins at all" convert draft.txt

check_exit 6 "a folder that is not there" convert draft.txt -o absent/final.lines
mkdir "$folder/draft.lines"
check_exit 6 "an output that is a folder" convert draft.txt -t lines
rmdir "$folder/draft.lines"
check_exit 6 "a folder that cannot be made" convert draft.txt -t lines -O draft.txt/finals
check_exit 6 "a full device" convert draft.txt -t lines -o /dev/full
check "says so" says "No space left on device"
head -c 400000 /dev/zero | tr '\0' x >"$folder/long.txt"
printf 'old\n' >"$folder/long.lines"
(ulimit -f 100; check_exit 6 "a file that may not grow so large" convert long.txt -o long.lines; echo "$cases" >"$work/cases")
cases=$(cat "$work/cases")
check "says so" says "File too large"
check "the old file is whole" holds "$folder/long.lines" 'old\n'
check "nothing was left" only draft.txt long.txt long.lines
check_exit 7 "an output over its limit" convert long.txt -o long.lines --limit output-bytes=300000
check "names the limit" says "[limit.output-bytes]"
check_exit 7 "a draft over its limit" convert long.txt -o long.lines --limit input-bytes=1K
check "names the limit too" says "[limit.input-bytes]"
check "the old file is still whole" holds "$folder/long.lines" 'old\n'

# A full disk, in a mount of our own.
cat >"$work/full" <<END
mount -t tmpfs -o size=256k none "$work/small" || exit 99
cp "$folder/draft.txt" "$folder/long.lines" "$work/small" && cd "$work/small" || exit 99
"$LETTERPRESS" "$folder/long.txt" -t lines -o long.lines
code=\$?
[ "\$(ls -A)" = "\$(printf 'draft.txt\nlong.lines\n')" ] && [ "\$(cat long.lines)" = old ] || exit 98
exit \$code
END
# Without /proc a file that has no name cannot get one: it has a hidden name from the start.
cat >"$work/bare" <<END
mount -t tmpfs none /proc && cd "$folder" || exit 99
"$LETTERPRESS" long.txt -t lines -o long.lines -x lines.mishap=fail
[ \$? = 4 ] && [ "\$(cat long.lines)" = old ] && [ "\$(ls -A)" = "\$(printf 'draft.txt\nlong.lines\nlong.txt\n')" ] || exit 98
"$LETTERPRESS" long.txt -t lines -o new.lines || exit 97
"$LETTERPRESS" draft.txt -t lines -o long.lines || exit 96
[ "\$(ls -A)" = "\$(printf 'draft.txt\nlong.lines\nlong.txt\nnew.lines\n')" ] || exit 95
[ "\$(wc -c <new.lines)" -eq 400008 ] && [ "\$(wc -c <long.lines)" -eq 15 ] || exit 94
END
mkdir "$work/small"
if unshare --mount true 2>/dev/null; then
  check_exit 6 "a full disk" unshare --mount sh "$work/full"
  ! plain || check_exit 0 "no /proc" unshare --mount sh "$work/bare"
elif unshare --user --map-root-user --mount true 2>/dev/null; then
  check_exit 6 "a full disk" unshare --user --map-root-user --mount sh "$work/full"
  ! plain || check_exit 0 "no /proc" unshare --user --map-root-user --mount sh "$work/bare"
else
  skip "a full disk" "nothing can be mounted here"
  skip "no /proc" "nothing can be mounted here"
fi

# closed: the code with which the program meets a reader that has gone.
closed() { { convert long.txt -t lines -o - 2>"$work/said"; echo "$?" >"$work/code"; } | :; return "$(cat "$work/code")"; }
check_exit 6 "a closed pipe" closed
check "says so" grep -q "Broken pipe" "$work/said"
finish
