using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.Nlp.Migrations
{
    /// <inheritdoc />
    public partial class RunTrace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "trace",
                table: "matching_runs",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "trace",
                table: "matching_runs");
        }
    }
}
