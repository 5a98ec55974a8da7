using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.EssayLifecycle.Migrations
{
    /// <inheritdoc />
    public partial class EssaysFillFactor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "essays")
                .Annotation("Npgsql:StorageParameter:fillfactor", 60);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "essays")
                .OldAnnotation("Npgsql:StorageParameter:fillfactor", 60);
        }
    }
}
