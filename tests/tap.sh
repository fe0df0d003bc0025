# For tests in shell:  . "$top_srcdir/tests/tap.sh"   then checks, and `finish` as the last line.
# Each check is one case; a test that ends before `finish` fails for want of its plan. $work is an empty folder of the
# test's own, gone when it ends.
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cases=0

# ok NAME / not_ok NAME: a case whose outcome is known.
ok() { cases=$((cases + 1)); echo "ok $cases - $1"; }
not_ok() { cases=$((cases + 1)); echo "not ok $cases - $1"; }

# check NAME COMMAND...: passes when the command exits 0; shows what it said when it does not.
check() {
  name=$1; shift
  if "$@" >"$work/.said" 2>&1; then ok "$name"; else
    not_ok "$name"
    sed 's/^/# /' "$work/.said"
  fi
}

# check_exit CODE NAME COMMAND...: passes when the command exits with CODE; what it wrote stays in $work/out, $work/err.
check_exit() {
  wanted=$1 name=$2; shift 2
  "$@" >"$work/out" 2>"$work/err"
  found=$?
  if [ "$found" -eq "$wanted" ]; then ok "$name"; else
    not_ok "$name"
    echo "# exit $found, wanted $wanted"
    head -n 40 "$work/out" "$work/err" | sed 's/^/# /'
  fi
}

# skip NAME REASON: in CI nothing is skipped (tests/closing-line).
skip() { cases=$((cases + 1)); echo "ok $cases - $1 # SKIP $2"; }

finish() { echo "1..$cases"; }
