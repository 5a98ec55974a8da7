using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.FileIntake.Migrations
{
    /// <inheritdoc />
    public partial class OwnersOfTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "owner_user_id",
                table: "texts",
                type: "character varying(255)",
                maxLength: 255,
                nullable: true);

            migrationBuilder.Sql(
                """
                update texts set owner_user_id = u.user_id
                from file_uploads u where u.text_storage_id = texts.storage_id;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "owner_user_id",
                table: "texts");
        }
    }
}
