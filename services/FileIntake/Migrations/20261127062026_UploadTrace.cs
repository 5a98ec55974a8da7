using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.FileIntake.Migrations
{
    /// <inheritdoc />
    public partial class UploadTrace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "trace",
                table: "file_uploads",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "trace",
                table: "file_uploads");
        }
    }
}
