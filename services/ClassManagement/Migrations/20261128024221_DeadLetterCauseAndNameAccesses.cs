using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.ClassManagement.Migrations
{
    /// <inheritdoc />
    public partial class DeadLetterCauseAndNameAccesses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "cause",
                table: "dead_letters",
                type: "text",
                nullable: false,
                computedColumnSql: "left(encode(sha256(decode(replace(topic || chr(10) || reason_code || chr(10) || case when reason_code = 'PROCESSING_ERROR' then reason else '' end || chr(10) || coalesce(substring(stack from 'at (Phase1\\.[^(]+)\\('), ''), '\\', '\\\\'), 'escape')), 'hex'), 16)",
                stored: true);

            migrationBuilder.AddColumn<string>(
                name: "frame",
                table: "dead_letters",
                type: "text",
                nullable: true,
                computedColumnSql: "substring(stack from 'at (Phase1\\.[^(]+)\\(')",
                stored: true);

            migrationBuilder.CreateTable(
                name: "name_accesses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_by = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_name_accesses", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_cause",
                table: "dead_letters",
                column: "cause",
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_name_accesses_read_at",
                table: "name_accesses",
                column: "read_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "name_accesses");

            migrationBuilder.DropIndex(
                name: "ix_dead_letters_cause",
                table: "dead_letters");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "dead_letters");

            migrationBuilder.DropColumn(
                name: "frame",
                table: "dead_letters");
        }
    }
}
