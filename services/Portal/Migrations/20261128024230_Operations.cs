using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.Portal.Migrations
{
    /// <inheritdoc />
    public partial class Operations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "audit",
                type: "text",
                nullable: true);

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
                name: "break_glass",
                columns: table => new
                {
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_break_glass", x => x.grant_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_cause",
                table: "dead_letters",
                column: "cause",
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_break_glass_ends_at",
                table: "break_glass",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_break_glass_user_id_batch_id",
                table: "break_glass",
                columns: new[] { "user_id", "batch_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "break_glass");

            migrationBuilder.DropIndex(
                name: "ix_dead_letters_cause",
                table: "dead_letters");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "dead_letters");

            migrationBuilder.DropColumn(
                name: "frame",
                table: "dead_letters");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "audit");
        }
    }
}
