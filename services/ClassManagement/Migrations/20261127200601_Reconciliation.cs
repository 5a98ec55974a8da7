using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.ClassManagement.Migrations
{
    /// <inheritdoc />
    public partial class Reconciliation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "restated_at",
                table: "association_sets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "reconciliation_differences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    essay_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ours = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    theirs = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    repaired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    repaired_by = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reconciliation_differences", x => x.id);
                    table.ForeignKey(
                        name: "fk_reconciliation_differences_association_sets_batch_id",
                        column: x => x.batch_id,
                        principalTable: "association_sets",
                        principalColumn: "batch_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reconciliation_differences_batch_id",
                table: "reconciliation_differences",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_reconciliation_differences_unresolved",
                table: "reconciliation_differences",
                columns: new[] { "batch_id", "kind", "essay_id" },
                unique: true,
                filter: "resolved_at is null")
                .Annotation("Npgsql:NullsDistinct", false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reconciliation_differences");

            migrationBuilder.DropColumn(
                name: "restated_at",
                table: "association_sets");
        }
    }
}
