# Start-up is a feature: --version loads GLib (and the PCRE that it brings) and nothing else beside the C library; a
# conversion loads the libraries of its two formats and no others.
. "$top_srcdir/tests/tap.sh"

# loaded COMMAND...: names of the shared objects that the program initialises, to $work/loaded.
loaded() {
  rm -f "$work"/ld.*
  LD_DEBUG=files LD_DEBUG_OUTPUT="$work/ld" "$@" >"$work/said" 2>&1 || { cat "$work/said"; return 1; }
  # The program may stand behind libtool's wrapper: of all processes take the one that loaded the library.
  grep -l 'calling init: .*/libletterpress\.so' "$work"/ld.* >"$work/ours" || { echo "no libletterpress was loaded"; return 1; }
  xargs sed -n 's/.*calling init: .*\/\([^/]*\)$/\1/p' <"$work/ours" | sort -u >"$work/loaded"
}

version_loads_glib_alone() {
  loaded "$LETTERPRESS" --version || return 1
  strangers=$(grep -vE '^(ld-linux.*|libc|libm|libglib-2\.0|libpcre2-8|libpcre|libletterpress|lib[at]?san|libasan|libubsan|libgcc_s|libdl|librt|libpthread|libstdc\+\+)\.so' \
    "$work/loaded")
  [ -z "$strangers" ] || { echo "loaded too: $strangers"; return 1; }
  grep -q '^libglib-2\.0' "$work/loaded"
}

# loads_none_of PATTERN FINAL DRAFT: converting loads no library of that name.
loads_none_of() {
  loaded "$LETTERPRESS" "$3" -o "$work/$2" || return 1
  strangers=$(grep -E "$1" "$work/loaded")
  [ -z "$strangers" ] || { echo "loaded: $strangers"; return 1; }
}

drafts=$top_srcdir/fixtures/drafts
check "--version loads GLib alone" version_loads_glib_alone
check "text to HTML opens no package and draws nothing" \
  loads_none_of 'zip|xml2|ssl|crypto|icu|stdc|pango|cairo|fontconfig|gio' text.html "$drafts/statement.txt"
check "DOCX to HTML draws nothing" loads_none_of 'pango|cairo|fontconfig|freetype|gio' docx.html "$drafts/statement.docx"
check "ODT to ODT draws nothing" loads_none_of 'pango|cairo|fontconfig|freetype|gio' odt.odt "$drafts/statement.odt"
finish
