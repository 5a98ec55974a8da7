using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.ClassManagement.Migrations
{
    /// <inheritdoc />
    public partial class NotificationPositions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_notifications_teacher_id_position",
                table: "notifications");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_teacher_id_position",
                table: "notifications",
                columns: new[] { "teacher_id", "position" },
                unique: true,
                filter: "position is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_notifications_teacher_id_position",
                table: "notifications");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_teacher_id_position",
                table: "notifications",
                columns: new[] { "teacher_id", "position" },
                unique: true);
        }
    }
}
