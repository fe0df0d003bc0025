# What make install gives, tried where it lies: the program runs from there and finds its plugins, and a plugin is built
# against the installed headers alone.
. "$top_srcdir/tests/tap.sh"

root=$work/root
installs() {
  # The make that runs the tests has told its children things that are not for this one.
  env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -s -C "$top_builddir" install DESTDIR="$root"
}
check "make install into an empty folder" installs
bin=$(dirname "$(find "$root" -path '*/bin/letterpress' | head -n 1)")
prefix=$(dirname "$bin")
plugins=$prefix/lib/letterpress/plugins

# The installed program; the libraries lie elsewhere than it was told.
installed() { LD_LIBRARY_PATH="$prefix/lib" LETTERPRESS_PLUGIN_PATH=${path:-$plugins} "$bin/letterpress" "$@"; }
check "the installed program runs" installed --version

every_plugin_is_whole() {
  found=0
  for object in "$plugins"/*.so; do
    found=$((found + 1))
    for data in plugin diagnostics; do
      [ -s "${object%.so}.$data" ] || { echo "no ${object%.so}.$data"; return 1; }
    done
  done
  [ "$found" -gt 1 ]
}
check "each plugin has its keyfile and its diagnostics beside it" every_plugin_is_whole

formats_are_all_known() {
  installed formats >"$work/formats" || return 1
  for format in text docx odt html pdf events; do
    grep -qw "$format" "$work/formats" || { echo "no $format in:"; cat "$work/formats"; return 1; }
  done
}
check "the installed program knows every format" formats_are_all_known

converts() { installed "$top_srcdir/fixtures/drafts/statement.txt" -o "$work/$1" && [ -s "$work/$1" ]; }
for final in statement.pdf statement.html statement.odt; do
  check "the installed program writes $final" converts "$final"
done

# A third party's plugin: the example as it is installed, copied, built with what pkg-config says, loaded from its folder.
builds_outside() {
  cp -R "$prefix/share/doc/letterpress/example-plugin" "$work/example" && chmod -R u+w "$work/example" &&
    env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL PKG_CONFIG_PATH="$prefix/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$root" \
      make -C "$work/example" CC="$CC" CFLAGS="-Wall -Wextra -Wpedantic -Werror"
}
check "the example plugin builds outside the tree" builds_outside

example_reads() {
  printf 'Item,Count\n"Meetings, held",3\n' >"$work/table.csv"
  path=$work/example:$plugins
  installed "$work/table.csv" -o "$work/table.html" && grep -q 'Meetings, held' "$work/table.html"
}
check "the example plugin loads and converts" example_reads
example_writes() {
  path=$work/example:$plugins
  installed "$work/table.csv" -o "$work/back.csv" && grep -q '"Meetings, held","3"' "$work/back.csv"
}
check "the example plugin writes what it read" example_writes
finish
