using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Phase1.BatchOrchestrator.Migrations
{
    /// <inheritdoc />
    public partial class DeadLetterHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "body_digest",
                table: "dead_letters",
                type: "bytea",
                nullable: false,
                computedColumnSql: "sha256(body)",
                stored: true);

            migrationBuilder.CreateTable(
                name: "dead_letter_history",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    dead_letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: true),
                    reason_code = table.Column<string>(type: "text", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dead_letter_history", x => new { x.dead_letter_id, x.seq });
                    table.ForeignKey(
                        name: "fk_dead_letter_history_dead_letters_dead_letter_id",
                        column: x => x.dead_letter_id,
                        principalTable: "dead_letters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_open_record",
                table: "dead_letters",
                columns: new[] { "consumer", "topic", "partition", "log_offset", "body_digest" },
                unique: true,
                filter: "state = 'open'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dead_letter_history");

            migrationBuilder.DropIndex(
                name: "ix_dead_letters_open_record",
                table: "dead_letters");

            migrationBuilder.DropColumn(
                name: "body_digest",
                table: "dead_letters");
        }
    }
}
