using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.BatchOrchestrator.Migrations
{
    /// <inheritdoc />
    public partial class Restatement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "restated_version",
                table: "batches",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "restated_version",
                table: "batches");
        }
    }
}
