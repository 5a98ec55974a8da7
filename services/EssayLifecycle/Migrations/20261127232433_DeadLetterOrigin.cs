using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.EssayLifecycle.Migrations
{
    /// <inheritdoc />
    public partial class DeadLetterOrigin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<int>(
                name: "partition",
                table: "dead_letters",
                type: "integer",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer");

            migrationBuilder.AlterColumn<long>(
                name: "log_offset",
                table: "dead_letters",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "dead_letters",
                type: "text",
                nullable: false,
                defaultValue: "log");

            migrationBuilder.Sql(
                """
                update dead_letters set origin = 'outbox', partition = null, log_offset = null where partition = -1;
                update dead_letters set origin = 'parked', partition = null, log_offset = null where log_offset = -1;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                update dead_letters set partition = -1, log_offset = 0 where origin = 'outbox';
                update dead_letters set partition = 0, log_offset = -1 where origin = 'parked';
                """);

            migrationBuilder.DropColumn(
                name: "origin",
                table: "dead_letters");

            migrationBuilder.AlterColumn<int>(
                name: "partition",
                table: "dead_letters",
                type: "integer",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "log_offset",
                table: "dead_letters",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);
        }
    }
}
