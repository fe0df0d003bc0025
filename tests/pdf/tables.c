#include "config.h"

#include "pdf/statement.h"

static const char *const words =
    "The officer asks where the passenger will sleep tonight, who paid for the ticket and whom the passenger "
    "would telephone in need; the answers are written down in the passenger's own words.";

static void open_row(Statement *statement) {
  lp_builder_open(statement->builder, LP_KIND_ROW, NULL);
}

static void close_row(Statement *statement) {
  statement_close(statement, LP_KIND_ROW);
}

/* A cell of so many paragraphs, in a role: lines of different leading never end together for long. */
static void long_cell(Statement *statement, LpRole role, int paragraphs) {
  lp_builder_open(statement->builder, LP_KIND_CELL, NULL);
  for (int i = 0; i < paragraphs; i++)
    statement_paragraph(statement, role, words);
  statement_close(statement, LP_KIND_CELL);
}

static void spans(Statement *statement) {
  lp_builder_open(statement->builder, LP_KIND_TABLE, NULL);
  open_row(statement);
  statement_cell(statement, "Site", LP_ALIGN_START, true, 1, 2);
  statement_cell(statement, "Persons", LP_ALIGN_CENTRE, true, 2, 1);
  statement_cell(statement, "Remarks", LP_ALIGN_START, true, 1, 2);
  close_row(statement);
  open_row(statement);
  statement_cell(statement, "Women", LP_ALIGN_END, true, 1, 1);
  statement_cell(statement, "Men", LP_ALIGN_END, true, 1, 1);
  close_row(statement);
  for (int i = 0; i < 6; i++) {
    open_row(statement);
    if (i % 3 == 0)
      statement_cell(statement, i == 0 ? "Port Amrita" : "Kota Seruni", LP_ALIGN_START, true, 1, 3);
    statement_cell(statement, "12", LP_ALIGN_END, false, 1, 1);
    statement_cell(statement, "7", LP_ALIGN_END, false, 1, 1);
    if (i != 4) /* a row that is too short */
      statement_cell(statement, i % 2 == 0 ? words : "None.", LP_ALIGN_START, false, 1, 1);
    close_row(statement);
  }
  statement_close(statement, LP_KIND_TABLE);
}

static void nested(Statement *statement) {
  lp_builder_open(statement->builder, LP_KIND_TABLE, NULL);
  open_row(statement);
  statement_cell(statement, words, LP_ALIGN_START, false, 1, 1);
  lp_builder_open(statement->builder, LP_KIND_CELL, NULL);
  lp_builder_open(statement->builder, LP_KIND_TABLE, NULL);
  for (int r = 0; r < 3; r++) {
    open_row(statement);
    statement_cell(statement, "one", LP_ALIGN_START, false, 1, 1);
    statement_cell(statement, "two", LP_ALIGN_START, false, 1, 1);
    close_row(statement);
  }
  statement_close(statement, LP_KIND_TABLE);
  statement_close(statement, LP_KIND_CELL);
  close_row(statement);
  statement_close(statement, LP_KIND_TABLE);
}

void tables_build(Statement *statement) {
  statement->occasion = (LpOccasion){.title = "Tables of every kind", .date = "30 August 2024"};
  statement_heading(statement, 1, LP_ROLE_TITLE, "Tables of every kind");
  statement_heading(statement, 2, LP_ROLE_HEADING_1, "Cells over columns and rows");
  spans(statement);
  statement_heading(statement, 2, LP_ROLE_HEADING_1, "A table in a cell");
  nested(statement);
  statement_heading(statement, 2, LP_ROLE_HEADING_1, "Rows longer than a page");
  lp_builder_open(statement->builder, LP_KIND_TABLE, NULL);
  open_row(statement);
  statement_cell(statement, "Even", LP_ALIGN_START, true, 1, 1);
  statement_cell(statement, "as even", LP_ALIGN_START, true, 1, 1);
  close_row(statement);
  open_row(statement);
  long_cell(statement, LP_ROLE_TABLE_CELL, 30);
  long_cell(statement, LP_ROLE_TABLE_CELL, 12);
  close_row(statement);
  open_row(statement);
  long_cell(statement, LP_ROLE_BODY, 24); /* lines that do not end together */
  long_cell(statement, LP_ROLE_NOTE, 30);
  close_row(statement);
  statement_close(statement, LP_KIND_TABLE);
  lp_builder_open(statement->builder, LP_KIND_SECTION, NULL);
  lp_builder_integer(statement->builder, LP_ATTRIBUTE_PAGE_WIDTH_EMU, 10692000);
  lp_builder_integer(statement->builder, LP_ATTRIBUTE_PAGE_HEIGHT_EMU, 7560000);
  statement_heading(statement, 2, LP_ROLE_HEADING_1, "A page that is turned");
  spans(statement);
  statement_close(statement, LP_KIND_SECTION);
  statement_paragraph(statement, LP_ROLE_BODY, words);
}
