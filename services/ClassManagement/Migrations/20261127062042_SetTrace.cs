using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.ClassManagement.Migrations
{
    /// <inheritdoc />
    public partial class SetTrace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "trace",
                table: "association_sets",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "trace",
                table: "association_sets");
        }
    }
}
