# Sourced by tests that convert with the plugin of tests/plugins alone: $plugins is its folder, $draft a draft of two
# lines for it, $folder an empty one, convert the program in it.
. "$top_srcdir/tests/tap.sh"
plugins=$work/plugins folder=$work/folder draft=$work/folder/draft.txt
mkdir "$plugins" "$folder"
cp "$top_builddir/tests/plugins/.libs/lines.so" "$top_srcdir/tests/plugins/lines.plugin" "$plugins"
LETTERPRESS_PLUGIN_PATH=$plugins
export LETTERPRESS_PLUGIN_PATH
printf 'one\ntwo\n' >"$draft"

# convert ARGUMENT...: the program, in the folder.
convert() { (cd "$folder" && exec "$LETTERPRESS" "$@"); }

# holds FILE TEXT: the file has exactly that content (printf's escapes).
holds() { printf "$2" | cmp -s - "$1"; }

# only NAME...: the folder holds these and nothing else, hidden files counted.
only() { [ "$(cd "$folder" && find . -mindepth 1 | sort | tr '\n' ' ')" = "$(printf './%s\n' "$@" | sort | tr '\n' ' ')" ]; }

# says TEXT...: standard error of the last check_exit holds each; silent: it holds nothing.
says() { for text; do grep -qF -e "$text" "$work/err" || { echo "not said: $text"; cat "$work/err"; return 1; }; done; }
silent() { [ ! -s "$work/err" ]; }

# plain: whether it is the program alone that runs, without a sanitizer or valgrind around it: these need memory, /proc
# and an orderly end.
plain() { [ -z "${LETTERPRESS_WRAPPER-}" ] && ! grep -q 'define LP_SANITIZED' "$top_builddir/config.h"; }
