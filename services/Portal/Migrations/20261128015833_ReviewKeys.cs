using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.Portal.Migrations
{
    /// <inheritdoc />
    public partial class ReviewKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "keys_on",
                table: "accounts",
                type: "boolean",
                nullable: false,
                defaultValue: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "keys_on",
                table: "accounts");
        }
    }
}
