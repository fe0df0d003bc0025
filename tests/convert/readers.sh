# What the readers make of each draft in fixtures/drafts, as events: the goldens in fixtures/events, each read by a person. Events read
# back give the same tree. `make goldens` writes them anew: read the difference before it is committed.
. "$top_srcdir/tests/tap.sh"
drafts=$top_srcdir/fixtures/drafts goldens=$top_srcdir/fixtures/events

events() { "$LETTERPRESS" "$@" -t events -x events.resources=hash --force -q; }

# same GOLDEN FOUND: shows where they part.
same() {
  [ -f "$1" ] || { echo "$1 is missing: make goldens"; return 1; }
  diff -u "$1" "$2"
}

for draft in "$drafts"/*; do
  file=${draft##*/}
  check_exit 0 "$file is read" events "$draft" -o "$work/first.events"
  if [ -n "${GOLDENS:-}" ]; then cp "$work/first.events" "$goldens/$file.events"; fi
  check "$file gives its events" same "$goldens/$file.events" "$work/first.events"
  check_exit 0 "$file: its events are read" "$LETTERPRESS" "$draft" -t events -o "$work/whole.events" --force -q
  check_exit 0 "$file: its events are written again" "$LETTERPRESS" -f events "$work/whole.events" -t events -o "$work/second.events" --force -q
  check "$file: its events give the same tree" cmp "$work/whole.events" "$work/second.events"
done
finish
