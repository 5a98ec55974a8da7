using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.EssayLifecycle.Migrations
{
    /// <inheritdoc />
    public partial class DeadLetterCause : Migration
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

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_cause",
                table: "dead_letters",
                column: "cause",
                filter: "state = 'open'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
