# Start-up is a feature: --version loads GLib (and the PCRE and atomics that it brings) and nothing else beside the C library; a
# conversion loads the libraries of its two formats and no others.
. "$top_srcdir/tests/tap.sh"

# loaded ARGUMENT...: names of the shared objects that letterpress initialises, its children's too, to $work/loaded.
# libtool finds the program itself behind its wrapper.
loaded() {
  rm -f "$work"/ld.*
  "$top_builddir/libtool" --mode=execute env LD_DEBUG=files LD_DEBUG_OUTPUT="$work/ld" \
    "$top_builddir/letterpress" "$@" >"$work/said" 2>&1 || { cat "$work/said"; return 1; }
  sed -n 's/.*calling init: .*\/\([^/]*\)$/\1/p' "$work"/ld.* | sort -u >"$work/loaded"
  grep -q '^libletterpress\.so' "$work/loaded" || { echo "no libletterpress was loaded"; return 1; }
}

version_loads_glib_alone() {
  loaded --version || return 1
  strangers=$(grep -vE '^(ld-linux.*|libc|libm|libglib-2\.0|libpcre2-8|libatomic|libletterpress|lib[at]?san|libasan|libubsan|libgcc_s|libdl|librt|libpthread|libstdc\+\+)\.so' \
    "$work/loaded")
  [ -z "$strangers" ] || { echo "loaded too: $strangers"; return 1; }
  grep -q '^libglib-2\.0' "$work/loaded"
}

# loads_none_of PATTERN FINAL DRAFT: converting loads no library of that name.
loads_none_of() {
  loaded "$3" -o "$work/$2" || return 1
  strangers=$(grep -E "$1" "$work/loaded")
  [ -z "$strangers" ] || { echo "loaded: $strangers"; return 1; }
}

drafts=$top_srcdir/fixtures/drafts
check "--version loads GLib alone" version_loads_glib_alone
check "text to HTML opens no package and draws nothing" \
  loads_none_of 'zip|xml2|ssl|crypto|icu|pango|cairo|fontconfig|gio' text.html "$drafts/statement.txt"
check "DOCX to HTML draws nothing" loads_none_of 'pango|cairo|fontconfig|freetype|gio' docx.html "$drafts/statement.docx"
check "ODT to ODT draws nothing" loads_none_of 'pango|cairo|fontconfig|freetype|gio' odt.odt "$drafts/statement.odt"
finish
