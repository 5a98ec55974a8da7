using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.FileIntake.Migrations
{
    /// <inheritdoc />
    public partial class SingleFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "client_file_id",
                table: "file_uploads",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "session_id",
                table: "file_uploads",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "upload_sessions",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_upload_sessions", x => new { x.batch_id, x.session_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_file_uploads_batch_id_client_file_id",
                table: "file_uploads",
                columns: new[] { "batch_id", "client_file_id" },
                unique: true,
                filter: "client_file_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "upload_sessions");

            migrationBuilder.DropIndex(
                name: "ix_file_uploads_batch_id_client_file_id",
                table: "file_uploads");

            migrationBuilder.DropColumn(
                name: "client_file_id",
                table: "file_uploads");

            migrationBuilder.DropColumn(
                name: "session_id",
                table: "file_uploads");
        }
    }
}
